"""What a load must not come to: each limit with what is said where it is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_MEGABYTES: Final = "megabytes at most until then"

MOST_GROWTH: Final = 0.05
"""Of resident memory, above the most that it was until it was warm.

What is resident with nothing in hand differs by a tenth from run to run, with the same objects in
use: a page is given back only when nothing in it is in use.
"""

MORE_OBJECTS: Final = 0.1
"""Of what Python has in use: the words that are remembered fill their room, but not for each event.

A tenth is four objects for each event that comes after half of 30,000.
"""

MORE_TASKS: Final = 5
MORE_DESCRIPTORS: Final = 10
"""So many more than when it was warm may be at work, or kept open for the next call."""

LEAST_SHARE: Final = 0.7
"""Of the answers in the channel with the most: so much has the one with the fewest."""

BY_CHANCE: Final = 2
"""So many answers fewer than that may be chance: of few questions each is a large part."""

GIVEN: Final = ("import", "reindex")
"""The commands beside it; each has to end well at least once."""


class Share(NamedTuple):
    """How many questions of one channel or person were asked, and how many of them answered."""

    answered: int
    asked: int

    @property
    def part(self) -> float:
        """The part of them that was answered."""
        return self.answered / self.asked


def passed(
    became: Mapping[str, int],
    works: Mapping[str, int],
    warm: Mapping[str, float],
    after: Mapping[str, float],
    shares: Mapping[str, Sequence[Share]],
) -> Iterator[str]:
    """Yield what is not as it must be.

    Args:
        became: How many questions became what.
        works: How many commands beside it ended how.
        warm: What the bot held with nothing in hand, halfway.
        after: The same at the end.
        shares: What of the questions was answered, in each channel and of each person. In the
            channels those of who asks many at once do not count.
    """
    for each in ("lost", "answered more than once", "answered to nobody"):
        if became.get(each):
            yield f"{became[each]} {each}"
    for each, count in works.items():
        if not each.endswith(" with 0"):
            yield f"{count} times {each}"
    for each in GIVEN:
        if not works.get(f"{each} ended with 0"):
            yield f"no {each} ended well"
    yield from _leaked(warm, after)
    yield from _unfair(**shares)


def _leaked(warm: Mapping[str, float], after: Mapping[str, float]) -> Iterator[str]:
    if (grown := after["megabytes"] / warm[MOST_MEGABYTES] - 1) >= MOST_GROWTH:
        yield f"memory grew by {grown:.1%}"
    if (more := after["objects"] / warm["objects"] - 1) >= MORE_OBJECTS:
        yield f"{more:.1%} more objects"
    for kind, most in (("tasks", MORE_TASKS), ("descriptors", MORE_DESCRIPTORS)):
        if (more := after[kind] - warm[kind]) > most:
            yield f"{more:.0f} more {kind}"


def _unfair(channel: Sequence[Share], person: Sequence[Share]) -> Iterator[str]:
    most = max(each.part for each in channel)
    for each in channel:
        if each.answered + BY_CHANCE < LEAST_SHARE * most * each.asked:
            yield f"a channel had {each.part:.0%} answered, another {most:.0%}"
    if without := sum(not each.answered for each in person):
        yield f"{without} people had no answer"
