"""Writes what was measured as a page of tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bench.comparison.measurements import OURS
from bench.comparison.tables import beside_itself, beside_peers, by_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.comparison.bench import Bench
    from bench.comparison.measurements import Measurements

_READING = """\
Made by `make bench`. All subjects were asked in turn in one run, each in a process of its own on
one thread, so that what else the machine did fell on all of them: the ratios are what counts.
Times are of the processor, all threads together, where nothing else is said; by the clock they
are longer on a machine that has more to do. A question is asked of Pullquote as a chat would ask
it, excerpts and confidence included; the peers return ten texts, by words and by meaning with
MiniLM (`bench/peers/`). Chroma searches by meaning only, so it is no hybrid peer. The import of
each peer is its own time and that of embedding the posts with MiniLM, which was done once for all
of them. How well each finds is not compared here. The goals are those for 100,000 posts."""

_BUSY = (
    " That is more than it has: times by the clock say little, and all are to be measured again on"
    " a machine that does nothing else."
)


def report(held: Measurements, bench: Bench, machine: str, versions: Mapping[str, str]) -> str:
    """Return the page.

    Args:
        held: What was measured.
        bench: The run.
        machine: What it was measured on.
        versions: What took part.
    """
    return "\n\n".join(_parts(held, bench, machine, versions)) + "\n"


def _parts(
    held: Measurements, bench: Bench, machine: str, versions: Mapping[str, str]
) -> Iterator[str]:
    largest = held.sizes[-1]
    yield "# Results"
    yield " ".join(_READING.split())
    yield "\n".join(_facts(held, bench, machine, versions))
    if bench.peers:
        yield f"## Beside the peers, {largest:,} posts"
        yield beside_peers(held, largest, bench.subjects)
    yield f"## Beside itself, {largest:,} posts"
    yield beside_itself(held, largest)
    yield "## By number of posts"
    yield by_size(held, bench.subjects)
    if bench.peers:
        yield "\n".join(
            f"![{name} by number of posts](plots/{name}.svg)"
            for name in ("question", "import", "memory", "disk")
        )
    failures = [
        f"* {each.size:,} posts, {each.row}: {why.partition(': see ')[0]}"
        for each in held.all()
        for why in each.failed.values()
    ]
    if failures:
        yield "## What failed"
        yield "\n".join(failures)


def _facts(
    held: Measurements, bench: Bench, machine: str, versions: Mapping[str, str]
) -> Iterator[str]:
    loads = [each.load for each in held.all()]
    commits = dict.fromkeys(each.commit for each in held.all())
    posts = bench.data.name if bench.data else "sentences of the example posts, repeated"
    yield f"* Machine: {machine}."
    yield (
        f"* Load while it was measured: {min(loads):.1f} to {max(loads):.1f} processes that wanted "
        f"a processor.{_BUSY if max(loads) > 1 + (os.cpu_count() or 1) else ''}"
    )
    asked = [held.figure("asking", size, OURS, "ordinary asked") or 0 for size in held.sizes]
    yield f"* Posts: {posts}."
    yield f"* Questions: {min(asked):.0f} ordinary ones to each subject at each size."
    yield f"* Commit of Pullquote: {', '.join(commits)}."
    for who, what in versions.items():
        yield f"* {who}: {what}."
    left_out = sorted(name for each in held.all() for name in each.failed if name != OURS)
    if left_out:
        yield f"* Failed somewhere, see below: {', '.join(dict.fromkeys(left_out))}."
