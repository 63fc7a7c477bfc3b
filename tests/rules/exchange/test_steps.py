"""Does each step between groups change just what it should, and is a refusal told in its own words?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from core.exchange.agreeing import Consent, Object, Propose, Term, proposal
from core.exchange.agreements import Agreement, Sealed, consent, end, missing, object_to, propose, run_out
from core.exchange.caps import check_introductions, check_proposals, check_seats
from core.exchange.introductions import (
    AskerSees,
    Introduction,
    ask,
    asker_sees,
    first_contact_of,
    let_lapse,
    say_no,
    say_yes,
    show_ourselves,
    take_back,
)
from core.exchange.links import (
    Arrival,
    Link,
    arrive,
    link_of,
    next_number,
    turn,
)
from core.exchange.meeting import Close, Introduce, Meet, Pause, Resume
from core.exchange.newcomers import invite, join, let_in, turn_away, welcome
from core.exchange.newcomers import missing as missing_yes
from core.exchange.notices import (
    KEPT,
    Notice,
    NoticeKind,
    NoticeStage,
    Pairing,
    PairingStage,
    ask_to_keep_at,
    keep,
    names_for,
    put_to,
)
from core.exchange.notices import (
    let_lapse as let_pairing_lapse,
)
from core.exchange.notices import (
    say_no as no_to_pairing,
)
from core.exchange.notices import (
    say_yes as yes_to_pairing,
)
from core.exchange.parties import Party, PartyKind
from core.exchange.stages import AgreementStage, IntroductionStage, SideStage, SideStep
from core.ids import AgreementId, ChatId, IntroductionId, NoticeId, PairingId, PersonId
from tests.rules.exchange.sides import CAFE, CARD, GARDEN, LINK, NOW, SEWERS, said, share
from tests.rules.refusing import refuses

ID = AgreementId("a")
FRESH = Agreement(ID, LINK, (CAFE, SEWERS))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ALIAS = Party(PartyKind.GROUP, "alias")


def draft(number: int = 1, parties: tuple[Party, ...] = (CAFE, SEWERS), of: AgreementId = ID) -> Propose:
    """A text of one line."""
    return proposal(of, number, parties, "repair", (Term("c1", "gives", "The café gives tea", "tea", {"party": 0}),))


def test_an_agreement_from_the_first_word_to_its_end() -> None:
    """Asked, consented to by one and by all, changed, and over: each step changes what it is about."""
    text, seal = draft(), Sealed(1, draft().seal)
    asked = propose(FRESH, text, SEWERS)
    one = consent(asked, Consent(ID, 1, text.seal), CAFE)
    stands = consent(one, Consent(ID, 1, text.seal), SEWERS)

    assert asked == replace(FRESH, stage=AgreementStage.ASKED, asked=seal, last_number=1)
    assert one == replace(asked, consents=(CAFE,)) == consent(one, Consent(ID, 1, text.seal), CAFE)
    assert (missing(FRESH), missing(asked), missing(one)) == ((), (CAFE, SEWERS), (SEWERS,))
    assert stands == replace(FRESH, stage=AgreementStage.STANDING, standing=seal, last_number=1)
    changing = consent(propose(stands, draft(2), CAFE), Consent(ID, 2, draft(2).seal), CAFE)
    assert changing.consents == (CAFE,)
    assert object_to(changing, Object(ID, 2), SEWERS) == replace(stands, last_number=2)
    over = replace(FRESH, stage=AgreementStage.ENDED, last_number=2)
    assert end(changing, SEWERS) == replace(over, ended_by=SEWERS)
    assert run_out(changing) == over


def test_an_agreement_refuses_in_its_own_words() -> None:
    """Another text, no party, over: who is refused reads which it was."""
    asked = propose(FRESH, draft(), CAFE)
    over = end(asked, CAFE)

    for wrong in (draft(2), draft(1, (CAFE, GARDEN)), draft(1, of=AgreementId("b"))):
        with refuses("refused-other-text"):
            propose(FRESH, wrong, CAFE)
    for other in (Consent(ID, 1, "other"), Consent(ID, 2, draft().seal), Consent(AgreementId("b"), 1, draft().seal)):
        with refuses("refused-other-text"):
            consent(asked, other, SEWERS)
    with refuses("refused-other-text"):
        object_to(FRESH, Object(ID, 1), CAFE)
    strangers: tuple[Callable[[], object], ...] = (
        lambda: propose(FRESH, draft(), GARDEN),
        lambda: consent(asked, Consent(ID, 1, draft().seal), GARDEN),
        lambda: object_to(asked, Object(ID, 1), GARDEN),
        lambda: end(asked, GARDEN),
    )
    for act in strangers:
        with refuses("refused-not-party"):
            act()
    for act in (lambda: end(over, CAFE), lambda: run_out(over), lambda: propose(over, draft(2), CAFE)):
        with refuses("refused-agreement-over"):
            act()


FOUND = Introduction(IntroductionId("i"), CAFE, SEWERS, "sewing", "We mend", 5, "Telegram", NOW)


def test_an_introduction_from_the_first_word_to_its_end() -> None:
    """Asked for 48 hours; a yes, a no and a silence end it, and each is seen as it should be."""
    asked = ask(FOUND, NOW)
    until = NOW + timedelta(hours=48)

    assert asked == replace(FOUND, stage=IntroductionStage.ASKED, answer_by=until)
    assert first_contact_of(asked) == Introduce("sewing", "We mend", 5, "Telegram", until)
    assert first_contact_of(FOUND) is first_contact_of(replace(asked, asked=None)) is None
    met = say_yes(asked, SEWERS, until - HOUR)
    assert met == replace(asked, stage=IntroductionStage.MET)
    assert say_no(asked, SEWERS, NOW) == let_lapse(asked, until) == replace(asked, stage=IntroductionStage.OVER)
    assert let_lapse(asked, until - HOUR) is asked
    assert let_lapse(met, until) is met
    assert show_ourselves(met, LINK, CARD) == Meet(LINK, CARD)
    back = take_back(asked, NOW)
    assert back == replace(asked, stage=IntroductionStage.OVER, withdrawn=True)
    views = [asker_sees(one, at) for one in (asked, met, back) for at in (until - HOUR, until)]
    waits, not_now, met_, back_ = AskerSees.WAITING, AskerSees.NOT_NOW, AskerSees.MET, AskerSees.WITHDRAWN
    assert views == [waits, not_now, met_, met_, back_, back_]


def test_an_introduction_refuses_in_its_own_words() -> None:
    """Not yours, over, not met yet."""
    asked = ask(FOUND, NOW)
    no = say_no(asked, SEWERS, NOW)
    late = asked.answer_by

    with refuses("refused-introduction-not-yours"):
        say_yes(asked, GARDEN, NOW)
    over: tuple[Callable[[], object], ...] = (
        lambda: ask(asked, NOW),
        lambda: say_yes(asked, SEWERS, late),
        lambda: say_no(no, SEWERS, NOW),
        lambda: take_back(asked, late),
    )
    for act in over:
        with refuses("refused-introduction-over"):
            act()
    with refuses("refused-not-met"):
        show_ourselves(asked, LINK, CARD)


def test_the_caps_name_their_number() -> None:
    """Who is refused one more reads how many there may be."""
    with refuses("refused-seats-cap", most=5):
        check_seats(5)
    with refuses("refused-proposals-cap", most=2):
        check_proposals(2)
    with refuses("refused-introductions-cap", most=3):
        check_introductions(3)


TWO = link_of(LINK, CAFE, SEWERS)


def test_a_link_turns_one_end_at_a_time() -> None:
    """Resting, coming back and leaving change one's own end; what changes nothing is no mistake."""
    open_, rests, gone = SideStage.OPEN, SideStage.PAUSED, SideStage.GONE
    three = Link(LINK, {CAFE: open_, SEWERS: open_, GARDEN: open_})

    assert turn(TWO, CAFE, SideStep.PAUSE) == replace(TWO, sides={CAFE: rests, SEWERS: open_})
    assert turn(turn(TWO, CAFE, SideStep.PAUSE), CAFE, SideStep.RESUME) == TWO
    assert turn(TWO, CAFE, SideStep.RESUME) is TWO
    assert turn(three, GARDEN, SideStep.CLOSE) == replace(three, sides={CAFE: open_, SEWERS: open_, GARDEN: gone})
    closed = turn(TWO, CAFE, SideStep.CLOSE)
    for link, side in ((TWO, GARDEN), (closed, SEWERS), (turn(three, GARDEN, SideStep.CLOSE), GARDEN)):
        with refuses("refused-link-closed"):
            turn(link, side, SideStep.PAUSE)


