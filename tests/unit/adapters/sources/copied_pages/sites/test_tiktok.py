"""On a copied page of TikTok each account says its own, whatever tabs the page has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

PAGE: Final = """TikTok
{menu}
dune.bakers
Dune Bakers · {age}
Loaves need a slow night. #bread
{sound} - Dune Bakers
1203
45
{tabs}
nora_v
Nora
Which flour is it?
{age}
{reply}
12
{more}
jo.b
Lovely crust
2d ago
{reply}
3
{log_in}
"""
LANGUAGES: Final = {
    "en": ("For You\nExplore", "3d ago", "original sound", "Comments\nYou may like\n45 comments",
           "Reply", "View 1 reply", "Log in to comment"),
    "fr": ("Pour toi\nExplorer", "Il y a 3 j", "son original",
           "Commentaires\nTu pourrais aimer\n45 commentaires",
           "Répondre", "Voir 1 réponse", "Connecte-toi pour commenter"),
    "de": ("Für dich\nEntdecken", "vor 3 Tagen", "Originalton",
           "Kommentare\nVielleicht gefällt dir\n45 Kommentare",
           "Antworten", "1 Antwort anzeigen", "Melde dich an, um zu kommentieren"),
    "es": ("Para ti\nExplorar", "hace 3 días", "sonido original",
           "Comentarios\nTe puede gustar\n45 comentarios",
           "Responder", "Ver 1 respuesta", "Inicia sesión para comentar"),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("has_tabs", [True, False])
def test_what_each_account_says_is_its_own(
    language: str, has_tabs: bool, read_file: ReadFile
) -> None:
    menu, age, sound, tabs, reply, more, log_in = LANGUAGES[language]
    page = PAGE.format(
        menu=menu, age=age, sound=sound, tabs=tabs if has_tabs else tabs.splitlines()[-1],
        reply=reply, more=more, log_in=log_in,
    )  # fmt: skip

    read = read_file(page)

    assert [(each.author, each.text) for each in read.posts] == [
        ("Dune Bakers", "Loaves need a slow night. #bread"),
        ("Nora", "Which flour is it?"),
        ("jo.b", "Lovely crust"),
    ]
    assert read.posts[0].title != "dune.bakers"


@pytest.mark.parametrize(
    "text",
    [
        "The original sound - a hum - came back.\nReply\nWe wrote so.",
        "notes\nThe band plays on Friday.\noriginal sound - Dune Bakers\nReply to Nora.",
        "bread\nFlour · 3 kg\nWater · 2 l\nOriginal sound - none",
    ],
)
def test_notes_with_such_lines_stay_whole(text: str, read_file: ReadFile) -> None:
    assert read_file(text).only.text == text
