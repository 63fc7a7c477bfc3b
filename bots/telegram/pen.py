"""How does one post become one message on Telegram?"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

import telegram
from telegram.error import ChatMigrated

from bots.telegram import incoming, outgoing
from bots.telegram.listening import Listening
from bots.telegram.names import TELEGRAM, message_number, place
from core.messenger.events import AccountRef, ChatRef, FileKind, MessageRef
from core.messenger.port import File, Post

_NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


class Pen:
    """Writes messages with one bot account.

    Args:
        bot: The account.
        ear: Knows which message an event was, and hears of chats that moved.
    """

    def __init__(self, bot: telegram.Bot, ear: Listening) -> None:
        self._bot, self._ear = bot, ear

    async def post(self, post: Post) -> MessageRef:
        """Say it; a group that became a supergroup is followed."""
        try:
            return await self._post_to(post.chat, post, post.reply_to)
        except ChatMigrated as error:
            return await self._post_to(self.moved(post.chat, error.new_chat_id), post, None)

    async def _post_to(self, chat: ChatRef, post: Post, reply_to: MessageRef | None) -> MessageRef:
        asked = self._ear.doer(post.answering, chat) if post.asks and reply_to is None else None
        written = outgoing.write(post, asked)
        number, topic = place(chat)
        if post.file is not None:
            return MessageRef(chat, str(await self._with_file(post.file, chat, written, reply_to)))
        sent = await self._bot.send_message(
            number,
            written.text,
            entities=written.entities,
            message_thread_id=topic,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=_answering(chat, reply_to, asked),
            reply_markup=written.markup,
        )
        return MessageRef(chat, str(sent.message_id))

    async def _with_file(
        self, file: File, chat: ChatRef, written: outgoing.Written, reply_to: MessageRef | None
    ) -> int:
        """Send a picture or file with the words under it; a picture Telegram will not show goes as a file."""
        number, topic = place(chat)
        described = file.described
        is_picture = described.kind is FileKind.PICTURE and described.size <= outgoing.PICTURE_LIMIT
        send = self._bot.send_photo if is_picture else self._bot.send_document
        say: Callable[..., Awaitable[telegram.Message]] = partial(
            send,
            number,
            caption=written.text[: outgoing.CAPTION],
            caption_entities=[one for one in written.entities if one.offset + one.length <= outgoing.CAPTION],
            message_thread_id=topic,
            reply_parameters=_answering(chat, reply_to, None),
            filename=described.name or None,
        )
        sent = await (say(photo=file.content) if is_picture else say(document=file.content))
        return sent.message_id

    async def rewrite(self, message: MessageRef, post: Post) -> None:
        """Change what a message says."""
        written = outgoing.write(post)
        await self._bot.edit_message_text(
            written.text,
            chat_id=place(message.chat)[0],
            message_id=message_number(message),
            entities=written.entities,
            link_preview_options=_NO_PREVIEW,
            reply_markup=outgoing.keyboard(post.choices),
        )

    def moved(self, old: ChatRef, number: int) -> ChatRef:
        """Tell the house that a group has become a supergroup; returns it."""
        new = ChatRef(TELEGRAM, str(number), old.kind, old.title)
        us = AccountRef(TELEGRAM, str(self._bot.id))
        self._ear.tell(incoming.moved(old, new, us, datetime.now(UTC)))
        return new


def _answering(
    chat: ChatRef, message: MessageRef | None, asked: outgoing.Asked | None
) -> telegram.ReplyParameters | None:
    """Answer only within one chat; a message that was deleted meanwhile stops no answer."""
    number = asked.message if asked is not None else None
    if message is not None and message.chat.id == chat.id:
        number = message_number(message)
    return None if number is None else telegram.ReplyParameters(number, allow_sending_without_reply=True)
