"""How does a test say that something is refused, and with which words?"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from core.errors import Refused
from core.wording import Value, text


@contextmanager
def refuses(key: str, **values: Value) -> Iterator[None]:
    """Fail unless what is inside is refused with just these words."""
    with pytest.raises(Refused) as refused:
        yield
    assert refused.value.why == text(key, **values)
