"""What a group says of its members beside their names is neither a name nor words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.unit.adapters.sources.copied_pages.test_statuses import (
    ENGLISH,
    FRENCH,
    GERMAN,
    MENU,
    PAGE,
    SPANISH,
    WORDS,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

BADGES: Final = {
    "en": (ENGLISH, ("Admin Moderator Top~contributor Rising~contributor All-star~contributor"
           " Group~expert New~member Founding~member")),
    "fr": (FRENCH, ("Administrateur Modératrice Nouveau~membre Nouvelle~membre Expert~du~groupe"
           " Super~contributeur")),
    "de": (GERMAN, "Administrator Moderatorin Top-Beitragender Neues~Mitglied Gruppenexpertin"),
    "es": (SPANISH, ("Administradora Moderador Nuevo~miembro Experta~del~grupo"
           " Colaborador~destacado")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "badge"),
    [
        (said, badge.replace("~", " "))
        for said, badges in BADGES.values()
        for badge in badges.split()
    ],
)
@pytest.mark.parametrize("beside", ["{}\n", "{}\n·\n", "·\nFollow\n{}\nTop contributor\n·\n"])
def test_what_a_group_says_of_a_member_is_neither_a_name_nor_words(
    language: dict[str, str], badge: str, beside: str, read_file: ReadFile
) -> None:
    said = language | {"author": f"{language['author']}\n{badge}"}
    page = PAGE.format(**said, menu=MENU, beside=beside.format(badge), words=WORDS)
    page = page.replace("Otto Reyes\n", f"Otto Reyes\n{badge}\n")

    read = read_file(page)

    assert [(post.author, post.text) for post in read.posts] == [
        ("Nora Vale", WORDS),
        ("Otto Reyes", "Who has the key?"),
        ("Nora Vale", "The one at the desk.\nSecond shelf."),
    ]


@pytest.mark.parametrize(
    "words", ["Moderator", "The moderator", "New member here", "Top contributor"]
)
def test_a_comment_that_is_no_more_than_such_a_word_is_said(
    words: str, read_file: ReadFile
) -> None:
    page = PAGE.format(**ENGLISH, menu=MENU, beside="", words=WORDS)

    read = read_file(page.replace("Who has the key?", words))

    assert (read.posts[1].author, read.posts[1].text) == ("Otto Reyes", words)


@pytest.mark.parametrize(
    "liked", ["34Ana Ruiz and 33 others", "34Ana Ruiz und 33 weitere Personen"]
)
def test_who_likes_a_post_is_none_of_its_words(liked: str, read_file: ReadFile) -> None:
    page = PAGE.format(**ENGLISH, menu=MENU, beside="", words=WORDS)

    read = read_file(page.replace("24\n5 comments", f"{liked}\n5 comments"))

    assert read.posts[0].text == WORDS
