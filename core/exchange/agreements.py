"""Which text do groups agree on: does every one of them consent to the very same one?

The text is a contract (`core.contract`), the consent of one group is a consent round of its own. What stands here is
what both sides must know of each other: which text, by its seal, and who consented.
"""

from dataclasses import dataclass, replace

from core.errors import Refused
from core.exchange.agreeing import Consent, Object, Propose
from core.exchange.parties import Party
from core.exchange.stages import AGREEMENT, AgreementStage, AgreementStep, after
from core.ids import AgreementId, LinkId
from core.wording import text


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text known by its number and seal."""

    number: int
    seal: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract between groups.

    Attributes:
        parties: Whose it is, fixed when it is first proposed; all of them have to consent.
        asked: The text before the groups now; None when none is.
        consents: Who consented to the asked text.
        standing: The text that binds; None before the first, and after the end.
        ended_by: Which side ended it; None while it lives, and when its own day came.
    """

    id: AgreementId
    link: LinkId
    parties: tuple[Party, ...]
    stage: AgreementStage = AgreementStage.TALKING
    asked: Sealed | None = None
    consents: tuple[Party, ...] = ()
    standing: Sealed | None = None
    ended_by: Party | None = None
    last_number: int = 0


def propose(agreement: Agreement, said: Propose, by: Party) -> Agreement:
    """Put a text before all groups; consents to an earlier one no longer count, what stands still stands.

    Raises:
        Refused: It has ended, `by` is no party, the parties are others, or the number is not the next one.
    """
    _check_party(agreement, by)
    if said.agreement != agreement.id or said.parties != agreement.parties or said.number != agreement.last_number + 1:
        raise Refused(text("refused-other-text"))
    stage = _step(agreement, AgreementStep.PROPOSE)
    return replace(agreement, stage=stage, asked=Sealed(said.number, said.seal), consents=(), last_number=said.number)


def consent(agreement: Agreement, said: Consent, by: Party) -> Agreement:
    """Count one group's consent; with the last one the text binds.

    Raises:
        Refused: It has ended, `by` is no party, or another text is before the groups now.
    """
    _check_asked(agreement, said, by)
    consents = agreement.consents if by in agreement.consents else (*agreement.consents, by)
    if set(consents) != set(agreement.parties):
        return replace(agreement, consents=consents)
    stage = _step(agreement, AgreementStep.ALL_CONSENTED)
    return replace(agreement, stage=stage, standing=agreement.asked, asked=None, consents=())


def object_to(agreement: Agreement, said: Object, by: Party) -> Agreement:
    """Let one group say it cannot live with the text: it is off the table.

    Raises:
        Refused: It has ended, `by` is no party, or another text is before the groups now.
    """
    _check_asked(agreement, said, by)
    return replace(agreement, stage=_step(agreement, AgreementStep.OBJECT), asked=None, consents=())


def end(agreement: Agreement, by: Party) -> Agreement:
    """Let one side end it, alone and at once; closing the link ends the agreements on it too.

    Raises:
        Refused: It has ended already, or `by` is no party.
    """
    _check_party(agreement, by)
    stage = _step(agreement, AgreementStep.END)
    return replace(agreement, stage=stage, asked=None, consents=(), standing=None, ended_by=by)


def run_out(agreement: Agreement) -> Agreement:
    """End it because the day came until which all had consented to it; no side ended it.

    Raises:
        Refused: It has ended already.
    """
    stage = _step(agreement, AgreementStep.END)
    return replace(agreement, stage=stage, asked=None, consents=(), standing=None)


def missing(agreement: Agreement) -> tuple[Party, ...]:
    """List who has not yet consented to the asked text; empty when none is asked."""
    return tuple(one for one in agreement.parties if agreement.asked and one not in agreement.consents)


def _check_asked(agreement: Agreement, said: Consent | Object, by: Party) -> None:
    _check_party(agreement, by)
    seal = said.seal if isinstance(said, Consent) else None
    asked = agreement.asked
    if said.agreement != agreement.id or asked is None or asked.number != said.number or seal not in {None, asked.seal}:
        raise Refused(text("refused-other-text"))


def _check_party(agreement: Agreement, by: Party) -> None:
    if by not in agreement.parties:
        raise Refused(text("refused-not-party"))


def _step(agreement: Agreement, step: AgreementStep) -> AgreementStage:
    stage = after(AGREEMENT, agreement.stage, step)
    if stage is None:
        raise Refused(text("refused-agreement-over"))
    return stage
