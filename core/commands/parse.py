"""What did a person ask for: which command, with which checked values, and what is still to be asked?

Nothing here ever fails on what people write: a part that cannot be read becomes a problem, and the rest
is kept, so that nobody types a long line twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.commands.check import Typed, Value, check
from core.commands.lists import read_topics
from core.commands.names import argument_named, argument_words, choice_named
from core.commands.size import numbers_of_people
from core.commands.spec import Argument, Command, Kind
from core.commands.vocabulary import announcing, fold
from core.commands.when import understood
from core.errors import Refused
from core.wording import Text, text

_PARTS = re.compile(r"[|\n]")
_NAMED = re.compile(r"\s*([^:：]{1,30}?)\s*[:：]\s*(.*)", re.DOTALL)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One part that could not be taken.

    Attributes:
        argument: Whose value it would have been; empty when nobody can tell.
        why: What to write instead.
    """

    argument: str
    why: Text


@dataclass(frozen=True, slots=True)
class Call:
    """What a person asked for.

    Attributes:
        command: From the catalogue.
        values: By argument name, each as `Kind` promises; what was not given is absent.
        missing: Names of arguments to ask for, in order: required ones without a value, and those
            with a problem.
        problems: What could not be taken, to be said before asking.
    """

    command: Command
    values: Mapping[str, Value] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """Who writes: their language, moment and zone."""

    language: str
    now: datetime
    zone: str


def parse(command: Command, line: str, language: str, now: datetime, zone: str) -> Call:
    """Read what was typed after a command's name.

    Args:
        command: From the catalogue.
        line: "Repair café | need: tea | 3-7 people | by 20 May"; parts are separated by "|" or line
            ends, named by a word and a colon, or known by their kind.
        language: Of the person.
        now: Aware.
        zone: IANA name.
    """
    person = _Person(language, now, zone)
    given: dict[str, str] = {}
    problems: list[Problem] = []
    for place, part in enumerate(_parts(command, line)):
        argument, rest = _place(command, part, place == 0, given, person)
        if argument is None:
            problems.append(Problem("", text("part-unclear", part=_short(part))))
        elif argument.name in given:
            problems.append(Problem("", text("part-twice", part=_short(part))))
        else:
            given[argument.name] = rest
    return _checked(command, _with_deadline_apart(command, given, person), problems, person)


def called(command: Command, arguments: Mapping[str, Typed], language: str, now: datetime, zone: str) -> Call:
    """Read natively typed options, with the same bounds as for everybody else."""
    known = {argument.name for argument in command.arguments}
    given = {name: value for name, value in arguments.items() if name in known}
    return _checked(command, given, [], _Person(language, now, zone))


def answer(argument: Argument, line: str, language: str, now: datetime, zone: str) -> Value:
    """Read the answer to one question; "need: tea" to "who do you need?" is as good as "tea".

    Raises:
        Refused: It cannot be taken; the question is to be asked again.
    """
    named = _NAMED.fullmatch(line)
    own = named is not None and " ".join(fold(named[1]).split()) in argument_words(argument)
    return check(argument, named[2] if named and own else line, language, now, zone)


def _checked(command: Command, given: Mapping[str, Typed], problems: list[Problem], person: _Person) -> Call:
    values: dict[str, Value] = {}
    for argument in command.arguments:
        if argument.name in given:
            try:
                values[argument.name] = check(argument, given[argument.name], person.language, person.now, person.zone)
            except Refused as refused:
                problems.append(Problem(argument.name, refused.why))
    wrong = {problem.argument for problem in problems}
    missing = (a.name for a in command.arguments if a.name in wrong or (a.required and a.name not in values))
    return Call(command, values, tuple(missing), tuple(problems))


