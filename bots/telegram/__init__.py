"""Telegram: small groups inside the chats people already have there.

Nothing but the port passes: no SQL, no rule of the house, no other messenger. Bots there cannot make
groups, write to a person first or read along in a room, so every file here asks how far one gets without.
"""
