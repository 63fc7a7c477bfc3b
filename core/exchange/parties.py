"""Who speaks to whom, and what do they show of themselves once both said yes?"""

from dataclasses import dataclass
from enum import StrEnum

from core.exchange.sizes import Id, MaybeName, People, SeatNames, Title, Topics


class PartyKind(StrEnum):
    """What kind of side speaks."""

    PERSON = "person"
    GROUP = "group"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a conversation.

    Attributes:
        id: Opaque. Before both said yes to an introduction it is an alias made for that introduction alone, so that
            nobody recognises an asker by it.
        node: The installation it lives in; empty within one installation.
    """

    kind: PartyKind
    id: Id
    node: MaybeName = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What a group shows of itself; it exists in a conversation only after both sides said yes.

    Attributes:
        party: Who it really is.
        name: What the group calls itself.
        people: How many they are.
        seats: What they bring.
        messenger: Where they chat, as a word for people; empty when they keep it to themselves.
    """

    party: Party
    name: Title
    people: People
    topics: Topics = ()
    seats: SeatNames = ()
    messenger: MaybeName = ""
