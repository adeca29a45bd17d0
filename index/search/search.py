"""Finds what answers a question, by its words and by its meaning."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from index.ingest.context import searched_of
from index.ports import CANDIDATES
from index.scope import Scope
from index.search import keywords
from index.search.fusion import compared, joined
from index.search.refinement import SecondReader, kept, refined
from index.search.reply_placement import FoundPost
from index.search.reranking import Among, ranked_hits
from index.search.similarity.model_calibration import calibration_of
from index.search.similarity.tokens import token_similarities_in_context
from index.search.similarity.whole_posts import post_similarities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from index.documents import Searched
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.posts import Hit, Passage, Post
    from index.search.fusion import Joined
    from index.search.keywords import Matches
    from index.search.relevance import PostSimilarity, TokenSimilarity


COMPARED: Final = 150
"""How many of them are compared word by word; further down there was nothing to gain."""


class Search:
    """Answers questions from one database; belongs to the thread of its store.

    A question costs one encoding, one comparison with every vector its readers may see, one
    full-text query, and the reading of what both found. Before it, what others wrote
    since the last question is applied to the vectors in memory. What was found is only compared
    where the database says that the readers may see it. What a second model has read by now
    counts as well; it costs another encoding and another comparison.

    Args:
        store: The posts.
        open_encoder: Loads a model by its stored name.
        cache_file: Where the vectors are cached.
        refining: The stored name of the second model; None for none.
    """

    def __init__(
        self,
        store: Engine,
        open_encoder: OpenEncoder,
        cache_file: Path,
        refining: str | None = None,
    ) -> None:
        self._store = store
        self._open_encoder = open_encoder
        self._second = SecondReader(store, open_encoder, refining)
        self._candidates = store.candidates(cache_file)

    def search(self, text: str, scope: Scope, limit: int) -> list[Hit]:
        """Return the posts that answer best, each with its best passage, best first.

        Args:
            text: The question, without its filters.
            scope: Which posts may be found; nothing outside it is even compared.
            limit: How many posts at most.
        """
        self._store.renew()
        with self._store.reading():
            if (model := self._store.active_model()) is None:
                return []
            encoder = self._open_encoder(model.name)
            question = encoder.encode_question(text)
            cosines = self._candidates.nearest(question, scope, model, CANDIDATES)
            totals = self._candidates.totals(scope.audience)
            matches = keywords.matches(self._store, text, scope, CANDIDATES, totals)
            second = self._second.read(text, scope)
            others = matches.scores.keys() | (second.nearest.keys() if second else set())
            others -= cosines.keys()
            cosines |= self._candidates.cosines(question, others, scope, model)
            matches = matches.among(cosines.keys())
            scale = calibration_of(self._store, model)
            ranking = kept(joined(matches, scale.of_all(cosines)), COMPARED, second)
            passages, posts = self._store.passages_and_posts([each.passage for each in ranking])
            texts = searched_of(passages, posts, self._store)
            alike = token_similarities_in_context(matches.asked, texts, encoder)
            bare = {each.post_id for id_, each in passages.items() if _is_bare(each, texts[id_])}
            about = post_similarities(
                self._store, posts, question, encoder=encoder, model=model, scale=scale, bare=bare
            )
            near = {id_: about[each.post_id] for id_, each in passages.items()}
            likenesses = second.likenesses(posts) if second else {}
        known = refined(_compared(ranking, matches, alike, near), passages, likenesses)
        found = _first_posts(known, passages, posts, limit)
        told = likenesses if second and second.is_foreign else ()
        among = Among(scale, totals.visible, told)
        return ranked_hits(text, found, question, matches, encoder, among=among)

    def authors(self, name: str, audience: frozenset[str] | None) -> list[str]:
        """Return the authors whose names have these beginnings of words, as readers see them."""
        return self._store.names("author", name, audience)

    def warm_up(self) -> None:
        """Load the model and the vectors."""
        self._store.renew()
        with self._store.reading():
            model = self._store.active_model()
            if model is not None:
                self._open_encoder(model.name).encode_question("")
                self._candidates.catch_up(model)
                self._store.catch_up_words()
                self._second.read("", Scope())

    def close(self) -> None:
        """Close the database."""
        self._store.close()


def _is_bare(passage: Passage, searched: Searched) -> bool:
    """Say whether a passage begins its post, and is found by its own words alone."""
    is_alone = searched.own == passage.text and not searched.before
    return passage.ordinal == 0 and is_alone


def _compared(
    ranking: Sequence[Joined],
    matches: Matches,
    alike: Mapping[int, TokenSimilarity] | None,
    near: Mapping[int, PostSimilarity],
) -> list[Joined]:
    """Return the ranking by what the model makes of it, unless it cannot read the question."""
    is_blind = alike is not None and matches.is_unread
    return compared(ranking, None, None) if is_blind else compared(ranking, alike, near)


def _first_posts(
    ranking: Sequence[Joined],
    passages: Mapping[int, Passage],
    posts: Mapping[str, Post],
    limit: int,
) -> list[FoundPost]:
    """Return the best posts, each with all of its passages that were found."""
    grouped: dict[str, list[Joined]] = {}
    for each in ranking:
        grouped.setdefault(passages[each.passage].post_id, []).append(each)
    return [
        FoundPost(posts[id_], group[0], [passages[each.passage] for each in group])
        for id_, group in islice(grouped.items(), limit)
    ]
