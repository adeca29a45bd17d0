from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Hit


def test_what_a_post_quotes_makes_its_own_words_no_surer(
    save: Callable[..., None], hits: Callable[..., dict[str, Hit]]
) -> None:
    own = "Sweep the floor after the lesson.\n"
    save(
        post(f"> The hammer hangs behind the door.\n{own}", "quoting", author="Ines"),
        post(f"The hammer hangs behind the door.\n{own}", "saying", author="Ines"),
    )
    found = {id_.partition(":")[2]: each for id_, each in hits("where is the hammer?").items()}
    assert found["quoting"].confidence < 0.5 < found["saying"].confidence
