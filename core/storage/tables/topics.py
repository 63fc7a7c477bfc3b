"""Where does lie who follows which topic, what is new, and who has yet to hear of it?"""

from sqlalchemy import Column, Index, Integer, UniqueConstraint

from core.app.topics.ports import NewsKind, Pace
from core.storage.tables.base import table
from core.storage.types import Word, at, index_where, key, words

TOPIC = 200
KEY = 300

follows = table(
    "follows",
    key("chat", "chats.id", primary=True),
    words("folded", TOPIC, primary=True),
    words("topic", TOPIC),
    at("since"),
)

# One row per key, so that all followers of a thing are found by an index.
follow_keys = table(
    "follow_keys",
    words("key", KEY, primary=True),
    key("chat", "chats.id", primary=True),
    words("folded", TOPIC, primary=True),
    Index(None, "chat"),
)

# `due` is set while something waits for the chat.
followers = table(
    "followers",
    key("chat", "chats.id", primary=True),
    Column("pace", Word(Pace), nullable=False),
    at("told_at", optional=True),
    at("due", optional=True),
    Column("looks", Integer, nullable=False),
    index_where("ix_followers_due", "due IS NOT NULL", "due", "chat"),
)

news = table(
    "news",
    key("id", primary=True),
    Column("kind", Word(NewsKind), nullable=False),
    key("subject"),
    key("chat", "chats.id"),
    at("put_at"),
    at("until"),
    UniqueConstraint("subject"),
)

news_keys = table(
    "news_keys",
    words("key", KEY, primary=True),
    key("news", "news.id", primary=True),
    Index(None, "news"),
)

news_waiting = table(
    "news_waiting",
    key("chat", "chats.id", primary=True),
    key("news", "news.id", primary=True),
    Index(None, "news"),
)
