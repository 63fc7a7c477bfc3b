"""How is a question of the family put to a group, and what does an end leave behind?"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from core.app.kin.card import PLAN
from core.app.rounds import open_round
from core.app.rounds_card import round_card, round_subject
from core.app.turn import Scene
from core.contract.rounds import ConsentRound, RoundKind, RoundStage
from core.errors import Refused
from core.groups.group import Group
from core.ids import PersonId, RoundId, new_id
from core.messenger.messages import say
from core.wording import text


async def ask_all(
    scene: Scene,
    group: Group,
    asker: PersonId,
    plan: Mapping[str, str],
    put: Callable[[Scene, Group, ConsentRound], Awaitable[None]] = open_round,
) -> None:
    """Ask everyone present; only one such question stands in a group at a time.

    Args:
        scene: The transaction.
        group: Whom.
        asker: In whose name.
        plan: What it is about, as `core.app.kin.card` reads it.
        put: How it comes before them: at once, or when its turn comes.

    Raises:
        Refused: Another one is being asked.
    """
    if await is_asked(scene, group):
        raise Refused(text("refused-kin-asked"))
    contract = await scene.work.contracts.current(group.id)
    due = scene.now + timedelta(days=contract.answer_days if contract else 2)
    asked = ConsentRound(RoundId(new_id()), RoundKind.KIN, group.id, "", asker, group.people, scene.now, due, data=plan)
    await put(scene, group, asked)


async def is_asked(scene: Scene, group: Group) -> bool:
    """Say whether a question of the family is open in a group."""
    return any(one.kind is RoundKind.KIN for one in await scene.work.rounds.open_in(group.id))


async def lay_down(scene: Scene, group: Group) -> None:
    """Let what a closed group had open rest: questions, dates, rooms. What it did stays."""
    for asked in await scene.work.rounds.open_in(group.id):
        over = replace(asked, stage=RoundStage.WITHDRAWN)
        await scene.work.rounds.put(over)
        for kind in ("round.remind", "round.due"):
            await scene.work.queue.let_sleep(kind, over.id)
        if PLAN not in over.data:
            await scene.refresh(round_subject(over), await round_card(scene, over))
    for kind in ("review.ahead", "review.open", "home.missing"):
        await scene.work.queue.let_sleep(kind, group.id)
    for home in await scene.work.people.homes(group.id):
        await scene.post(home, say(text("home-rests", name=group.name)))
        await scene.work.people.put_chat(replace(home, group=None))
