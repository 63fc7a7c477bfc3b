"""Which doors lead from a concern onward?"""

from core.app.concerns import neighbours, onward, raising, reforming
from core.app.doorway import Doors

DOORS = Doors(
    commands={"concern": raising.concern, "advise": neighbours.advise},
    actions={
        "advice.can": neighbours.can_advise,
        "advice.not-now": neighbours.cannot_advise,
        "advise.no": neighbours.advise_no,
        "advise.yes": neighbours.advise_yes,
        "concern.ask-words": raising.ask_words,
        "concern.line": raising.say_it_first,
        "concern.neighbours": onward.ask_for_neighbours,
        "concern.not-now": raising.not_now,
        "concern.open": raising.open_to_group,
        "concern.part": onward.part,
        "concern.remedy": onward.remedy,
        "concern.settled": onward.settled,
        "concern.talked": raising.talked,
        "reform.ask": reforming.confirm,
        "reform.open": reforming.open_reform,
        "reform.pick": reforming.pick,
    },
    answers={
        "advice.words": neighbours.advice_told,
        "concern.words": raising.words_told,
    },
    timers={"advice.due": neighbours.advice_due},
)
