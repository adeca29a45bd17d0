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
def test_a_page_with_the_words_of_who_reviews_it_is_nobody_s(
    author: object, name: str, read_file: ReadFile
) -> None:
    (found,) = read_file(page(author, name=name), "soup.html").posts

    assert found.author is None
    assert REVIEW in found.text


@pytest.mark.parametrize(
    ("author", "is_shown"),
    [
        ("Ada Berg", True),
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
