"""Brings the cosines of any model to the scale of the bundled one.

What is found or refused was fitted to the bundled model's cosines, and models differ: one puts
all texts between 0.7 and 0.9, another between 0 and 0.5. So a model is tested on the user's own
posts: how a post begins is asked of the rest of that post (right) and of another's (wrong). The
bundled model does the same, and what it makes of right and wrong gives the scale.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from index.embedding.encoder import BUNDLED, model_name
from index.text.parts.sentences import opening

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.ports import Encoder
    from index.posts import Post


SAMPLE: Final = 200
"""Posts that a model is tested on."""

APART: Final = 0.01
"""A model that tells right from wrong by less than this is left as it is."""

_LONG: Final = 800  # characters of a post, as of a passage
_NAME: Final = "scale"


class Calibration(NamedTuple):
    """Cosines times the factor plus the offset are like the bundled model's."""

    factor: float = 1.0
    offset: float = 0.0

    def of(self, cosine: float) -> float:
        """Return the cosine on the bundled model's scale."""
        return self.factor * cosine + self.offset

    def of_array(self, cosines: NDArray[np.float32]) -> list[float]:
        """Return the same of an array of them."""
        told: list[float] = (self.factor * cosines + self.offset).tolist()
        return told

    def of_all(self, cosines: Mapping[int, float]) -> dict[int, float]:
        """Return the same of several, by their ids."""
        return {id_: self.of(cosine) for id_, cosine in cosines.items()}


def fit_if_needed(store: Engine, open_encoder: OpenEncoder, *, again: bool = False) -> None:
    """Test the model that answers, unless it is the bundled one or was tested before.

    Args:
        store: The posts.
        open_encoder: Loads a model by its stored name.
        again: Tests it even if it was tested before.
    """
    model, bundled = store.active_model(), model_name(BUNDLED)
    if model is None or model.name == bundled:
        return
    if again or not is_fitted(store, model):
        fit(store, open_encoder(model.name), open_encoder(bundled))


def fit(store: Engine, encoder: Encoder, bundled: Encoder) -> Calibration:
    """Test a model on a sample of the posts, note its scale, and return it."""
    model = store.active_model()
    pairs = [_pair(post) for post in store.sample(SAMPLE)]
    calibration = (
        _between(_means(encoder, pairs), _means(bundled, pairs))
        if len(pairs) > 1
        else Calibration()
    )
    if model is not None:
        store.note(_NAME, json.dumps([model.name, *calibration]))
    return calibration


def is_fitted(store: Engine, model: Model) -> bool:
    """Return whether the scale of this model was noted."""
    return _noted(store, model) is not None


def calibration_of(store: Engine, model: Model) -> Calibration:
    """Return the scale that was noted for a model; for one that was not tested, no change."""
    return _noted(store, model) or Calibration()


def _noted(store: Engine, model: Model) -> Calibration | None:
    name, *values = json.loads(store.noted(_NAME) or '[""]')
    return Calibration(*values) if name == model.name else None


def _pair(post: Post) -> tuple[str, str]:
    first = opening(post.text)
    rest = post.text.strip()[len(first) :].strip()[:_LONG]
    return post.title or first, rest or first


def _means(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the mean cosine of what belongs together, and of what does not."""
    texts = encoder.encode_passages([text for _, text in pairs])
    right = wrong = 0.0
    for at, (question, _) in enumerate(pairs):
        vector = encoder.encode_question(question)
        right += float(texts[at] @ vector)
        wrong += float(texts[at - 1] @ vector)
    return right / len(pairs), wrong / len(pairs)


def _between(own: tuple[float, float], bundled: tuple[float, float]) -> Calibration:
    right, wrong = own
    if right - wrong < APART or bundled[0] <= bundled[1]:
        return Calibration()
    factor = (bundled[0] - bundled[1]) / (right - wrong)
    return Calibration(factor, bundled[1] - factor * wrong)
