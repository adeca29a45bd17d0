"""Of which moment a page is, where only its moments tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = (
    "<p>When do bees swarm here? Mine left the hive in May, and may come back one day.</p>"
)
MOMENT: Final = '<time datetime="2026-05-03">3 May</time>'


@pytest.mark.parametrize(
    "body",
    [
        f"{WORDS}<aside>{MOMENT} Another page</aside>",
        f"{WORDS}<ul><li>{MOMENT} Another page</li></ul>",
        f"{WORDS}<p>The fair is on {MOMENT}.</p>",
        f'{WORDS}<div class="comment">{MOMENT} Nice.</div>',
        f'<article>{WORDS}<div class="related-posts">{MOMENT} Another page</div></article>',
    ],
)
def test_a_page_is_not_of_the_moment_of_something_else_on_it(
    read_file: ReadFile, body: str
) -> None:
    assert read_file(f"<html><body>{body}</body></html>", "a.html").posts[0].posted_at is None


@pytest.mark.parametrize(
    "body",
    [
        f"<p>By Una on {MOMENT}</p>{WORDS}",
        f"<header>{MOMENT}</header>{WORDS}",
        f'<article><p class="by">Una, {MOMENT}</p>{WORDS}</article>',
    ],
)
def test_a_page_is_of_the_moment_that_its_head_tells(read_file: ReadFile, body: str) -> None:
    moment = read_file(f"<html><body>{body}</body></html>", "a.html").only.posted_at
    assert str(moment)[:10] == "2026-05-03"


def test_comments_below_an_article_that_cannot_be_read_are_counted(read_file: ReadFile) -> None:
    comment = (
        '<div class="comment"><div class="comment-body"><p>I disagree with it.</p></div></div>'
    )
    head = '<meta property="og:type" content="article"><meta name="author" content="Una">'
    found = read_file(
        f"<html><head>{head}</head><body>{WORDS * 4}{comment * 2}</body></html>", "a.html"
    )
    assert "disagree" not in " ".join(each.text for each in found.posts)
    assert found.left_out.total() == 2
