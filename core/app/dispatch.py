"""How does one event find its use case, act once, and leave an answer?"""

import asyncio
import logging
from collections.abc import Sequence
from time import perf_counter

from core.app.calm import Calm
from core.app.doors import DOORS, TOGETHER
from core.app.early import LOOKS, TooEarly, is_too_early, pause
from core.app.homes import admitted, home_failed, home_made
from core.app.links.places import place_made
from core.app.patience import at_last, begun_anew
from core.app.pausing.back import welcome_whoever_speaks
from core.app.ports import Store, Work
from core.app.queue import Sending
from core.app.reminding.acts import noticed
from core.app.reminding.keep import Ringing
from core.app.reminding.ringing import ring_all
from core.app.routing import answers_a_question, route
from core.app.suggest import suggestions
from core.app.turn import Node, Scene, Turn
from core.clock import Clock
from core.errors import Refused
from core.ids import MessengerName
from core.matching.semantic import NotLearned, learn
from core.messenger.events import (
    AccountRef,
    ChatChanged,
    Incoming,
    Said,
)
from core.messenger.messages import say
from core.messenger.port import HomeMade
from core.messenger.sound import Unsound, sound
from core.tally import Tally, Uncounted
from core.texts.translator import known
from core.wording import Text, text

log = logging.getLogger(__name__)

TEXTS_AT_MOST = 3
"""How often one event may find texts that were never read: once for what it asks, again for what came meanwhile."""

UNCOUNTED = Uncounted()


