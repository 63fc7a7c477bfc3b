"""Does every message come out of its row as it went in?"""

import json
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from core.messenger.messages import Choice, Line, Message, Style
from core.storage.payload import pack, unpack
from core.wording import Moment, Text, Value

words = st.text(max_size=20)
moments = st.builds(Moment, st.datetimes(timezones=st.just(UTC)), st.booleans())
plain: st.SearchStrategy[Value] = words | st.integers(-(2**53), 2**53) | moments
values: st.SearchStrategy[Value] = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | st.builds(Text, words, st.dictionaries(words, inner, max_size=3))
    ),
    max_leaves=8,
)
texts = st.builds(Text, words, st.dictionaries(words, values, max_size=3))
lines = st.builds(Line, texts, st.sampled_from(Style))
choices = st.builds(Choice, words, texts, st.dictionaries(words, words, max_size=3))
messages = st.builds(
    Message, st.lists(lines, max_size=4).map(tuple), st.lists(choices, max_size=4).map(tuple), st.booleans()
)


@given(messages)
def test_a_message_is_the_same_after_the_database(message: Message) -> None:
    """Whatever was said is said exactly so after a restart: words, counts, moments and lists within lists."""
    assert unpack(json.loads(json.dumps(pack(message)))) == message
