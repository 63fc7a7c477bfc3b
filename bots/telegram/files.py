"""What did a message of Telegram bring along?

A handle is the file's id, by which the bot downloads it.
"""

import telegram

from core.messenger.events import Attached, FileKind


def attached(message: telegram.Message) -> tuple[Attached, ...]:
    """Describe the picture or file of a message; of a picture's sizes the largest."""
    if message.photo:
        largest = message.photo[-1]
        return (Attached(FileKind.PICTURE, "", "image/jpeg", largest.file_size or 0, largest.file_id),)
    for one in (message.document, message.video, message.audio):
        if one is not None:
            return (Attached(FileKind.FILE, one.file_name or "", one.mime_type or "", one.file_size or 0, one.file_id),)
    if message.voice is not None:
        voice = message.voice
        return (Attached(FileKind.FILE, "", voice.mime_type or "", voice.file_size or 0, voice.file_id),)
    return ()
