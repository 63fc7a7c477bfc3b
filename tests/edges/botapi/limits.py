"""Which limits of the Bot API does a message have to keep?"""

from tests.edges.botapi.state import Chat, Json, bad

_TEXT = 4096
_BUTTONS = 100
_IN_ROW = 8
_DATA_BYTES = 64
_FORMS = {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "code", "pre"}
_ENTITIES = {*_FORMS, "text_link", "text_mention"}
_ACTIONS = ("callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text", "pay")


def check_text(text: str) -> str:
    """Return a text as Telegram keeps it: trimmed; refuse an empty or overlong one."""
    kept = text.strip()
    if not kept:
        raise bad("message text is empty")
    if units(kept) > _TEXT:
        raise bad("message is too long")
    return kept


def check_entities(text: str, entities: list[Json]) -> None:
    """Refuse entities of unknown kind, past the end, or cutting a character in two."""
    encoded = text.encode("utf-16-le")
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in _ENTITIES:
            raise bad(f"can't parse entities: unsupported type {entity['type']}")
        if start < 0 or entity["length"] <= 0 or end > units(text):
            raise bad("can't parse entities: entity is out of the text")
        try:
            encoded[2 * start : 2 * end].decode("utf-16-le")
        except UnicodeDecodeError as error:
            raise bad("can't parse entities: entity splits a character") from error


def check_markup(markup: Json | None, chat: Chat) -> None:
    """Refuse keyboards that no client would show."""
    if markup is None:
        return
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    wants_chat = any("request_chat" in button for row in markup.get("keyboard", []) for button in row)
    if wants_chat and chat.type != "private":
        raise bad("chat request buttons can be used in private chats only")


def _check_inline(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > _BUTTONS or any(len(row) > _IN_ROW for row in rows):
        raise bad("reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad("inline keyboard button text must be non-empty")
        if sum(action in button for action in _ACTIONS) != 1:
            raise bad("text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= _DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")


def units(text: str) -> int:
    """Count UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
