"""Saved pages of sites where people share links and talk about them: each one's words apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

ASKED = "It heats to 900 degrees, and then it stops each time that I fire it."
QUOTING = f"<blockquote>{ASKED}</blockquote><p>It is the relay.</p>"
PLACE = "/r/kilns/comments/abc/cold/"


def thing(kind: str, author: str, place: str, said: str, below: str = "") -> str:
    head = (
        f'<p class="tagline"><a class="author" href="/user/{author}">{author}</a>'
        ' <time datetime="2024-03-01T12:00:00+00:00">1 year ago</time></p>'
    )
    words = f'<div class="usertext-body"><div class="md">{said}</div></div>'
    body = f'<form class="usertext">{words}</form><ul class="flat-list"><li>permalink</li></ul>'
    return (
        f'<div class="thing {kind}" data-author="{author}" data-permalink="{place}">'
        f'<div class="entry">{head}{body}</div>'
        f'<div class="child">{below}</div></div>'
    )


def test_on_an_old_page_of_reddit(read_file: ReadFile) -> None:
    answer = thing(
        "comment", "bo", f"{PLACE}2/", QUOTING, thing("comment", "ada", f"{PLACE}3/", "Yes!")
    )
    page = (
        '<html><head><title>Cold kiln : kilns</title><link rel="canonical"'
        f' href="https://www.reddit.com{PLACE}"></head><body>{thing("link", "ada", PLACE, ASKED)}'
        f'<div class="commentarea">{answer}</div></body></html>'
    )
    found = read_file(page, "kiln.html")

    assert [(each.author, each.text, each.url) for each in found.posts] == [
        ("ada", ASKED, f"https://www.reddit.com{PLACE}"),
        ("bo", f"> {ASKED}\n\nIt is the relay.", f"https://www.reddit.com{PLACE}2/"),
        ("ada", "Yes!", f"https://www.reddit.com{PLACE}3/"),
    ]
    assert {str(each.posted_at)[:10] for each in found.posts} == {"2024-03-01"}
    assert found.left_out == {}


def test_on_a_page_of_lobsters(read_file: ReadFile) -> None:
    def by(name: str) -> str:
        when = '<time datetime="2024-03-01 10:00:00">1 year ago</time>'
        return f'<div class="byline"><a href="/~{name}" class="u-author">{name}</a> {when}</div>'

    story = (
        '<li class="story"><span><a class="u-url" href="https://k.example">Cold kilns</a></span>'
        f"{by('ada')}</li>"
    )
    comments = "".join(
        f'<li class="comments_subtree"><div id="c_{name}" class="comment">{by(name)}'
        f'<div class="comment_text">{said}</div></div></li>'
        for name, said in (("bo", f"<p>{ASKED}</p>"), ("cy", QUOTING))
    )
    found = read_file(f"<html><body><ol>{story}</ol><ol>{comments}</ol></body></html>", "l.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("ada", "Cold kilns"),
        ("bo", ASKED),
        ("cy", f"> {ASKED}\n\nIt is the relay."),
    ]
    assert {str(each.posted_at)[:10] for each in found.posts} == {"2024-03-01"}
