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


POSTS: Final = """Don’t miss what’s happening
People on X are the first to know.
Log in
Sign up
Post
See new posts
Conversation
Seed Library Leith
@seedsleith
{before}The beans are out until the 14th.

Bring a bag.
{after}4,211 Views
3
Reposts
22
Likes
Read 4 replies
Mira
@mira_k
·
Mar 3
Is there any garlic?
1
2
88
New to X?
Sign up now to get your own personalized timeline!
Create account
Wobbles · Trending
Budget
12.3K posts
Terms of Service
|
Privacy Policy
© 2025 X Corp.
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "10:14 AM · Mar 3, 2025\n·\n"), ("·\nMar 3, 2025\n", ""), ("", "10:14 · 3 mars 2025\n")],
)
def test_below_handles_each_account_says_what_is_its_own(
    before: str, after: str, read_file: ReadFile
) -> None:
    post, answer = read_file(POSTS.format(before=before, after=after)).posts

    assert post.text == "The beans are out until the 14th.\n\nBring a bag."
    assert post.author == "Seed Library Leith"
    assert post.posted_at is not None
    assert post.posted_at.date().isoformat() == "2025-03-03"
    assert (answer.author, answer.text, answer.age) == ("Mira", "Is there any garlic?", "Mar 3")
    assert answer.parent_id == post.id


@pytest.mark.parametrize("head", ["Pásalo:", "Zibble this:"])
def test_what_a_site_says_above_and_below_its_links_to_share_is_not_the_authors(
    head: str, read_file: ReadFile
) -> None:
    own = "La piedra de agua se aplana cada viernes, y el aceite no se usa con estas piedras."
    page = f"""Saltar al contenido
Inicio
Contacto
{own}
{head}
Haz clic para compartir en X (Se abre en una ventana nueva) X
Haz clic para compartir en Facebook (Se abre en una ventana nueva) Facebook
Me gusta
Cargando...
Entradas relacionadas
Aviso legal
Funciona gracias a WordPress
"""

    assert read_file(page).only.text == own
