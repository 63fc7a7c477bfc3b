"""How do linked groups promise one another something, and how does it stand, change and end?

The text is a contract (`core.contract`), put to each group as a consent round of its own; what groups say to one
another about it are values of `core.exchange`, over their link. Every group keeps its own copy.
"""
