"""Both engines give the same answers to the same questions over the same posts."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.discovery import found_under
from index.embedding.encoder import BUNDLED, model_name
from index.given_posts import GivenPosts
from index.post_index import PostIndex
from index.posts import EVERYONE
from index.search.search import Search
from index.search_scope import Filters, Scope
from index.text.parts.sentences import sentences
from tests.fakes.index.engines import KeptInFile, kept_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.ports import Encoder
    from index.posts import Hit, Post
    from tests.fakes.postgres_server import PostgresServer

EXAMPLES: Final = Path(__file__).parents[3] / "examples"
QUESTIONS: Final = [
    json.loads(line)["question"]
    for name in (
        "questions.jsonl",
        "makerspace/questions.jsonl",
        "makerspace/questions-aside.jsonl",
    )
    for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
]
SCOPES: Final = {
    "all": Scope(),
    "everyone": Scope(frozenset({EVERYONE})),
    "a channel": Scope(frozenset({"slack:C1"})),
    "comments": Scope(frozenset({EVERYONE, "slack:C1"}), Filters(kind="comment")),
}
ROUNDING: Final = 0.002
"""One engine keeps a number of a vector in 8 bits, the other in 16."""


def posts() -> list[Post]:
    """Return the example posts, and their sentences as lines of a channel that few may read."""
    found = found_under([str(EXAMPLES / "posts"), str(EXAMPLES / "makerspace" / "posts.jsonl")])
    whole = [each for source in found.sources for each in source.posts()]
    kept = [each for each in whole if not isinstance(each, Exception)]
    number = count(1)
    lines = [
        replace(
            each, id=f"slack:T1/C1/{next(number)}", text=each.text[start:end], title="", url=None,
            parent_id=None, source="a channel", audience="slack:C1",
        )
        for each in kept
        for start, end in sentences(each.text)
        if each.text[start:end].strip()
    ]  # fmt: skip
    return kept + lines


@pytest.fixture(scope="module")
def searches(
    postgres: PostgresServer, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Search]]:
    """The same posts in each engine, to be searched."""
    folder = tmp_path_factory.mktemp("posts")
    imported = posts()
    assert len(imported) > 400
    with ExitStack() as stack:
        found = []
        for kept in (KeptInFile(folder / "pullquote.db"), stack.enter_context(kept_on(postgres))):
            engine = kept.storage.open(create=True)
            index = PostIndex(engine, lambda _: encoder, model_name(BUNDLED), folder / "cache")
            assert index.import_posts([GivenPosts(imported)]).new == len(imported)
            search = Search(engine, lambda _: encoder, folder / "cache")
            stack.callback(search.close)
            found.append(search)
        yield found


@pytest.mark.parametrize("name", SCOPES)
def test_the_best_post_is_the_same_and_scores_are_close(searches: list[Search], name: str) -> None:
    # Each scope is asked other questions, so that all of it takes seconds.
    scope, first_question = SCOPES[name], [*SCOPES].index(name)
    for question in QUESTIONS[first_question :: 2 * len(SCOPES)]:
        first, second = (search.search(question, scope, 10) for search in searches)
        assert scores(first) == pytest.approx(scores(second), abs=ROUNDING), question
        assert confidences(first) == pytest.approx(confidences(second), abs=ROUNDING), question
        assert is_as_good(first, second), question


def is_as_good(first: list[Hit], second: list[Hit]) -> bool:
    """Return whether the best post is the same, or scores the same."""
    if not first or not second:
        return not first and not second
    return first[0].post.id == second[0].post.id or (
        abs(first[0].score - {each.post.id: each.score for each in first}[second[0].post.id])
        < ROUNDING
    )


def scores(hits: list[Hit]) -> list[float]:
    return [each.score for each in hits]


def confidences(hits: list[Hit]) -> list[float]:
    return [each.confidence for each in hits[:1]]
