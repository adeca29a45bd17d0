from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.bytes.reader import LARGEST_POST

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


def test_a_text_is_one_post_word_for_word(read_file: ReadFile) -> None:
    text = "Un café\u00a0?\n\n\tDeux, même."
    post = read_file(f"\n\n{text}\n \n").only

    assert (post.id, post.source, post.title) == ("notes:notes.txt", "notes", "")
    assert post.text == text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_kind_of_line_end_becomes_one(read_file: ReadFile, end: str) -> None:
    assert read_file(f"\ufeffone{end}{end}two{end}").only.text == "one\n\ntwo"


@pytest.mark.parametrize(
    "content", ["", " ", "\n\r\n\t", "\ufeff", "\ufeff\n", " " * 100_000, "\u00a0\n"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.csv"])
def test_an_empty_file_is_refused_in_one_sentence(
    read_file: ReadFile, content: str, name: str
) -> None:
    assert "is empty: write" in read_file(content, name).error.problem


def test_a_text_in_windows_1252_is_refused_with_its_place(read_file: ReadFile) -> None:
    error = read_file("Première ligne\nDéjà vu".encode("cp1252")).error

    assert error.line == 1
    assert error.problem == (
        "byte 6 of the file is not UTF-8 (it looks like Windows-1252 encoding):"
        " save the file as UTF-8"
    )


def test_bytes_of_no_known_encoding_are_refused_with_their_line(read_file: ReadFile) -> None:
    error = read_file(b"fine\nnot \x81\x8d fine, though").error

    assert error.line == 2
    assert "(it looks like another encoding)" in error.problem


def test_a_text_that_ends_in_half_a_character_is_told_so(read_file: ReadFile) -> None:
    assert "cut off" in read_file("Déjà".encode()[:-1]).error.problem


def test_a_text_too_large_for_a_post_is_refused(read_file: ReadFile) -> None:
    found = read_file("word " * (LARGEST_POST // 5) + "more")

    assert found.error.problem == "it is larger than 10 MB, too large for one post: split it"
