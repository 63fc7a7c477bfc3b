"""What does every messenger owe the house, whatever its wire?

A messenger's test module gives a fixture `stage` (an `EdgeStage`) and a class:

    @pytest.fixture
    async def stage() -> AsyncIterator[MatrixStage]: ...

    class TestMatrix(Promises): ...

The suite starts and stops `run`, speaks only through `EdgeStage`, and asks what the messenger has declared:
where a capability is absent, the promise is that it says so instead of failing strangely.
"""

from collections.abc import AsyncIterator

import pytest

from tests.edges.playing import EdgeStage
from tests.edges.promises_crossing import Crosses
from tests.edges.promises_heard import Hears
from tests.edges.promises_places import Places
from tests.edges.promises_shown import Shows
from tests.edges.recording import RecordingDesk, running

__all__ = ["EdgeStage", "Promises"]


class Promises(Shows, Hears, Places, Crosses):
    """All promises of the port; a messenger's test class inherits from it."""

    @pytest.fixture
    async def desk(self, stage: EdgeStage) -> AsyncIterator[RecordingDesk]:
        """Let the messenger hand its events to a desk that remembers them."""
        desk = RecordingDesk()
        async with running(stage.messenger, desk):
            yield desk
