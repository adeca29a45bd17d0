"""Finds what answers a question, by its words and by its meaning."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.ingest.context import searched_of
from index.ports import CANDIDATES, Totals
from index.search import keywords
from index.search.calibration import calibration_of
from index.search.fusion import compared, joined
from index.search.post_similarity import post_similarities
from index.search.reranking import FoundPost, ranked_hits
from index.search.token_similarity import token_similarities_in_context
from index.sqlite import changelog, vector_cache
from index.sqlite.conditions import condition
from index.sqlite.vector_index import VectorIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.embedding.encoder import OpenEncoder
    from index.posts import Hit, Passage, Post
    from index.scope import Scope
    from index.search.fusion import Joined
    from index.sqlite.store import Store


COMPARED: Final = 150
"""How many of them are compared word by word; further down there was nothing to gain."""

WORTH_CACHING: Final = 1_000
"""After this many changes the cache file is written again."""


_log: Final = logging.getLogger(__name__)


class Search:
    """Answers questions from one database; belongs to the thread of its store.

    A question costs one encoding, one comparison with every vector its readers may see, one
    full-text query, and the reading of what both found. Before it, what others wrote
    since the last question is applied to the vectors in memory. What was found is only compared
    where the database says that the readers may see it.
    """

    def __init__(self, store: Store, open_encoder: OpenEncoder, cache_file: Path) -> None:
        self._store = store
        self._open_encoder = open_encoder
        self._cache_file = cache_file
        self._vectors = VectorIndex(0)
        self._version: changelog.Version | None = None

    def search(self, text: str, scope: Scope, limit: int) -> list[Hit]:
        """Returns the posts that answer best, each with its best passage, best first.

        Args:
            text: The question, without its filters.
            scope: Which posts may be found; nothing outside it is even compared.
            limit: How many posts at most.
        """
        self._store.renew()
        with self._store.reading():
            model = self._store.active_model()
            if model is None:
                return []
            encoder = self._open_encoder(model.name)
            self.catch_up(model)
            question = encoder.encode_question(text)
            cosines = self._nearest_in_scope(question, scope, model)
            visible = self._vectors.count(scope.audience)
            totals = Totals(visible, len(self._vectors))
            matches = keywords.matches(self._store.connection, text, scope, CANDIDATES, totals)
            by_words = matches.scores.keys() - cosines.keys()
            in_scope = changelog.within(self._store.connection, by_words, scope)
            matches = matches.among(in_scope | cosines.keys())
            cosines = self._completed(cosines, question, matches.scores, model)
            scale = calibration_of(self._store, model)
            cosines = {id_: scale.of(cosine) for id_, cosine in cosines.items()}
            ranking = joined(matches, cosines)[:COMPARED]
            passages = self._store.passages([each.passage for each in ranking])
            posts = self._store.posts({each.post_id for each in passages.values()})
            texts = searched_of(passages, posts, self._store)
            alike = token_similarities_in_context(matches.asked, texts, encoder)
            about = post_similarities(
                self._store.connection, posts, question, encoder=encoder, model=model, scale=scale
            )
            near = {id_: about[each.post_id] for id_, each in passages.items()}
        found = _first_posts(compared(ranking, alike, near), passages, posts, limit)
        return ranked_hits(text, found, question, matches, encoder, scale=scale, passages=visible)

    def warm_up(self) -> None:
        """Loads the model and the vectors."""
        self._store.renew()
        with self._store.reading():
            model = self._store.active_model()
            if model is not None:
                self._open_encoder(model.name).encode_question("")
                self.catch_up(model)

    def close(self) -> None:
        """Closes the database."""
        self._store.close()

    def catch_up(self, model: Model) -> None:
        """Applies what was written since the last question to the vectors in memory."""
        if self._version is None and not len(self._vectors):
            cached = vector_cache.load(self._cache_file, model)
            self._vectors, self._version = cached or (VectorIndex(model.dimension), None)
        self._read_on(model)

    def save(self) -> None:
        """Writes the cache file, so that the next start is quick."""
        model = self._store.active_model()
        if model is not None and self._version is not None:
            vector_cache.save(self._cache_file, self._vectors, model, self._version)

    def _read_on(self, model: Model) -> None:
        version = changelog.current_version(self._store.connection, model)
        if self._version == version:
            return
        changed = self._apply(model, version)
        self._version = version
        if changed >= WORTH_CACHING:
            self.save()

    def _apply(self, model: Model, version: changelog.Version) -> int:
        connection = self._store.connection
        gone = None
        if self._version is not None and changelog.follows(connection, version, self._version):
            gone = changelog.removed(connection, self._version, version)
        since = self._version
        if gone is None or since is None:
            self._vectors = VectorIndex(model.dimension)
            gone, since = [], changelog.first_version(version)
        # Until all is applied, nothing is known to be: after an error all is read anew.
        self._version = None
        count = len(gone)
        for batch in changelog.added(connection, since, model):
            self._vectors.add(batch.ids, batch.audiences, batch.vectors)
            count += len(batch.ids)
        self._vectors.remove(gone)
        return count

    def _nearest_in_scope(
        self, question: NDArray[np.float32], scope: Scope, model: Model
    ) -> dict[int, float]:
        """Return the nearest passages that the database itself says are in scope.

        It knows better than the vectors in memory; where it disagrees, they are read again.
        """
        nearest = self._nearest(question, scope)
        within = changelog.within(self._store.connection, nearest, scope)
        if len(within) < len(nearest):
            _log.warning("the vectors in memory were not those of %s: read again", self._store.path)
            self._version = None
            self._read_on(model)
            nearest = self._nearest(question, scope)
            within = changelog.within(self._store.connection, nearest, scope)
        return {id_: cosine for id_, cosine in nearest.items() if id_ in within}

    def _nearest(self, question: NDArray[np.float32], scope: Scope) -> dict[int, float]:
        among: Collection[int] | None = None
        if scope.filters:
            in_scope = condition(scope, leads=True)
            among = [
                row[0]
                for row in self._store.connection.execute(
                    "SELECT passages.id FROM posts CROSS JOIN passages"
                    f" ON passages.post = posts.number WHERE {in_scope.sql}",
                    in_scope.values,
                )
            ]
        return self._vectors.search(question, CANDIDATES, audience=scope.audience, among=among)

    def _completed(
        self,
        cosines: dict[int, float],
        question: NDArray[np.float32],
        others: Collection[int],
        model: Model,
    ) -> dict[int, float]:
        missing = [passage for passage in others if passage not in cosines]
        found = changelog.vectors(self._store.connection, missing, model)
        return cosines | {id_: float(vector @ question) for id_, vector in found.items()}


def _first_posts(
    ranking: Sequence[Joined],
    passages: Mapping[int, Passage],
    posts: Mapping[str, Post],
    limit: int,
) -> list[FoundPost]:
    """Returns the best posts, each with all of its passages that were found."""
    grouped: dict[str, list[Joined]] = {}
    for each in ranking:
        grouped.setdefault(passages[each.passage].post_id, []).append(each)
    return [
        FoundPost(posts[id_], group[0], [passages[each.passage] for each in group])
        for id_, group in islice(grouped.items(), limit)
    ]
