"""Of an article copied from Wikipedia its words are kept, without links to edit and footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

PAGES: Final = {
    "en": (
        (
            "Jump to content\nMain menu\nSearch\nDonate\nCreate account\nLog in\n(Top)\n"
            "History\nKiln\n72 languages\nArticle\nTalk\nRead\nEdit\nView history\nTools\nHide"
        ),
        "From Wikipedia, the free encyclopedia",
        "[edit]",
        (
            "Categories: KilnsOvens\nThis page was last edited on 12 March 2025, at 10:14 (UTC).\n"
            "Privacy policyAbout WikipediaDisclaimers"
        ),
    ),
    "fr": (
        (
            "Aller au contenu\nMenu principal\nRechercher\nSommaire\nHistoire\nKiln\n72 langues\n"
            "Article\nDiscussion\nLire\nModifier\nModifier le code\nVoir l’historique\nOutils"
        ),
        "Un article de Wikipédia, l'encyclopédie libre.",
        "[modifier | modifier le code]",
        "Catégorie : Four\nLa dernière modification de cette page a été faite le 12 mars 2025.",
    ),
    "de": (
        (
            "Zum Inhalt springen\nHauptmenü\nSuche\nKiln\n72 Sprachen\nArtikel\nDiskussion\nLesen\n"
            "Bearbeiten\nQuelltext bearbeiten\nVersionsgeschichte\nWerkzeuge"
        ),
        "aus Wikipedia, der freien Enzyklopädie",
        "[Bearbeiten | Quelltext bearbeiten]",
        "Kategorie: Ofen\nDiese Seite wurde zuletzt am 12. März 2025 um 10:14 Uhr bearbeitet.",
    ),
    "es": (
        (
            "Ir al contenido\nMenú principal\nBuscar\nKiln\n72 idiomas\nArtículo\nDiscusión\nLeer\n"
            "Editar\nVer historial\nHerramientas"
        ),
        "De Wikipedia, la enciclopedia libre",
        "[editar]",
        "Categorías: Hornos\nEsta página se editó por última vez el 12 mar 2025 a las 10:14.",
    ),
}
WORDS: Final = (
    "A kiln is a chamber that hardens clay.\n\nHistory\nPits came first. The fire was covered with"
    " earth.\nUse\nPottery is fired twice."
)
COPIED: Final = (
    "A kiln is a chamber that hardens clay.[1][2]\n\nHistory\n{edit}\nPits came first.[12] The fire"
    " was covered[a] with earth.[3]: 14\nUse{edit}\nPottery is fired twice."
)


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("is_whole", [True, False])
def test_an_article_is_its_words_under_its_title(
    language: str, is_whole: bool, read_file: ReadFile
) -> None:
    above, whence, edit, below = PAGES[language]
    top, end = (above, below) if is_whole else ("Kiln", "")

    read = read_file(f"{top}\n{whence}\n{COPIED.format(edit=edit)}\n{end}\n")

    assert (read.only.title, read.only.text) == ("Kiln", WORDS)
    assert read.left_out["page_furniture"] >= (10 if is_whole else 2)


def test_a_part_of_an_article_is_known_by_its_links_to_edit(read_file: ReadFile) -> None:
    read = read_file(f"{COPIED.format(edit='[edit]')}")

    assert read.only.text == WORDS


def test_what_somebody_writes_above_stays(read_file: ReadFile) -> None:
    own = "I copied this for Monday, since nobody believed me:\nKiln"

    read = read_file(f"{own}\nFrom Wikipedia, the free encyclopedia\nIt hardens clay.[1]\n")

    assert read.only.text == f"{own}\nIt hardens clay."


NOTES: Final = {
    "footnotes": "The kiln is hot.[1] Pits came first.[12]\n[1] Ada said so.",
    "a form": "Name [edit]\nThe button beside it opens the form.",
    "code": "Then set oven[1] = 5 and door[a] = 6.",
    "of it": "What I know is from Wikipedia, the free encyclopedia, and from Ada.",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_with_brackets_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert read.only.text == NOTES[name]
    assert not read.left_out


def test_a_number_in_brackets_that_is_set_is_code(read_file: ReadFile) -> None:
    read = read_file("Arrays\nFrom Wikipedia, the free encyclopedia\nSo oven[1] = 5 sets it.[2]\n")

    assert read.only.text == "So oven[1] = 5 sets it."
