"""How is a round put to a group, so that everybody is asked and nobody is forgotten?"""

from core.app.nudge import nudge_group
from core.app.rounds_card import half_way, round_card, round_subject
from core.app.turn import Scene
from core.contract.rounds import ConsentRound
from core.groups.group import Group


async def open_round(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Show the question to all, and set the mark on the card, the one reminder and the end of its time."""
    await scene.work.rounds.put(asked)
    await set_clock(scene, asked)
    await scene.tell_group(group, await round_card(scene, asked), about=round_subject(asked))


async def open_unasked(scene: Scene, group: Group, asked: ConsentRound) -> None:
    """Put a question that came from elsewhere: nobody here did anything for it, so its card waits for its turn."""
    await scene.work.rounds.put(asked)
    await set_clock(scene, asked)
    subject = round_subject(asked)
    await nudge_group(scene, group, await round_card(scene, asked), thing=subject, about=subject)


async def set_clock(scene: Scene, asked: ConsentRound) -> None:
    """Set the mark on the card, the one reminder and the end of a round's time."""
    await scene.wake("round.mark", asked.id, half_way(asked))
    await scene.wake("round.remind", asked.id, asked.opened + (asked.due - asked.opened) * 3 / 4)
    await scene.wake("round.due", asked.id, asked.due)
