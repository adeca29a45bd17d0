"""A header that the page says twice, to those who see and to those who hear it, is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.linkedin.recognition import is_linkedin

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "The kiln was repaired on Tuesday.\n\nIt heats up to 1,200 degrees now."
AROUND: Final = {
    "en": ("Skip to main content\nHome\nMy Network\nJobs\nFeed post number 1", "Like\nComment"),
    "fr": (
        "Passer au contenu principal\nAccueil\nMon réseau\nMessagerie\nPost du fil d’actualité",
        "J’aime\nCommenter",
    ),
    "de": ("Weiter zum Hauptinhalt\nStartseite\nIhr Netzwerk\nMitteilungen", "Gefällt mir\nTeilen"),
    "es": ("Ir al contenido principal\nInicio\nMi red\nEmpleos", "Recomendar\nCompartir"),
}
OPEN: Final = {
    "en": "Visible to anyone on or off LinkedIn",
    "fr": "Visible de tous sur LinkedIn et en dehors",
    "de": "Für alle auf LinkedIn und außerhalb sichtbar",
    "es": "Visible para cualquiera dentro o fuera de LinkedIn",
}
MARIE: Final = "Marie Dupont\n • 2e\nPotière"
HEADERS: Final = [
    ("en", f"{MARIE}\n3w • Edited • \n3 weeks ago • Edited • {OPEN['en']}", "3w"),
    ("en", f"{MARIE}\n3w • Edited • Anyone on or off LinkedIn", "3w"),
    ("fr", f"{MARIE}\n3 j •\nIl y a 3 jours • {OPEN['fr']}", "3 j"),
    ("fr", f"{MARIE}\n2 mois • Tout le monde sur LinkedIn et en dehors de LinkedIn", "2 mois"),
    ("fr", f"{MARIE}\n2 mois •\n{OPEN['fr']}", "2 mois"),
    ("fr", f"{MARIE}\n2 mois • Modifié • \nTout le monde", "2 mois"),
    ("fr", "Marie DupontMarie Dupont\n• 2e\n2e\nPotière\n3 j •\nIl y a 3 jours •\nSuivre", "3 j"),
    ("fr", "Marie Dupont\n• 2e\nAuteur\nPotière\n3 j •", "3 j"),
    ("de", f"Marie Dupont\n• 2.\nTöpferin\n3 Tage •\nVor 3 Tagen • {OPEN['de']}", "3 Tage"),
    ("es", f"Marie Dupont\n• 2.º\nCeramista\n3 días •\nHace 3 días • {OPEN['es']}", "3 días"),
]


@pytest.mark.parametrize(("language", "header", "age"), HEADERS)
def test_a_header_that_is_said_twice_names_its_author(
    read_file: ReadFile, language: str, header: str, age: str
) -> None:
    begin, end = AROUND[language]
    page = f"{begin}\n{header}\n{WORDS}\n{end}\nLinkedIn Corporation © 2026\n"
    post = read_file(page, "post.txt").only
    assert (post.author, post.age, post.text) == ("Marie Dupont", age, WORDS)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "No alt text provided for this image"),
        ("en", "Marie Dupont’s profile photo"),
        ("fr", "Activer pour voir l’image en plus grand"),
        ("fr", "Pas de texte alternatif pour cette image"),
        ("fr", "Afficher la photo de profil de Paul Lenoir"),
        ("de", "Profilfoto von Paul Lenoir"),
        ("de", "Kein Alternativtext für dieses Bild vorhanden"),
        ("es", "Ver la foto de perfil de Paul Lenoir"),
    ],
)
def test_what_the_page_says_of_pictures_is_nobody_s_comment(
    read_file: ReadFile, language: str, line: str
) -> None:
    begin, end = AROUND[language]
    page = (
        f"{begin}\nMarie Dupont\n• 1st\n3w •\n{WORDS}\n{line}\n{end}\n{line}\nPaul Lenoir\n2w\nAye."
    )
    found = read_file(f"{page}\nReply\nLinkedIn Corporation © 2026\n", "post.txt")
    assert [post.text for post in found.posts] == [WORDS, "Aye."]


def test_the_lines_of_a_short_footer_are_no_comment(read_file: ReadFile) -> None:
    begin, end = AROUND["fr"]
    page = f"{begin}\nMarie Dupont\n• 2e\n3 j •\n{WORDS}\n{end}\nÀ propos\nAccessibilité\n"
    assert read_file(f"{page}LinkedIn Corporation © 2026\n", "post.txt").only.text == WORDS


def test_a_comment_may_say_who_comes(read_file: ReadFile) -> None:
    begin, end = AROUND["fr"]
    page = f"{begin}\nMarie Dupont\n• 2e\n3 j •\n{WORDS}\n{end}\nPaul Lenoir\n• 2e\n2 j\n"
    found = read_file(f"{page}Tout le monde\nRépondre\nLinkedIn Corporation © 2026\n", "post.txt")
    assert [post.text for post in found.posts] == [WORDS, "Tout le monde"]


@pytest.mark.parametrize("line", ["Visible de tous", "Visible to anyone", "Tout le monde"])
def test_one_such_line_makes_no_page_of_linkedin(line: str) -> None:
    assert not is_linkedin(f"Le clocher est\n{line}\ndepuis la route.")
