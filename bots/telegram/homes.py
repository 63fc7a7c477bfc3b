"""How does a group get a chat of its own where bots cannot make one?

Two ways: a forum topic where the group formed, when that chat is a forum, everybody is in it and the bot
may; else one member makes the chat in two taps, by link or by button, and the others get a key each.
"""

import re

import telegram
from telegram.error import BadRequest, TelegramError

from bots.telegram.incoming import request_number
from bots.telegram.names import TELEGRAM, place
from core.errors import Undeliverable
from core.messenger.events import AccountRef, ChatKind, ChatRef
from core.messenger.port import Home, HomeMade
from core.texts.translator import has, known, render
from core.wording import text

RIGHTS = ("invite_users", "restrict_members")
"""What we ask for in a home and nothing more: to make one-use keys, and to take back a key of someone who left."""

_LINK = "https://t.me/{bot}?startgroup={token}&admin={rights}"
_TOKEN = re.compile(r"[?&]startgroup=([A-Za-z0-9_-]{1,64})")
_INVITE = "https://t.me/+"
_TOPIC_NAME = 128
_BUTTON = "telegram-choose-home"
_IN = {telegram.ChatMember.OWNER, telegram.ChatMember.ADMINISTRATOR, telegram.ChatMember.MEMBER}
_GONE = ("user not found", "user_not_participant", "participant_id_invalid", "member not found")


def start_link(bot: str, token: str) -> str:
    """Write the link with which a member chooses or makes the group's chat and brings the bot along.

    Source:
        Deep links, core.telegram.org/api/links: `startgroup` up to 64 characters, `admin` names the rights.
    """
    return _LINK.format(bot=bot, token=token, rights="+".join(RIGHTS))


def token_in(words: str) -> str:
    """Return the token of a start-group link in a text, empty when there is none."""
    found = _TOKEN.search(words)
    return found[1] if found else ""


def home_keyboard(words: str, language: str) -> telegram.ReplyKeyboardMarkup | telegram.ReplyKeyboardRemove | None:
    """Add Telegram's dialogue to a message that carries a start-group link; take it away with the key that follows."""
    if token := token_in(words):
        return _request_keyboard(token, language)
    return telegram.ReplyKeyboardRemove() if _INVITE in words else None


def _request_keyboard(token: str, language: str) -> telegram.ReplyKeyboardMarkup | None:
    """Offer Telegram's own dialogue to choose a group of one's own, or make it; None without words for it.

    Telegram then brings the bot in with the rights it needs.
    """
    code = known(language)
    if not has(_BUTTON, code):
        return None
    ask = telegram.KeyboardButtonRequestChat(
        request_number(token),
        chat_is_channel=False,
        chat_is_created=True,
        user_administrator_rights=_rights(),
        bot_administrator_rights=_rights(),
        bot_is_member=True,
        request_title=True,
    )
    button = telegram.KeyboardButton(render(text(_BUTTON), code), request_chat=ask)
    return telegram.ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)


def _rights() -> telegram.ChatAdministratorRights:
    return telegram.ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=False,
        can_manage_video_chats=False,
        can_restrict_members=True,
        can_promote_members=False,
        can_change_info=False,
        can_invite_users=True,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        # Required since Bot API 10.2, which the library does not speak yet.
        api_kwargs={"can_send_welcome_messages": False},
    )


