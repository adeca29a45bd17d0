"""Times of many calls, summed up."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from bench.comparison.subjects.subject import SubjectError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.comparison.measurements import Figures
    from bench.comparison.subjects.subject import Reply, Subject


def summary(replies: Sequence[Reply], kind: str) -> Figures:
    """Return how many there were, and their median, 95th and 99th percentile and longest."""
    figures: Figures = {f"{kind} asked": len(replies)}
    for what, times in (
        ("cpu", [reply.cpu for reply in replies]),
        ("wall", [reply.wall for reply in replies]),
    ):
        figures |= {
            f"{kind} {what} p50": float(np.percentile(times, 50)),
            f"{kind} {what} p95": float(np.percentile(times, 95)),
            f"{kind} {what} p99": float(np.percentile(times, 99)),
            f"{kind} {what} max": max(times),
        }
    return figures


def in_turn(
    subjects: Mapping[str, Subject], calls: Sequence[tuple[object, ...]], failed: dict[str, str]
) -> dict[str, list[Reply]]:
    """Ask every subject each question before the next, another one first each time.

    A subject that fails is asked no more; why it did is added to `failed`.
    """
    replies: dict[str, list[Reply]] = {name: [] for name in subjects if name not in failed}
    for number, arguments in enumerate(calls):
        _show(f"{number:,} of {len(calls):,}")
        names = list(replies)
        first = number % max(1, len(names))
        for name in names[first:] + names[:first]:
            try:
                replies[name].append(subjects[name].call("ask", *arguments))
            except SubjectError as error:
                failed[name] = str(error)
                del replies[name]
    _show("")
    return replies


def _show(text: str) -> None:
    # Behind what is being measured, and back; not where a file is written.
    if sys.stdout.isatty():
        print(f"{text:<20}", end="\b" * 20, flush=True)
