"""The head of a newspaper's page, copied with little of its site, tells title, author and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = (
    "The lower market opens again on Saturdays, after two years of works on the old square.\n"
    "The stalls are drawn by lot on the first Monday of the month, and nobody pays anything."
)
HEADS: Final = {
    "Portada\nEspaña\nEl mercado de abajo abre otra vez\nMarta Ruiz\nMadrid\n12 mar 2025"
    " - 10:14 CET": "Marta Ruiz",
    "Portada\nMadrid\nEl mercado de abajo abre otra vez\nMarta Ruiz\nMadrid - 12 mar 2025"
    " - 10:14 CET": "Marta Ruiz",
    "Inicio\nSociedad\nEl mercado de abajo abre otra vez\nPor Marta Ruiz\nPublicado: 12 de marzo"
    " de 2025, 10:14": "Marta Ruiz",
    "À la une\nPolitique\nLe marché du bas rouvre le samedi\nPar Claire Morin\nPublié le 12 mars"
    " 2025 à 10h14": "Claire Morin",
    "Accueil\nFrance\nBretagne\nLe marché du bas rouvre le samedi\nPar Claire Morin\nPublié le 12"
    " mars 2025 à 10h14, modifié le 13 mars 2025 à 8h00": "Claire Morin",
    "Startseite\nPolitik\nDer untere Markt öffnet wieder\nVon Karla Weber\nStand: 12.03.2025,"
    " 10:14 Uhr": "Karla Weber",
    "Startseite\nPanorama\nDer untere Markt öffnet wieder\nVon Karla Weber, Berlin\n12.03.2025,"
    " 10:14 Uhr": "Karla Weber",
    "Home\nPolitics\nThe lower market opens again\nBy Nora Vale\nLondon\n12 March 2025":
    "Nora Vale",
    "News\nUK\nThe lower market opens again\nNora Vale\nBusiness reporter\nPublished 12 March 2025":
    "Nora Vale",
    "Home\nUK\nThe lower market opens again\nNora Vale\nPolitical Editor\n12 March 2025":
    "Nora Vale",
    "Home\nWorld\nEurope\nThe lower market opens again\nBy Nora Vale and Otto Reyes\nMarch 12,"
    " 2025": "Nora Vale and Otto Reyes",
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("below", ["", "\nCompartir\nComentarios", "\nPartager", "\nTeilen"])
def test_a_head_tells_title_author_and_day(head: str, below: str, read_file: ReadFile) -> None:
    post = read_file(f"{head}\n{WORDS}{below}").only

    assert post.text == WORDS
    assert post.author == HEADS[head]
    assert post.title in head.split("\n")
    assert len(post.title.split()) >= 5
    assert post.posted_at is not None
    assert post.posted_at.date().isoformat() == "2025-03-12"


NOTES: Final = {
    "a poem": f"Home\nFood\nNothing is as good as bread\nAda Quist\n{WORDS}",
    "a plan": "Inicio\nCultura\nComida y música en la plaza\nMarta Ruiz\nMadrid\nNos vemos allí.",
    "minutes": f"News\nMoney\nBoth were talked about\n12 March 2025\n{WORDS}",
    "a list": "Start\nSport\nFood\nMusic\nBy Ada Quist\n12 March 2025\nWe go on in the evening.",
    "a letter": f"Home\nDear all of you,\nBy Ada Quist\n12 March 2025\n{WORDS}",
    "names": f"Ice Cream Van\nAda Quist\nRecipes\n12 March 2025\n{WORDS}",
    "stand": f"Stand: 12.03.2025\nPolitik\nWas wir am Montag sagen\n{WORDS}",
    "a dish": f"Home\nTravel notes\nThe long way to the lower market\nSea\n{WORDS}",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_that_begin_like_one_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert read.only.text == NOTES[name]
    assert read.only.author is None
    assert not read.left_out


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ("Ice Cream\nRecipes", None),
        ("The market opens again\nNora Vale\nLondon", "Nora Vale"),
    ],
)
def test_a_line_stands_between_name_and_day_only_below_a_title(
    above: str, author: str | None, read_file: ReadFile
) -> None:
    page = f"Skip to content\nSign in\nMenu\nLog in\n{above}\n12 March 2025\n{WORDS}\nCookie policy"

    assert read_file(page).only.author == author
