"""Whatever the code may say went wrong is said in every language: found by a walk over the code."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from adapters.chat.error_text import problem, sentence
from adapters.chat.wording import ENGLISH, FRENCH, GERMAN, SPANISH, WORDINGS
from bot.errors import AskError, BotError
from index.error_sentences import Told, joined, reason_of, recalled
from index.errors import IndexingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.chat.wording import Wording

ROOT: Final = Path(__file__).parents[5]

FOREIGN: Final = WORDINGS[1:]

PRINTING: Final = frozenset("print echo secho prompt confirm status BadParameter write".split())
"""What shows a person what it is given."""

WORDS: Final = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")

in_each_language = pytest.mark.parametrize("wording", FOREIGN, ids=lambda each: each.language)


def calls(*tops: str) -> Iterator[tuple[str, str, ast.Call]]:
    """Yield every call in the code: where it stands, whose name it calls, and itself."""
    return (each for top in tops for each in calls_below(top))


@cache
def calls_below(top: str) -> list[tuple[str, str, ast.Call]]:
    return list(walked(ROOT / top))


def walked(folder: Path) -> Iterator[tuple[str, str, ast.Call]]:
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield f"{file.relative_to(ROOT)}:{node.lineno}", name, node


def templates() -> set[str]:
    """Return what the code may say went wrong, in English."""
    found = set()
    for _, name, call in calls("adapters", "bot", "index"):
        if name in {"Told", "worded"} and call.args and isinstance(call.args[0], ast.Constant):
            found.add(str(call.args[0].value))
    return {each for each in found if words_of(each)}


def words_of(template: str) -> str:
    """Return a template without what is put into it; "" where it has no word of its own."""
    said = "".join(text for text, *_ in string.Formatter().parse(template))
    return said if re.search(r"[^\W\d_]", said.replace("(", "")) else ""


def fields(template: str) -> list[tuple[str, str, str]]:
    return sorted(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in string.Formatter().parse(template)
        if name is not None
    )


def kinds(base: type[Exception]) -> list[type[Exception]]:
    return [base, *(each for below in base.__subclasses__() for each in kinds(below))]


def is_plain(node: ast.expr) -> bool:
    """Return whether an argument is a text of its own, in one language alone."""
    if isinstance(node, ast.List):
        return any(map(is_plain, node.elts))
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str":
        return True
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@in_each_language
def test_whatever_may_go_wrong_is_said_in_each_language_and_nothing_else(wording: Wording) -> None:
    assert len(templates()) > 100
    assert wording.problems.keys() - templates() == set()
    assert templates() - wording.problems.keys() == set()
    assert ENGLISH.problems == {}


@in_each_language
def test_a_translation_names_what_the_sentence_names(wording: Wording) -> None:
    differ = [each for each, said in wording.problems.items() if fields(each) != fields(said)]
    assert differ == []
    assert [each for each, said in wording.problems.items() if said.strip() != said] == []


@in_each_language
def test_a_translation_is_none_of_the_english_and_names_the_same_commands(
    wording: Wording,
) -> None:
    alike = {
        each
        for each, said in wording.problems.items()
        if each == said and len(each) > 5 and not words_of(each).isupper()
    }
    typed = re.compile(r"`[^`]*`|--\w+|[A-Z]+_[A-Z_]+")
    assert alike == set()
    differ = [
        (each, said)
        for each, said in wording.problems.items()
        if not set(typed.findall(each)) <= set(typed.findall(said))
        and "PATH`" not in each
        and "postgresql" not in each
    ]
    assert differ == []


def test_no_error_that_a_person_reads_is_made_of_a_text_in_one_language() -> None:
    every = [*kinds(BotError), *kinds(IndexingError)]
    takes = {
        each.__name__
        for each in every
        if {"Told", "Sequence[Told]"}
        & {str(of.annotation) for of in signature(each.__init__).parameters.values()}
    }
    assert {
        "UnavailableError",
        "ConfigError",
        "IndexMismatch",
        "EncoderError",
        "LoginError",
    } <= takes
    plain = [
        where
        for where, name, call in calls("adapters", "bot", "index")
        if name in takes | {"AskError", "ForeignFile", "DatabaseError"}
        and any(map(is_plain, call.args))
    ]
    assert plain == []


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda each: each.language)
def test_whatever_of_a_question_is_refused_is_said_in_each_language(wording: Wording) -> None:
    below = [each for each in kinds(AskError) if each.__module__ == AskError.__module__]
    known = {each.__name__ for each in below} - {"AskError"}
    made = {name for _, name, _ in calls("adapters", "bot") if name in known}
    assert len(made) > 10
    assert made - wording.mend.keys() == set()


@in_each_language
def test_the_reasons_that_we_give_ourselves_are_said_in_each_language(wording: Wording) -> None:
    ours = {
        str(each.value.value)
        for _, name, call in calls("adapters")
        for each in call.keywords
        if each.arg == "reason" and isinstance(each.value, ast.Constant) and name != "Told"
    }
    assert ours
    assert [
        each for each in ours if not any(map(each.startswith, wording.library_words or ()))
    ] == []


def test_what_is_printed_is_no_text_in_one_language() -> None:
    shown = [
        f"{where}: {each.value}"
        for where, name, call in calls(
            "bot", "adapters/terminal", "adapters/report", "adapters/mcp"
        )
        if name in PRINTING
        for argument in call.args
        for each in ast.walk(argument)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
        if WORDS.search(each.value)
    ]
    assert shown == []


def test_a_sentence_is_translated_with_its_parts_and_the_words_of_libraries() -> None:
    told = Told(
        "{path} is damaged ({problems}): {remedy}",
        path="/srv/posts.db",
        problems=joined([Told("{reason}", reason="database disk image is malformed")]),
        remedy=Told(
            "`pullquote check` says more; put a backup in its place with `pullquote restore`"
        ),
    )

    assert str(told) == (
        "/srv/posts.db is damaged (database disk image is malformed): `pullquote check` says more;"
        " put a backup in its place with `pullquote restore`"
    )
    assert problem(told, ENGLISH) == told
    assert problem(told, FRENCH) == (
        "/srv/posts.db est endommagé (son contenu est corrompu) : `pullquote check` en dit plus ;"
        " mettez une sauvegarde à sa place avec `pullquote restore`"
    )
    assert "está dañado (su contenido está corrompido)" in problem(told, SPANISH)
    assert "ist beschädigt (sein Inhalt ist zerstört)" in problem(told, GERMAN)
    assert problem("ce qui est déjà dit", FRENCH) == "ce qui est déjà dit"


def test_what_a_library_says_that_nobody_translated_stays_as_it_is() -> None:
    told = Told("{path} cannot be used ({reason})", path="x", reason="some odd words")
    assert problem(told, FRENCH) == "x ne peut pas être utilisé (some odd words)"


def test_numbers_are_written_as_in_the_reader_s_language() -> None:
    told = Told("{count:,} posts have no passages", count=1234)
    assert told == "1,234 posts have no passages"
    assert problem(told, GERMAN) == "1.234 Beiträge ohne Abschnitte"


def test_a_sentence_crosses_from_a_process_to_another_as_json() -> None:
    remedy = Told("`pip install 'pullquote[models]'` brings it")
    told = Told("the embedding model {model!r} needs {package}: {remedy}",
                model="x", package="torch", remedy=remedy)  # fmt: skip
    again = recalled(told.record())
    assert (again, problem(again, FRENCH)) == (told, problem(told, FRENCH))
    assert "l’apporte" in problem(again, FRENCH)


def test_the_reason_of_an_error_of_the_system_is_in_its_words_alone() -> None:
    assert reason_of(PermissionError(13, "Permission denied", "/srv/x")) == "Permission denied"
    assert reason_of(ValueError("odd")) == "odd"
    assert reason_of(ValueError(Told("the file is empty"))).__class__ is Told


def test_a_chat_says_nothing_of_it_but_what_it_said_before() -> None:
    error = IndexingError(Told("{path} cannot be used ({reason})", path="/srv/x", reason="odd"))
    assert "/srv" not in sentence(error, FRENCH)
