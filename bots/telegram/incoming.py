"""What does an update of Telegram mean to the house?

Pure: an update goes in, an `Incoming` or nothing comes out. In rooms the bot reads as if privacy mode were
on even where it is not: commands, answers to its own messages, taps and what happens to the chat; the
rest of the talk is none of its business.
"""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import telegram

from bots.telegram.files import attached
from bots.telegram.names import LINE, account_ref, chat_ref
from core.ids import ChoiceKey, EventKey
from core.messenger.events import (
    AccountRef,
    Change,
    ChatChanged,
    ChatKind,
    ChatRef,
    Edited,
    HomeBound,
    Incoming,
    MessageRef,
    Quoted,
    Reacted,
    Said,
    Tapped,
    What,
)

_COMMAND = re.compile(r"^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?=\s|$)")
_PRESENT = {telegram.ChatMember.OWNER, telegram.ChatMember.ADMINISTRATOR, telegram.ChatMember.MEMBER}


def read(
    update: telegram.Update,
    me: telegram.User,
    now: datetime,
    wanted: Mapping[int, str],
    lines: Collection[str] = frozenset(),
) -> Incoming | None:
    """Say what happened, or None when it does not concern us.

    Args:
        update: As Telegram sent it.
        me: The bot itself.
        now: Aware UTC; the moment of a tap, for which Telegram gives none.
        wanted: Tokens of the homes we asked members to choose a chat for, by request number.
        lines: Ids of topics that are lines to other groups, where all talk is meant for us.
    """
    if update.message is not None:
        return _message(update.update_id, update.message, me, wanted, lines)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message)
    if update.message_reaction is not None:
        return _reacted(update.update_id, update.message_reaction)
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query, now)
    if update.my_chat_member is not None:
        return _self_changed(update.update_id, update.my_chat_member)
    if update.chat_member is not None:
        return _person_changed(update.chat_member)
    return None


def moved(old: ChatRef, new: ChatRef, account: AccountRef, at: datetime) -> Incoming:
    """Tell that a group became a supergroup; however often and by whichever way we learn it, it acts once."""
    return Incoming(EventKey(f"moved:{old.id}"), old, account, ChatChanged(Change.MOVED, new), at)


def request_number(token: str) -> int:
    """Return the number that stands for a home's token in a request-chat button.

    Source:
        KeyboardButtonRequestChat.request_id is a signed 32-bit number.
    """
    return int.from_bytes(hashlib.sha256(token.encode()).digest()[:4], "big") >> 1


def line_in(message: telegram.Message, me: telegram.User) -> str:
    """Return the id of the topic a message stands in, if we made it as a line to another group; empty else.

    Every message of a topic that answers nothing else "answers" the topic's first, by which we know it.
    """
    first = message.reply_to_message
    created = first.forum_topic_created if first is not None else None
    ours = first is not None and first.from_user is not None and first.from_user.id == me.id
    return _where(message).id if ours and created is not None and created.name.startswith(LINE) else ""


def _message(
    number: int, message: telegram.Message, me: telegram.User, wanted: Mapping[int, str], lines: Collection[str]
) -> Incoming | None:
    sender, chat = message.from_user, _where(message)
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return _migrated(message)
    if sender is None or sender.is_bot:
        return None
    if message.chat_shared is not None:
        return _chosen(number, message, sender, wanted)
    if message.new_chat_members or message.left_chat_member:
        return _service(message)
    files = attached(message)
    if (message.text is None and not files) or message.chat.type == telegram.Chat.CHANNEL:
        return None
    meant = chat.id in lines or bool(line_in(message, me))
    what = _said(message, message.text or message.caption or "", chat, me, meant)
    return None if what is None else Incoming(EventKey(str(number)), chat, account_ref(sender), what, message.date)


def _edited(number: int, message: telegram.Message) -> Incoming | None:
    sender, text = message.from_user, message.text or message.caption
    if sender is None or sender.is_bot or text is None:
        return None
    chat = _where(message)
    what = Edited(MessageRef(chat, str(message.message_id)), text)
    return Incoming(EventKey(str(number)), chat, account_ref(sender), what, message.edit_date or message.date)


def _reacted(number: int, update: telegram.MessageReactionUpdated) -> Incoming | None:
    """Read what one person changed about their symbols: the first that came, else the first that went."""
    if update.user is None or update.user.is_bot:
        return None
    before, after = _symbols(update.old_reaction), _symbols(update.new_reaction)
    came = [one for one in after if one not in before]
    changed = came or [one for one in before if one not in after]
    if not changed:
        return None
    chat = chat_ref(update.chat)
    what = Reacted(MessageRef(chat, str(update.message_id)), changed[0], given=bool(came))
    return Incoming(EventKey(str(number)), chat, account_ref(update.user), what, update.date)


def _symbols(reactions: Sequence[telegram.ReactionType]) -> list[str]:
    return [one.emoji for one in reactions if isinstance(one, telegram.ReactionTypeEmoji)]


