"""Does a group on Discord get a room of its own, with as many keys as members?"""

from collections.abc import AsyncIterator

import pytest
from simcord.enums import ChannelType

from core.errors import ChatGone, Undeliverable
from core.ids import new_id
from core.messenger.events import AccountRef, ChatKind, ChatRef
from core.messenger.port import Home, HomeMade, Paragraph, Post
from tests.edges.discord_stage import DiscordStage, discord_on_loopback
from tests.edges.recording import RecordingDesk, running
from tests.stage import until


@pytest.fixture
async def stage() -> AsyncIterator[DiscordStage]:
    """Give each test a Discord of its own."""
    async with discord_on_loopback() as stage:
        yield stage


@pytest.fixture
async def desk(stage: DiscordStage) -> AsyncIterator[RecordingDesk]:
    """Let the bot listen."""
    desk = RecordingDesk()
    async with running(stage.messenger, desk):
        yield desk


def account(stage: DiscordStage, name: str) -> AccountRef:
    """Return a person's account."""
    return AccountRef(stage.messenger.name, str(stage.person(name).id), name)


def post(chat: ChatRef, words: str) -> Post:
    """Make a post of one line."""
    return Post(chat, new_id(), (Paragraph(words),))


async def home_of(stage: DiscordStage, *people: str) -> tuple[Home, ChatRef]:
    """Make a room with these people and a wish for a home beside it."""
    room = ChatRef(stage.messenger.name, await stage.room("Square", people))
    await stage.wire.gateway.fence()
    members = tuple(account(stage, name) for name in people)
    return Home(new_id(), "Repair café", members, near=room), room


def the_chat(made: HomeMade) -> ChatRef:
    """Return the room that was made."""
    assert made.chat is not None
    return made.chat


async def test_a_home_is_a_private_thread(stage: DiscordStage, desk: RecordingDesk) -> None:
    """It stands beside the channel where the group formed, nobody but its maker adds people, and it has a link."""
    wish, room = await home_of(stage, "Lena", "Omar")

    made = await stage.messenger.make_home(wish)

    thread = stage.wire.backend.get_channel(int(the_chat(made).id))
    assert (thread.type, thread.name) == (ChannelType.PRIVATE_THREAD, "Repair café")
    assert (the_chat(made).parent, the_chat(made).kind) == (room.id, ChatKind.ROOM)
    assert made.link.endswith(f"/{thread.guild_id}/{thread.id}")
    assert made.keys == ()


