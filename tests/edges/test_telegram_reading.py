"""Does an update become exactly what happened?"""

from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from bots.telegram import incoming
from core.ids import ChoiceKey
from core.messenger.events import Change, ChatChanged, ChatKind, Edited, HomeBound, Incoming, MessageRef, Said, Tapped

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
SENT = 1_779_271_200
ME = telegram.User(7, "Socium", is_bot=True, username="Socium_bot")
LENA: dict[str, Any] = {
    "id": 5,
    "is_bot": False,
    "first_name": "Lena",
    "last_name": "Weber",
    "language_code": "de",
    "username": "lena",
}
BOT: dict[str, Any] = {"id": 7, "is_bot": True, "first_name": "Socium", "username": "Socium_bot"}
ROOM: dict[str, Any] = {"id": -1001, "type": "supergroup", "title": "Town square"}
PRIVATE: dict[str, Any] = {"id": 5, "type": "private", "first_name": "Lena"}


def read(kind: str, **what: Any) -> Incoming | None:
    update = telegram.Update.de_json({"update_id": 11, kind: what}, None)
    return incoming.read(update, ME, NOW, {incoming.request_number("sometoken"): "sometoken"})


def message(chat: dict[str, Any], **more: Any) -> Incoming | None:
    return read("message", **{"message_id": 3, "date": SENT, "chat": chat, "from": LENA, **more})


def ours(number: int = 2, **more: Any) -> dict[str, Any]:
    return {"message_id": number, "date": SENT, "chat": ROOM, "from": BOT, "text": "Who brings tea?", **more}


@pytest.mark.parametrize(
    ("typed", "arrives"),
    [
        ("/propose Repair café | need: tea", "/propose Repair café | need: tea"),
        ("/propose@socium_BOT Repair café", "/propose Repair café"),
        ("/Help", "/help"),
        ("/help@socium_bot", "/help"),
        ("/propose\nTwo lines", "/propose\nTwo lines"),
        ("/start", "/start"),
    ],
)
def test_a_command_arrives_without_the_bots_name(typed: str, arrives: str) -> None:
    """However Telegram writes our commands, the house hears them in one way."""
    heard = message(ROOM, text=typed)

    assert heard is not None
    assert heard.what == Said(arrives)
    assert (heard.chat.id, heard.chat.kind, heard.chat.title) == ("-1001", ChatKind.ROOM, "Town square")
    assert (heard.account.id, heard.account.name, heard.account.language) == ("5", "Lena Weber", "de")
    assert heard.at == datetime.fromtimestamp(SENT, UTC)


@pytest.mark.parametrize(
    "typed", ["/help@other_bot", "hello there", "1", "  /help", "/ help", "/", "@socium_bot hello", "/propose/x"]
)
def test_what_is_not_for_us_is_not_heard(typed: str) -> None:
    """In a room the bot hears nothing but what is meant for it, whatever rights it has there."""
    assert message(ROOM, text=typed) is None


def test_everything_in_private_is_for_us() -> None:
    """In the private chat plain words arrive as written, and the chat is the person's own."""
    heard = message(PRIVATE, text="by 20 May")

    assert heard is not None
    assert heard.what == Said("by 20 May")
    assert (heard.chat.id, heard.chat.kind) == ("5", ChatKind.PRIVATE)


def test_an_answer_to_our_question_is_heard_in_a_room() -> None:
    """With privacy mode on, an answer to our message arrives, and says which one it answers."""
    heard = message(ROOM, text="sewing, tea", reply_to_message=ours())

    assert heard is not None
    assert heard.what == Said("sewing, tea", MessageRef(heard.chat, "2"))


def test_talk_among_people_is_not_ours() -> None:
    """An answer to somebody else is none of our business."""
    assert message(ROOM, text="see you", reply_to_message={**ours(), "from": LENA}) is None


def test_a_forum_topic_is_a_chat_of_its_own() -> None:
    """What is said in a topic happens in that topic, and the topic's first message is not taken for a question."""
    first = {**ours(4), "forum_topic_created": {"name": "Repairs", "icon_color": 7322096}}
    heard = message(ROOM, text="/group", message_thread_id=4, is_topic_message=True, reply_to_message=first)
    talk = message(ROOM, text="just talk", message_thread_id=4, is_topic_message=True, reply_to_message=first)

    assert heard is not None
    assert (heard.chat.id, heard.chat.parent, heard.chat.title) == ("-1001/4", "-1001", "Repairs")
    assert heard.what == Said("/group")
    assert talk is None


def test_a_thread_of_answers_is_no_topic() -> None:
    """In an ordinary group Telegram also numbers threads of answers; they are the group itself."""
    heard = message(ROOM, text="/group", message_thread_id=4)

    assert heard is not None
    assert heard.chat.id == "-1001"


def test_a_deep_link_arrives_in_private_as_typed() -> None:
    """`?start=` brings its payload into the private chat."""
    heard = message(PRIVATE, text="/start open")

    assert heard is not None
    assert heard.what == Said("/start open")


def test_a_new_group_says_whose_home_it_is() -> None:
    """`?startgroup=` binds the chat it was used in."""
    heard = message(ROOM, text="/start@socium_bot abcdefgh23456789")

    assert heard is not None
    assert heard.what == HomeBound("abcdefgh23456789")
    assert heard.chat.id == "-1001"


