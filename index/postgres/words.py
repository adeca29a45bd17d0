"""The words of a passage as they are stored: each stem once, with how often it stands there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from index.documents import stems_of
from index.postgres.server import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.documents import Prepared

LONGEST: Final = 200
"""So many characters of a stem are stored as they are: an index holds no text of any length."""


class PassageWords(NamedTuple):
    """The words of a passage.

    Attributes:
        length: How many there are, the label of its readers counted as one.
        times: How often each stem stands there.
    """

    length: int
    times: Counter[str]


def words_of(prepared: Prepared) -> Iterator[PassageWords]:
    """Yield the words of each passage of a post, with those of what is said around it."""
    around, passages = stems_of(prepared)
    for own in passages:
        times = Counter(map(bounded, [*around, *own]))
        yield PassageWords(times.total() + 1, times)


def bounded(stem: str) -> str:
    """Return a stem as it is stored."""
    return texts.bounded(stem, LONGEST)
