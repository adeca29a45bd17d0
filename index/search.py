"""Finds what answers a question, by its words and by its meaning."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING, Final

from index import cache, changes, fulltext
from index.contexts import searched_of
from index.fusion import compared, joined
from index.likeness import likenesses_with_lines
from index.open_file import renew
from index.ranking import FoundPost, ranked_hits
from index.scales import scale_of
from index.scope import condition
from index.subjects import subjects
from index.vectors import Neighbours

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.encoder import OpenEncoder
    from index.fusion import Joined
    from index.models import Model
    from index.posts import Hit, Passage, Post
    from index.scope import Scope
    from index.store import Store

CANDIDATES: Final = 200
"""How many passages each half may bring."""

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
        self._neighbours = Neighbours(0)
        self._seen: changes.Moment | None = None

    def search(self, text: str, scope: Scope, limit: int) -> list[Hit]:
        """Returns the posts that answer best, each with its best passage, best first.

        Args:
            text: The question, without its filters.
            scope: Which posts may be found; nothing outside it is even compared.
            limit: How many posts at most.
        """
        renew(self._store)
        with self._store.reading():
            model = self._store.active_model()
            if model is None:
                return []
            encoder = self._open_encoder(model.name)
            self.catch_up(model)
            question = encoder.encode_question(text)
            cosines = self._nearest_in_scope(question, scope, model)
            visible = self._neighbours.count(scope.audience)
            totals = fulltext.Totals(visible, len(self._neighbours))
            matches = fulltext.matches(self._store.connection, text, scope, CANDIDATES, totals)
            by_words = matches.scores.keys() - cosines.keys()
            in_scope = changes.within(self._store.connection, by_words, scope)
            matches = matches.among(in_scope | cosines.keys())
            cosines = self._completed(cosines, question, matches.scores, model)
            scale = scale_of(self._store.connection, model)
            cosines = {id_: scale.of(cosine) for id_, cosine in cosines.items()}
            ranking = joined(matches, cosines)[:COMPARED]
            passages = self._store.passages([each.passage for each in ranking])
            posts = self._store.posts({each.post_id for each in passages.values()})
            texts = searched_of(passages, posts, self._store)
            alike = likenesses_with_lines(matches.asked, texts, encoder)
            about = subjects(
                self._store.connection, posts, question, encoder=encoder, model=model, scale=scale
            )
            near = {id_: about[each.post_id] for id_, each in passages.items()}
        found = _first_posts(compared(ranking, alike, near), passages, posts, limit)
        return ranked_hits(text, found, question, matches, encoder, scale=scale, passages=visible)

    def warm_up(self) -> None:
        """Loads the model and the vectors."""
        renew(self._store)
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
        if self._seen is None and not len(self._neighbours):
            cached = cache.load(self._cache_file, model)
            self._neighbours, self._seen = cached or (Neighbours(model.dimension), None)
        self._read_on(model)

    def save(self) -> None:
        """Writes the cache file, so that the next start is quick."""
        model = self._store.active_model()
        if model is not None and self._seen is not None:
            cache.save(self._cache_file, self._neighbours, model, self._seen)

    def _read_on(self, model: Model) -> None:
        moment = changes.now(self._store.connection, model)
        if self._seen == moment:
            return
        changed = self._apply(model, moment)
        self._seen = moment
        if changed >= WORTH_CACHING:
            self.save()

    def _apply(self, model: Model, moment: changes.Moment) -> int:
        connection = self._store.connection
        gone = None
        if self._seen is not None and changes.follows(connection, moment, self._seen):
            gone = changes.removed(connection, self._seen, moment)
        since = self._seen
        if gone is None or since is None:
            self._neighbours = Neighbours(model.dimension)
            gone, since = [], changes.beginning(moment)
        # Until all is applied, nothing is known to be: after an error all is read anew.
        self._seen = None
        count = len(gone)
        for batch in changes.added(connection, since, model):
            self._neighbours.add(batch.ids, batch.audiences, batch.vectors)
            count += len(batch.ids)
        self._neighbours.remove(gone)
        return count

    def _nearest_in_scope(
        self, question: NDArray[np.float32], scope: Scope, model: Model
    ) -> dict[int, float]:
        """Return the nearest passages that the database itself says are in scope.

        It knows better than the vectors in memory; where it disagrees, they are read again.
        """
        nearest = self._nearest(question, scope)
        within = changes.within(self._store.connection, nearest, scope)
        if len(within) < len(nearest):
            _log.warning("the vectors in memory were not those of %s: read again", self._store.path)
            self._seen = None
            self._read_on(model)
            nearest = self._nearest(question, scope)
            within = changes.within(self._store.connection, nearest, scope)
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
        return self._neighbours.search(question, CANDIDATES, audience=scope.audience, among=among)

    def _completed(
        self,
        cosines: dict[int, float],
        question: NDArray[np.float32],
        others: Collection[int],
        model: Model,
    ) -> dict[int, float]:
        missing = [passage for passage in others if passage not in cosines]
        found = changes.vectors(self._store.connection, missing, model)
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
