"""How much can be said to another group at once?

Characters unless said otherwise. The types carry their bounds, so that the wire and its published schema check the
very same numbers.
"""

from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from core.groups.limits import CLAUSE, SEAT, SEATS_WANTED, TITLE, TOPIC, TOPICS
from core.ids import AgreementId, IntroductionId, LinkId, SaidId, ShareId

BYTES = 100_000
DEPTH = 8
"""Objects and lists within one another; the deepest value of ours needs 5."""

ID = 200
NAME = 80
FIRST_LINE = 200
WORDS = 6_000
FILES = 10
LINES = 15
SIDES = 8
SYMBOLS = 20
HOPS = 3
LARGEST = 2**53 - 1
"""The greatest whole number every JSON reader keeps (RFC 8259, section 6)."""

Id = Annotated[str, MinLen(1), MaxLen(ID)]
ASaid = Annotated[SaidId, MinLen(1), MaxLen(ID)]
AnIntroduction = Annotated[IntroductionId, MinLen(1), MaxLen(ID)]
ALink = Annotated[LinkId, MinLen(1), MaxLen(ID)]
AShare = Annotated[ShareId, MinLen(1), MaxLen(ID)]
AnAgreement = Annotated[AgreementId, MinLen(1), MaxLen(ID)]

Name = Annotated[str, MinLen(1), MaxLen(NAME)]
MaybeName = Annotated[str, MaxLen(NAME)]
Title = Annotated[str, MinLen(1), MaxLen(TITLE)]
Topic = Annotated[str, MinLen(1), MaxLen(TOPIC)]
MaybeTopic = Annotated[str, MaxLen(TOPIC)]
Topics = Annotated[tuple[Topic, ...], MaxLen(TOPICS)]
SeatName = Annotated[str, MinLen(1), MaxLen(SEAT)]
SeatNames = Annotated[tuple[SeatName, ...], MaxLen(SEATS_WANTED + 1)]
FirstLine = Annotated[str, MinLen(1), MaxLen(FIRST_LINE)]
Words = Annotated[str, MaxLen(WORDS)]
Reason = Annotated[str, MaxLen(CLAUSE)]
ClauseWords = Annotated[str, MinLen(1), MaxLen(CLAUSE)]
Symbol = Annotated[str, MinLen(1), MaxLen(40)]
People = Annotated[int, Ge(1), Le(8)]
Count = Annotated[int, Ge(1), Le(LARGEST)]
Whole = Annotated[int, Ge(-LARGEST), Le(LARGEST)]
Bytes = Annotated[int, Ge(0), Le(LARGEST)]
