"""Lines that say who wrote something, and when, in four languages; and lines that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.bylines import author_in, byline_in, date_beside

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID = [
    ("Submitted by Jane Carter on 3 March 2024", "Jane Carter", "3 March 2024"),
    ("Submitted by kiln_master on Sun, 03/17/2024 - 14:22", "kiln_master", "03/17/2024 - 14:22"),
    ("Jane Carter writes on 3 March 2024", "Jane Carter", "3 March 2024"),
    ("Posted on March 3, 2024 by Jane Carter", "Jane Carter", "March 3, 2024"),
    ("Posted on March 3, 2024 by Jane Carter in News, Kilns", "Jane Carter", "March 3, 2024"),
    ("March 3, 2024 By Jane Carter Leave a Comment", "Jane Carter", "March 3, 2024"),
    ("Posted by kilnfan 3 days ago", "kilnfan", "3 days ago"),
    ("Posted by Jane Carter at 10:14 PM", "Jane Carter", ""),
    ("submitted 3 hours ago by kiln_master to r/pottery", "kiln_master", "3 hours ago"),
    ("by Jane Carter » Sun Mar 3, 2024 2:22 pm", "Jane Carter", "Mar 3, 2024 2:22 pm"),
    ("By Ada Byron and Bo Lee · 3 March 2024", "Ada Byron and Bo Lee", "3 March 2024"),
    ("Jane Carter | March 3, 2024", "Jane Carter", "March 3, 2024"),
    ("Par Inès Moreau (Lyon)", "Inès Moreau", ""),
    ("Par Inès Moreau · Mis à jour le 3 mars 2024", "Inès Moreau", ""),
    ("Publié le 3 mars 2024 par Inès Moreau", "Inès Moreau", "3 mars 2024"),
    ("Publié par Inès Moreau le 3 mars 2024 à 14h05", "Inès Moreau", "3 mars 2024 à 14h05"),
    ("Par Inès Moreau, publié le 3 mars 2024", "Inès Moreau", "3 mars 2024"),
    ("Inès Moreau a écrit le 3 mars 2024 :", "Inès Moreau", "3 mars 2024"),
    ("Veröffentlicht am 3. März 2024 von Käthe Öhm", "Käthe Öhm", "3. März 2024"),
    ("Geschrieben von Käthe Öhm am 3. März 2024", "Käthe Öhm", "3. März 2024"),
    ("Von Käthe Öhm, 3. März 2024", "Käthe Öhm", "3. März 2024"),
    ("Beitrag von Käthe Öhm » 3. März 2024", "Käthe Öhm", "3. März 2024"),
    ("Publicado el 3 de marzo de 2024 por Ana Ruiz", "Ana Ruiz", "3 de marzo de 2024"),
    ("Escrito por Ana Ruiz el 3 de marzo de 2024", "Ana Ruiz", "3 de marzo de 2024"),
    ("Ana Ruiz escribió el 3 de marzo de 2024", "Ana Ruiz", "3 de marzo de 2024"),
]


@pytest.mark.parametrize(("line", "author", "date"), SAID)
def test_a_byline_has_an_author_and_a_date(line: str, author: str, date: str) -> None:
    for is_named in (False, True):
        said = byline_in(line, is_named=is_named)

        assert said is not None
        assert (said.author, said.date) == (author, date)


@pytest.mark.parametrize(
    "line",
    [
        "By hand",
        "Written by hand",
        "By Boat",
        "Par Hasard",
        "New York, 3 March 2024",
        "Opening on 3 March 2024",
        "We met on 3 March 2024 by the sea",
        "The battle of 3 March 2024",
        "Updated 5 June 2025",
        "Jane Carter",
        f"By Jane {'and Jane ' * 40}",
        "",
    ],
)
def test_another_line_is_none(line: str) -> None:
    assert byline_in(line) is None


@pytest.mark.parametrize(
    ("named", "author", "date"),
    [
        ("Ada", "Ada", ""),
        ("von Neumann", "von Neumann", ""),
        ("De la Cruz", "De la Cruz", ""),
        ("Hoy Chan", "Hoy Chan", ""),
        ("Ada (admin)", "Ada (admin)", ""),
        ("by kiln_master", "kiln_master", ""),
        ("Ada says:", "Ada", ""),
        ("ada_l on Mar 3, 2024", "ada_l", "Mar 3, 2024"),
        ("Ada, 3 March 2024", "Ada", "3 March 2024"),
        ("3 March 2024", "", "3 March 2024"),
    ],
)
def test_where_somebody_is_named_any_name_is_one(named: str, author: str, date: str) -> None:
    assert (author_in(named), date_beside(named)) == (author, date)


WORDS = "The kiln was repaired on Tuesday, and it heats up to 1,200 degrees now, says Nair. " * 4
WROTE = "Submitted by {} on Sun, 03/17/2024 - 14:22"


def block(line: str, words: str) -> str:
    return (
        f'<div class="post"><div class="author">{line}</div>'
        f'<div class="content"><p>{words}</p></div></div>'
    )


def test_the_posts_of_a_thread_have_names_and_dates_of_their_own(read_file: ReadFile) -> None:
    posts = block(WROTE.format("ada"), WORDS) + block(WROTE.format("Bo Lee"), "It is cold again.")
    found = read_file(f"<html><body>{posts}</body></html>", "kiln.html")

    assert [each.author for each in found.posts] == ["ada", "Bo Lee"]
    assert [str(each.posted_at)[:16] for each in found.posts] == ["2024-03-17 14:22"] * 2


def test_when_somebody_joined_is_no_date_of_a_post(read_file: ReadFile) -> None:
    head = '<div class="head"><b class="username">{}</b> Joined 3 March 2010</div>'
    posts = "".join(
        f'<div class="post">{head.format(name)}<div class="content">{said}</div></div>'
        for name, said in (("Ada", WORDS), ("Bo", "It is cold again."))
    )
    found = read_file(f"<html><body>{posts}</body></html>", "kiln.html")

    assert [(each.author, each.posted_at) for each in found.posts] == [("Ada", None), ("Bo", None)]


def test_so_has_a_comment_below_an_article(read_file: ReadFile) -> None:
    comment = (
        '<ol class="comment-list"><li class="comment"><div class="comment-author">'
        '<cite class="fn">Posted by Bo Lee on 4 March 2024</cite></div>'
        '<div class="comment-content"><p>It is cold again.</p></div></li></ol>'
    )
    page = f'<meta name="author" content="By Ada Byron"><article><p>{WORDS}</p></article>{comment}'
    found = read_file(f"<html><body>{page}</body></html>", "kiln.html")

    assert [each.author for each in found.posts] == ["Ada Byron", "Bo Lee"]
    assert str(found.posts[1].posted_at)[:10] == "2024-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "<p class='byline'>Posted on March 3, 2024 by Jane Carter</p>",
        "<p>Submitted by Jane Carter on 3 March 2024</p>",
        "<p><span class='author'>Jane Carter</span> <span>Published on 3 March 2024</span></p>",
    ],
)
def test_an_article_is_by_whom_its_line_names(line: str, read_file: ReadFile) -> None:
    page = f"<article><h1>Kiln</h1>{line}<p>{WORDS}</p><p>{WORDS}</p></article>"
    found = read_file(f"<html><head><title>Kiln</title></head><body>{page}</body></html>", "k.html")

    assert found.only.author == "Jane Carter"


def test_its_line_is_no_word_of_it_and_has_its_date(read_file: ReadFile) -> None:
    page = (
        f"<article><h1>Kiln</h1><p>{WROTE.format('Bo Lee')}</p><p>{WORDS}</p></article>"
        "<aside><p>Posted by Ada Byron on 5 March 2024</p></aside>"
    )
    found = read_file(f"<html><head><title>Kiln</title></head><body>{page}</body></html>", "k.html")

    assert found.only.author == "Bo Lee"
    assert str(found.only.posted_at)[:16] == "2024-03-17 14:22"
    assert found.only.text == WORDS.strip()


def test_an_age_is_shown_as_it_is_written(read_file: ReadFile) -> None:
    page = f"<article><h1>Kiln</h1><p>Posted by Bo Lee 3 days ago</p><p>{WORDS}</p></article>"
    found = read_file(f"<html><head><title>Kiln</title></head><body>{page}</body></html>", "k.html")

    assert (found.only.author, found.only.age) == ("Bo Lee", "3 days ago")
    assert found.left_out == {"dates": 1}


def test_nor_does_a_feed_name_more_than_its_author(read_file: ReadFile) -> None:
    item = "<item><title>Kiln</title><author>Posted by Bo Lee</author><guid>1</guid></item>"
    found = read_file(f"<rss><channel><title>f</title>{item}</channel></rss>", "feed.xml")

    assert found.only.author == "Bo Lee"


def test_nor_does_a_table_whose_column_is_called_byline(read_file: ReadFile) -> None:
    table = "Headline,Byline,Body\nKiln,By Ada Byron,It is cold again today.\nOven,Bo,It is warm.\n"
    found = read_file(table, "table.csv")

    assert {each.author for each in found.posts} <= {"Ada Byron", "Bo"}
    assert found.posts


def test_the_line_of_an_article_is_known_beside_comments_that_are_articles(
    read_file: ReadFile,
) -> None:
    said = "<p>Posted by Bo Lee on 4 March 2024</p><p>It is cold.</p>"
    comment = f'<article class="comment-body">{said}</article>'
    page = (
        f"<article><h1>Kiln</h1><p>Posted by Ada Byron on 3 March 2024</p><p>{WORDS}</p></article>"
        f'<div class="comments">{comment}</div>'
    )
    found = read_file(f"<html><head><title>Kiln</title></head><body>{page}</body></html>", "k.html")

    assert (found.posts[0].author, found.posts[0].text) == ("Ada Byron", WORDS.strip())
