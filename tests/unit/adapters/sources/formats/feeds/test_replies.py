"""Comments in a feed or in Blogger's backup are under their own names, below what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from index.posts import Post
    from tests.unit.adapters.sources.conftest import ReadFile

SPACES: Final = (
    "xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'"
    " xmlns:blogger='http://schemas.google.com/blogger/2018'"
)
BLOG: Final = "tag:blogger.com,1999:blog-1"
ASH: Final = "Ash would do as well here."


def entry(number: int, author: str, title: str, text: str, *others: str) -> str:
    return (
        f"<entry><id>{BLOG}.post-{number}</id><title type='text'>{title}</title>"
        f"<published>2024-05-0{number}T10:00:00Z</published>{''.join(others)}{author}"
        f"<content type='html'>{text}</content></entry>"
    )


def by(name: str) -> str:
    return f"<author><name>{name}</name></author>"


def in_atom(answered: int | None) -> str:
    kind = "<category term='http://schemas.google.com/blogger/2008/kind#comment'/>"
    link = f"<thr:in-reply-to ref='{BLOG}.post-{answered}' href='https://b.example/1.html'/>"
    return kind + (link if answered else "")


def in_takeout(answered: int | None) -> str:
    kind = "<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>"
    named = f"<blogger:parent>{BLOG}.post-{answered}</blogger:parent>"
    return kind + (named if answered else "")


def feed(*entries: str) -> str:
    post = entry(1, by("Ada"), "Laying the keel", "The keel is of oak.")
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><feed {SPACES}><id>{BLOG}.archive</id>"
        f"<title>Boats</title>{by('Ada')}{post}{''.join(entries)}</feed>"
    )


def comments(read_file: ReadFile, *entries: str) -> list[Post]:
    found = read_file(feed(*entries), "feed.atom")
    assert found.errors == []
    post, *others = found.posts
    assert (post.author, post.title, post.parent_id) == ("Ada", "Laying the keel", None)
    assert post.text == "The keel is of oak."
    return others


@pytest.mark.parametrize("told", [in_atom, in_takeout])
@pytest.mark.parametrize(
    ("answered", "parent"), [(1, f"feed:{BLOG}.post-1"), (9, None), (2, None), (None, None)]
)
def test_a_comment_is_below_what_it_answers_if_that_is_there(
    told: object, answered: int | None, parent: str | None, read_file: ReadFile
) -> None:
    assert callable(told)
    [comment] = comments(read_file, entry(2, by("Ben"), "Ash would do...", ASH, told(answered)))

    assert (comment.author, comment.text, comment.parent_id) == ("Ben", ASH, parent)
    assert comment.title == ""
    assert comment.posted_at is not None
    assert comment.posted_at.day == 2


@pytest.mark.parametrize("told", [in_atom, in_takeout])
@pytest.mark.parametrize(
    "named",
    [
        "",
        by(""),
        "<author/>",
        "<author><name/><email>noreply@blogger.com</email></author>",
        "<author><name> </name><uri/></author>",
    ],
)
def test_a_comment_that_names_nobody_is_not_the_blogs(
    told: object, named: str, read_file: ReadFile
) -> None:
    assert callable(told)
    [comment] = comments(read_file, entry(2, named, "", ASH, told(1)))

    assert comment.author is None


def test_a_reply_to_a_comment_is_below_the_comment(read_file: ReadFile) -> None:
    reply = f"<blogger:inReplyTo>{BLOG}.post-2</blogger:inReplyTo>"
    first, second = comments(
        read_file,
        entry(2, by("Ben"), "", ASH, in_takeout(1)),
        entry(3, by("Cleo"), "", "Not below water.", in_takeout(1), reply),
    )

    assert first.parent_id == f"feed:{BLOG}.post-1"
    assert (second.author, second.parent_id) == ("Cleo", first.id)


def test_a_title_of_its_own_is_kept(read_file: ReadFile) -> None:
    [comment] = comments(read_file, entry(2, by("Ben"), "Re: the keel", ASH, in_atom(1)))

    assert comment.title == "Re: the keel"


def test_an_entry_that_is_no_comment_is_by_whom_the_feed_is(read_file: ReadFile) -> None:
    [other] = comments(read_file, entry(2, "", "A mast", ASH))

    assert (other.author, other.title, other.parent_id) == ("Ada", "A mast", None)
