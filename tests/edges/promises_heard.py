"""Does what people do reach the desk, once and by the right person?"""

from core.messenger.events import (
    ChatKind,
    Said,
)
from tests.edges.playing import LABELS, EdgeStage, account_of, can_read, choice_of, gather, message, post, shown_to
from tests.edges.recording import RecordingDesk, running, words
from tests.stage import until


class Hears:
    """What people do arrives as they did it."""

    async def test_what_is_typed_arrives_as_written(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A command arrives with its words untouched, its person, its chat and an aware moment."""
        room = await gather(stage, "Lena", "Omar")
        written = "Meet <b>@everyone</b> at the library & café №1"

        await stage.says("Lena", room.id, f"/decide {written}")
        heard = await desk.waits_for(lambda one: written in words(one.what))

        assert words(heard.what) == f"/decide {written}"
        assert (heard.chat.id, heard.chat.kind) == (room.id, ChatKind.ROOM)
        assert heard.account.messenger == stage.messenger.name
        assert heard.account.name == "Lena"
        assert heard.at.utcoffset() is not None

    async def test_whoever_stood_by_listens_again(self, stage: EdgeStage) -> None:
        """After another process listened for a while, the same messenger hears and speaks as before."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            room = await gather(stage, "Lena", "Omar")
        async with running(stage.messenger, desk):
            await stage.says("Lena", room.id, "/decide Tea")
            heard = await desk.waits_for(lambda one: "Tea" in words(one.what))
            ref = await stage.messenger.send(post(stage, room, message("Still here")))
            await shown_to(stage, "Omar", room, ref)

        assert heard.account.name == "Lena"

    async def test_a_tap_arrives_once_by_the_right_person(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """One choice makes one event; it says which choice, under which message, and who made it."""
        room = await gather(stage, "Lena", "Omar")
        lena, omar = await account_of(stage, desk, "Lena", room), await account_of(stage, desk, "Omar", room)
        card = post(stage, room, message("Repair café", labels=LABELS))
        ref = await stage.messenger.send(card)
        await shown_to(stage, "Omar", room, ref)

        await stage.taps("Omar", room.id, LABELS[1])
        await desk.waits_for(lambda one: choice_of(one, card, ref) is not None)
        await account_of(stage, desk, "Lena", room)

        taps = [one for one in desk.heard if choice_of(one, card, ref) is not None]
        assert [choice_of(one, card, ref) for one in taps] == [1]
        assert taps[0].account.id == omar.id != lena.id
        assert taps[0].chat.id == room.id

    async def test_two_people_tap_the_same(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """The same choice by two people is two events, each its own."""
        room = await gather(stage, "Lena", "Omar")
        card = post(stage, room, message("The last seat", labels=("I bring tea",)))
        ref = await stage.messenger.send(card)

        for person in ("Lena", "Omar"):
            await shown_to(stage, person, room, ref)
            await stage.taps(person, room.id, "I bring tea")
        await until(lambda: sum(choice_of(one, card, ref) == 0 for one in desk.heard) == 2)

        taps = [one for one in desk.heard if choice_of(one, card, ref) == 0]
        assert len({one.key for one in taps}) == 2
        assert {one.account.name for one in taps} == {"Lena", "Omar"}

    async def test_a_repeated_event_carries_the_same_key(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """An event delivered twice can act once, because both deliveries are called the same."""
        room = await gather(stage, "Lena")
        await stage.says("Lena", room.id, "/decide Twice")
        await desk.waits_for(lambda one: "Twice" in words(one.what))

        await stage.repeats()
        await stage.says("Lena", room.id, "/decide Fence")
        await desk.waits_for(lambda one: "Fence" in words(one.what))

        twice = {one.key for one in desk.heard if "Twice" in words(one.what)}
        fence = {one.key for one in desk.heard if "Fence" in words(one.what)}
        assert len(twice) == 1
        assert twice.isdisjoint(fence)

    async def test_typed_numbers_are_as_declared(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A plain number typed in a room reaches the desk exactly where that was declared."""
        room = await gather(stage, "Lena")
        await account_of(stage, desk, "Lena", room)

        await stage.says("Lena", room.id, "2")
        await stage.says("Lena", room.id, "/decide Fence")
        await desk.waits_for(lambda one: "Fence" in words(one.what))

        arrived = any(one.what == Said("2") or words(one.what) == "2" for one in desk.heard)
        assert arrived is stage.messenger.capabilities(room).typed_numbers

    async def test_the_bot_does_not_hear_itself(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What Socium writes never comes back as something a person did."""
        room = await gather(stage, "Lena")
        await stage.messenger.send(post(stage, room, message("/decide Echo")))
        await until(lambda: can_read(stage, "Lena", room, "Echo"))

        await stage.says("Lena", room.id, "/decide Fence")
        await desk.waits_for(lambda one: "Fence" in words(one.what))

        assert not [one for one in desk.heard if "Echo" in words(one.what)]
