"""Dates that a page shows its readers only, as forums did before there was a mark for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.shown_dates import shown_date
from tests.unit.adapters.sources.formats.pages.threads.test_forum_pages import (
    DAYS,
    WORDS,
    days_of,
    saved,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

_MARKED: Final = re.compile(r"<time [^>]*>[^<]*</time>")


def phpbb(dates: tuple[str, str, str]) -> str:
    """Return a page of phpBB from before it marked the dates, which were written like these."""
    page = saved("phpbb")
    assert len(_MARKED.findall(page)) == len(dates)
    for date in dates:
        page = _MARKED.sub(date, page, count=1)
    return page


@pytest.mark.parametrize(
    "dates",
    [
        ("Fri May 01, 2026 10:00 am", "Sat May 02, 2026 1:05 pm", "Sun May 03, 2026 12:10 am"),
        ("ven. 1 mai 2026 10:00", "sam. 2 mai 2026 13:05", "dim. 3 mai 2026 00:10"),
        ("ven. mai 01, 2026 10:00 am", "sam. mai 02, 2026 1:05 pm", "dim. mai 03, 2026 12:10 am"),
        ("Fr 1. Mai 2026, 10:00", "Sa 2. Mai 2026, 13:05", "So 3. Mai 2026, 00:10"),
        ("Vie 01 May, 2026 10:00 am", "Sab 02 May, 2026 1:05 pm", "Dom 03 May, 2026 12:10 am"),
        ("01.05.2026, 10:00", "02.05.2026, 13:05", "03.05.2026, 00:10"),
        ("1 de mayo de 2026, 10:00", "2 de mayo de 2026, 13:05", "3 de mayo de 2026, 0:10"),
        ("2026-05-01 10:00", "2026-05-02 13:05", "2026-05-03 00:10"),
    ],
    ids=["English", "French", "French in English order", "German", "Spanish", "dots", "de", "ISO"],
)
def test_a_date_that_no_program_is_told_is_read_as_it_is_written(
    read_file: ReadFile, dates: tuple[str, str, str]
) -> None:
    found = read_file(phpbb(dates), "phpbb.html")
    assert {post.author: post.text for post in found.posts} == WORDS
    assert days_of(found) == DAYS
    assert str(found.posts[1].posted_at)[11:16] == "13:05"
    assert found.left_out == {"quotes": 1, "signatures": 3}


def test_which_number_is_the_day_shows_in_all_dates_of_a_page(read_file: ReadFile) -> None:
    dates = ("05/01/2026 10:00 am", "05/02/2026 1:05 pm", "05/13/2026 12:10 am")
    found = read_file(phpbb(dates), "phpbb.html")
    assert [str(post.posted_at)[:10] for post in found.posts] == [
        "2026-05-01", "2026-05-02", "2026-05-13",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "dates",
    [
        ("05/01/2026 10:00 am", "05/02/2026 1:05 pm", "05/03/2026 12:10 am"),
        ("Today, 10:00", "Yesterday, 1:05", "3 minutes ago"),
        ("Aujourd’hui, 10:00", "Hier, 13:05", "il y a 3 minutes"),
    ],
)
def test_a_date_that_is_not_told_for_sure_is_shown_as_it_is_written_and_counted(
    read_file: ReadFile, dates: tuple[str, str, str]
) -> None:
    found = read_file(phpbb(dates), "phpbb.html")
    assert [(post.posted_at, post.age) for post in found.posts] == [(None, each) for each in dates]
    assert found.left_out == {"quotes": 1, "signatures": 3, "dates": 3}


OLD: Final = {
    "SMF 1": (
        '<table><tr><td class="windowbg"><table><tr><td><b><a href="?u={n}">{name}</a></b>'
        '<div class="smalltext">Newbie<br>Posts: 12</div></td><td><div id="s{n}">Swarms</div>'
        '<div class="smalltext">&#171; <b>Reply #{n} on:</b> {date} &#187;</div>'
        '<hr class="hrcolor"><div class="post" id="msg_{n}">{text}</div></td></tr><tr><td>'
        '<div class="signature">Buzz.</div></td></tr></table></td></tr></table>'
    ),
    "MyBB": (
        '<div class="post"><div class="post_author"><div class="author_information"><strong>'
        '<span class="largetext">{name}</span></strong></div></div><div class="post_content">'
        '<div class="post_head"><span class="post_date">{date} <span class="post_edit">(This post'
        ' was last modified: June 9, 2026, 10:00 AM)</span></span></div>'
        '<div class="post_body">{text}</div></div></div>'
    ),
    "vBulletin 4": (
        '<li class="postbitlegacy" id="post_{n}"><div class="posthead"><span class="postdate old">'
        '<span class="date">{date}</span></span></div><div class="userinfo">'
        '<div class="username_container"><a class="username">{name}</a></div></div>'
        '<div class="postbody"><blockquote class="postcontent">{text}</blockquote></div></li>'
    ),
    "XenForo 1": (
        '<li id="post-{n}" class="message" data-author="{name}"><div class="messageContent">'
        '<blockquote class="messageText">{text}</blockquote></div><div class="messageMeta">'
        '<span class="DateTime" title="{date}">Friday</span></div></li>'
    ),
    "Lemmy": (
        '<article id="comment-{n}" class="comment-node"><a class="person-listing">{name}</a>'
        '<span class="moment-time" data-tippy-content="Created: {date} GMT+00:00&#10;&#10;'
        'Modified: Friday, June 5th, 2026 at 10:00:00 AM GMT+00:00">2 days ago</span>'
        '<div class="comment-content"><p>{text}</p></div></article>'
    ),
    "a blog": (
        '<li class="comment"><div class="comment-author"><cite class="fn">{name}</cite></div>'
        '<div class="comment-meta commentmetadata"><a href="#c">{date}</a></div>'
        '<div class="comment-text"><p>{text}</p></div></li>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("software", OLD)
def test_other_pages_show_their_dates_elsewhere(read_file: ReadFile, software: str) -> None:
    posts = "".join(
        OLD[software].format(name=name, text=text, n=n, date=f"Friday, May {n}, 2026 at 10:00 AM")
        for n, (name, text) in enumerate(WORDS.items(), 1)
    )
    article = f"<article><p>{'A heap of leaves turns to earth in a year. ' * 9}</p></article>"
    body = f"{article}<ol class='comment-list'>{posts}</ol>" if software == "a blog" else posts
    found = read_file(f"<html><body><div>{body}</div></body></html>", "old.html")
    days = {name: day for name, day in days_of(found).items() if name in DAYS}
    assert days == DAYS
    assert found.left_out == ({"signatures": 3} if software == "SMF 1" else {})


@pytest.mark.parametrize(
    "text",
    ["Posts: 12", "by Ada", "Version 1.2.3", "Reply #1", "May 2026", "call 555-1234", "2026"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert shown_date(text) == ""
