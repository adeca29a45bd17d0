"""Linked data may name no author of a post, or several: its day and link stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from tests.unit.adapters.sources.formats.pages.threads.test_told_posts import (
    DAYS,
    PAGE,
    SAID,
    days,
    page,
    told,
)

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize("order", [("Ben", "Ada"), ("Eve", "Una")])
def test_days_that_no_post_can_have_for_sure_are_counted(
    order: tuple[str, str], read_file: ReadFile
) -> None:
    comments = [
        told(own) | {"author": {"name": name}, "text": ""}
        for own, name in zip(("Ben", "Zoe"), order, strict=True)
    ]
    found = read_file(page(told("Ada", comment=comments), *SAID), "mast.html")
    assert days(found) == {"Ada": "2022-02-01"}
    assert found.left_out["dates"] == 2


@pytest.mark.parametrize(
    "author",
    [None, [None], [], {"name": None}, [{"name": "Ben"}, {"name": "Eve"}], [{"name": "Ben"}, None]],
)
def test_an_author_that_is_none_or_several_costs_no_post_its_day_or_link(
    author: object, read_file: ReadFile
) -> None:
    comments = [
        told(name, url=f"{PAGE}#{name}") | {"text": "", "author": by}
        for name, by in (("Ben", author), ("Zoe", {"name": "Zoe"}))
    ]
    found = read_file(page(told("Ada", comment=comments), *SAID), "mast.html")
    assert days(found) == DAYS
    assert [each.url for each in found.posts] == [PAGE, f"{PAGE}#Ben", f"{PAGE}#Zoe"]
    assert found.left_out == {}


@pytest.mark.parametrize("author", [None, [None], [{"name": "Ben"}, None]])
def test_a_comment_below_an_article_that_only_linked_data_has_is_a_post_without_its_author_too(
    author: object, read_file: ReadFile
) -> None:
    comment = told("Ben", url=f"{PAGE}#Ben") | {"author": author}
    head = {"@type": "Article", "headline": "The mast", "author": {"name": "Ada"}, "url": PAGE}
    script = json.dumps(head | {"comment": [comment], "commentCount": 1})
    found = read_file(
        f'<html><head><title>The mast</title><script type="application/ld+json">{script}</script>'
        f"</head><body><article><h1>The mast</h1><p>{SAID['Ada'] * 3}</p></article></body></html>",
        "mast.html",
    )
    article, below = found.posts
    name = "Ben" if author not in (None, [None]) else None
    assert (article.author, article.url) == ("Ada", PAGE)
    assert (below.author, below.url, below.text) == (name, f"{PAGE}#Ben", SAID["Ben"])
    assert str(below.posted_at)[:10] == DAYS["Ben"]
    assert found.left_out == {}


def test_an_article_that_names_no_author_keeps_its_day_and_link(read_file: ReadFile) -> None:
    head = {"@type": "Article", "headline": "The mast", "datePublished": "2022-02-01", "url": PAGE}
    found = read_file(
        f'<html><head><script type="application/ld+json">{json.dumps(head)}</script></head>'
        f"<body><article><h1>The mast</h1><p>{SAID['Ada'] * 3}</p></article></body></html>",
        "mast.html",
    )
    assert (found.only.author, found.only.url) == (None, PAGE)
    assert str(found.only.posted_at)[:10] == "2022-02-01"


QUESTION: Final = {
    "@type": "Question", "name": "The mast", "text": SAID["Ada"], "author": {"name": "Ada"},
    "dateCreated": "2022-02-01", "url": PAGE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "author"),
    [
        ({}, "Ada"),
        ({"answerCount": 0}, "Ada"),
        ({"author": None}, None),
        ({"author": [{"name": "Ada"}, {"name": "Eve"}]}, "Ada, Eve"),
        ({"answerCount": 3}, None),  # which the page may show anywhere
    ],
)
def test_a_question_without_answers_is_of_who_asked_it(
    more: dict[str, object], author: str | None, read_file: ReadFile
) -> None:
    told = json.dumps({"@type": "QAPage", "mainEntity": QUESTION | more})
    found = read_file(
        f'<html><head><title>The mast</title><script type="application/ld+json">{told}</script>'
        f"</head><body><main><h1>The mast</h1><div>{SAID['Ada']}</div></main></body></html>",
        "mast.html",
    )
    assert (found.only.author, found.only.text) == (author, SAID["Ada"])
    if author:
        assert str(found.only.posted_at)[:10] == "2022-02-01"
