"""How does a messenger look and feel when a group forms, while no application stands behind it?

A scripted answer for the recording desk: one proposal a chat, three seats, a start, a contract. It is no rule of the
house, only enough of the story to see cards change, private messages arrive and a home appear.
"""

from dataclasses import dataclass, field

from core.errors import Undeliverable
from core.ids import ChoiceKey, new_id
from core.messenger.events import AccountRef, ChatRef, Incoming, MessageRef, Reacted, Said, Tapped
from core.messenger.fit import fit, place_of
from core.messenger.messages import Choice, Line, Message, Style
from core.messenger.port import Home, Messenger, Post
from core.wording import text
from tests.edges.playing import read_out

ENOUGH = 3
CLAUSES = (
    "We answer one another within 2 days.",
    "We decide by consent.",
    "We say it to the person first.",
    "We leave freely, and hand over what we hold.",
    "We read this again on 1 March.",
)


@dataclass(slots=True)
class _Card:
    """A message of ours that changes, and who said what to it."""

    shown: list[MessageRef]
    title: str = ""
    seats: tuple[str, ...] = ()
    taken: dict[str, str] = field(default_factory=dict)
    people: dict[str, AccountRef] = field(default_factory=dict)
    yes: set[str] = field(default_factory=set)
    stage: str = "gathering"


class SmallStory:
    """Answers `/propose` with a card, and what follows from it."""

    def __init__(self, messenger: Messenger) -> None:
        self.messenger = messenger
        self._cards: list[_Card] = []
        self._choices: dict[tuple[str, str], str] = {}

    async def answer(self, incoming: Incoming) -> None:
        """Let the story go on by one event."""
        match incoming.what:
            case Said(text=typed) if typed.startswith("/propose "):
                await self._propose(incoming.chat, typed.removeprefix("/propose "))
            case Tapped(choice=choice, message=MessageRef(id=message)):
                await self._chosen(incoming, message, self._choices.get((message, choice), ""))
            case Reacted(message=under, symbol=symbol) if (place := place_of(symbol)) is not None:
                await self._chosen(incoming, under.id, self._choices.get((under.id, str(place)), ""))
            case _:
                pass

    async def _propose(self, chat: ChatRef, line: str) -> None:
        title, _, rest = line.partition(" | ")
        seats = tuple(seat.strip() for seat in rest.partition(":")[2].partition("|")[0].split(",")) or ("tea",)
        card = _Card([], title, seats)
        self._cards.append(card)
        card.shown.append(await self._send(chat, _gathering(card)))

    async def _chosen(self, incoming: Incoming, message: str, label: str) -> None:
        card = next((one for one in self._cards if message in {ref.id for ref in one.shown}), None)
        if card is None or not label:
            return
        me = incoming.account.id
        card.people[me] = incoming.account
        match card.stage, label:
            case "gathering", _ if label.startswith("I bring "):
                await self._sit(card, incoming.account, label.removeprefix("I bring "))
            case "enough", "Start":
                await self._start(card, incoming.chat, me)
            case "agreeing", "All fine":
                await self._agree(card, me)
            case _:
                pass

    async def _sit(self, card: _Card, account: AccountRef, seat: str) -> None:
        card.taken[account.id] = seat
        private = await self.messenger.open_private(account)
        await self._send(private, _message(f"You bring {seat} to {card.title}.", "I will ask you before it starts."))
        if len(card.taken) >= ENOUGH:
            card.stage = "enough"
        await self._change(card, _gathering(card))

    async def _start(self, card: _Card, chat: ChatRef, me: str) -> None:
        card.yes.add(me)
        await self._change(card, _gathering(card))
        if card.yes < set(card.taken):
            return
        card.stage, card.yes = "agreeing", set()
        await self._change(card, _message(card.title, "Started. Version 1 of their contract is being read."))
        members = tuple(card.people[one] for one in card.taken)
        try:
            made = await self.messenger.make_home(Home(new_id(), card.title, members, chat))
            homes = [made.chat] if made.chat else []
        except Undeliverable:
            homes = [await self.messenger.open_private(one) for one in members]
        card.shown = [await self._send(home, _contract(card)) for home in homes]

    async def _agree(self, card: _Card, me: str) -> None:
        card.yes.add(me)
        if card.yes >= set(card.taken):
            card.stage = "agreed"
        await self._change(card, _contract(card))

    async def _send(self, chat: ChatRef, message: Message) -> MessageRef:
        post = self._fitted(chat, message)
        ref = await self.messenger.send(post)
        self._remember(ref, post)
        return ref

    async def _change(self, card: _Card, message: Message) -> None:
        for ref in card.shown:
            post = self._fitted(ref.chat, message)
            self._remember(ref, post)
            await self.messenger.edit(ref, post)

    def _fitted(self, chat: ChatRef, message: Message) -> Post:
        keys = [ChoiceKey(new_id()) for _ in message.choices]
        return fit(message, keys, self.messenger.capabilities(chat), read_out, Post(chat, new_id(), ()))

    def _remember(self, ref: MessageRef, post: Post) -> None:
        for place, offered in enumerate(post.choices):
            self._choices[ref.id, offered.key] = self._choices[ref.id, str(place)] = offered.label


def _message(title: str, *notes: str, items: tuple[str, ...] = (), labels: tuple[str, ...] = ()) -> Message:
    lines = [Line(text("words", words=title), Style.TITLE)]
    lines += [Line(text("words", words=item), Style.ITEM) for item in items]
    lines += [Line(text("words", words=note), Style.PLAIN if place == 0 else Style.NOTE) for place, note in _at(notes)]
    return Message(tuple(lines), tuple(Choice("story", text("words", words=label)) for label in labels))


def _at(notes: tuple[str, ...]) -> list[tuple[int, str]]:
    return list(enumerate(notes))


def _gathering(card: _Card) -> Message:
    left = [seat for seat in card.seats if seat not in card.taken.values()]
    brought = tuple(f"{card.people[one].name} brings {seat}" for one, seat in card.taken.items())
    count = f"{len(card.taken)} of 3-7"
    if card.stage == "enough":
        yes = f"{len(card.yes)} of {len(card.taken)} said yes to starting"
        return _message(card.title, f"{count} · You are enough.", yes, items=brought, labels=("Start", "Wait for more"))
    labels = (*(f"I bring {seat}" for seat in left), "I bring something else", "Not now")
    return _message(
        card.title, f"{count} · missing: {', '.join(left)}", "until 7 December", items=brought, labels=labels
    )


def _contract(card: _Card) -> Message:
    if card.stage == "agreed":
        told = f"Version 1 · agreed by all {len(card.taken)}"
        return _message(card.title, told, "What is our first task: what, who, by when?", items=CLAUSES)
    told = f"{len(card.yes)} of {len(card.taken)} said fine"
    labels = ("All fine", "Change a line", "Add a line")
    return _message(f"{card.title}: how we work", told, items=CLAUSES, labels=labels)
