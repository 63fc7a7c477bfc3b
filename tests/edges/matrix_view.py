"""What does a person's client hold of its rooms after it has synced?

As a real client does it asks only for what is new: a homeserver that tells everything anew at each look is busy with
nothing else.
"""

import json
from dataclasses import dataclass, field
from typing import Any

Event = dict[str, Any]

FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {"timeline": {"limit": 1000}, "ephemeral": {"types": []}, "account_data": {"types": []}},
    }
)


@dataclass(slots=True)
class Room:
    """One room someone is in.

    Attributes:
        events: All of its timeline, oldest first; what was redacted has no content any more.
        members: Membership by user id.
        name: Empty when it has none.
    """

    events: list[Event] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)
    name: str = ""

    def take(self, event: Event) -> None:
        """Take in one event of the timeline."""
        self.stand(event)
        self.events.append(event)
        if event["type"] == "m.room.redaction":
            gone = event.get("redacts") or event["content"].get("redacts")
            for one in self.events:
                if one["event_id"] == gone:
                    one["content"] = {}

    def stand(self, event: Event) -> None:
        """Take in one event of the state."""
        if event["type"] == "m.room.member":
            self.members[event["state_key"]] = event["content"].get("membership", "leave")
        if event["type"] == "m.room.name":
            self.name = str(event["content"].get("name", ""))

    def is_direct(self, me: str, other: str) -> bool:
        """Say whether it has no name and nobody but the two is in or invited."""
        people = {who for who, membership in self.members.items() if membership in {"join", "invite"}}
        return people <= {me, other} and not self.name


@dataclass(slots=True)
class View:
    """What one client knows.

    Attributes:
        me: User id.
        since: Where the newest sync ended.
        rooms: Those they are in.
        invited: Those they are invited to; True for one meant as a private conversation.
    """

    me: str
    since: str = ""
    rooms: dict[str, Room] = field(default_factory=dict)
    invited: dict[str, bool] = field(default_factory=dict)

    def asks(self) -> dict[str, str]:
        """Return the query of the next sync."""
        return {"timeout": "0", "filter": FILTER} | ({"since": self.since} if self.since else {})

    def take(self, answer: Event) -> None:
        """Take in what a sync brought."""
        self.since = answer["next_batch"]
        rooms = answer.get("rooms", {})
        for room in rooms.get("leave", {}):
            self.invited.pop(room, None)
            self.rooms.pop(room, None)
        for room, found in rooms.get("invite", {}).items():
            self.invited[room] = self._is_direct(found["invite_state"]["events"])
            self.rooms.pop(room, None)
        for room, found in rooms.get("join", {}).items():
            self.invited.pop(room, None)
            is_new = room not in self.rooms
            here = self.rooms.setdefault(room, Room())
            assert is_new or not found["timeline"].get("limited"), "a thousand events between two looks"
            for event in found.get("state", {}).get("events", ()):
                here.stand(event)
            for event in found["timeline"]["events"]:
                here.take(event)

    def _is_direct(self, events: list[Event]) -> bool:
        mine = [e for e in events if e["type"] == "m.room.member" and e["state_key"] == self.me]
        return any(event["content"].get("is_direct", False) for event in mine)
