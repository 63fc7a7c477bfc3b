"""Does what people say, change, take away and send along reach the desk, and ours reach them, as a line needs it?"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.errors import Undeliverable
from core.messenger.events import Attached, ChatRef, Deleted, Edited, FileKind, MessageRef, Said
from core.messenger.port import File
from tests.edges.playing import EdgeStage, account_of, gather, message, post, shown_to
from tests.edges.recording import RecordingDesk
from tests.stage import Seen, SentFile, until

Fits = Callable[[Seen], bool]
BYTES = bytes(range(256)) * 8


class Crosses:
    """What crosses a line between groups can be heard, followed, shown and taken away on every messenger."""

    async def test_what_is_shared_says_who_wrote_what(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """Someone answers another with /share: the desk hears those words, whose they are, and which message."""
        room = await gather(stage, "Lena", "Omar")
        lena = await account_of(stage, desk, "Lena", room)
        said = await self._says(stage, "Lena", room, "We have three looms")

        shared = await self._shared(stage, desk, "Omar", room, said.id)

        assert shared.quoted is not None
        assert shared.quoted.text == "We have three looms"
        assert shared.quoted.author is not None
        assert shared.quoted.author.id == lena.id
        assert shared.reply_to is not None
        assert shared.reply_to.id == said.id

    async def test_our_own_words_have_no_author(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What Socium wrote is nobody's to share: loops end here."""
        room = await gather(stage, "Lena", "Omar")
        await account_of(stage, desk, "Lena", room)
        ref = await stage.messenger.send(post(stage, room, message("Ours")))
        await shown_to(stage, "Lena", room, ref)

        shared = await self._shared(stage, desk, "Lena", room, ref.id)

        assert shared.quoted is None or shared.quoted.author is None

    async def test_changes_are_heard_as_declared(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """An edit and a deletion reach the desk under the message's own name, where that was declared."""
        room = await gather(stage, "Lena")
        can = stage.messenger.capabilities(room)
        if not (can.hears_talk and can.hears_edits and can.hears_deletions):
            pytest.skip("declared: not everything of this is heard in a room")
        said = await self._says(stage, "Lena", room, "Saturday")

        await stage.edits("Lena", room.id, said.id, "Sunday")
        edit = await desk.waits_for(lambda one: isinstance(one.what, Edited))
        await stage.removes("Lena", room.id, said.id)
        gone = await desk.waits_for(lambda one: isinstance(one.what, Deleted))

        assert edit.what == Edited(MessageRef(edit.chat, said.id), "Sunday")
        assert gone.what == Deleted(MessageRef(gone.chat, said.id))
        assert edit.account.name == "Lena"

    async def test_a_file_is_described_and_fetched(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A picture someone shares is described with its size; its bytes can be fetched, but no more than allowed."""
        room = await gather(stage, "Lena", "Omar")
        await account_of(stage, desk, "Lena", room)
        await stage.sends_file("Lena", room.id, "The bench", SentFile("bench.png", "image/png", BYTES))
        said = await self._find(stage, "Lena", room, lambda one: one.files == (BYTES,))

        shared = await self._shared(stage, desk, "Omar", room, said.id)

        assert shared.quoted is not None
        (file,) = shared.quoted.files
        assert (file.kind, file.size) == (FileKind.PICTURE, len(BYTES))
        assert await stage.messenger.fetch(file, len(BYTES)) == BYTES
        with pytest.raises(Undeliverable):
            await stage.messenger.fetch(file, len(BYTES) - 1)

    async def test_a_file_of_ours_is_shown(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """A file we bring arrives byte for byte, with the words under it."""
        room = await gather(stage, "Lena")
        assert stage.messenger.capabilities(room).file_limit >= len(BYTES)
        described = Attached(FileKind.FILE, "list.txt", "text/plain", len(BYTES), "")
        carrying = replace(post(stage, room, message("From the others")), file=File(described, BYTES))

        ref = await stage.messenger.send(carrying)

        seen = await shown_to(stage, "Lena", room, ref)
        assert seen.files == (BYTES,)
        assert "From the others" in seen.text

    async def test_an_answer_of_ours_stays_an_answer(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What we say in answer to a message is shown as an answer to it."""
        room = await gather(stage, "Lena")
        first = await stage.messenger.send(post(stage, room, message("Who has a ladder?")))

        ref = await stage.messenger.send(replace(post(stage, room, message("We do")), reply_to=first))

        assert (await shown_to(stage, "Lena", room, ref)).answers == first.id

    async def test_ours_can_be_taken_away(self, stage: EdgeStage, desk: RecordingDesk) -> None:
        """What we take away is gone for all; taking it away again is no error."""
        room = await gather(stage, "Lena")
        ref = await stage.messenger.send(post(stage, room, message("Said too early")))
        await shown_to(stage, "Lena", room, ref)

        await stage.messenger.remove(ref)
        await stage.messenger.remove(ref)

        async def is_gone() -> bool:
            return all("Said too early" not in one.text for one in await stage.reads("Lena", room.id))

        await until(is_gone)

    async def _says(self, stage: EdgeStage, person: str, room: ChatRef, words: str) -> Seen:
        await stage.says(person, room.id, words)
        return await self._find(stage, person, room, lambda one: words in one.text)

    async def _find(self, stage: EdgeStage, person: str, room: ChatRef, fits: Fits) -> Seen:
        async def look() -> Seen | None:
            found = [one for one in await stage.reads(person, room.id) if not one.from_bot and fits(one)]
            return found[-1] if found else None

        seen = await until(look)
        assert isinstance(seen, Seen)
        return seen

    async def _shared(self, stage: EdgeStage, desk: RecordingDesk, person: str, room: ChatRef, message: str) -> Said:
        await stage.replies(person, room.id, message, "/share")
        heard = await desk.waits_for(lambda one: isinstance(one.what, Said) and one.what.text.startswith("/share"))
        assert isinstance(heard.what, Said)
        return heard.what