class Application:
    """The desk every messenger talks to, and the ear of delivery.

    Args:
        store: Where transactions come from.
        clock: Asked once per event.
        node: What this installation says of itself.
        tally: Counts what was handled.
        calm: Notices who hammers; None where nobody does.
    """

    def __init__(
        self, store: Store, clock: Clock, node: Node, tally: Tally = UNCOUNTED, calm: Calm | None = None
    ) -> None:
        self._store, self._clock, self._node, self._tally, self._calm = store, clock, node, tally, calm

    async def handle(self, incoming: Incoming) -> None:
        """Let one event act, once; see `core.messenger.port.Desk`."""
        messenger, begun = incoming.chat.messenger, perf_counter()
        try:
            incoming = sound(incoming)
        except Unsound as wrong:
            log.warning("an event of %s is none: its %s is not what it should be", messenger, wrong)
            self._tally.handled(messenger, perf_counter() - begun, "unsound")
            return
        pausing = self._calm.judge(incoming, self._clock.now()) if self._calm else None
        try:
            if pausing is not None and pausing.words is not None:
                await self._only_say(incoming, pausing.words, private=not pausing.to_all)
            if pausing is not None:
                self._tally.handled(messenger, perf_counter() - begun, "paused")
                return
            was_new = await at_last(lambda: self._act_learning(incoming))
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("event %s of %s failed", incoming.key, messenger)
            self._tally.handled(messenger, perf_counter() - begun, "failed")
            await self._only_say(incoming, text("our-mistake"))
        else:
            self._tally.handled(messenger, perf_counter() - begun, "done" if was_new else "again")

    async def suggest(self, command: str, argument: str, typed: str, account: AccountRef) -> Sequence[tuple[str, str]]:
        """Complete what is being typed; see `core.messenger.port.Desk`."""
        return suggestions(command, argument, typed, known(account.language, self._node.language))

    async def last_token(self, messenger: MessengerName) -> str:
        """Return where a messenger stopped reading."""
        return await at_last(lambda: self._store.token(messenger))

    async def keep_token(self, messenger: MessengerName, token: str) -> None:
        """Keep where a messenger stopped reading."""
        await at_last(lambda: self._store.keep_token(messenger, token))

    async def home_made(self, sending: Sending, made: HomeMade) -> None:
        """Take in a new home; see `core.app.arrivals.Arrivals`."""
        async with self._store.write() as work:
            if await work.queue.finish(sending.id, self._clock.now()):
                take_in = place_made if "link" in sending.data else home_made
                await take_in(self._scene(work), sending, made)

    async def home_failed(self, sending: Sending) -> None:
        """Go on without a room; see `core.app.arrivals.Arrivals`."""
        async with self._store.write() as work:
            if await work.queue.finish(sending.id, self._clock.now()) and "link" not in sending.data:
                await home_failed(self._scene(work), sending)

    async def admitted(self, sending: Sending, way_in: str) -> None:
        """Hand a newcomer their way in; see `core.app.arrivals.Arrivals`."""
        async with self._store.write() as work:
            if await work.queue.finish(sending.id, self._clock.now()):
                await admitted(self._scene(work), sending, way_in)

    async def ring(self) -> bool:
        """Let the timers that are due longest act; one that fails hurts no other and comes back a few times."""
        return await begun_anew(self._ring)

    async def _ring(self) -> bool:
        async with self._store.write() as work:
            now = self._clock.now()
            timers = await work.queue.take_all_due(now, self._store.rings_at_once)
            scenes = [Ringing(work, now, self._node, timer) for timer in timers]
            for timer, outcome in zip(timers, await ring_all(scenes, DOORS.timers, TOGETHER), strict=True):
                self._tally.rang(timer.kind, outcome)
            return bool(timers)

    async def _act_learning(self, incoming: Incoming) -> bool:
        """Act; texts to be compared that were never read here are read first, while nobody waits for the database.

        Says whether the event was new.
        """
        for _ in range(TEXTS_AT_MOST):
            try:
                return await self._act_in_time(incoming)
            except NotLearned as missing:
                await asyncio.to_thread(learn, missing.texts)
        return await self._act_in_time(incoming)

    async def _act_in_time(self, incoming: Incoming) -> bool:
        """Act; where a choice may mean a message that is still on its way, wait a little for its name.

        Says whether the event was new.
        """
        for look in range(LOOKS):
            try:
                return await self._act(incoming, look)
            except TooEarly:
                await asyncio.sleep(pause(look))
        return await self._act(incoming, LOOKS)

    async def _act(self, incoming: Incoming, look: int) -> bool:
        async with self._store.write() as work:
            now = self._clock.now()
            if not await work.queue.first_time(incoming.chat.messenger, incoming.key, now):
                return False
            turn = await self._turn(work, incoming)
            if await is_too_early(turn, incoming.what, look):
                raise TooEarly
            try:
                async with work.attempt():
                    await welcome_whoever_speaks(turn, incoming)
                    if not isinstance(incoming.what, ChatChanged):
                        await noticed(turn)
                    await route(turn, incoming)
            except Refused as refused:
                again = await answers_a_question(turn, incoming)
                await turn.answer(say(refused.why, asks=again), private=not again)
            return True

    async def _turn(self, work: Work, incoming: Incoming) -> Turn:
        now, people = self._clock.now(), work.people
        chat = await people.chat(incoming.chat, self._node.language)
        language = known(incoming.account.language, chat.language)
        account = await people.account(incoming.account, language, now)
        if chat.is_private and account.private != chat.id and not isinstance(incoming.what, ChatChanged):
            await people.set_private(account.id, chat.id)
            await work.queue.release(account.id, chat.id, now)
            account = await people.account_by_id(account.id)
        person = await people.person(account.person)
        said = incoming.what if isinstance(incoming.what, Said) else None
        return Turn(work, now, self._node, chat, account, person, incoming.key, DOORS, said=said)

    async def _only_say(self, incoming: Incoming, words: Text, *, private: bool = True) -> None:
        """Answer an event that does nothing, once."""
        await at_last(lambda: self._say_once(incoming, words, private=private))

    async def _say_once(self, incoming: Incoming, words: Text, *, private: bool) -> None:
        async with self._store.write() as work:
            if await work.queue.first_time(incoming.chat.messenger, incoming.key, self._clock.now()):
                turn = await self._turn(work, incoming)
                await turn.answer(say(words), private=private)

    def _scene(self, work: Work) -> Scene:
        return Scene(work, self._clock.now(), self._node)
