"""How two sides that do not know one another meet: asked by one line, answered by consent, named after two yeses.

What is said between them are the values of `core.exchange`, carried by `core.app.carrying`; nothing here shows a name
of one side to the other before both said yes. Links and what they carry are `core.app.links`.
"""
