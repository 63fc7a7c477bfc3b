"""How do updates reach the desk: asked for or called in, once, and nothing forgotten before it acted?"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

import telegram
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bots.telegram import bookmark, incoming, webhook
from bots.telegram.foreign import SECOND_READER, TOKEN_REFUSED, seconds
from bots.telegram.homes import Homes
from bots.telegram.lanes import hand_over
from bots.telegram.names import TELEGRAM
from bots.telegram.outgoing import Asked
from bots.telegram.wire import ALLOWED_UPDATES, readable
from core.clock import Clock
from core.errors import WrongSetting
from core.ids import EventKey
from core.messenger.events import ChatKind, ChatRef, Incoming
from core.messenger.port import Desk

log = logging.getLogger(__name__)

_LONGEST_PAUSE = 60.0
_REMEMBERED = 500
_OPEN_LINK = "https://t.me/{bot}?start=open"


class Listening:
    """The ear of one bot account.

    Args:
        bot: The library's client.
        homes: Answers join requests.
        clock: For the moment of taps.
        poll_seconds: How long one question for updates may stay open.
        patience: Seconds of the first pause after a failure; doubles up to a minute.
    """

    def __init__(self, bot: telegram.Bot, homes: Homes, clock: Clock, poll_seconds: int, patience: float) -> None:
        self._bot = bot
        self._homes = homes
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._patience = patience
        self._pause = patience
        self._mark = bookmark.Bookmark()
        self._desk: Desk | None = None
        self._keeping = asyncio.Lock()
        self._doers: OrderedDict[tuple[EventKey, str], Asked] = OrderedDict()
        self._lines: set[str] = set()
        self._own: asyncio.Queue[Incoming] = asyncio.Queue()
        self.port = 0

    def tell(self, event: Incoming) -> None:
        """Hand in what sending found out, such as a group that moved."""
        self._own.put_nowait(event)

    async def lead_in(self, person: str) -> None:
        """Remember that something waits for a person who never pressed Start: their taps lead them there."""
        await self._keep(lambda mark: mark.awaiting(person))

    async def want(self, token: str) -> None:
        """Remember a home that waits to be chosen."""
        await self._keep(lambda mark: mark.wanting(token))

    def doer(self, event: EventKey | None, chat: ChatRef) -> Asked | None:
        """Say who caused a recent event in a chat; None when it is long ago or was elsewhere."""
        return None if event is None else self._doers.get((event, chat.id))

    async def run(self, desk: Desk, hook: webhook.Webhook | None) -> None:
        """Listen until cancelled.

        Args:
            desk: Gets the events.
            hook: Where Telegram calls; None asks by long polling.

        Raises:
            WrongSetting: Another process reads the same updates, or the token was revoked.
        """
        early, self._mark = self._mark, bookmark.unfold(await desk.last_token(TELEGRAM))
        for token in early.wanted:
            self._mark = self._mark.wanting(token)
        self._desk = desk
        if hook is None:
            await self._poll(desk)
        else:
            await self._called(desk, hook)

    async def hand_in_own(self, desk: Desk) -> None:
        """Hand the desk what sending found out, until cancelled."""
        while True:
            await hand_over(desk, [await self._own.get()])

    async def rest(self, error: Exception) -> None:
        """Pause after a failure: as long as Telegram asks, else longer each time."""
        if isinstance(error, InvalidToken):
            raise WrongSetting(TOKEN_REFUSED) from None
        if isinstance(error, Conflict):
            raise WrongSetting(SECOND_READER) from error
        wait = seconds(error) if isinstance(error, RetryAfter) else self._pause
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)
        log.warning("telegram: %s; next try in %.0f s", error, wait)
        await asyncio.sleep(wait)

    def rested(self) -> None:
        """Note that the connection works again."""
        self._pause = self._patience

    async def _poll(self, desk: Desk) -> None:
        while True:
            try:
                updates = await self._bot.get_updates(
                    self._mark.offset, timeout=self._poll_seconds, allowed_updates=ALLOWED_UPDATES
                )
            except TelegramError as error:
                if isinstance(error, BadRequest):
                    # After a week of silence Telegram counts anew, and our number lies in its future.
                    self._mark = replace(self._mark, offset=None)
                await self.rest(error)
                continue
            self.rested()
            if updates:
                await self._take(desk, updates)
                await self._confirm(updates[-1].update_id)

    async def _confirm(self, update: int) -> None:
        """Move on; when the house cannot keep where we are, the same updates come again and act once."""
        try:
            await self._keep(lambda mark: mark.past(update))
        except Exception as error:
            log.exception("update %s was not confirmed", update)
            await self.rest(error)

    async def _keep(self, change: Callable[[bookmark.Bookmark], bookmark.Bookmark]) -> None:
        """Remember a change, one after the other; before the first start there is nobody to keep it."""
        async with self._keeping:
            if self._desk is not None:
                await self._desk.keep_token(TELEGRAM, bookmark.fold(change(self._mark)))
            # What changed in memory meanwhile stays.
            self._mark = change(self._mark)

    async def _called(self, desk: Desk, hook: webhook.Webhook) -> None:
        async def take(update: dict[str, object]) -> None:
            if readable(update):
                await self._take(desk, [telegram.Update.de_json(update, self._bot)])

        def listening(port: int) -> None:
            self.port = port

        await webhook.serve(hook, take, listening)

    async def _take(self, desk: Desk, updates: Sequence[telegram.Update]) -> None:
        """Let updates act, and answer taps and join requests meanwhile; returns when all of it is done."""
        async with asyncio.TaskGroup() as tasks:
            for update in updates:
                if update.callback_query is not None:
                    tasks.create_task(self._answer(update.callback_query))
                if update.chat_join_request is not None:
                    tasks.create_task(self._let_in(update.chat_join_request))
            tasks.create_task(hand_over(desk, [event for event in map(self._read, updates) if event is not None]))

    def _read(self, update: telegram.Update) -> Incoming | None:
        try:
            if update.message is not None and (line := incoming.line_in(update.message, self._bot.bot)):
                self._lines.add(line)
            event = incoming.read(update, self._bot.bot, self._clock.now(), self._mark.by_request(), self._lines)
        except Exception:
            log.exception("update %s was not understood", update.update_id)
            return None
        if event is not None and event.chat.kind is ChatKind.PRIVATE:
            self._mark = self._mark.met(event.account.id)
        elif event is not None:
            self._remember(event, update)
        return event

    def _remember(self, event: Incoming, update: telegram.Update) -> None:
        """Keep who spoke or tapped in a room for a while, so that a question can be put to that person alone."""
        if update.effective_user is None:
            return
        message = update.message.message_id if update.message is not None else None
        self._doers[event.key, event.chat.id] = Asked(update.effective_user, message)
        while len(self._doers) > _REMEMBERED:
            self._doers.popitem(last=False)

    async def _answer(self, query: telegram.CallbackQuery) -> None:
        """Answer a tap at once, before it acts: else the button shows a clock.

        Source:
            answerCallbackQuery: the address may be `t.me/<bot>?start=...`, which opens the private chat.
        """
        waits = str(query.from_user.id) in self._mark.awaited
        try:
            await self._bot.answer_callback_query(
                query.id, url=_OPEN_LINK.format(bot=self._bot.username) if waits else None
            )
        except TelegramError as error:
            log.info("telegram: a tap could not be answered: %s", error)

    async def _let_in(self, request: telegram.ChatJoinRequest) -> None:
        try:
            await self._homes.asked(request)
        except TelegramError as error:
            log.warning("telegram: a join request could not be answered: %s", error)
