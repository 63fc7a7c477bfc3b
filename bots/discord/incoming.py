"""What does a Discord event mean to the house?

Pure: what the library hands us becomes an `Incoming`, or None where it is none of our business.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import discord

from bots.discord.files import attached, described
from bots.discord.outgoing import ANSWER
from core.commands.spec import Command
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.events import (
    AccountRef,
    Called,
    Change,
    ChatChanged,
    ChatKind,
    ChatRef,
    Deleted,
    Edited,
    Incoming,
    MessageRef,
    Quoted,
    Reacted,
    Said,
    Tapped,
    Typed,
    What,
)

NAME = MessengerName("discord")
Menu = Mapping[str, Command]
Place = discord.abc.GuildChannel | discord.Thread

SHARE = "share"
_UNDER_A_MESSAGE = 3
"""Kind of a command in a message's own menu. Source: Discord API v10, Application Command Types."""

_TALK = {discord.MessageType.default, discord.MessageType.reply}


def read(event: discord.Interaction | discord.Message, menu: Menu, me: int) -> Incoming | None:
    """Read a slash command, a filled form, a pressed button or a written message.

    Args:
        event: As the library hands it over.
        menu: Our commands by name.
        me: Our own account id.

    Returns:
        None for what is not for us: other bots, talk we were not mentioned in, commands we never had.
    """
    match event:
        case discord.Interaction():
            what = _acted(event, menu)
            if what is None:
                return None
            return Incoming(EventKey(f"i{event.id}"), chat_of(event), account_of(event), what, event.created_at)
        case discord.Message():
            return _written(event, me)


def is_hidden(interaction: discord.Interaction, menu: Menu) -> bool:
    """Say, before any work begins, whether the answer to a command is for the one who called it only.

    A conversation of two hides nothing; in a room the command says so itself.
    """
    command = menu.get(command_name(interaction))
    return bool(command and command.private) and not is_private_chat(interaction)


def is_private_chat(interaction: discord.Interaction) -> bool:
    """Say whether it happened in the conversation of one person with the bot."""
    return interaction.guild_id is None and not interaction.context.private_channel


def is_guest(interaction: discord.Interaction) -> bool:
    """Say whether the person brought the bot along to a chat where it is no member: only tokens reach there."""
    if interaction.guild_id is None:
        return interaction.context.private_channel
    return interaction.is_user_integration() and not interaction.is_guild_integration()


def command_name(interaction: discord.Interaction) -> str:
    """Return the command that was called or whose form was filled, empty when it was neither."""
    data: Mapping[str, object] = interaction.data or {}
    match interaction.type:
        case discord.InteractionType.application_command if data.get("type") == _UNDER_A_MESSAGE:
            return SHARE
        case discord.InteractionType.application_command | discord.InteractionType.autocomplete:
            return str(data.get("name", ""))
        case discord.InteractionType.modal_submit:
            return str(data.get("custom_id", ""))
        case _:
            return ""


def options(interaction: discord.Interaction) -> dict[str, Typed]:
    """Return what was given natively, by name and with its type."""
    data: Mapping[str, list[dict[str, Typed]]] = interaction.data or {}  # type: ignore[assignment]  # a union of payloads
    given = {str(one["name"]): one["value"] for one in data.get("options", []) if "value" in one}
    return {name: value for name, value in given.items() if value != ""}


def fields(interaction: discord.Interaction) -> dict[str, str]:
    """Return what was written into a form, by name; empty fields are absent."""
    data: Mapping[str, object] = interaction.data or {}
    return {name: value.strip() for name, value in _filled(data.get("components")) if value.strip()}


def account_of(event: discord.Interaction | discord.Message) -> AccountRef:
    """Return who acted."""
    match event:
        case discord.Interaction():
            return AccountRef(NAME, str(event.user.id), event.user.display_name, str(event.locale))
        case discord.Message():
            return AccountRef(NAME, str(event.author.id), event.author.display_name)


def chat_of(event: discord.Interaction | discord.Message) -> ChatRef:
    """Return where it happened; a thread is a chat of its own."""
    if isinstance(event, discord.Interaction):
        place = str(event.channel.id) if event.channel else str(event.user.id)
        private = is_private_chat(event)
    else:
        place, private = str(event.channel.id), event.guild is None
    if private:
        return ChatRef(NAME, place, ChatKind.PRIVATE)
    return ChatRef(NAME, place, ChatKind.ROOM, _title(event.channel), _parent(event.channel))


def place_of(place: Place) -> ChatRef:
    """Name a channel or a thread of a server."""
    return ChatRef(NAME, str(place.id), ChatKind.ROOM, _title(place), _parent(place))


def changed(place: Place, change: Change, me: discord.abc.User, since: datetime | None) -> Incoming:
    """Tell that the bot came to a chat or had to leave it.

    Args:
        since: When the bot came to that server: Discord gives such events no id, and coming back is
            another event.
    """
    moment = int((since or discord.utils.snowflake_time(place.id)).timestamp())
    key = EventKey(f"{change.value}:{place.id}:{moment}")
    account = AccountRef(NAME, str(me.id), me.display_name)
    return Incoming(key, place_of(place), account, ChatChanged(change), datetime.now(UTC))


