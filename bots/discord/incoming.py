"""What does a Discord event mean to the house?

Pure: what the library hands us becomes an `Incoming`, or None where it is none of our business.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import discord

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
    Incoming,
    MessageRef,
    Said,
    Tapped,
    Typed,
    What,
)

NAME = MessengerName("discord")
Menu = Mapping[str, Command]
Place = discord.abc.GuildChannel | discord.Thread

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
        case discord.InteractionType.application_command | discord.InteractionType.autocomplete:
            return str(data.get("name", ""))
        case discord.InteractionType.modal_submit:
            return str(data.get("custom_id", ""))
        case _:
            return ""


def options(interaction: discord.Interaction) -> dict[str, Typed]:
    """Return what was given natively, by name and with its type."""
    data: Mapping[str, list[dict[str, Typed]]] = interaction.data or {}  # type: ignore[assignment]
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
    if not written:
        return None
    chat = chat_of(message)
    reference = message.reference.message_id if message.reference else None
    said = Said(written, MessageRef(chat, str(reference)) if reference else None)
    return Incoming(EventKey(f"m{message.id}"), chat, account_of(message), said, message.created_at)


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
