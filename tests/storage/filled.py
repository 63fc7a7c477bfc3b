"""Which database has a little of everything in it? One in which people have really been at work."""

from sqlalchemy import select

from core.app.dispatch import Application
from core.app.turn import Node
from core.clock import VirtualClock
from core.ids import ChoiceKey, EventKey
from core.messenger.capabilities import Can, Capabilities
from core.messenger.events import AccountRef, ChatKind, ChatRef, Incoming, Said, Tapped
from core.storage.tables import choices
from core.storage.work import Database
from tests.storage.samples import HERE, NOW

ABLE = Capabilities(Can.NATIVE, Can.NATIVE, Can.ABSENT, Can.NATIVE, Can.ABSENT, Can.NATIVE, True, 4000, 80, 25)
SQUARE = ChatRef(HERE, "square", ChatKind.ROOM, "Square")
PEOPLE = ("Lena", "Omar", "Mei")


async def fill(url: str, again: bool = False) -> None:
    """Let three people form a group that agrees, promises and decides; and somebody ask for more.

    Args:
        url: Of a migrated database.
        again: Whether they were here before and only go on promising.
    """
    store = Database.at(url)
    town = _Town(Application(store, VirtualClock(NOW), Node("en", "UTC", lambda _chat: ABLE)), store, again)
    if not again:
        await town.says("Lena", "/propose Repair café | need: electronics, sewing | 3-7 people | by 20 May")
        for person, action in (("Omar", "proposal.take"), ("Mei", "proposal.take"), ("Lena", "proposal.start")):
            await town.taps(person, action)
        for person in PEOPLE[1:]:
            await town.taps(person, "proposal.ready")
        for person in PEOPLE:
            await town.taps(person, "round.fine")
        await town.says("Mei", "/decide Meet at the library — в библиотеке ☕")
        await town.says("Omar", "/propose Choir | need: alto | 3-7 people | by 20 May")
    for number in range(10):
        await town.says("Omar", f"/promise cake {number} by Friday")
    await store.close()


class _Town:
    def __init__(self, application: Application, store: Database, again: bool) -> None:
        self._application, self._store = application, store
        self._events = 1_000 if again else 0

    async def says(self, person: str, words: str) -> None:
        await self._act(person, Said(words))

    async def taps(self, person: str, action: str) -> None:
        """Let someone take the first choice of that kind that is theirs to take."""
        async with self._store.read() as work:
            account = await work.people.find_account(AccountRef(HERE, person))
            mine = choices.c.reader.is_(None) if account is None else choices.c.reader == account.person
            offered = select(choices.c.key).where(choices.c.action == action, choices.c.reader.is_(None) | mine)
            keys = (await work.connection.execute(offered.order_by(choices.c.key))).scalars().all()
        place = PEOPLE.index(person) - 1 if action == "proposal.take" else 0
        await self._act(person, Tapped(ChoiceKey(keys[place])))

    async def _act(self, person: str, what: Said | Tapped) -> None:
        self._events += 1
        account = AccountRef(HERE, person, person, "en")
        key = EventKey(f"event-{self._events}")
        await self._application.handle(Incoming(key, SQUARE, account, what, NOW))
