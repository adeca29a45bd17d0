"""A page of Reddit of today: a post for each person's words, with name, date and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.formats.pages.threads.layouts import shreddit

if TYPE_CHECKING:
    import pytest

    from tests.unit.adapters.sources.conftest import ReadFile

HOST = "https://www.reddit.com"
PLACE = "/r/kilns/comments/abc/cold/"
ASKED = "It heats to 900 degrees and then it stops, each time I fire it."


def comment(id_: str, author: str, said: str, below: str = "") -> str:
    when = "2024-03-01T12:00:00.000000+0000"
    ago = f'<faceplate-timeago ts="{when}"></faceplate-timeago>'
    head = f'<a href="/user/{author}/">{author}</a> {ago}'
    body = (
        f'<div id="t1_{id_}-comment-rtjson-content" class="md" slot="comment"><p>{said}</p></div>'
    )
    buttons = "<shreddit-comment-action-row><span>Reply</span></shreddit-comment-action-row>"
    return (
        f'<shreddit-comment author="{author}" thingid="t1_{id_}" permalink="{PLACE}comment/{id_}/">'
        f'<div slot="commentMeta">{head}</div>{body}{buttons}<div slot="children">{below}</div>'
        "</shreddit-comment>"
    )


def page(comments: str, count: int, text: str = f"<p>{ASKED}</p>") -> str:
    post = (
        f'<shreddit-post author="ada" post-title="Cold kiln" permalink="{PLACE}"'
        f' created-timestamp="2024-03-01T10:00:00.000000+0000" comment-count="{count}">'
        f'<h1 slot="title">Cold kiln</h1><div slot="text-body">{text}</div></shreddit-post>'
    )
    tree = f"<shreddit-comment-tree>{comments}</shreddit-comment-tree>"
    head = "<title>Cold kiln : r/kilns</title>"
    return f"<html><head>{head}</head><body><main>{post}{tree}</main></body></html>"


def test_each_person_s_words_are_a_post_of_their_own(read_file: ReadFile) -> None:
    below = comment("2", "ada", "They are fine.", comment("3", "cy", "Then it is the relay."))
    found = read_file(page(comment("1", "bo", "Look at the elements.", below), 3), "kiln.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("ada", ASKED),
        ("bo", "Look at the elements."),
        ("ada", "They are fine."),
        ("cy", "Then it is the relay."),
    ]
    assert [each.url for each in found.posts] == [
        f"{HOST}{PLACE}",
        *(f"{HOST}{PLACE}comment/{id_}/" for id_ in "123"),
    ]
    assert {str(each.posted_at)[:13] for each in found.posts[1:]} == {"2024-03-01 12"}
    assert str(found.posts[0].posted_at)[:13] == "2024-03-01 10"
    assert found.posts[0].title == "Cold kiln"
    assert found.left_out == {}


def test_what_is_deleted_or_was_not_loaded_is_counted(read_file: ReadFile) -> None:
    comments = comment("1", "[deleted]", "[deleted]") + comment("2", "bo", "Mine, too.")
    found = read_file(page(comments, 5), "kiln.html")

    assert [each.text for each in found.posts] == [ASKED, "Mine, too."]
    assert found.left_out == {"deleted_messages": 1, "comments": 3}


def test_a_post_without_words_is_its_title(read_file: ReadFile) -> None:
    found = read_file(page(comment("1", "bo", "Mine, too."), 1, ""), "kiln.html")

    assert [(each.author, each.text) for each in found.posts] == [
        ("ada", "Cold kiln"),
        ("bo", "Mine, too."),
    ]


def test_what_somebody_whose_account_is_gone_wrote_has_no_author(read_file: ReadFile) -> None:
    found = read_file(page(comment("1", "[deleted]", "Mine, too."), 1), "kiln.html")

    assert [each.author for each in found.posts] == ["ada", None]


def test_a_page_that_lists_posts_is_no_thread(read_file: ReadFile) -> None:
    one = '<shreddit-post author="{}" post-title="{}"></shreddit-post>'
    two = one.format("ada", "A kiln") + one.format("bo", "A wheel")
    found = read_file(f"<html><body>{two}<p>All of r/kilns</p></body></html>", "kilns.html")

    assert found.only.author is None


def test_of_very_many_nobody_s_words_are_told_apart(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shreddit, "MOST_MARKS", 1)
    comments = comment("1", "bo", "Mine, too.") + comment("2", "cy", "And mine.")
    found = read_file(page(comments, 2), "kiln.html")

    assert [each.author for each in found.posts] == [None]
    assert found.error.error.kind == "many_authors"
