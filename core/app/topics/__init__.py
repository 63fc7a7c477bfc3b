"""Chats follow topics: what is new in one appears in every chat that asked for it, on every messenger.

Nothing enters here that somebody said: only what was submitted to be found.
"""
