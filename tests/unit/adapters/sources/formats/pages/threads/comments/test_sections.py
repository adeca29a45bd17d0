"""Of an article that says little or nothing itself, no comment becomes its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

TITLE = "Bread in a cold oven"
SHORT = "It works, says the baker."
COMMENTS = [
    (
        "Bob Hale",
        "I have baked so for thirty years: the oven must be hot before the loaf goes in. ",
    ),
    (
        "Cy Dent",
        "A cold oven gives a softer crust, which the children like much better than that. ",
    ),
    ("Dora Imm", "The author should have said which flour was used: rye behaves in another way. "),
]
ARTICLE = '<meta property="og:type" content="article"><meta name="author" content="Jane Carter">'
PLACE = '<link rel="canonical" href="https://bread.example/cold">'


def comments(wrapper: str, comment: str) -> str:
    return wrapper.format("".join(comment.format(name, said * 3) for name, said in COMMENTS))


SECTIONS = [
    comments('<div class="comments">{}</div>', '<div class="ci"><i>{}</i><p>{}</p></div>'),
    comments('<div id="comments-root">{}</div>', '<div class="x"><div>{}</div><p>{}</p></div>'),
    comments('<section class="article-comments-list">{}</section>', "<div>{}<p>{}</p></div>"),
    comments('<div id="disqus_thread"><ul>{}</ul></div>', "<li><b>{}</b><p>{}</p></li>"),
    comments('<div class="kommentare">{}</div>', "<div><b>{}</b><p>{}</p></div>"),
]


def read(read_file: ReadFile, head: str, body: str) -> Found:
    page = f"<html><head><title>{TITLE}</title>{PLACE}{head}</head><body>{body}</body></html>"
    return read_file(page, "bread.html")


def linked(**more: object) -> str:
    told = {"@type": "NewsArticle", "headline": TITLE, "author": {"name": "Jane Carter"}, **more}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize("section", SECTIONS)
def test_comments_below_a_short_article_are_left_out_and_counted(
    section: str, read_file: ReadFile
) -> None:
    body = f"<main><h1>{TITLE}</h1><p>{SHORT}</p>{section}</main>"
    found = read(read_file, ARTICLE, body)

    assert (found.only.author, found.only.text) == ("Jane Carter", SHORT)
    assert found.left_out == {"passages": 3}


@pytest.mark.parametrize("section", SECTIONS)
def test_an_article_only_in_linked_data_keeps_its_own_words(
    section: str, read_file: ReadFile
) -> None:
    own = "It works, says the baker, and so it does: a cold oven makes bread with a soft crust."
    body = f"<div id='app'><h1>{TITLE}</h1>{section}</div>"
    found = read(read_file, linked(articleBody=own), body)

    assert (found.only.author, found.only.text) == ("Jane Carter", own)
    assert found.left_out == {"passages": 3}


@pytest.mark.parametrize("section", SECTIONS)
def test_an_article_of_which_nothing_is_shown_is_its_title(
    section: str, read_file: ReadFile
) -> None:
    found = read(read_file, linked(), f"<div id='app'><h1>{TITLE}</h1>{section}</div>")

    assert (found.only.author, found.only.text) == ("Jane Carter", TITLE)
    assert found.left_out == {"passages": 3}


@pytest.mark.parametrize("wrapper", ["<div>{}</div>", '<div class="css-1x">{}</div>'])
def test_behind_a_paywall_nothing_outside_of_the_article_is_of_it(
    wrapper: str, read_file: ReadFile
) -> None:
    section = comments(wrapper, "<div><b>{}</b><p>{}</p></div>")
    body = f"<article><h1>{TITLE}</h1><p>{SHORT}</p></article><h2>3 comments</h2>{section}"
    found = read(read_file, ARTICLE, body)

    assert (found.only.author, found.only.text) == ("Jane Carter", SHORT)
    assert found.left_out == {"comments": 3}


def test_a_page_that_names_its_author_alone_loses_its_comments_too(read_file: ReadFile) -> None:
    head = '<meta name="author" content="Jane Carter">'
    own = "The loaf stands in the cold oven, which is lit then, and is done after an hour. " * 4
    found = read(read_file, head, f"<h1>{TITLE}</h1><p>{own}</p>{SECTIONS[0]}")

    assert (found.only.author, found.only.text) == ("Jane Carter", own.strip())
    assert found.left_out == {"passages": 3}


def test_a_page_that_is_all_comments_keeps_them(read_file: ReadFile) -> None:
    found = read(read_file, "", f"<h1>{TITLE}</h1>{SECTIONS[0]}")

    assert found.only.author is None
    assert any(said.strip() in found.only.text for _, said in COMMENTS)


@pytest.mark.parametrize("name", ["no-comments", "has-comments", "commentary"])
def test_what_is_called_otherwise_stays(name: str, read_file: ReadFile) -> None:
    own = "The loaf stands in the cold oven, which is lit then, and is done after an hour. " * 4
    body = f'<main><h1>{TITLE}</h1><div class="{name}"><div><p>{own}</p></div></div></main>'
    found = read(read_file, ARTICLE, body)

    assert found.only.text == own.strip()


LONE = '<div class="comment">{}</div>'
NAMED = (
    '<div class="comment"><div class="comment-author">Bo says:</div>'
    '<div class="comment-text">{}</div></div>'
)
LOAF = "The loaf stands in the cold oven, which is lit then, and is done after an hour. " * 4


@pytest.mark.parametrize("heading", ["", "<h3>3 comments</h3>"])
def test_comments_without_a_name_are_counted_once(heading: str, read_file: ReadFile) -> None:
    said = "".join(LONE.format(said) for _, said in COMMENTS)
    found = read(read_file, ARTICLE, f"<article><p>{LOAF}</p></article>{heading}{said}")

    assert found.only.author == "Jane Carter"
    assert found.left_out == {"comments": 3}


@pytest.mark.parametrize(("heading", "more"), [("", 0), ("<h3>5 comments</h3>", 2)])
def test_those_beside_others_that_are_posts_are_counted(
    heading: str, more: int, read_file: ReadFile
) -> None:
    said = NAMED.format(COMMENTS[0][1]) + "".join(LONE.format(said) for _, said in COMMENTS[1:])
    found = read(read_file, ARTICLE, f"<article><p>{LOAF}</p></article>{heading}{said}")

    assert [each.author for each in found.posts] == ["Jane Carter", "Bo"]
    assert found.left_out == {"comments": 2 + more}
