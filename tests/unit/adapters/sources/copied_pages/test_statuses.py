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


def _with_times_below(page: str, language: dict[str, str]) -> str:
    """Return the page with the time of each comment below its buttons."""
    buttons = f"{language['like']}\n{language['reply']}\n"
    return page.replace(f"{language['age']}\n{buttons}", f"{buttons}{language['age']}\n")


@pytest.mark.parametrize("language", [ENGLISH, FRENCH, GERMAN, SPANISH])
@pytest.mark.parametrize("below", ["", "Privacy · Terms · Cookies · Meta © 2025"])
def test_the_time_of_a_comment_may_stand_below_its_buttons(
    language: dict[str, str], below: str, read_file: ReadFile
) -> None:
    page = PAGE.format(**language, menu=MENU, beside="", words=WORDS)
    page = page.replace("Privacy · Terms · Cookies · Meta © 2025", below)

    read = read_file(_with_times_below(page, language))

    assert [(post.author, post.text, post.age) for post in read.posts] == [
        ("Nora Vale", WORDS, language["when"]),
        ("Otto Reyes", "Who has the key?", language["age"]),
        ("Nora Vale", "The one at the desk.\nSecond shelf.", language["age"]),
    ]


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


PIECE: Final = """Seed Library Leith
@seedsleith
The beans are out until the 14th.
10:14 AM · Mar 3, 2025
·
4,211
 Views
Mira
@mira_k
·
Mar 3
Is there any garlic?
{heading}
{whence}
Trader
@trader
·
Mar 1
Buy my course now, it is the best.
"""


@pytest.mark.parametrize(
    ("heading", "whence"),
    [
        ("Discover more", "Sourced from across X"),
        ("Entdecke mehr", "Von ganz X"),
        ("Découvrir plus", "Provenant de tout X"),
        ("Descubre más", "De todo X"),
    ],
)
def test_a_piece_of_a_page_is_known_by_its_accounts_and_strangers_below_are_left_out(
    heading: str, whence: str, read_file: ReadFile
) -> None:
    read = read_file(PIECE.format(heading=heading, whence=whence))

    assert [(post.author, post.text) for post in read.posts] == [
        ("Seed Library Leith", "The beans are out until the 14th."),
        ("Mira", "Is there any garlic?"),
    ]
    assert read.left_out["page_furniture"] == 17


NOTES: Final = {
    "accounts": "Whom to follow\nSeed Library\n@seedsleith\nThe beans are out in March.\nMira\n"
    "@mira_k\nAlways knows about garlic.",
    "times": "Nora Vale\n2w\nLike\nthe last time, she brings bread.\nReply\nto her by Friday.",
    "a shift": "Otto Reyes\n3 March\nopens the room.\nComment\nif it is cold.\nLike\nlast year.",
    "a rota": "Nora Vale\nMonday 10:14\nOtto Reyes\nTuesday 10:14\nShare\nthe key.",
    "buttons": "Like\nComment\nShare\nare what we ask of everybody.\n2w\nbefore the fair.",
    "minutes": "Nora Vale\nsaid that the loom is free.\nReply\nOtto: good.\n2w\nuntil the next.",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_with_names_times_and_buttons_stay_whole(name: str, read_file: ReadFile) -> None:
    found = read_file(NOTES[name])

    assert found.only.text == NOTES[name]
    assert not found.left_out


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