def _parts(command: Command, line: str) -> Iterator[str]:
    """Cut a line; a command with a single free argument takes all of it, "|" and line ends included.

    Only a last part that names one of its choices is set apart: "Meet on Sundays | advice".
    """
    free = [one for one in command.arguments if one.kind is not Kind.CHOICE]
    if len(free) > 1:
        yield from (part.strip() for part in _PARTS.split(line) if part.strip())
        return
    whole, _bar, last = line.rpartition("|")
    if free and whole.strip() and any(_names(one, last) for one in command.arguments if one.kind is Kind.CHOICE):
        yield from (whole.strip(), last.strip())
    elif command.arguments and line.strip():
        yield line.strip()


def _names(argument: Argument, part: str) -> bool:
    """Say whether a part names one of an argument's choices, with or without the argument's name before it."""
    named = _NAMED.fullmatch(part)
    own = named is not None and " ".join(fold(named[1]).split()) in argument_words(argument)
    return choice_named(argument, named[2] if named and own else part) is not None


def _place(
    command: Command, part: str, at_front: bool, given: Mapping[str, str], person: _Person
) -> tuple[Argument | None, str]:
    """Say whose value a part is, and what of it is the value."""
    named = _NAMED.fullmatch(part)
    argument = argument_named(command, named[1]) if named else None
    if named and argument:
        return argument, named[2]
    if at_front:
        return _leading(command), part
    free = [one for one in command.arguments if one.name not in given]
    by_kind = next((one for one in free if _reads_as(one, part, person)), None)
    return (by_kind, part) if by_kind else _by_first_word(free, part)


def _leading(command: Command) -> Argument:
    return next((one for one in command.arguments if one.leads), command.arguments[0])


def _reads_as(argument: Argument, part: str, person: _Person) -> bool:
    match argument.kind:
        case Kind.SIZE:
            return numbers_of_people(part, person.language) is not None
        case Kind.WHEN:
            return _is_deadline(part, person) or _announced(part) is not None
        case Kind.CHOICE:
            return choice_named(argument, part) is not None
        case Kind.TOPICS:
            return part.startswith("#") and bool(_topics(part))
        case _:
            return False


def _topics(part: str) -> tuple[str, ...]:
    try:
        return read_topics(part)
    except Refused:
        return (part,)


def _by_first_word(free: list[Argument], part: str) -> tuple[Argument | None, str]:
    """Take "need electronics, tea" as if the colon were there."""
    words = part.split()
    for length in (3, 2, 1):
        head = fold(" ".join(words[:length]))
        found = next((one for one in free if len(words) > length and head in argument_words(one)), None)
        if found:
            return found, " ".join(words[length:])
    return next((one for one in free if one.in_order), None), part


def _with_deadline_apart(command: Command, given: Mapping[str, str], person: _Person) -> Mapping[str, str]:
    """Split "order sockets by Friday" in two, where the end reads as a deadline and none was given."""
    deadline = next((one for one in command.arguments if one.kind is Kind.WHEN), None)
    leading = _leading(command) if command.arguments else None
    if deadline is None or leading is None or deadline.name in given or leading.name not in given:
        return given
    written = given[leading.name].rstrip()
    for word in re.finditer(r"(?<=\s)\S+", written):
        end = written[word.start() :]
        if _announced(end) is not None and _is_deadline(end, person):
            return {**given, leading.name: written[: word.start()].rstrip(" ,;–—-"), deadline.name: end}
    return given


def _announced(part: str) -> str | None:
    """Return the "by", "до", "bis" a part begins with, None when it begins with no such word."""
    words = fold(part[:_SHOWN]).split()
    heads = (" ".join(words[:length]) for length in (3, 2, 1))
    return next((head for head in heads if head in announcing() and len(words) > 1), None)


def _is_deadline(part: str, person: _Person) -> bool:
    try:
        return understood(part, person.language, person.now, person.zone) is not None
    except Refused:
        return True


def _short(part: str) -> str:
    return part if len(part) <= _SHOWN else part[:_SHOWN] + "…"
