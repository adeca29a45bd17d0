"""What is said of other articles is told by where it stands, and the page's own words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "Sand does the same against ice as salt, and the beans on the floor do not mind it."
PAGE: Final = """Skip to content
Sign in
Sign up
Home
About
{words}
{below}
Help
Privacy
Terms
Cookie policy
© 2025 Garden Weekly
"""
OTHERS: Final = "Labels that last\nPencil on zinc outlives every marker that we bought so far."


@pytest.mark.parametrize(
    "below",
    [
        f"More from Nora Vale\n{OTHERS}\n9 March 2025",
        f"More from Nora Vale\n{OTHERS}\nMar 9 · Nora Vale",
        f"Más de Nora Vale\n{OTHERS}\n9 de marzo",
        f"Related\n{OTHERS}\n77\nSee all",
        f"Beans\n12\nWritten by Nora Vale\nShe grows beans.\nMore from Nora Vale\n{OTHERS}\nMar 9",
        "Beans\nNora Vale\nWritten by Nora Vale\nMore from Nora Vale\nShort and whole.",
    ],
)
def test_a_whole_sentence_under_the_title_of_another_article_is_not_the_pages(
    below: str, read_file: ReadFile
) -> None:
    assert read_file(PAGE.format(words=WORDS, below=below)).only.text == WORDS


def test_what_goes_on_below_a_link_to_another_article_stays(read_file: ReadFile) -> None:
    own = "It froze again in February, and this time the hose was empty, as it should be."
    page = PAGE.format(words=f"{WORDS}\nRelated\nLabels that last\n{own}\n{own}", below="")

    assert read_file(page).only.text.count(own) == 2


def test_what_ends_a_post_above_its_numbers_stays(read_file: ReadFile) -> None:
    below = "Bring\nGloves\n24\n5 comments\nLike\nComment\nShare"

    assert read_file(PAGE.format(words=WORDS, below=below)).only.text == f"{WORDS}\nBring\nGloves"


SHORT: Final = "The council means to open one in May."
PROMOTION: Final = """skip past newsletter promotion
Sign up to Business Today
Get set for the working day
Enter your email address
Sign up
Privacy Notice: Newsletters may contain information about charities and content of others.
after newsletter promotion"""


@pytest.mark.parametrize(
    "inset",
    [
        "À lire aussi\nÉlectricité : la hausse se poursuit",
        "Mehr zum Thema\nStrompreise steigen weiter\nVon Eva Schmidt",
        "Lesen Sie auch\nStrompreise steigen weiter",
        "Más información\nLa luz sube por tercer mes",
        PROMOTION,
    ],
)
@pytest.mark.parametrize("below", ["", "Kommentar schreiben"])
def test_the_last_paragraph_below_an_inset_is_the_authors(
    inset: str, below: str, read_file: ReadFile
) -> None:
    page = PAGE.format(words=f"{WORDS}\n{inset}\n{SHORT}", below=below)

    assert read_file(page).only.text == f"{WORDS}\n{SHORT}"


@pytest.mark.parametrize(
    "line",
    [
        "Share full article\n120",
        "SKIP ADVERTISEMENT",
        "Read 120 Comments\nTrending in The Times\nMan finds gold",
        "See more on: Energy",
        "Mary White in her studio in Beacon. Credit...Jan Kahn for The New York Times",
        "Topics\nKilns",
    ],
)
def test_what_a_newspaper_says_below_an_article_is_left_out(line: str, read_file: ReadFile) -> None:
    assert read_file(PAGE.format(words=WORDS, below=line)).only.text == WORDS


def test_a_promise_to_skip_something_that_never_ends_hides_no_words(read_file: ReadFile) -> None:
    words = f"{WORDS}\nskip past the second gate\n{WORDS}"

    assert read_file(PAGE.format(words=words, below="")).only.text == words


CARD: Final = "Labels that last\nPencil on zinc outlives every marker that we have bought."


@pytest.mark.parametrize(
    "below",
    [
        f"Read more\n{CARD}\nBy Otto Reyes\nFeb 1, 2025\n{CARD}\nBy Ana Ruiz\nJan 3, 2025",
        f"Read more\n{CARD}\nBy Otto Reyes 01 Feb 2025",
        f"Weiterlesen\n{CARD}\nVon Otto Reyes\n1. Februar 2025",
        f"Related articles\n{CARD}\nBy Otto Reyes · 7 November 2025\nMost read\nA bridge falls",
        f"Artículos relacionados\n{CARD}\nPor Ana Ruiz\n7 de noviembre de 2025",
        f"Articles similaires\n{CARD}\nPar Claire Dumas\n01/02/2025",
        f"Related articles\n{CARD}\nBy Ana Ruiz\nMost read\n{CARD}\nBy Ana Ruiz",
    ],
)
def test_a_card_of_another_article_with_its_author_is_not_the_pages(
    below: str, read_file: ReadFile
) -> None:
    assert read_file(PAGE.format(words=WORDS, below=below)).only.text == WORDS


@pytest.mark.parametrize(
    "below",
    [
        f"Read more\nLabels that last\n{WORDS}\nBy Nora Vale",
        f"Labels that last\n{WORDS}\nBy Otto Reyes\nFeb 1, 2025\n{WORDS}",
        f"Related\nLabels that last\n{WORDS}\nBy candle light",
        f"Related\nLabels that last\n{WORDS}\n{WORDS}\nBy Otto Reyes",
    ],
)
def test_what_is_no_card_of_another_article_stays(below: str, read_file: ReadFile) -> None:
    first = f"Nora Vale\n{WORDS}"

    assert WORDS in read_file(PAGE.format(words=first, below=below)).only.text.partition(WORDS)[2]
