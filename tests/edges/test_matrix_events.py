"""Which Matrix events mean something to us, and how do our posts look as events? No server needed."""

import json
from typing import Any

import nio
import pytest

from bots.matrix import MATRIX
from bots.matrix.incoming import Place, read
from bots.matrix.outgoing import CAPABILITIES, edit_key, write, write_edit
from bots.matrix.reactions import is_puppet, symbols
from bots.matrix.rooms import alias
from core.ids import ChoiceKey
from core.messenger.events import Change, ChatChanged, ChatRef, Incoming, MessageRef, Reacted, Said
from core.messenger.fit import place_of
from core.messenger.messages import Offered, Style
from core.messenger.port import Paragraph, Post, Shown

ROOM = ChatRef(MATRIX, "!room:localhost")
ME = "@socium:localhost"
PLACE = Place(ROOM, ME, "Socium", {"@lena:localhost": "Lena"})


def event(kind: str, content: dict[str, Any], sender: str = "@lena:localhost", **more: Any) -> nio.Event:
    """Parse an event as nio does when it comes with a sync."""
    bare = {"type": kind, "content": content, "sender": sender, "event_id": "$1", "origin_server_ts": 1_700_000_000_000}
    parsed = nio.Event.parse_event({**bare, **more})
    assert isinstance(parsed, nio.Event)
    return parsed


def message(body: str, more: dict[str, Any] | None = None, sender: str = "@lena:localhost") -> Incoming | None:
    """Read a text message."""
    return read(event("m.room.message", {"msgtype": "m.text", "body": body, **(more or {})}, sender), PLACE)


def membership(who: str, now: str, before: str, sender: str = "", **unsigned: Any) -> Incoming | None:
    """Read a change of membership."""
    unsigned = {"prev_content": {"membership": before}, **unsigned} if before else unsigned
    told = event("m.room.member", {"membership": now}, sender or who, state_key=who, unsigned=unsigned)
    return read(told, PLACE)


class TestWhatPeopleType:
    """Commands are understood however people call us; everything else stays as it was written."""

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("!help", "/help"),
            ("/help", "/help"),
            ("  !propose Tea | need: cups", "/propose Tea | need: cups"),
            ("Socium: help", "/help"),
            ("@socium:localhost, !group", "/group"),
            ("Socium: hello there", "Socium: hello there"),
            ("Socium:", "Socium:"),
            ("!!!", "!!!"),
            ("! important", "! important"),
            ("2", "2"),
            ("help", "help"),
            ("", ""),
            ("!предложить чай", "/предложить чай"),
        ],
    )
    def test_commands_are_reduced_to_a_slash(self, typed: str, said: str) -> None:
        """`!help`, `/help` and "Socium: help" are one; talk is not turned into commands."""
        heard = message(typed)

        assert heard is not None
        assert heard.what == Said(said)
        assert heard.account.name == "Lena"
        assert heard.at.isoformat() == "2023-11-14T22:13:20+00:00"

    def test_a_quotation_before_a_reply_is_not_what_was_said(self) -> None:
        """Older clients repeat what they answer; only the answer counts, and to which message."""
        relation = {"m.in_reply_to": {"event_id": "$card"}}

        heard = message("> <@socium:localhost> Which seat?\n> 1 tea\n\n!group", {"m.relates_to": relation})

        assert heard is not None
        assert heard.what == Said("/group", MessageRef(ROOM, "$card"))

    @pytest.mark.parametrize("broken", ["text", 7, [], {"m.in_reply_to": "x"}, {"m.in_reply_to": {}}, None])
    def test_strange_relations_are_just_talk(self, broken: object) -> None:
        """An event that was bent by hand is read as the words it has."""
        heard = message("hello", {"m.relates_to": broken})

        assert heard is not None
        assert heard.what == Said("hello")


class TestWhomWeDoNotHear:
    """We never answer machines, nor what was already said."""

    def test_an_edit_is_no_new_command(self) -> None:
        """Who corrects a typing mistake does not propose twice."""
        relation = {"rel_type": "m.replace", "event_id": "$0"}

        assert message("* !propose Tea", {"m.relates_to": relation}) is None

    def test_notices_are_nothing_to_us(self) -> None:
        """Other bots speak in notices."""
        assert read(event("m.room.message", {"msgtype": "m.notice", "body": "!help"}), PLACE) is None

    def test_ourselves(self) -> None:
        """The bot does not hear itself."""
        assert message("!help", sender=ME) is None

    @pytest.mark.parametrize("puppet", ["@telegram_12345:localhost", "@_discord_1:localhost", "@whatsapp_49:x.org"])
    def test_bridge_puppets(self, puppet: str) -> None:
        """People of other messengers are met there."""
        assert message("!help", sender=puppet) is None
        assert is_puppet(puppet, {})

    def test_people_with_ordinary_names_are_no_puppets(self) -> None:
        """A person called telegram is a person."""
        assert not is_puppet("@telegram:localhost", {})
        assert not is_puppet("@lena_discord:localhost", {})

    def test_a_double_puppet(self) -> None:
        """What a bridge repeats in a real person's name was said elsewhere."""
        assert message("!help", {"fi.mau.double_puppet_source": "mautrix-telegram"}) is None