class Homes:
    """Chats of groups, and the keys to them."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._topics: dict[str, ChatRef] = {}
        self._keys: dict[tuple[str, str], str] = {}

    async def make(self, home: Home) -> HomeMade:
        """Make a forum topic where that is possible; else return the link with which a member makes the chat."""
        if home.token in self._topics:
            return HomeMade(self._topics[home.token])
        if home.near is not None and await self._takes_topics(home.near, home.members):
            chat = await self._make_topic(home.near, home.title)
            self._topics[home.token] = chat
            return HomeMade(chat)
        return HomeMade(None, start_link(self._bot.username, home.token))

    async def admit(self, chat: ChatRef, account: AccountRef) -> str:
        """Let someone in: by saying yes to their request, else with a key for one; empty when they are in.

        Raises:
            Undeliverable: The bot lacks the right to invite.
        """
        number, person = place(chat)[0], int(account.id)
        held = self._keys.get((chat.id, account.id))
        if await self._is_in(number, person) or await self._approved(number, person):
            return ""
        if held is not None:
            return held
        try:
            # The name says for whom the key is; it proves whose request it was if the link is used to ask.
            link = await self._bot.create_chat_invite_link(number, name=account.id, member_limit=1)
        except BadRequest as error:
            raise _needs_right(error, "invite users via link") from error
        self._keys[chat.id, account.id] = link.invite_link
        return link.invite_link

    async def dismiss(self, chat: ChatRef, account: AccountRef) -> None:
        """Take a key back, and the seat in a chat that is the group's alone; already gone is no error.

        Raises:
            Undeliverable: The bot lacks the right, or the person owns the chat.
        """
        number, topic = place(chat)
        key = self._keys.pop((chat.id, account.id), None)
        if key is not None:
            await self._revoke(number, key)
        if topic is None:
            await self._show_out(number, int(account.id))

    async def asked(self, request: telegram.ChatJoinRequest) -> bool:
        """Say yes to a join request of someone we let in; the rest waits for a human, or for `admit`."""
        chat, person = str(request.chat.id), str(request.from_user.id)
        link = request.invite_link
        is_theirs = link is not None and link.creator.id == self._bot.id and link.name == person
        if not is_theirs and (chat, person) not in self._keys:
            return False
        return await self._approved(request.chat.id, request.from_user.id)

    async def _takes_topics(self, near: ChatRef, members: tuple[AccountRef, ...]) -> bool:
        if near.kind is ChatKind.PRIVATE:
            return False
        number = place(near)[0]
        try:
            chat = await self._bot.get_chat(number)
            if not chat.is_forum:
                return False
            me = await self._bot.get_chat_member(number, self._bot.id)
        except BadRequest:
            return False
        may = isinstance(me, telegram.ChatMemberAdministrator) and bool(me.can_manage_topics)
        return may and all([await self._is_in(number, int(one.id)) for one in members])

    async def _make_topic(self, near: ChatRef, title: str) -> ChatRef:
        number = place(near)[0]
        topic = await self._bot.create_forum_topic(number, title[:_TOPIC_NAME])
        return ChatRef(TELEGRAM, f"{number}/{topic.message_thread_id}", ChatKind.ROOM, title, str(number))

    async def _is_in(self, number: int, person: int) -> bool:
        try:
            member = await self._bot.get_chat_member(number, person)
        except BadRequest:
            return False
        return member.status in _IN or (isinstance(member, telegram.ChatMemberRestricted) and member.is_member)

    async def _approved(self, number: int, person: int) -> bool:
        try:
            return await self._bot.approve_chat_join_request(number, person)
        except BadRequest:
            return False

    async def _revoke(self, number: int, key: str) -> None:
        try:
            await self._bot.revoke_chat_invite_link(number, key)
        except BadRequest as error:
            raise _needs_right(error, "invite users via link") from error

    async def _show_out(self, number: int, person: int) -> None:
        try:
            await self._bot.ban_chat_member(number, person)
        except BadRequest as error:
            if any(words in error.message.lower() for words in _GONE):
                return
            raise _needs_right(error, "ban users") from error
        try:
            # The door stays open: who was shown out may be let in again by consent.
            await self._bot.unban_chat_member(number, person, only_if_banned=True)
        except TelegramError:
            # A basic group keeps no list of the banned, so there is nothing to undo.
            return


def _needs_right(error: BadRequest, right: str) -> Undeliverable:
    return Undeliverable(f'telegram: the bot needs the right "{right}" there ({error.message})')
