"""What can a chat show, and how much of it?"""

from dataclasses import dataclass
from enum import IntEnum


class Can(IntEnum):
    """A ladder: not at all, by imitation, or natively."""

    ABSENT = 0
    IMITATED = 1
    NATIVE = 2


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What one messenger, or one chat of it, is able to do.

    Attributes:
        buttons: NATIVE shows tappable buttons; IMITATED shows numbers with reactions; ABSENT shows numbers alone.
        edits: Whether a sent message can be changed in place.
        private_answers: NATIVE answers one reader inside a room (Discord ephemeral); else a private chat is used.
        private_messages: NATIVE may write first; IMITATED only after the person opened the conversation.
        rooms: NATIVE makes rooms and invites; IMITATED needs a member's two taps; ABSENT lives in private messages.
        send_keys: Whether a repeated send with one key appears once.
        typed_numbers: Whether a plain typed number reaches the bot in a room (privacy mode forbids it).
        text_limit: Characters in one message.
        label_limit: Characters on one button.
        choice_limit: Choices under one message.
        own_times: Whether a moment is shown in each reader's own zone; the words then carry `core.wording.mark`.
        command_prefix: What stands before a typed command.
        file_limit: Bytes of one file we can send there; 0 when none.
        hears_edits: Whether we learn that somebody changed a message.
        hears_deletions: Whether we learn that somebody took a message away.
        hears_reactions: Whether we learn which symbols people put under our messages.
        hears_talk: Whether plain talk of a room reaches us, or only commands and answers to the bot.
    """

    buttons: Can
    edits: Can
    private_answers: Can
    private_messages: Can
    rooms: Can
    send_keys: Can
    typed_numbers: bool
    text_limit: int
    label_limit: int
    choice_limit: int
    command_prefix: str = "/"
    own_times: bool = False
    file_limit: int = 0
    hears_edits: bool = False
    hears_deletions: bool = False
    hears_reactions: bool = False
    hears_talk: bool = False
