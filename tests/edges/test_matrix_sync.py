"""Does the listening loop survive what no homeserver of ours can be made to send? No server needed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import nio
import pytest

from bots.matrix import MATRIX
from bots.matrix.answers import insist
from bots.matrix.lanes import Lanes
from bots.matrix.sync import listen
from bots.matrix.wire import Declined, OutOfReach, TokenRefused, meaning
from core.errors import TryAgain
from tests.edges.recording import RecordingDesk
from tests.stage import until


class BentStream(nio.AsyncClient):
    """A client whose stream has one answer that nio stumbles over."""

    def __init__(self, first: Exception | nio.SyncError) -> None:
        super().__init__("http://127.0.0.1:9")
        self.first = first
        self.asked: list[tuple[str, bool]] = []

    async def sync(self, timeout: Any = 0, sync_filter: Any = None, since: Any = None, **more: Any) -> Any:  # noqa: ASYNC109 - nio's name
        """Stumble at the first answer, go on well after it."""
        self.asked.append((since or "", bool(more["full_state"])))
        if since in {None, "t0"}:
            self.next_batch = "t1"
            if isinstance(self.first, Exception):
                raise self.first
            return self.first
        await asyncio.sleep(0.01)
        rooms = nio.Rooms({}, {}, {})
        return nio.SyncResponse("t2", rooms, nio.DeviceOneTimeKeyCount(None, None), nio.DeviceList([], []), [], [])


class Nothing:
    """A reader with nothing to do."""

    async def settle(self) -> None:
        """Nothing."""

    def works(self, answer: nio.SyncResponse, since: str) -> dict[str, Callable[[], Awaitable[None]]]:
        """Nothing."""
        return {}

    def invites(self, answer: nio.SyncResponse) -> dict[str, Callable[[], Awaitable[None]]]:
        """Nothing."""
        return {}


async def test_a_bent_answer_is_passed_over_in_the_end() -> None:
    """What cannot be read again and again does not keep us deaf for good; then all rooms are asked for anew."""
    desk, client = RecordingDesk(), BentStream(KeyError("bent"))
    await desk.keep_token(MATRIX, "t0")

    listening = asyncio.create_task(listen(client, desk, Nothing(), lambda: None))
    await until(lambda: desk.tokens.get(MATRIX) == "t2", 15)
    listening.cancel()

    assert client.asked[:4] == [("t0", True)] * 3 + [("t1", True)]


async def test_a_failing_task_keeps_no_token() -> None:
    """When the token is refused in the middle of a work, no place after that work is kept."""
    kept: list[str] = []

    async def keep(token: str) -> None:
        kept.append(token)

    async def refused() -> None:
        raise TokenRefused("M_UNKNOWN_TOKEN")

    async def fine() -> None:
        await asyncio.sleep(0)

    async def listening() -> None:
        async with asyncio.TaskGroup() as group:
            lanes = Lanes(group, keep)
            await lanes.add("t1", {"a": fine})
            await lanes.add("t2", {"a": refused, "b": fine})
            await lanes.add("t3", {"b": fine})
            await asyncio.sleep(0.1)

    with pytest.raises(ExceptionGroup):
        await listening()

    assert kept == ["t1"]


async def test_only_so_much_is_taken_on() -> None:
    """When the house is slower than the rooms, we read on only as it keeps up."""
    gate = asyncio.Event()
    kept: list[str] = []

    async def keep(token: str) -> None:
        kept.append(token)

    async def slow() -> None:
        await gate.wait()

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, keep, most=2)
        await lanes.add("t1", {"a": slow})
        await lanes.add("t2", {"a": slow})
        third = group.create_task(lanes.add("t3", {"a": slow}))
        await asyncio.sleep(0.05)
        assert not third.done()
        gate.set()

    assert kept == ["t1", "t2", "t3"]


@pytest.mark.parametrize(
    ("status", "errcode", "kind"),
    [
        (429, "M_LIMIT_EXCEEDED", TryAgain),
        (401, "M_UNKNOWN_TOKEN", TokenRefused),
        (502, "", TryAgain),
        (0, "", TryAgain),
        (403, "M_FORBIDDEN", Declined),
        (413, "M_TOO_LARGE", Declined),
    ],
)
def test_refusals_are_sorted_by_who_can_help(status: int, errcode: str, kind: type[Exception]) -> None:
    """Time helps with limits and failing servers, the operator with tokens, nobody with the rest."""
    assert type(meaning(status, errcode, "why")) is kind


def test_the_seconds_to_wait_are_handed_over() -> None:
    """Milliseconds become seconds; nonsense becomes no wish."""
    told = [meaning(429, "M_LIMIT_EXCEEDED", "", wait) for wait in (1500, "soon", None)]

    assert [one.after for one in told if isinstance(one, TryAgain)] == [1.5, None, None]


class Failing:
    """Something that fails a number of times, each time in the same way."""

    def __init__(self, trouble: TryAgain, times: int) -> None:
        self.trouble = trouble
        self.left = times

    async def __call__(self) -> str:
        """Fail, or be done at last."""
        if self.left:
            self.left -= 1
            raise self.trouble
        return "done"


@pytest.mark.parametrize("trouble", [OutOfReach("no answer"), TryAgain("slow down", after=0.001)])
async def test_what_only_time_can_help_is_waited_for(trouble: TryAgain) -> None:
    """An absent homeserver and a rate limit cost no event, however long they last."""
    assert await insist(Failing(trouble, 30), lambda _tries: 0) == "done"


async def test_one_broken_room_does_not_hold_everything_up() -> None:
    """What fails while everything else works is given up in the end; so the token may move on."""
    with pytest.raises(TryAgain):
        await insist(Failing(TryAgain("502"), 30), lambda _tries: 0)
    assert await insist(Failing(TryAgain("502"), 5), lambda _tries: 0) == "done"
