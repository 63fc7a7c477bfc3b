"""Is what becomes of each deed noted, counted and told of?"""

import logging
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from core.app.carried import Brought, bringing, drawing
from core.app.outbox import Leased
from core.app.queue import Deed
from core.delivery.acts import Reading
from core.delivery.limits import Limit, Limits
from core.delivery.outbox import Delivery, Habits
from core.delivery.patience import Patience
from core.drawing.picture import Picture
from core.errors import ChatGone, NoPrivateWay, OutOfReach, TryAgain, Undeliverable
from core.groups.neighbours import Around
from core.ids import MessengerName
from core.messenger.capabilities import Can
from core.messenger.events import Attached, ChatRef, FileKind, MessageRef
from core.messenger.messages import Style
from core.messenger.port import File, HomeMade, Paragraph
from core.texts.translator import render
from core.wording import text
from tests.delivery.fakes import ABLE, Recorder
from tests.delivery.scene import Scene
from tests.delivery.shelf import LENA, PRIVATE, ROOM, Hearer, Shelf, a_sending, at_once, handed_out, seconds
from tests.storage.samples import HERE, NOW

SECOND = timedelta(seconds=1)
AWAY = MessengerName("away")
ONCE = a_sending(at_most_once=True)
EDIT, HOME = a_sending(Deed.EDIT), a_sending(Deed.HOME, data={"token": "t", "title": "Café"})
SHOWN = MessageRef(PRIVATE, "m0")
NOTES = ("done", "later", "give-up", "park", "sleep", "home-made", "home-failed", "admitted")


def pause(tried: int, asked: float | None = None) -> timedelta:
    """Say how long the first pause of a scene is."""
    return Patience().wait(tried, asked, Random(1))


