"""Posts and comments of sites where people talk are told by place, in whatever words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = (
    "The loom is free again: the reed was replaced on Saturday.\n\nMore\nAsk Ada for the key."
)
MENU: Final = (
    "Facebook\nZibble\nWobbles\nYour zone\nWeavers of Leith\nPublic zone · 3K people\nCome in"
)
PAGE: Final = """{menu}
Nora Vale
{beside}{when} ·
{words}
24
5 {comments}
{like}
{comment}
{share}
Best first
Otto Reyes
Who has the key?
{age}
{like}
{reply}
Nora Vale
{author}
The one at the desk.
Second shelf.
{age}
{like}
{reply}
Say something nice
Privacy · Terms · Cookies · Meta © 2025
"""
ENGLISH: Final = {
    "comments": "comments", "like": "Like", "comment": "Comment", "share": "Share",
    "reply": "Reply", "author": "Author", "age": "1w", "when": "March 3 at 6:42 PM",
}  # fmt: skip
FRENCH: Final = {
    "comments": "commentaires", "like": "J’aime", "comment": "Commenter", "share": "Partager",
    "reply": "Répondre", "author": "Auteur", "age": "1 sem", "when": "3 mars, 18:42",
}  # fmt: skip
GERMAN: Final = {
    "comments": "Kommentare", "like": "Gefällt mir", "comment": "Kommentieren",
    "share": "Teilen", "reply": "Antworten", "author": "Autor", "age": "2 Wo.",
    "when": "3. März um 18:42",
}  # fmt: skip
SPANISH: Final = {
    "comments": "comentarios", "like": "Me gusta", "comment": "Comentar", "share": "Compartir",
    "reply": "Responder", "author": "Autor", "age": "3 d", "when": "3 de marzo a las 18:42",
}  # fmt: skip


@pytest.mark.parametrize("language", [ENGLISH, FRENCH, GERMAN, SPANISH])
@pytest.mark.parametrize("beside", ["", "Admin\n·\n"])
def test_a_post_and_its_comments_are_each_their_authors_and_the_rest_is_the_sites(
    language: dict[str, str], beside: str, read_file: ReadFile
) -> None:
    read = read_file(PAGE.format(**language, menu=MENU, beside=beside, words=WORDS))

    assert [(post.author, post.text, post.age) for post in read.posts] == [
        ("Nora Vale", WORDS, language["when"]),
        ("Otto Reyes", "Who has the key?", language["age"]),
        ("Nora Vale", "The one at the desk.\nSecond shelf.", language["age"]),
    ]
    assert {post.parent_id for post in read.posts[1:]} == {read.posts[0].id}
    assert read.left_out["page_furniture"] > 15


def test_a_day_with_its_year_is_when_it_was_said(read_file: ReadFile) -> None:
    said = ENGLISH | {"when": "March 3, 2025"}

    post = read_file(PAGE.format(**said, menu=MENU, beside="", words=WORDS)).posts[0]

    assert (post.age, post.posted_at and post.posted_at.date().isoformat()) == ("", "2025-03-03")


def test_a_line_below_a_name_that_is_no_time_begins_no_post(read_file: ReadFile) -> None:
    said = ENGLISH | {"when": "Room 12"}

    read = read_file(PAGE.format(**said, menu=MENU, beside="", words=WORDS))

    assert read.posts[0].author is None
