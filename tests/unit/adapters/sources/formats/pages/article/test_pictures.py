from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CUP = "A red cup with a broken handle that my aunt gave me"
WORDS = "My favourite cups stand below here, each with a story of its own to tell."


def left_out(read_file: ReadFile, picture: str, before: str = "") -> dict[str, int]:
    body = f"{before}<article><h1>Cups</h1><p>{WORDS}</p>{picture}</article>"
    found = read_file(f"<html><body>{body}</body></html>", "cups.html")
    assert WORDS in found.only.text
    return {**found.left_out}


def test_what_a_page_says_of_a_picture_is_counted(read_file: ReadFile) -> None:
    assert left_out(read_file, f'<img src="a.png" alt="{CUP}">') == {"alt_texts": 1}


@pytest.mark.parametrize(
    "picture",
    [
        '<img alt="">',
        '<img alt="IMG_1203.jpg">',
        '<img alt="Ada\'s user avatar">',
        f'<a class="avatar"><img alt="{CUP}"></a>',
        f'<img class="emoji" alt="{CUP}">',
        f'<img alt="{CUP}"><p>{CUP}</p>',
    ],
)
def test_what_is_no_description_or_is_shown_is_not(read_file: ReadFile, picture: str) -> None:
    assert left_out(read_file, picture) == {}


def test_what_is_said_of_pictures_around_the_words_is_not(read_file: ReadFile) -> None:
    beside = f'<header><img alt="{CUP}"></header><div><img alt="{CUP}"></div>'
    assert left_out(read_file, "", beside) == {}


def test_what_a_feed_says_of_a_picture_is_counted(read_file: ReadFile) -> None:
    said = f"{WORDS} &lt;img src='x' alt='{CUP}'&gt;"
    item = f"<item><title>Cups</title><guid>a</guid><description>{said}</description></item>"
    feed = f"<rss version='2.0'><channel><title>c</title>{item}</channel></rss>"
    found = read_file(feed, "feed.xml")
    assert found.only.text == WORDS
    assert found.left_out == {"alt_texts": 1}


@pytest.mark.parametrize(("plain", "count"), [("", {"alt_texts": 1}), (WORDS, {})])
def test_what_a_mail_says_of_a_picture_is_counted_where_its_page_is_read(
    read_file: ReadFile, plain: str, count: dict[str, int]
) -> None:
    kinds = {"plain": plain, "html": f"<p>{WORDS}</p><img alt='{CUP}'>"}
    parts = "".join(
        f"--x\nContent-Type: text/{kind}\n\n{said}\n\n" for kind, said in kinds.items() if said
    )
    head = (
        "From: Ada <a@a.example>\nTo: b@b.example\nSubject: Cups\nMessage-ID: <1@a.example>\n"
        "Date: Fri, 01 Mar 2024 09:00:00 +0000\nMIME-Version: 1.0\n"
    )
    mail = f"{head}Content-Type: multipart/alternative; boundary=x\n\n{parts}--x--\n"
    found = read_file(mail, "cups.eml")
    assert found.only.text.strip() == WORDS
    assert found.left_out == count
