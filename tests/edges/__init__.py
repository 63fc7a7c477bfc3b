"""Does each messenger keep the promises of the port? One suite for all, plus what only that messenger has.

`promises` is run by the test module of every messenger; nothing of the application is needed here.
"""

import pytest

pytest.register_assert_rewrite(*(f"tests.edges.promises{part}" for part in ("_shown", "_heard", "_places")))
