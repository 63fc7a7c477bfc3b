"""How are all members asked to let someone in, once the newcomer has read and accepted the contract?"""

from datetime import timedelta

from core.app.joining.unheard import waits_unheard
from core.app.rounds import open_round
from core.app.turn import Data, Scene
from core.contract.clauses import ANSWER_DAYS
from core.contract.rounds import ConsentRound, RoundKind
from core.errors import Refused
from core.groups.group import Group
from core.ids import PersonId, RoundId, new_id
from core.wording import text


async def check_not_asked(scene: Scene, group: Group, newcomer: PersonId) -> None:
    """Refuse whoever is in already, or about whom the group is being asked."""
    if group.member(newcomer) is not None:
        raise Refused(text("refused-already-member", name=group.name))
    rounds = await scene.work.rounds.open_in(group.id)
    asked = any(one.kind is RoundKind.ENTRY and one.data["person"] == newcomer for one in rounds)
    if asked or await waits_unheard(scene, group, newcomer):
        raise Refused(text("refused-already-asked", name=group.name))


async def ask_all(scene: Scene, group: Group, wish: Data) -> None:
    """Ask everyone in the group, those who are away included: entry needs the word of all.

    Args:
        scene: The transaction.
        group: Whom.
        wish: The newcomer's `person` and `name`, the `seat` they would bring, and the `version` they accepted.
    """
    contract = await scene.work.contracts.current(group.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.ENTRY,
        group.id,
        wish["seat"],
        PersonId(wish["person"]),
        group.people,
        scene.now,
        scene.now + time,
        data={name: wish[name] for name in ("person", "name", "version")},
    )
    await open_round(scene, group, asked)
