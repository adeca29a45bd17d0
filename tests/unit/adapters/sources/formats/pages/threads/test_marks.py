from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.formats.pages.html_text import parsed
from adapters.sources.formats.pages.threads import marks as thread_marks
from adapters.sources.formats.pages.threads.blocks import Block, blocks_of
from adapters.sources.formats.pages.threads.marks import (
    MOST_COST,
    MOST_MARKS,
    bodies_in,
    called_in,
    marks_in,
    thread_cost,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    import lxml.html

    from tests.unit.adapters.sources.conftest import ReadFile


def tree_of(html: str) -> lxml.html.HtmlElement:
    tree = parsed(f"<html><body>{html}</body></html>")
    assert tree is not None
    return tree


def cost_of(html: str) -> int:
    tree = tree_of(html)
    return thread_cost(tree, called_in(tree))


def told(html: str, names: Collection[str] = ()) -> tuple[list[Block], set[str]]:
    tree = tree_of(html)
    found = blocks_of(tree, called_in(tree), names)
    assert found is not None
    return found


def test_what_names_nothing_costs_nothing_however_deep_it_is() -> None:
    assert cost_of("<div>" * 100 + "<br>" * 1_000) == 0


@pytest.mark.parametrize("name", ["author", "content", "quote", "signature", "user-info"])
def test_what_is_in_several_marked_elements_costs_as_often(name: str) -> None:
    costs = [cost_of(f"<div class={name}>" * depth + "<br>" * 1_000) for depth in (1, 10)]
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
    blocks, _ = told(post.format("Ada") + post.format("Ben"))
    assert [(each.author, each.text, each.quotes) for each in blocks] == [
        ("Ada", "onetwothree", 1),
        ("Ben", "onetwothree", 1),
    ]


def test_of_several_known_names_the_longest_whole_one_is_meant() -> None:
    said = "".join(f"<p><b class=author>{each}</b>x</p>" for each in ("Ada Q since 2019", "Adam"))
    _, authors = told(said, ("Ada", "Ada Q"))
    assert authors == {"Ada Q", "Adam"}


def test_what_holds_named_posts_is_no_post_of_nobody() -> None:
    post = '<div class="c"><b class="fn">{}</b><p>{}</p></div>'
    nested = f'<div class="c">{post.format("Ben", "two")}{post.format("Zoe", "three")}</div>'
    blocks, _ = told(post.format("Ada", "one") + nested)
    assert [(each.author, each.text) for each in blocks] == [
        ("Ada", "one"), ("Ben", "two"), ("Zoe", "three"),
    ]  # fmt: skip


def test_text_costs_as_well() -> None:
    words = "Bees swarm in May. " * 1_000
    assert cost_of(f"<div class=content>{words}</div>") == pytest.approx(len(words) // 100, abs=5)


def test_words_in_a_line_that_is_dropped_with_a_name_are_nobodys() -> None:
    post = (
        '<div class="post"><div class="user-info"><b class="fn">{}</b><i class="text">Poet</i>'
        '</div><div class="body">{}<nav><p class="text">Reply</p></nav></div></div>'
    )
    blocks, _ = told(post.format("Ada", "One.") + post.format("Ben", "Two."))
    assert [(each.author, each.text) for each in blocks] == [("Ada", "One."), ("Ben", "Two.")]


def test_a_page_that_names_too_many_authors_is_one_post_by_nobody_and_says_so(
    read_file: ReadFile,
) -> None:
    post = "<div><b class=fn>Ada</b><p>Bees swarm.</p></div>"
    page = post * (MOST_MARKS + 500)
    found = read_file(f"<html><body>{page}</body></html>", "a.html")
    assert [each.author for each in found.posts] == [None]
    assert found.error.problem.startswith("it names authors more than 5,000 times")
    tree = tree_of(page)
    assert len(marks_in(tree, called_in(tree), (), ())) == MOST_MARKS + 1


def test_a_forum_of_too_many_posts_is_one_post_of_nobody(read_file: ReadFile) -> None:
    post = (
        '<article class="message message--post" data-author="m{0}" id="js-post-{0}"><div'
        ' class="message-body"><div class="bbWrapper">Bees {0}</div></div></article>'
    )
    page = "".join(map(post.format, range(6_200)))
    found = read_file(f'<html id="XF"><body>{page}</body></html>', "a.html")
    assert [each.author for each in found.posts] == [None]
    assert found.posts[0].text.count("Bees") == 6_200
    assert found.error.problem.startswith("it names authors more than 5,000 times")


def test_a_page_is_looked_through_for_what_is_called_something_once(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def called(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
        looked.append(tree.tag)
        found: list[lxml.html.HtmlElement] = tree.xpath("descendant-or-self::*[@class]")
        return found

    monkeypatch.setattr(thread_marks, "_called", called)
    post = "<div><b class=fn>{}</b><p>Bees swarm in May.</p></div>"
    read_file(f"<html><body>{post.format('Ada')}{post.format('Ben')}</body></html>", "a.html")
    assert looked == ["html", "div", "div"]


def test_only_the_outermost_of_words_are_read() -> None:
    tree = tree_of("<div class=text>" * 3 + "<p>a</p>")
    assert bodies_in(called_in(tree), ()) == [tree.find(".//div")]
