"""How does a newcomer get their seat: after all consented, and after they accepted the contract that binds now?"""

from core.app.drafting import ask_about_drafts
from core.app.homes import admit_to_homes
from core.app.kin.offer import offer_sister
from core.app.propose import may_hold_another
from core.app.rounds_card import contract_card, difference, round_subject
from core.app.turn import Scene
from core.constitution import MOST_EVER, SEATS_PER_PERSON, has_room
from core.contract.clauses import ClauseKind, clause_text
from core.contract.history import accepted
from core.contract.rounds import ConsentRound
from core.contract.versions import Version
from core.groups.group import Group, admit, no_longer_waits, wait
from core.ids import PersonId, VersionId
from core.messenger.messages import Choice, Line, Message, Style, say
from core.wording import text


async def seat_newcomer(scene: Scene, group: Group, asked: ConsentRound) -> Group | None:
    """Give the newcomer their seat and a key, and note what they accepted; if eight are there by now, let them wait.

    Returns:
        The group with them in it; None when they wait, or sit in five places by now.
    """
    newcomer = PersonId(asked.data["person"])
    if not has_room(len(group.present)):
        await now_waits(scene, group, newcomer, asked.what)
        await scene.tell(newcomer, say(text("you-wait-full", name=group.name, most=MOST_EVER)))
        return None
    if not await may_hold_another(scene, newcomer):
        await scene.work.groups.put(no_longer_waits(group, newcomer))
        await scene.tell(newcomer, say(text("refused-seats-cap", most=SEATS_PER_PERSON)))
        return None
    after = admit(group, newcomer, asked.what, scene.now)
    await scene.work.groups.put(after)
    version = await scene.work.contracts.current(group.id)
    if version is not None:
        await scene.work.histories.add((accepted(version, newcomer, scene.now),))
    drafts = await ask_about_drafts(scene, after, newcomer)
    for account in await scene.work.people.accounts(newcomer):
        await admit_to_homes(scene, after, account)
    await scene.tell(newcomer, Message((Line(text("you-are-in", name=group.name)), *_first_of_all(version))))
    for draft in drafts:  # It stands further up in the home, or only in the private chats of the others.
        await scene.tell(newcomer, await contract_card(scene, draft), about=round_subject(draft))
    await scene.tell_group(after, say(text("newcomer", name=asked.data["name"], seat=asked.what)))
    return after


def _first_of_all(version: Version | None) -> tuple[Line, ...]:
    """Quote the line that a newcomer needs first: when we meet, else how soon we answer."""
    lines = [version.of(kind) for kind in (ClauseKind.RHYTHM, ClauseKind.ANSWER_WITHIN)] if version else []
    return tuple(Line(text("we-said", line=clause_text(line)), Style.QUOTE) for line in lines if line)[:1]


async def now_waits(scene: Scene, group: Group, person: PersonId, seat: str) -> None:
    """Put someone on the list of a full group; from two on, those who wait may become a sister group."""
    after = wait(group, person, seat, scene.now)
    await scene.work.groups.put(after)
    if after != group:
        await offer_sister(scene, after, person)


async def newer_version(scene: Scene, group: Group, asked: ConsentRound) -> Version | None:
    """Return the version that binds now, if it is not the one the newcomer accepted."""
    current = await scene.work.contracts.current(group.id)
    return current if current is not None and current.id != asked.data.get("version") else None


async def ask_to_accept(scene: Scene, group: Group, asked: ConsentRound, current: Version) -> None:
    """Show the newcomer what changed while they were being asked about; the seat is theirs once they accept it."""
    known = asked.data.get("version")
    before = await scene.work.contracts.get(VersionId(known)) if known else None
    changes = difference(before, current) if before else ()
    which = {"round": asked.id, "version": current.id}
    choices = (
        Choice("joining.accept", text("tap-live-with-it"), which),
        Choice("joining.decline", text("tap-not-now"), which),
    )
    head = Line(text("joining-accept", name=group.name, number=current.number))
    await scene.tell(PersonId(asked.data["person"]), Message((head, *changes), choices))
