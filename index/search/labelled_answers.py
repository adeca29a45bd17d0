"""Tells which answers to a form's questions are to the one that is asked; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.text.parts.labels import label_above

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.text.parts.sentences import Span

OTHERS: Final = 0.8
"""What an answer counts to another question of its form than the one that is asked most nearly."""

_LOOKED_AT: Final = 20_000
"""A post of more characters is no answer to a form."""


def labels_of(text: str, spans: Sequence[Span]) -> list[str]:
    """Return the question of a form that each sentence answers; "" for one that answers none."""
    if "?\n" not in text or len(text) > _LOOKED_AT:
        return [""] * len(spans)
    labels = [label_above(text, each.start) for each in spans]
    return [
        label if label.endswith("?") and label != text[each.start : each.end] else ""
        for label, each in zip(labels, spans, strict=True)
    ]


def weights_of(labels: Sequence[str], share: Callable[[str], float]) -> list[float]:
    """Return what each answer counts, 0 to 1, by its question's share of the words asked for.

    Args:
        labels: The question of the form that each sentence answers; "" for none.
        share: Returns how many of the words asked for a text has.
    """
    shares = {each: share(each) for each in {*labels} - {""}}
    if len(shares) < 2:  # noqa: PLR2004 -- of one there is no other
        return [1.0] * len(labels)
    best = max(shares.values())
    return [OTHERS if each and shares[each] < best else 1.0 for each in labels]
