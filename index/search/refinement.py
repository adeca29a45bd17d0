"""What a second, better model says of the passages that it has read by now."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from index.embedding.baseline import baseline_of
from index.errors import IndexingError
from index.search.fusion import NEAR
from index.text.language import Language, language_of, spoken_language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.embedding.baseline import Baseline
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.engine.refinements import RefinedCandidates
    from index.posts import Passage, Post
    from index.search.fusion import Joined
    from index.search_scope import Scope


FOUND: Final = 60
"""So many passages it may bring; they are compared like all others."""

READ: Final = 64
"""Of a longer post, so many passages at its beginning are asked for."""

SCORE: Final = 0.6
LIKENESS: Final = 1.5
OFFSET: Final = 0.02
"""What the first model's score and the second's likeness count together: see `refined`.

The likeness against the score was fitted by the first hit and the first five, the scale and the
offset by what is refused, and by collections of which half was read (see docs/training-log.md).
"""

FOREIGN: Final = 2.0
"""What a likeness counts more where the first model knows no word of the question's language."""

ALIKE: Final = 0.04
"""The likeness from which on a passage counts as found by its meaning."""

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A question as the second model reads it.

    Attributes:
        question: Its unit vector.
        model: The model, as it is stored.
        nearest: The nearest passages within the scope.
        is_foreign: The question is in a language that the first model does not know.
    """

    question: NDArray[np.float32]
    model: Model
    nearest: Mapping[int, float]
    is_foreign: bool
    _baseline: Baseline
    _candidates: RefinedCandidates

    def likenesses(self, posts: Mapping[str, Post]) -> dict[str, float]:
        """Return how much more than an average text these posts are like the question.

        Only those of which a passage was read; the most like one stands for its post.
        """
        cosines = self._candidates.cosines_of(self.question, posts, self.model, READ)
        expected = self._baseline.expected(self.question)
        factor = self._baseline.factor * (FOREIGN if self.is_foreign else 1.0)
        return {
            id_: factor * (max(read) - expected[language_of(posts[id_].text)])
            for id_, own in cosines.items()
            if (read := [each for each in own if each is not None])
        }


class SecondReader:
    """Reads questions by the second model, where one refines.

    Args:
        store: The posts.
        open_encoder: Loads a model by its stored name.
        name: The stored name of the model that is to refine; None for none. What another one
            made is not looked at.
    """

    def __init__(self, store: Engine, open_encoder: OpenEncoder, name: str | None) -> None:
        self._store = store
        self._open_encoder = open_encoder
        self._name = name
        self._candidates = store.refined_candidates()
        self._baseline: tuple[Model, Baseline] | None = None

    def read(self, text: str, scope: Scope) -> SecondReading | None:
        """Return what the second model makes of a question; None where it has read nothing."""
        model = self._store.refining_model() if self._name else None
        if model is None or model.name != self._name:
            return None
        baseline = self._known(model)
        if baseline is None:
            return None
        try:
            question = self._open_encoder(model.name).encode_question(text)
        except IndexingError as error:
            # The first model answers alone, as it did before there was a second.
            _log.warning("answered without the second model: %s", error)
            self._name = None
            return None
        nearest = self._candidates.nearest(question, scope, model, FOUND)
        is_foreign = spoken_language_of(text) not in get_args(Language)
        return SecondReading(question, model, nearest, is_foreign, baseline, self._candidates)

    def _known(self, model: Model) -> Baseline | None:
        if self._baseline is None or self._baseline[0] != model:
            baseline = baseline_of(self._store.noted, model.name)
            self._baseline = baseline and (model, baseline)
        return self._baseline and self._baseline[1]


def refined(
    ranking: Iterable[Joined], passages: Mapping[int, Passage], likenesses: Mapping[str, float]
) -> list[Joined]:
    """Return passages with what the second model says of their posts, best first.

    A score is joined with a likeness so that what comes out says as much of how likely the
    passage answers as a score alone does. So a post that was read by the second model stands
    above one that was not only where the model likes it better than it likes most posts of such
    a score, and below where it does not.

    Args:
        ranking: The passages as the first model ranks them.
        passages: The same, as they are stored.
        likenesses: Those that are known, by post.
    """
    again = []
    for each in ranking:
        likeness = likenesses.get(passages[each.passage].post_id)
        if likeness is None:
            again.append(each)
            continue
        cosine = max(each.cosine, NEAR) if likeness >= ALIKE else each.cosine
        again.append(each._replace(score=joint(each.score, likeness), cosine=cosine))
    return sorted(again, key=lambda each: (-each.score, each.passage))


def joint(score: float, likeness: float) -> float:
    """Return the score of what both models have read, 0 to 1."""
    return min(max(OFFSET + SCORE * score + LIKENESS * likeness, 0.0), 1.0)


def kept(ranking: Sequence[Joined], most: int, reading: SecondReading | None) -> list[Joined]:
    """Return the best passages of a ranking, and those that the second model found."""
    found = reading.nearest if reading else {}
    return [*ranking[:most], *(each for each in ranking[most:] if each.passage in found)]
