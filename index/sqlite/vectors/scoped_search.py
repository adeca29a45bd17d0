"""Finds the nearest passages of a scope, whether few or most of all passages are in it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from index.sqlite.reading.scope_conditions import audience_keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.search_scope import Scope
    from index.sqlite.reading.posts import StoredPosts
    from index.sqlite.vectors.in_memory_index import InMemoryIndex

FEW: Final = 5_000
"""Passages of a scope that are named to the vectors; with more, what is found is looked at."""

ROUNDS: Final = (4, 64)
"""How many times as many as are asked for may be looked at, first and where too few were in scope.

A scope that so many hardly meet has few passages, or is far from the question: it is named then.
"""

EVERY: Final = -1
"""What SQLite takes for no limit."""


def nearest_in_scope(
    database: StoredPosts,
    vectors: InMemoryIndex,
    question: NDArray[np.float32],
    scope: Scope,
    count: int,
) -> dict[int, float]:
    """Return the passages in scope nearest to the question with their cosine, nearest first.

    The result is that of a comparison with every passage in scope. What was found among all is
    left to be looked at by the database only where most of a scope would have to be named, so
    that a filter that holds nearly everything costs little more than none.

    Args:
        database: Says what is in scope.
        vectors: The vectors, each with its audience.
        question: A unit vector, float32[dimension].
        scope: Which passages.
        count: How many at most.
    """
    among = database.ids_within(scope, FEW + 1) if scope.filters else None
    if among is not None and len(among) > FEW:
        found = _found_among_all(database, vectors, question, scope, count)
        if found is not None:
            return found
        among = database.ids_within(scope, EVERY)
    return vectors.search(question, count, audience=audience_keys(scope.audience), among=among)


def _found_among_all(
    database: StoredPosts,
    vectors: InMemoryIndex,
    question: NDArray[np.float32],
    scope: Scope,
    count: int,
) -> dict[int, float] | None:
    """Return the nearest in scope of those found without the filters; None where they are rare."""
    first, last = (times * count for times in ROUNDS)
    for wanted in (first, last):
        found = vectors.search(question, wanted, audience=audience_keys(scope.audience))
        within = database.within(found, scope)
        if len(within) >= count or len(found) < wanted:
            return dict(islice(((id_, found[id_]) for id_ in found if id_ in within), count))
        if len(within) * last < count * first:
            break  # the next round would bring too few as well
    return None
