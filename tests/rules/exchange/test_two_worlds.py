"""Can two installations that share nothing but bytes meet, talk, agree and part?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from core.exchange.agreeing import Consent, End, Propose, Term, proposal
from core.exchange.agreements import Agreement, consent, end, propose
from core.exchange.introductions import AskerSees, Introduction, ask, asker_sees, first_contact_of, say_yes
from core.exchange.links import Arrival, Link, arrive, link_of, next_number
from core.exchange.meeting import Close, Introduce, Meet, Yes
from core.exchange.parties import Card, Party, PartyKind
from core.exchange.said import Body, Said
from core.exchange.shares import Following, Known, follow
from core.exchange.sharing import Delete, Edit, Reactions, Share
from core.exchange.stages import AgreementStage, IntroductionStage
from core.exchange.wire import read, write
from core.ids import AgreementId, IntroductionId, LinkId, SaidId
from tests.rules.exchange.sides import LINK, NOW, share

CAFE = Party(PartyKind.GROUP, "cafe", "here.example")
SEWERS = Party(PartyKind.GROUP, "sewers", "there.example")
TERMS = (Term("c1", "gives", "The café mends one machine a month", "one machine a month", {"party": 0}),)
AGREEMENT = AgreementId("agreement")


@dataclass
class World:
    """One installation with one group; all it knows of the other came as bytes."""

    us: Party
    them: Party
    link: Link
    agreement: Agreement
    known: Known = field(default_factory=dict)
    shown: list[Said] = field(default_factory=list)
    ids: Iterator[int] = field(default_factory=count)

    def say(self, body: Body) -> bytes:
        """Say something over the link; our own copy takes the same step."""
        number = next_number(self.link, self.us, self.them)
        one = Said(SaidId(f"{self.us.id}{next(self.ids)}"), self.us, self.them, self.link.id, number, NOW, body)
        self._act(one)
        return write(one)

    def hear(self, raw: bytes) -> Arrival:
        """Hear something from the other side."""
        found = read(raw)
        assert isinstance(found, Said)
        return self._act(found)

    def _act(self, one: Said) -> Arrival:
        self.link, arrival = arrive(self.link, one)
        if arrival is not Arrival.CARRIED:
            return arrival
        match one.body:
            case Share() | Edit() | Delete() | Reactions():
                self.known, following = follow(self.known, one.sender, one.body)
                assert following is Following.FOLLOWED
                self.shown.append(one)
            case Propose():
                self.agreement = propose(self.agreement, one.body, one.sender)
            case Consent():
                self.agreement = consent(self.agreement, one.body, one.sender)
            case End():
                self.agreement = end(self.agreement, one.sender)
            case _:
                pass
        return arrival


def worlds() -> tuple[World, World]:
    """Two worlds whose groups have met."""
    link, talking = link_of(LINK, CAFE, SEWERS), Agreement(AGREEMENT, LINK, (CAFE, SEWERS))
    return World(CAFE, SEWERS, link, talking), World(SEWERS, CAFE, link, talking)


def over_the_wire(body: Body, sender: Party, receiver: Party) -> Body:
    """Return what the other installation reads."""
    raw = write(Said(SaidId("x"), sender, receiver, IntroductionId("i"), 1, NOW, body))
    found = read(raw)
    assert isinstance(found, Said)
    for secret in (b"Repair caf", b"cafe", b"here.example"):
        assert secret not in raw or isinstance(body, Meet)
    return found.body


def test_two_worlds_meet_by_two_yeses() -> None:
    """Until the asked side's yes is there, no byte says who asks; then both have cards."""
    alias, asked_alias = Party(PartyKind.GROUP, "a7x"), Party(PartyKind.GROUP, "b3k")
    here = ask(Introduction(IntroductionId("i"), alias, asked_alias, "sewing", "We mend", 5, "Telegram", NOW), NOW)
    contact = first_contact_of(here)
    assert contact is not None

    there = over_the_wire(contact, alias, asked_alias)
    assert isinstance(there, Introduce)
    assert isinstance(over_the_wire(Yes(), asked_alias, alias), Yes)
    here = say_yes(here, asked_alias, NOW)
    meet = over_the_wire(Meet(LinkId("l"), Card(CAFE, "Repair café", 5)), alias, asked_alias)

    assert here.stage is IntroductionStage.MET
    assert asker_sees(here, NOW) is AskerSees.MET
    assert isinstance(meet, Meet)
    assert meet.card.name == "Repair café"


def test_two_worlds_talk_agree_and_part() -> None:
    """A share and its edit cross once, a text binds with both consents, one side ends it and closes."""
    here, there = worlds()
    first, second = here.say(share()), here.say(Edit(share().share, "Ours has a worn belt"))

    assert there.hear(second) is Arrival.TOO_EARLY
    assert [there.hear(raw) for raw in (first, second, first)] == [Arrival.CARRIED, Arrival.CARRIED, Arrival.TWICE]

    text = proposal(AGREEMENT, 1, (CAFE, SEWERS), "sewing", TERMS)
    there.hear(here.say(text))
    here.hear(there.say(Consent(AGREEMENT, 1, text.seal)))
    assert here.agreement.standing is None
    there.hear(here.say(Consent(AGREEMENT, 1, text.seal)))
    assert here.agreement == there.agreement
    assert here.agreement.stage is AgreementStage.STANDING

    here.hear(there.say(End(AGREEMENT)))
    here.hear(there.say(Close()))
    assert here.agreement.ended_by == SEWERS
    assert here.link == there.link
    assert there.hear(here.say(share(name="s2"))) is Arrival.CLOSED
    assert len(there.shown) == 2
