"""Chance for tests that are too rich for hypothesis: the same on every run in CI."""

from __future__ import annotations

import os
from random import Random, SystemRandom


def seeds(count: int) -> list[int]:
    """Returns seeds: fixed ones in CI, new ones elsewhere; a test's name says which it had."""
    if os.environ.get("CI"):
        return list(range(count))
    chance = SystemRandom()
    return [chance.randrange(1_000_000) for _ in range(count)]


def chance(seed: int) -> Random:
    """Returns what draws the same from the same seed."""
    return Random(seed)  # noqa: S311 - nothing is kept secret by it
