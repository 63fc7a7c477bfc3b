"""What does a topic pack hold, and how is one read?"""

import tomllib
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from core.contract.clauses import ACTING, Clause, ClauseKind, clause_text
from core.errors import Refused
from core.groups.limits import CLAUSE, SEAT, TOPIC
from core.ids import ClauseId
from core.wording import text

FALLBACK = "en"
BYTES = 50_000

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z_-]{0,29}$")]
Label = Annotated[str, Field(min_length=1, max_length=60)]
Told = dict[Language, Label]
Seats = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=SEAT)], ...], Field(max_length=12)]
Topics = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=TOPIC)], ...], Field(max_length=25)]
Words = Annotated[tuple[Annotated[str, Field(min_length=2, max_length=TOPIC)], ...], Field(max_length=60)]
Clauses = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=CLAUSE)], ...], Field(max_length=10)]


class ActingLine(BaseModel):
    """A line such groups often have on which the house acts, as in `core.contract.acting`; it reads in every language.

    Attributes:
        kind: Any but a rhythm: when people meet is theirs alone to say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClauseKind
    numbers: dict[Key, int] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if self.kind not in ACTING or self.kind is ClauseKind.RHYTHM:
            raise ValueError("the house does not act on this kind")
        try:
            clause_text(self.line(ClauseId("")))
        except (KeyError, ValueError, IndexError) as error:
            raise ValueError("the numbers do not fit the kind") from error
        return self

    def line(self, key: ClauseId) -> Clause:
        """Return it as a line of a contract."""
        return Clause(key, self.kind, numbers=dict(self.numbers))


class Pack(BaseModel):
    """What one subject brings with it.

    Everything for people is keyed by language; a language that is missing reads in English, or in the first there is.
    Lists stand in the same order in every language, so that "sewing" and «шитьё» can be known for the same seat.

    Attributes:
        key: Its name for the house.
        passes: Kinds of need that another pack can serve: {"materials": "supply"}.
        words: Beginnings of words by which a title is recognised, several for a phrase, whole ones with "." behind;
            case and ё do not matter.
        fields: What a card of this topic may say besides, by key.
        kinds: What the kinds of need in `passes` are called.
        acting: Lines on which the house acts, each kind once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
    name: Told
    seats: dict[Language, Seats]
    topics: dict[Language, Topics]
    words: dict[Language, Words]
    clauses: dict[Language, Clauses]
    fields: dict[Key, Told] = Field(default_factory=dict, max_length=8)
    passes: dict[Key, Key] = Field(default_factory=dict, max_length=12)
    kinds: dict[Key, Told] = Field(default_factory=dict, max_length=12)
    acting: Annotated[tuple[ActingLine, ...], Field(max_length=len(ACTING))] = ()

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if not self.name:
            raise ValueError("a pack has a name in at least one language")
        for lists in (self.seats, self.topics, self.clauses):
            if len({len(one) for one in lists.values()}) > 1:
                raise ValueError("a list has the same entries in every language")
        if any(not any(sign.isalnum() for sign in one) for many in self.words.values() for one in many):
            raise ValueError("a word to be recognised by has letters")
        if len({one.kind for one in self.acting}) < len(self.acting):
            raise ValueError("a contract has each line on which the house acts once")
        if set(self.passes) != set(self.kinds):
            raise ValueError("every kind of need that is passed on has a name, and no other")
        return self


def read_pack(key: str, written: str) -> Pack:
    """Read a pack from TOML, ours or one that a group wrote.

    Raises:
        Refused: It is too large, no TOML, or breaks a bound; the text names the first place that is wrong.
    """
    if len(written.encode()) > BYTES:
        raise Refused(text("refused-pack-large", most=BYTES // 1_000))
    try:
        found = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refused(text("refused-pack-toml", where=str(error)[:200])) from error
    try:
        return Pack.model_validate({**found, "key": key})
    except ValidationError as error:
        first = error.errors()[0]
        where = " / ".join(str(step) for step in first["loc"]) or key
        raise Refused(text("refused-pack-field", where=where[:200], what=first["msg"][:200])) from error
