"""How do chats and accounts lie in their rows, apart from the messenger's names for them?"""

from typing import Any

from core.app.rows import Account, Chat
from core.messenger.events import AccountRef, ChatRef
from core.storage.rows import Columns, from_row, to_row
from core.storage.tables import chats
from core.storage.tables.base import NAME


def chat_ref(row: Columns) -> ChatRef:
    """Read the messenger's name for a chat."""
    return ChatRef(row["messenger"], row["messenger_id"], row["kind"], row["title"], row["parent"])


def account_ref(row: Columns) -> AccountRef:
    """Read the messenger's name for an account."""
    return AccountRef(row["messenger"], row["messenger_id"], row["name"], row["language"])


def chat_from(row: Columns) -> Chat:
    """Make a chat of its row."""
    return from_row(Chat, row, ref=chat_ref(row))


def account_from(row: Columns) -> Account:
    """Make an account of its row."""
    return from_row(Account, row, ref=account_ref(row))


def chat_row(chat: Chat) -> dict[str, Any]:
    """Make a row of a chat; a title longer than the column is cut, it is for display only."""
    ref = chat.ref
    told = {"messenger": ref.messenger, "messenger_id": ref.id, "kind": ref.kind, "parent": ref.parent}
    return {**to_row(chat, chats), **told, "title": ref.title[:NAME]}