@pytest.mark.parametrize(
    ("error", "leased", "notes", "outcome"),
    [
        (TryAgain("busy", after=5), handed_out(), [("later", "s1", NOW + 5 * SECOND, "busy")], "later"),
        (TryAgain(""), handed_out(attempts=3), [("later", "s1", NOW + pause(3), "later")], "later"),
        (TryAgain("busy", None, True), handed_out(), [("later", "s1", NOW + pause(0), "busy")], "later"),
        (
            TryAgain("slow", None, True),
            handed_out(ONCE),
            [("give-up", "s1", "it may have arrived: slow", NOW)],
            "given-up",
        ),
        (TryAgain("busy"), handed_out(ONCE), [("later", "s1", NOW + pause(0), "busy")], "later"),
        (TryAgain("busy"), handed_out(attempts=58), [("later", "s1", NOW + pause(58), "busy")], "later"),
        (TryAgain("busy"), handed_out(attempts=59), [("give-up", "s1", "tried 60 times: busy", NOW)], "given-up"),
        (KeyError("bug"), handed_out(attempts=3), [("later", "s1", NOW + pause(3), "KeyError")], "later"),
        (KeyError("bug"), handed_out(attempts=4), [("give-up", "s1", "tried 5 times: KeyError", NOW)], "given-up"),
        (NoPrivateWay("not yet"), handed_out(), [("park", "s1", NOW)], "parked"),
        (
            NoPrivateWay("not yet"),
            handed_out(EDIT, edits=SHOWN),
            [("give-up", "s1", "no private way", NOW)],
            "given-up",
        ),
        (ChatGone("kicked"), handed_out(), [("sleep", ROOM, NOW), ("give-up", "s1", "kicked", NOW)], "given-up"),
        (
            ChatGone("kicked"),
            handed_out(EDIT, edits=SHOWN),
            [("sleep", PRIVATE, NOW), ("give-up", "s1", "kicked", NOW)],
            "given-up",
        ),
        (Undeliverable("too long"), handed_out(), [("give-up", "s1", "too long", NOW)], "given-up"),
        (Undeliverable(""), handed_out(), [("give-up", "s1", "Undeliverable", NOW)], "given-up"),
    ],
)
def test_what_fails_is_noted_as_it_failed(
    error: Exception,
    leased: Leased,
    notes: list[tuple[object, ...]],
    outcome: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Repeated where time helps, parked for a tap, or given up; counted once, and told of if it is lost."""
    scene = Scene(leased)
    scene.fails(error)

    assert scene.drain() == 1

    deed = leased.sending.deed
    assert scene.shelf.noted(*NOTES) == notes
    assert scene.count.counted == [("here", deed, outcome)]
    bug = [("core.delivery.outbox", logging.ERROR, f"deed {deed} of s1 failed")] if type(error) is KeyError else []
    lost = [("core.delivery.outbox", logging.WARNING, f"gave up {deed} s1 on here: {notes[-1][2]}")]
    assert caplog.record_tuples == bug + (lost if outcome == "given-up" else [])
    assert [bool(record.exc_info) for record in caplog.records[: len(bug)]] == [True] * len(bug)


@pytest.mark.parametrize(
    ("leased", "notes"),
    [
        (handed_out(), ("done", "s1", MessageRef(ROOM, "m1"), NOW, NOW)),
        (handed_out(EDIT, edits=SHOWN), ("done", "s1", None, NOW, NOW)),
        (handed_out(chat=None, account=LENA), ("done", "s1", MessageRef(PRIVATE, "m1"), NOW, None)),
        (handed_out(HOME), ("home-made", "s1", HomeMade(None, "link"))),
        (handed_out(a_sending(Deed.ADMIT), account=LENA), ("admitted", "s1", "key")),
    ],
)
def test_what_is_done_is_noted_with_its_fruit(leased: Leased, notes: tuple[object, ...]) -> None:
    """The message that appeared, the home, or the key; whatever else follows is the application's."""
    scene = Scene(leased)

    assert scene.drain() == 1

    assert scene.shelf.noted(*NOTES) == [notes]
    assert scene.count.counted == [("here", leased.sending.deed, "done")]


@pytest.mark.parametrize("error", [ChatGone("kicked"), Undeliverable("no rooms"), NoPrivateWay("no rooms")])
def test_where_no_home_can_be_made_the_group_hears_of_it(error: Undeliverable) -> None:
    """It lives in private messages then; the chat beside which the home was to be does not sleep for it."""

    class Homeless(Recorder):
        async def make_home(self, home: object) -> HomeMade:
            """Fail."""
            raise error

    scene = Scene(handed_out(HOME), messengers={HERE: Homeless()})

    assert scene.drain() == 1

    reason = "no private way" if isinstance(error, NoPrivateWay) else str(error)
    assert scene.shelf.noted(*NOTES) == [("home-failed", "s1"), ("give-up", "s1", reason, NOW)]


@pytest.mark.parametrize("unsure", [True, False])
@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize("keys", [Can.NATIVE, Can.IMITATED])
@pytest.mark.parametrize("chat", [ROOM, None])
def test_what_a_dead_process_began_is_repeated_where_that_is_safe(
    unsure: bool, once: bool, keys: Can, chat: ChatRef | None
) -> None:
    """A reminder that may have arrived is sent again only where a repeat appears once."""
    scene = Scene(handed_out(a_sending(at_most_once=once), chat, account=None if chat else LENA, unsure=unsure))
    scene.messenger.able = replace(ABLE, send_keys=keys)

    scene.drain()

    lost = unsure and once and not (chat and keys is Can.NATIVE)
    assert len(scene.messenger.sent) == (0 if lost else 1)
    if lost:
        assert scene.shelf.noted(*NOTES) == [("give-up", "s1", "it may have arrived before a restart", NOW)]


def test_a_chat_rests_between_two_messages() -> None:
    """The next one is put back until then, untried and uncounted; the lane is told when the chat may be asked again."""
    first, second = handed_out(), handed_out(a_sending(name="s2"))
    scene = Scene(first, second, limits={HERE: Limits(chat=Limit(1, 2))})

    assert scene.drain() == 2
    free = NOW + 2 * SECOND
    assert scene.shelf.noted(*NOTES) == [
        ("done", "s1", MessageRef(ROOM, "m1"), NOW, free),
        ("later", "s2", free, "the chat rests"),
    ]
    assert scene.count.counted == [("here", Deed.SEND, "done")]

    scene.clock.advance(2 * SECOND)
    scene.shelf.waiting = [second]
    assert scene.drain() == 1
    assert len(scene.messenger.sent) == 2


def test_what_comes_along_is_had_from_wherever_it_was_said() -> None:
    """From another messenger of this process; a picture that cannot be drawn is told of, in the words of the house."""
    away = Recorder(AWAY, files={"handle": b"%PDF-1.7"})
    here = Recorder(able=replace(ABLE, file_limit=99))
    file = Attached(FileKind.FILE, "plan.pdf", "application/pdf", 8, "handle")
    scene = Scene(
        handed_out(a_sending(data=bringing(Brought(AWAY, file)))),
        handed_out(a_sending(name="s2", data=drawing(Picture(Around("alone")))), language=""),
        messengers={HERE: here, AWAY: away},
        reading=Reading("uk"),
    )

    assert scene.drain() == 2
    assert here.sent[0].file == File(file, b"%PDF-1.7")
    assert here.sent[1].body[-1] == Paragraph(render(text("around-undrawn"), "uk"), Style.NOTE)


def test_a_note_is_tried_as_long_as_the_lease_holds() -> None:
    """Two minutes: what is left of three after the minute a deed may take."""

    class Locked(Shelf):
        async def done(self, *noted: object) -> bool:
            """Fail."""
            raise OutOfReach("locked")

    scene = Scene()
    delivery = Delivery(
        Locked([handed_out()]), {HERE: scene.messenger}, Hearer([]), scene.clock, scene.bell, habits=Habits("house")
    )

    async def story() -> float:
        await delivery.drain()
        return seconds()

    assert at_once(story()) == pytest.approx(120, abs=1.5)
