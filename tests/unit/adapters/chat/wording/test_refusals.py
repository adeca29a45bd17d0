"""Every reason for a refusal has a sentence, into which what the code gives is put."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

import pytest

from adapters.chat.error_text import refusal
from adapters.chat.wording import ENGLISH, FRENCH, WORDINGS, Wording
from adapters.sources.bytes.reader import Encoding, Part
from adapters.sources.detection import Content
from adapters.sources.left_out_fields import LeftOut
from adapters.sources.rows import Type
from index.errors import PostFormatError, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[5]
FOLDERS: Final = ("adapters", "bot", "index")

TERMS: Final = {"part": Part, "encoding": Encoding, "content": Content, "type": Type}
"""Values that are said by terms, by what they are put in for."""

both_languages = pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)


class Reason(NamedTuple):
    """A kind of refusal where the code gives it, with the names of what the sentence names."""

    kind: str
    values: frozenset[str]
    where: str


@pytest.fixture(scope="module")
def reasons() -> list[Reason]:
    files = [each for folder in FOLDERS for each in sorted((ROOT / folder).rglob("*.py"))]
    codes = {each: each.read_text("utf-8") for each in files}
    making = [code for code in codes.values() if "**values" in code]
    makers = dict(maker for code in making for maker in makers_in(ast.parse(code)))
    assert makers["PostFormatError"] == 1
    return [
        reason
        for file, code in codes.items()
        if any(f"{maker}(" in code for maker in makers)
        for reason in reasons_in(ast.parse(code), makers, str(file.relative_to(ROOT)))
    ]


@both_languages
def test_every_reason_has_a_sentence_that_names_what_the_code_gives(
    reasons: list[Reason], wording: Wording
) -> None:
    given = {(each.kind, each.values): each.where for each in reasons}
    said = {(kind, gaps(sentence)) for kind, sentence in wording.refusals.items()}
    assert {each: where for each, where in given.items() if each not in said} == {}
    assert said - given.keys() == set()  # and no sentence is left of a reason that nobody gives


@both_languages
def test_whatever_is_left_out_of_a_file_has_words_with_how_much_it_is(wording: Wording) -> None:
    assert wording.left_out_kinds.keys() == {*get_args(LeftOut)}
    named = {kind: gaps(said) - {"count"} for kind, said in wording.left_out_kinds.items()}
    assert {kind: values for kind, values in named.items() if values} == {
        "unknown_fields": {"name"},
        "channels_of_apps": {"name"},
        "beside_the_list": {"name"},
        "columns": {"name"},
        "fields": {"name"},
        "members": {"name"},
        "tables_beside": {"name"},
        "sheets": {"name"},
        "wordless_sheets": {"name"},
    }
    assert all("count" in gaps(said) for said in wording.left_out_kinds.values())
    in_chats = wording.left_out_in_chats
    assert in_chats.keys() == ENGLISH.left_out_in_chats.keys()
    assert all(gaps(said) == gaps(wording.left_out_kinds[kind]) for kind, said in in_chats.items())


def test_a_reason_without_a_sentence_is_found() -> None:
    tree = ast.parse("PostFormatError(file, 'odd' if here else 'even', 3, byte=1, part=part)")
    found = reasons_in(tree, {"PostFormatError": 1}, "a.py")
    values = frozenset({"byte", "part"})
    assert [(each.kind, each.values) for each in found] == [("odd", values), ("even", values)]


@pytest.mark.parametrize("kind", ["f'{a}'", "a", "name", "a or 'b'"])
def test_a_kind_that_nobody_can_look_up_is_found(kind: str) -> None:
    tree = ast.parse(f"PostFormatError(file, {kind})")
    with pytest.raises(AssertionError, match=r"a\.py, line 1: write the kind as it is"):
        list(reasons_in(tree, {"PostFormatError": 1}, "a.py"))


@both_languages
def test_a_refusal_says_where_it_is(wording: Wording) -> None:
    for unit in get_args(Unit):
        assert f"{3}" in refusal(PostFormatError("a.csv", "empty_text", 3, unit), wording)
    for line in (None, 3):
        said = refusal(PostFormatError("a.csv", "empty_text", line), wording)
        assert said.startswith("a.csv")
        assert said.endswith(wording.refusals["empty_text"])
    assert wording.refused_in.keys() == {"file", *get_args(Unit)}


@both_languages
def test_a_term_is_said_in_the_reader_s_language(wording: Wording) -> None:
    error = PostFormatError("a.csv", "not_utf8", 3, byte=7, part="line", encoding="western")
    said = refusal(error, wording)
    assert wording.refusal_terms["part.line"] in said
    assert wording.refusal_terms["encoding.western"] in said
    assert "western" not in said


@both_languages
def test_every_value_that_is_said_by_a_term_has_one(wording: Wording) -> None:
    wanted = {f"{name}.{each}" for name, values in TERMS.items() for each in get_args(values)}
    assert wording.refusal_terms.keys() == wanted


@both_languages
def test_what_a_file_says_is_no_term(wording: Wording) -> None:
    said = refusal(PostFormatError("a", "taken", 3, id="page", first=1), wording)
    assert "page" in said
    assert wording.refusal_terms["part.page"] not in said


@pytest.mark.parametrize("kind", [k for k, said in FRENCH.refusals.items() if "{reason}" in said])
def test_what_only_a_library_says_is_left_out_of_another_language(kind: str) -> None:
    values: dict[str, str | float] = {"reason": "flux capacitor: overcharged", "at": 88}
    english = refusal(PostFormatError("a", kind, **values), ENGLISH)
    french = refusal(PostFormatError("a", kind, **values), FRENCH)

    assert "(flux capacitor: overcharged" in english
    assert not re.search(r"flux c|capacitor|overcharged|\{|\( | \)|\(\)|\(,|  ", french)
    assert ("88" in english) == ("88" in french)


def test_the_place_is_said_with_what_a_library_says_and_without_it() -> None:
    known = PostFormatError("a", "malformed_feed", reason="<unknown>:2:48: mismatched tag")
    other = PostFormatError("a", "malformed_feed", reason="<unknown>:2:48: parsing finished")
    assert "celle qui est ouverte, ligne 2, colonne 48)" in refusal(known, FRENCH)
    assert "mal formé (ligne 2, colonne 48)" in refusal(other, FRENCH)
    assert "(<unknown>:2:48: mismatched tag)" in refusal(known, ENGLISH)


def test_what_libraries_say_is_known_by_how_it_begins() -> None:
    assert FRENCH.library_words
    assert [each for each in FRENCH.library_words if each != each.lower()] == []
    for reason in ("Error -3 while decompressing data: invalid block type", "ERROR -3"):
        said = refusal(PostFormatError("a", "broken", reason=reason), FRENCH)
        assert "(ses données compressées sont endommagées)" in said


def test_a_number_is_grouped_as_the_language_does() -> None:
    error = PostFormatError("a", "too_many_pasted_lines", count=1_234_567, most=100_000)
    assert "1,234,567 lines, more than 100,000:" in refusal(error, ENGLISH)
    assert "1\u202f234\u202f567 lignes, plus de 100\u202f000 :" in refusal(error, FRENCH)


def gaps(sentence: str) -> frozenset[str]:
    """Return the names of what is put into a sentence."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def makers_in(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield what takes a kind and its values, with the place of the kind among its arguments."""
    for node in ast.walk(tree):
        is_class = isinstance(node, ast.ClassDef)
        for each in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(each, ast.FunctionDef) and is_class == (each.name == "__init__"):
                names = [arg.arg for arg in (*each.args.posonlyargs, *each.args.args)]
                if "kind" in names and each.args.kwarg and each.args.kwarg.arg == "values":
                    name = node.name if isinstance(node, ast.ClassDef) else each.name
                    yield name, names.index("kind") - is_class


def reasons_in(tree: ast.AST, makers: dict[str, int], file: str) -> Iterator[Reason]:
    """Yield the reasons that a module gives; what passes one on that is given elsewhere aside."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            place = makers.get(name)
            if place is None or any(isinstance(each, ast.Starred) for each in call.args):
                continue  # unpacked as it was packed
            names = [each.arg for each in call.keywords]
            where = f"{file}, line {call.lineno}"
            is_passed_on = names == [None]
            for kind in kinds(call.args[place], where, is_passed_on=is_passed_on):
                yield Reason(kind, frozenset(name for name in names if name), where)


def kinds(node: ast.expr, where: str, *, is_passed_on: bool) -> Iterator[str]:
    """Yield the kinds that an argument can be: they stand there, or come with their values."""
    if isinstance(node, ast.IfExp):
        yield from kinds(node.body, where, is_passed_on=is_passed_on)
        yield from kinds(node.orelse, where, is_passed_on=is_passed_on)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        assert not is_passed_on, f"{where}: name the values"
        yield node.value
    else:
        assert is_passed_on, f"{where}: write the kind as it is, so that its sentence can be found"
