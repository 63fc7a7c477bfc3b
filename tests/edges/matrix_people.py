"""How do people who are not ours use Matrix?

They speak plain HTTP to the client-server API, without the bot's library; what a client shows is worked out
here from the events alone.
"""

import asyncio
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

import httpx

from core.messenger.fit import SYMBOLS
from tests.edges.matrix_view import Event, View
from tests.edges.synapse import User
from tests.stage import Seen, SentFile


@dataclass(slots=True)
class Person:
    """Someone with a client of their own.

    Attributes:
        user: Their account.
        url: Their homeserver.
    """

    user: User
    url: str
    http: httpx.AsyncClient = field(init=False)
    view: View = field(init=False)
    looking: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)
    last: tuple[str, ...] = ()
    last_content: Event = field(default_factory=dict)

    def __post_init__(self) -> None:
        headers = {"Authorization": f"Bearer {self.user.token}"}
        # Nothing is encrypted on loopback, and reading all of the machine's certificates takes 40 ms each time.
        self.http = httpx.AsyncClient(base_url=self.url, headers=headers, timeout=30.0, verify=False)
        self.view = View(self.user.id)

    async def ask(self, method: str, *parts: str, body: Any = None, **query: str) -> Any:
        """Make one client-server request; raises httpx.HTTPStatusError when it is refused."""
        where = "/_matrix/client/v3/" + "/".join(quote(part, safe="") for part in parts)
        answer = await self.http.request(method, where, json=body, params=query)
        answer.raise_for_status()
        return answer.json()

    async def close(self) -> None:
        """Close the connection."""
        await self.http.aclose()

    async def make_room(self, title: str, invite: Iterable[str], **wish: Any) -> str:
        """Make a room and invite people by user id; returns its id."""
        body = {"preset": "private_chat", "name": title, "invite": list(invite), **wish}
        return str((await self.ask("POST", "createRoom", body=body))["room_id"])

    async def join(self, room: str) -> None:
        """Go into a room."""
        await self.ask("POST", "join", room, body={})

    async def look(self) -> View:
        """Sync, and return all that this person's client knows."""
        async with self.looking:
            self.view.take(await self.ask("GET", "sync", **self.view.asks()))
        return self.view

    async def invites(self) -> dict[str, bool]:
        """List rooms they are invited to; True for those meant as a private conversation."""
        return dict((await self.look()).invited)

    async def write(self, room: str, body: str, **more: Any) -> str:
        """Write a text message; returns its id."""
        return await self.put(room, "m.room.message", {"msgtype": "m.text", "body": body, **more})

    async def upload(self, file: SentFile) -> str:
        """Upload a file; returns its address."""
        where, headers = "/_matrix/media/v3/upload", {"Content-Type": file.media}
        answer = await self.http.post(where, params={"filename": file.name}, content=file.content, headers=headers)
        answer.raise_for_status()
        return str(answer.json()["content_uri"])

    async def download(self, address: str) -> bytes:
        """Download a file by its address."""
        server, _, media = address.removeprefix("mxc://").partition("/")
        answer = await self.http.get(f"/_matrix/client/v1/media/download/{server}/{media}")
        answer.raise_for_status()
        return answer.content

    async def react(self, room: str, event_id: str, symbol: str) -> str:
        """Put a symbol under a message."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": symbol}
        return await self.put(room, "m.reaction", {"m.relates_to": relation})

    def reacted(self, room: str, message: str, symbol: str) -> bool:
        """Say whether they had put a symbol under a message when they last looked."""
        mine = [event for event in self.view.rooms[room].events if event["sender"] == self.user.id]
        return any(_related(e, "m.annotation") == message and _symbol(e) == symbol for e in mine)

    async def put(self, room: str, kind: str, content: Event) -> str:
        """Send any event."""
        self.last = ("rooms", room, "send", kind, secrets.token_hex(8))
        self.last_content = content
        return await self.repeat()

    async def repeat(self) -> str:
        """Send the newest event again under its transaction, as a client does whose answer was lost."""
        return str((await self.ask("PUT", *self.last, body=self.last_content))["event_id"])

    async def highlights(self) -> list[Event]:
        """List the events this person's homeserver pinged them for."""
        return list((await self.ask("GET", "notifications", only="highlight"))["notifications"])

    async def members(self, room: str, membership: str = "join") -> set[str]:
        """Return the ids of those who are in, invited or gone."""
        found = await self.ask("GET", "rooms", room, "members", membership=membership)
        return {event["state_key"] for event in found["chunk"]}

    async def events(self, room: str) -> list[Event]:
        """Return everything the homeserver shows of a room, oldest first."""
        events: list[Event] = []
        start: dict[str, str] = {}
        for _ in range(20):
            page = await self.ask("GET", "rooms", room, "messages", dir="b", limit="500", **start)
            events += page["chunk"]
            if not page.get("end") or not page["chunk"]:
                break
            start = {"from": page["end"]}
        return events[::-1]

    async def reads(self, room: str, bot: str) -> list[Seen]:
        """Show a room as a client does: edits in place, removed messages gone, choices where symbols stand.

        Raises:
            LookupError: They are not in the room.
        """
        view = await self.look()
        if room not in view.rooms:
            raise LookupError(f"{self.user.id} is not in {room}")
        events = view.rooms[room].events
        files = {event["event_id"]: event["content"]["url"] for event in events if "url" in event["content"]}
        return [
            replace(seen, files=(await self.download(files[seen.id]),)) if seen.id in files else seen
            for seen in shown(events, bot)
        ]


def shown(events: list[Event], bot: str) -> list[Seen]:
    """Work out what a client shows of these events, oldest first."""
    edits = {_related(e, "m.replace"): e for e in events if _related(e, "m.replace")}
    seen = []
    for event in events:
        content = event["content"]
        if event["type"] != "m.room.message" or "body" not in content or _related(event, "m.replace"):
            continue
        edit = edits.get(event["event_id"])
        now = edit["content"]["m.new_content"] if edit and edit["sender"] == event["sender"] else content
        choices = _choices(now["body"], _symbols(events, event["event_id"], bot))
        answers = content.get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id", "")
        seen.append(Seen(event["event_id"], now["body"], choices, event["sender"] == bot, now is not content, answers))
    return seen


def _related(event: Event, kind: str) -> str:
    relation = event["content"].get("m.relates_to", {})
    return str(relation["event_id"]) if relation.get("rel_type") == kind else ""


def _symbol(event: Event) -> str:
    return str(event["content"]["m.relates_to"].get("key", ""))


def _symbols(events: list[Event], message: str, bot: str) -> set[str]:
    ours = [e for e in events if e["sender"] == bot and _related(e, "m.annotation") == message]
    return set(map(_symbol, ours))


def _choices(body: str, symbols: set[str]) -> tuple[str, ...]:
    """Read the numbered lines whose symbol the bot put under the message."""
    found = []
    for symbol in SYMBOLS:
        lines = [line for line in body.split("\n") if line.startswith(f"{symbol} ")]
        if lines and symbol in symbols:
            found.append(lines[-1].removeprefix(f"{symbol} "))
    return tuple(found)


async def wait_for_invite(person: Person, room: str, seconds: float = 60.0) -> None:
    """Wait until a person is invited to a room, and go in."""
    deadline = asyncio.get_running_loop().time() + seconds
    while room not in await person.invites():
        assert asyncio.get_running_loop().time() < deadline, f"{person.user.id} was never invited"
        await asyncio.sleep(0.05)
    await person.join(room)