async def test_a_home_beside_a_home_stands_in_the_same_channel(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A sister group that forms inside a thread gets its thread beside it, for threads hold no threads."""
    wish, room = await home_of(stage, "Lena", "Omar")
    first = await stage.messenger.make_home(wish)

    second = await stage.messenger.make_home(Home(new_id(), "Sister", wish.members, near=the_chat(first)))

    assert the_chat(second).parent == room.id
    assert the_chat(second).id != the_chat(first).id


async def test_two_groups_of_one_name_have_two_homes(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Two wishes with the same title in the same channel never end in one room."""
    wish, room = await home_of(stage, "Lena", "Omar")

    first = await stage.messenger.make_home(wish)
    second = await stage.messenger.make_home(Home(new_id(), wish.title, wish.members, near=room))

    assert the_chat(first).id != the_chat(second).id


async def test_a_home_left_behind_by_a_crash_is_found_again(stage: DiscordStage) -> None:
    """Killed between making the room and telling, the bot moves into that room instead of making another."""
    async with running(stage.messenger, RecordingDesk()):
        wish, _room = await home_of(stage, "Lena", "Omar")
        before = await stage.messenger.make_home(wish)

    bot = stage.another()
    async with running(bot, RecordingDesk()):
        await until(lambda: stage.wire.gateway.identified == 2)
        await stage.wire.gateway.fence()
        after = await bot.make_home(wish)

    assert the_chat(after).id == the_chat(before).id


async def test_a_home_somebody_speaks_in_is_nobody_elses(stage: DiscordStage) -> None:
    """After a restart, a new group of the same name never moves into a room that is lived in."""
    async with running(stage.messenger, RecordingDesk()):
        wish, room = await home_of(stage, "Lena", "Omar")
        before = await stage.messenger.make_home(wish)
        await stage.messenger.send(post(the_chat(before), "Welcome"))

    bot = stage.another()
    async with running(bot, RecordingDesk()):
        await until(lambda: stage.wire.gateway.identified == 2)
        await stage.wire.gateway.fence()
        after = await bot.make_home(Home(new_id(), wish.title, wish.members, near=room))

    assert the_chat(after).id != the_chat(before).id


async def test_an_archived_home_is_opened_again(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A group that was silent for a week is spoken to, shown changes and let in as if nothing had been."""
    wish, room = await home_of(stage, "Lena", "Omar")
    home = the_chat(await stage.messenger.make_home(wish))
    reference = await stage.messenger.send(post(home, "Welcome"))

    _archive(stage, home)
    await stage.messenger.edit(reference, post(home, "Welcome, all"))
    _archive(stage, home)
    await stage.messenger.send(post(home, "The review is due"))
    _archive(stage, home)
    await stage.messenger.dismiss(home, account(stage, "Omar"))
    await stage.messenger.admit(home, account(stage, "Omar"))

    assert [one.text for one in await stage.reads("Omar", home.id)] == ["Welcome, all", "The review is due"]
    assert room.id != home.id


async def test_who_is_not_on_the_server_gets_a_way_in(stage: DiscordStage, desk: RecordingDesk) -> None:
    """A member from elsewhere is handed an invitation for one, instead of failing the whole home."""
    wish, room = await home_of(stage, "Lena", "Omar")
    stranger = account(stage, "Mei")

    made = await stage.messenger.make_home(Home(new_id(), "Mixed", (*wish.members, stranger), near=room))
    way_in = await stage.messenger.admit(the_chat(made), stranger)

    assert [who for who, _link in made.keys] == [stranger.id]
    assert all(link.startswith("https://") for link in (way_in, made.keys[0][1]))
    assert [invite.max_uses for invite in stage.wire.backend.invites.values()] == [1, 1]


async def test_without_the_right_to_invite_the_link_of_the_home_is_handed_out(
    stage: DiscordStage, desk: RecordingDesk
) -> None:
    """Inviting is asked for but not needed."""
    wish, room = await home_of(stage, "Lena", "Omar")
    stage.wire.forbid(int(room.id), "create_instant_invite")
    await stage.wire.gateway.fence()
    members = (*wish.members, account(stage, "Mei"))

    made = await stage.messenger.make_home(Home(new_id(), "Mixed", members, near=room))

    assert made.keys == ((account(stage, "Mei").id, made.link),)


@pytest.mark.parametrize(
    ("right", "name"),
    [("create_private_threads", "Create Private Threads"), ("send_messages_in_threads", "Send Messages in Threads")],
)
async def test_a_missing_right_leaves_no_half_home(
    stage: DiscordStage, desk: RecordingDesk, right: str, name: str
) -> None:
    """The line names the right and the channel, and no thread without people is left behind."""
    wish, room = await home_of(stage, "Lena", "Omar")
    stage.wire.forbid(int(room.id), right)
    await stage.wire.gateway.fence()

    with pytest.raises(Undeliverable, match=name):
        await stage.messenger.make_home(wish)

    assert not [one for one in stage.wire.backend.channels.values() if one.is_thread]


async def test_a_home_needs_a_text_channel(stage: DiscordStage, desk: RecordingDesk) -> None:
    """In private messages, and where Discord has no private threads, the group is told to live in private."""
    wish, room = await home_of(stage, "Lena", "Omar")
    guild = stage.wire.backend.get_channel(int(room.id)).guild_id
    news = stage.wire.backend.create_channel(guild, "News", type=ChannelType.NEWS)
    private = await stage.messenger.open_private(account(stage, "Lena"))

    for near in (None, private, ChatRef(stage.messenger.name, str(news.id))):
        with pytest.raises(Undeliverable):
            await stage.messenger.make_home(Home(new_id(), "Nowhere", wish.members, near=near))


async def test_a_home_that_is_no_thread_is_gone(stage: DiscordStage, desk: RecordingDesk) -> None:
    """Nobody is added to, or taken out of, a channel of the whole server."""
    _wish, room = await home_of(stage, "Lena", "Omar")

    with pytest.raises(ChatGone):
        await stage.messenger.dismiss(room, account(stage, "Omar"))


def _archive(stage: DiscordStage, home: ChatRef) -> None:
    stage.wire.backend.edit_channel(int(home.id), {}, thread_metadata={"archived": True})
