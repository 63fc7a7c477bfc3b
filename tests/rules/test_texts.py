"""Is every sentence for people there, in every language, short enough, and used?"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from core.commands.catalogue import CATALOGUE
from core.texts.shelf import LOCALES, Shelf
from core.texts.translator import FALLBACK, languages, render
from core.wording import Text, text

ROOT = Path(__file__).parents[2]
DESCRIPTION = 100  # Discord: characters of a command's or option's description.
LABEL = 60  # Leaves room for a name within a Discord button's 80.
_LOUD = re.compile(r"¡|!(?!\w)")  # "!help" is how Matrix writes a command.
_KEY_BEGINS = re.compile(r"[a-z]+(-[a-z]+)*-")


class Variables(Visitor):
    """Collects the names a message is filled with, those it shows, and the words that stand in it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.shown: set[str] = set()
        self.words: list[str] = []

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802  # the library's name
        """Note a variable."""
        self.names.add(node.id.name)

    def visit_Placeable(self, node: fluent.Placeable) -> None:  # noqa: N802  # the library's name
        """Note a variable that is shown, not only chosen by."""
        if isinstance(node.expression, fluent.VariableReference):
            self.shown.add(node.expression.id.name)
        self.generic_visit(node)

    def visit_TextElement(self, node: fluent.TextElement) -> None:  # noqa: N802  # the library's name
        """Note plain words."""
        self.words.append(node.value)


@cache
def entries(language: str) -> dict[str, fluent.Message]:
    """Read all messages of a language, each key once."""
    found: dict[str, fluent.Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def inside(message: fluent.Message) -> Variables:
    """Look into one message."""
    seen = Variables()
    seen.visit(message)
    return seen


@cache
def code() -> tuple[ast.AST, ...]:
    """Parse every file of the house."""
    files = [file for package in ("core", "bots") for file in (ROOT / package).rglob("*.py")]
    return tuple(ast.parse(file.read_text(encoding="utf-8")) for file in files)


def said() -> Iterator[ast.Call]:
    """Go through the calls `text("key", …)` and `Text("key", …)` with a key written out."""
    for tree in code():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"text", "Text"}:
                yield node


def literal_key(call: ast.Call) -> str | None:
    """Return the key of such a call, None when it is put together."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def given(call: ast.Call) -> set[str] | None:
    """Return the names a call fills in, None when they cannot be seen."""
    if any(word.arg is None for word in call.keywords) or len(call.args) > 2:
        return None
    names = {word.arg for word in call.keywords if word.arg}
    if len(call.args) == 1:
        return names
    table = call.args[1]
    if not isinstance(table, ast.Dict) or not all(isinstance(key, ast.Constant) for key in table.keys):
        return None
    return names | {str(key.value) for key in table.keys if isinstance(key, ast.Constant)}


def used_keys() -> tuple[set[str], tuple[str, ...]]:
    """Return every string of the code that may be a key, and the beginnings of keys put together."""
    nodes = [node for tree in code() for node in ast.walk(tree)]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    firsts = [node.values[0] for node in nodes if isinstance(node, ast.JoinedStr) and node.values]
    heads = {str(first.value) for first in firsts if isinstance(first, ast.Constant)}
    return whole, tuple(head for head in heads if _KEY_BEGINS.fullmatch(head))


def promised() -> set[str]:
    """Return the keys that `spec.py` promises to every messenger's menu."""
    keys = {f"command-{command.name}" for command in CATALOGUE}
    for command in CATALOGUE:
        for argument in command.arguments:
            keys |= {f"argument-{command.name}-{argument.name}", f"ask-{command.name}-{argument.name}"}
            keys |= {f"word-{argument.name}"} | {f"choice-{value}" for value in argument.choices}
    return keys


@pytest.mark.parametrize("language", languages())
def test_every_language_says_everything(language: str) -> None:
    """Whatever language you choose, nothing is missing in it and nothing falls back into English."""
    ours, english = entries(language), entries(FALLBACK)

    assert sorted(ours) == sorted(english)
    assert {key for key in ours if inside(ours[key]).shown != inside(english[key]).shown} == set()


