"""What was measured, a line a row and size: a run that was stopped goes on where it was."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

OURS: Final = "pullquote"
"""Pullquote's name among the subjects."""

Figures = dict[str, float]
"""What was measured of one subject, by name; seconds, megabytes or counts."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One row at one size: all subjects in turn, so that their ratios hold.

    Attributes:
        row: Its name.
        size: How many posts.
        figures: What was measured of each subject.
        failed: Why a subject has no figures.
        commit: What of Pullquote was measured.
        load: How many processes wanted a processor meanwhile.
    """

    row: str
    size: int
    figures: Mapping[str, Figures]
    failed: Mapping[str, str] = field(default_factory=dict)
    commit: str = ""
    load: float = 0.0

    @property
    def subjects(self) -> set[str]:
        """Who took part."""
        return {*self.figures, *self.failed}


class Measurements:
    """The measurements of some posts, in a file; a later one of a row and size replaces it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._held: dict[tuple[str, int], Measurement] = {}
        if file.exists():
            for line in file.read_text("utf-8").splitlines():
                self._hold(Measurement(**json.loads(line)))

    def _hold(self, measurement: Measurement) -> None:
        self._held[measurement.row, measurement.size] = measurement

    def add(self, measurement: Measurement) -> None:
        """Keep a measurement."""
        self._hold(measurement)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(measurement)) + "\n")

    def has(self, row: str, size: int, subjects: Iterable[str]) -> bool:
        """Return whether these subjects were measured together."""
        there = self._held.get((row, size))
        return there is not None and there.subjects >= set(subjects)

    def at(self, row: str, size: int) -> Measurement:
        """Return a measurement, empty where there is none."""
        return self._held.get((row, size)) or Measurement(row, size, {})

    def figure(self, row: str, size: int, subject: str, name: str) -> float | None:
        """Return one figure, or None."""
        return self.at(row, size).figures.get(subject, {}).get(name)

    def all(self) -> list[Measurement]:
        """Return all, by size."""
        return sorted(self._held.values(), key=lambda each: each.size)

    @property
    def sizes(self) -> list[int]:
        """The sizes, ascending."""
        return sorted({size for _, size in self._held})
