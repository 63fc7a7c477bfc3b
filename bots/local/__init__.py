"""The embedded default messenger: a small world on this machine, and a web page that shows it.

Several people stand side by side on one page, some as on Telegram (buttons, no rooms), some as on Matrix
(reactions and typed numbers, rooms). It is a messenger like the others, with a server side of its own: the world.
Everything that happens there is one numbered entry; the page and the desk both read on from the number they know,
so that a reload, a restart and a kill lose nothing. It listens on loopback only. No rule of the house enters here.
"""
