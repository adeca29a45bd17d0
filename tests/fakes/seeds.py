"""Chance for tests that are too rich for hypothesis: the same on every run in CI."""

from __future__ import annotations

import os
from random import Random, SystemRandom


def seeds(count: int) -> list[int]:
    """Return seeds: fixed ones in CI, new ones elsewhere; a test's name says which it had."""
    if os.environ.get("CI"):
        return list(range(count))
    # Processes that share the tests of a run must give them the same names.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or SystemRandom().random()
    drawn = Random(run)  # noqa: S311 - nothing is kept secret by it
    return [drawn.randrange(1_000_000) for _ in range(count)]


def chance(seed: int) -> Random:
    """Return what draws the same from the same seed."""
    return Random(seed)  # noqa: S311 - nothing is kept secret by it
