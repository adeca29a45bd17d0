"""What a news site puts among the paragraphs goes, and no sentence of the article with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

FIRST: Final = "The lower market opens again on Saturdays, after two years of works on the square."
LAST: Final = "The bus stops in front of the gate, and bicycles can be left behind the fountain."
SHORT: Final = "Nobody pays anything there."
PAGE: Final = """Skip to content
Sign in
Subscribe
{first}
{inset}
{short}
{last}
Privacy policy
Cookie policy
© 2025 The Daily Ledger
"""


def page(inset: str) -> str:
    return PAGE.format(first=FIRST, inset=inset, short=SHORT, last=LAST)


@pytest.mark.parametrize(
    "inset",
    [
        "Read more:\nFive places to eat near the square",
        "READ MORE\nFive places to eat near the square\nWhy the fountain is dry",
        "Read more about this:\nFive places to eat near the square",
        "Related\nWhy the fountain is still dry",
        "Related article\nHow the town paid for it\nRelated article\nWhy the fountain is dry",
        "Recommended Stories\nlist 1 of 2\nRain is coming\nlist 2 of 2\nA bridge\nend of list",
        "Sign up for the Morning Newsletter\nWhat matters, weekly.\nYour email address\nSign up",
        "Story continues below advertisement",
        "Advertisement",
        "Share\nSave",
        "Listen to this article\n4 min",
        "En savoir plus :\nCinq tables près de la place",
        "Newsletter\nLa matinale\nVotre adresse e-mail\nS’inscrire",
        "La suite après cette publicité",
        "Leer más:\nCinco sitios para comer junto a la plaza",
        "Newsletter\nLo mejor de la semana\nTu correo electrónico\nSuscribirme",
        "El artículo continúa después de la publicidad",
        "Mehr lesen:\nFünf Orte zum Essen am Platz",
        "Newsletter\nDer Morgen\nIhre E-Mail-Adresse\nJetzt anmelden",
        "Nach der Anzeige weiterlesen",
    ],
)
def test_what_a_site_puts_among_the_paragraphs_is_left_out_and_counted(
    inset: str, read_file: ReadFile
) -> None:
    read = read_file(page(inset))

    assert read.only.text == f"{FIRST}\n{SHORT}\n{LAST}"
    assert read.left_out["page_furniture"] == 6 + inset.count("\n") + 1


@pytest.mark.parametrize(
    "own",
    [
        "Related\nThere is more to say of the fountain.",
        "The stalls\nHow the lots are drawn on Monday",
        "A newsletter\ntells who comes.",
        "list 1 of 2\nBread and salt",
        "Related\nworks were paid for by the town, with a loan,\nand so was the door.",
        "Five things\n1. Bread\n2. Salt",
        "“Story continues,” he said.",
    ],
)
def test_what_an_author_writes_among_the_paragraphs_stays(own: str, read_file: ReadFile) -> None:
    assert read_file(page(own)).only.text == f"{FIRST}\n{own}\n{SHORT}\n{LAST}"


def test_a_note_with_such_lines_stays_whole(read_file: ReadFile) -> None:
    note = f"Read more:\nFive places to eat near the square\n{SHORT}\nRelated\nThe long way\n{LAST}"

    read = read_file(note)

    assert read.only.text == note
    assert not read.left_out


def test_who_wrote_is_known_by_what_they_are_and_the_title_above_buttons(
    read_file: ReadFile,
) -> None:
    post = read_file(
        "Home\nNews\nUS & Canada\nBusiness\nThe lower market opens again\n2 days ago\nShare\n"
        f"Save\nNora Vale\nBusiness reporter\n{FIRST}\n{LAST}\nTerms of Use\nPrivacy Policy"
    ).only

    assert (post.title, post.author) == ("The lower market opens again", "Nora Vale")
    assert post.text == f"{FIRST}\n{LAST}"