def _acted(interaction: discord.Interaction, menu: Menu) -> What | None:
    name = command_name(interaction)
    match interaction.type:
        case discord.InteractionType.application_command if name == SHARE and _is_under_a_message(interaction):
            return _shared(interaction)
        case discord.InteractionType.application_command if name in menu:
            return Called(name, options(interaction))
        case discord.InteractionType.modal_submit if name in menu:
            return Called(name, fields(interaction))
        case discord.InteractionType.modal_submit if name == ANSWER and ANSWER in fields(interaction):
            return Said(fields(interaction)[ANSWER], _under(interaction))
        case discord.InteractionType.component:
            return Tapped(ChoiceKey(interaction.custom_id or ""), _under(interaction))
        case _:
            return None


def _written(message: discord.Message, me: int) -> Incoming | None:
    if message.author.bot or message.webhook_id or message.type not in _TALK:
        return None
    # Without the message content intent Discord shows us only conversations of two and what mentions us.
    if message.guild and me not in {person.id for person in message.mentions}:
        return None
    written = re.sub(rf"^\s*<@!?{me}>[\s,:]*", "", message.content).strip()
    files = attached(message)
    if not (written or files):
        return None
    chat = chat_of(message)
    reference = message.reference.message_id if message.reference else None
    answered = MessageRef(chat, str(reference)) if reference else None
    said = Said(written, answered, MessageRef(chat, str(message.id)), files, _quoted(message))
    return Incoming(EventKey(f"m{message.id}"), chat, account_of(message), said, message.created_at)


def edited(message: discord.Message, me: int) -> Incoming | None:
    """Read an edit; Discord shows us the new words in conversations of two and where we are mentioned."""
    written = _written(message, me)
    if written is None or message.edited_at is None or not isinstance(written.what, Said):
        return None
    what = Edited(MessageRef(written.chat, str(message.id)), written.what.text)
    key = EventKey(f"e{message.id}:{int(message.edited_at.timestamp() * 1000)}")
    return Incoming(key, written.chat, written.account, what, message.edited_at)


def deleted(channel: int, message: int, private: bool, me: int) -> Incoming:
    """Tell that a message was taken away; Discord does not say by whom, so our own account stands there."""
    chat = ChatRef(NAME, str(channel), ChatKind.PRIVATE if private else ChatKind.ROOM)
    what = Deleted(MessageRef(chat, str(message)))
    return Incoming(EventKey(f"d{message}"), chat, AccountRef(NAME, str(me)), what, datetime.now(UTC))


def reacted(payload: discord.RawReactionActionEvent, given: bool) -> Incoming:
    """Read a symbol put under a message, or taken back; Discord gives that no id, so the moment stands for one."""
    kind = ChatKind.PRIVATE if payload.guild_id is None else ChatKind.ROOM
    chat, now = ChatRef(NAME, str(payload.channel_id), kind), datetime.now(UTC)
    name = payload.member.display_name if payload.member is not None else ""
    what = Reacted(MessageRef(chat, str(payload.message_id)), str(payload.emoji), given)
    key = EventKey(f"r{payload.message_id}:{payload.user_id}:{payload.emoji}:{now.timestamp()}")
    return Incoming(key, chat, AccountRef(NAME, str(payload.user_id), name), what, now)


def _is_under_a_message(interaction: discord.Interaction) -> bool:
    data: Mapping[str, object] = interaction.data or {}
    return data.get("type") == _UNDER_A_MESSAGE


def _shared(interaction: discord.Interaction) -> What | None:
    """Read the command in a message's own menu: the one way in which Discord shows us somebody's words in a room."""
    data: Any = interaction.data or {}
    target = str(data.get("target_id", ""))
    told = data.get("resolved", {}).get("messages", {}).get(target)
    if told is None:
        return None
    author, chat = told.get("author", {}), chat_of(interaction)
    by_person = not author.get("bot") and not told.get("webhook_id")
    name = author.get("global_name") or author.get("username") or ""
    account = AccountRef(NAME, str(author.get("id")), name) if by_person else None
    files = tuple(found for one in told.get("attachments", []) if (found := described(one)) is not None)
    answered = told.get("message_reference", {}).get("message_id")
    return Said(
        f"/{SHARE}",
        MessageRef(chat, target),
        quoted=Quoted(account, told.get("content", ""), files, MessageRef(chat, str(answered)) if answered else None),
    )


def _quoted(message: discord.Message) -> Quoted | None:
    """Say what the answered message says, as far as Discord shows it to us."""
    answered = message.reference.resolved if message.reference else None
    if not isinstance(answered, discord.Message):
        return None
    by_person = not answered.author.bot and not answered.webhook_id
    return Quoted(account_of(answered) if by_person else None, answered.content, attached(answered))


def _under(interaction: discord.Interaction) -> MessageRef | None:
    return MessageRef(chat_of(interaction), str(interaction.message.id)) if interaction.message else None


def _filled(components: object) -> Iterator[tuple[str, str]]:
    """Walk rows and labels alike: both may hold the fields of a form."""
    for one in components if isinstance(components, list) else []:
        if "value" in one:
            yield str(one["custom_id"]), str(one["value"] or "")
        inner = one.get("component")
        yield from _filled(one.get("components", [inner] if inner else []))


def _title(place: object) -> str:
    return str(getattr(place, "name", "") or "")


def _parent(place: object) -> str:
    return str(place.parent_id) if isinstance(place, discord.Thread) else ""
