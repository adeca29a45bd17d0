from __future__ import annotations

import pytest

from index.text.parts.sentences import Span
from index.text.parts.spoilers import COVER, covered, masked, within

POST = "discord:1/2/3"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It lies ||under the mat||, he said.", f"It lies {COVER}, he said."),
        ("||One.\nTwo.|| and ||three||", f"{COVER} and {COVER}"),
        ("if `x || y || z` and ```p || q || r```", None),
        ("||open", None),
    ],
)
def test_what_stands_between_bars_is_covered_but_no_code(text: str, shown: str | None) -> None:
    assert masked(text, covered(text, POST)) == (shown or text)
    assert covered(text, "slack:T1/C1/1.2") == covered(text, "notes:1") == ()


def test_what_is_covered_of_an_excerpt_is_counted_from_its_beginning() -> None:
    text = "It lies ||under the mat. Look there.|| Done."
    spans = covered(text, POST)
    assert within(spans, 0, 24) == (Span(8, 24),)
    assert within(spans, 25, 44) == (Span(0, 13),)
    assert within(spans, 39, 44) == ()
