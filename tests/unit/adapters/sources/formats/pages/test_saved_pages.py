"""Pages as sites of many kinds lay them out: what people wrote on each stands beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.html_text import parsed, tree_text
from adapters.sources.formats.pages.site_parts import keep_own_parts, without_site_parts

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FOLDER: Final = Path(__file__).parents[5] / "payloads" / "saved_pages"
PAGES: Final = sorted(path.stem for path in FOLDER.glob("*.html"))
OFFER: Final = (
    "<section class='newsletter'><h2>Never miss a pot</h2><p>We write once a week.</p>"
    "<form><input type='email'></form></section>"
)
PROSE: Final = "<p>The kiln in the back room heats up to 1,200 degrees now.</p>" * 8


def kept(part: str) -> str:
    """Return what is left of a part within an article, without the article's other words."""
    tree = parsed(f"<html><body><main><h1>Kiln</h1>{PROSE}{part}</main></body></html>")
    assert tree is not None
    without_site_parts(tree)
    whole = parsed(f"<main><h1>Kiln</h1>{PROSE}</main>")
    assert whole is not None
    return tree_text(tree).removeprefix(tree_text(whole)).strip()


@pytest.mark.parametrize("name", PAGES)
def test_of_a_saved_page_all_that_people_wrote_is_kept_and_nothing_else(
    name: str, read_file: ReadFile
) -> None:
    found = read_file((FOLDER / f"{name}.html").read_text(), f"{name}.html")

    said = [
        f"== {post.author or ''} | {str(post.posted_at or '')[:10]}\n{post.text}\n"
        for post in found.posts
    ]
    assert not found.errors
    assert "".join(said) == (FOLDER / f"{name}.txt").read_text()


def test_posts_on_a_profile_have_addresses_of_their_own_and_answer_nobody(
    read_file: ReadFile,
) -> None:
    page = (FOLDER / "mastodon_profile.html").read_text()
    posts = read_file(page, "profile.html").posts

    assert [post.url for post in posts] == [
        "https://hearth.example/@ada/113001",
        "https://hearth.example/@ada/114003",
        "https://hearth.example/@cleo@kiln.example/99",
    ]
    assert {post.parent_id for post in posts} == {None}


def test_replies_below_a_status_answer_it(read_file: ReadFile) -> None:
    first, *replies = read_file((FOLDER / "mastodon_status.html").read_text(), "a.html").posts

    assert {post.parent_id for post in replies} == {first.id}


@pytest.mark.parametrize(
    "part",
    [
        "<div role='navigation'><a href='/a'>Home</a> All pots</div>",
        "<div class='post-share'><span>Share</span><a href='/x'>X</a></div>",
        "<div class='tags'>Labels: <a href='/k'>kiln</a></div>",
        OFFER,
        "<div class='teaser-list'><a href='/b'>A plate</a><p>Why we stopped.</p></div>",
        "<a-share><span>Teilen</span></a-share>",
    ],
)
def test_what_a_site_puts_into_an_article_is_taken_off(part: str) -> None:
    assert kept(part) == ""


@pytest.mark.parametrize(
    "part",
    [
        "<ul class='actions'><li>Turn off the gas</li><li>Open the lid</li></ul>",
        "<ul class='related'><li>Cones: 6 to 10</li></ul>",
        "<p class='share'>Share your shelf with the next one, and leave <a href='/l'>it</a>.</p>",
        "<section class='newsletter'><p>Our paper comes out in May, in print.</p></section>",
        "<div class='tag-newsletter post'><a href='/a'>A pot</a> of 2 kg</div>",
        "<ul><li><a href='#a'>Cone 6</a></li><li><a href='#b'>Cone 10</a></li></ul>",
        "<blockquote><div class='share'><a href='/x'>X</a> marks the spot</div></blockquote>",
    ],
)
def test_what_its_author_calls_so_stays(part: str) -> None:
    whole = parsed(part)
    assert whole is not None
    assert kept(part) == tree_text(whole)


def test_a_list_that_only_repeats_the_headings_is_no_words() -> None:
    contents = "<ul><li><a href='#a'>Firing</a></li><li><a href='#b'>Prices</a></li></ul>"
    assert kept(f"{contents}<h2>Firing</h2><h2>Prices</h2>") == "Firing\n\nPrices"


def test_a_page_that_is_an_offer_stays() -> None:
    tree = parsed("<body><div class='newsletter'><p>We fire in May.</p><a>More</a></div></body>")
    assert tree is not None
    assert not without_site_parts(tree).has_changed
    assert tree_text(tree) == "We fire in May.\n\nMore"


def test_short_code_and_notes_stay_in_an_article_and_signs_beside_headings_do_not(
    read_file: ReadFile,
) -> None:
    page = (
        f"<html><body><article><h1>Kiln</h1>{PROSE}<h2 id='a'>Firing<a href='#a'>¶</a></h2>{PROSE}"
        "<div class='highlight'><pre>fire 6</pre></div>"
        "<div class='footnotes'><p>In 2025.</p></div></article></body></html>"
    )
    text = read_file(page, "a.html").only.text

    assert "\n\nFiring\n\n" in text
    assert text.endswith("fire 6\n\nIn 2025.")


def test_a_page_without_such_parts_is_not_changed() -> None:
    tree = parsed(f"<html><body>{PROSE}</body></html>")
    assert tree is not None
    assert not keep_own_parts(tree)
    assert not without_site_parts(tree).has_changed
