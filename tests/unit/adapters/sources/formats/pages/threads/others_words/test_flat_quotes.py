"""What a post quotes without saying whose it is stands behind ">", as in Markdown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from index.text.parts.quoted import quoted_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Post
    from tests.unit.adapters.sources.conftest import ReadFile

ASKED = "Where are the keys to the boat shed kept these days?"
QUOTED = "Never lend the keys of a shed to anybody at all."
OWN = "They hang behind the door of the office now, and I lend them anyway."
QUOTING = f"<blockquote><p>{QUOTED}</p></blockquote><p>{OWN}</p>"
CALLED_A_QUOTE = f'<div class="quote">{QUOTED}</div><p>{OWN}</p>'


def own_words(post: Post) -> str:
    text = post.text
    for span in reversed(quoted_in(post)):
        text = text[: span.start] + text[span.end :]
    return text


def person(name: str) -> str:
    return (
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        f'<span itemprop="name">{name}</span></span>'
    )


def marked_up(body: str) -> str:
    kind = 'itemscope itemtype="https://schema.org/'
    return (
        f'<div {kind}QAPage"><div itemprop="mainEntity" {kind}Question">'
        f'<h1 itemprop="name">Keys</h1><div itemprop="text">{ASKED}</div>{person("Ada")}'
        f'<div itemprop="suggestedAnswer" {kind}Answer"><div itemprop="text">{body}</div>'
        f"{person('Ben')}</div></div></div>"
    )


def of_forum(body: str) -> str:
    posts = (
        f'<div class="post"><b class="username">{name}</b><div class="post-body">{said}</div></div>'
        for name, said in (("Ada", f"<p>{ASKED}</p>"), ("Ben", body), ("Cy", "<p>Thanks, Ben.</p>"))
    )
    return "".join(posts)


@pytest.mark.parametrize("page", [marked_up, of_forum])
def test_in_a_thread_a_quote_is_not_of_whom_the_post_is(
    page: Callable[[str], str], read_file: ReadFile
) -> None:
    found = read_file(f"<html><body>{page(QUOTING)}</body></html>", "keys.html")
    [post] = [each for each in found.posts if each.author == "Ben"]

    assert post.text == f"> {QUOTED}\n\n{OWN}"
    assert QUOTED not in own_words(post)
    assert OWN in own_words(post)


def test_whom_a_quote_names_did_not_write_the_post(read_file: ReadFile) -> None:
    head = '<div><b class="username">Ada</b> wrote</div>'
    body = f"<blockquote>{head}{ASKED}</blockquote><p>{OWN}</p>"
    found = read_file(f"<html><body>{of_forum(body)}</body></html>", "keys.html")

    assert [each.author for each in found.posts] == ["Ada", "Ben", "Cy"]
    assert own_words(found.posts[1]).strip() == OWN


def linked(first: str, second: str) -> str:
    answers = [{"@type": "Answer", "text": second, "author": {"name": "Ben"}}]
    question = {"@type": "Question", "name": "Keys", "text": first, "author": {"name": "Ada"}}
    told = {"@type": "QAPage", "mainEntity": question | {"suggestedAnswer": answers}}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_what_linked_data_tells_is_marked_where_the_page_shows_a_quote(
    read_file: ReadFile,
) -> None:
    head = linked(ASKED, f"{QUOTED} {OWN}")
    body = f"<div>{ASKED}</div><div>{QUOTING}</div>"
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "keys.html")

    assert [each.author for each in found.posts] == ["Ada", "Ben"]
    assert found.posts[1].text == f"> {QUOTED}\n\n{OWN}"
    assert found.left_out == {}


def test_who_is_quoted_keeps_their_words(read_file: ReadFile) -> None:
    head = linked(ASKED, f"{ASKED} {OWN}")
    body = f"<div>{ASKED}</div><div><blockquote>{ASKED}</blockquote>{OWN}</div>"
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "keys.html")

    assert [each.text for each in found.posts] == [ASKED, f"> {ASKED}\n\n{OWN}"]


@pytest.mark.parametrize("quoting", [QUOTING, CALLED_A_QUOTE])
def test_an_entry_of_a_feed_marks_what_it_quotes(quoting: str, read_file: ReadFile) -> None:
    said = f"<author>Ben</author><description>{escape(quoting)}</description>"
    item = f"<item><title>Keys</title>{said}</item>"
    found = read_file(f"<rss><channel><title>f</title>{item}</channel></rss>", "feed.xml")

    assert found.only.text == f"> {QUOTED}\n\n{OWN}"
    assert found.left_out == {}


def test_a_summary_that_has_a_quote_as_plain_text_is_the_same(read_file: ReadFile) -> None:
    content = f"<content:encoded>{escape(QUOTING)}</content:encoded>"
    item = f"<item><title>Keys</title><description>{QUOTED} {OWN}</description>{content}</item>"
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    found = read_file(f"<rss {space}><channel><title>f</title>{item}</channel></rss>", "feed.xml")

    assert found.only.text == f"> {QUOTED}\n\n{OWN}"
    assert found.left_out == {}


@pytest.mark.parametrize("quoting", [QUOTING, CALLED_A_QUOTE])
def test_so_does_an_article(quoting: str, read_file: ReadFile) -> None:
    head = '<meta property="og:type" content="article"><meta name="author" content="Ben">'
    long = "The shed stands at the end of the jetty, where the path goes down. " * 6
    body = f"<article><h1>Keys</h1><p>{long}</p>{quoting}<p>{long}</p></article>"
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "keys.html")

    assert f"\n> {QUOTED}\n" in found.only.text
    assert QUOTED not in own_words(found.only)


def test_what_is_around_the_heading_of_a_page_is_no_quote(read_file: ReadFile) -> None:
    page = f"<blockquote><h1>Keys</h1><p>{OWN}</p></blockquote>"
    found = read_file(f"<html><head><title>Keys</title></head><body>{page}</body></html>", "k.html")

    assert OWN in found.only.text
    assert ">" not in found.only.text


@pytest.mark.parametrize("escaped", ["<p>{}</p>", "<div><b>Well:</b> {}</div>"])
def test_linked_data_whose_signs_are_escaped_is_read_as_html(
    escaped: str, read_file: ReadFile
) -> None:
    head = linked(ASKED, escape(escaped.format(OWN)))
    body = f"<div>{ASKED}</div><div>{OWN}</div>"
    found = read_file(f"<html><head>{head}</head><body>{body}</body></html>", "keys.html")

    assert found.posts[1].text.removeprefix("Well: ") == OWN
