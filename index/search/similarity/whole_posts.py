"""How near whole posts are to a question, and not only the passage that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding.token_table import unit
from index.posts import LONGEST_NAME
from index.search.relevance import PostSimilarity
from index.text.parts.sentences import shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from numpy.typing import NDArray

    from index.documents import Model
    from index.engine.vectors import Candidates
    from index.ports import Encoder
    from index.posts import Post
    from index.search.similarity.model_calibration import Calibration


LONGEST: Final = 64
"""A longer post is judged by so many passages at its beginning."""

HEADING: Final = 100
"""Characters by which a post without a title begins."""


def post_similarities(
    candidates: Candidates,
    posts: Mapping[str, Post],
    question: NDArray[np.float32],
    *,
    encoder: Encoder,
    model: Model,
    scale: Calibration,
    bare: Collection[str] = (),
) -> dict[str, PostSimilarity]:
    """Return what each of these posts has of a question, by its id.

    A passage out of the middle of a post may be near to a question by chance; what the post
    is about, and what it says first, is not so. It costs reading the vectors of these posts,
    and looking up the tokens of their headings; a model that keeps no vectors for tokens would
    have to encode those again, so there the beginning stands for them.

    Args:
        candidates: Have their vectors.
        posts: Stored posts, by id.
        question: Its unit vector, float32[dimension].
        encoder: The model that made it.
        model: The same, as it is stored.
        scale: Brings its cosines to the scale of the bundled model.
        bare: Posts whose vectors are of their own words alone: the beginning of a short one of
            them is its heading, and need not be read again.
    """
    headings = _headings(_without_short(posts, bare), question, encoder)
    counts, vectors = candidates.vectors_of(posts, model, LONGEST)
    if not counts:
        return {}
    starts = np.cumsum([0, *counts.values()])[:-1]
    wholes = scale.of_array(unit(np.add.reduceat(vectors, starts, axis=0)) @ question)
    beginnings = scale.of_array(vectors[starts] @ question)
    return {
        id_: PostSimilarity(
            whole, beginning, scale.of(headings[id_]) if id_ in headings else beginning
        )
        for id_, whole, beginning in zip(counts, wholes, beginnings, strict=True)
    }


def _without_short(posts: Mapping[str, Post], bare: Collection[str]) -> dict[str, Post]:
    short = {id_ for id_ in bare if len(posts[id_].text) <= HEADING}
    return {id_: each for id_, each in posts.items() if id_ not in short}


def _headings(
    posts: Mapping[str, Post], question: NDArray[np.float32], encoder: Encoder
) -> dict[str, float]:
    texts = [each.title[:LONGEST_NAME] or shortened(each.text, HEADING) for each in posts.values()]
    tokens = encoder.encode_tokens(texts)
    if tokens is None:
        return {}
    # A heading may have no token that is known.
    known = {id_: own for id_, own in zip(posts, tokens.texts, strict=True) if len(own)}
    if not known:
        return dict.fromkeys(posts, 0.0)
    starts = np.cumsum([0, *map(len, known.values())])[:-1]
    sums = np.add.reduceat(tokens.vectors[np.concatenate(list(known.values()))], starts, axis=0)
    cosines = dict(zip(known, (unit(sums) @ question).tolist(), strict=True))
    return dict.fromkeys(posts, 0.0) | cosines
