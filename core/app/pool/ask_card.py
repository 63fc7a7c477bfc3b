"""What is someone asked who could come in: what, with how many, what each would bring, when, and why it fits?

Never a name: those come once enough have said yes.
"""

from core.app.pool.week_lines import hours_told
from core.commands.tongues import tongue
from core.groups.proposal import Proposal
from core.matching.offers import Asked, Offer
from core.matching.reasons import Reason, Why
from core.matching.week import WHOLE_WEEK
from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Text, text


def ask_card(offer: Offer, one: Asked, common: int, proposal: Proposal | None) -> Message:
    """Draw the question to one person.

    Args:
        common: Hours all share, on this person's own wall; the whole week when nobody told any.
        proposal: Whose open seat it is; None for a new group.
    """
    others = [other for other in offer.still_in if other.person != one.person]
    brought = [other.seat for other in others]
    if proposal is not None:
        brought += [seat.name for seat in proposal.seats if seat.person is not None]
        title = text("offer-seat", title=offer.title, count=len(proposal.people))
    else:
        title = text("offer-new", title=offer.title, count=len(others))
    named = tuple(dict.fromkeys(name for name in brought if name))
    lines = [Line(title, Style.TITLE)]
    lines += [Line(text("offer-you-bring", seat=one.seat))] if one.seat else []
    lines += [Line(text("offer-others-bring", seats=named))] if named else []
    lines.append(Line(common_hours(common)))
    lines += (
        [Line(text("offer-why", why=why), Style.NOTE)] if (why := tuple(reasons(one.why, seat=bool(one.seat)))) else []
    )
    lines += [Line(text("offer-again"), Style.NOTE)] if offer.again else []
    lines.append(Line(text("offer-no-names") if proposal is None else text("offer-seat-next"), Style.NOTE))
    which = {"offer": offer.id}
    names = ("yes", "later", "never")
    return Message(tuple(lines), tuple(Choice(f"offer.{name}", Text(f"tap-offer-{name}"), which) for name in names))


def common_hours(common: int) -> Text:
    """Say when all can, or that nobody said so."""
    if common == WHOLE_WEEK:
        return text("hours-open")
    return text("hours-common", hours=hours_told(common), count=common.bit_count())


def reasons(why: tuple[Reason, ...], *, seat: bool = False) -> list[Text]:
    """Say what speaks for it; the most telling first.

    Args:
        seat: Whether what they would bring has been said already.
    """
    told = [_reason(reason) for reason in why if not (seat and reason.why is Why.COVERS)]
    return [one for one in told if one is not None]


def _reason(reason: Reason) -> Text | None:
    match reason.why:
        case Why.COVERS:
            return text("why-covers", seat=reason.words[0])
        case Why.COMPLETES:
            return text("why-completes", count=reason.number)
        case Why.SAME_TOPIC:
            return text("why-same-topic")
        case Why.NEAR_TOPIC:
            return text("why-near-topic")
        case Why.LANGUAGE:
            return text("why-language", languages=tuple(tongue(code) for code in reason.words))
        case Why.WAITED:
            return text("why-waited", days=reason.number)
        case Why.HOURS:
            return text("why-hours", count=reason.number)
        case Why.LIKED | Why.AGAIN:
            return None
