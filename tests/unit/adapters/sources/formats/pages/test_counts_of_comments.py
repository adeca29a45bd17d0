"""A page counts its comments on lines of its own, and people speak of comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


def with_line(line: str) -> str:
    prose = "<p>The heap sleeps in winter, and we cover it with straw, for it may not freeze.</p>"
    return f"<html><body><main><article><h1>Heap</h1>{prose}{line}</article></main></body></html>"


@pytest.mark.parametrize(
    "said",
    [
        "1 comment", "1,204 Comments", "No comments", "3 Comments »", "Comments (3)", "2 replies",
        "3 Kommentare", "1 Kommentar", "Keine Kommentare", "Kommentare: 3", "5 Antworten",
        "1 commentaire", "Aucun commentaire", "4 réponses", "3 comentarios", "Sin comentarios",
    ],
)  # fmt: skip
def test_what_counts_the_comments_is_nobodys_words(said: str, read_file: ReadFile) -> None:
    found = read_file(with_line(f"<p><a href='#c'>{said}</a></p>"), "heap.html")

    assert said not in found.only.text
    assert found.left_out["page_furniture"] == 1


@pytest.mark.parametrize(
    "line",
    [
        "<p>3 comments came in on Monday.</p>", "<ul><li>3 comments</li></ul>",
        "<p>Two comments</p>", "<p>3 comments, 2 votes</p>", "<p>Comments on layer 3</p>",
        "<p>No comment.</p>", "<h2>Kommentare zu 3 Fragen</h2>", "<p>3 heaps</p>",
        "<table><tr><td>3 comments</td><td>May</td></tr></table>",
    ],
)  # fmt: skip
def test_what_speaks_of_comments_stays(line: str, read_file: ReadFile) -> None:
    text = read_file(with_line(line), "heap.html").only.text

    assert re.sub("<[^>]*>", "", line.replace("</td><td>", " ")) in text
