"""How does one more group come to share a link: who has to say yes, and in which order?

First the newcomer, invited by one side; then all sides. Until the last yes it is an alias.
"""

from dataclasses import replace

from core.errors import Refused
from core.exchange.links import Link
from core.exchange.parties import Party
from core.exchange.sizes import SIDES
from core.exchange.stages import NEWCOMER, NewcomerStage, NewcomerStep, SideStage, after
from core.wording import text


def invite(link: Link, newcomer: Party, by: Party) -> Link:
    """Note that one side invites one more group; whoever invites consents.

    Raises:
        Refused: The link is closed or full, or `by` is not on it.
    """
    _check_here(link, by)
    if len(link.here) >= SIDES:
        raise Refused(text("refused-link-full", most=SIDES))
    if newcomer in link.sides or newcomer in link.widening:
        return link
    return replace(link, widening={**link.widening, newcomer: (by,)})


def stage_of(link: Link, newcomer: Party) -> NewcomerStage:
    """Say where the question about a newcomer stands, known by its alias."""
    if newcomer not in link.widening:
        return NewcomerStage.OVER
    return NewcomerStage.ASKED if newcomer in link.widening[newcomer] else NewcomerStage.INVITED


def join(link: Link, newcomer: Party) -> Link:
    """Count the newcomer's own yes: now everyone on the link may be asked.

    Raises:
        Refused: The link is closed, or nobody asks any more.
    """
    if link.is_closed:
        raise Refused(text("refused-link-closed"))
    return _consents(link, newcomer, newcomer, NewcomerStep.JOIN)


def welcome(link: Link, newcomer: Party, by: Party) -> Link:
    """Count one side's consent to a newcomer.

    Raises:
        Refused: Nobody asked for it, the newcomer has not said yes, or `by` is not on the link.
    """
    _check_here(link, by)
    return _consents(link, newcomer, by, NewcomerStep.WELCOME)


def missing(link: Link, newcomer: Party) -> tuple[Party, ...]:
    """List whose yes to a newcomer is missing: its own, by its alias, and those of the sides that are here."""
    consents = link.widening.get(newcomer, ())
    return tuple(one for one in (newcomer, *link.here) if one not in consents)


def turn_away(link: Link, newcomer: Party) -> Link:
    """Forget a question about a newcomer to which not all said yes in time."""
    if after(NEWCOMER, stage_of(link, newcomer), NewcomerStep.TIME_IS_UP) is None:
        return link
    return _forget(link, newcomer)


def let_in(link: Link, newcomer: Party, really: Party) -> Link:
    """Give the newcomer an end, under its own name now, once all said yes.

    Raises:
        Refused: A yes is missing, or the link has closed or filled up meanwhile.
    """
    _check_step(link, newcomer, NewcomerStep.LET_IN)
    if link.is_closed or missing(link, newcomer):
        raise Refused(text("refused-consent-missing"))
    if len(link.here) >= SIDES:
        raise Refused(text("refused-link-full", most=SIDES))
    return replace(_forget(link, newcomer), sides={**link.sides, really: SideStage.OPEN})


def _consents(link: Link, newcomer: Party, by: Party, step: NewcomerStep) -> Link:
    _check_step(link, newcomer, step)
    consents = link.widening[newcomer]
    return link if by in consents else replace(link, widening={**link.widening, newcomer: (*consents, by)})


def _check_step(link: Link, newcomer: Party, step: NewcomerStep) -> None:
    if after(NEWCOMER, stage_of(link, newcomer), step) is None:
        raise Refused(text("refused-gone"))


def _forget(link: Link, newcomer: Party) -> Link:
    return replace(link, widening={one: said for one, said in link.widening.items() if one != newcomer})


def _check_here(link: Link, side: Party) -> None:
    if link.is_closed or side not in link.here:
        raise Refused(text("refused-link-closed"))
