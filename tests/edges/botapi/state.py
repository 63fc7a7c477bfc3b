"""What exists at our Telegram: people, chats, messages, keys?"""

import itertools
import secrets
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)


class ApiError(Exception):
    """What Telegram answers when it refuses.

    Attributes:
        code: HTTP status, also in the body.
        description: As Telegram words it.
        parameters: `retry_after` or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(words: str) -> ApiError:
    """Refuse a request that makes no sense."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """Refuse a request that is not allowed."""
    return ApiError(403, f"Forbidden: {words}")


@dataclass(slots=True)
class User:
    """A person, or a bot.

    Attributes:
        started: Whether the private chat with the bot was opened.
        blocked: Whether the person stopped the bot.
        redirected: Addresses that answers to taps opened in the person's client.
    """

    id: int
    first_name: str
    username: str = ""
    is_bot: bool = False
    language: str = "en"
    started: bool = False
    blocked: bool = False
    redirected: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Member:
    """How a user stands in a chat: creator, administrator, member, restricted, left or kicked."""

    status: str
    rights: frozenset[str] = frozenset()
    may_speak: bool = True

    @property
    def inside(self) -> bool:
        """Say whether the user reads along."""
        return self.status not in {"left", "kicked"}


@dataclass(slots=True)
class Message:
    """A message, or a service message when `service` says what happened.

    Attributes:
        files: Ids of what it shows.
        media: How the Bot API tells of that; `text` is then the caption.
    """

    id: int
    sender: int
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    markup: Json | None = None
    topic: int | None = None
    reply_to: int | None = None
    date: int = 0
    edited: int | None = None
    service: Json = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    media: Json = field(default_factory=dict)


@dataclass(slots=True)
class Link:
    """An invite link."""

    url: str
    creator: int
    name: str = ""
    member_limit: int | None = None
    asks: bool = False
    revoked: bool = False
    used: int = 0


@dataclass(slots=True)
class Chat:
    """A private chat, a group, a supergroup or a forum."""

    id: int
    type: str
    title: str = ""
    is_forum: bool = False
    asks_to_join: bool = False
    migrated_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    links: dict[str, Link] = field(default_factory=dict)
    requests: dict[int, Link | None] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def standing(self, user: int) -> Member:
        """Return how a user stands here; a stranger counts as one who left."""
        return self.members.get(user, Member("left"))

    def find(self, message: int) -> Message | None:
        """Find a message by number."""
        return next((one for one in self.messages if one.id == message), None)


def new_link() -> str:
    """Make the address of an invite link."""
    return f"https://t.me/+{secrets.token_urlsafe(12)}"
