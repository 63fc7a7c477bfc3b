"""How is a messenger called among people?"""

from core.wording import Text, text


def messenger_word(messenger: str) -> Text:
    """Write a messenger's name as people know it."""
    return text("messenger-called", name=messenger)
