"""Which doors lead to a round in which every voice is heard?"""

from core.app.doorway import Doors
from core.app.speaking import round as every_voice
from core.app.speaking import words

DOORS = Doors(
    commands={"round": every_voice.round_},
    actions={"round.words": words.ask_words},
    answers={"round.words": words.words_told},
    timers={},
)