def _said(message: telegram.Message, text: str, chat: ChatRef, me: telegram.User, meant: bool) -> What | None:
    answered = _answered(message)
    command = _COMMAND.match(text)
    here, files = MessageRef(chat, str(message.message_id)), attached(message)
    if command is None:
        to_us = answered is not None and answered.from_user is not None and answered.from_user.id == me.id
        if chat.kind is ChatKind.ROOM and not to_us and not meant:
            return None
        return Said(text, _message_ref(chat, answered), here, files)
    name, addressee = command[1].lower(), command[2]
    if addressee and addressee.lower() != (me.username or "").lower():
        return None
    rest = text[command.end() :]
    if name == "start" and chat.kind is ChatKind.ROOM and rest.strip():
        return HomeBound(rest.strip())
    return Said(f"/{name}{rest}", _message_ref(chat, answered), here, files, _quoted(answered, chat))


def _quoted(answered: telegram.Message | None, chat: ChatRef) -> Quoted | None:
    if answered is None:
        return None
    author = answered.from_user
    by_person = author is not None and not author.is_bot and answered.forward_origin is None
    words = answered.text or answered.caption or ""
    return Quoted(account_ref(author) if author and by_person else None, words, attached(answered))


def _answered(message: telegram.Message) -> telegram.Message | None:
    """Return what a message answers; in a forum topic every message "answers" the topic's first, which says nothing."""
    answered = message.reply_to_message
    return None if answered is None or answered.forum_topic_created is not None else answered


def _message_ref(chat: ChatRef, message: telegram.Message | None) -> MessageRef | None:
    return None if message is None else MessageRef(chat, str(message.message_id))


def _where(message: telegram.Message) -> ChatRef:
    topic = message.message_thread_id if message.is_topic_message else None
    first = message.reply_to_message
    created = first.forum_topic_created if first is not None else None
    return chat_ref(message.chat, topic, created.name if created is not None else "")


def _migrated(message: telegram.Message) -> Incoming:
    here = chat_ref(message.chat)
    account = account_ref(message.from_user) if message.from_user is not None else AccountRef(here.messenger, here.id)
    there = message.migrate_to_chat_id or message.migrate_from_chat_id
    other = ChatRef(here.messenger, str(there), here.kind, here.title)
    old, new = (here, other) if message.migrate_to_chat_id else (other, here)
    return moved(old, new, account, message.date)


def _chosen(
    number: int, message: telegram.Message, sender: telegram.User, wanted: Mapping[int, str]
) -> Incoming | None:
    shared = message.chat_shared
    if shared is None or shared.request_id not in wanted:
        return None
    chat = ChatRef(chat_ref(message.chat).messenger, str(shared.chat_id), ChatKind.ROOM, shared.title or "")
    what = HomeBound(wanted[shared.request_id])
    return Incoming(EventKey(str(number)), chat, account_ref(sender), what, message.date)


def _service(message: telegram.Message) -> Incoming | None:
    """Read "X joined" and "X left" as every member sees them; of several who join at once, the first."""
    joined = next((user for user in message.new_chat_members if not user.is_bot), None)
    if joined is not None:
        return _person(Change.PERSON_JOINED, message.chat, joined, message.date)
    left = message.left_chat_member
    return None if left is None or left.is_bot else _person(Change.PERSON_LEFT, message.chat, left, message.date)


def _person_changed(update: telegram.ChatMemberUpdated) -> Incoming | None:
    user = update.new_chat_member.user
    before, after = _is_there(update.old_chat_member), _is_there(update.new_chat_member)
    if user.is_bot or before == after:
        return None
    return _person(Change.PERSON_JOINED if after else Change.PERSON_LEFT, update.chat, user, update.date)


def _person(change: Change, chat: telegram.Chat, user: telegram.User, at: datetime) -> Incoming:
    # Administrators hear of it twice, by update and by service message; both carry the same second.
    key = EventKey(f"{change.value}:{chat.id}:{user.id}:{int(at.timestamp())}")
    return Incoming(key, chat_ref(chat), account_ref(user), ChatChanged(change), at)


def _self_changed(number: int, update: telegram.ChatMemberUpdated) -> Incoming | None:
    before, after = _may_speak(update.old_chat_member), _may_speak(update.new_chat_member)
    if before == after or update.chat.type == telegram.Chat.CHANNEL:
        return None
    what = ChatChanged(Change.BOT_ADDED if after else Change.BOT_REMOVED)
    return Incoming(EventKey(str(number)), chat_ref(update.chat), account_ref(update.from_user), what, update.date)


def _is_there(member: telegram.ChatMember) -> bool:
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member
    return member.status in _PRESENT


def _may_speak(member: telegram.ChatMember) -> bool:
    """A bot that was silenced is as good as gone: the chat sleeps until it may speak again."""
    if isinstance(member, telegram.ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status in _PRESENT


def _tap(number: int, query: telegram.CallbackQuery, now: datetime) -> Incoming | None:
    message = query.message
    if message is None or not query.data or query.from_user.is_bot:
        return None
    chat = _where(message) if isinstance(message, telegram.Message) else chat_ref(message.chat)
    what = Tapped(ChoiceKey(query.data), MessageRef(chat, str(message.message_id)))
    return Incoming(EventKey(str(number)), chat, account_ref(query.from_user), what, now)
