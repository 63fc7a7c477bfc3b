"""In which words are Telegram's own tests written: post, name a chat, restart the edge?"""

from bots.telegram.messenger import TelegramMessenger
from bots.telegram.names import TELEGRAM, private_ref
from core.ids import ChoiceKey, new_id
from core.messenger.events import AccountRef, ChatRef, Incoming, Said
from core.messenger.messages import Offered
from core.messenger.port import Paragraph, Post
from tests.edges.botapi.server import TOKEN, BotApi
from tests.edges.botapi.state import Chat
from tests.edges.telegram_stage import TelegramStage


def edge(api: BotApi) -> TelegramMessenger:
    """Make an edge that gives up soon: the one under test, or the same bot started again."""
    return TelegramMessenger(TOKEN, base_url=api.url, poll_seconds=2, read_timeout=0.5, patience=0.02)


def post(chat: ChatRef, words: str, *labels: str) -> Post:
    """Make a post of one line, with a new choice for each label."""
    choices = tuple(Offered(ChoiceKey(new_id()), label) for label in labels)
    return Post(chat, new_id(), (Paragraph(words),), choices)


def privately(stage: TelegramStage, name: str, words: str) -> Post:
    """Make a post to one person alone."""
    return post(private_ref(stage.person(name).id), words)


def said(one: Incoming, words: str) -> bool:
    """Say whether the event is these words."""
    return one.what == Said(words)


def account(stage: TelegramStage, name: str) -> AccountRef:
    """Name a person's account."""
    return AccountRef(TELEGRAM, str(stage.person(name).id), name)


def at(chat: Chat) -> ChatRef:
    """Name a chat of the world as the house does."""
    return ChatRef(TELEGRAM, str(chat.id), title=chat.title)


async def square(stage: TelegramStage) -> tuple[Chat, ChatRef]:
    """Make a supergroup with Lena, Omar and the bot; returns it as the world and as the house knows it."""
    number = await stage.room("Town square", ["Lena", "Omar"])
    chat = stage.world.chats[int(number)]
    return chat, at(chat)
