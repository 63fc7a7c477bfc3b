"""Which interactions can still be answered natively, and how?

Source:
    Discord API v10, Receiving and Responding: the first response within 3 seconds, the token lives 15 minutes; whether
    an answer is ephemeral is fixed by the first response; the first follow-up of a deferred one completes it.
"""

import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import discord

from bots.discord.outgoing import Written
from bots.discord.troubles import DEAD
from core.clock import Clock
from core.ids import EventKey
from core.messenger.events import ChatKind, ChatRef, MessageRef
from core.messenger.port import Post

log = logging.getLogger(__name__)

TOKEN_LIVES = timedelta(minutes=14, seconds=30)
"""Half a minute less than Discord's 15, so that none dies on the way."""

_REMEMBERED = 1000
Kept = TypeVar("Kept")


class Faded(Exception):
    """The interaction can no longer be answered natively."""


@dataclass(slots=True)
class Open:
    """An interaction that waits for its answer.

    Attributes:
        chat: Where it happened.
        hidden: Whether it was a command whose answers are for the one who called it only.
        guest: Whether only its token reaches that chat.
        thinking: Whether "thinking…" stands there and has to be replaced or taken away.
        until: When its token dies, aware UTC.
    """

    interaction: discord.Interaction
    chat: ChatRef
    hidden: bool
    guest: bool
    thinking: bool
    until: datetime


def is_whisper(post: Post) -> bool:
    """Say whether only one of those in the room may read it."""
    return post.reader is not None and post.chat.kind is ChatKind.ROOM


class Answers:
    """The interactions of the last quarter of an hour."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: dict[EventKey, Open] = {}
        self._holders: OrderedDict[str, Open] = OrderedDict()
        self._given: OrderedDict[str, MessageRef] = OrderedDict()

    def expect(self, key: EventKey, waiting: Open) -> None:
        """Remember an interaction until its token dies, with the message it can change."""
        now = self._clock.now()
        self._open = {known: one for known, one in self._open.items() if one.until > now}
        self._open[key] = waiting
        tapped = waiting.interaction.message
        if tapped and (waiting.guest or tapped.flags.ephemeral):
            _keep(self._holders, str(tapped.id), waiting)

    def fade(self) -> None:
        """Let go of all that wait: the connection that brought them is closed."""
        self._open.clear()
        self._holders.clear()

    def find(self, key: EventKey | None) -> Open | None:
        """Return the interaction an answer belongs to, None when it faded or was none."""
        found = self._open.get(key) if key else None
        return found if found and found.until > self._clock.now() else None

    def given(self, post: Post) -> MessageRef | None:
        """Return the message a repeated answer already became."""
        return self._given.get(post.key)

    async def answer(self, waiting: Open, post: Post, written: Written) -> MessageRef | None:
        """Answer natively.

        Returns:
            None where an ordinary message does it better, since it takes a send key and can be changed for
            ever: the answer is for all to read, or belongs to another chat.

        Raises:
            Faded: The token died.
        """
        if post.chat.id != waiting.chat.id:
            return None
        quiet = waiting.hidden or is_whisper(post)
        try:
            if waiting.thinking and quiet == waiting.hidden:
                message = await self._replace_thinking(waiting, written)
            elif quiet or waiting.guest:
                message = await self._follow_up(waiting, written, quiet)
            else:
                return None
        except discord.HTTPException as error:
            if error.code not in DEAD:
                raise
            raise Faded from error
        reference = MessageRef(waiting.chat, str(message.id))
        if quiet or waiting.guest:
            _keep(self._holders, reference.id, waiting)
        _keep(self._given, post.key, reference)
        return reference

    async def change(self, message: MessageRef, written: Written) -> bool:
        """Change a message that only a token reaches; False when none does."""
        holder = self._holders.get(message.id)
        if holder is None or holder.until <= self._clock.now():
            return False
        try:
            await _changed(holder.interaction, int(message.id), written)
        except discord.HTTPException as error:
            if error.code not in DEAD:
                raise
            return False
        return True

    async def clear(self, waiting: Open) -> None:
        """Take a "thinking…" away that nothing came to replace."""
        if not waiting.thinking:
            return
        waiting.thinking = False
        try:
            await waiting.interaction.delete_original_response()
        except discord.HTTPException as error:
            # It vanishes by itself with the token.
            log.info("a placeholder could not be taken away (code %s)", error.code)

    async def clear_room(self, chat: ChatRef) -> None:
        """Take away every public "thinking…" of a room that has just been answered by an ordinary message."""
        for waiting in list(self._open.values()):
            if waiting.chat.id == chat.id and not waiting.hidden:
                await self.clear(waiting)

    def token_only(self, chat: ChatRef) -> Open | None:
        """Return an interaction that brings a post to a chat where the bot is no member."""
        now = self._clock.now()
        found = [one for one in self._open.values() if one.guest and one.chat.id == chat.id and one.until > now]
        return found[-1] if found else None

    async def _replace_thinking(self, waiting: Open, written: Written) -> discord.Message:
        # Taken before we wait, so that nobody clears away what is just being written.
        waiting.thinking = False
        try:
            return await waiting.interaction.edit_original_response(
                content=written.content,
                view=written.view,
                allowed_mentions=written.allowed_mentions,
                attachments=written.files,
            )
        except Exception:
            waiting.thinking = True
            raise

    async def _follow_up(self, waiting: Open, written: Written, quiet: bool) -> discord.Message:
        await self.clear(waiting)
        return await waiting.interaction.followup.send(
            written.content,
            view=written.view,
            allowed_mentions=written.allowed_mentions,
            files=written.files,
            ephemeral=quiet,
            wait=True,
        )


async def _changed(interaction: discord.Interaction, message: int, written: Written) -> None:
    """Change the message that was tapped, which is the token's own, or one it has sent."""
    content, view, mentions = written.content, written.view, written.allowed_mentions
    if interaction.message and interaction.message.id == message:
        await interaction.edit_original_response(content=content, view=view, allowed_mentions=mentions)
    else:
        await interaction.followup.edit_message(message, content=content, view=view, allowed_mentions=mentions)


def _keep(kept: "OrderedDict[str, Kept]", key: str, value: Kept) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _REMEMBERED:
        kept.popitem(last=False)
