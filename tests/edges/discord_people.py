"""What can a person do in Discord's client, and what does it show them?"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from simcord import interactions
from simcord.backend import serializers
from simcord.backend.access import channel_accessible, message_accessible
from simcord.backend.errors import OptionError, SetupError
from simcord.backend.models import Interaction, Message, User
from simcord.components import walk_components
from simcord.enums import AppCommandType, ComponentType, InteractionType

from tests.edges.discord_wire import DiscordWire
from tests.stage import until

_DEFAULT, _REPLY, _COMMAND, _FROM_MENU, _LOADING = 0, 19, 20, 23, 1 << 7
_ADDRESS = re.compile(r"(?<!\\)<(https?://[^>]+)>")
_TIME = re.compile(r"<t:(?P<seconds>\d+):(?P<style>[Df])>")
_WRITTEN = {_DEFAULT, _REPLY, _COMMAND, _FROM_MENU}


class Person:
    """One human at their client; every deed is refused where the client would refuse it."""

    def __init__(self, wire: DiscordWire, name: str, locale: str = "en-US") -> None:
        self._wire = wire
        self.user: User = wire.backend.make_user(name)
        self.locale = locale

    @property
    def id(self) -> int:
        """Return the account's id."""
        return self.user.id

    def private_chat(self) -> int:
        """Return the id of the conversation with the bot."""
        return self._wire.backend.get_dm_channel(self.id).id

    def sees(self, channel: int) -> list[Message]:
        """Return what the client shows in a channel, oldest first.

        Raises:
            LookupError: The person is not in there.
        """
        backend = self._wire.backend
        if not channel_accessible(backend, channel, self.id):
            raise LookupError(f"{self.user.name} is not in {channel}")
        messages = sorted(backend.messages[channel].values(), key=lambda one: one.id)
        return [one for one in messages if one.type in _WRITTEN and self._is_shown(channel, one)]

    def whispers(self) -> list[Message]:
        """Return what only this person sees in rooms."""
        rooms = [channel for channel in self._wire.backend.channels.values() if channel.guild_id is not None]
        mine = [room.id for room in rooms if channel_accessible(self._wire.backend, room.id, self.id)]
        return sorted((one for room in mine for one in self.sees(room) if one.is_ephemeral), key=lambda one: one.id)

    def writes(self, channel: int, text: str, reply_to: int | None = None) -> None:
        """Write a message."""
        reference = {"message_id": str(reply_to), "channel_id": str(channel)} if reply_to else None
        self._wire.backend.create_message(channel, self.id, text, reference=reference)

    async def calls(self, channel: int, command: str, **options: Any) -> Interaction:
        """Use a native command.

        Raises:
            OptionError: The client would not let this value through.
            LookupError: There is no such command here.
        """
        known = self._command(channel, command)
        given = interactions.check_options(command, known, options)
        kinds = {option["name"]: option["type"] for option in known["options"]}
        listed = [{"name": name, "type": kinds[name], "value": value} for name, value in given.items()]
        return await self._act(InteractionType.APPLICATION_COMMAND, channel, _called(known, listed))

    async def shares(self, message: Message) -> Interaction:
        """Open a message's own menu and choose to share it; Discord sends along what it says."""
        backend, channel = self._wire.backend, message.channel_id
        under = backend.visible_commands(user_id=self.id, channel_id=channel, type=AppCommandType.MESSAGE)
        shown = {str(message.id): dict(serializers.message_payload(backend, message))}
        data = {"id": under[0]["id"], "name": under[0]["name"], "type": 3, "target_id": str(message.id)}
        return await self._act(InteractionType.APPLICATION_COMMAND, channel, {**data, "resolved": {"messages": shown}})

    async def types_into(self, channel: int, command: str, option: str, text: str) -> list[dict[str, Any]]:
        """Begin to type an option; returns the completions offered."""
        known = self._command(channel, command)
        focused = {"name": option, "type": 3, "value": text, "focused": True}
        kind = InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE
        record = await self._act(kind, channel, _called(known, [focused]))
        return record.autocomplete_choices or []

    async def presses(self, message: Message, custom_id: str) -> Interaction:
        """Press a button; the record's `modal` is the form it opened, if any."""
        data = {"custom_id": custom_id, "component_type": ComponentType.BUTTON}
        return await self._act(InteractionType.MESSAGE_COMPONENT, message.channel_id, data, message)

    async def submits(self, opened: Interaction, **values: str) -> Interaction:
        """Send a form back; fields that are not given stay as they were opened."""
        assert opened.modal is not None, "no form was opened"
        source = opened.source_message_id
        message = self._wire.backend.get_message(opened.channel_id, source) if source else None
        components = [_filled(label, values) for label in opened.modal["components"]]
        data = {"custom_id": opened.modal["custom_id"], "components": components}
        return await self._act(InteractionType.MODAL_SUBMIT, opened.channel_id, data, message)

    def _is_shown(self, channel: int, message: Message) -> bool:
        return not message.flags & _LOADING and message_accessible(self._wire.backend, channel, message, self.id)

    def _command(self, channel: int, name: str) -> dict[str, Any]:
        visible = self._wire.backend.visible_commands(user_id=self.id, channel_id=channel)
        for command in visible:
            if command["name"] == name:
                return command
        raise LookupError(f"no command /{name} here")

    async def _act(self, kind: int, channel: int, data: dict[str, Any], message: Message | None = None) -> Interaction:
        backend = self._wire.backend
        place = backend.get_channel(channel)
        record, payload = interactions.base_payload(
            backend, type=kind, channel_id=channel, guild_id=place.guild_id, user_id=self.id, data=data
        )
        payload["locale"] = self.locale
        payload["authorizing_integration_owners"] = self._owners(place.guild_id)
        if message:
            record.source_message_id = message.id
            payload["message"] = dict(serializers.message_payload(backend, message))
        backend.emit("INTERACTION_CREATE", payload)
        await until(lambda: record.responded, 5.0)
        return record

    def _owners(self, guild: int | None) -> dict[str, str]:
        if guild is None:
            return {"0": "0"}
        here = self._wire.backend.bot_user.id in self._wire.backend.get_guild(guild).members
        return {"0": str(guild)} if here else {"1": str(self.id)}


