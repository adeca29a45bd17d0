"""Who wrote a copied page, when, and what it is called; and what the site says around it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

PAGES: Final = Path(__file__).parents[4] / "payloads" / "copied_pages"
WORDS: Final = (
    "The kiln was repaired on Tuesday, and it heats up to 1,200 degrees now.\n"
    "Councillor Nair said that it was a relief for all of its 340 members."
)
ABOVE: Final = "Skip to content\nHome\nAbout\nContact\nSign in\nShare this"
SAID: Final = "It took all members three weeks and not two, as was planned."
OLD: Final = "This article is more than 1 year old"
BELOW: Final = "Share this article\nFacebook\nPrivacy policy\n© 2025 The Workshop"


def read(read_file: ReadFile, heading: str, below: str = BELOW, words: str = WORDS) -> Found:
    return read_file(f"{ABOVE}\n{heading}\n{words}\n{below}\n", "page.txt")


@pytest.mark.parametrize(
    ("byline", "author", "day"),
    [
        ("By Jane Carter, Local correspondent\nPublished 4 June 2025, 09:12 BST", "Jane Carter", 4),
        ("By Jane Carter\nJune 4, 2025", "Jane Carter", 4),
        ("By Jane Carter · June 4, 2025 · 4 min read", "Jane Carter", 4),
        ("Jane Carter\nJun 4, 2025", "Jane Carter", 4),
        ("Published on 4 June 2025\nBy Jane Carter and Bo de Lee", "Jane Carter and Bo de Lee", 4),
        (
            "Par Inès Moreau\nPublié le 4 juin 2025 à 14h30\nMis à jour le 5 juin 2025",
            "Inès Moreau",
            4,
        ),
        ("Von Käthe Öhm\nVeröffentlicht am 4. Juni 2025", "Käthe Öhm", 4),
        ("Por Ana Ruiz\nPublicado el 4 de junio de 2025", "Ana Ruiz", 4),
        ("By Jane Carter\nUpdated 5 June 2025", "Jane Carter", None),
        ("Published 4 June 2025", None, 4),
        ("Submitted by kiln_master on Wed, 06/04/2025", "kiln_master", None),
        ("Submitted by kiln_master on Mon, 06/16/2025 - 09:12", "kiln_master", 16),
        ("Jane Carter writes on 4 June 2025", "Jane Carter", 4),
        ("Posted on June 4, 2025 by Jane Carter", "Jane Carter", 4),
        ("Par Inès Moreau (Lyon)\nPublié le 4 juin 2025", "Inès Moreau", 4),
        ("Veröffentlicht am 4. Juni 2025 von Käthe Öhm", "Käthe Öhm", 4),
        ("Publicado el 4 de junio de 2025 por Ana Ruiz", "Ana Ruiz", 4),
        ("Von Käthe Öhm, Kassel\n04.06.2025, 14.33 Uhr", "Käthe Öhm", 4),
        (
            "Par Inès Moreau (Lyon, Rhône, envoyée spéciale)\nPublié le 4 juin 2025",
            "Inès Moreau",
            4,
        ),
        (
            "Par Inès Moreau\nPublié le 04/06/2025 à 05:30, mis à jour le 05/06/2025",
            "Inès Moreau",
            4,
        ),
        ("Jane Carter in Stoke-on-Trent\nWed 4 Jun 2025 06.00 GMT", "Jane Carter", 4),
        (
            "María Gómez\nTalavera - 04 jun 2025 - 05:30 CET\nCompartir en Facebook",
            "María Gómez",
            4,
        ),
    ],
)
def test_a_byline_tells_author_and_date(
    read_file: ReadFile, byline: str, author: str | None, day: int | None
) -> None:
    post = read(read_file, f"The kiln is back\n{byline}").only
    assert post.author == author
    assert (post.posted_at and post.posted_at.day) == day
    assert post.text.removeprefix("The kiln is back\n") == WORDS
    assert post.title == ("The kiln is back" if author else "")


def test_the_name_of_the_site_above_the_title_is_no_word_of_its_author(read_file: ReadFile) -> None:
    heading = "The Workshop\nSign up\nThe kiln is back\nAnd how\nBy Jane Carter"
    post = read(read_file, heading).only
    assert (post.title, post.text) == ("The kiln is back", f"And how\n{WORDS}")


@pytest.mark.parametrize(
    ("heading", "title", "text"),
    [
        (
            "Business\nSmall firms\nThe kiln is back at last\nBy Jane Carter",
            "The kiln is back at last",
            "",
        ),
        (
            "Kiln news\nA lesson in thermocouples\nBy Jane Carter",
            "Kiln news",
            "A lesson in thermocouples",
        ),
        (
            f"The kiln is back\n{SAID}\nBy Jane Carter",
            "The kiln is back",
            SAID,
        ),
        (
            f"{OLD}\nThe kiln is back\n{OLD}\nAnd how\nBy Jane Carter",
            "The kiln is back",
            "And how",
        ),
        ("Flash\nHome Kilns Clay\nThe kiln is back\nBy Jane Carter", "The kiln is back", ""),
    ],
)
def test_a_title_is_neither_the_part_of_the_site_above_nor_the_words_below(
    read_file: ReadFile, heading: str, title: str, text: str
) -> None:
    post = read(read_file, heading).only

    assert (post.title, post.author) == (title, "Jane Carter")
    assert post.text.removesuffix(WORDS).strip() == text


@pytest.mark.parametrize(
    "below",
    [
        f"Comments (2)\nBo\nI think that the kiln is cold.\n{BELOW}",
        f"Bo Lee\nI think that the kiln is cold.\nReply\n{BELOW}",
        f"Bo says:\nI think that the kiln is cold.\n{BELOW}",
        f"2 commentaires\nBo\nI think that the kiln is cold.\nRépondre\n{BELOW}",
    ],
)
def test_where_others_have_words_too_nobody_is_named(read_file: ReadFile, below: str) -> None:
    post = read(read_file, "The kiln is back\nBy Jane Carter", below).only
    assert "I think that the kiln is cold." in post.text
    assert post.author is None


def test_where_two_are_named_above_the_words_nobody_is(read_file: ReadFile) -> None:
    heading = "Storm closes the road\nBy Bo Lee\nThe kiln is back\nBy Jane Carter"
    assert read(read_file, heading).only.author is None


@pytest.mark.parametrize(
    "line",
    ["By hand", "By Boat", "Par Hasard", "Jane Carter", "4 June 2025", "Jane Carter in Leith"],
)
def test_other_lines_are_no_byline(read_file: ReadFile, line: str) -> None:
    post = read(read_file, f"The kiln is back\n{line}").only
    assert post.author is None
    assert line in post.text


def test_a_text_that_was_copied_from_nowhere_keeps_its_lines(read_file: ReadFile) -> None:
    text = f"The kiln is back\nBy Jane Carter\nPublished 4 June 2025\n{WORDS}"
    assert read_file(text, "note.txt").only.text == text


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for reading The Workshop! Subscribe for free to receive new posts and support me.",
        "Merci de lire L’Atelier ! Abonnez-vous pour recevoir de nouveaux posts et me soutenir.",
        "Danke fürs Lesen von Werk! Abonnieren Sie kostenlos, um neue Posts zu erhalten.",
        "¡Gracias por leer Taller! Suscríbete gratis para recibir nuevos posts.",
        "The Workshop is a reader-supported publication. To receive new posts, subscribe.",
        "Recevez nos meilleurs articles chaque semaine",
        "Get our best stories every week",
        "Image caption, The kiln in Mill Lane",
        "41\n\n7\n\n5\nShare",
        "Personnaliser\nTout accepter",
        "Related topics\nKilns\nLocal government",
        "More on this story\nLibrary hours cut again\n2 days ago\nTop stories\nStorm closes a road",
        "Sections\nLocal\nSearch\nSign in",
    ],
)
def test_what_a_site_says_between_the_words_is_left_out(read_file: ReadFile, line: str) -> None:
    first, second = WORDS.split("\n")
    between = read(read_file, "The kiln", words=f"{first}\n{line}\n{second}").only
    below = read(read_file, "The kiln", f"{line}\n{BELOW}").only
    said = between.text if "\n" not in line else below.text
    assert [each for each in said.split("\n") if each] == ["The kiln", first, second]


def test_headings_of_a_text_that_a_menu_has_too_stay(read_file: ReadFile) -> None:
    text = f"Culture\n{WORDS}\nScience\n{WORDS}\nPolitics\n{WORDS}"
    assert read_file(text, "note.txt").only.text == text


def test_a_blog_that_names_its_author_below_the_words_tells_title_author_and_day(
    read_file: ReadFile,
) -> None:
    page = (PAGES / "blogger-fr.txt").read_text().replace("= ", "")
    post = read_file(page, "page.txt").only

    assert (post.title, post.author) == ("Le four est revenu", "Ada Quill")
    assert str(post.posted_at)[:10] == "2025-05-12"


def test_words_of_others_below_a_blog_s_post_are_theirs(read_file: ReadFile) -> None:
    page = (PAGES / "blogger-es.txt").read_text().replace("= ", "")
    post, comment = read_file(page, "page.txt").posts

    assert (post.author, comment.author) == ("Ada Quill", "Ben Ochre")
    assert comment.text == "¿Puedo llevar porcelana, o es solo para gres?"


def test_news_below_the_way_that_leads_to_them_have_title_author_and_day(
    read_file: ReadFile,
) -> None:
    page = (PAGES / "news-de.txt").read_text().replace("= ", "")
    post = read_file(page, "page.txt").only

    assert post.title == "Offene Werkstätten: Brennofen mit freier Steuerung"
    assert post.author == "Jana Tiegel"
    assert str(post.posted_at)[:16] == "2025-05-12 14:33"


def test_statuses_of_several_accounts_are_nobody_s(read_file: ReadFile) -> None:
    page = (PAGES / "status-en.txt").read_text().replace("= ", "")
    reply = "Ben Ochre\n@ben@clay.example\nPorcelain needs the top shelf, and a day more to cool.\n"
    alone, several = (
        read_file(text, "page.txt").only
        for text in (page, page.replace("Explore\n", f"{reply}Explore\n"))
    )

    assert (alone.author, several.author) == ("Ada Quill", None)
    assert "Ben Ochre\nPorcelain needs" in several.text


def test_notes_with_accounts_and_days_stay_as_they_are(read_file: ReadFile) -> None:
    others = "".join(f"{name}\n@{name}@clay.example\n" for name in ("Ben", "Zoe", "Cleo", "Di"))
    note = (
        f"Whom to ask\n{others}Ada Quill\n@ada@hearth.example\nShe has the key.\n12 May\nOpen day"
    )
    assert read_file(note, "notes.txt").only.text == note


@pytest.mark.parametrize(
    ("name", "when"),
    [("newspaper-en", "2025-05-12 13:33"), ("radio", "2025-05-12 00:00")],
)
def test_a_day_with_a_zone_is_that_of_the_page(read_file: ReadFile, name: str, when: str) -> None:
    page = (PAGES / f"{name}.txt").read_text().replace("= ", "")
    assert str(read_file(page, "page.txt").only.posted_at)[:16] == when
