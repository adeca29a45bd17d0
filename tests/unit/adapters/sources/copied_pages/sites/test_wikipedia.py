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


CODE: Final = (
    "procedure turn(P : list of pots)\n    for k := 1 to m-1 inclusive do\n"
    "        if P[k-1] > P[k] then\n            swap(P[0], P[k])\n    end for\nend procedure"
)
INDICES: Final = {
    "of a letter": "The first pot is p[0] and the last p[-1]; the second is p[1], the next p[2].",
    "of a word": "Read pots[0] first and then pots[1] or pots[2].",
    "of two": "The cell m[i][j] is hot.",
    "of a name": "Each of row_counts[1] and row_counts[2] is a sum.",
    "of a letter in words": "The heat H[K] and the row B[n] matter.",
    "set": "So oven[1] := 5 sets it, and oven[2].lid opens.",
    "missing": "Here we should write [citation needed] or [3] behind it.",
}


@pytest.mark.parametrize(
    "whence", ["From Wikipedia, the free encyclopedia", "De Wikipedia, la enciclopedia libre"]
)
def test_code_stays_whole_with_its_indentation(whence: str, read_file: ReadFile) -> None:
    read = read_file(
        f"Sorting\n{whence}\nPots are sorted.[1]\nIn code\n[edit]\n"
        f"{CODE}\nUse\n[edit]\nIt is slow[2].\n"
    )

    assert read.only.text == f"Pots are sorted.\nIn code\n{CODE}\nUse\nIt is slow."


@pytest.mark.parametrize("name", INDICES)
def test_an_index_is_no_footnote(name: str, read_file: ReadFile) -> None:
    read = read_file(f"Sorting\nFrom Wikipedia, the free encyclopedia\n{INDICES[name]}[5]\n")

    assert read.only.text == INDICES[name]


PROSE: Final = (
    "The kiln[1] is hot[2][3], said Ada;[4] it is of brick[a] and \"clay\"[b].[6]: 12",
    "He fought in World War I[7] and ate vitamin C[8] (of fruit[9]).[citation needed]",
    "    Pit kilns[3] are older\n    Clamp kilns[4] are larger",
    "A list: wood,[1] coal,[2] gas;[3]",
)  # fmt: skip


@pytest.mark.parametrize("prose", PROSE)
def test_footnotes_in_prose_are_left_out(prose: str, read_file: ReadFile) -> None:
    read = read_file(f"Kiln\nFrom Wikipedia, the free encyclopedia\nIt is hot.\n{prose}\n")

    assert "[" not in read.only.text


BOXES: Final = {
    "en": "Appearance hide\nText\n\nSmall\n\nStandard\n\nLarge\nWidth\n\nStandard\n\nWide\n"
    "Color (beta)\n\nAutomatic\n\nLight\n\nDark",
    "fr": "Apparence masquer\nTaille du texte\nPetite\nStandard\nGrande\nLargeur\nLarge\nSombre",
    "de": "Erscheinungsbild Verbergen\nText\nKlein\nGroß\nBreite\nBreit\nHell\nDunkel",
    "es": "Apariencia ocultar\nTexto\nPequeño\nGrande\nAnchura\nAncho\nClaro\nOscuro",
}


@pytest.mark.parametrize("language", BOXES)
def test_how_a_page_may_look_is_no_title(language: str, read_file: ReadFile) -> None:
    above, whence, _, _ = PAGES[language]

    read = read_file(f"{above}\n{BOXES[language]}\n{whence}\nIt hardens clay.\n")

    assert (read.only.title, read.only.text) == ("Kiln", "It hardens clay.")


def test_an_article_called_appearance_keeps_its_title(read_file: ReadFile) -> None:
    read = read_file(
        "Jump to content\nMain menu\nSearch\nAppearance\nArticle\nTalk\n"
        "From Wikipedia, the free encyclopedia\nIt is how one looks.\n"
    )

    assert read.only.title == "Appearance"


FEET: Final = {
    "en": "Text is available under the Creative Commons Attribution-ShareAlike 4.0 License;"
    " additional terms may apply.\nPrivacy policy\nAbout Wikipedia\nDisclaimers\n",
    "fr": "Politique de confidentialité\nÀ propos de Wikipédia\nAvertissements\n",
    "de": "Datenschutz\nÜber Wikipedia\nImpressum\n",
    "es": "Política de privacidad\nAcerca de Wikipedia\n",
}
OWN: Final = "Our notes\nWikipedia is wrong here: our kiln takes a day.\nAsk Ada for the key."


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("own", [OWN, ""])
def test_what_somebody_writes_below_stays(language: str, own: str, read_file: ReadFile) -> None:
    _, whence, _, below = PAGES[language]
    end = below.removesuffix("\nPrivacy policyAbout WikipediaDisclaimers")

    read = read_file(f"Kiln\n{whence}\nIt hardens clay.\n{end}\n{FEET[language]}\n{own}")

    assert read.only.text == f"It hardens clay.\n\n{own}".strip()


NOTES: Final = {
    "footnotes": "The kiln is hot.[1] Pits came first.[12]\n[1] Ada said so.",
    "a form": "Name [edit]\nThe button beside it opens the form.",
    "a list": "To do\nHome page [edit]\nContact [edit]\nSet colours[1] to red, colours[2] to blue.",
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
