"""Does what the bot says appear as it was meant?"""

import asyncio
from dataclasses import replace

import pytest

from core.errors import MessageGone, TryAgain, Undeliverable
from core.ids import new_id
from core.messenger.capabilities import Can
from core.messenger.fit import ELLIPSIS
from core.messenger.port import Paragraph, Post
from core.texts.harmless import harmless
from tests.edges.playing import (
    LABELS,
    EdgeStage,
    can_read,
    filled,
    gather,
    labels_of,
    message,
    post,
    shown_to,
    unlike,
)
from tests.edges.recording import RecordingDesk
from tests.stage import until

TEETH = "@everyone @room <b>loud</b> \u202egnp.exe\u202c \u200bzero"
BARE_TEETH = "@everyone @room <b>loud</b> &amp; <script>alert(1)</script>"
_TRIES = 20


class Shows:
    """What the bot says is shown whole, once, in place and without teeth."""

    async def test_shows_a_card(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Everyone in the room reads the card, all its lines and its choices, and sees that Socium wrote it."""
        room = await gather(stage, "Lena", "Omar")

        ref = await stage.messenger.send(post(stage, room, message("Repair café", "2 of 3-7", labels=LABELS)))

        for person in ("Lena", "Omar"):
            card = await shown_to(stage, person, room, ref)
            assert "Repair café" in card.text
            assert "2 of 3-7" in card.text
            assert card.from_bot
            assert labels_of(card) == LABELS

    async def test_edits_in_place(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A card that changed is still one message; the old words and choices are gone."""
        room = await gather(stage, "Lena", "Omar")
        if stage.messenger.capabilities(room).edits is Can.ABSENT:
            pytest.skip("declared: this chat cannot edit")
        ref = await stage.messenger.send(post(stage, room, message("Repair café", "2 of 3-7", labels=LABELS)))
        await shown_to(stage, "Omar", room, ref)

        await stage.messenger.edit(ref, post(stage, room, message("Repair café", "3 of 3-7", labels=("Start",))))
        await until(lambda: can_read(stage, "Omar", room, "3 of 3-7"))

        ours = [one for one in await stage.reads("Omar", room.id) if one.from_bot and "Repair café" in one.text]
        assert len(ours) == 1
        assert ours[0].edited
        assert "2 of 3-7" not in ours[0].text
        assert labels_of(ours[0]) == ("Start",)

    async def test_an_unchanged_edit_is_no_error(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Saying the same again in place changes nothing and fails nothing."""
        room = await gather(stage, "Lena")
        if stage.messenger.capabilities(room).edits is Can.ABSENT:
            pytest.skip("declared: this chat cannot edit")
        card = post(stage, room, message("Repair café", labels=LABELS))
        ref = await stage.messenger.send(card)

        await stage.messenger.edit(ref, card)

        assert "Repair café" in (await shown_to(stage, "Lena", room, ref)).text

    async def test_a_repeated_send_appears_once(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Where send keys are declared, sending again under one key shows one message and returns the same one."""
        room = await gather(stage, "Lena")
        if stage.messenger.capabilities(room).send_keys is Can.ABSENT:
            pytest.skip("declared: this messenger knows no send keys")
        card = post(stage, room, message("Only once"))

        first = await stage.messenger.send(card)
        second = await stage.messenger.send(card)
        await stage.messenger.send(post(stage, room, message("Fence")))
        await until(lambda: can_read(stage, "Lena", room, "Fence"))

        assert first.id == second.id
        assert sum("Only once" in one.text for one in await stage.reads("Lena", room.id)) == 1

    async def test_a_rate_limit_is_told_and_keeps_order(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Told to slow down, it says for how long and that nothing arrived; repeated under its key, all is in order."""
        room = await gather(stage, "Lena")
        await stage.slows_down()

        for number in range(3):
            await _at_last(stage, post(stage, room, message(f"Number {number}")))
        await until(lambda: can_read(stage, "Lena", room, "Number 2"))

        numbers = [seen.text for seen in await stage.reads("Lena", room.id) if "Number" in seen.text]
        assert [text.strip() for text in numbers] == ["Number 0", "Number 1", "Number 2"]

    async def test_hostile_words_are_shown_and_ping_nobody(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What a person wrote is read as written, markup included, and calls nobody."""
        room = await gather(stage, "Lena", "Omar")

        fitted = await stage.messenger.send(post(stage, room, message("Hostile", TEETH)))
        bare = await stage.messenger.send(Post(room, new_id(), (Paragraph(BARE_TEETH), Paragraph("*a* _b_ `c`"))))

        shown = (await shown_to(stage, "Omar", room, fitted)).text
        assert harmless(TEETH) in shown
        assert "\u202e" not in shown
        assert BARE_TEETH in (await shown_to(stage, "Omar", room, bare)).text
        assert "*a* _b_ `c`" in (await shown_to(stage, "Omar", room, bare)).text
        assert await stage.pinged() == []

    async def test_an_overlong_card_is_cut_with_dignity(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Ten thousand characters arrive shortened, with an ellipsis, and the choices are still offered."""
        room = await gather(stage, "Lena")
        long = "a long sentence about sockets " * 334

        ref = await stage.messenger.send(post(stage, room, message("Title", long, labels=LABELS)))

        card = await shown_to(stage, "Lena", room, ref)
        assert "a long sentence" in card.text
        assert len(card.text) < len(long) or stage.messenger.capabilities(room).text_limit > len(long)
        assert ELLIPSIS in card.text or stage.messenger.capabilities(room).text_limit > len(long)
        assert labels_of(card) == LABELS

    async def test_declared_limits_hold(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A text, a label and a list of choices as long as declared arrive whole."""
        room = await gather(stage, "Lena")
        limits = stage.messenger.capabilities(room)
        labels = tuple(filled(f"Choice {n}", limits.label_limit) for n in range(1, limits.choice_limit + 1))

        whole = await stage.messenger.send(Post(room, new_id(), (Paragraph(filled("Long", limits.text_limit)),)))
        many = await stage.messenger.send(post(stage, room, message("Choose", labels=labels)))

        assert len((await shown_to(stage, "Lena", room, whole)).text) >= limits.text_limit
        assert labels_of(await shown_to(stage, "Lena", room, many)) == labels

    async def test_an_unknown_message_is_gone(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Editing a message that is not there says so in our own words."""
        room = await gather(stage, "Lena")
        if stage.messenger.capabilities(room).edits is Can.ABSENT:
            pytest.skip("declared: this chat cannot edit")
        ref = await stage.messenger.send(post(stage, room, message("Here")))
        missing = replace(ref, id=unlike(ref.id))

        with pytest.raises((MessageGone, Undeliverable)):
            await stage.messenger.edit(missing, post(stage, room, message("There")))


async def _at_last(stage: EdgeStage, one: Post) -> None:
    """Send until it is taken, as the outbox does; what a test would wait for minutes is only checked and not waited."""
    waits: list[TryAgain] = []
    for _ in range(_TRIES):
        try:
            await stage.messenger.send(one)
            break
        except TryAgain as wait:
            waits.append(wait)
            await asyncio.sleep(min(wait.after or 0.0, 1.0))

    assert len(waits) < _TRIES
    assert all(wait.after is not None and wait.after > 0 and not wait.may_have_arrived for wait in waits)
