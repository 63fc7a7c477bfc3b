"""Is what people wrote shown on Discord exactly as written?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.markdown import escape, page
from bots.discord.outgoing import ANSWER, IN_PRIVATE, IN_ROOM, capabilities, write
from core.ids import ChoiceKey, MessengerName
from core.messenger.capabilities import Can
from core.messenger.events import ChatKind, ChatRef
from core.messenger.fit import ELLIPSIS
from core.messenger.messages import Offered, Style
from core.messenger.port import Paragraph, Post
from tests.edges.discord_people import shown_text

ROOM = ChatRef(MessengerName("discord"), "1")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("*a* _b_ ~~c~~ `d` ||e||", r"\*a\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|"),
        ("<@123> <t:0:R> <#4>", r"\<@123\> \<t:0:R\> \<#4\>"),
        ("[safe](https://evil.example)", r"\[safe\](<https://evil.example>)"),
        ("# loud", r"\# loud"),
        ("-# small", r"\-# small"),
        ("> quoted", r"\> quoted"),
        ("1. first", r"1\. first"),
        ("3-7 people, C# and a+b", "3-7 people, C# and a+b"),
        ("see https://example.org/a_b_c.", "see <https://example.org/a_b_c>."),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_markup_is_shown_not_obeyed(written: str, sent: str) -> None:
    """Stars, mentions, timestamps, headings and masked links are read as the signs they are."""
    assert escape(written) == sent
    assert shown_text(sent) == written


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=300))
def test_any_text_survives(written: str) -> None:
    """Whatever was written, the client shows the same."""
    assert shown_text(escape(written)) == written


def test_a_page_stays_within_its_limit() -> None:
    """Escapes count: a page of stars is cut, with an ellipsis, and never refused."""
    body = (Paragraph("Title", Style.TITLE), Paragraph("*" * 3000))

    written = page(body, 2000)

    assert len(written) <= 2000
    assert written.startswith("**Title**\n")
    assert written.endswith(ELLIPSIS)


def test_styles_are_native() -> None:
    """A title is bold, a quote is quoted, an item is listed, a note is small."""
    body = tuple(Paragraph("x", style) for style in Style)

    assert page(body, 2000) == "x\n**x**\n> x\n- x\n-# x"


async def test_a_post_is_written_whole() -> None:
    """Buttons carry the choice key alone, the send key is the nonce, and nobody can be pinged."""
    offered = (Offered(ChoiceKey("abcdefghijkmnpqr"), "I bring tea"),)

    written = write(Post(ROOM, "k" * 25, (Paragraph("Repair café"),), offered))

    assert written.content == "Repair café"
    assert written.nonce == "k" * 25
    mentions = written.allowed_mentions
    assert (mentions.everyone, mentions.users, mentions.roles, mentions.replied_user) == (False,) * 4
    assert written.view.is_finished(), "nothing is kept in memory"
    assert [(one["label"], one["custom_id"]) for one in written.view.to_components()[0]["components"]] == [
        ("I bring tea", "abcdefghijkmnpqr")
    ]


async def test_a_question_has_a_field_to_answer_in() -> None:
    """Where a sentence is awaited, a button opens a field, labelled in the reader's language."""
    written = write(Post(ROOM, "key", (Paragraph("Что принесёте?"),), asks=True, language="ru"))

    (button,) = written.view.to_components()[0]["components"]
    assert (button["label"], button["custom_id"]) == ("Ответить", ANSWER)


async def test_what_discord_would_refuse_is_mended() -> None:
    """One choice offered twice is one button, and a post without words still says that something is there."""
    twice = (Offered(ChoiceKey("abcdefghijkmnpqr"), "Tea"), Offered(ChoiceKey("abcdefghijkmnpqr"), "Tea again"))

    written = write(Post(ROOM, "key", (Paragraph(" "),), twice))

    assert written.content == ELLIPSIS
    assert [one["label"] for one in written.view.to_components()[0]["components"]] == ["Tea"]


async def test_as_many_buttons_as_declared_fit() -> None:
    """The declared number of choices and the answer button fill the five rows exactly."""
    offered = tuple(Offered(ChoiceKey(f"key{n:013}"), "x" * 80) for n in range(IN_ROOM.choice_limit))

    rows = write(Post(ROOM, "key", (Paragraph("?"),), offered, asks=True)).view.to_components()

    assert [len(row["components"]) for row in rows] == [5, 5, 5, 5, 5]


def test_what_a_conversation_of_two_cannot_do() -> None:
    """Alone with the bot, numbers can be typed and there is no channel to put a thread beside."""
    assert capabilities(ROOM) == IN_ROOM
    assert capabilities(ChatRef(ROOM.messenger, "2", ChatKind.PRIVATE)) == IN_PRIVATE
    assert (IN_ROOM.rooms, IN_PRIVATE.rooms) == (Can.NATIVE, Can.ABSENT)
