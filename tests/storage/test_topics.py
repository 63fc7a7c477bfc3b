"""Do caps hold when everything happens at once, and is a chat never told twice a day?"""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from core.app.cards import announce
from core.app.propose import may_hold_another
from core.app.rows import Chat
from core.app.topics.announcing import spread
from core.app.topics.keys import keys_of_topic
from core.app.topics.ports import Follow, Pace
from core.app.topics.telling import tell
from core.app.turn import Node, Scene
from core.constitution import SEATS_PER_PERSON, Size
from core.exchange.notices import Notice, NoticeKind, Pairing, PairingStage
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import MessengerName, NoticeId, PairingId, PersonId, ProposalId, SeatId, new_id
from core.messenger.capabilities import Capabilities
from core.messenger.events import AccountRef, ChatRef
from core.storage.work import Database, DatabaseWork
from tests.databases import KINDS, Template

HERE = MessengerName("local")
START = datetime(2026, 5, 1, 10, tzinfo=UTC)


def no_capabilities(_chat: ChatRef) -> Capabilities:
    """Say that nothing can be shown: nobody looks here."""
    raise AssertionError("nobody asks")


NODE = Node("en", "UTC", no_capabilities)


def proposal(person: PersonId, chat: Chat, now: datetime, what: str = "repair") -> Proposal:
    """Make a proposal in which its proposer sits."""
    seat = Seat(SeatId(new_id()), "", wanted=False, person=person)
    until = now + timedelta(days=30)
    held = ProposalStage.HELD
    return Proposal(ProposalId(new_id()), what, (), Size(3, 7), until, chat.id, person, held, (seat,), now)


async def meet(work: DatabaseWork, name: str) -> tuple[PersonId, Chat]:
    """Let someone and a chat be known."""
    chat = await work.people.chat(ChatRef(HERE, name), "en")
    account = await work.people.account(AccountRef(HERE, name, name, "en"), "en", START)
    return account.person, chat


async def test_nobody_holds_a_sixth_seat_however_fast_they_tap(database: Database) -> None:
    """Eight seats taken at the same moment in eight chats: five are given."""
    async with database.write() as work:
        person, _chat = await meet(work, "Lena")

    async def sit(number: int) -> None:
        async with database.write() as work:
            chat = await work.people.chat(ChatRef(HERE, f"room {number}"), "en")
            scene = Scene(work, START, NODE)
            if await may_hold_another(scene, person):
                await asyncio.sleep(0.01)
                await announce(scene, proposal(person, chat, START), chat)

    await asyncio.gather(*(sit(number) for number in range(SEATS_PER_PERSON + 3)))

    async with database.write() as work:
        assert await work.proposals.seats_of(person) == SEATS_PER_PERSON


async def test_nobody_is_asked_two_things_at_once(database: Database) -> None:
    """The database itself refuses a second open ask."""
    async with database.write() as work:
        owner, chat = await meet(work, "Lena")
        comer, _room = await meet(work, "Omar")
        end = START + timedelta(days=30)
        kind = NoticeKind.NEED
        notice = Notice(NoticeId(new_id()), kind, owner, None, chat.id, "ladder", "", "", (), START, end)
        await work.notices.put(notice, ("ladde",))
        first = Pairing(PairingId(new_id()), notice.id, owner, None, comer, owner, (comer,), PairingStage.ASKED, START)
        await work.pairings.put(first)
        second = Pairing(PairingId(new_id()), notice.id, owner, None, comer, owner, (comer,), PairingStage.ASKED, START)
        with pytest.raises(IntegrityError):
            async with work.attempt():
                await work.pairings.put(second)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("post"), st.integers(0, 2)),
        st.tuples(st.just("wait"), st.integers(1, 40)),
        st.tuples(st.just("follow"), st.booleans()),
        st.tuples(st.just("pace"), st.booleans()),
    ),
    min_size=4,
    max_size=14,
)


@pytest.mark.parametrize("template", KINDS, indirect=True)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_never_two_messages_a_day(
    template: Template, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """Whatever is posted, followed and waited for: a chat that did not ask for more hears once a day at most."""
    heard = asyncio.run(_live(template.copy(tmp_path_factory.mktemp("news")), steps))
    template.drop()

    daily = [moment for moment, pace in heard if pace is Pace.DAILY]
    assert all(after - before >= timedelta(days=1) for before, after in pairwise(daily))


async def _live(url: str, steps: list[tuple[str, int]]) -> list[tuple[datetime, Pace]]:
    """Play the steps; returns when the chat was told something, and at which pace."""
    database, now = Database.at(url), START
    heard: list[tuple[datetime, Pace]] = []
    async with database.write() as work:
        person, square = await meet(work, "Square")
        _other, yard = await meet(work, "Yard")
        await work.follows.add(Follow(yard.id, "repair", "repair", START, keys_of_topic("repair")))
    for name, value in [*steps, ("post", 1), ("wait", 40)]:
        async with database.write() as work:
            scene = Scene(work, now, NODE)
            if name == "post":
                for number in range(value + 1):
                    await announce(scene, proposal(person, square, now, f"repair {number}"), square)
            elif name == "wait":
                now += timedelta(hours=value)
            elif name == "follow" and value:
                await work.follows.add(Follow(yard.id, "repair", "repair", now, keys_of_topic("repair")))
            elif name == "follow":
                await work.follows.drop(yard.id, "repair")
            else:
                follower = await work.follows.follower(yard.id)
                await work.follows.put(type(follower)(yard.id, Pace.ALL if value else Pace.DAILY, follower.told_at))
                await work.news.later(yard.id, now)
        heard += await _ring(database, yard, now)
    await database.close()
    return heard


async def _ring(database: Database, yard: Chat, now: datetime) -> list[tuple[datetime, Pace]]:
    """Ring the timers of news that are due; notes what the chat was told."""
    heard: list[tuple[datetime, Pace]] = []
    while True:
        async with database.write() as work:
            timer = await work.queue.take_due(now)
            if timer is None:
                return heard
            before = await work.follows.follower(yard.id)
            scene = Scene(work, now, NODE)
            if timer.kind == "topics.spread":
                await spread(scene, timer)
            elif timer.kind == "topics.tell":
                await tell(scene, timer)
            after = await work.follows.follower(yard.id)
            if after.told_at != before.told_at or after.looks != before.looks:
                heard.append((now, before.pace))
