"""What does the Bot API do for each method that our bot uses?"""

import re
import time
from collections.abc import Callable

from tests.edges.botapi import limits, shapes
from tests.edges.botapi.chats import ChatMethods
from tests.edges.botapi.state import Chat, Json, Message, bad, forbidden
from tests.edges.botapi.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_DESCRIPTION = 256
_COMMANDS = 100
_ANSWER = 200
_CAPTION = 1024
_DOWNLOADED = 20_000_000
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


class Methods(ChatMethods):
    """Methods by name; parameters come decoded and already linted."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.webhook = ""
        self.secret = ""
        self.typing: list[int] = []

    def find(self, name: str) -> Callable[[Json], object] | None:
        """Return the method of that name, None for one that our server does not play."""
        found: Callable[[Json], object] | None = getattr(self, name, None) if name[:1].islower() else None
        return found if found is not None and name not in {"find", "world"} else None

    def getMe(self, _: Json) -> Json:
        """Tell the bot about itself."""
        return {
            **shapes.user(self.world.bot),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.world.privacy,
            "supports_inline_queries": False,
        }

    def setWebhook(self, given: Json) -> bool:
        """Send updates to an address from now on."""
        if given["url"] and not given["url"].startswith("https://"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if "secret_token" in given and not _SECRET.fullmatch(given["secret_token"]):
            raise bad("secret token contains unallowed characters")
        self.webhook, self.secret = given["url"], given.get("secret_token", "")
        self.world.updates.allow(given.get("allowed_updates", ()))
        return True

    def deleteWebhook(self, _: Json) -> bool:
        """Keep updates until they are asked for."""
        self.webhook = ""
        return True

    def setMyCommands(self, given: Json) -> bool:
        """Keep a menu for a scope and a language."""
        if len(given["commands"]) > _COMMANDS:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in given["commands"]:
            if not _COMMAND.fullmatch(command["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= _DESCRIPTION:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        language = given.get("language_code", "")
        if language and not re.fullmatch(r"[a-z]{2}", language):
            raise bad("invalid language code specified")
        self.world.menus[given.get("scope", {"type": "default"})["type"], language] = given["commands"]
        return True

    def sendChatAction(self, given: Json) -> bool:
        """Show that the bot is writing."""
        chat = self.writable(given["chat_id"], given.get("message_thread_id"))
        self.typing.append(chat.id)
        return True

    def sendMessage(self, given: Json) -> Json:
        """Send a text."""
        chat = self.writable(given["chat_id"], given.get("message_thread_id"))
        text = limits.check_text(given["text"])
        limits.check_entities(text, given.get("entities", []))
        limits.check_markup(given.get("reply_markup"), chat)
        message = Message(
            next(chat.numbers),
            self.world.bot.id,
            text,
            given.get("entities", []),
            given.get("reply_markup"),
            given.get("message_thread_id"),
            self._answered(chat, given.get("reply_parameters")),
            int(time.time()),
        )
        chat.messages.append(message)
        return shapes.message(message, chat, self.world.people)

    def editMessageText(self, given: Json) -> Json:
        """Change a text of the bot's own, in place."""
        chat = self.writable(given["chat_id"], None)
        message = chat.find(given["message_id"])
        if message is None or message.service:
            raise bad("message to edit not found")
        if message.sender != self.world.bot.id or _is_bound(message.markup):
            raise bad("message can't be edited")
        text, entities, markup = limits.check_text(given["text"]), given.get("entities", []), given.get("reply_markup")
        limits.check_entities(text, entities)
        limits.check_markup(markup, chat)
        if (message.text, message.entities, _buttons(message.markup)) == (text, entities, _buttons(markup)):
            raise bad(_SAME)
        message.text, message.entities, message.markup = text, entities, markup
        message.edited = int(time.time())
        return shapes.message(message, chat, self.world.people)

    def deleteMessage(self, given: Json) -> bool:
        """Take a message of the bot's own away."""
        chat = self.reachable(given["chat_id"])
        message = chat.find(given["message_id"])
        if message is None or message.service:
            raise bad("message to delete not found")
        if message.sender != self.world.bot.id:
            raise bad("message can't be deleted")
        chat.messages.remove(message)
        return True

    def getFile(self, given: Json) -> Json:
        """Tell where a file is downloaded."""
        content = self.world.files.get(given["file_id"])
        if content is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(content) > _DOWNLOADED:
            raise bad("file is too big")
        file = given["file_id"]
        return {"file_id": file, "file_unique_id": f"u{file}", "file_size": len(content), "file_path": f"files/{file}"}

    def sendPhoto(self, given: Json) -> Json:
        """Send a picture."""
        return self._send_file(given, "image/jpeg")

    def sendDocument(self, given: Json) -> Json:
        """Send a file."""
        return self._send_file(given, "application/octet-stream")

    def _send_file(self, given: Json, kind: str) -> Json:
        chat = self.writable(given["chat_id"], given.get("message_thread_id"))
        name, content = given["photo" if kind.startswith("image/") else "document"]
        caption = given.get("caption", "")
        limits.check_entities(caption, given.get("caption_entities", []))
        if len(caption) > _CAPTION:
            raise bad("message caption is too long")
        answered = self._answered(chat, given.get("reply_parameters"))
        message = Message(
            next(chat.numbers),
            self.world.bot.id,
            caption,
            given.get("caption_entities", []),
            None,
            given.get("message_thread_id"),
            answered,
            int(time.time()),
        )
        self.world.keep_file(message, name, kind, content)
        chat.messages.append(message)
        return shapes.message(message, chat, self.world.people)

    def answerCallbackQuery(self, given: Json) -> bool:
        """End the waiting sign on a button."""
        person = self.world.taps.pop(given["callback_query_id"], None)
        if person is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(given.get("text", "")) > _ANSWER:
            raise bad("MESSAGE_TOO_LONG")
        if not given.get("url", "").startswith(("https://t.me/", "")):
            raise bad("URL_INVALID")
        self.world.answers[given["callback_query_id"]] = given
        if "url" in given:
            self.world.people[person].redirected.append(given["url"])
        return True

    def writable(self, chat_id: int | str, topic: int | None) -> Chat:
        """Return a chat where the bot may write now."""
        chat = self.reachable(chat_id)
        if chat.type == "private":
            person = self.world.people[chat.id]
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
            return chat
        if not chat.standing(self.world.bot.id).may_speak:
            raise bad("not enough rights to send text messages to the chat")
        if topic is not None and topic not in chat.topics:
            raise bad("message thread not found")
        if topic in chat.closed_topics:
            raise bad("TOPIC_CLOSED")
        return chat

    def _answered(self, chat: Chat, parameters: Json | None) -> int | None:
        if parameters is None:
            return None
        if chat.find(parameters["message_id"]) is not None:
            return int(parameters["message_id"])
        if not parameters.get("allow_sending_without_reply", False):
            raise bad("message to be replied not found")
        return None


def _is_bound(markup: Json | None) -> bool:
    """Say whether a message carries a keyboard or a forced reply: such a one can never be edited."""
    return markup is not None and "inline_keyboard" not in markup


def _buttons(markup: Json | None) -> object:
    return (markup or {}).get("inline_keyboard", [])
