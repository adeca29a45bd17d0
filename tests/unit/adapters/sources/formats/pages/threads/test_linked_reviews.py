"""Reviews that linked data names are not the words of who wrote what they are on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = (
    "The soup is of leek and of two potatoes, and it simmers for an hour. We stir it twice, since"
    " the first time it did not hold. Next week we turn to bread, which is of rye from the north."
)
REVIEW: Final = "I cooked this for my whole family in the north, and we all liked it very much."


def page(author: object, *, is_shown: bool = True, name: str = "reviewBody") -> str:
    review = {"@type": "Review", "author": author, "datePublished": "2026-01-03", name: REVIEW}
    told = {
        "@type": "Recipe",
        "name": "Soup",
        "author": {"@type": "Person", "name": "Ada Berg"},
        "datePublished": "2026-01-02",
        "review": [review],
    }
    below = f"<div class='x'><h2>Our guests</h2><div><p>{REVIEW}</p></div></div>"
    return (
        f"<html><head><title>Soup</title><script type='application/ld+json'>{json.dumps(told)}"
        f"</script></head><body><main><article><h1>Soup</h1>{f'<p>{WORDS}</p>' * 3}"
        f"{below if is_shown else ''}</article></main></body></html>"
    )


@pytest.mark.parametrize("name", ["reviewBody", "description"])
@pytest.mark.parametrize("author", ["Bo Lin", {"@type": "Person", "name": "Bo Lin"}])
def test_a_review_is_of_who_wrote_it_and_what_it_is_on_keeps_its_author(
    author: object, name: str, read_file: ReadFile
) -> None:
    found = read_file(page(author, name=name), "soup.html")

    soup, review = found.posts
    assert (soup.author, str(soup.posted_at)[:10]) == ("Ada Berg", "2026-01-02")
    assert WORDS in soup.text
    assert "Our guests" not in soup.text
    assert REVIEW not in soup.text
    assert (review.author, str(review.posted_at)[:10]) == ("Bo Lin", "2026-01-03")
    assert (review.text, review.parent_id) == (REVIEW, soup.id)
    assert found.left_out == {}


@pytest.mark.parametrize(
    ("author", "is_shown"),
    [
        ("Ada Berg", True),
        ("ADA BERG", True),
        ({"@type": "Person", "name": "Ada Berg"}, True),
        ({"@type": "Organization", "name": "The Kitchen"}, True),
        (None, True),
        ("Bo Lin", False),
    ],
)
def test_a_review_by_the_author_or_on_another_page_changes_nothing(
    author: object, is_shown: bool, read_file: ReadFile
) -> None:
    found = read_file(page(author, is_shown=is_shown), "soup.html")

    assert [(each.author, str(each.posted_at)[:10]) for each in found.posts] == [
        ("Ada Berg", "2026-01-02")
    ]
    assert found.left_out == ({} if is_shown else {"comments": 1})


LIKED: Final = "Great!"
SHARP: Final = "It was blunt when it came, but after an hour on the stone it cuts better than any."
BROKE: Final = "The handle broke within a month of light use, and nobody answered my letters."


def review(by: object, said: str, day: str, **more: object) -> dict[str, object]:
    return {
        "@type": "Review", "author": by, "reviewBody": said, "datePublished": day, **more,
    }  # fmt: skip


ARTICLE: Final[dict[str, object]] = {
    "@type": "Article", "headline": "Plane", "author": {"name": "Ada Berg"},
    "datePublished": "2026-01-02", "url": "https://t.example/plane",
}  # fmt: skip
REVIEWS: Final = [
    review({"name": "Bo Lin"}, SHARP, "2026-01-03", url="https://t.example/plane#r1"),
    review("Cy Dahl", BROKE, "2026-01-04", name="Not for me"),
    review("Eve Ek", LIKED, "2026-01-05"),
]
SHOWN: Final = "".join(
    f"<div class='r'><b>{name}</b><p>{said}</p></div>"
    for name, said in (("Bo Lin", SHARP), ("Cy Dahl", BROKE), ("Eve Ek", LIKED))
)
MARKED: Final = "".join(
    "<div itemprop='review' itemscope itemtype='https://schema.org/Review'><div itemprop='author'"
    f" itemscope itemtype='https://schema.org/Person'><span itemprop='name'>{name}</span></div>"
    f"<meta itemprop='datePublished' content='2026-01-0{at}'><p itemprop='reviewBody'>{said}</p>"
    "</div>"
    for at, (name, said) in enumerate((("Bo Lin", SHARP), ("Cy Dahl", BROKE), ("Eve Ek", LIKED)), 3)
)


def plane(told: list[dict[str, object]], below: str, *, is_inside: bool) -> str:
    inside, beside = (below, "") if is_inside else ("", f"<section>{below}</section>")
    return (
        f"<html><head><title>Plane</title><script type='application/ld+json'>{json.dumps(told)}"
        f"</script></head><body><main><article><h1>Plane</h1>{f'<p>{WORDS}</p>' * 2}{inside}"
        f"</article>{beside}</main></body></html>"
    )


@pytest.mark.parametrize("is_inside", [True, False])
@pytest.mark.parametrize(
    ("told", "below"),
    [
        ([ARTICLE | {"review": REVIEWS}], SHOWN),
        ([ARTICLE, {"@type": "Product", "name": "Plane", "review": REVIEWS}], SHOWN),
        ([ARTICLE, {"@type": "Product", "name": "Plane", "reviews": REVIEWS}], SHOWN),
        ([ARTICLE, *REVIEWS], SHOWN),
        ([ARTICLE, *REVIEWS, {"@type": "Product", "name": "Plane", "review": REVIEWS}], SHOWN),
        ([ARTICLE | {"review": REVIEWS}], MARKED),
        ([ARTICLE], MARKED),
    ],
)
def test_reviews_beside_an_article_have_their_own_authors_and_days(
    told: list[dict[str, object]], below: str, is_inside: bool, read_file: ReadFile
) -> None:
    found = read_file(plane(told, below, is_inside=is_inside), "plane.html")

    assert [(each.author, str(each.posted_at)[:10]) for each in found.posts] == [
        ("Ada Berg", "2026-01-02"), ("Bo Lin", "2026-01-03"),
        ("Cy Dahl", "2026-01-04"), ("Eve Ek", "2026-01-05"),
    ]  # fmt: skip
    article, *reviews = found.posts
    assert [each.text.split("\n")[-1] for each in reviews] == [SHARP, BROKE, LIKED]
    assert {each.parent_id for each in reviews} == {article.id}
    assert WORDS in article.text
    assert not any(each in article.text for each in (SHARP, BROKE, LIKED, "Bo Lin", "Eve Ek"))
    assert found.left_out == {}


def test_what_sells_a_thing_is_nobody_s_and_its_reviews_are_not(read_file: ReadFile) -> None:
    told: list[dict[str, object]] = [{"@type": "Product", "name": "Plane", "review": REVIEWS}]
    found = read_file(plane(told, SHOWN, is_inside=True), "plane.html")

    assert [each.author for each in found.posts] == [None, "Bo Lin", "Cy Dahl", "Eve Ek"]
    assert found.posts[0].posted_at is None


@pytest.mark.parametrize(
    "told",
    [
        [ARTICLE, {"@type": "Product", "review": review("Ada Berg", WORDS, "2026-01-02")}],
        [ARTICLE, {"@type": "Product", "review": review({"name": None}, WORDS, "2026-01-02")}],
        [ARTICLE, {"@type": "Product", "aggregateRating": {"ratingValue": 4}}],
        [ARTICLE, review({"@type": "Organization", "name": "Tools"}, WORDS, "2026-01-02")],
        [ARTICLE | {"@type": "ReviewArticle"}],
    ],
)
def test_an_article_that_is_a_review_itself_stays_one_post(
    told: list[dict[str, object]], read_file: ReadFile
) -> None:
    found = read_file(plane(told, "", is_inside=True), "plane.html")

    assert [each.author for each in found.posts] == ["Ada Berg"]
    assert found.left_out == {}


def test_the_words_of_an_article_beside_a_review_are_not_taken_with_it(
    read_file: ReadFile,
) -> None:
    own = "I say that oak is best."
    below = (
        f"<div><p>{own}</p><div><b>Bo Lin</b><p>{SHARP}</p></div><p>So much for planes.</p></div>"
    )
    told: list[dict[str, object]] = [ARTICLE | {"review": REVIEWS[:1]}]
    article, one = read_file(plane(told, below, is_inside=True), "plane.html").posts

    assert own in article.text
    assert "So much for planes." in article.text
    assert (one.author, one.text, one.url) == ("Bo Lin", SHARP, "https://t.example/plane#r1")


def test_a_review_that_names_nobody_is_nobody_s_beside_one_that_names_somebody(
    read_file: ReadFile,
) -> None:
    unnamed = MARKED.replace(">Cy Dahl<", "><")
    found = read_file(plane([ARTICLE], unnamed, is_inside=True), "plane.html")

    assert [each.author for each in found.posts] == ["Ada Berg", "Bo Lin", None, "Eve Ek"]
    assert [each.text for each in found.posts[1:]] == [SHARP, BROKE, LIKED]


def test_reviews_beyond_those_that_are_looked_for_are_counted(read_file: ReadFile) -> None:
    many = [review(f"Bo Lin {at}", f"{SHARP} {at}.", "2026-01-03") for at in range(502)]
    found = read_file(plane([ARTICLE | {"review": many}], "", is_inside=True), "plane.html")

    assert found.left_out == {"comments": 502}


SITE: Final[list[dict[str, object]]] = [
    {"@type": "WebSite", "name": "Tools"}, {"@type": "Organization", "name": "Tools"},
]  # fmt: skip
ALONE: Final[dict[str, object]] = review(
    {"name": "Ada Berg"}, WORDS, "2026-01-02", url="https://t.example/plane", name="Plane"
)


@pytest.mark.parametrize(
    "more", [{}, {"name": "A plane", "headline": "Plane"}, {"@type": ["CriticReview"]}]
)
def test_a_page_that_is_one_review_has_its_author_day_and_link(
    more: dict[str, object], read_file: ReadFile
) -> None:
    found = read_file(plane([ALONE | more, *SITE], "", is_inside=True), "plane.html").only

    assert (found.author, str(found.posted_at)[:10]) == ("Ada Berg", "2026-01-02")
    assert found.url == "https://t.example/plane"


@pytest.mark.parametrize(
    "told",
    [
        [ALONE, {"@type": "Product", "name": "Plane"}],
        [ALONE, {"@type": "LocalBusiness", "name": "Plane"}],
        [ALONE | {"name": "Sharp!"}, *SITE],
        [ALONE, ALONE | {"author": "Bo Lin"}],
    ],
)
def test_a_review_of_what_the_page_sells_is_not_the_page(
    told: list[dict[str, object]], read_file: ReadFile
) -> None:
    found = read_file(plane(told, "", is_inside=True), "plane.html")

    assert found.posts[0].author is None


@pytest.mark.parametrize("kind", ["Book", "Movie", "SoftwareApplication", ["Product", "Book"]])
def test_who_wrote_a_book_did_not_write_the_page_about_it(
    kind: object, read_file: ReadFile
) -> None:
    book = {"@type": kind, "name": "Plane", "author": {"name": "Cy Dahl"}, "review": REVIEWS[:1],
            "datePublished": "1950-01-01"}  # fmt: skip
    shown = f"<div class='r'><b>Bo Lin</b><p>{SHARP}</p></div>"
    about, one = read_file(plane([book], shown, is_inside=True), "plane.html").posts

    assert (about.author, about.posted_at, one.author) == (None, None, "Bo Lin")
    found = read_file(plane([book | {"review": []}, ARTICLE], "", is_inside=True), "plane.html")
    assert (found.only.author, str(found.only.posted_at)[:10]) == ("Ada Berg", "2026-01-02")


@pytest.mark.parametrize("kind", ["Recipe", "WebPage", "HowTo", "Course", ["Article", "Product"]])
def test_who_wrote_what_a_page_is_wrote_the_page(kind: object, read_file: ReadFile) -> None:
    told = ARTICLE | {"@type": kind}
    assert read_file(plane([told], "", is_inside=True), "plane.html").only.author == "Ada Berg"
