"""The tables of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bench.comparison.measurements import OURS
from bench.peers import HYBRID

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.comparison.measurements import Measurements

MISSING: Final = "–"
NAMES: Final = {
    OURS: "Pullquote",
    "txtai": "txtai",
    "llama_index": "LlamaIndex",
    "langchain": "LangChain",
    "chroma": "Chroma",
}


class Line(NamedTuple):
    """A line of the table beside the peers.

    Attributes:
        title: What is measured, with its unit.
        row: Where it is measured.
        figure: Its name there.
        factor: What the figure is multiplied by.
        goal: What the ratio to the best hybrid peer is to be.
    """

    title: str
    row: str
    figure: str
    factor: float = 1
    goal: str = ""


LINES: Final = (
    Line("a question, ms, p50", "asking", "ordinary cpu p50", 1000, "≤ 0.5"),
    Line("a question, ms, p99", "asking", "ordinary cpu p99", 1000),
    Line("a question by the clock, ms, p50", "asking", "ordinary wall p50", 1000),
    Line("a question by the clock, ms, p99", "asking", "ordinary wall p99", 1000),
    Line("the commonest words, ms, p50", "asking", "common cpu p50", 1000),
    Line("1,900 characters, ms, p50", "asking", "long cpu p50", 1000),
    Line("import, s", "importing", "cpu", 1, "≤ 0.017"),
    Line("most memory of an import, MB", "importing", "peak"),
    Line("one question in a new process, s", "cold start", "cpu", 1, "≤ 0.1"),
    Line("the same by the clock, s", "cold start", "wall"),
    Line("resident memory, MB", "asking", "resident", 1, "≤ 0.25"),
    Line("most memory, MB", "asking", "peak"),
    Line("disk, MB", "asking", "disk", 1, "≤ 0.6"),
)

RATIOS: Final = (
    ("a question: p99 to p50", "asking", "ordinary cpu p99", "asking", "ordinary cpu p50", "≤ 2"),
    ("the commonest words to a question", "asking", "common cpu p50", "asking",
     "ordinary cpu p50", "≤ 1.5"),
    ("1,900 characters to a question", "asking", "long cpu p50", "asking", "ordinary cpu p50",
     "≤ 2.5"),
    ("a reader of 250 of 500 audiences, to a question of all", "audiences", "many cpu p50",
     "audiences", "plain cpu p50", "≤ 1.3"),
    ("an import to its embedding alone", "importing", "cpu", "embedding", "cpu", "≤ 2"),
    ("most memory to resident memory", "asking", "peak", "asking", "resident", "≤ 1.3"),
    ("50 ask at once: the slowest to one alone", "together", "slowest", "together", "alone",
     "≤ 50"),
    ("50 ask at once: questions a second, to one by one", "together", "one by one", "together",
     "all", "≥ 1.7"),
)  # fmt: skip
"""What is divided by what: a title, two figures with their rows, and the goal."""

TIMES: Final = (
    ("a live message stored, ms", "storing", "message cpu p50", "≤ 3"),
    ("the same by the clock, ms", "storing", "message wall p50", ""),
    ("an edit stored, ms", "storing", "edit cpu p50", "≤ 5"),
    ("the same by the clock, ms", "storing", "edit wall p50", ""),
)


def number(value: float | None) -> str:
    """Return a number with three digits that count."""
    if value is None:
        return MISSING
    if value >= 100:  # noqa: PLR2004 -- three digits before the point
        return f"{value:,.0f}"
    return f"{value:.3g}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def value(held: Measurements, line: Line, size: int, subject: str) -> float | None:
    """Return a figure in the unit of its line; a peer's import with its embedding."""
    figure = held.figure(line.row, size, subject, line.figure)
    if figure is not None and (line.row, line.figure) == ("importing", "cpu") and subject != OURS:
        figure += held.figure("embedding", size, "minilm", "cpu") or 0
    return None if figure is None else figure * line.factor


def ratio(held: Measurements, line: Line, size: int) -> float | None:
    """Return Pullquote's figure divided by the least of a hybrid peer."""
    ours = value(held, line, size, OURS)
    theirs = [value(held, line, size, name) for name, is_hybrid in HYBRID.items() if is_hybrid]
    known = [each for each in theirs if each]
    return ours / min(known) if ours is not None and known else None


def beside_peers(held: Measurements, size: int, subjects: Sequence[str]) -> str:
    """Return what each subject took, and Pullquote's ratio to the best hybrid peer."""
    head = ["what", *(NAMES[name] for name in subjects), "to the best hybrid peer", "goal"]
    rows = [
        [
            line.title,
            *(number(value(held, line, size, name)) for name in subjects),
            number(ratio(held, line, size)),
            line.goal,
        ]
        for line in LINES
    ]
    return table(head, rows)


def beside_itself(held: Measurements, size: int) -> str:
    """Return what only Pullquote has, most of it beside its own question."""

    def figure(row: str, name: str, at: int = size) -> float | None:
        return held.figure(row, at, OURS, name)

    rows = []
    for title, row, name, other_row, other, goal in RATIOS:
        above, below = figure(row, name), figure(other_row, other)
        rows.append([title, number(above / below if above and below else None), goal])
    now, then = (figure("asking", "ordinary cpu p50", at) for at in (size, size // 10))
    if now and then:
        rows.append(["a question to one of a tenth of the posts", number(now / then), "≤ 3"])
    for title, row, name, goal in TIMES:
        time = figure(row, name)
        rows.append([title, number(None if time is None else 1000 * time), goal])
    for at in held.sizes:
        during = figure("reindexing", "during wall p95", at)
        before = figure("reindexing", "before wall p95", at)
        if during and before:
            title = f"while {at:,} posts get another model: p95 by the clock, to that before"
            rows.append([title, number(during / before), "≤ 2"])
    return table(["what", "figure", "goal"], rows)


def by_size(held: Measurements, subjects: Sequence[str]) -> str:
    """Return how the main figures grow with the posts."""
    sizes = [size for size in held.sizes if held.at("asking", size).figures]
    rows = [
        [f"{line.title}, {NAMES[name]}", *(number(value(held, line, size, name)) for size in sizes)]
        for line in LINES
        if line.figure in {"ordinary cpu p50", "resident", "disk"} or line.title == "import, s"
        for name in subjects
    ]
    return table(["what", *(f"{size:,}" for size in sizes)], rows)
