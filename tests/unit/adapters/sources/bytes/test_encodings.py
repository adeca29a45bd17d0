from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import chardet
import pytest

from adapters.sources.bytes.encodings import decoded
from index.errors import PostFormatError
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


ATOM = (Path(__file__).parents[4] / "payloads" / "sources" / "feed.atom").read_text()
PAGE = "<html><head>{}</head><body><article><p>L’été des abeilles.</p></article></body></html>"


@pytest.fixture(autouse=True)
def _nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a library would look for the encoding in all the bytes."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("an encoding was guessed")

    monkeypatch.setattr(chardet, "detect", refuse)


@pytest.mark.parametrize(
    ("announced", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("UTF-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-15", "iso8859-15"),
        ("shift_jis", "shift_jis"),
        ("ascii", "utf-8"),  # announced too narrowly
        ("utf-16", "utf-8"),  # what was read as ASCII is not in it
    ],
)
def test_a_text_is_read_as_announced_or_as_utf8(announced: str, encoding: str) -> None:
    text = "雪" if encoding == "shift_jis" else "été"
    assert decoded(text.encode(encoding), announced, "page", "a.html") == text


@pytest.mark.parametrize(
    "announced", ["klingon", "hex", "idna", "punycode", "undefined", "unicode_escape", "utf-7"]
)
def test_an_encoding_that_no_page_has_is_refused_by_name(announced: str) -> None:
    with pytest.raises(PostFormatError) as refused:
        decoded(b"harmless", announced, "page", "a.html")
    assert (
        Told(refused.value).problem == f"its encoding {announced!r} is not known: save it as UTF-8"
    )


def test_a_feed_in_another_encoding_than_it_announces_is_refused_with_its_place(
    read_file: ReadFile,
) -> None:
    error = read_file(ATOM.encode("cp1252"), "a.xml").error
    assert "of the feed is not UTF-8 (it looks like Windows-1252 encoding)" in error.problem
    assert error.problem.endswith("save the file as UTF-8")


@pytest.mark.parametrize("announced", ["us-ascii", "utf-8", "utf-16"])
def test_a_feed_in_utf8_is_read_whatever_it_announces(read_file: ReadFile, announced: str) -> None:
    feed = ATOM.replace("utf-8", announced)
    assert read_file(feed, "a.xml").only.author == "Zoé Lambert"


def test_a_feed_may_begin_with_what_is_none_of_it(read_file: ReadFile) -> None:
    declaration, _, feed = ATOM.partition("\n")
    prolog = '\n<!-- <rss> -->\n\n<?xml-stylesheet href="a.css"?>\n<!DOCTYPE feed>\n'
    assert read_file(f"{declaration}{prolog}{feed}", "a.xml").only.author == "Zoé Lambert"


def test_entities_are_found_in_whatever_encoding_they_are_declared(read_file: ReadFile) -> None:
    feed = ATOM.replace("?>", '?><!DOCTYPE feed [<!ENTITY a "b">]>', 1)
    latin = feed.replace("utf-8", "windows-1252").encode("cp1252")
    assert "declares entities of its own" in read_file(latin, "a.xml").error.problem


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_a_page_s_encoding_is_not_guessed(read_file: ReadFile, head: str) -> None:
    assert "été" in read_file(PAGE.format(head), "a.html").only.text


def test_a_byte_order_mark_counts_more_than_what_is_announced(read_file: ReadFile) -> None:
    marked = PAGE.format('<meta charset="iso-8859-1">').encode("utf-8-sig")
    assert "été" in read_file(marked, "a.html").only.text
