"""What does a card show in a chat of strangers? The same, and a way to take it away from there."""

from dataclasses import replace

from core.messenger.messages import Choice, Message
from core.wording import text

START = "proposal.start"
"""A choice that comes only later; it stays the last, so that numbers keep their meaning."""


def away_subject(card: str) -> str:
    """Name the cards of a thing that stand among strangers: they change together, apart from those at home."""
    return f"away:{card}"


def away_card(card: Message, name: str) -> Message:
    """Add the way to take it away from a chat of strangers; a card that is over needs none.

    Args:
        card: As it stands at home.
        name: Of the card at home.
    """
    if not card.choices:
        return card
    first = tuple(one for one in card.choices if one.action != START)
    last = tuple(one for one in card.choices if one.action == START)
    return replace(card, choices=(*first, Choice("guard.not-here", text("tap-not-here"), {"card": name}), *last))
