"""Finds what answers a question, by its words and by its meaning."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from index.ingest.context import searched_of
from index.ports import CANDIDATES
from index.search import keywords
from index.search.answering import with_answers
from index.search.fusion import compared, joined
from index.search.refinement import SecondReader, kept, refined
from index.search.reply_placement import FoundPost
from index.search.reranking import Among, ranked_hits
from index.search.similarity.model_calibration import calibration_of
from index.search.similarity.tokens import token_similarities_in_context
from index.search.similarity.whole_posts import post_similarities
from index.search_scope import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model, Searched
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.posts import Answered, Hit, Passage, Post
    from index.search.fusion import Joined
    from index.search.keywords import Matches
    from index.search.refinement import SecondReading
    from index.search.relevance import PostSimilarity, TokenSimilarity
    from index.search.similarity.model_calibration import Calibration


COMPARED: Final = 150
"""How many of them are compared word by word; further down there was nothing to gain."""


class _Asked(NamedTuple):
    """A question, and how it is looked for."""

    text: str
    question: NDArray[np.float32]
    scope: Scope
    model: Model
    scale: Calibration
    second: SecondReading | None


class _Found(NamedTuple):
    """What was found of a question."""

    ranking: Sequence[Joined]
    matches: Matches
    passages: Mapping[int, Passage]
    posts: Mapping[str, Post]


class Search:
    """Answers questions from one database; belongs to the thread of its store.

    A question costs one encoding, one comparison with every vector its readers may see, one
    full-text query, and the reading of what both found. Before it, what others wrote
    since the last question is applied to the vectors in memory. What was found is read within the
    scope before it is compared with more than its vector; where the database disagrees with what is
    in memory, that is read again. What a second model has read by now
    counts as well; it costs another encoding and another comparison.

    Args:
        store: The posts.
        open_encoder: Loads a model by its stored name.
        cache_file: Where the vectors are cached.
        refining: The stored name of the second model; None for none.
        fetches_answers: What is known to have answered is fetched, and goes first.
    """

    def __init__(
        self,
        store: Engine,
        open_encoder: OpenEncoder,
        cache_file: Path,
        refining: str | None = None,
        *,
        fetches_answers: bool = True,
    ) -> None:
        self._fetches_answers = fetches_answers
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
            scale = calibration_of(self._store, model)
            second = self._second.read(text, scope)
            asked = _Asked(text, question, scope, model, scale, second)
            ranking, matches, passages, posts = self._found(asked)
            totals = self._candidates.totals(scope.audience)
            texts = searched_of(passages, posts, self._store)
            alike = token_similarities_in_context(matches.asked, texts, encoder)
            bare = {each.post_id for id_, each in passages.items() if _is_bare(each, texts[id_])}
            about = post_similarities(
                self._candidates,
                posts,
                question,
                encoder=encoder,
                model=model,
                scale=scale,
                bare=bare,
            )
            near = {id_: about[each.post_id] for id_, each in passages.items()}
            likenesses = second.likenesses(posts) if second else {}
            known = refined(_compared(ranking, matches, alike, near), passages, likenesses)
            found = _first_posts(known, passages, posts, limit)
            found, answered = self._with_answers(found, scope)
        told = likenesses if second and second.is_foreign else ()
        among = Among(scale, totals.visible, told, answered)
        return ranked_hits(text, found, question, matches, encoder, among=among)[:limit]

    def _with_answers(
        self, found: list[FoundPost], scope: Scope
    ) -> tuple[list[FoundPost], Mapping[str, Answered]]:
        return with_answers(found, self._store, scope) if self._fetches_answers else (found, {})

    def _found(self, asked: _Asked) -> _Found:
        """Return what both halves found and may be read, best first, with its posts."""
        found = self._found_in_memory(asked)
        if len(found.passages) < len(found.ranking):
            # The database knows better than what is in memory.
            self._candidates.read_again(asked.model)
            self._store.read_words_again()
            found = self._found_in_memory(asked)
        readable = [each for each in found.ranking if each.passage in found.passages]
        return found._replace(ranking=readable)

    def _found_in_memory(self, asked: _Asked) -> _Found:
        """Return what both halves found, best first, and what of it may be read, with its posts."""
        text, question, scope, model, scale, second = asked
        cosines = self._candidates.nearest(question, scope, model, CANDIDATES)
        totals = self._candidates.totals(scope.audience)
        matches = keywords.matches(self._store, text, scope, CANDIDATES, totals)
        others = matches.scores.keys() | (second.nearest.keys() if second else set())
        others -= cosines.keys()
        cosines |= self._candidates.cosines(question, others, model)
        matches = matches.among(cosines.keys())
        ranking = kept(joined(matches, scale.of_all(cosines)), COMPARED, second)
        read = self._store.passages_and_posts([each.passage for each in ranking], scope)
        return _Found(ranking, matches, *read)

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
