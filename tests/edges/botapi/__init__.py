"""A small Bot API server of our own: it keeps state, enforces the documented limits, and lints every request.

It knows nothing of Socium; the bot's library reaches it over HTTP like the real one.
"""
