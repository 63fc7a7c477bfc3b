"""Where is what happened in the local world kept?

A file of JSON lines, only ever appended to. The first line names the world; each other line is one entry.
"""

import os
from pathlib import Path

from bots.local.happened import Entry, from_line, to_line
from core.errors import WrongSetting
from core.ids import new_id


class Store:
    """The lines of one world, in a file or, without a path, nowhere.

    Attributes:
        world: Name of the world, made with its first line; another file is another world.
        entries: What had happened when the file was opened, oldest first.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the file, or begin it.

        Raises:
            WrongSetting: The file cannot be read or written, or is something else.
        """
        self.world = new_id()
        self.entries: list[Entry] = []
        self._file = -1
        if path is not None:
            try:
                self._open(path)
            except (OSError, ValueError) as problem:
                raise WrongSetting(f"The local world in {path} cannot be used: {problem}") from problem

    def append(self, entry: Entry) -> None:
        """Keep one more entry; a process killed right after this has lost nothing."""
        if self._file >= 0:
            _write(self._file, to_line(entry) + b"\n")

    def close(self) -> None:
        """Let go of the file; later entries are no longer kept."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _open(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        whole, torn = _lines(path.read_bytes())
        if torn:
            # The machine went down in the middle of a line: what it belonged to was never confirmed to anyone.
            os.truncate(path, path.stat().st_size - torn)
        if whole:
            self.world = whole[0].removeprefix(_HEAD).decode("ascii")
            self.entries = [from_line(line) for line in whole[1:]]
        else:
            _write(self._file, _HEAD + self.world.encode("ascii") + b"\n")


_HEAD = b"socium local world "


def _lines(raw: bytes) -> tuple[list[bytes], int]:
    """Split into whole lines and the number of bytes of a torn last one.

    Raises:
        ValueError: The file does not begin as one of ours.
    """
    *whole, rest = raw.split(b"\n")
    if whole and not whole[0].startswith(_HEAD):
        raise ValueError("it is not a file of ours")
    return whole, len(rest)


def _write(file: int, line: bytes) -> None:
    while line:
        line = line[os.write(file, line) :]
