"""What do the other groups hear when ours has answered in its own round?"""

from core.app.agreeing.asking import agreed_here, objected_here
from core.app.agreeing.over_link import party_of, say_over
from core.app.carrying import carry
from core.app.turn import Scene
from core.contract.rounds import ConsentRound
from core.exchange.agreeing import Consent, Object
from core.groups.group import Group
from core.ids import AgreementId


async def agreement_wanted(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Say that all of us consent to exactly this text."""
    await _say_to_others(scene, group, asked, await agreed_here(scene, group, asked))


async def agreement_blocked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Say that we cannot live with it; why stays with us until somebody shares it."""
    await _say_to_others(scene, group, asked, await objected_here(scene, group, asked))


async def _say_to_others(scene: Scene, group: Group, asked: ConsentRound, body: Consent | Object | None) -> None:
    agreement = await scene.work.agreements.get(AgreementId(asked.data["agreement"]), group.id)
    if agreement is None or body is None:
        return
    us = party_of(group.id)
    for other in agreement.parties:
        if other != us:
            await carry(scene, await say_over(scene, agreement.link, us, other, body))
