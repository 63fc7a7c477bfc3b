"""The story of Socium, played through the real house on the local messenger with a clock of its own.

Nothing is pretended: the same application, database and delivery as in `socium run`. No rule enters here.
"""
