"""Does Matrix behave in rooms: greetings, privacy, homes, upgrades?"""

from dataclasses import replace

import pytest

from core.errors import ChatGone, NoPrivateWay
from core.ids import new_id
from core.messenger.events import AccountRef, Change, ChatChanged, ChatKind, Incoming
from core.messenger.port import Home
from tests.edges.matrix_people import wait_for_invite
from tests.edges.matrix_stage import MatrixStage, OnMatrix, settled
from tests.edges.playing import account_of, can_read, changed, gather, message, post
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import PRIVATE, until


def account(stage: MatrixStage, name: str) -> AccountRef:
    """Name a person's account."""
    return AccountRef(stage.messenger.name, stage.person(name).user.id, name)


class TestBeingInvited(OnMatrix):
    """We come when asked, tell the house, and say nothing by ourselves."""

    async def test_the_house_may_greet(self, stage: MatrixStage) -> None:
        """Invited into a room, the house is told once who brought us, and its greeting is all we ever say there."""

        async def greet(incoming: Incoming) -> None:
            if changed(incoming, Change.BOT_ADDED):
                await stage.messenger.send(post(stage, incoming.chat, message("!help")))

        desk = RecordingDesk(greet)
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena", "Omar")
            await until(lambda: can_read(stage, "Lena", room, "!help"))
            for talk in ("hello", "how are you", "fine"):
                await stage.says("Omar", room.id, talk)
            await account_of(stage, desk, "Lena", room)

        brought = [one for one in desk.heard if changed(one, Change.BOT_ADDED)]
        assert [one.account.id for one in brought] == [stage.person("Lena").user.id]
        assert len([one for one in await stage.reads("Lena", room.id) if one.from_bot]) == 1

    async def test_people_come_and_go(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Who enters and leaves later is told to the house."""
        room = await gather(stage, "Lena", "Omar")
        await account_of(stage, desk, "Lena", room)

        await stage.person("Omar").ask("POST", "rooms", room.id, "leave", body={})
        left = await desk.waits_for(lambda one: changed(one, Change.PERSON_LEFT))

        assert left.account.id == stage.person("Omar").user.id


class TestPrivacy(OnMatrix):
    """A private chat has one reader, or nothing is said there."""

    async def test_a_third_person_ends_privacy(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """When someone is invited into a private chat, it is a room from then on, and private words stay unsaid."""
        await stage.says("Lena", PRIVATE, "/decide Alone")
        alone = await desk.waits_for(lambda one: "Alone" in words(one.what))
        omar = stage.person("Omar")

        await stage.person("Lena").ask("POST", "rooms", alone.chat.id, "invite", body={"user_id": omar.user.id})
        await stage.person("Lena").write(alone.chat.id, "!decide Together")
        together = await desk.waits_for(lambda one: "Together" in words(one.what))

        assert (alone.chat.kind, together.chat.kind) == (ChatKind.PRIVATE, ChatKind.ROOM)
        with pytest.raises(NoPrivateWay):
            await stage.messenger.send(post(stage, alone.chat, message("Only for Lena")))

    async def test_a_refused_private_chat_is_not_pressed(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Who turns our private invite down is not invited again; inviting us opens the way."""
        lena = stage.person("Lena")
        chat = await settled(stage.messenger, lambda: stage.messenger.open_private(account(stage, "Lena")))
        await until(lena.invites)
        await lena.ask("POST", "rooms", chat.id, "leave", body={})
        await desk.waits_for(lambda one: changed(one, Change.PERSON_LEFT))

        with pytest.raises(NoPrivateWay):
            await stage.messenger.open_private(account(stage, "Lena"))
        with pytest.raises(NoPrivateWay):
            await stage.messenger.send(post(stage, chat, message("Please")))

        await stage.says("Lena", PRIVATE, "/decide Open")
        opened = await desk.waits_for(lambda one: "Open" in words(one.what))
        assert (await stage.messenger.open_private(account(stage, "Lena"))).id == opened.chat.id

    async def test_words_for_one_are_never_shown_to_all(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """A post with one reader is refused in a room, whatever the house believed."""
        room = await gather(stage, "Lena", "Omar")
        secret = replace(post(stage, room, message("For your eyes")), reader=account(stage, "Lena"))

        with pytest.raises(NoPrivateWay):
            await settled(stage.messenger, lambda: stage.messenger.send(secret))


class TestHomes(OnMatrix):
    """A home has one room and exactly its members."""

    async def test_an_interrupted_home_is_finished(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Made again with one member more, the same room invites only who is missing."""
        token = new_id()
        lena, omar = account(stage, "Lena"), account(stage, "Omar")

        first = await settled(stage.messenger, lambda: stage.messenger.make_home(Home(token, "Tea", (lena,))))
        assert first.chat is not None
        await wait_for_invite(stage.person("Lena"), first.chat.id)
        again = await stage.messenger.make_home(Home(token, "Tea", (lena, omar)))

        assert again.chat is not None
        assert again.chat.id == first.chat.id
        assert again.keys == ()
        await wait_for_invite(stage.person("Omar"), first.chat.id)
        members = await stage.person("Lena").members(first.chat.id)
        assert members == {stage.bot.id, lena.id, omar.id}
        assert (await stage.person("Omar").look()).rooms[first.chat.id].name == "Tea"

    async def test_members_are_equal(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Each may name the room; nobody may bring or remove people past the group's consent."""
        people = ("Lena", "Omar")
        home = Home(new_id(), "Tea", tuple(account(stage, name) for name in people))
        made = await settled(stage.messenger, lambda: stage.messenger.make_home(home))
        assert made.chat is not None
        for name in people:
            await wait_for_invite(stage.person(name), made.chat.id)

        for name in people:
            levels = await stage.person(name).ask("GET", "rooms", made.chat.id, "state", "m.room.power_levels", "")
            assert stage.person(name).user.id not in levels["users"]
            await stage.person(name).ask(
                "PUT", "rooms", made.chat.id, "state", "m.room.name", "", body={"name": f"{name}'s tea"}
            )
        assert levels["invite"] == levels["kick"] == levels["ban"] == 100
        assert levels.get("users_default", 0) == 0

    async def test_a_refused_invite_is_told(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Who turns the key down is told to the house as someone who left; admitting invites again."""
        made = await settled(
            stage.messenger, lambda: stage.messenger.make_home(Home(new_id(), "Tea", (account(stage, "Lena"),)))
        )
        assert made.chat is not None
        await until(stage.person("Lena").invites)

        await stage.person("Lena").ask("POST", "rooms", made.chat.id, "leave", body={})
        left = await desk.waits_for(lambda one: changed(one, Change.PERSON_LEFT))
        assert left.account.id == stage.person("Lena").user.id

        assert await stage.messenger.admit(made.chat, account(stage, "Lena")) == ""
        await wait_for_invite(stage.person("Lena"), made.chat.id)

    async def test_a_room_without_us_cannot_admit(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Outside of a room we cannot let anybody in, and say that the chat is gone."""
        room = await gather(stage, "Lena", "Omar")
        await stage.remove_bot(room.id)
        await desk.waits_for(lambda one: changed(one, Change.BOT_REMOVED))

        with pytest.raises(ChatGone):
            await stage.messenger.admit(room, account(stage, "Mei"))
        with pytest.raises(ChatGone):
            await stage.messenger.dismiss(room, account(stage, "Omar"))


class TestUpgrades(OnMatrix):
    """An upgraded room keeps its bot."""

    async def test_a_tombstone_is_followed(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """The bot goes to the new room and says where the chat is now, without another greeting."""
        lena = stage.person("Lena")
        room = await gather(stage, "Lena", "Omar")
        await account_of(stage, desk, "Lena", room)

        new = (await lena.ask("POST", "rooms", room.id, "upgrade", body={"new_version": "10"}))["replacement_room"]
        await lena.ask("POST", "rooms", new, "invite", body={"user_id": stage.bot.id})
        moved = await desk.waits_for(lambda one: changed(one, Change.MOVED))
        await lena.write(new, "!decide Here we are")
        heard = await desk.waits_for(lambda one: "Here we are" in words(one.what))

        assert isinstance(moved.what, ChatChanged)
        assert (moved.chat.id, moved.what.moved_to and moved.what.moved_to.id) == (room.id, new)
        assert heard.chat.id == new
        assert len({one.key for one in desk.heard if changed(one, Change.MOVED)}) == 1
        assert not [one for one in desk.heard if changed(one, Change.BOT_ADDED) and one.chat.id == new]

    async def test_a_false_successor_is_not_followed(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """A tombstone pointing to a room that does not name the old one moves nobody."""
        lena = stage.person("Lena")
        room = await gather(stage, "Lena", "Omar")
        trap = await lena.make_room("Trap", [], preset="public_chat")

        stone = {"body": "moved", "replacement_room": trap}
        await lena.ask("PUT", "rooms", room.id, "state", "m.room.tombstone", "", body=stone)
        await lena.write(room.id, "!decide Fence")
        await desk.waits_for(lambda one: "Fence" in words(one.what))

        assert not any(changed(one, Change.MOVED) for one in desk.heard)
        assert stage.bot.id not in await lena.members(trap)

    async def test_an_upgrade_while_we_had_no_memory(self, stage: MatrixStage) -> None:
        """Also at a first sync the way to the new room is found."""
        desk = RecordingDesk()
        lena = stage.person("Lena")
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena")
            await account_of(stage, desk, "Lena", room)
        new = await lena.make_room("New", [stage.bot.id], creation_content={"predecessor": {"room_id": room.id}})
        stone = {"body": "moved", "replacement_room": new}
        await lena.ask("PUT", "rooms", room.id, "state", "m.room.tombstone", "", body=stone)

        fresh = RecordingDesk()
        async with running(stage.bot_again(), fresh):
            moved = await fresh.waits_for(lambda one: changed(one, Change.MOVED))

        assert isinstance(moved.what, ChatChanged)
        assert moved.what.moved_to is not None
        assert moved.what.moved_to.id == new
