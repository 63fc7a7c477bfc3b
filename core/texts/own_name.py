"""Does a name read like the bot's own?

Whoever is called like the bot, in look-alike letters too, could speak in its voice. Their name is shown with a mark
that says "a person"; a title that reads so is refused.
"""

import re
import unicodedata
from functools import lru_cache

from core.texts.harmless import plain

OWN = "socium"
MARK = "👤 "
NOBODY = "?"
"""Shown for a name in which nothing can be seen."""

_LOOKS_LIKE = {
    **dict.fromkeys("ѕꜱ$5ƽՏჽ", "s"),
    **dict.fromkeys("0оοօσჿ๐໐ഠ〇θøө", "o"),
    **dict.fromkeys("сϲᴄⅽςç¢", "c"),
    **dict.fromkeys("іιıɪ1l|ⅼӏǀ!ǃוןїɩ", "i"),
    **dict.fromkeys("υսᴜμцʋꞟ", "u"),
    **dict.fromkeys("мⅿᴍ", "m"),
}
_AROUND = frozenset({"bot", "the", "admin", "support", "team", "official", "help", "system", "service", "бот", "админ"})
_WORD = re.compile(r"[^\W_]+")


@lru_cache(10_000)  # every event brings its author's name along
def name_shown(name: str, most: int) -> str:
    """Return a name as it may be shown: only what can be seen, and marked where it reads like the bot's own.

    Args:
        name: As the messenger tells it.
        most: Characters.
    """
    seen = plain(name) or NOBODY
    return (MARK + seen if reads_like_ours(seen) else seen)[:most]


def reads_like_ours(name: str) -> bool:
    """Say whether somebody in a hurry would take this for the bot: "Socium", "Sосіum Bot", "S0CIUM-support".

    Source:
        Unicode TS 39, section 4: two names are confusable when their skeletons are equal. The table above holds what
        its confusables.txt and common leet writing give for the six letters of our own name.
    """
    words = [word for word in _WORD.findall(_skeleton(name)) if word not in _AROUND]
    joined = "".join(words)
    return OWN in {joined, *(joined.removesuffix(word) for word in _AROUND), *(joined.removeprefix(w) for w in _AROUND)}


def _skeleton(name: str) -> str:
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    bare = (sign for sign in flat if not unicodedata.combining(sign))
    return "".join(_LOOKS_LIKE.get(sign, sign) for sign in bare).replace("rn", "m").replace("vv", "w")
