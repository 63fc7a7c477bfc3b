"""How does a market look as plain numbers?

Every group holds its initiator, so languages and hours are kept relative to those already seated: one bit per
language of theirs, and only hours they have. Rows are records, because a compiled call pays for every array it is
handed: with one array per column the search was ten times slower.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.void]

_WEEK = [("week0", "u8"), ("week1", "u8"), ("week2", "u8"), ("languages", "u8")]
ENTRY = np.dtype([("person", "i8"), ("project", "i8"), ("seats", "u8"), *_WEEK, ("score", "f8"), ("liking", "f8")])
GLANCE = np.dtype([("person", "i8"), ("gain", "f8")])
PROJECT = np.dtype(
    [(name, "i8") for name in ("first", "last", "seats", "wanted", "count", "filled", "seated", "seated_end")]
    + [*_WEEK, ("twin", "u8"), ("score", "f8")]
)
PERSON = np.dtype([(name + end, "i8") for name in ("like", "block", "role", "home") for end in ("", "_end")])


class Board(NamedTuple):
    """N people, P projects, E entries: an entry is one person who could sit in one project.

    Attributes:
        entry: Shape E, by project. seats: bit s is set where the person could take open seat s; week and languages:
            shared with those already seated; score: topic, waiting, moving, and likes towards those already seated;
            liking: the most that likes between them and others of this project could add.
        glance: Shape E; person, and score and liking together: what is looked at most, close together in memory.
        project: Shape P. first, last: its entries; seats: still open; wanted: altogether, 0 for a circle; count,
            filled, score, week, languages: of those already seated; twin: bit s is set where open seat s asks for the
            same role as seat s-1.
        person: Shape N; where their rows begin and end in like, block, role and home.
        like, block: People, both ways, ascending.
        role: Numbers of roles, ascending.
        home: Entries of each person.
        seated: People already seated in each project, the initiator first.
    """

    entry: Rows
    glance: Rows
    project: Rows
    person: Rows
    like: Ints
    block: Ints
    role: Ints
    home: Ints
    seated: Ints


class Plan(NamedTuple):
    """Who sits where at one moment of the search.

    Attributes:
        entry: Shape P x SEATS; entry in each open seat, -1 for nobody.
        value: Shape P; 0 for a project without a group.
        holder: Shape N; project of each person, -1 for nobody, -2 for those who only sit in their own.
    """

    entry: Ints
    value: Floats
    holder: Ints


def rows_of(lists: list[list[Any]]) -> tuple[Ints, Ints]:
    """Lay lists end to end; row i is values[first[i]:first[i+1]]."""
    first = np.zeros(len(lists) + 1, np.int64)
    first[1:] = np.cumsum([len(row) for row in lists])
    return first, np.array([value for row in lists for value in row], np.int64)
