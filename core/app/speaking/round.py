"""How does a group hear every voice once?"""

from datetime import timedelta

from core.app.pausing.away import voices_of
from core.app.rounds import open_round
from core.app.turn import Turn, Values
from core.contract.clauses import ANSWER_DAYS
from core.contract.rounds import ConsentRound, RoundKind
from core.ids import RoundId, new_id


async def round_(turn: Turn, values: Values) -> None:
    """Put a question to everyone who is here; answers stay hidden until all have spoken or the time is up."""
    contract = await turn.work.contracts.current(turn.here.id)
    time = timedelta(days=contract.answer_days if contract else ANSWER_DAYS)
    asked = ConsentRound(
        RoundId(new_id()),
        RoundKind.VOICES,
        turn.here.id,
        str(values["what"]),
        turn.person.id,
        await voices_of(turn, turn.here),
        turn.now,
        turn.now + time,
    )
    await open_round(turn, turn.here, asked)
