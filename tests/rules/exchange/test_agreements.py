"""Does an agreement exist only with the consent of all its groups to the very same text?"""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.errors import Refused
from core.exchange.agreeing import Consent, Object, Propose, Term, proposal
from core.exchange.agreements import Agreement, Sealed, consent, end, missing, object_to, propose
from core.exchange.parties import Party
from core.exchange.stages import AGREEMENT, INTRODUCTION, SIDE, AgreementStage, IntroductionStage, SideStage
from core.ids import AgreementId
from tests.rules.exchange.sides import CAFE, GARDEN, LINK, SEWERS

ID = AgreementId("a")
PARTIES = (CAFE, SEWERS)


def draft(words: str = "two evenings a month", number: int = 1) -> Propose:
    """A text of one line."""
    return proposal(
        ID, number, PARTIES, "repair", (Term("c1", "gives", f"The café gives {words}", words, {"party": 0}),)
    )


def fresh() -> Agreement:
    """The café and the sewers are only talking."""
    return Agreement(ID, LINK, PARTIES)


def yes_to(text: Propose) -> Consent:
    """Consent to exactly this text."""
    return Consent(ID, text.number, text.seal)


def test_it_stands_with_the_last_consent() -> None:
    """One group's consent binds nobody; with both it stands."""
    asked = consent(propose(fresh(), draft(), CAFE), yes_to(draft()), CAFE)

    assert asked.standing is None
    assert missing(asked) == (SEWERS,)
    assert consent(asked, yes_to(draft()), SEWERS).stage is AgreementStage.STANDING


def test_consent_to_other_words_is_none() -> None:
    """A consent counts for the text it was given to, to the letter."""
    asked = propose(fresh(), draft(), CAFE)

    with pytest.raises(Refused):
        consent(asked, yes_to(draft("ten evenings a month")), SEWERS)


def test_a_new_text_asks_everyone_anew_and_the_old_one_stands_meanwhile() -> None:
    """While a change is asked, what was agreed binds; an objection leaves it as it was."""
    stands = propose(fresh(), draft(), CAFE)
    for side in PARTIES:
        stands = consent(stands, yes_to(draft()), side)
    other = draft("three evenings", 2)

    changing = consent(propose(stands, other, SEWERS), yes_to(other), SEWERS)
    after = object_to(changing, Object(ID, 2), CAFE)

    assert missing(propose(changing, draft("four evenings", 3), CAFE)) == PARTIES
    assert changing.standing == after.standing == Sealed(1, draft().seal)
    assert after.stage is AgreementStage.STANDING


def test_strangers_neither_consent_nor_end() -> None:
    """Only its parties have a say."""
    asked = propose(fresh(), draft(), CAFE)

    with pytest.raises(Refused):
        consent(asked, yes_to(draft()), GARDEN)
    with pytest.raises(Refused):
        end(asked, GARDEN)


@pytest.mark.parametrize("by", PARTIES)
def test_either_side_ends_it_alone(by: Party) -> None:
    """Ending needs nobody's permission, and then nothing more follows."""
    over = end(propose(fresh(), draft(), CAFE), by)

    assert over.ended_by == by
    with pytest.raises(Refused):
        propose(over, draft(number=2), CAFE)


def test_nothing_follows_what_is_over() -> None:
    """The tables have no way back from an end."""
    ends = {IntroductionStage.MET, IntroductionStage.OVER, SideStage.GONE, AgreementStage.ENDED}

    assert not {stage for stage, _step in (*INTRODUCTION, *SIDE, *AGREEMENT)} & ends


class Agreeing(RuleBasedStateMachine):
    """Both groups, and a stranger, propose, consent, object and end, in any order."""

    sides = st.sampled_from((CAFE, SEWERS, GARDEN))
    words = st.sampled_from(("two evenings", "three evenings"))
    numbers = st.integers(1, 4)

    def __init__(self) -> None:
        super().__init__()
        self.one = fresh()
        self.heard: set[tuple[Party, str]] = set()
        self.ended = False

    @rule(by=sides, words=words, ahead=st.sampled_from((0, 1, 1, 1, 2)))
    def proposes(self, by: Party, words: str, ahead: int) -> None:
        """A text is proposed with the next number, or a wrong one."""
        self._does(lambda: propose(self.one, draft(words, max(1, self.one.last_number + ahead)), by))

    @rule(by=sides, words=words, number=numbers)
    def consents(self, by: Party, words: str, number: int) -> None:
        """A side consents to some text, the asked one or another."""
        text = draft(words, number)
        if self._does(lambda: consent(self.one, yes_to(text), by)):
            self.heard.add((by, text.seal))

    @rule(by=sides)
    def consents_to_what_is_asked(self, by: Party) -> None:
        """A side consents to what is before it now."""
        asked = self.one.asked
        if asked and self._does(lambda: consent(self.one, Consent(ID, asked.number, asked.seal), by)):
            self.heard.add((by, asked.seal))

    @rule(by=sides, number=numbers)
    def objects(self, by: Party, number: int) -> None:
        """A side cannot live with it."""
        self._does(lambda: object_to(self.one, Object(ID, number), by))

    @rule(by=sides, really=st.integers(0, 9))
    def ends(self, by: Party, really: int) -> None:
        """Now and then a side ends it."""
        if really == 0 and self._does(lambda: end(self.one, by)):
            self.ended = True

    def _does(self, step: Callable[[], Agreement]) -> bool:
        try:
            self.one = step()
        except Refused:
            return False
        return True

    @invariant()
    def binds_by_consent_of_all(self) -> None:
        """What stands was consented to by every party, and nothing stands after an end."""
        standing = self.one.standing
        assert standing is None or all((side, standing.seal) in self.heard for side in PARTIES)
        assert (standing is not None) == (self.one.stage in {AgreementStage.STANDING, AgreementStage.CHANGING})
        assert not self.ended or self.one.stage is AgreementStage.ENDED


Agreeing.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAgreeing = Agreeing.TestCase
