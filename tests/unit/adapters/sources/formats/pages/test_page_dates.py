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


IMPOSSIBLE: Final = ["2024-02-30", "2024-02-30T10:00:00Z", "31. April 2024", "2024-02-03T25:00Z"]
TOLD: Final = [
    '<meta property="article:published_time" content="{}">',
    '<meta name="date" content="{}">',
    '<meta name="dc.date" content="{}">',
    '<script type="application/ld+json">{{"@type": "Article", "datePublished": "{}"}}</script>',
    '<time datetime="{}">then</time>',
]


@pytest.mark.parametrize("date", IMPOSSIBLE)
@pytest.mark.parametrize("told", TOLD)
def test_a_date_of_a_page_that_there_is_not_is_counted_and_stays_as_written(
    read_file: ReadFile, told: str, date: str
) -> None:
    page = f"<html><head>{told.format(date)}</head><body>{WORDS}</body></html>"
    if told.startswith("<time"):
        page = f"<html><body><p>Una, {told.format(date)}</p>{WORDS}</body></html>"
    found = read_file(page, "a.html")

    assert (found.only.posted_at, found.only.age) == (None, date)
    assert found.left_out == {"dates": 1}


@pytest.mark.parametrize("told", TOLD[:4])
def test_a_page_whose_other_dates_can_be_told_is_of_them(read_file: ReadFile, told: str) -> None:
    head = told.format("2024-02-30") + '<meta name="pubdate" content="2024-02-29">'
    found = read_file(f"<html><head>{head}</head><body>{WORDS}</body></html>", "a.html")

    assert str(found.only.posted_at)[:10] == "2024-02-29"
    assert found.only.age == ""
    assert found.left_out == {}


def test_zeros_are_no_date_that_is_lost(read_file: ReadFile) -> None:
    head = '<meta name="date" content="0000-00-00 00:00:00">'
    found = read_file(f"<html><head>{head}</head><body>{WORDS}</body></html>", "a.html")

    assert found.only.age == ""
    assert found.left_out == {}


def test_the_date_of_a_forum_s_page_that_there_is_not_is_counted(read_file: ReadFile) -> None:
    posts = "".join(
        f'<div class="post"><span class="username">{name}</span><div class="post-body">'
        f"{text}</div></div>"
        for name, text in (("Ada", WORDS), ("Ben", "<p>They come back in June, if ever.</p>"))
    )
    head = '<meta name="date" content="2024-02-30">'
    found = read_file(f"<html><head>{head}</head><body>{posts}</body></html>", "a.html")

    assert [post.author for post in found.posts] == ["Ada", "Ben"]
    assert found.left_out == {"dates": 1}


REPLIES: Final = "".join(
    f"<div><b>{name}</b><p>{text}</p></div>"
    for name, text in [
        ("Ada", "When do bees swarm here? Mine left the hive."),
        ("Ben", "In May, if it is warm, and never when it rains for a week."),
        ("Zoe", "Look at the frames each week, and take out the queen cells."),
    ]
)


def test_the_date_of_who_opened_a_thread_is_not_that_of_all_words_below_it(
    read_file: ReadFile,
) -> None:
    said = (
        '{"@type": "DiscussionForumPosting", "author": {"name": "Ada"}, "commentCount": 2,'
        ' "text": "When do bees swarm here? Mine left the hive.", "datePublished": "2022-01-05"}'
    )
    head = f'<script type="application/ld+json">{said}</script>'
    found = read_file(f"<html><head>{head}</head><body>{REPLIES}</body></html>", "a.html")

    assert (found.only.author, found.only.posted_at) == (None, None)
    assert found.left_out == {"dates": 1}


def test_a_date_below_the_title_of_a_page_without_a_byline_stays(read_file: ReadFile) -> None:
    dated = REPLIES.replace("</b>", "</b><p>3 May 2021</p>")
    found = read_file(f"<html><title>Bees</title><body>{dated}</body></html>", "a.html")

    assert found.only.text.count("3 May 2021") == 3


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


