"""What do people do at our Telegram, and what does the bot get to hear of it?"""

import itertools
import time

from tests.edges.botapi import shapes
from tests.edges.botapi.state import ADMIN_RIGHTS, Chat, Json, Link, Member, Message, User
from tests.edges.botapi.updates import Updates

BOT_ID = 7_000_000_001
BOT_NAME = "socium_test_bot"


class World:
    """Everything there is, and everything people can do.

    Attributes:
        privacy: Privacy mode, as set at BotFather: on by default.
        taps: Queries that were not answered yet, by id, with who tapped.
        tap_updates: The update that told of each tap, by query id.
        answers: What the bot answered to taps, by query id.
        menus: What the bot published, by scope and language.
    """

    def __init__(self) -> None:
        self.bot = User(BOT_ID, "Socium", BOT_NAME, is_bot=True)
        self.people: dict[int, User] = {BOT_ID: self.bot}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.files: dict[str, bytes] = {}
        self.privacy = True
        self.taps: dict[str, int] = {}
        self.tap_updates: dict[str, int] = {}
        self.answers: dict[str, Json] = {}
        self.menus: dict[tuple[str, str], list[Json]] = {}
        self._user_ids = itertools.count(5_000_001)
        self._group_ids = itertools.count(4_000_001)
        self._super_ids = itertools.count(1_001_000_000_001)
        self._query_ids = itertools.count(1)

    def join_world(self, name: str, started: bool = True, language: str = "en") -> User:
        """Let a person sign up; with `started` they pressed Start some time ago."""
        person = User(next(self._user_ids), name, f"{name.lower()}_here", language=language, started=started)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", members={person.id: Member("member")})
        return person

    def make_group(self, owner: User, title: str, others: tuple[User, ...] = (), kind: str = "supergroup") -> Chat:
        """Let a person make a group, a supergroup or a "forum"."""
        number = -next(self._group_ids) if kind == "group" else -next(self._super_ids)
        chat = Chat(number, "group" if kind == "group" else "supergroup", title, is_forum=kind == "forum")
        chat.members = {owner.id: Member("creator"), **{one.id: Member("member") for one in others}}
        self.chats[number] = chat
        return chat

    def add_bot(self, by: User, chat: Chat, rights: tuple[str, ...] = ()) -> None:
        """Let a person bring the bot, with rights as an administrator or without."""
        status = "administrator" if rights else "member"
        self.set_bot(by, chat, Member(status, frozenset((*rights, "can_manage_chat")) if rights else frozenset()))
        self.service(chat, by, {"new_chat_members": [shapes.user(self.bot)]})

    def remove_bot(self, by: User, chat: Chat) -> None:
        """Let a person throw the bot out."""
        self.set_bot(by, chat, Member("kicked"))

    def silence_bot(self, by: User, chat: Chat) -> None:
        """Let a person take the bot's right to write."""
        self.set_bot(by, chat, Member("restricted", may_speak=False))

    def block_bot(self, person: User) -> None:
        """Let a person stop the bot in their private chat."""
        person.blocked = True
        self._self_changed(person, self.chats[person.id], Member("member"), Member("kicked"))

    def say(
        self, person: User, chat: Chat, text: str, topic: int | None = None, reply_to: int | None = None
    ) -> Message:
        """Let a person write; the bot hears it if Telegram lets it."""
        message = Message(next(chat.numbers), person.id, text, _commands(text), None, topic, reply_to, _now())
        chat.messages.append(message)
        if self._bot_hears(chat, message):
            self.updates.put("message", shapes.message(message, chat, self.people))
        return message

    def change(self, person: User, chat: Chat, number: int, text: str) -> None:
        """Let a person change a message of their own; the bot hears it if it heard the message."""
        message = chat.find(number)
        if message is None or message.sender != person.id:
            raise LookupError(number)
        message.text, message.entities, message.edited = text, _commands(text), _now()
        if self._bot_hears(chat, message):
            self.updates.put("edited_message", shapes.message(message, chat, self.people))

    def send_file(
        self, person: User, chat: Chat, text: str, file: tuple[str, str, bytes], topic: int | None = None
    ) -> Message:
        """Let a person send a picture or file: its name, media type and bytes."""
        name, kind, content = file
        message = Message(next(chat.numbers), person.id, text, topic=topic, date=_now())
        self.keep_file(message, name, kind, content)
        chat.messages.append(message)
        if self._bot_hears(chat, message):
            self.updates.put("message", shapes.message(message, chat, self.people))
        return message

    def keep_file(self, message: Message, name: str, kind: str, content: bytes) -> None:
        """Keep a file that a message shows."""
        file_id = f"file{len(self.files) + 1}"
        self.files[file_id] = content
        message.files.append(file_id)
        message.media = shapes.media(file_id, name, kind, content)

    def react(self, person: User, chat: Chat, number: int, symbol: str) -> None:
        """Let a person put a symbol under a message; Telegram tells administrators."""
        if chat.type != "private" and chat.standing(self.bot.id).status != "administrator":
            return
        told = {"chat": shapes.chat(chat, self.people), "message_id": number, "user": shapes.user(person)}
        given = [{"type": "emoji", "emoji": symbol}]
        self.updates.put("message_reaction", {**told, "date": _now(), "old_reaction": [], "new_reaction": given})

    def press_start(self, person: User, payload: str = "") -> Message:
        """Let a person press Start, by hand or through a link."""
        person.started, person.blocked = True, False
        return self.say(person, self.chats[person.id], f"/start {payload}".rstrip())

    def tap(self, person: User, chat: Chat, message: Message, label: str) -> str:
        """Let a person press a button; returns the query's id.

        Raises:
            LookupError: No such button.
        """
        rows = (message.markup or {}).get("inline_keyboard", [])
        data = next((button["callback_data"] for row in rows for button in row if button["text"] == label), None)
        if data is None:
            raise LookupError(label)
        query = str(next(self._query_ids))
        self.taps[query] = person.id
        told = shapes.message(message, chat, self.people)
        self.tap_updates[query] = self.updates.put(
            "callback_query",
            {"id": query, "from": shapes.user(person), "chat_instance": str(chat.id), "data": data, "message": told},
        )
        return query

    def make_topic(self, by: User, chat: Chat, title: str) -> int:
        """Open a forum topic; its number is that of the service message that says so."""
        created = {"forum_topic_created": {"name": title, "icon_color": 7322096}}
        number = next(chat.numbers)
        chat.topics[number] = title
        chat.messages.append(Message(number, by.id, topic=number, date=_now(), service=created))
        return number

    def upgrade(self, by: User, chat: Chat) -> Chat:
        """Let a group become a supergroup: a new number, the same people; old messages stay behind."""
        number = -next(self._super_ids)
        new = Chat(number, "supergroup", chat.title, members=dict(chat.members))
        self.chats[number], chat.migrated_to = new, number
        self.service(chat, by, {"migrate_to_chat_id": number})
        self.service(new, by, {"migrate_from_chat_id": chat.id})
        return new

    def enter(self, person: User, chat: Chat, link: Link | None = None) -> None:
        """Let a person become a member."""
        before = chat.standing(person.id)
        chat.members[person.id] = Member("member")
        chat.requests.pop(person.id, None)
        self._person_changed(person, person, chat, before, link)
        self.service(chat, person, {"new_chat_members": [shapes.user(person)]})

    def leave(self, person: User, chat: Chat, by: User | None = None, status: str = "left") -> None:
        """Let a person go, or be shown out."""
        before = chat.standing(person.id)
        chat.members[person.id] = Member(status)
        self._person_changed(by or person, person, chat, before)
        self.service(chat, by or person, {"left_chat_member": shapes.user(person)})

    def ask_to_join(self, person: User, chat: Chat, link: Link | None = None) -> None:
        """Let a person ask the administrators to be let in."""
        chat.requests[person.id] = link
        if "can_invite_users" not in chat.standing(self.bot.id).rights:
            return
        request = {
            "chat": shapes.chat(chat, self.people),
            "from": shapes.user(person),
            "user_chat_id": person.id,
            "date": _now(),
        }
        told = {"invite_link": shapes.link(link, self.people)} if link else {}
        self.updates.put("chat_join_request", {**request, **told})

    def service(self, chat: Chat, by: User, what: Json) -> Message:
        """Write a service message, which every bot in the chat may read."""
        message = Message(next(chat.numbers), by.id, date=_now(), service=what)
        chat.messages.append(message)
        if self._bot_reads(chat):
            self.updates.put("message", shapes.message(message, chat, self.people))
        return message

    def set_bot(self, by: User, chat: Chat, after: Member) -> None:
        """Change how the bot stands in a chat, and tell it."""
        before = chat.standing(self.bot.id)
        chat.members[self.bot.id] = after
        self._self_changed(by, chat, before, after)

    def _self_changed(self, by: User, chat: Chat, before: Member, after: Member) -> None:
        self.updates.put("my_chat_member", self._changed(by, self.bot, chat, before, after))

    def _person_changed(self, by: User, who: User, chat: Chat, before: Member, link: Link | None = None) -> None:
        if chat.standing(self.bot.id).status != "administrator":
            return
        told = self._changed(by, who, chat, before, chat.standing(who.id))
        self.updates.put("chat_member", {**told, "invite_link": shapes.link(link, self.people)} if link else told)

    def _changed(self, by: User, who: User, chat: Chat, before: Member, after: Member) -> Json:
        return {
            "chat": shapes.chat(chat, self.people),
            "from": shapes.user(by),
            "date": _now(),
            "old_chat_member": shapes.member(before, who),
            "new_chat_member": shapes.member(after, who),
        }

    def _bot_reads(self, chat: Chat) -> bool:
        return chat.type == "private" or chat.standing(self.bot.id).inside

    def _bot_hears(self, chat: Chat, message: Message) -> bool:
        """Apply privacy mode. Source: Bot features, "Privacy mode"."""
        if chat.type == "private" or not self._bot_reads(chat):
            return chat.type == "private"
        if not self.privacy or chat.standing(self.bot.id).status == "administrator":
            return True
        if message.text.startswith("/"):
            return "@" not in message.text.split()[0] or f"@{BOT_NAME}" in message.text.split()[0].lower()
        answered = chat.find(message.reply_to) if message.reply_to is not None else None
        return answered is not None and answered.sender == self.bot.id


def all_rights() -> tuple[str, ...]:
    """Return every right an administrator can have."""
    return ADMIN_RIGHTS


def _commands(text: str) -> list[Json]:
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    is_command = first.startswith("/") and len(first) > 1
    return [{"type": "bot_command", "offset": 0, "length": len(first)}] if is_command else []


def _now() -> int:
    return int(time.time())
