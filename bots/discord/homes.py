"""How does a group get a private thread of its own?

Source:
    Discord API v10, Threads: private threads stand in text channels only; who made one may add and remove people;
    an archived thread takes no edits and no new people until it is opened again.
"""

from collections import OrderedDict
from typing import Final

import discord

from bots.discord.incoming import place_of
from bots.discord.rights import MAKING_HOME, missing
from bots.discord.troubles import MISSING_ACCESS, UNKNOWN_MEMBER, UNKNOWN_USER
from core.errors import ChatGone, Undeliverable
from core.messenger.events import AccountRef, ChatKind, ChatRef
from core.messenger.port import Home, HomeMade

_TITLE = 100
_WEEK_MINUTES: Final = 10_080
_INVITE_SECONDS = 7 * 24 * 3600
_LOOKED_BACK = 20
_REMEMBERED = 1000
_NOT_THERE = {UNKNOWN_MEMBER, UNKNOWN_USER, MISSING_ACCESS}


class Homes:
    """The private threads made by this process, by the wish that asked for them."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, int] = OrderedDict()

    async def make(self, client: discord.Client, home: Home) -> HomeMade:
        """Make the thread, or find the one an earlier try left behind, and add exactly the members.

        Raises:
            Undeliverable: There is no text channel beside it, or a right is missing; the line names it.
        """
        channel = await _text_channel(client, home)
        lacking = missing(channel, MAKING_HOME)
        if lacking:
            raise Undeliverable(f"no home for the group in #{channel.name}: missing permission: {lacking}")
        thread = await self._found(client, channel, home) or await _opened(channel, home)
        self._remember(home.token, thread.id)
        keys = [(member.id, await _let_in(thread, member)) for member in home.members]
        return HomeMade(place_of(thread), thread.jump_url, tuple((who, key) for who, key in keys if key))

    async def _found(self, client: discord.Client, channel: discord.TextChannel, home: Home) -> discord.Thread | None:
        if home.token in self._made:
            return await thread_of(client, str(self._made[home.token]))
        for thread in channel.threads:
            if thread.id not in self._made.values() and await _is_left_behind(client, thread, home):
                return thread
        return None

    def _remember(self, token: str, thread: int) -> None:
        self._made[token] = thread
        while len(self._made) > _REMEMBERED:
            self._made.popitem(last=False)


async def admit(client: discord.Client, chat: ChatRef, account: AccountRef) -> str:
    """Add one more; returns a way in for someone who is not on that server."""
    return await _let_in(await thread_of(client, chat.id), account)


async def dismiss(client: discord.Client, chat: ChatRef, account: AccountRef) -> None:
    """Take someone out of the thread; already gone is no error."""
    thread = await thread_of(client, chat.id)
    try:
        await thread.remove_user(discord.Object(int(account.id)))
    except discord.NotFound as error:
        if error.code not in _NOT_THERE:
            raise


async def thread_of(client: discord.Client, chat: str) -> discord.Thread:
    """Return a thread, opened again if it was archived.

    Raises:
        ChatGone: It is no thread.
    """
    thread = client.get_channel(int(chat)) or await client.fetch_channel(int(chat))
    if not isinstance(thread, discord.Thread):
        raise ChatGone("the home is no thread")
    return await thread.edit(archived=False) if thread.archived else thread


async def _text_channel(client: discord.Client, home: Home) -> discord.TextChannel:
    if home.near is None or home.near.kind is ChatKind.PRIVATE:
        raise Undeliverable("a private thread needs a text channel of a server beside it")
    near = home.near.parent or home.near.id
    channel = client.get_channel(int(near)) or await client.fetch_channel(int(near))
    if not isinstance(channel, discord.TextChannel) or channel.is_news():
        raise Undeliverable(f"a private thread needs a text channel beside it; {near} is none")
    return channel


async def _opened(channel: discord.TextChannel, home: Home) -> discord.Thread:
    return await channel.create_thread(
        name=home.title[:_TITLE],
        type=discord.ChannelType.private_thread,
        invitable=False,
        auto_archive_duration=_WEEK_MINUTES,
    )


async def _is_left_behind(client: discord.Client, thread: discord.Thread, home: Home) -> bool:
    """Say whether this is what a process that died between making and telling left behind.

    Discord takes no key for a thread. Ours, private, of that name, and nobody has said a word in it: nothing
    can be lost by living in it.
    """
    if client.user is None or thread.owner_id != client.user.id or thread.name != home.title[:_TITLE]:
        return False
    if not thread.is_private() or thread.locked:
        return False
    said = [one async for one in thread.history(limit=_LOOKED_BACK) if not one.is_system()]
    return not said


async def _let_in(thread: discord.Thread, account: AccountRef) -> str:
    try:
        await thread.add_user(discord.Object(int(account.id)))
    except discord.HTTPException as error:
        if error.code not in _NOT_THERE:
            raise
        return await _way_in(thread)
    return ""


async def _way_in(thread: discord.Thread) -> str:
    """Invite to the server, where the bot may; else the thread's own link."""
    if thread.parent is None or missing(thread.parent, ("create_instant_invite",)):
        return thread.jump_url
    invite = await thread.parent.create_invite(max_uses=1, max_age=_INVITE_SECONDS, unique=True)
    return invite.url