def buttons(message: Message) -> Iterator[tuple[str, str]]:
    """Walk a message's buttons: label and custom id."""
    for component in walk_components(message.components):
        if component.get("type") == ComponentType.BUTTON:
            yield component["label"], component["custom_id"]


def shown_text(markdown: str) -> str:
    """Return what Discord's client shows for a message: our markup applied, escapes resolved, moments told in UTC."""
    return "\n".join(_shown_line(_ADDRESS.sub(r"\1", _TIME.sub(_told, line))) for line in markdown.split("\n"))


def refused_by_client(error: Exception) -> bool:
    """Say whether the client itself would have stopped the person."""
    return isinstance(error, OptionError | SetupError | LookupError)


def _told(moment: re.Match[str]) -> str:
    """Tell a moment as an American client does: "May 4, 2026", and "May 4, 2026 at 2:05 PM" with the hour.

    Source:
        Discord, Message Formatting: timestamp styles D and f.
    """
    at = datetime.fromtimestamp(int(moment["seconds"]), UTC)
    day = f"{at:%B} {at.day}, {at.year}"
    return day if moment["style"] == "D" else f"{day} at {at.hour % 12 or 12}:{at:%M %p}"


def _shown_line(line: str) -> str:
    for start in ("-# ", "> ", "- "):
        line = line.removeprefix(start)
    shown, place = [], 0
    while place < len(line):
        if line[place] == "\\" and place + 1 < len(line) and not line[place + 1].isalnum():
            shown.append(line[place + 1])
            place += 2
        elif line.startswith("**", place):
            place += 2
        else:
            shown.append(line[place])
            place += 1
    return "".join(shown)


def _called(command: dict[str, Any], options: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": command["id"], "name": command["name"], "type": 1, "options": options}


def _filled(label: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    field = label["component"]
    value = values.get(field["custom_id"], field.get("value") or "")
    return {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": field["custom_id"], "value": value}}
