"""A heading that names whose post follows stands on LinkedIn, on Facebook and in people's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "The loom is free again: the reed was replaced on Saturday."
FACEBOOK: Final = {
    "en": ("Nora Vale's Post", "3 March at 18:42", "All reactions:", "2 comments",
           "Like", "Comment", "Share", "3d", "Reply"),
    "fr": ("Publication de Nora Vale", "3 mars, 18:42", "Toutes les réactions :", "2 commentaires",
           "J’aime", "Commenter", "Partager", "3 j", "Répondre"),
    "de": ("Beitrag von Nora Vale", "3. März um 18:42", "Alle Reaktionen:", "2 Kommentare",
           "Gefällt mir", "Kommentieren", "Teilen", "3 Tage", "Antworten"),
    "es": ("Publicación de Nora Vale", "3 de marzo a las 18:42", "Todas las reacciones:",
           "2 comentarios", "Me gusta", "Comentar", "Compartir", "3 d", "Responder"),
}  # fmt: skip


@pytest.mark.parametrize("language", FACEBOOK)
@pytest.mark.parametrize("is_aged", [True, False])
@pytest.mark.parametrize("above", ["", "Facebook\n"])
@pytest.mark.parametrize("beside", ["", "Top contributor\n", "·\nFollow\n"])
def test_a_post_in_facebooks_dialog_keeps_its_words(
    language: str, is_aged: bool, above: str, beside: str, read_file: ReadFile
) -> None:
    heading, day, reactions, comments, like, comment, share, age, reply = FACEBOOK[language]

    read = read_file(
        f"{above}{heading}\nNora Vale\n{beside}{age if is_aged else day}\n · \n{WORDS}\n"
        f"{reactions}\n34\n34\n{comments}\n{like}\n{comment}\n{share}\n"
        f"Otto Reyes\nWho has it?\n{age}\n{like}\n{reply}\n"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("Nora Vale", WORDS),
        ("Otto Reyes", "Who has it?"),
    ]


NOTES: Final = {
    "fr": "Publication de Nora Vale\n\nNora Vale publie en mai.\nNora Vale\nle signera le 4 mai.",
    "de": "Beitrag von Nora Vale\nzum Rundbrief\n\nNora Vale\nDer Webstuhl ist frei.",
    "es": "Publicación de Nora Vale\n\nNora Vale\nEl telar está libre.",
    "en": "Nora Vale's post\nThe loom is free. Ask Otto.\nNora Vale\n2 days ago",
    "an age": "Nora Vale's post\nNora Vale\nThe loom is free\n2 days ago\nSo she wrote.",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_headed_so_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert "\n".join(each.text for each in read.posts) == NOTES[name]
    assert not read.left_out


HEADERS: Final = {
    "a picture": "View profile for Nora Vale\nNora Vale\n\nHead of Weaving\n2mo\n",
    "a headline": "Nora Vale\n\nHead of Weaving\n2mo\n",
    "a degree": "Nora Vale\n• 2nd\nHead of Weaving\n2mo\n",
    "a report": "Nora Vale\n2mo\nReport this post\n",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_post_of_linkedin_is_known_by_more_than_its_heading(
    name: str, read_file: ReadFile
) -> None:
    read = read_file(
        f"Nora Vale’s Post\n{HEADERS[name]}{WORDS}\n\n42\n2 Comments\nLike\nComment\nShare\n"
        "Otto Reyes\nEngineer\n2mo\nWho has it?\nLike\nReply\n"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("Nora Vale", WORDS),
        ("Otto Reyes", "Who has it?"),
    ]
