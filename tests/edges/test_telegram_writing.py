"""Does a post look on Telegram as it was meant?"""

from dataclasses import replace

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st

from bots.telegram import menu, outgoing
from bots.telegram.homes import start_link
from bots.telegram.incoming import request_number
from bots.telegram.names import TELEGRAM, private_ref
from core.commands.catalogue import CATALOGUE
from core.commands.spec import Command, Where
from core.ids import ChoiceKey, new_id
from core.messenger.capabilities import Can
from core.messenger.events import ChatRef, MessageRef
from core.messenger.messages import Offered, Style
from core.messenger.port import Paragraph, Post
from core.texts.translator import languages
from tests.edges.botapi.limits import check_entities, check_markup, check_text
from tests.edges.botapi.state import Chat

ROOM = ChatRef(TELEGRAM, "-1001")
LENA = private_ref(5)


def post(*body: Paragraph, chat: ChatRef = ROOM, labels: tuple[str, ...] = (), asks: bool = False) -> Post:
    choices = tuple(Offered(ChoiceKey(new_id()), label) for label in labels)
    return Post(chat, new_id(), body, choices, asks=asks)


def test_entities_are_counted_as_telegram_counts() -> None:
    """After an emoji, which is two units, the bold title is still exactly the title."""
    written = outgoing.write(post(Paragraph("👩‍🔧 now", Style.PLAIN), Paragraph("Café 🛠", Style.TITLE)))

    (title,) = written.entities
    encoded = written.text.encode("utf-16-le")
    assert encoded[2 * title.offset : 2 * (title.offset + title.length)].decode("utf-16-le") == "Café 🛠"
    assert title.type == telegram.MessageEntity.BOLD


def test_styles_are_entities_and_marks() -> None:
    """Titles are bold, quotes are quotes, notes are slanted, items have a bullet."""
    body = [Paragraph(style.value, style) for style in Style]
    written = outgoing.write(post(*body))

    assert written.text == "plain\ntitle\nquote\n• item\nnote"
    assert [entity.type for entity in written.entities] == ["bold", "blockquote", "italic"]


@given(
    st.lists(st.tuples(st.text(max_size=3000), st.sampled_from(list(Style))), max_size=6),
    st.lists(st.text(min_size=1, max_size=60), max_size=100),
)
def test_whatever_is_said_telegram_takes(lines: list[tuple[str, Style]], labels: list[str]) -> None:
    """No words, however long or odd, make a message that Telegram refuses."""
    said = post(*(Paragraph(text.replace("\0", ""), style) for text, style in lines), labels=tuple(labels))
    written = outgoing.write(said)

    kept = check_text(written.text)
    check_markup(written.markup.to_dict() if written.markup else None, Chat(-1001, "supergroup"))
    if kept == written.text:
        check_entities(kept, [entity.to_dict() for entity in written.entities])


def test_buttons_carry_nothing_but_their_key() -> None:
    """A button's data is the choice's own key, within Telegram's 64 bytes."""
    said = post(Paragraph("Repair café"), labels=("I bring tea", "Not now"))
    markup = outgoing.write(said).markup

    assert isinstance(markup, telegram.InlineKeyboardMarkup)
    buttons = [button for row in markup.inline_keyboard for button in row]
    assert [(button.text, button.callback_data) for button in buttons] == [(c.label, c.key) for c in said.choices]
    assert all(len(str(button.callback_data).encode()) <= 64 for button in buttons)


def test_short_buttons_share_a_row() -> None:
    """Yes and No stand side by side, a long label has the row to itself."""
    markup = outgoing.keyboard(post(labels=("Yes", "No", "I bring something that takes a long sentence")).choices)

    assert markup is not None
    assert [len(row) for row in markup.inline_keyboard] == [2, 1]


def test_a_question_in_a_room_opens_the_reply_field() -> None:
    """With privacy mode on only replies arrive, so the one who is asked gets the reply field opened."""
    asked = replace(post(Paragraph("What?"), asks=True), reply_to=MessageRef(ROOM, "3"))

    for_one, for_all = outgoing.write(asked).markup, outgoing.write(replace(asked, reply_to=None)).markup
    with_choices = outgoing.write(post(Paragraph("What?"), labels=("Tea",), asks=True)).markup
    private = outgoing.write(replace(asked, chat=LENA, reply_to=None)).markup

    assert isinstance(for_one, telegram.ForceReply)
    assert for_one.selective
    assert isinstance(for_all, telegram.ForceReply)
    assert not for_all.selective
    assert isinstance(with_choices, telegram.InlineKeyboardMarkup)
    assert with_choices.api_kwargs == {"force_reply": True}
    assert private is None


def test_the_link_to_make_a_home_brings_telegrams_own_dialogue() -> None:
    """Beside the link a person finds the button that makes the group in two taps; the key takes it away."""
    link = start_link("socium_bot", "abcdefgh23456789")
    asked = outgoing.write(post(Paragraph(f"One of you makes it: {link}"), chat=LENA)).markup
    in_room = outgoing.write(post(Paragraph(f"One of you makes it: {link}"))).markup
    keyed = outgoing.write(post(Paragraph("Your key: https://t.me/+abc"), chat=LENA)).markup

    assert isinstance(asked, telegram.ReplyKeyboardMarkup)
    wish = asked.keyboard[0][0].request_chat
    assert wish is not None
    assert wish.request_id == request_number("abcdefgh23456789")
    assert wish.bot_administrator_rights is not None
    granted = {right for right, given in wish.bot_administrator_rights.to_dict().items() if given}
    assert granted == {"can_manage_chat", "can_invite_users", "can_restrict_members"}
    assert in_room is None
    assert isinstance(keyed, telegram.ReplyKeyboardRemove)


def test_only_two_rights_are_asked_for() -> None:
    """A home gives the bot the right to invite and to take a key back, and no other."""
    link = start_link("socium_bot", "abcdefgh23456789")

    assert link == "https://t.me/socium_bot?startgroup=abcdefgh23456789&admin=invite_users+restrict_members"


def test_rooms_and_private_chats_differ_in_what_arrives() -> None:
    """A typed number reaches the bot in private; in a room privacy mode keeps it from us, and we say so."""
    assert outgoing.capabilities(LENA).typed_numbers
    assert not outgoing.capabilities(ROOM).typed_numbers
    assert outgoing.capabilities(ROOM).send_keys is Can.ABSENT


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("scope", [menu.PRIVATE, menu.GROUPS])
def test_the_menu_shows_every_command_of_the_catalogue(scope: menu.Scope, language: str) -> None:
    """What stands in the catalogue stands in the menu, described within Telegram's limits."""
    shown = menu.menu(CATALOGUE, scope, language)

    assert {one.command for one in shown} == {command.name for command in CATALOGUE if command.menu}
    assert all(1 <= len(one.description) <= menu.DESCRIPTION for one in shown)


def test_in_groups_the_groups_own_commands_come_first() -> None:
    """Where a group talks, its menu begins with what groups do."""
    commands = (Command("help"), Command("promise", where=Where.GROUP))

    assert [one.command for one in menu.menu(commands, menu.GROUPS, "en")] == ["promise", "help"]
    assert [one.command for one in menu.menu(commands, menu.PRIVATE, "en")] == ["help", "promise"]


def test_a_command_without_words_still_stands_in_the_menu() -> None:
    """A text that is missing costs a description, not the menu."""
    (shown,) = menu.menu((Command("unwritten"),), menu.PRIVATE, "en")

    assert shown.description == "unwritten"
