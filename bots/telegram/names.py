"""What is a chat, a topic or a person of Telegram called in the house?"""

import telegram

from core.ids import MessengerName
from core.messenger.events import AccountRef, ChatKind, ChatRef, MessageRef

TELEGRAM = MessengerName("telegram")
_SEPARATOR = "/"
LINE = "⇄"
"""With this begins the title of a topic that is a line to another group: all talk in it is meant for us."""


def chat_ref(chat: telegram.Chat, topic: int | None = None, title: str = "") -> ChatRef:
    """Name a chat, or one forum topic of it as a chat of its own: `<chat>/<topic>`.

    Args:
        chat: As Telegram tells it.
        topic: Number of the forum topic, None for the chat itself and its General topic.
        title: The topic's own title, empty where Telegram does not say it.
    """
    if chat.type == telegram.Chat.PRIVATE:
        return private_ref(chat.id)
    if topic is None:
        return ChatRef(TELEGRAM, str(chat.id), ChatKind.ROOM, chat.title or "")
    return ChatRef(TELEGRAM, f"{chat.id}{_SEPARATOR}{topic}", ChatKind.ROOM, title or chat.title or "", str(chat.id))


def private_ref(user: int | str) -> ChatRef:
    """Name the private chat with a person: it carries the person's own number."""
    return ChatRef(TELEGRAM, str(user), ChatKind.PRIVATE)


def account_ref(user: telegram.User) -> AccountRef:
    """Name a person."""
    return AccountRef(TELEGRAM, str(user.id), user.full_name, user.language_code or "")


def place(chat: ChatRef) -> tuple[int, int | None]:
    """Return the chat's number and its topic's, as Telegram's methods take them."""
    number, _, topic = chat.id.partition(_SEPARATOR)
    return int(number), int(topic) if topic else None


def message_number(message: MessageRef) -> int:
    """Return a message's number within its chat."""
    return int(message.id)