def test_what_is_said_turns_an_end_too() -> None:
    """A pause, a return and an end arrive as anything else does, with their number."""
    paused, arrival = arrive(TWO, said(Pause(), 1))
    assert (paused, arrival) == (
        replace(TWO, sides={CAFE: SideStage.PAUSED, SEWERS: SideStage.OPEN}, heard={(CAFE, SEWERS): 1}),
        Arrival.CARRIED,
    )
    back, arrival = arrive(paused, said(Resume(), 2))
    assert (back, arrival) == (replace(TWO, heard={(CAFE, SEWERS): 2}), Arrival.CARRIED)
    assert (next_number(back, CAFE, SEWERS), next_number(back, SEWERS, CAFE)) == (3, 1)
    gone, arrival = arrive(back, said(Close(), 7))
    assert arrival is Arrival.CARRIED
    assert (gone.here, gone.heard) == ((SEWERS,), {(CAFE, SEWERS): 7})
    assert arrive(back, said(share(), 2)) == (back, Arrival.TWICE)
    assert arrive(back, said(Close(), 2)) == (back, Arrival.TWICE)
    assert arrive(back, said(share(), 4)) == (back, Arrival.TOO_EARLY)


def test_a_third_group_is_asked_for_welcomed_and_let_in() -> None:
    """Each consent counts once; one that is turned away leaves nothing behind."""
    invited = invite(TWO, ALIAS, CAFE)
    asked = join(invited, ALIAS)
    both = welcome(asked, ALIAS, SEWERS)

    assert invited == replace(TWO, widening={ALIAS: (CAFE,)})
    assert asked == replace(TWO, widening={ALIAS: (CAFE, ALIAS)})
    assert invite(asked, ALIAS, SEWERS) is join(asked, ALIAS) is welcome(asked, ALIAS, CAFE) is asked
    assert invite(TWO, CAFE, SEWERS) is TWO
    assert both == replace(TWO, widening={ALIAS: (CAFE, ALIAS, SEWERS)})
    assert [missing_yes(link, ALIAS) for link in (invited, asked, both)] == [(ALIAS, SEWERS), (SEWERS,), ()]
    assert let_in(both, ALIAS, GARDEN) == replace(TWO, sides={**TWO.sides, GARDEN: SideStage.OPEN})
    assert turn_away(replace(asked, widening={**asked.widening, GARDEN: ()}), ALIAS).widening == {GARDEN: ()}
    assert turn_away(TWO, ALIAS) is TWO


