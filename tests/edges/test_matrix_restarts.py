"""Does Matrix lose or repeat anything over restarts, gaps and failures of the house?"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import httpx

from core.ids import MessengerName
from core.messenger.events import ChatKind, Incoming
from tests.edges.matrix_stage import MatrixStage, OnMatrix, settled
from tests.edges.playing import account_of, gather, message, post
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import PRIVATE, until


class TestRestarts(OnMatrix):
    """Nothing said while we were away is lost, and nothing said twice is answered twice."""

    async def test_what_was_said_meanwhile_arrives_in_order(self, stage: MatrixStage) -> None:
        """More messages than one sync brings are fetched; each arrives once, in the order it was said."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena")
            await account_of(stage, desk, "Lena", room)
            await until(lambda: stage.messenger.name in desk.tokens)
        lena = stage.person("Lena")
        for number in range(130):
            await lena.write(room.id, f"word {number}")

        async with running(stage.bot_again(), desk):
            await desk.waits_for(lambda one: words(one.what) == "word 129")

        heard = list(dict.fromkeys(words(one.what) for one in desk.heard if words(one.what).startswith("word ")))
        assert heard == [f"word {number}" for number in range(130)]

    async def test_what_was_not_finished_comes_again(self, stage: MatrixStage) -> None:
        """A token is kept only after the work before it: killed in the middle, the event comes again, same key."""
        stuck = asyncio.Event()

        async def get_stuck(incoming: Incoming) -> None:
            if "Stuck" in words(incoming.what):
                stuck.set()
                await asyncio.Event().wait()

        desk = RecordingDesk(get_stuck)
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena")
            await account_of(stage, desk, "Lena", room)
            await stage.says("Lena", room.id, "/decide Stuck")
            await asyncio.wait_for(stuck.wait(), 60)

        async with running(stage.bot_again(), desk):
            await until(lambda: sum("Stuck" in words(one.what) for one in desk.heard) == 2)

        assert len({one.key for one in desk.heard if "Stuck" in words(one.what)}) == 1

    async def test_a_send_repeated_after_a_restart_appears_once(self, stage: MatrixStage) -> None:
        """The device stays the same, so a key is one message for ever."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena")
            card = post(stage, room, message("Only once", labels=("Yes", "No")))
            first = await stage.messenger.send(card)

        again = stage.bot_again()
        async with running(again, desk):
            second = await settled(again, lambda: again.send(card))
            await settled(again, lambda: again.send(post(stage, room, message("Fence"))))

        shown = await stage.reads("Lena", room.id)
        assert first == second
        assert sum("Only once" in one.text for one in shown) == 1
        assert next(one for one in shown if "Only once" in one.text).choices == ("Yes", "No")

    async def test_rooms_are_known_after_a_quiet_restart(self, stage: MatrixStage) -> None:
        """Also when nothing happened meanwhile, a restarted bot knows its rooms and who is private."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            await stage.says("Lena", PRIVATE, "/decide Before")
            heard = await desk.waits_for(lambda one: "Before" in words(one.what))
            await until(lambda: stage.messenger.name in desk.tokens)
            await asyncio.sleep(0.3)

        again = stage.bot_again()
        async with running(again, desk):
            await settled(again, lambda: again.send(post(stage, heard.chat, message("Back"))))
            await stage.says("Lena", PRIVATE, "/decide After")
            after = await desk.waits_for(lambda one: "After" in words(one.what))

        assert after.chat.kind is ChatKind.PRIVATE

    async def test_the_past_of_a_room_is_not_ours(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Commands from before we were invited are history; what was typed between invite and arrival counts."""
        lena = stage.person("Lena")
        room = await lena.make_room("Old room", [])
        await lena.write(room, "!propose Last year")
        await lena.ask("POST", "rooms", room, "invite", body={"user_id": stage.bot.id})
        await lena.write(room, "!propose This year")

        await desk.waits_for(lambda one: words(one.what) == "/propose This year")

        assert not any("Last year" in words(one.what) for one in desk.heard)


class Killed(RecordingDesk):
    """A desk that keeps no place in the stream any more once its process is killed.

    Attributes:
        is_killed: Asked before a place is kept.
        begun: Set once a first place is kept.
        is_slow: Whether it never comes back from keeping it.
    """

    def __init__(self, is_killed: Callable[[], Awaitable[bool]], is_slow: bool = False) -> None:
        super().__init__()
        self.is_killed, self.is_slow, self.begun = is_killed, is_slow, asyncio.Event()

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep the token while alive."""
        if await self.is_killed():
            return
        await super().keep_token(messenger, token)
        self.begun.set()
        if self.is_slow:
            await asyncio.Event().wait()


class TestTheFirstDay(OnMatrix):
    """Killed on its very first day, the bot begins where it began."""

    async def test_what_was_said_since_the_first_invite_arrives(self, stage: MatrixStage) -> None:
        """Killed as soon as it went in where it was invited, it hears all that was said there since the invite."""
        lena, desk = stage.person("Lena"), RecordingDesk()
        room = await lena.make_room("First room", [stage.bot.id])
        await lena.write(room, "!propose Early")

        async def is_in() -> bool:
            return stage.bot.id in await lena.members(room)

        killed = Killed(is_in)
        async with running(stage.messenger, killed):
            await until(is_in, 60)
        await lena.write(room, "!propose Meanwhile")

        desk.tokens.update(killed.tokens)
        async with running(stage.bot_again(), desk):
            await desk.waits_for(lambda one: words(one.what) == "/propose Meanwhile", 60)

        assert [words(one.what) for one in desk.heard if words(one.what)] == ["/propose Early", "/propose Meanwhile"]

    async def test_an_invite_from_before_the_first_place_is_followed(self, stage: MatrixStage) -> None:
        """Killed before it went in, it still goes in where it was invited before it first looked."""
        lena, desk = stage.person("Lena"), RecordingDesk()
        room = await lena.make_room("First room", [stage.bot.id])

        async def is_in() -> bool:
            return stage.bot.id in await lena.members(room)

        killed = Killed(is_in, is_slow=True)
        async with running(stage.messenger, killed):
            await asyncio.wait_for(killed.begun.wait(), 60)
        assert not await is_in()
        await lena.write(room, "!propose Meanwhile")

        desk.tokens.update(killed.tokens)
        async with running(stage.bot_again(), desk):
            await desk.waits_for(lambda one: words(one.what) == "/propose Meanwhile", 60)
            await until(lambda: desk.tokens != killed.tokens, 60)


class TestRoomsStandAlone(OnMatrix):
    """One room's trouble is not another's."""

    async def test_a_slow_room_stalls_no_other(self, stage: MatrixStage) -> None:
        """While one room's work waits, another is answered; within a room the order is kept."""
        released = asyncio.Event()
        done: list[str] = []

        async def work(incoming: Incoming) -> None:
            said = words(incoming.what)
            if "Slow" in said:
                await released.wait()
            if said.startswith("/decide"):
                done.append(said.removeprefix("/decide "))

        desk = RecordingDesk(work)
        async with running(stage.messenger, desk):
            slow, quick = await gather(stage, "Lena"), await gather(stage, "Lena")
            await stage.says("Lena", slow.id, "/decide Slow")
            await stage.says("Lena", slow.id, "/decide After slow")
            await stage.says("Lena", quick.id, "/decide Quick")
            await until(lambda: "Quick" in done)
            assert done == ["Quick"]
            released.set()
            await until(lambda: len(done) == 3)

        assert done == ["Quick", "Slow", "After slow"]

    async def test_a_bug_in_the_house_does_not_stop_listening(self, stage: MatrixStage) -> None:
        """An event that makes the house fail is logged; the next one is heard."""

        async def fail(incoming: Incoming) -> None:
            if "Boom" in words(incoming.what):
                raise RuntimeError("a bug of ours")

        desk = RecordingDesk(fail)
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena")
            await stage.says("Lena", room.id, "/decide Boom")
            await stage.says("Lena", room.id, "/decide Next")
            await desk.waits_for(lambda one: "Next" in words(one.what))

        assert any("Boom" in words(one.what) for one in desk.heard)

    async def test_broken_events_do_not_stop_listening(self, stage: MatrixStage, desk: RecordingDesk) -> None:
        """Events bent by hand, as far as the homeserver lets them through, are passed over."""
        room = await gather(stage, "Lena")
        lena = stage.person("Lena")
        for broken in ({}, {"msgtype": "m.text"}, {"msgtype": "m.text", "body": 7}, {"body": {"a": 1}}):
            with suppress(httpx.HTTPStatusError):
                await lena.put(room.id, "m.room.message", broken)
        await lena.put(room.id, "m.reaction", {"m.relates_to": {"event_id": 7}})
        await lena.put(room.id, "m.room.encrypted", {"algorithm": "none"})

        await stage.says("Lena", room.id, "/decide Still here")

        await desk.waits_for(lambda one: "Still here" in words(one.what))
