"""What may a browser wish for, and is this one well formed?"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from bots.local.happened import Flavour

MOST_BYTES = 128 * 1024
"""Of one wish: 16,000 characters of four bytes, doubled by JSON's escapes."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,40}$")]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Text = Annotated[str, Field(min_length=1, max_length=16_000)]
Title = Annotated[str, Field(min_length=1, max_length=60, pattern=r"\S")]


class _Wish(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Look(_Wish):
    """Show me everything after that entry of that world."""

    wish: Literal["look"]
    world: str = Field(max_length=40)
    since: int = Field(ge=0)


class SentFile(_Wish):
    """A picture or file, in base64."""

    name: str = Field(min_length=1, max_length=80)
    media: str = Field(min_length=3, max_length=80, pattern=r"^[\w.+-]+/[\w.+-]+$")
    data: str = Field(max_length=90_000, pattern=r"^[A-Za-z0-9+/]*={0,2}$")


class Say(_Wish):
    """Write something."""

    wish: Literal["say"]
    key: Key
    person: Name
    chat: Name
    text: str = Field(default="", max_length=16_000)
    reply_to: str = Field(default="", max_length=20)
    files: list[SentFile] = Field(default_factory=list, max_length=10)

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """Refuse a message of nothing."""
        if not (self.text or self.files):
            raise ValueError("says nothing")
        return self


class Change(_Wish):
    """Change something one wrote."""

    wish: Literal["change"]
    key: Key
    person: Name
    chat: Name
    message: Name
    text: Text


class TakeAway(_Wish):
    """Take away something one wrote."""

    wish: Literal["take-away"]
    key: Key
    person: Name
    chat: Name
    message: Name


class Press(_Wish):
    """Press a button."""

    wish: Literal["press"]
    key: Key
    person: Name
    chat: Name
    message: Name
    option: Name


class React(_Wish):
    """Put a symbol under a message, or take it back."""

    wish: Literal["react"]
    key: Key
    person: Name
    chat: Name
    message: Name
    symbol: str = Field(min_length=1, max_length=16)


class Come(_Wish):
    """Let someone new live in the world, and enter the rooms that have no home's key."""

    wish: Literal["come"]
    key: Key
    name: str = Field(min_length=1, max_length=30, pattern=r"\S")
    flavour: Annotated[Flavour, Field(strict=False)]
    language: Literal["en", "ru"] = "en"


class MakeRoom(_Wish):
    """Make a room with these people and the bot in it."""

    wish: Literal["make-room"]
    key: Key
    title: Title
    members: list[Name] = Field(min_length=1, max_length=50)


class OpenPrivate(_Wish):
    """Open the person's private chat with the bot."""

    wish: Literal["open-private"]
    key: Key
    person: Name


Act = Say | Change | TakeAway | Press | React | Come | MakeRoom | OpenPrivate
Wish = Look | Act


class _Keyed(BaseModel):
    key: Key


_WISH: TypeAdapter[Wish] = TypeAdapter(Annotated[Wish, Field(discriminator="wish")])


def read_wish(raw: str) -> Wish:
    """Read what a browser sent.

    Raises:
        ValueError: It is no wish, or not within its bounds.
    """
    if len(raw) > MOST_BYTES:
        raise ValueError("too much at once")
    return _WISH.validate_json(raw)


def key_of(raw: str) -> str:
    """Return the key of something that is no wish, so that the browser can be told; empty when it has none."""
    try:
        return _Keyed.model_validate_json(raw[:MOST_BYTES]).key
    except ValueError:
        return ""
