from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.pages.html_text import parsed
from adapters.sources.formats.pages.thread_blocks import blocks_of
from adapters.sources.formats.pages.thread_marks import MOST_COST, thread_cost

if TYPE_CHECKING:
    import lxml.html

    from tests.unit.adapters.sources.conftest import ReadFile


def tree_of(html: str) -> lxml.html.HtmlElement:
    tree = parsed(f"<html><body>{html}</body></html>")
    assert tree is not None
    return tree


def test_what_names_nothing_costs_nothing_however_deep_it_is() -> None:
    assert thread_cost(tree_of("<div>" * 100 + "<br>" * 1_000)) == 0


@pytest.mark.parametrize("name", ["author", "content", "quote", "signature", "user-info"])
def test_what_is_in_several_marked_elements_costs_as_often(name: str) -> None:
    costs = [
        thread_cost(tree_of(f"<div class={name}>" * depth + "<br>" * 1_000)) for depth in (1, 10)
    ]
    assert 1_000 <= costs[0] < 1_100
    assert 10_000 <= costs[1] < 10_200


def test_a_page_too_dear_to_tell_apart_is_one_post_by_nobody_and_says_so(
    read_file: ReadFile,
) -> None:
    deep = "<div class=author>" * 200 + "<br>" * (MOST_COST // 200) + "</div>" * 200
    found = read_file(
        "<html><head><meta name=author content=Ada></head><body>"
        f"<p>Bees swarm in May.</p>{deep}</body></html>",
        "a.html",
    )
    assert [(post.author, post.text) for post in found.posts] == [(None, "Bees swarm in May.")]
    assert found.error.problem.startswith("it has too many elements within each other")


def test_words_after_what_is_dropped_stay_in_their_order() -> None:
    post = "<div class=post><b class=fn>{}</b>one<i class=quote>no</i>two<nav>no</nav>three</div>"
    blocks, _ = blocks_of(tree_of(post.format("Ada") + post.format("Ben")), ())
    assert [(each.author, each.text, each.quotes) for each in blocks] == [
        ("Ada", "onetwothree", 1),
        ("Ben", "onetwothree", 1),
    ]


def test_of_several_known_names_the_longest_whole_one_is_meant() -> None:
    said = "".join(f"<p><b class=author>{each}</b>x</p>" for each in ("Ada Q since 2019", "Adam"))
    _, authors = blocks_of(tree_of(said), ("Ada", "Ada Q"))
    assert authors == {"Ada Q", "Adam"}


def test_what_holds_named_posts_is_no_post_of_nobody() -> None:
    post = '<div class="c"><b class="fn">{}</b><p>{}</p></div>'
    nested = f'<div class="c">{post.format("Ben", "two")}{post.format("Zoe", "three")}</div>'
    blocks, _ = blocks_of(tree_of(post.format("Ada", "one") + nested), ())
    assert [(each.author, each.text) for each in blocks] == [
        ("Ada", "one"), ("Ben", "two"), ("Zoe", "three"),
    ]  # fmt: skip
