"""What people declare, seek and find: the way from `/me` and `/seek` to a group of one's own.

Rules lie in `core.matching`; heavy ones run in a process apart. Nothing is inferred from what people write in chats.
"""
