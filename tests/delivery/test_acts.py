"""Is each deed done at the messenger as it was meant, for whom it was meant?"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from core.app.carried import Brought, bringing, drawing
from core.app.outbox import Leased
from core.app.queue import Deed
from core.delivery.acts import Actor, Admitted, Fruit, Reading, Sent
from core.delivery.drawing import Easel
from core.drawing.picture import Picture
from core.errors import NoPrivateWay, TryAgain, Undeliverable
from core.groups.neighbours import Around
from core.ids import ChoiceKey, EventKey, MessengerName
from core.messenger.capabilities import Can
from core.messenger.events import AccountRef, Attached, ChatRef, FileKind, MessageRef
from core.messenger.messages import Choice, Offered, Style, say
from core.messenger.port import File, Home, HomeMade, Paragraph, Post
from core.texts.translator import render
from core.wording import Moment, Text, text
from tests.delivery.fakes import ABLE, Recorder
from tests.delivery.shelf import LENA, PRIVATE, ROOM, Shelf, a_sending, at_once, handed_out, seconds
from tests.storage.samples import HERE

ELSEWHERE = MessengerName("elsewhere")
NIGHT = datetime(2026, 5, 1, 23, 30, tzinfo=UTC)
DATED = text("agree-review", name=text("own-words", words="Choir"))
WHEN = text("clause-review-on", on=Moment(NIGHT, date_only=True))
HELLO = Paragraph("hello")
PLAN = Attached(FileKind.FILE, "plan.pdf", "application/pdf", 1, "handle")
DRAWN = File(Attached(FileKind.PICTURE, "around.png", "image/png", 9, ""), b"123456789")


@dataclass(slots=True)
class Sketch(Easel):
    """Draws nothing, but hands out what was drawn before; what it was asked is remembered."""

    drawn: File | None = DRAWN
    asked: list[tuple[Picture, str]] = field(default_factory=list)

    async def draw(self, picture: Picture, read: Callable[[Text], str]) -> File | None:
        """Remember the picture, and what a sign means in the reader's words."""
        self.asked.append((picture, read(text("tie-met"))))
        return self.drawn


def an_actor(messenger: Recorder | None = None, shelf: Shelf | None = None, **more: object) -> Actor:
    """Set up whoever does the deeds, with readers in Ukrainian and Kyiv where nobody chose."""
    here = messenger or Recorder()
    away = Recorder(ELSEWHERE, files={"handle": b"%PDF-1.7"})
    actor = Actor(here, shelf or Shelf(), Reading("uk", "Europe/Kyiv"), timedelta(minutes=1), {ELSEWHERE: away})
    return replace(actor, **more)  # type: ignore[arg-type]  # fields by name


def act(leased: Leased, messenger: Recorder | None = None, shelf: Shelf | None = None, **more: object) -> Fruit:
    """Do one deed, in no time."""
    return at_once(an_actor(messenger, shelf, **more).act(leased))


def test_a_message_is_said_with_all_that_belongs_to_it() -> None:
    """Its words in the chat's language and zone, its choices, what it answers, under its own key."""
    messenger = Recorder(able=replace(ABLE, command_prefix="!"))
    message = say(DATED, WHEN, choices=(Choice("go", WHEN),), asks=True)
    sending = a_sending(message=message, keys=(ChoiceKey("k"),), answering=EventKey("e"))
    answers = MessageRef(ROOM, "m0")

    sent = act(handed_out(sending, language="ru", zone="Europe/Berlin", answers=answers), messenger)

    when = render(WHEN, "ru", "Europe/Berlin")
    assert sent == Sent(MessageRef(ROOM, "m1"))
    assert messenger.sent == [
        Post(
            ROOM,
            "s1",
            (Paragraph(render(DATED, "ru", "Europe/Berlin", prefix="!")), Paragraph(when)),
            (Offered(ChoiceKey("k"), when),),
            reply_to=answers,
            answering=EventKey("e"),
            asks=True,
            language="ru",
        )
    ]
    assert "!agree" in messenger.sent[0].body[0].text
    assert when != render(WHEN, "ru", "UTC")


@pytest.mark.parametrize("own_times", [True, False])
def test_moments_are_left_to_chats_that_show_them(own_times: bool) -> None:
    """In the words, not on buttons; and where nobody chose, language and zone are the house's."""
    messenger = Recorder(able=replace(ABLE, own_times=own_times))
    sending = a_sending(message=say(WHEN, choices=(Choice("go", WHEN),)), keys=(ChoiceKey("k"),))

    act(handed_out(sending, language="", zone=""), messenger)

    [post] = messenger.sent
    assert post.body == (Paragraph(render(WHEN, "uk", "Europe/Kyiv", marked=own_times)),)
    assert post.choices == (Offered(ChoiceKey("k"), render(WHEN, "uk", "Europe/Kyiv")),)
    assert post.language == "uk"


