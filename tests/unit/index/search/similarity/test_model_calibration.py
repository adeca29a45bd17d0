from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from index.embedding.token_table import unit
from index.search.similarity import model_calibration
from index.search.similarity.model_calibration import Calibration
from index.search_scope import Scope
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.ports import Encoder
    from index.search.search import Search
    from index.sqlite.store import Store


SUBJECTS = "bread goats ovens rivers violins stamps chess bees kites tides".split()
POSTS = [
    post(f"All about {word}. The {word} are described here, {word} by {word}.", word)
    for word in SUBJECTS
]


@dataclass
class NarrowEncoder(HashingEncoder):
    """Puts all texts close together, as some models do."""

    name: str = "narrow"

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return unit(super().encode_passages(texts) + 0.2)


def fitted(store: Store, encoder: Encoder) -> Calibration:
    model_calibration.fit(store, encoder, HashingEncoder())
    model = store.active_model()
    assert model is not None
    return model_calibration.calibration_of(store, model)


def test_a_narrow_model_is_brought_to_the_width_of_the_bundled_one(
    store: Store, save: Callable[..., None]
) -> None:
    save(*POSTS)
    narrow, wide = NarrowEncoder(), HashingEncoder()
    calibration = fitted(store, narrow)
    for each, other in (("bread", "bread"), ("bread", "goats")):
        question, text = (
            f"All about {each}.",
            f"The {other} are described here, {other} by {other}.",
        )
        was = float(narrow.encode_passages([text])[0] @ narrow.encode_question(question))
        wanted = float(wide.encode_passages([text])[0] @ wide.encode_question(question))
        assert calibration.of(was) == pytest.approx(wanted, abs=0.15)
    assert calibration.factor > 1


def test_the_same_model_needs_no_change(store: Store, save: Callable[..., None]) -> None:
    save(*POSTS)
    assert fitted(store, HashingEncoder()) == pytest.approx((1, 0), abs=1e-6)


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_posts_change_nothing(store: Store, save: Callable[..., None], count: int) -> None:
    save(*POSTS[:count])
    assert model_calibration.fit(store, NarrowEncoder(), HashingEncoder()) == Calibration()


def test_a_model_that_tells_nothing_apart_is_left_as_it_is(
    store: Store, save: Callable[..., None]
) -> None:
    save(*(post("the same words", str(number)) for number in range(9)))
    assert fitted(store, NarrowEncoder()) == Calibration()


def test_another_model_s_scale_is_not_used(store: Store, save: Callable[..., None]) -> None:
    save(*POSTS)
    fitted(store, NarrowEncoder())
    model = store.active_model()
    assert model is not None
    assert model_calibration.is_fitted(store, model)
    other = model._replace(name="other")
    assert not model_calibration.is_fitted(store, other)
    assert model_calibration.calibration_of(store, other) == Calibration()


def test_the_search_uses_the_scale(
    store: Store, search: Search, save: Callable[..., None], encoder: Encoder
) -> None:
    save(*POSTS)
    before = search.search("about bread", Scope(), 1)[0].confidence
    # To the encoder at hand everything is as sure as the other finds it: nearer than it is.
    model_calibration.fit(store, encoder, NarrowEncoder())
    assert search.search("about bread", Scope(), 1)[0].confidence > before
