"""What is a name of a row, a message or an event called, and how is a new one made?"""

import secrets
from typing import NewType

AccountId = NewType("AccountId", str)
PersonId = NewType("PersonId", str)
ChatId = NewType("ChatId", str)
ProposalId = NewType("ProposalId", str)
SeatId = NewType("SeatId", str)
GroupId = NewType("GroupId", str)
RoundId = NewType("RoundId", str)
ClauseId = NewType("ClauseId", str)
VersionId = NewType("VersionId", str)
PromiseId = NewType("PromiseId", str)
ConcernId = NewType("ConcernId", str)
ChoiceKey = NewType("ChoiceKey", str)
PostId = NewType("PostId", str)
TimerId = NewType("TimerId", str)
NudgeId = NewType("NudgeId", str)
SaidId = NewType("SaidId", str)
IntroductionId = NewType("IntroductionId", str)
BlockId = NewType("BlockId", str)
LinkId = NewType("LinkId", str)
ShareId = NewType("ShareId", str)
AgreementId = NewType("AgreementId", str)
JoiningId = NewType("JoiningId", str)
OfferId = NewType("OfferId", str)
PledgeId = NewType("PledgeId", str)
NewsId = NewType("NewsId", str)
NoticeId = NewType("NoticeId", str)
PairingId = NewType("PairingId", str)
ReportId = NewType("ReportId", str)
StopId = NewType("StopId", str)

MessengerName = NewType("MessengerName", str)
EventKey = NewType("EventKey", str)

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
_LENGTH = 16
_LETTER_OF = bytes(ord(_ALPHABET[byte % len(_ALPHABET)]) for byte in range(256))
"""The alphabet has 32 letters, so each is as likely as any other."""


def new_id() -> str:
    """Make a name nobody can guess and anybody can type.

    Returns:
        16 lower-case letters and digits without l, o, 0 and 1: 80 bits, short enough for every
        messenger's button data (Telegram 64 bytes, Discord 100 characters) and send key
        (Discord nonce, 25 characters).
    """
    return secrets.token_bytes(_LENGTH).translate(_LETTER_OF).decode()
