"""When each post of a thread was written, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.formats.pages.shown_dates import shown_date
from tests.unit.adapters.sources.formats.pages.threads.test_page import (
    ANSWER,
    ASKED,
    DOUBT,
    URL,
    by_author,
    page,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

SAID: Final = (("Ada", ASKED), ("Ben", ANSWER), ("Zoe", DOUBT))


def thread(read_file: ReadFile, form: str) -> Found:
    posts = "".join(form.format(name=name, text=text) for name, text in SAID)
    return read_file(page(f"<main>{posts}</main>"), "thread.html")


@pytest.mark.parametrize(
    "date",
    [
        '<relative-time datetime="2026-05-01T10:00:00Z">May 1</relative-time>',
        '<span class="when" datetime="2026-05-01T10:00:00Z">May 1</span>',
        '<span class="age" title="2026-05-01T10:00:00 1777629600">1 day ago</span>',
        '<span title="2026-05-01T12:00:00+02:00">1 day ago</span>',
        'edited <time datetime="2026-06-01">June</time> <time datetime="2026-05-01T10:00Z"></time>',
        'Modifié le <time datetime="2026-06-01"></time> <time datetime="2026-05-01T10:00Z"></time>',
    ],
)
def test_the_date_of_a_post_is_read_however_it_is_marked(read_file: ReadFile, date: str) -> None:
    form = f'<div class="msg"><div class="head"><b class="nick">{{name}}</b> {date}</div>'
    found = thread(read_file, f'{form}<div class="text"><p>{{text}}</p></div></div>')
    assert by_author(found) == dict(SAID)
    assert [str(each.posted_at)[:16] for each in found.posts] == ["2026-05-01 10:00"] * 3


def test_a_zone_behind_a_moment_that_is_shown_counts() -> None:
    assert shown_date("2026-05-01T12:00:00+02:00") == "2026-05-01 12:00:00 +02:00"


def test_a_question_that_was_edited_has_the_date_on_which_it_was_asked(
    read_file: ReadFile,
) -> None:
    def signed(kind: str, said: str, day: int, name: str) -> str:
        moment = f'<span class="relativetime" title="2026-05-0{day} 10:00:00Z">x</span>'
        return (
            f'<div class="post-signature {kind}">'
            f'<div class="user-action-time">{said} {moment}</div>'
            f'<div class="user-details"><a>{name}</a></div></div>'
        )

    def post(kind: str, text: str, signatures: str) -> str:
        body = f'<div class="postcell"><div class="s-prose js-post-body"><p>{text}</p></div>'
        return f'<div class="{kind}">{body}{signatures}</div></div>'

    asked = signed("", "edited", 7, "Ed") + signed("owner", "asked", 1, "Ada")
    # A post of a wiki has no owner.
    answered = signed("", "edited", 8, "Ed") + signed("", "answered", 2, "Ben")
    body = post("question", ASKED, asked) + post("answer", ANSWER, answered)
    found = read_file(page(body), "question.html")
    assert [str(each.posted_at)[:10] for each in found.posts] == ["2026-05-01", "2026-05-02"]
    assert found.posts[0].author == "Ada"


def test_a_post_that_others_answered_stands_at_its_own_address(read_file: ReadFile) -> None:
    def thing(name: str, text: str, number: int, below: str = "") -> str:
        return (
            f'<div class="thing id-{number}" data-permalink="/t/12/{number}/">'
            f'<div class="entry"><p class="tagline"><a class="author">{name}</a></p>'
            f'<div class="md"><p>{text}</p></div></div><div class="child">{below}</div></div>'
        )

    answers = thing("Ben", ANSWER, 2, thing("Zoe", DOUBT, 3)) + thing("Kim", ASKED * 2, 4)
    body = f'{thing("Ada", ASKED, 1)}<div class="comments">{answers}</div>'
    found = read_file(page(f"<main>{body}</main>"), "thread.html")
    assert {each.author: each.url for each in found.posts} == {
        "Ada": URL,
        **{name: f"{URL}/{number}/" for number, name in enumerate(("Ben", "Zoe", "Kim"), 2)},
    }


def test_a_post_around_its_answers_is_a_place_on_the_page(read_file: ReadFile) -> None:
    def post(name: str, text: str, number: int, below: str = "") -> str:
        return (
            f'<li class="reply" id="c{number}"><div class="one"><b class="nick">{name}</b>'
            f'<div class="text"><p>{text}</p></div></div><ul>{below}</ul></li>'
        )

    answers = post("Ben", ANSWER, 2, post("Zoe", DOUBT, 3))
    body = f'{post("Ada", ASKED, 1)}<ul id="comments">{answers}</ul>'
    found = read_file(page(f"<main>{body}</main>"), "thread.html")
    assert [each.url for each in found.posts] == [URL, f"{URL}#c2", f"{URL}#c3"]


@pytest.mark.parametrize("words", [f'<div class="toptext">{ASKED}</div>', ""])
def test_a_saved_story_of_hacker_news_has_its_words_and_dates(
    read_file: ReadFile, words: str
) -> None:
    def head(name: str, day: int) -> str:
        age = (
            f'<span class="age" title="2026-05-0{day}T10:00:00 1777629600"><a>1 day ago</a></span>'
        )
        return f'by <a class="hnuser">{name}</a> {age}'

    story = (
        '<table class="fatitem"><tr class="athing submission" id="1"><td><span class="titleline">'
        '<a href="#">Swarms</a><span class="sitebit comhead"> (<a>b.example</a>)</span></span></td>'
        f'</tr><tr><td class="subtext"><span class="subline">{head("Ada", 1)}</span></td></tr>'
        f"<tr><td>{words}</td></tr></table>"
    )
    comments = "".join(
        f'<tr class="athing comtr" id="{day}"><td><span class="comhead">{head(name, day)}</span>'
        f'<div class="comment"><div class="commtext c00">{text}</div></div></td></tr>'
        for day, (name, text) in enumerate(SAID[1:], 2)
    )
    found = read_file(page(f"{story}<table>{comments}</table>"), "story.html")
    assert by_author(found) == {"Ada": ASKED if words else "Swarms", **dict(SAID[1:])}
    assert [each.posted_at.day for each in found.posts if each.posted_at] == [1, 2, 3]
    assert found.posts[1].url == f"{URL}#2"
