"""What does silence mean to a stranger's question, in a group whose contract has a line about it?"""

from core.app.queue import Timer
from core.app.turn import Scene
from core.app.voices import settled
from core.contract.acting import Introduced
from core.contract.rounds import RoundStage, time_is_up
from core.ids import RoundId


async def count_silence(scene: Scene, timer: Timer) -> None:
    """Let those who said yes speak for all who said nothing; where nobody spoke, nothing was agreed."""
    asked = await scene.work.rounds.get(RoundId(timer.subject))
    group = await scene.work.groups.get(asked.group) if asked else None
    contract = await scene.work.contracts.current(group.id) if group else None
    if asked is None or group is None or contract is None or contract.introduced is not Introduced.SILENCE_FINE:
        return
    after = time_is_up(asked, group.people, silence_is_fine=True)
    if after.stage is not RoundStage.OPEN:
        await settled(scene, group, after)
