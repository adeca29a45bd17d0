"""What a load must not come to: each limit with what is said where it is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_GROWTH: Final = 0.05
"""Of memory, once it is warm."""

MORE_TASKS: Final = 5
MORE_DESCRIPTORS: Final = 10
"""So many more than when it was warm may be at work, or kept open for the next call."""

LEAST_SHARE: Final = 0.7
"""Of the answers in the channel with the most: so much has the one with the fewest."""


def passed(
    became: Mapping[str, int],
    works: Mapping[str, int],
    warm: Mapping[str, float],
    after: Mapping[str, float],
    shares: Mapping[str, Sequence[float]],
) -> Iterator[str]:
    """Yield what is not as it must be.

    Args:
        became: How many questions became what.
        works: How many commands beside it ended how.
        warm: What the bot held with nothing in hand, halfway.
        after: The same at the end.
        shares: What part of the questions was answered, in each channel and of each person.
    """
    for each in ("lost", "answered more than once", "answered to nobody"):
        if became.get(each):
            yield f"{became[each]} {each}"
    for each, count in works.items():
        if not each.endswith(" with 0"):
            yield f"{count} times {each}"
    yield from _leaked(warm, after)
    yield from _unfair(**shares)


def _leaked(warm: Mapping[str, float], after: Mapping[str, float]) -> Iterator[str]:
    if (grown := after["megabytes"] / warm["megabytes"] - 1) >= MOST_GROWTH:
        yield f"memory grew by {grown:.1%}"
    for kind, most in (("tasks", MORE_TASKS), ("descriptors", MORE_DESCRIPTORS)):
        if (more := after[kind] - warm[kind]) > most:
            yield f"{more:.0f} more {kind}"


def _unfair(channel: Sequence[float], person: Sequence[float]) -> Iterator[str]:
    if min(channel) < LEAST_SHARE * max(channel):
        yield f"a channel had {min(channel):.0%} answered, another {max(channel):.0%}"
    if not all(person):
        yield "a person had no answer"
