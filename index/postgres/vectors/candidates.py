"""Finds passages by their meaning: compared one by one where few may be seen, else by a graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from pgvector import HalfVector

from index.postgres.reading.scope_conditions import condition
from index.postgres.vectors import graph

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from index.documents import Model
    from index.ports import Totals
    from index.postgres.reading.keyword_index import KeywordIndex
    from index.search_scope import Scope

    Question = NDArray[np.float32]

ROUNDS: Final = (4, 64)
"""How many times as many as are asked for the graph may bring, first and where too few of them
met the filters; a scope that so many hardly meet is compared one by one."""

# A sum has no index: every vector is compared. The inner product of a vector of zeros, which a text
# of signs may have, is zero, where its cosine would be no number.
_EXACT: Final = """
SELECT passage, -distance FROM (
    SELECT vectors.passage, (vectors.vector <#> %b) + 0 AS distance FROM vectors {joined}
    WHERE vectors.model = {model} AND {scoped}
) AS each ORDER BY distance, passage LIMIT %s
"""

_OF_POSTS: Final = """
    JOIN passages ON passages.id = vectors.passage
    JOIN posts ON posts.number = passages.post
"""

_GRAPH: Final = """
WITH near AS MATERIALIZED (
    SELECT passage, {column} <=> %b::halfvec({dimension}) AS distance FROM vectors
    WHERE model = {model} AND {scoped} ORDER BY {column} <=> %b::halfvec({dimension}) LIMIT %s
) SELECT passage, 1 - distance FROM near ORDER BY distance, passage
"""


class Candidates:
    """The nearest passages within a scope; nothing is held in memory."""

    def __init__(self, database: KeywordIndex) -> None:
        self._database = database

    def catch_up(self, model: Model) -> None:
        """Do nothing: the database is asked."""

    def read_again(self, model: Model) -> None:
        """Do nothing: the database is asked."""

    def totals(self, audience: frozenset[str] | None) -> Totals:
        """Return how many passages an audience may see, and how many there are."""
        return self._database.totals(audience)

    def nearest(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, nearest first.

        Args:
            question: A unit vector, float32[dimension].
            scope: Which passages.
            model: The model of the vectors.
            count: How many at most.
        """
        visible, of_all = self.totals(scope.audience)
        is_many = visible > graph.FEW and visible > graph.RARE * of_all
        if is_many and graph.is_built(self._database, model):
            found = self._by_graph(question, scope, model, count)
            if found is not None:
                return found
        return self._compared(question, scope, model, count)

    def cosines(self, question: Question, ids: Collection[int], model: Model) -> dict[int, float]:
        """Return the cosines of a question and those of these passages that have a vector."""
        rows = self._database.rows(
            "SELECT passage, -(vector <#> %b) FROM vectors"
            " WHERE model = %s AND passage = ANY(%s::int8[])",
            (HalfVector(question), model.number, list(ids)),
        )
        return dict(rows)

    def vectors_of(
        self, posts: Collection[str], model: Model, most: int
    ) -> tuple[dict[str, int], NDArray[np.float32]]:
        """Return the vectors of the first so many passages of each of these posts.

        Returns:
            How many each post has, by its id, and all of them in this order, float32[n, dimension].
        """
        rows = self._database.rows(
            "SELECT posts.id, vectors.vector FROM posts"
            " JOIN passages ON passages.post = posts.number"
            " JOIN vectors ON vectors.model = %s AND vectors.passage = passages.id"
            " WHERE posts.id = ANY(%s::text[]) AND passages.ordinal < %s"
            " ORDER BY posts.number, passages.ordinal",
            (model.number, list(posts), most),
        )
        found = np.zeros((len(rows), model.dimension), np.float32)
        for place, (_, vector) in enumerate(rows):
            found[place] = vector.to_numpy()
        return Counter(row[0] for row in rows), found

    def cosines_of(
        self, question: Question, posts: Collection[str], model: Model, most: int
    ) -> dict[str, list[float | None]]:
        """Return the cosine of each of the first so many passages of these posts, in order.

        None stands for a passage that has no vector of the model yet.
        """
        rows = self._database.rows(
            "SELECT posts.id, -(vectors.vector <#> %b) FROM posts"
            " JOIN passages ON passages.post = posts.number"
            " LEFT JOIN vectors ON vectors.model = %s AND vectors.passage = passages.id"
            " WHERE posts.id = ANY(%s::text[]) AND passages.ordinal < %s"
            " ORDER BY posts.number, passages.ordinal",
            (HalfVector(question), model.number, list(posts), most),
        )
        found: dict[str, list[float | None]] = defaultdict(list)
        for post, cosine in rows:
            found[post].append(cosine)
        return dict(found)

    def _compared(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Compare every vector in scope."""
        scoped, values = self._seen(scope)
        joined = ""
        if scope.filters:
            in_scope = condition(self._database, scope)
            scoped, values = f"{scoped} AND {in_scope.sql}", [*values, *in_scope.values]
            joined = _OF_POSTS
        query = _EXACT.format(model=model.number, joined=joined, scoped=scoped)
        return dict(
            self._database.rows(
                query, (HalfVector(question), *values, count), audience=scope.audience
            )
        )

    def _by_graph(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float] | None:
        """Return what a graph finds in scope; None where what it found hardly meets the filters."""
        if not scope.filters:
            return self._walked(question, scope, model, count)
        first, last = (times * count for times in ROUNDS)
        for wanted in (first, last):
            found = self._walked(question, scope, model, wanted)
            within = self._database.within(found, scope)
            if len(within) >= count:
                return dict(islice(((id_, found[id_]) for id_ in found if id_ in within), count))
            if len(within) * last < count * first:
                break  # the next round would bring too few as well
        return None

    def _walked(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        scoped, values = self._seen(scope)
        query = _GRAPH.format(
            column=graph.column(model),
            dimension=model.dimension,
            model=model.number,
            scoped=scoped,
        )
        asked = HalfVector(question)
        with self._database.set("enable_sort", "off"):  # the planner thinks too little of a graph
            rows = self._database.rows(
                query, (asked, *values, asked, count), audience=scope.audience
            )
        return dict(rows)

    def _seen(self, scope: Scope) -> tuple[str, Sequence[Any]]:
        if scope.audience is None:
            return "TRUE", ()
        return "vectors.label = ANY(%s::int4[])", (self._database.labels(scope.audience),)
