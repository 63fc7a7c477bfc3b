"""How are the texts of one language read, no more of them than are needed?

To read all five languages takes seconds of each start, and most processes speak one of them: a file is read when the
first of its texts is wanted, with the files its texts refer to.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).parent / "locales"
_DEFINED = re.compile(r"^(-?[a-z][\w-]*) *=", re.MULTILINE | re.IGNORECASE)
_REFERRED = re.compile(r"\{\s*(-?[a-z][\w-]*)\s*[}.(-]", re.IGNORECASE)
"""Fluent's references to a message or a term; variables begin with $, and functions define nothing."""


class Shelf:
    """The texts of one language.

    Args:
        language: A shipped language code.
        written: Turns the words of a file into what is read.
        locales: Where languages have their folders.
    """

    def __init__(self, language: str, written: Callable[[str], str], locales: Path = LOCALES) -> None:
        self.bundle = FluentBundle([language], use_isolating=False)
        self._where, self._written = _where(locales / language), written
        self._read: set[Path] = set()

    def has(self, key: str) -> bool:
        """Say whether there is this text; it can be read out afterwards."""
        if key in self._where:
            self._take(self._where[key])
        return bool(self.bundle.has_message(key))

    def _take(self, file: Path) -> None:
        if file in self._read:
            return
        self._read.add(file)
        words = file.read_text(encoding="utf-8")
        self.bundle.add_resource(FluentResource(self._written(words)))
        for name in _REFERRED.findall(words):
            if name in self._where:
                self._take(self._where[name])


@cache
def _where(language: Path) -> Mapping[str, Path]:
    """Say in which file each text and term of a language stands."""
    return {
        name: file
        for file in sorted(language.glob("*.ftl"))
        for name in _DEFINED.findall(file.read_text(encoding="utf-8"))
    }
