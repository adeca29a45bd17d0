"""A page of YouTube or Quora gives each their own words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

PAYLOADS: Final = Path(__file__).parents[5] / "payloads" / "sources"
HEAD: Final = """Skip navigation
Search
Sign in
How to glaze a bowl
Clay Channel
{subscribers}
Subscribe
1.2K
Share
{views}
Two thin coats of glaze, and a day between them.
{more}
{comments}
"""
COMMENTS: Final = """@woodfan
{age}
Which glaze did you use at 3:12?


5


{reply}
1 reply
@claychannel
{age}
It is a tenmoku.
Two coats.
{reply}
"""
LANGUAGES: Final = {
    "en": {
        "subscribers": "12.3K subscribers", "views": "45,678 views  Mar 4, 2025", "more": "…more",
        "comments": "23 Comments\nSort by\nAdd a comment...", "age": "2 months ago (edited)",
        "reply": "Reply",
    },
    "fr": {
        "subscribers": "12,3 k abonnés", "views": "45 678 vues  4 mars 2025", "more": "…plus",
        "comments": "23 commentaires\nTrier par", "age": "il y a 2 mois (modifié)",
        "reply": "Répondre",
    },
    "de": {
        "subscribers": "12.300 Abonnenten", "views": "45.678 Aufrufe  04.03.2025",
        "more": "…mehr", "comments": "23 Kommentare\nSortieren nach", "age": "vor 2 Monaten",
        "reply": "Antworten",
    },
    "es": {
        "subscribers": "12,3 K suscriptores", "views": "45.678 visualizaciones  4 mar 2025",
        "more": "Mostrar menos", "comments": "23 comentarios\nOrdenar por", "age": "hace 2 meses",
        "reply": "Responder",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_video_is_its_channels_and_each_comment_its_accounts(
    language: str, read_file: ReadFile
) -> None:
    said = LANGUAGES[language]
    found = read_file((HEAD + COMMENTS).format(**said), "page.txt")
    video, *comments = found.posts

    assert (video.title, video.author) == ("How to glaze a bowl", "Clay Channel")
    assert video.text == "Two thin coats of glaze, and a day between them."
    assert video.posted_at is not None
    assert video.posted_at.date().isoformat() == "2025-03-04"
    age = said["age"].partition(" (")[0]
    assert [(each.author, each.age, each.text) for each in comments] == [
        ("woodfan", age, "Which glaze did you use at 3:12?"),
        ("claychannel", age, "It is a tenmoku.\nTwo coats."),
    ]
    assert {each.parent_id for each in comments} == {video.id}
    assert found.left_out["page_furniture"] >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_without_their_video_answer_nothing(language: str, read_file: ReadFile) -> None:
    posts = read_file(COMMENTS.format(**LANGUAGES[language]), "page.txt").posts

    assert [post.author for post in posts] == ["woodfan", "claychannel"]
    assert {post.parent_id for post in posts} == {None}
    assert len({post.id for post in posts}) == 2


def test_a_video_nobody_commented_on_is_its_channels(read_file: ReadFile) -> None:
    page = HEAD.format(**LANGUAGES["en"])

    assert read_file(page, "page.txt").only.author == "Clay Channel"


def test_other_videos_below_are_nobodys_words(read_paths: ReadPaths) -> None:
    video, comment = read_paths(PAYLOADS / "video.txt").posts

    assert (video.title, video.author) == ("The kiln is back", "The Workshop")
    assert video.text.startswith("The kiln was repaired")
    assert video.text.endswith("before Friday.")
    assert (comment.author, comment.text) == ("bobbaker", "Glad to see it hot again!")


QUORA: Final = """Home
Following
Answer
Spaces
Notifications
Add question
Why does my glaze crawl?
Answer
Follow
·
12
Request
All related (34)
Sort
Recommended
{picture} Ines Vogt
Ines Vogt
Potter for 20 years ·
Follow
2y
Dust on the bisque.

Wipe it with a wet sponge.

1.2K views
View 34 upvotes
{vote}
·
34
{picture} Tom Boss
Tom Boss
Mar 5
It is too thick.
{vote}
"""


@pytest.mark.parametrize(
    ("picture", "vote"),
    [
        ("Profile photo for", "Upvote"),
        ("Photo de profil de", "Voter pour"),
        ("Profilfoto für", "Upvoten"),
        ("Foto de perfil de", "Votar a favor"),
    ],
)
def test_answers_to_a_question_are_those_of_whose_picture_stands_above(
    picture: str, vote: str, read_file: ReadFile
) -> None:
    found = read_file(QUORA.format(picture=picture, vote=vote), "page.txt")
    question, *answers = found.posts

    assert (question.author, question.text) == (None, "Why does my glaze crawl?")
    assert [(each.author, each.age, each.text) for each in answers] == [
        ("Ines Vogt", "2y", "Dust on the bisque.\n\nWipe it with a wet sponge."),
        ("Tom Boss", "Mar 5", "It is too thick."),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "@woodfan\n2 months ago\nhe sold me a loom.\nReply\nby Friday, it is his last.",
        "Whom I met\n@woodfan\n2 months ago\nHe sold me a loom.\nReply",
        "@woodfan\n@claychannel\nare the two who know about glaze.",
        "Our channel\n1,200 subscribers\nWe want more views, and a title that people like.",
        "The kiln\nFilm\n1,200 subscribers\nsaw it, and\n40 views\ncame from @woodfan.",
        "Profile photo for Ines Vogt\nis still to be taken, on Monday.",
        "Profile photo for Ines Vogt\nInes Vogt\ncomes on Monday.",
        "Why does my glaze crawl?\nAnswer\nDust on the bisque.",
    ],
)
def test_notes_with_such_lines_stay_whole(note: str, read_file: ReadFile) -> None:
    found = read_file(note)

    assert found.only.text == note
    assert not found.left_out
