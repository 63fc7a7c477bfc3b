"""What does Discord tell us, and to whom is it handed?"""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

import discord

from bots.discord.incoming import Place, deleted, edited, reacted
from core.messenger.events import Change, Incoming

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
"""Seconds a rate limit may hold a request inside the library; what takes longer is the outbox's to wait for."""

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True, dm_reactions=True)
"""None of them is privileged."""


class Hears(Protocol):
    """Who takes what was heard."""

    async def publish(self, client: discord.Client) -> None:
        """Make our commands known."""
        ...

    async def take(self, event: discord.Interaction | discord.Message, me: int) -> None:
        """Take what a person did."""
        ...

    async def note(self, place: Place, change: Change, guild: discord.Guild) -> None:
        """Take that the bot came to a chat or had to leave it."""
        ...

    async def hear(self, incoming: Incoming | None) -> None:
        """Take what needs no answer."""
        ...

    def own(self, work: Coroutine[Any, Any, None]) -> None:
        """Own a piece of work until it is done."""
        ...


class Ears(discord.Client):
    """The library's client; it decides nothing."""

    def __init__(self, hears: Hears) -> None:
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
            # Nothing of what people write is kept.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            # We wait for no list of servers; a server joined within such a wait would pass for an old one.
            guild_ready_timeout=0.0,
        )
        self._hears = hears
        # One payload the library stumbles over would end the connection, and come again with the next one.
        state = self._connection
        state.parsers = {name: _passing_over(name, parser) for name, parser in state.parsers.items()}

    async def setup_hook(self) -> None:
        """Publish the commands before anything is heard."""
        await self._hears.publish(self)

    @property
    def _me(self) -> int:
        return self.user.id if self.user else 0

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand on a command, a form, a button or what is being typed into an option."""
        self._hears.own(self._hears.take(interaction, self._me))

    async def on_message(self, message: discord.Message) -> None:
        """Hand on what was written."""
        self._hears.own(self._hears.take(message, self._me))

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Hand on an edit."""
        self._hears.own(self._hears.hear(edited(payload.message, self._me)))

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Hand on that a message was taken away."""
        private = payload.guild_id is None
        self._hears.own(self._hears.hear(deleted(payload.channel_id, payload.message_id, private, self._me)))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Hand on that many messages were taken away at once."""
        for message in sorted(payload.message_ids):
            self._hears.own(self._hears.hear(deleted(payload.channel_id, message, False, self._me)))

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Hand on a person's symbol under a message."""
        if payload.user_id != self._me and not (payload.member and payload.member.bot):
            self._hears.own(self._hears.hear(reacted(payload, given=True)))

    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        """Hand on that a person took their symbol back."""
        if payload.user_id != self._me:
            self._hears.own(self._hears.hear(reacted(payload, given=False)))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Tell one chat of a new server, the one where people would look: nobody asked for a word in all of them."""
        place: Place | None = guild.system_channel or next(iter(guild.text_channels), None)
        if place:
            self._hears.own(self._hears.note(place, Change.BOT_ADDED, guild))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Tell every chat of a server that threw us out."""
        places: list[Place] = [*guild.text_channels, *guild.threads]
        for place in places:
            self._hears.own(self._hears.note(place, Change.BOT_REMOVED, guild))

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Tell that a channel is no more."""
        self._hears.own(self._hears.note(channel, Change.BOT_REMOVED, channel.guild))

    async def on_thread_delete(self, thread: discord.Thread) -> None:
        """Tell that a thread is no more."""
        self._hears.own(self._hears.note(thread, Change.BOT_REMOVED, thread.guild))

    async def on_thread_remove(self, thread: discord.Thread) -> None:
        """Tell that we were taken out of a thread."""
        self._hears.own(self._hears.note(thread, Change.BOT_REMOVED, thread.guild))

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Log a bug of ours without what people wrote; the bot keeps running."""
        log.exception("a bug while taking %s", event_method)


def _passing_over(name: str, parser: Callable[[Any], None]) -> Callable[[Any], None]:
    """Let the library read an event; one that it cannot read is passed over, alone, and its content is not logged."""

    def parse(data: Any) -> None:
        try:
            parser(data)
        except Exception as bent:
            log.warning("a %s of Discord was not understood (%s)", name, type(bent).__name__)

    return parse