def test_a_chosen_chat_becomes_the_home() -> None:
    """The request-chat button binds the chat that was chosen, not the private one where it was pressed."""
    number = incoming.request_number("sometoken")
    heard = message(PRIVATE, chat_shared={"request_id": number, "chat_id": -1009, "title": "Repair café"})
    other = message(PRIVATE, chat_shared={"request_id": 1, "chat_id": -1009})

    assert heard is not None
    assert heard.what == HomeBound("sometoken")
    assert (heard.chat.id, heard.chat.kind, heard.chat.title) == ("-1009", ChatKind.ROOM, "Repair café")
    assert other is None
    assert 0 <= number < 2**31


def test_a_tap_carries_the_key_and_the_message() -> None:
    """A tap says which choice, under which message, by whom; its moment is ours, for Telegram gives none."""
    heard = read(
        "callback_query",
        **{"id": "77", "from": LENA, "chat_instance": "1", "data": "abc", "message": ours(9)},
    )

    assert heard is not None
    assert heard.what == Tapped(ChoiceKey("abc"), MessageRef(heard.chat, "9"))
    assert heard.account.name == "Lena Weber"
    assert heard.at == NOW


def test_a_tap_under_an_old_message_still_counts() -> None:
    """Telegram no longer tells much about a very old message; its buttons work all the same."""
    old = {"chat": ROOM, "message_id": 9, "date": 0}
    heard = read("callback_query", **{"id": "77", "from": LENA, "chat_instance": "1", "data": "abc", "message": old})

    assert heard is not None
    assert heard.chat.id == "-1001"


@pytest.mark.parametrize(
    "more",
    [
        {"from": {**LENA, "is_bot": True}},
        {"from": BOT},
        {"chat": {"id": -1002, "type": "channel", "title": "News"}},
        {"text": None, "photo": []},
    ],
)
def test_bots_channels_and_pictures_are_ignored(more: dict[str, Any]) -> None:
    """The bot never answers itself, another bot, or something without words."""
    given = {key: value for key, value in {"text": "/help", **more}.items() if value is not None}

    assert message(given.pop("chat", ROOM), **given) is None


def test_an_edit_is_not_said_again() -> None:
    """Correcting a typing mistake repeats no command: it is told as an edit, by which only what crossed follows."""
    heard = read("edited_message", **{**ours(), "from": LENA, "text": "/leave"})

    assert heard is not None
    assert isinstance(heard.what, Edited)
    assert heard.what.text == "/leave"


def member(status: str, who: dict[str, Any] = BOT, **more: Any) -> dict[str, Any]:
    restricted = dict.fromkeys(telegram.ChatPermissions.all_permissions().to_dict(), more.pop("may", True))
    details: dict[str, dict[str, Any]] = {
        "kicked": {"until_date": 0},
        "restricted": {"until_date": 0, "is_member": True, "can_edit_tag": False, **restricted},
        "administrator": {
            **dict.fromkeys(telegram.ChatAdministratorRights.no_rights().to_dict(), False),
            "can_be_edited": False,
        },
    }
    return {"status": status, "user": who, **details.get(status, {}), **more}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (member("left"), member("member"), Change.BOT_ADDED),
        (member("left"), member("administrator"), Change.BOT_ADDED),
        (member("member"), member("left"), Change.BOT_REMOVED),
        (member("administrator"), member("kicked"), Change.BOT_REMOVED),
        (member("member"), member("restricted", may=False), Change.BOT_REMOVED),
        (member("restricted", may=False), member("restricted", may=True), Change.BOT_ADDED),
        (member("member"), member("restricted", is_member=False), Change.BOT_REMOVED),
        (member("member"), member("administrator"), None),
    ],
)
def test_the_bot_knows_where_it_may_speak(before: dict[str, Any], after: dict[str, Any], change: Change | None) -> None:
    """Added, removed, silenced and heard again: the chat wakes and sleeps with it; a mere promotion is no news."""
    heard = read(
        "my_chat_member",
        **{"chat": ROOM, "from": LENA, "date": SENT, "old_chat_member": before, "new_chat_member": after},
    )

    assert (heard.what if heard else None) == (ChatChanged(change) if change else None)


def test_joining_is_told_twice_and_counts_once() -> None:
    """As an administrator the bot hears of a newcomer twice, and both are called the same."""
    change = {"old_chat_member": member("left", LENA), "new_chat_member": member("member", LENA)}
    told = read("chat_member", **{"chat": ROOM, "from": LENA, "date": SENT, **change})
    shown = message(ROOM, new_chat_members=[BOT, LENA])

    assert told is not None
    assert shown is not None
    assert told.key == shown.key
    assert told.what == shown.what == ChatChanged(Change.PERSON_JOINED)
    assert told.account.id == "5"


def test_leaving_is_about_the_one_who_left() -> None:
    """Whoever shows someone out, the event names the one who is gone."""
    omar = {**LENA, "id": 6, "first_name": "Omar"}
    heard = message(ROOM, left_chat_member=omar)

    assert heard is not None
    assert heard.what == ChatChanged(Change.PERSON_LEFT)
    assert heard.account.id == "6"


def test_a_supergroup_is_the_same_chat_under_a_new_number() -> None:
    """Both messages about the move are one event, from the old number to the new one."""
    old = {"id": -44, "type": "group", "title": "Town square"}
    leaving = message(old, migrate_to_chat_id=-1001)
    coming = message(ROOM, migrate_from_chat_id=-44)

    assert leaving is not None
    assert coming is not None
    assert leaving.key == coming.key
    for heard in (leaving, coming):
        assert heard.chat.id == "-44"
        assert isinstance(heard.what, ChatChanged)
        assert heard.what.moved_to is not None
        assert heard.what.moved_to.id == "-1001"
