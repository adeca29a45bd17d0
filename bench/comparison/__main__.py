"""Compares Pullquote with its peers: `make bench`, or `python -m bench.comparison`.

All subjects are measured in one run and in turn, so that what the machine does besides falls on
all of them: the ratios are what counts. What was measured stays; a run that was stopped goes on,
and `--again ROW` measures a row once more, for all subjects.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from bench import ROOT
from bench.comparison import inputs, machine, own_rows, rows
from bench.comparison.bench import Bench
from bench.comparison.measurements import OURS, Measurement, Measurements
from bench.comparison.report import report
from bench.comparison.subjects.subject import SubjectError
from bench.peers import HYBRID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bench.comparison.measurements import Figures

    Row = Callable[[Bench, int, dict[str, str]], dict[str, Figures]]

ROWS: Final[Mapping[str, Row]] = {
    "embedding": rows.embedding,
    "importing": rows.importing,
    "asking": rows.asking,
    "cold start": rows.cold_start,
    "audiences": own_rows.audiences,
    "storing": own_rows.storing,
    "together": own_rows.together,
    "reindexing": own_rows.reindexing,
}
"""What is measured at each size, in this order."""

SMALLEST: Final = 1_000
SLOW: Final[Mapping[str, int]] = {"reindexing": SMALLEST}
"""Rows that are measured up to a size only: a transformer takes a second for 150 posts."""


def sizes(most: int) -> list[int]:
    """Return 1,000 and its tenfolds below a number, and that number."""
    found = []
    size = min(SMALLEST, most)
    while size < most:
        found.append(size)
        size *= 10
    return [*found, most]


def measure(bench: Bench, held: Measurements, most: int, again: Sequence[str]) -> None:
    """Measure what was not measured yet, and what is to be measured again."""
    for size in sizes(most):
        for name, row in ROWS.items():
            part = taking_part(name, bench)
            if not part or size > max(SLOW.get(name, size), sizes(most)[0]):
                continue
            if name not in again and held.has(name, size, part):
                print(f"{size:>9,}  {name:<12} is there", flush=True)
                continue
            _measure(bench, held, size, name, row)


def taking_part(row: str, bench: Bench) -> list[str]:
    """Return who takes part in a row; nobody where it needs the peers' model and none is there."""
    if row in {"importing", "asking", "cold start"}:
        return bench.subjects
    if row == "embedding":
        return [OURS, *(["minilm"] if bench.peers else [])]
    return [OURS] if row != "reindexing" or bench.peers else []


def _measure(bench: Bench, held: Measurements, size: int, name: str, row: Row) -> None:
    print(f"{size:>9,}  {name:<12} ", end="", flush=True)
    began, load, failed = monotonic(), machine.load(), dict[str, str]()
    try:
        figures = row(bench, size, failed)
    except SubjectError as error:
        figures, failed = {}, {OURS: str(error)}
    load = (load + machine.load()) / 2
    held.add(Measurement(name, size, figures, failed, machine.commit(), round(load, 1)))
    print(f"{monotonic() - began:6.0f} s  load {load:.1f}", flush=True)
    for each, why in failed.items():
        print(f"           {each} failed: {why}", flush=True)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100_000, help="the largest number of posts")
    parser.add_argument("--data", type=Path, help="JSON lines with a text each; .xz too")
    parser.add_argument("--peers", nargs="*", choices=[*HYBRID], default=[*HYBRID])
    parser.add_argument("--again", action="append", choices=[*ROWS], default=[], help="a row")
    parser.add_argument("--questions", type=int, default=60, help="how many different ones")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is asked")
    parser.add_argument("--folder", type=Path, default=ROOT / ".bench", help="for what is stored")
    parser.add_argument("--out", type=Path, default=ROOT / "bench", help="for results.md")
    return parser.parse_args()


def main() -> None:
    """Measure, and write the results."""
    given = _given()
    python = given.folder.resolve() / "env" / "bin" / "python"
    if given.peers and not python.exists():
        sys.exit("The peers are not installed: run `make bench`, or give --peers without a name.")
    folder = given.folder.resolve() / inputs.name_of(given.data)
    folder.mkdir(parents=True, exist_ok=True)
    given.out.mkdir(parents=True, exist_ok=True)
    bench = Bench(given.data, folder, given.peers, python, given.questions, given.rounds)
    held = Measurements(folder / "measured.jsonl")
    measure(bench, held, given.posts, given.again)
    versions = machine.versions(python if given.peers else None)
    text = report(held, bench, machine.machine(), versions)
    (given.out / "results.md").write_text(text, "utf-8")
    if given.peers:
        plots = given.out / "plots"
        shutil.rmtree(plots, ignore_errors=True)
        drawing = [str(python), "-m", "bench.comparison.plots", str(folder), str(plots.resolve())]
        subprocess.run(drawing, check=True, cwd=ROOT)
    print(f"See {given.out / 'results.md'}.")


if __name__ == "__main__":
    main()