def test_what_is_answered_in_another_chat_is_not_answered_here() -> None:
    """A private chat that had to be found first knows neither the event nor the message, and is remembered."""
    messenger, shelf = Recorder(), Shelf()
    leased = handed_out(a_sending(answering=EventKey("e")), None, account=LENA, answers=MessageRef(ROOM, "m0"))

    assert act(leased, messenger, shelf) == Sent(MessageRef(PRIVATE, "m1"))

    assert messenger.sent == [Post(PRIVATE, "s1", (HELLO,))]
    assert shelf.calls == [("opened", "s1", PRIVATE)]


@pytest.mark.parametrize(
    ("leased", "why"),
    [
        (handed_out(chat=None), "goes to nobody"),
        (handed_out(a_sending(message=None)), "says nothing"),
        (handed_out(a_sending(Deed.ADMIT), account=None), "the chat or the person is gone"),
        (handed_out(a_sending(Deed.ADMIT), None, account=LENA), "the chat or the person is gone"),
        (handed_out(a_sending(Deed.DISMISS), account=None), "the chat or the person is gone"),
    ],
)
def test_what_lacks_something_can_never_be_done(leased: Leased, why: str) -> None:
    """Nobody to say it to, nothing to say, nobody to let in: the operator reads which."""
    with pytest.raises(Undeliverable, match=f"^{why}$"):
        act(leased)


@pytest.mark.parametrize("able", [Can.NATIVE, Can.IMITATED])
@pytest.mark.parametrize("shut", [True, False])
def test_an_answer_for_one_is_read_by_one(able: Can, shut: bool) -> None:
    """In the room where it can show something to one alone; else, or when that fails, in private."""
    messenger, shelf = Recorder(able=replace(ABLE, private_answers=able, file_limit=99)), Shelf()
    with_file = a_sending(data=bringing(Brought(ELSEWHERE, PLAN)))

    def closed(post: Post) -> None:
        if shut and post.chat == ROOM:
            raise NoPrivateWay("too old")

    messenger.trouble = closed
    act(handed_out(with_file, account=LENA), messenger, shelf)

    [post] = messenger.sent
    privately = shut or able is not Can.NATIVE
    assert post == Post(
        PRIVATE if privately else ROOM,
        "s1",
        (HELLO,),
        reader=None if privately else LENA,
        file=File(replace(PLAN, size=8), b"%PDF-1.7"),
    )
    assert shelf.calls == ([("opened", "s1", PRIVATE)] if privately else [])


@pytest.mark.parametrize(
    ("most", "brought", "crosses"),
    [
        (8, Brought(ELSEWHERE, PLAN), True),
        (7, Brought(ELSEWHERE, PLAN), False),
        (99, Brought(HERE, PLAN), False),
        (99, Brought(ELSEWHERE, replace(PLAN, handle="gone")), False),
        (99, Brought(ELSEWHERE, replace(PLAN, name="plan.exe")), False),
    ],
)
def test_a_file_crosses_or_is_told_of(most: int, brought: Brought, crosses: bool) -> None:
    """What is too large, not to be had or a program stays on the other side, and the words say so."""
    messenger = Recorder(able=replace(ABLE, file_limit=most))
    said = say(text("own-words", words="look"))

    act(handed_out(a_sending(message=said, data=bringing(brought)), language="de"), messenger)

    name = brought.file.name
    note = Paragraph(render(text("relay-file-stayed-unmeasured", name=name), "de"), Style.NOTE)
    body = (Paragraph("look"),) if crosses else (Paragraph("look"), note)
    file = File(replace(PLAN, size=8), b"%PDF-1.7") if crosses else None
    assert messenger.sent == [Post(ROOM, "s1", body, language="de", file=file)]


def test_what_grew_since_it_was_asked_for_stays_behind() -> None:
    """A messenger that hands out more than it was asked for does not make us send too much."""

    class Generous(Recorder):
        async def fetch(self, file: Attached, most: int) -> bytes:
            """Hand out one byte more than is wanted."""
            return b"x" * (most + 1)

    messenger = Recorder(able=replace(ABLE, file_limit=8))
    sending = a_sending(data=bringing(Brought(ELSEWHERE, PLAN)))

    act(handed_out(sending), messenger, sources={ELSEWHERE: Generous(ELSEWHERE)})

    assert messenger.sent[0].file is None
    assert messenger.sent[0].body[1].style is Style.NOTE