@pytest.mark.parametrize("language", languages())
def test_every_file_of_a_language_has_its_twin(language: str) -> None:
    """Who translates finds the same files with the same keys in them."""
    assert {file.name for file in (LOCALES / language).iterdir()} == {f.name for f in (LOCALES / FALLBACK).iterdir()}


@pytest.mark.parametrize("language", languages())
def test_nothing_is_shouted(language: str) -> None:
    """I speak to you calmly: without exclamation marks."""
    loud = {key for key, entry in entries(language).items() if any(map(_LOUD.search, inside(entry).words))}

    assert loud == set()


@pytest.mark.parametrize("language", languages())
def test_descriptions_fit_every_messengers_menu(language: str) -> None:
    """What a command does can be read whole in every menu."""
    described = [key for key in entries(language) if key.startswith(("command-", "argument-"))]
    shown = [key for key in described if not inside(entries(language)[key]).names]

    assert {key for key in shown if len(render(Text(key), language)) > DESCRIPTION} == set()


@pytest.mark.parametrize("language", languages())
def test_labels_fit_on_a_button(language: str) -> None:
    """What stands on a button can be read whole, with room for a name."""
    labels = {key: inside(entry) for key, entry in entries(language).items() if key.startswith(("tap-", "choice-"))}

    assert {key for key, seen in labels.items() if max(map(len, seen.words), default=0) > LABEL} == set()


@pytest.mark.parametrize("language", languages())
def test_the_whole_catalogue_has_words(language: str) -> None:
    """Every command and every question it asks is said in your language."""
    assert promised() - set(entries(language)) == set()


def test_no_key_is_said_that_no_file_has() -> None:
    """You never read a key where a sentence should stand."""
    keys = {key for call in said() if (key := literal_key(call)) is not None}

    assert keys - set(entries(FALLBACK)) == set()


@pytest.mark.parametrize("language", languages())
def test_every_gap_in_a_sentence_is_filled(language: str) -> None:
    """You never read a sentence with a hole in it."""
    holes = set()
    for call in said():
        key, names = literal_key(call), given(call)
        if key in entries(language) and names is not None:
            holes |= {f"{key}: {name}" for name in inside(entries(language)[key]).names - names}

    assert holes == set()


def test_no_sentence_is_kept_that_nobody_says() -> None:
    """Who translates never works on a sentence that is not used."""
    whole, heads = used_keys()
    unsaid = {key for key in entries(FALLBACK) if key not in whole and not key.startswith(heads)}

    assert unsaid - promised() == set()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Наше соглашение с «Кит», «Лес» и «Бор» прекращено."),
        ("uk", "Нашу угоду з «Кит», «Лес» і «Бор» припинено."),
        ("en", "Our agreement with Кит, Лес, and Бор is ended."),
    ],
)
def test_several_names_are_quoted_one_by_one(language: str, said: str) -> None:
    """Where a sentence quotes a name and is given several, each has its own quotation marks."""
    assert render(text("agree-ended", name=("Кит", "Лес", "Бор")), language) == said
    assert "\ufdd2" not in render(text("agree-ended", name="\ufdd2Кит"), language)


def test_only_the_files_that_are_needed_are_read_and_those_they_refer_to(tmp_path: Path) -> None:
    """A text stands with whatever it quotes, wherever that is; the rest of a language is left unread."""
    (tmp_path / "xx").mkdir()
    for name, words in {
        "one": "hello = Hello from { -house } and { goodbye }\n",
        "two": "goodbye = Bye { $name }\n",
        "three": "-house = Socium\n",
        "four": "other = Unread\n",
    }.items():
        (tmp_path / "xx" / f"{name}.ftl").write_text(words, encoding="utf-8")
    shelf = Shelf("xx", str, tmp_path)

    assert shelf.has("hello")
    assert not shelf.has("nothing")
    pattern = shelf.bundle.get_message("hello").value
    assert pattern is not None
    assert shelf.bundle.format_pattern(pattern, {"name": "Mei"}) == ("Hello from Socium and Bye Mei", [])
    assert not shelf.bundle.has_message("other")
    assert shelf.has("other")
