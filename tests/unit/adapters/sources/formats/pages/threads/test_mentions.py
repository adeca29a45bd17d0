"""A name within somebody's words is no author's, and stays a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.unit.adapters.sources.formats.pages.threads.test_page import (
    ANSWER,
    ASKED,
    DOUBT,
    by_author,
    page,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

NICK: Final = '<a class="nick">{}</a>'
LINK: Final = '<a class="nick" href="/u/ada">{}</a>'


def post(head: str, words: str, body: str = ' class="message-body"') -> str:
    names = f'<div class="names">{head} <time datetime="2026-05-01">1 May</time></div>'
    return f'<article class="post">{names}<div{body}><p>{words}</p></div></article>'


@pytest.mark.parametrize(
    "guest",
    ['<span class="guest">Guest</span>', "<b>Gustav</b>", "[deleted]", ""],
    ids=["guest", "bold", "deleted", "none"],
)
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (f"{ANSWER} As {LINK.format('Ada')} said. {DOUBT}", f"{ANSWER} As Ada said. {DOUBT}"),
        (f"{LINK.format('@Ada')} {ANSWER}", f"@Ada {ANSWER}"),
        (f"{LINK.format('Ada')}, {ANSWER}", f"Ada, {ANSWER}"),
        (f"Thanks {LINK.format('Ada')}, that helps.", "Thanks Ada, that helps."),
        (
            f"{ANSWER} See the book by <span class='author'>Per Mast</span>. {DOUBT}",
            f"{ANSWER} See the book by Per Mast. {DOUBT}",
        ),
    ],
)
def test_whom_a_guest_mentions_is_not_the_author(
    read_file: ReadFile, guest: str, words: str, shown: str
) -> None:
    posts = [post(NICK.format("Ada"), ASKED), post(guest, words), post(NICK.format("Zoe"), DOUBT)]
    found = by_author(read_file(page(f"<main>{''.join(posts)}</main>"), "thread.html"))
    assert found == {"Ada": ASKED, None: shown, "Zoe": DOUBT}


@pytest.mark.parametrize(
    "words", [f"{LINK.format('Ada')} is right.", f"So says {LINK.format('Ada')}"]
)
def test_words_that_are_not_called_so_are_nobody_s_either(read_file: ReadFile, words: str) -> None:
    posts = [
        post(NICK.format("Ada"), ASKED),
        post("[gone]", words),
        post(NICK.format("Zoe"), DOUBT),
    ]
    plain = "".join(posts).replace(' class="message-body"', "")
    found = read_file(page(f"<main>{plain}</main>"), "thread.html")
    assert [each.author for each in found.posts] == ["Ada", None, "Zoe"]
    assert "Ada" in found.posts[1].text


def test_whom_an_author_mentions_leaves_the_words_theirs(read_file: ReadFile) -> None:
    said = f"{ANSWER} As {LINK.format('Ada')} said. {DOUBT}"
    posts = [post(NICK.format("Ada"), ASKED), post(NICK.format("Ben"), said)]
    found = by_author(read_file(page(f"<main>{''.join(posts)}</main>"), "thread.html"))
    assert found == {"Ada": ASKED, "Ben": f"{ANSWER} As Ada said. {DOUBT}"}


def test_where_only_one_is_named_nobody_has_the_words_of_a_guest(read_file: ReadFile) -> None:
    said = f"{ANSWER} As {LINK.format('Ada')} said. {DOUBT}"
    posts = "".join([post(NICK.format("Ada"), ASKED), post("Guest", said)])
    head = '<meta name="author" content="Ada">'
    found = read_file(page(f"<main>{posts}</main>", head=head), "thread.html")
    assert [each.author for each in found.posts] == [None]


@pytest.mark.parametrize(
    "form",
    [
        '<div class="msg"><p><b class="nick">{name}</b>: {text}</p></div>',
        '<div class="msg"><div class="text"><p>{text} – <b class="nick">{name}</b></p></div></div>',
        (
            '<div class="content"><p class="tagline"><a class="author">{name}</a> 5 points'
            " 3 hours ago</p><p>{text}</p></div>"
        ),
    ],
    ids=["before", "after", "tagline"],
)
def test_a_name_in_the_line_of_the_words_is_an_author_s_where_all_are_named_so(
    read_file: ReadFile, form: str
) -> None:
    said = (("Ada", ASKED), ("Ben", ANSWER), ("Zoe", DOUBT))
    mods = "".join(f'<li><a class="author">mod{number}</a></li>' for number in range(9))
    side = f'<div class="side"><ul>{mods}</ul></div>' if "tagline" in form else ""
    body = "".join(form.format(name=name, text=text) for name, text in said)
    found = read_file(page(f"<main>{body}</main>{side}"), "thread.html")
    assert [each.author for each in found.posts][:3] == ["Ada", "Ben", "Zoe"]


@pytest.mark.parametrize(
    ("form", "head"),
    [
        (
            (
                '<div class="comment"><div class="comment__meta">{head}</div>'
                '<div class="comment__content"><p>{text}</p></div></div>'
            ),
            '<a class="username">{name}</a>',
        ),
        (
            (
                '<div class="windowbg"><table class="hrcolor"></table>{head}'
                '<div class="post">{text}</div></div>'
            ),
            "<b>{name}</b>",
        ),
    ],
    ids=["Drupal", "SMF 1"],
)
def test_in_a_known_layout_nobody_is_an_author_for_being_mentioned(
    read_file: ReadFile, form: str, head: str
) -> None:
    said = f"{ANSWER} As {head.format(name='Ada')} said. {DOUBT}"
    heads = [head.format(name="Ada"), "<i>Guest</i>", head.format(name="Zoe")]
    rows = zip(heads, [ASKED, said, DOUBT], strict=True)
    body = "".join(form.format(head=each, text=text) for each, text in rows)
    found = read_file(page(f'<div class="comment-list">{body}</div>'), "thread.html")
    posts = {each.text: each.author for each in found.posts}
    assert posts[f"{ANSWER} As Ada said. {DOUBT}"] is None
    assert posts[ASKED] == "Ada"
