"""Who can help when something fails: the person, time, or the operator?"""

from core.wording import Text


class SociumError(Exception):
    """Anything Socium itself raises on purpose."""


class Refused(SociumError):
    """The person can help: they are told, in their language, what to do.

    Nothing that the refused event had begun is kept.
    """

    def __init__(self, why: Text) -> None:
        super().__init__(why.key)
        self.why = why


class TryAgain(SociumError):
    """Time can help: the outbox repeats.

    Attributes:
        after: Seconds the messenger asked us to wait, None when it did not say.
        may_have_arrived: True after a read timeout where the messenger has no send key.
    """

    def __init__(self, reason: str, after: float | None = None, may_have_arrived: bool = False) -> None:
        super().__init__(reason)
        self.after = after
        self.may_have_arrived = may_have_arrived


class OutOfReach(TryAgain):
    """The database cannot be asked just now: gone, locked or full. What was asked is asked again until it can."""


class Undeliverable(SociumError):
    """Only the operator could help, or nobody: logged once, not repeated."""


class ChatGone(Undeliverable):
    """The bot is no longer in that chat, or the chat is no more: it sleeps."""


class NoPrivateWay(Undeliverable):
    """This person cannot be written to privately until they open the conversation themselves."""


class MessageGone(Undeliverable):
    """The message to edit or remove is no longer there."""


class WrongSetting(SociumError):
    """The operator can help: one line that says which setting and what to do. Exit code 2."""
