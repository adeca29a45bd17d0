"""On a copied page of Instagram each account says its own, without the buttons around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CAPTION: Final = "The kiln is back. Who fires on Thursday?\n\nBring a bowl. #pottery"
PICTURES: Final = {
    "en": ("{}'s profile picture", "Reply", "2 likes", "3w", "Follow"),
    "fr": ("Photo de profil de {}", "Répondre", "2 J’aime", "3 sem", "Suivre"),
    "de": ("Profilbild von {}", "Antworten", "2 „Gefällt mir“", "3 Wo.", "Folgen"),
    "es": ("Foto del perfil de {}", "Responder", "2 Me gusta", "3 sem", "Seguir"),
}
BELOW: Final = """42 likes
March 12, 2025
Log in to like or comment.
More posts from ada.quist
Meta
About
Instagram Lite
English
© 2025 Instagram from Meta
"""


@pytest.mark.parametrize("language", PICTURES)
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("below", [BELOW, ""])
def test_what_each_account_says_is_its_own(
    language: str, is_above: bool, below: str, read_file: ReadFile
) -> None:
    picture, reply, likes, age, follow = PICTURES[language]
    ada, otto = picture.format("ada.quist"), picture.format("otto_r")
    said = (f"{age}\n{{}}\n" if is_above else f"{{}}\n{age}\n") + f"{likes}\n{reply}\n"
    page = (
        f"Instagram\n{ada}\nada.quist\n{follow}\n{ada}\nada.quist\n"
        f"{said.format(CAPTION).replace(likes, '').replace(reply, '')}"
        f"{otto}\notto_r\n{said.format('I bring two bowls.')}"
        f"{ada}\nada.quist\n{said.format('Good.')}{below}"
    )

    read = read_file(page)

    assert [(each.author, each.text, each.age) for each in read.posts] == [
        ("ada.quist", CAPTION, age),
        ("otto_r", "I bring two bowls.", age),
        ("ada.quist", "Good.", age),
    ]
    assert {each.parent_id for each in read.posts[1:]} == {read.posts[0].id}


def test_age_and_buttons_may_be_one_line(read_file: ReadFile) -> None:
    read = read_file(
        "ada.quist's profile picture\nada.quist\nThe kiln is back.\nEdited·3w\n"
        "otto_r's profile picture\notto_r\nI bring two bowls.\n2w2 likesReply\nInstagram\n"
    )

    assert [(each.text, each.age) for each in read.posts] == [
        ("The kiln is back.", "3w"),
        ("I bring two bowls.", "2w"),
    ]


NOTES: Final = {
    "a list": "ada.quist's profile picture\nada.quist\nis new, and it is on Instagram.",
    "a task": "otto_r's profile picture\nis too small, as somebody said on Instagram.\n3w\nReply",
    "words": "Instagram\nAda posts on Fridays.\n3w\nReply\nto her.",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_about_pictures_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert read.only.text == NOTES[name]
    assert not read.left_out