class TestReactions:
    """Symbols of choices are choices; hearts are hearts."""

    @pytest.mark.parametrize("symbol", ["1️⃣", "3⃣", "🔟"])
    def test_a_number_symbol_reaches_the_desk(self, symbol: str) -> None:
        """With or without the variation sign that some clients leave out."""
        relation = {"rel_type": "m.annotation", "event_id": "$card", "key": symbol}

        heard = read(event("m.reaction", {"m.relates_to": relation}), PLACE)

        assert heard is not None
        assert heard.what == Reacted(MessageRef(ROOM, "$card"), symbol)

    @pytest.mark.parametrize("symbol", ["❤️", "👍"])
    def test_other_symbols_stand_for_themselves(self, symbol: str) -> None:
        """A thumb under a card is not a yes to anything; under a shared message it is counted."""
        relation = {"rel_type": "m.annotation", "event_id": "$card", "key": symbol}

        heard = read(event("m.reaction", {"m.relates_to": relation}), PLACE)

        assert heard is not None
        assert isinstance(heard.what, Reacted)
        assert place_of(heard.what.symbol) is None


class TestComingAndGoing:
    """Who came, who went, and what became of us."""

    def test_people(self) -> None:
        """Coming in, leaving, being taken out and refusing an invite are told; changing a name is not."""
        lena = "@lena:localhost"

        heard = [
            membership(lena, "join", "invite"),
            membership(lena, "leave", "join"),
            membership(lena, "ban", "join", sender="@omar:localhost"),
            membership(lena, "leave", "invite"),
        ]

        told = [one.what for one in heard if one is not None and one.account.id == lena]
        assert told == [ChatChanged(Change.PERSON_JOINED), *[ChatChanged(Change.PERSON_LEFT)] * 3]
        assert membership(lena, "join", "join") is None
        assert membership(lena, "invite", "") is None

    def test_ourselves(self) -> None:
        """Being let in names who brought us, being thrown out who did it; what we did ourselves is no news."""
        brought = membership(ME, "join", "invite", prev_sender="@lena:localhost")
        thrown = membership(ME, "leave", "join", sender="@omar:localhost")

        assert brought is not None
        assert thrown is not None
        assert (brought.what, brought.account.id) == (ChatChanged(Change.BOT_ADDED), "@lena:localhost")
        assert (thrown.what, thrown.account.id) == (ChatChanged(Change.BOT_REMOVED), "@omar:localhost")
        assert membership(ME, "join", "") is None
        assert membership(ME, "leave", "join", sender=ME) is None
        assert membership(ME, "leave", "invite", sender="@lena:localhost") is None


CHOICES = tuple(Offered(ChoiceKey(f"k{n}"), f"Choice {n}") for n in range(3))
BODY = (
    Paragraph("Repair <café> & tea", Style.TITLE),
    Paragraph("need: sewing", Style.ITEM),
    Paragraph("need: tea", Style.ITEM),
    Paragraph("we are kind", Style.QUOTE),
    Paragraph("until 20 May", Style.NOTE),
)


class TestWhatWeWrite:
    """Our posts are notices that call nobody and stand well with and without HTML."""

    def test_a_post(self) -> None:
        """Plain words and HTML say the same; what people wrote is never markup."""
        content = write(Post(ROOM, "key", BODY, reply_to=MessageRef(ROOM, "$asked")))

        assert content["msgtype"] == "m.notice"
        assert content["m.mentions"] == {}
        assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": "$asked"}}
        assert content["body"] == "Repair <café> & tea\n• need: sewing\n• need: tea\n» we are kind\nuntil 20 May"
        assert content["formatted_body"] == (
            "<p><strong>Repair &lt;café&gt; &amp; tea</strong></p><ul><li>need: sewing</li><li>need: tea</li></ul>"
            "<blockquote>we are kind</blockquote><p><em>until 20 May</em></p>"
        )

    def test_an_edit(self) -> None:
        """The new words replace the old ones and call nobody either."""
        content = write_edit("$card", Post(ROOM, "key", BODY))

        assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$card"}
        assert content["m.new_content"]["formatted_body"].startswith("<p><strong>Repair")
        assert content["m.mentions"] == content["m.new_content"]["m.mentions"] == {}
        assert content["body"].startswith("* Repair")

    def test_an_edit_is_named_by_its_words(self) -> None:
        """The same words under one key are one edit, other words are another."""
        one, other = Post(ROOM, "key", BODY), Post(ROOM, "key", BODY[1:])

        assert edit_key(one) == edit_key(Post(ROOM, "key", BODY)) != edit_key(other)

    def test_symbols_stand_only_where_choices_are_reactions(self) -> None:
        """One symbol for each choice, in order."""
        assert symbols(Post(ROOM, "key", BODY, CHOICES, Shown.REACTIONS)) == ("1️⃣", "2️⃣", "3️⃣")
        assert symbols(Post(ROOM, "key", BODY, CHOICES, Shown.NUMBERS)) == ()

    @pytest.mark.parametrize("sign", ["&", "ж", "🫖", '"'])
    def test_the_longest_words_fit_into_an_event(self, sign: str) -> None:
        """In an encrypted room JSON is ASCII and base64 makes it a third longer."""
        longest = Post(ROOM, "key", (Paragraph(sign * CAPABILITIES.text_limit),))

        for content in (write(longest), write_edit("$card", longest)):
            assert len(json.dumps(content)) * 4 / 3 < 65_536 - 1_000

    def test_a_home_has_one_name(self) -> None:
        """Any token makes a valid, unguessable part of an address."""
        assert alias("a b:c#") == alias("a b:c#") != alias("a b:c")
        assert alias("a b:c#").removeprefix("socium-").isalnum()
