"""When many things are due at once, does each act as if it were alone, and does one that fails hurt no other?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from core.app.dispatch import Application
from core.app.queue import Timer
from core.app.reminding.keep import Ringing
from core.app.reminding.ports import Nudge, Whom
from core.app.reminding.ringing import AGAIN_AFTER, TRIES, ring_all
from core.app.turn import Node, Scene
from core.clock import VirtualClock
from core.contract.promises import Promise, PromiseStage
from core.groups.group import Group, GroupStage, Member
from core.groups.pauses import Pause
from core.ids import GroupId, NudgeId, PersonId, PromiseId, ProposalId, new_id
from core.reminding.plan import Fate
from core.storage.tables import nudges, outbox
from core.storage.work import Database, DatabaseWork
from tests.delivery.fakes import ABLE
from tests.storage.samples import NOW, a_message, a_timer, some_account

NODE = Node("en", "UTC", lambda _chat: ABLE)
GROUP = GroupId("g")


async def write(scene: Scene, timer: Timer) -> None:
    """Keep something of what rang; the one called "bad" fails after that."""
    await scene.wake("rang", timer.subject, NOW + timedelta(days=1))
    if timer.subject == "bad":
        raise OSError("disk full")


async def write_all(scene: Scene, timers: Sequence[Timer]) -> None:
    """Do so for many."""
    for timer in timers:
        await write(scene, timer)


async def test_a_timer_that_fails_comes_back_and_hurts_no_other(database: Database) -> None:
    """The others act at once, nothing of the one that failed stays, and it comes back a few times, always later."""
    due, doors = NOW, {"ask": write, "else": write}
    async with database.write() as work:
        for kind, subject in (("ask", "a"), ("ask", "bad"), ("ask", "b"), ("else", "c")):
            await work.queue.wake(a_timer(kind, subject))
    for failures in range(1, TRIES + 1):
        async with database.write() as work:
            timers = await work.queue.take_all_due(due, 50)
            scenes = [Ringing(work, due, NODE, timer) for timer in timers]
            outcomes = await ring_all(scenes, doors, {"ask": write_all})
        assert sorted(zip([one.subject for one in timers], outcomes, strict=True)) == (
            [("a", "done"), ("b", "done"), ("bad", "failed"), ("c", "done")] if failures == 1 else [("bad", "failed")]
        )
        async with database.read() as work:
            again = await work.queue.timer("ask", "bad")
            assert [await work.queue.timer("rang", one) is not None for one in ("a", "b", "bad", "c")] == [
                True,
                True,
                False,
                True,
            ]
        if failures == TRIES:
            assert again is None
        else:
            assert again is not None
            assert again.due == due + AGAIN_AFTER * 6 ** (failures - 1)
            due = again.due


async def _promises(work: DatabaseWork, person: PersonId, name: str, count: int, stage: PromiseStage) -> None:
    """Let somebody have promised some things that are due now."""
    for number in range(count):
        what = PromiseId(f"{name}-{number}")
        made = Promise(what, GROUP, person, f"{name} {number}", NOW, NOW - timedelta(days=4), stage)
        await work.promises.put(made)
        await work.queue.wake(a_timer("promise.due", what, -1))


async def _said(database: Database) -> Mapping[PersonId, Sequence[tuple[str, Fate]]]:
    """Collect what became of everything, by person."""
    found: dict[PersonId, list[tuple[str, Fate]]] = {}
    async with database.read() as work:
        for row in (await work.connection.execute(select(nudges).order_by(nudges.c.thing))).mappings():
            found.setdefault(row["person"], []).append((row["thing"].partition("@")[0], row["fate"]))
    return found


async def test_each_of_many_has_a_budget_of_their_own(database: Database) -> None:
    """Of many who are reminded in one go some hear one thing, some a list, and some nothing: as if each were alone."""
    names = {"one": 1, "three": 3, "done": 1, "away": 1, "told": 1, "stopped": 1}
    back = NOW + timedelta(days=5)
    async with database.write() as work:
        people = {name: (await some_account(work, name)).person for name in names}
        members = tuple(Member(person, "", NOW) for person in people.values())
        await work.groups.put(Group(GROUP, "Choir", ProposalId("p"), GroupStage.LIVING, members, "en", NOW))
        for name, count in names.items():
            stage = PromiseStage.KEPT if name == "done" else PromiseStage.OPEN
            await _promises(work, people[name], name, count, stage)
        one, three, _done, away, told, stopped = people.values()
        await work.pauses.put(Pause(GROUP, away, NOW - timedelta(days=1), back))
        reached = await work.reminders.reaches_of([Whom(told), Whom(stopped)])
        await work.reminders.put_reach(
            replace(reached[Whom(told)], day=NOW.date().isoformat(), sent=2),
            replace(reached[Whom(stopped)], stopped=True),
        )
        old = Nudge(NudgeId(new_id()), "old", a_message("an older thing"), NOW, NOW, one, fate=Fate.ANSWERED, at=NOW)
        await work.reminders.add(old)
    clock = VirtualClock(NOW)
    application = Application(database, clock, NODE)

    while await application.ring():
        pass

    assert await _said(database) == {
        one: [("old", Fate.ANSWERED), ("promise:one-0", Fate.SAID)],
        three: [(f"promise:three-{number}", Fate.MERGED) for number in range(3)],
        told: [("promise:told-0", Fate.WAITING)],
        stopped: [("promise:stopped-0", Fate.STOPPED)],
    }
    async with database.read() as work:
        sent = (await work.connection.execute(select(outbox.c.account, outbox.c["keys"]))).all()
        waits = await work.queue.timer("promise.due", "away-0")
        looks = await work.queue.timer("reminding.look", "", told)
        again = await work.queue.timer("promise.due", "one-0")
    assert len(sent) == len({row.account for row in sent}) == 2
    assert sorted(len(row.keys) for row in sent) == [3, 4]
    assert waits is not None
    assert waits.due == back
    assert looks is not None
    assert looks.due.date() == NOW.date() + timedelta(days=1)
    assert again is not None
    assert again.data == {"again": "1"}