def test_a_link_refuses_in_its_own_words() -> None:
    """Not on it, nobody asked, a consent missing, full."""
    invited = invite(TWO, ALIAS, CAFE)
    asked = join(invited, ALIAS)
    full = replace(asked, sides={Party(PartyKind.GROUP, str(place)): SideStage.OPEN for place in range(8)})
    closed = turn(TWO, CAFE, SideStep.CLOSE)

    for link, by in ((TWO, GARDEN), (closed, SEWERS)):
        with refuses("refused-link-closed"):
            invite(link, ALIAS, by)
    with refuses("refused-link-closed"):
        welcome(asked, ALIAS, GARDEN)
    with refuses("refused-link-closed"):
        join(replace(closed, widening=invited.widening), ALIAS)
    for link, by in ((TWO, CAFE), (invited, SEWERS)):
        with refuses("refused-gone"):
            welcome(link, ALIAS, by)
    with refuses("refused-consent-missing"):
        let_in(asked, ALIAS, GARDEN)
    most = len(full.here)
    with refuses("refused-link-full", most=most):
        invite(full, GARDEN, full.here[0])
    with refuses("refused-link-full", most=most):
        let_in(replace(full, widening={ALIAS: (*full.here, ALIAS)}), ALIAS, GARDEN)


OWNER, COMER = PersonId("owner"), PersonId("comer")
WAITING = Pairing(PairingId("one"), NoticeId("n"), OWNER, NoticeId("o"), COMER, OWNER, (), PairingStage.WAITING, NOW)


