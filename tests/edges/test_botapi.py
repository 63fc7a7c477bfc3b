"""Is our Bot API server strict enough to be believed?"""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.edges.botapi.lint import request_faults, schema, value_faults
from tests.edges.botapi.server import TOKEN, BotApi
from tests.edges.botapi.state import Chat

SEND = {"chat_id": "-1001", "text": "hello"}


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    api = BotApi()
    await api.start()
    yield api
    await api.stop()


async def ask(api: BotApi, method: str, **given: str | int) -> Any:
    address = f"{api.url}/bot{TOKEN}/{method}"
    async with aiohttp.ClientSession() as session, session.post(address, data=given) as response:
        return await response.json()


def room(api: BotApi, *rights: str) -> Chat:
    lena = api.world.join_world("Lena")
    chat = api.world.make_group(lena, "Town square")
    api.world.add_bot(lena, chat, rights)
    return chat


def test_the_schema_is_the_whole_bot_api() -> None:
    """Every method there is stands in our copy, with its source and licence named."""
    assert len(schema()["methods"]) == 185
    assert "MIT" in schema()["note"]


@pytest.mark.parametrize(
    ("method", "given", "fault"),
    [
        ("sendMassage", SEND, "sendMassage: no such method"),
        ("sendMessage", {"chat_id": "1"}, "sendMessage.text: is required"),
        ("sendMessage", {**SEND, "reply_to": "1"}, "sendMessage.reply_to: no such parameter"),
        ("sendMessage", {**SEND, "message_thread_id": "one"}, "is no Integer"),
        ("sendMessage", {**SEND, "entities": '[{"type":"bold","offset":0}]'}, "MessageEntity requires it"),
        ("sendMessage", {**SEND, "entities": '{"type":"bold"}'}, "is no array"),
        ("sendMessage", {**SEND, "reply_markup": '{"inline_keyboard":[[{"label":"x"}]]}'}, "InlineKeyboard"),
        ("sendMessage", {**SEND, "reply_markup": '{"force_reply":false}'}, "reply_markup"),
        ("setMyCommands", {"commands": "[]", "scope": '{"type":"chat"}'}, ""),
    ],
)
def test_a_malformed_request_is_named(method: str, given: dict[str, str], fault: str) -> None:
    """An unknown method, a parameter that is not there, or a value of another type is found."""
    faults = request_faults(method, given)

    assert any(fault in one for one in faults) if fault else faults == []


@pytest.mark.parametrize(
    "markup",
    [
        '{"inline_keyboard":[[{"text":"Tea","callback_data":"abc"}]],"force_reply":true}',
        '{"force_reply":true,"selective":true}',
        '{"remove_keyboard":true}',
        '{"keyboard":[[{"text":"Choose"}]],"one_time_keyboard":true}',
    ],
)
def test_a_well_formed_request_passes(markup: str) -> None:
    """What the documentation allows is not complained about."""
    assert request_faults("sendMessage", {**SEND, "reply_markup": markup}) == []


def test_an_update_of_ours_is_linted_too() -> None:
    """Our server cannot send what no Telegram would."""
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "typ": "private"}}}

    assert value_faults("Update", update, "update") != []


async def test_faults_are_kept_for_the_end_of_the_test(api: BotApi) -> None:
    """Even a bot that swallows the refusal cannot hide it."""
    answer = await ask(api, "sendMessage", chat_id=1)

    assert answer["error_code"] == 400
    assert api.all_faults() == ["sendMessage.text: is required"]


async def test_a_method_we_do_not_play_is_a_fault(api: BotApi) -> None:
    """A method that exists but that our server cannot act out fails loudly."""
    answer = await ask(api, "getMyStarBalance")

    assert not answer["ok"]
    assert api.all_faults() == ["getMyStarBalance: our server does not play this method"]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"text": "  "}, "message text is empty"),
        ({"text": "🛠" * 2049}, "message is too long"),
        ({"text": "🛠 tea", "entities": '[{"type":"bold","offset":1,"length":2}]'}, "splits a character"),
        ({"text": "tea", "entities": '[{"type":"bold","offset":0,"length":9}]'}, "out of the text"),
        (
            {"text": "tea", "reply_markup": '{"inline_keyboard":[[{"text":"x","callback_data":"' + "é" * 33 + '"}]]}'},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "tea", "reply_markup": '{"inline_keyboard":[[{"text":"x"}]]}'}, "text buttons are unallowed"),
        ({"text": "tea", "reply_parameters": '{"message_id":99}'}, "message to be replied not found"),
    ],
)
async def test_documented_limits_are_enforced(api: BotApi, given: dict[str, str], refusal: str) -> None:
    """What Telegram refuses, our server refuses in the same words."""
    answer = await ask(api, "sendMessage", chat_id=room(api).id, **given)

    assert refusal in answer["description"]


async def test_a_bot_cannot_do_what_it_has_no_right_to(api: BotApi) -> None:
    """Keys, bans and topics need the right; a key is for a number of people or by request, not both."""
    plain, home = room(api), room(api, "can_invite_users")

    assert not (await ask(api, "createChatInviteLink", chat_id=plain.id, member_limit=1))["ok"]
    assert not (await ask(api, "createForumTopic", chat_id=home.id, name="Tea"))["ok"]
    assert (await ask(api, "createChatInviteLink", chat_id=home.id, member_limit=1))["ok"]
    both = await ask(api, "createChatInviteLink", chat_id=home.id, member_limit=1, creates_join_request="true")
    assert "member limit" in both["description"]


async def test_privacy_mode_hides_what_is_not_for_the_bot(api: BotApi) -> None:
    """With privacy mode on, commands and answers to the bot arrive, and nothing else."""
    chat = room(api)
    lena = next(one for one in api.world.people.values() if one.first_name == "Lena")
    await ask(api, "sendMessage", chat_id=chat.id, text="Who brings tea?")
    heard = len(api.world.updates.given)

    for words in ("hello", "/help@other_bot", "1"):
        api.world.say(lena, chat, words)
    assert len(api.world.updates.given) == heard
    api.world.say(lena, chat, "/help")
    api.world.say(lena, chat, "me", reply_to=chat.messages[1].id)

    assert len(api.world.updates.given) == heard + 2
