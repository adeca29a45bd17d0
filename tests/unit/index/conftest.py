"""What the tests of the index ask of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.search import keywords
from index.search_scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Hit
    from index.search.search import Search
    from index.sqlite.store import Store


@pytest.fixture
def by_words(store: Store) -> Callable[[str], set[str]]:
    """Return the ids of the posts that the words of a question find."""

    def run(text: str) -> set[str]:
        found = keywords.matches(store, text, Scope(), 100).scores
        return {passage.post_id for passage in store.passages(found).values()}

    return run


@pytest.fixture
def hits(search: Search) -> Callable[..., dict[str, Hit]]:
    """Return the hits of a question by their post's id, best first."""

    def run(text: str, scope: Scope | None = None, limit: int = 100) -> dict[str, Hit]:
        return {hit.post.id: hit for hit in search.search(text, scope or Scope(), limit)}

    return run