@pytest.mark.parametrize(("first", "second"), [(OWNER, COMER), (COMER, OWNER)])
def test_a_pairing_asks_one_after_the_other(first: PersonId, second: PersonId) -> None:
    """Whoever is asked first says yes, the other is asked; only the second yes lets them meet."""
    asked = put_to(replace(WAITING, asked=first), NOW + HOUR)
    one = yes_to_pairing(asked, first, NOW + DAY)

    assert asked == replace(WAITING, asked=first, stage=PairingStage.ASKED, since=NOW + HOUR)
    assert one == replace(WAITING, asked=second, yes=(first,), since=NOW + DAY)
    met = yes_to_pairing(put_to(one, NOW + DAY), second, NOW + 2 * DAY)
    assert met == replace(one, yes=(first, second), stage=PairingStage.MET, since=NOW + 2 * DAY)
    assert names_for(met) == (OWNER, COMER)
    over = replace(asked, stage=PairingStage.OVER, since=NOW + DAY)
    assert no_to_pairing(asked, first, NOW + DAY) == over
    silent = NOW + HOUR + 3 * DAY
    assert let_pairing_lapse(asked, silent) == replace(over, since=silent)
    assert let_pairing_lapse(asked, silent - HOUR) is asked
    assert let_pairing_lapse(WAITING, silent) is WAITING


def test_a_pairing_refuses_in_its_own_words() -> None:
    """Not asked, not their turn, not met."""
    asked = put_to(WAITING, NOW)
    gone: tuple[Callable[[], object], ...] = (
        lambda: put_to(asked, NOW),
        lambda: yes_to_pairing(WAITING, OWNER, NOW),
        lambda: yes_to_pairing(asked, COMER, NOW),
        lambda: no_to_pairing(asked, COMER, NOW),
    )
    for act in gone:
        with refuses("refused-gone"):
            act()
    for early in (asked, replace(asked, yes=(OWNER, COMER)), replace(asked, stage=PairingStage.MET, yes=(OWNER,))):
        with refuses("refused-not-met"):
            names_for(early)


def test_a_notice_is_asked_about_once_and_kept_for_a_month() -> None:
    """After three quarters of its time its owner is asked; kept, it has thirty days from that day on."""
    notice = Notice(NoticeId("n"), NoticeKind.NEED, OWNER, None, ChatId("c"), "ramp", "", "", (), NOW, NOW + 8 * DAY)

    assert ask_to_keep_at(notice) == NOW + 6 * DAY
    assert KEPT == 30 * DAY
    assert keep(notice, NOW + 7 * DAY) == replace(notice, until=NOW + 37 * DAY)
    for stage in (NoticeStage.DROPPED, NoticeStage.EXPIRED):
        with refuses("refused-gone"):
            keep(replace(notice, stage=stage), NOW)
