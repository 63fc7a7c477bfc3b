"""The open line between groups that have met, as people use it: open it, share over it, rest it, close it.

The rules are in `core.exchange`; here they meet people, rows and chats. No word that crosses is kept once it arrived.
"""
