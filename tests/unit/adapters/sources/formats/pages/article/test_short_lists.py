"""A list that an author wrote stands in the article, however short it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.article.short_lists import with_lists_kept
from adapters.sources.formats.pages.html_text import html_text

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID: Final = [
    f"<p>In year {year}, the mast was planed again, and it took us all of the winter.</p>"
    for year in range(12)
]
WOODS: Final = "<ul><li>Pine</li><li>Elm</li><li>Balsa</li></ul>"


def article(read_file: ReadFile, middle: str) -> str:
    said = f"{''.join(SAID[:6])}{middle}{''.join(SAID[6:])}"
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>New</a></li></ul></nav>"
    page = f"<html><head><title>Woods</title></head><body>{menu}<main><article>"
    return read_file(f"{page}{said}</article></main></body></html>", "a.html").only.text


@pytest.mark.parametrize(
    "middle",
    [
        f"<p>Avoid these:</p>{WOODS}",
        f"<p>Avoid these:</p><div class='list'>{WOODS}</div>",
        f"<h3>Avoid</h3>{WOODS}",
        "<p>Avoid these:</p><ul><li><p>Pine</p></li><li><p>Elm</p></li><li><p>Balsa</p></li></ul>",
        f"<p>Avoid these:</p>{WOODS.replace('Elm', '<a href=#>Elm</a>')}",
        f"<p>Avoid <b>these:</b> </p>{WOODS.replace('<li>', '<li><a href=#>')}",
    ],
)
def test_a_short_list_is_kept_in_its_article(read_file: ReadFile, middle: str) -> None:
    assert "- Pine\n" in article(read_file, middle).replace("\n\n-", "\n-")
    assert "- Elm\n" in article(read_file, middle).replace("\n\n-", "\n-")
    assert "- Balsa\n" in article(read_file, middle)


def test_a_short_list_within_another_is_kept(read_file: ReadFile) -> None:
    text = article(read_file, f"<p>Avoid:</p><ul><li>Soft:{WOODS}</li><li>Hard</li></ul>")
    assert all(f"- {wood}" in text for wood in ("Soft:", "Pine", "Elm", "Balsa", "Hard"))


@pytest.mark.parametrize(
    "middle",
    [
        "<ul class='share'><li>Mail</li><li>Print</li></ul>",
        "<ul><li><a href='/a'>Mail</a></li><li><a href='/b'>Print</a></li></ul>",
        "<p>Read also:</p><ul><li><a href='/a'>Mail</a></li><li><a href='/b'>Print</a></li></ul>",
        "<p>Related posts:</p><ul><li><a href='#'>Mail</a></li><li><a href='#'>Print</a></li></ul>",
        "<ul><li><button>Mail</button></li><li><button>Print</button></li></ul>",
    ],
)
def test_what_a_site_lists_is_not(read_file: ReadFile, middle: str) -> None:
    text = article(read_file, middle)
    assert "Mail" not in text
    assert "Print" not in text


def test_an_item_made_of_paragraphs_begins_beside_its_dash() -> None:
    assert html_text("<ul><li> <p>Pine</p><p>rots</p></li><li></li><li>Elm</li></ul>") == (
        "- Pine\n\nrots\n\n-\n- Elm"
    )


def test_a_page_without_lists_stays_as_it_is() -> None:
    page = "<p>Avoid these: <a href='#'>pine</a></p></ul><ul>"
    assert with_lists_kept(page) == page
