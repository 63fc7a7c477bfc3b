"""What do the groups around ours cost, to find and to draw, in seconds and in memory, for 10, 50 and 200 groups?

Finding them is the whole command on SQLite, from what was said until the answer and what is to be drawn are kept. Each
size is measured in a process of its own, so that one does not pay for another; the library is loaded in it, too. Half
of the groups have names, the others are dots; with all named it is the hardest case there is.
"""

import asyncio
import json
import multiprocessing
import resource
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.updates import ABLE
from core.app.dispatch import Application
from core.app.links.kept import party_of
from core.app.turn import Node
from core.clock import VirtualClock
from core.constitution import Size
from core.delivery.drawing import legend_of
from core.drawing.picture import Look, Picture
from core.exchange.links import link_of
from core.groups.group import Group, GroupStage, Member
from core.groups.neighbours import Around, Nameless, Neighbour, Tie
from core.groups.proposal import Proposal, ProposalStage, Seat
from core.ids import EventKey, GroupId, LinkId, MessengerName, ProposalId, SeatId
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said
from core.storage.schema import migrate
from core.storage.work import Database
from core.texts.translator import reader

HERE = MessengerName("bench")
NOW = datetime(2026, 5, 1, 10, tzinfo=UTC)
SIZES = ((10, 5), (50, 25), (200, 100), (200, 200))
TIES = ((Tie.KIN,), (Tie.MET,), (Tie.AGREED,), (Tie.KIN, Tie.AGREED))


def main() -> None:
    """Print a table and one JSON line."""
    found = []
    for groups, named in SIZES:
        with multiprocessing.get_context("spawn").Pool(1) as fresh:
            found.append(fresh.apply(_measure, (groups, named)))
    for one in found:
        print("  ".join(f"{name} {value:,.4g}" for name, value in one.items()))
    print(json.dumps({"benchmark": "neighbours", "sizes": found}))


async def _find(url: str, groups: int, named: int) -> tuple[float, float]:
    """Say /neighbours among so many groups, some of them linked with ours; returns seconds, and the processor's."""
    await migrate(url)
    database = Database.at(url)
    home, lena = ChatRef(HERE, "home", ChatKind.ROOM), AccountRef(HERE, "lena", "Lena", "en")
    async with database.write() as work:
        person = (await work.people.account(lena, "en", NOW)).person
        chat = await work.people.chat(home, "en")
        seat = Seat(SeatId("seat"), "", wanted=False, person=person)
        until, held = NOW + timedelta(days=20), ProposalStage.HELD
        origin = Proposal(
            ProposalId("p"), "Repair", ("repair",), Size(3, 7), until, chat.id, person, held, (seat,), NOW
        )
        await work.proposals.put(origin)
        member = (Member(person, "", NOW),)
        ours = Group(GroupId("ours"), "Repair café on Saturdays", origin.id, GroupStage.LIVING, member, "en", NOW)
        await work.groups.put(ours)
        await work.people.put_chat(replace(chat, group=ours.id))
        for place in range(groups):
            other = replace(ours, id=GroupId(f"g{place:04}"), name=f"Repair café number {place}", members=())
            await work.groups.put(other)
            if place < named:
                await work.links.put(link_of(LinkId(f"l{place}"), party_of(ours), party_of(other)))
    application = Application(database, VirtualClock(NOW), Node("en", "UTC", lambda _chat: ABLE))
    for warm in range(2):
        started, busy = time.perf_counter(), time.process_time()
        await application.handle(Incoming(EventKey(f"e{warm}"), home, lena, Said("/neighbours"), NOW))
    found = time.perf_counter() - started, time.process_time() - busy
    await database.close()
    return found


def _measure(groups: int, named: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        found, busy_finding = asyncio.run(_find(f"sqlite:///{Path(folder) / 'around.db'}", groups, named))
    picture = Picture(_around(groups, named), Look.LIGHT)
    legend = legend_of(picture, reader("en", "UTC"))
    before = _memory()
    started = time.perf_counter()
    from core.drawing.paint import paint

    loaded, busy = time.perf_counter(), time.process_time()
    content = paint(picture, legend)
    return {
        "groups": groups,
        "named": named,
        "seconds to find": round(found, 3),
        "of it busy": round(busy_finding, 3),
        "seconds to load": round(loaded - started, 3),
        "seconds to draw": round(time.perf_counter() - loaded, 3),
        "of them busy": round(time.process_time() - busy, 3),
        "MB more": round(_memory() - before),
        "kB": round(len(content) / 1000),
    }


def _around(groups: int, named: int) -> Around:
    known = tuple(Neighbour(f"Repair café number {place}", TIES[place % len(TIES)]) for place in range(named))
    dots = groups - named
    shared = (Nameless("repair", dots - dots // 3), Nameless("sewing", dots // 3)) if dots > 2 else ()
    return Around("Repair café on Saturdays", known, shared)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
