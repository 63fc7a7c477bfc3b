"""Which step follows which, in introductions, links, newcomers on links and agreements?

One table. A pair that is not in it is a step that cannot happen now.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

Stage = TypeVar("Stage", bound=StrEnum)
Step = TypeVar("Step", bound=StrEnum)


class IntroductionStage(StrEnum):
    """Where an introduction stands; only MET has names. What the asker sees is another question."""

    FOUND = "found"
    ASKED = "asked"
    MET = "met"
    OVER = "over"


class IntroductionStep(StrEnum):
    """What can happen to an introduction."""

    ASK = "ask"
    YES = "yes"
    NO = "no"
    TIME_IS_UP = "time-is-up"
    WITHDRAW = "withdraw"


class SideStage(StrEnum):
    """Where one side of a link stands."""

    OPEN = "open"
    PAUSED = "paused"
    GONE = "gone"


class SideStep(StrEnum):
    """What one side can do with its end of a link, alone."""

    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


class NewcomerStage(StrEnum):
    """Where the question stands whether one more group shares a link; only in SHARES is it named to all."""

    INVITED = "invited"
    ASKED = "asked"
    SHARES = "shares"
    OVER = "over"


class NewcomerStep(StrEnum):
    """What can happen to that question; JOIN is the newcomer's own yes, WELCOME that of one side of the link."""

    JOIN = "join"
    WELCOME = "welcome"
    LET_IN = "let-in"
    TIME_IS_UP = "time-is-up"


class AgreementStage(StrEnum):
    """Where an agreement stands; in STANDING and CHANGING a text binds."""

    TALKING = "talking"
    ASKED = "asked"
    STANDING = "standing"
    CHANGING = "changing"
    ENDED = "ended"


class AgreementStep(StrEnum):
    """What can happen to an agreement; ALL_CONSENTED is the last missing consent."""

    PROPOSE = "propose"
    ALL_CONSENTED = "all-consented"
    OBJECT = "object"
    END = "end"


_I, _IS = IntroductionStage, IntroductionStep
_S, _SS = SideStage, SideStep
_N, _NS = NewcomerStage, NewcomerStep
_A, _AS = AgreementStage, AgreementStep

INTRODUCTION: Mapping[tuple[IntroductionStage, IntroductionStep], IntroductionStage] = {
    (_I.FOUND, _IS.ASK): _I.ASKED,
    (_I.FOUND, _IS.WITHDRAW): _I.OVER,
    (_I.ASKED, _IS.YES): _I.MET,
    (_I.ASKED, _IS.NO): _I.OVER,
    (_I.ASKED, _IS.TIME_IS_UP): _I.OVER,
    (_I.ASKED, _IS.WITHDRAW): _I.OVER,
}

SIDE: Mapping[tuple[SideStage, SideStep], SideStage] = {
    (_S.OPEN, _SS.PAUSE): _S.PAUSED,
    (_S.PAUSED, _SS.RESUME): _S.OPEN,
    (_S.OPEN, _SS.CLOSE): _S.GONE,
    (_S.PAUSED, _SS.CLOSE): _S.GONE,
}

NEWCOMER: Mapping[tuple[NewcomerStage, NewcomerStep], NewcomerStage] = {
    (_N.INVITED, _NS.JOIN): _N.ASKED,
    (_N.INVITED, _NS.TIME_IS_UP): _N.OVER,
    (_N.ASKED, _NS.JOIN): _N.ASKED,
    (_N.ASKED, _NS.WELCOME): _N.ASKED,
    (_N.ASKED, _NS.LET_IN): _N.SHARES,
    (_N.ASKED, _NS.TIME_IS_UP): _N.OVER,
}

AGREEMENT: Mapping[tuple[AgreementStage, AgreementStep], AgreementStage] = {
    (_A.TALKING, _AS.PROPOSE): _A.ASKED,
    (_A.ASKED, _AS.PROPOSE): _A.ASKED,
    (_A.ASKED, _AS.ALL_CONSENTED): _A.STANDING,
    (_A.ASKED, _AS.OBJECT): _A.TALKING,
    (_A.STANDING, _AS.PROPOSE): _A.CHANGING,
    (_A.CHANGING, _AS.PROPOSE): _A.CHANGING,
    (_A.CHANGING, _AS.ALL_CONSENTED): _A.STANDING,
    (_A.CHANGING, _AS.OBJECT): _A.STANDING,
    (_A.TALKING, _AS.END): _A.ENDED,
    (_A.ASKED, _AS.END): _A.ENDED,
    (_A.STANDING, _AS.END): _A.ENDED,
    (_A.CHANGING, _AS.END): _A.ENDED,
}


def after(table: Mapping[tuple[Stage, Step], Stage], stage: Stage, step: Step) -> Stage | None:
    """Return the stage a step leads to, or None when it cannot happen now."""
    return table.get((stage, step))
