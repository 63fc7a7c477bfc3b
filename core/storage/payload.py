"""How does a message lie in a row, and how does it become the same message again?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.messenger.messages import Choice, Line, Message, Style
from core.wording import Moment, Text, Value


def pack(message: Message) -> dict[str, Any]:
    """Turn a message into what JSON can say."""
    return {
        "lines": [[line.style.value, _text(line.text)] for line in message.lines],
        "choices": [[choice.action, _text(choice.label), dict(choice.data)] for choice in message.choices],
        "asks": message.asks,
    }


def unpack(packed: Mapping[str, Any]) -> Message:
    """Turn what `pack` wrote into the same message."""
    lines = tuple(Line(_as_text(words), Style(style)) for style, words in packed["lines"])
    choices = tuple(Choice(action, _as_text(label), data) for action, label, data in packed["choices"])
    return Message(lines, choices, packed["asks"])


def _text(text: Text) -> dict[str, Any]:
    return {"key": text.key, "values": {name: _value(value) for name, value in text.values.items()}}


def _value(value: Value) -> Any:
    match value:
        case str() | int():
            return value
        case Text():
            return _text(value)
        case Moment():
            return {"at": value.at.isoformat(), "date_only": value.date_only}
        case tuple():
            return [_value(one) for one in value]


def _as_text(packed: Mapping[str, Any]) -> Text:
    return Text(packed["key"], {name: _as_value(value) for name, value in packed["values"].items()})


def _as_value(packed: Any) -> Value:
    match packed:
        case str() | int():
            return packed
        case list():
            return tuple(_as_value(one) for one in packed)
        case {"at": at, "date_only": date_only}:
            return Moment(datetime.fromisoformat(at), date_only)
        case _:
            return _as_text(packed)
