"""Who made a work that a page is about did not write what the page says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

INTRO: Final = "Of the thirty novels that I read this winter, I keep these on the shelf."
SAID: Final = {
    "Low Tide": ("Bo Lin", "The best chapter is the one in which nobody speaks."),
    "The Third Bell": ("Cy Dahl", "I laughed on each page, and so will you."),
    "Oak": ("Di Holm", "Too long by a half, but what an ending it has."),
}
META: Final = '<meta name="author" content="Ada Berg">'
POSTING: Final = (
    '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "Shelf", "author":'
    ' {"@type": "Person", "name": "Ada Berg"}}</script>'
)
FORMS: Final = {
    "a part": (
        "<div class='book'><h3>{title}</h3><span class='author'>{name}</span><p>{text}</p></div>"
    ),
    "an item": (
        "<li class='product'><a href='/b'><h2>{title}</h2></a><span class='author'>by {name}</span>"
        "<p>{text}</p><span class='price'>18</span></li>"
    ),
    "a card": (
        "<div class='movie-card'><div><h4>{title}</h4><p class='author-name'>{name}</p></div>"
        "<p>{text}</p></div>"
    ),
    "microdata": (
        "<div itemscope itemtype='https://schema.org/Book'><h3 itemprop='name'>{title}</h3><p>by"
        " <span itemprop='author' itemscope itemtype='https://schema.org/Person'>"
        "<span itemprop='name'>{name}</span></span></p><p>{text}</p></div>"
    ),
}


def page(form: str, head: str, body: str = "<main><h1>Shelf</h1><p>{}</p>{}</main>") -> str:
    works = "".join(
        form.format(title=title, name=name, text=text) for title, (name, text) in SAID.items()
    )
    shown = body.format(INTRO, works)
    return f"<html><head><title>Shelf</title>{head}</head><body>{shown}</body></html>"


@pytest.mark.parametrize("form", FORMS.values())
@pytest.mark.parametrize("head", ["", META, POSTING])
@pytest.mark.parametrize(
    "body",
    [
        "<main><h1>Shelf</h1><p>{}</p>{}</main>",
        "<main><article><h1>Shelf</h1><p>{}</p>{}</article></main>",
    ],
)
def test_what_a_page_says_of_works_is_not_by_who_made_them(
    form: str, head: str, body: str, read_file: ReadFile
) -> None:
    found = read_file(page(form, head, body), "shelf.html")

    assert found.only.author == ("Ada Berg" if head else None)
    assert all(text in found.only.text for _, text in SAID.values())
    assert found.left_out == {}


@pytest.mark.parametrize(
    "form",
    [
        "<div class='review'><span class='author'>{name}</span><p>{text}</p></div>",
        "<div class='book-review'><h3>{title}</h3><b class='author'>{name}</b><p>{text}</p></div>",
        "<div class='comment'><h3>{title}</h3><b class='author'>{name}</b><p>{text}</p></div>",
        (
            "<div class='book'><h3>{title}</h3><p>Reviewed by <b class='author'>{name}</b></p>"
            "<p>{text}</p></div>"
        ),
        (
            "<div class='book'><h3>{title}</h3><p>Besprochen von <b class='author'>{name}</b></p>"
            "<p>{text}</p></div>"
        ),
        (
            "<div class='product'><h3>{title}</h3><span class='author'>{name}</span>"
            "<time datetime='2024-03-01'>1 March</time><p>{text}</p></div>"
        ),
        "<div class='book'><b class='author'>{name}</b><p>{text}</p></div>",
        "<div class='guest-book'><h3>{title}</h3><b class='author'>{name}</b><p>{text}</p></div>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "<div class='product'><h2>Shelf</h2>{}</div>"])
def test_what_people_say_of_works_stays_theirs(form: str, around: str, read_file: ReadFile) -> None:
    body = "<main><h1>Shelf</h1>{1}</main>".replace("{1}", around.replace("{}", "{1}"))
    found = read_file(page(form, "", body), "shelf.html")

    assert {name for name, _ in SAID.values()} <= {post.author for post in found.posts}


BOOK: Final = (
    '<script type="application/ld+json">{"@type": "Book", "name": "Low Tide", "author":'
    ' {"@type": "Person", "name": "Bo Lin"}}</script>'
)
ABOUT: Final = (
    "It tells of two sisters who keep the light of a pier, and of the winter they lose it."
)


@pytest.mark.parametrize(
    ("head", "byline", "author"),
    [
        (BOOK, "<p>by Bo Lin</p>", None),
        (BOOK, "<p class='author'>Bo Lin</p>", None),
        (BOOK + META, "<p class='author'>Bo Lin</p>", "Ada Berg"),
        (BOOK, "<p>by Ada Berg</p>", "Ada Berg"),
        (BOOK + META.replace("Ada Berg", "Bo Lin"), "<p>by Bo Lin</p>", "Bo Lin"),
        (BOOK + POSTING.replace("Ada Berg", "Bo Lin"), "<p>by Bo Lin</p>", "Bo Lin"),
        ("", "<p>by Bo Lin</p>", "Bo Lin"),
    ],
)
def test_who_wrote_a_book_did_not_write_its_page(
    head: str, byline: str, author: str | None, read_file: ReadFile
) -> None:
    body = f"<main><h1>Low Tide</h1>{byline}<p>{ABOUT}</p><p>We ship within two days.</p></main>"
    found = read_file(f"<html><head><title>Low Tide</title>{head}</head><body>{body}", "tide.html")

    assert found.only.author == author
    assert ABOUT in found.only.text


OWN: Final = "<article><h1>{title}</h1>{byline}<p>{about}</p><p>We ship soon.</p></article>"


@pytest.mark.parametrize(
    ("title", "byline", "author", "day"),
    [
        ("Why I wrote it", "<p class='byline'>by Bo Lin, 3 May 2024</p>", "Bo Lin", "3"),
        ("Low Tide, a year on", "<p>Von Bo Lin, 3. Mai 2024</p>", "Bo Lin", "3"),
        ("Why I wrote it", "<p>By Bo Lin</p>", "Bo Lin", ""),
        ("Low Tide", "<p>by Bo Lin</p>", None, ""),
        ("Low Tide: a novel", "<p>by Bo Lin</p>", None, ""),
        ("Review: Low Tide", "<p>by Bo Lin, 3 May 2024</p>", None, "3"),
        ("Rezension: Low Tide", "<p>von Bo Lin</p>", None, ""),
        ("Low Tide", "<p>by Bo Lin, 3 May 2024</p>", None, "3"),
    ],
)
def test_who_writes_of_their_own_book_wrote_that(
    title: str, byline: str, author: str | None, day: str, read_file: ReadFile
) -> None:
    html = OWN.format(title=title, byline=byline, about=ABOUT)
    found = read_file(f"<html><head><title>{title}</title>{BOOK}</head><body>{html}", "tide.html")

    assert found.only.author == author
    posted = found.only.posted_at
    assert (str(posted.day) if posted else found.only.age) == day
