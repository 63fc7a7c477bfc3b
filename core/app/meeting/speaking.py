"""How does one side of an introduction speak to the other? Under the alias made for it alone."""

from datetime import datetime

from core.app.meeting.ports import FirstContact
from core.exchange.parties import Party
from core.exchange.said import Body, Said
from core.ids import SaidId

WITHDRAW = 2
"""An asker says at most two things: the introduction, then its card or that it is taken back."""


def say_to_asked(contact: FirstContact, body: Body, number: int, now: datetime) -> Said:
    """Let the asker speak; the first thing it says bears the name of the introduction."""
    asker, asked = _sides(contact)
    name = SaidId(contact.id if number == 1 else f"{contact.id}-{number}")
    return Said(name, asker, asked, contact.id, number, now, body)


def say_to_asker(contact: FirstContact, body: Body, number: int, now: datetime) -> Said:
    """Let the asked side speak."""
    asker, asked = _sides(contact)
    return Said(SaidId(f"{contact.id}-to-{number}"), asked, asker, contact.id, number, now, body)


def _sides(contact: FirstContact) -> tuple[Party, Party]:
    asked = contact.introduction.asked
    assert asked is not None
    return contact.introduction.asker, asked
