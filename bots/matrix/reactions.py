"""Which symbols stand under our messages, which reactions are choices, and whom do we never answer?"""

import re
from collections.abc import Mapping

from bots.matrix.wire import Content
from core.messenger.fit import SYMBOLS, place_of
from core.messenger.port import Post, Shown

# Ghosts of application services: the specification's own examples and most bridges start them with "_"
# or with the other network's name. Source: Matrix application service API, "namespaces"; mautrix and
# matrix-appservice bridges' default `username_template`.
_PUPPET = re.compile(
    r"@(_|(telegram|discord|whatsapp|signal|slack|facebook|meta|instagram|messenger|gmessages|googlechat|"
    r"imessage|twitter|linkedin|irc|xmpp|zulip|wechat|line|skype|bluesky)_[^:]+)"
)
_DOUBLE_PUPPET = "fi.mau.double_puppet_source"


def symbols(post: Post) -> tuple[str, ...]:
    """Return what is put under the post, in the order of its choices; empty when choices are not reactions."""
    return SYMBOLS[: len(post.choices)] if post.shown is Shown.REACTIONS else ()


def annotation(message: str, symbol: str) -> Content:
    """Write the content of an `m.reaction` under a message, by event id."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": message, "key": symbol}}


def is_choice(symbol: str) -> bool:
    """Say whether a reaction can stand for a choice at all; hearts and thumbs do not."""
    return not symbol.strip().isascii() and place_of(symbol) is not None


def is_puppet(user_id: str, content: Mapping[str, object]) -> bool:
    """Say whether a bridge speaks there for somebody of another network, whom we meet there or not at all."""
    return bool(_PUPPET.match(user_id)) or _DOUBLE_PUPPET in content
