"""A heading that is a link is a part of the article whose words stand below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.article.linked_headings import with_linked_headings
from adapters.sources.formats.pages.html_text import parsed

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

PROSE: Final = (
    "<p>The keel is of oak and was laid in March, and we oiled it twice, because the first coat"
    " did not hold in the rain at all.</p>"
)
LINKED: Final = "<h2><a href='/p'>How it was oiled</a></h2>"


def page(inner: str) -> str:
    return (
        f"<html><head><title>The keel</title></head><body><main><article><h1>The keel</h1>{inner}"
        "</article></main></body></html>"
    )


def put_back(text: str, inner: str) -> str:
    tree = parsed(page(inner))
    assert tree is not None
    return with_linked_headings(text, tree)


@pytest.mark.parametrize(
    "heading",
    [
        LINKED,
        LINKED.replace("/p", "#oil"),
        LINKED.replace("/p", "https://other.example/"),
        LINKED.replace("h2", "h4"),
        f"<header>{LINKED}</header>",
    ],
)
@pytest.mark.parametrize("tag", ["section", "div"])
def test_linked_headings_of_sections_stay(heading: str, tag: str, read_file: ReadFile) -> None:
    first = f"<{tag}>{heading}{PROSE.replace('keel', 'mast')}{PROSE}</{tag}>"
    second = first.replace("oiled", "laid").replace("mast", "boom")
    (post,) = read_file(page(PROSE * 3 + first + second), "a.html").posts

    assert "\n\nHow it was oiled\n\nThe mast is" in post.text
    assert "\n\nHow it was laid\n\nThe boom is" in post.text


def test_headings_one_below_the_other_keep_their_order() -> None:
    inner = f"<p>First.</p>{LINKED}<h3><a href='/q'>Twice</a></h3><p>Oil and rain.</p>"

    assert put_back("First.\n\nOil and rain.", inner) == (
        "First.\n\nHow it was oiled\n\nTwice\n\nOil and rain."
    )


def test_the_first_heading_below_the_title_stays() -> None:
    assert put_back("Oil.", f"{LINKED}<p>Oil.</p>") == "How it was oiled\n\nOil."


@pytest.mark.parametrize(
    "inner",
    [
        f"<p>First.</p><div class='more'>{LINKED}</div><p>Oil.</p>",
        f"<p>First.</p><nav>{LINKED}<p>Oil.</p></nav>",
        f"<p>First.</p>{LINKED}<p>Another page begins so.</p><p>Oil.</p>",
        f"<p>First.</p>{LINKED}Bare words.<p>Oil.</p>",
        f"<p>First.</p><p>Oil.</p>{LINKED}",
        "<p>First.</p><h2>How it was oiled</h2><p>Oil.</p>",
    ],
)
def test_other_headings_are_not_put_there(inner: str) -> None:
    assert put_back("First.\n\nOil.", inner) == "First.\n\nOil."


def test_the_name_of_the_site_is_no_heading_of_the_article() -> None:
    tree = parsed(f"<body><div>{LINKED}<p>Oil.</p></div><h1>The keel</h1></body>")

    assert tree is not None
    assert with_linked_headings("Oil.", tree) == "Oil."
