"""How near whole posts are to a question, and not only the passage that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding.token_table import unit
from index.posts import LONGEST_NAME
from index.search.relevance import PostSimilarity
from index.text.sentences import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from index.documents import Model
    from index.engine import Engine
    from index.ports import Encoder
    from index.posts import Post
    from index.search.similarity.model_calibration import Calibration


LONGEST: Final = 64
"""A longer post is judged by so many passages at its beginning."""

HEADING: Final = 100
"""Characters by which a post without a title begins."""


def post_similarities(
    store: Engine,
    posts: Mapping[str, Post],
    question: NDArray[np.float32],
    *,
    encoder: Encoder,
    model: Model,
    scale: Calibration,
) -> dict[str, PostSimilarity]:
    """Return what each of these posts has of a question, by its id.

    A passage out of the middle of a post may be near to a question by chance; what the post
    is about, and what it says first, is not so. It costs reading the vectors of these posts,
    and looking up the tokens of their headings; a model that keeps no vectors for tokens would
    have to encode those again, so there the beginning stands for them.

    Args:
        store: Where they are.
        posts: Stored posts, by id.
        question: Its unit vector, float32[dimension].
        encoder: The model that made it.
        model: The same, as it is stored.
        scale: Brings its cosines to the scale of the bundled model.
    """
    headings = _headings(posts, question, encoder)
    counts, vectors = store.vectors_of(posts, model, LONGEST)
    if not counts:
        return {}
    starts = np.cumsum([0, *counts.values()])[:-1]
    wholes = unit(np.add.reduceat(vectors, starts, axis=0)) @ question
    beginnings = vectors[starts] @ question
    found = {}
    for id_, whole, beginning in zip(counts, wholes.tolist(), beginnings.tolist(), strict=True):
        cosines = (whole, beginning, headings[id_] if headings else beginning)
        found[id_] = PostSimilarity(*(scale.of(each) for each in cosines))
    return found


def _headings(
    posts: Mapping[str, Post], question: NDArray[np.float32], encoder: Encoder
) -> dict[str, float] | None:
    texts = [each.title[:LONGEST_NAME] or shortened(each.text, HEADING) for each in posts.values()]
    tokens = encoder.encode_tokens(texts)
    if tokens is None or not texts:
        return None
    # A row of zeros stands first in each: a heading may have no token that is known.
    rows = np.vstack([np.zeros_like(question), tokens.vectors])
    places = np.concatenate([np.append(0, own + 1) for own in tokens.texts])
    starts = np.cumsum([0, *(len(own) + 1 for own in tokens.texts[:-1])])
    sums = np.add.reduceat(rows[places], starts, axis=0)
    return dict(zip(posts, (unit(sums) @ question).tolist(), strict=True))
