"""Draws what was measured: `python -m bench.comparison.plots FOLDER OUT`, where matplotlib is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.comparison.measurements import Measurements
from bench.comparison.tables import LINES, NAMES, value

PLOTS: Final = {
    "question": "a question, ms, p50",
    "import": "import, s",
    "memory": "resident memory, MB",
    "disk": "disk, MB",
}
"""The name of each file, and the line it draws."""


def draw(held: Measurements, title: str, file: Path) -> None:
    """Draw one line of the table for every subject over the number of posts."""
    (line,) = (each for each in LINES if each.title == title)
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    for name, shown in NAMES.items():
        points = [(size, value(held, line, size, name)) for size in held.sizes]
        known = [(size, each) for size, each in points if each is not None]
        if known:
            axes.loglog(*zip(*known, strict=True), marker="o", label=shown)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.set_xlabel("posts")
    axes.set_ylabel(title)
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    figure.savefig(file, metadata={"Date": None})


def main() -> None:
    """Draw all plots."""
    # The same figures give the same file.
    mpl.rcParams.update({"svg.hashsalt": "pullquote", "svg.fonttype": "none"})
    folder, out = map(Path, sys.argv[1:])
    held = Measurements(folder / "measured.jsonl")
    out.mkdir(parents=True, exist_ok=True)
    for name, title in PLOTS.items():
        draw(held, title, out / f"{name}.svg")


if __name__ == "__main__":
    main()
