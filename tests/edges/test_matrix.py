"""Does Matrix keep the promises every messenger gives, on a real homeserver?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.edges.matrix_stage import MatrixStage
from tests.edges.promises import Promises
from tests.edges.synapse import Synapse


@pytest.fixture
async def stage(synapse: Synapse, tmp_path: Path) -> AsyncIterator[MatrixStage]:
    """Give a homeserver with a bot account of this test's own."""
    stage = MatrixStage(synapse, tmp_path / "matrix")
    yield stage
    await stage.close()


class TestPromises(Promises):
    """The promises of the port, in plain rooms."""