def test_linked_data_with_a_last_comma_or_a_line_end_too_many_tells_author_and_date(
    read_file: ReadFile,
) -> None:
    said = (
        '{"@type": "Article", "headline": "Bees,]\n\\"swarm,}", "author": [{"name": "Una, }"},],'
        ' "datePublished": "2024-01-01", }'
    )
    head = f'<script type="application/ld+json">{said}</script>'
    found = read_file(f"<html><head>{head}</head><body>{WORDS}</body></html>", "a.html")

    assert (found.only.author, str(found.only.posted_at)[:10]) == ("Una, }", "2024-01-01")


REVIEW: Final = f"<span>Bo</span> {MOMENT}<p>It whistles twice as loud as the old one did.</p>"
HEADING: Final = "<h1>Kettle</h1>"


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADING}{WORDS}<section class='reviews'><div class='review'>{REVIEW}</div></section>",
        f"{HEADING}{WORDS}<div class='customer-reviews'><div>{REVIEW}</div></div>",
        f"{HEADING}{WORDS}<div id='reviews'>{REVIEW}</div>",
        f"{HEADING}{WORDS}<section id='bewertungen'>{REVIEW}</section>",
        f"{HEADING}{WORDS}<blockquote class='testimonial'>{REVIEW}</blockquote>",
        f"{HEADING}{WORDS}{WORDS}<div class='review-item'><div>{REVIEW}</div></div>",
        f"<article>{HEADING}{WORDS}<div class='reviews'>{REVIEW}</div></article>",
        f"{HEADING}{WORDS}<div class='reviews'>{REVIEW * 5}</div>",
        f"<h2>Kettle</h2>{WORDS}<div class='reviews'>{REVIEW}</div>",
        f"<div class='category-tea'><h2>K</h2>{WORDS}<div class='reviews'>{REVIEW}</div></div>",
        f"<h2>Kettle</h2>{WORDS}<div class='reviews'>{REVIEW * 5}</div>",
        f"{HEADING}{WORDS}<ul class='reviews'>{REVIEW.replace('<time', '<time pubdate')}</ul>",
    ],
)
def test_a_page_is_not_of_the_moment_of_a_review_on_it(read_file: ReadFile, body: str) -> None:
    page = f"<html><head><title>Kettle</title></head><body><main>{body}</main></body></html>"
    found = read_file(page, "a.html")
    assert all(each.posted_at is None for each in found.posts if WORDS[3:30] in each.text)
    assert any(WORDS[3:30] in each.text for each in found.posts)


@pytest.mark.parametrize(
    "body",
    [
        f"<article class='review'>{HEADING}<p>By Una on {MOMENT}</p>{WORDS}</article>",
        f"<article class='category-reviews'>{HEADING}<p>{MOMENT}</p>{WORDS}</article>",
        f"{HEADING}<div class='review'><p>{MOMENT}</p>{WORDS}{WORDS}</div>",
        f"<div class='book-reviews'>{HEADING}<p>{MOMENT}</p>{WORDS}</div>",
        f"{HEADING}<article class='review'><p>{MOMENT}</p>{WORDS}</article>",
        f"{HEADING}<p>{MOMENT}</p>{WORDS}<div class='reviews'><p>None so far.</p></div>",
        f"<div class='hentry category-reviews'><h2>Kettle</h2><p>{MOMENT}</p>{WORDS}</div>",
        f"<div class='post tag-reviews' id='post-5'><h2>Kettle</h2><p>{MOMENT}</p>{WORDS}</div>",
        f"<div class='category-reviews'><h2>Kettle</h2><p>{MOMENT}</p>{WORDS}</div><p>{WORDS}</p>",
        f"<div class='reviews'><h2>Kettle</h2><p>by Una, {MOMENT}</p>{WORDS}</div>",
        f"{HEADING}<p class='reviewed-by'>{MOMENT}</p>{WORDS}",
        f"{HEADING}<div class='preview'><p>{MOMENT}</p></div>{WORDS}",
    ],
)
def test_a_page_that_is_a_review_is_of_its_moment(read_file: ReadFile, body: str) -> None:
    page = (
        f"<html><head><title>Kettle</title></head><body class='reviews'><main>{body}</main></body>"
    )
    post = read_file(page, "a.html").posts[0]
    assert post.posted_at is not None
    assert post.posted_at.date().isoformat() == "2026-05-03"