@pytest.mark.parametrize(("drawn", "most", "comes"), [(DRAWN, 9, True), (DRAWN, 8, False), (None, 9, False)])
def test_a_picture_comes_along_or_the_words_stand_for_themselves(drawn: File | None, most: int, comes: bool) -> None:
    """Drawn in the reader's words; where it is too large or was not drawn, the words say so."""
    messenger, easel = Recorder(able=replace(ABLE, file_limit=most)), Sketch(drawn=drawn)
    picture = Picture(Around("Repair café"))

    act(handed_out(a_sending(data=drawing(picture)), language="es"), messenger, easel=easel)

    body = (HELLO,) if comes else (HELLO, Paragraph(render(text("around-undrawn"), "es"), Style.NOTE))
    assert messenger.sent == [Post(ROOM, "s1", body, language="es", file=DRAWN if comes else None)]
    assert easel.asked == [(picture, render(text("tie-met"), "es"))]


@pytest.mark.parametrize(("chat", "account", "reader"), [(ROOM, LENA, LENA), (ROOM, None, None), (PRIVATE, LENA, None)])
def test_a_message_is_changed_in_place(chat: ChatRef, account: AccountRef | None, reader: AccountRef | None) -> None:
    """What one alone could read in a room only they can read afterwards; its chat is the message's own."""
    messenger = Recorder()

    sent = act(handed_out(a_sending(Deed.EDIT), None, account=account, edits=MessageRef(chat, "m0")), messenger)

    assert (sent, messenger.sent) == (Sent(), [])
    assert messenger.edited == [("m0", replace(Post(chat, "s1", (HELLO,)), reader=reader))]


@pytest.mark.parametrize(("edits", "able"), [(None, Can.NATIVE), (MessageRef(ROOM, "m0"), Can.ABSENT)])
def test_what_cannot_be_changed_is_said_anew(edits: MessageRef | None, able: Can) -> None:
    """A message that stayed behind, or that the messenger cannot change; then it has a new name."""
    messenger = Recorder(able=replace(ABLE, edits=able))

    assert act(handed_out(a_sending(Deed.EDIT), edits=edits), messenger) == Sent(MessageRef(ROOM, "m1"))
    assert (messenger.sent, messenger.edited) == ([Post(ROOM, "s1", (HELLO,))], [])


def test_a_message_is_taken_away_once_there_is_one() -> None:
    """One that never appeared needs no taking away."""
    messenger = Recorder()

    assert act(handed_out(a_sending(Deed.ERASE)), messenger) == Sent()
    assert messenger.removed == []
    assert act(handed_out(a_sending(Deed.ERASE), edits=MessageRef(ROOM, "m0")), messenger) == Sent()
    assert messenger.removed == ["m0"]


@pytest.mark.parametrize(("language", "told"), [("ru", "ru"), ("", "uk")])
def test_a_home_is_asked_for(language: str, told: str) -> None:
    """With its title, its members, the chat beside it, and the language the messenger speaks there."""
    messenger = Recorder(made=HomeMade(ROOM, "link"))
    sending = a_sending(Deed.HOME, data={"token": "t", "title": "Café"})

    assert act(handed_out(sending, members=(LENA,), language=language), messenger) == HomeMade(ROOM, "link")
    assert messenger.homes == [Home("t", "Café", (LENA,), ROOM, told)]


def test_people_are_let_in_and_out() -> None:
    """Each to the chat it is about; the way in is handed on."""
    messenger = Recorder()

    assert act(handed_out(a_sending(Deed.ADMIT), account=LENA), messenger) == Admitted("key")
    assert act(handed_out(a_sending(Deed.DISMISS), account=LENA), messenger) == Sent()
    assert messenger.admitted == messenger.dismissed == [("room", "lena")]


@pytest.mark.parametrize("deed", [Deed.SEND, Deed.EDIT])
def test_a_messenger_is_not_waited_for_without_end(deed: Deed) -> None:
    """After a minute nobody knows whether it arrived."""

    class Silent(Recorder):
        async def send(self, post: Post) -> MessageRef:
            """Never answer."""
            await asyncio.Event().wait()
            raise AssertionError

        async def edit(self, message: MessageRef, post: Post) -> None:
            """Never answer."""
            await asyncio.Event().wait()

    async def story() -> float:
        with pytest.raises(TryAgain, match=r"^no answer in time$") as late:
            await an_actor(Silent()).act(handed_out(a_sending(deed), edits=MessageRef(ROOM, "m0")))
        assert late.value.may_have_arrived
        return seconds()

    assert at_once(story()) == pytest.approx(60)
