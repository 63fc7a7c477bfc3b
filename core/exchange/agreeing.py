"""What do groups say to one another about an agreement?

The text itself is a contract like any other (`core.contract`): its clauses cross as `Term`s, in four fields each. What
stands here is only who proposed which text to whom, and who consented to it.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from core.exchange.parties import Party
from core.exchange.sizes import LINES, SIDES, AnAgreement, ClauseWords, Count, Id, Name, Reason, Topic, Whole
from core.ids import AgreementId


@dataclass(frozen=True, slots=True)
class Term:
    """One clause of a contract as it crosses: the four things a `core.contract.clauses.Clause` has, and how it reads.

    Attributes:
        clause: A clause kind by name.
        told: How the line reads in the language of the proposer; what a side shows that does not know the kind.
        words: In the group's own words; empty for a line every house has in every language.
        numbers: What a house acts on.
    """

    id: Id
    clause: Name
    told: ClauseWords
    words: Reason = ""
    numbers: Annotated[dict[Annotated[str, MaxLen(20)], Whole], MaxLen(5)] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Propose:
    """A text for a consent round in every one of the groups; proposing is not yet consenting.

    Attributes:
        number: Version of the text, 1 and up.
        parties: Whose agreement it is, in the order that the terms' numbers count them, from 0.
        seal: As `seal` below makes it: all groups know they consent to the same text.

    Raises:
        ValueError: The seal is of another text.
    """

    agreement: AnAgreement
    number: Count
    parties: Annotated[tuple[Party, ...], MinLen(2), MaxLen(SIDES)]
    topic: Topic
    terms: Annotated[tuple[Term, ...], MinLen(1), MaxLen(LINES)]
    seal: Id
    kind: Literal["propose"] = "propose"

    def __post_init__(self) -> None:
        if self.seal != seal(self.agreement, self.number, self.parties, self.topic, self.terms):
            raise ValueError("the seal is of another text")


@dataclass(frozen=True, slots=True)
class Consent:
    """Our members, asked in a round of our own, consent to exactly this text."""

    agreement: AnAgreement
    number: Count
    seal: Id
    kind: Literal["consent"] = "consent"


@dataclass(frozen=True, slots=True)
class Object:
    """Our members cannot live with this text; the envelope's reason may say why. What stood before still stands."""

    agreement: AnAgreement
    number: Count
    kind: Literal["object"] = "object"


@dataclass(frozen=True, slots=True)
class End:
    """We end this agreement, alone and at once."""

    agreement: AnAgreement
    kind: Literal["end"] = "end"


def seal(agreement: AgreementId, number: int, parties: Sequence[Party], topic: str, terms: Sequence[Term]) -> str:
    """Return the name of a text: 64 hexadecimal digits that change with any letter of it.

    Source:
        SHA-256 (FIPS 180-4) over compact JSON with the terms' numbers in order of their names.
    """
    whole = [
        agreement,
        number,
        [[party.kind, party.id, party.node] for party in parties],
        topic,
        [[term.id, term.clause, term.told, term.words, sorted(term.numbers.items())] for term in terms],
    ]
    written = json.dumps(whole, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def proposal(
    agreement: AgreementId, number: int, parties: tuple[Party, ...], topic: str, terms: tuple[Term, ...]
) -> Propose:
    """Return a text to consent to, sealed."""
    return Propose(agreement, number, parties, topic, terms, seal(agreement, number, parties, topic, terms))
