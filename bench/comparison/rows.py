"""The rows in which all subjects take part, in turn."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.comparison.bench import megabytes
from bench.comparison.measurements import OURS
from bench.comparison.subjects.subject import SubjectError, command, environment, timed
from bench.comparison.timings import in_turn, summary

if TYPE_CHECKING:
    from bench.comparison.bench import Bench
    from bench.comparison.measurements import Figures
    from bench.comparison.subjects.subject import Reply, Subject

_CALLS: Final = '{"call": "ask", "arguments": ["Is it open?"]}\n'


def embedding(bench: Bench, size: int, _: dict[str, str]) -> dict[str, Figures]:
    """Embed the posts with the peers' model, for all of them, and with Pullquote's own."""
    posts, most = str(bench.posts(size)), 20_000
    with bench.start(OURS, size, "embedding") as subject:
        each_thousand = subject.call("embed", posts, most).result / 1000
    figures = {OURS: {"cpu": each_thousand * size / 1000}}
    if bench.peers:
        with bench.start("minilm", size) as subject:
            reply = subject.call("embed", posts, str(bench.vectors(size)))
        figures["minilm"] = {"cpu": reply.cpu, "wall": reply.wall}
    return figures


def importing(bench: Bench, size: int, failed: dict[str, str]) -> dict[str, Figures]:
    """Store the posts, each subject in a new process; the peers are given their vectors."""
    figures = {}
    for name in bench.subjects:
        bench.emptied(size, name)
        try:
            with bench.start(name, size) as subject:
                reply = subject.call("build", str(bench.posts(size)), str(bench.vectors(size)))
                peak = subject.call("memory").result["peak"]
        except SubjectError as error:
            failed[name] = str(error)
            continue
        figures[name] = {"cpu": reply.since_start, "wall": reply.wall, "peak": peak}
    return figures


def asking(bench: Bench, size: int, failed: dict[str, str]) -> dict[str, Figures]:
    """Ask everybody every question before the next; then look what each holds."""
    asked = bench.questions
    kinds = {"ordinary": asked.ordinary, "common": asked.common, "long": asked.long}
    figures: dict[str, Figures] = {name: {} for name in bench.subjects}
    with ExitStack() as stack:
        subjects: dict[str, Subject] = {}
        for name in bench.subjects:
            subjects[name] = stack.enter_context(bench.start(name, size))
            _open(subjects[name], failed)
        for kind, questions in kinds.items():
            replies = in_turn(subjects, [(each,) for each in questions] * bench.rounds, failed)
            for name, got in replies.items():
                figures[name] |= summary(got, kind)
        for name in figures.keys() - failed.keys():
            figures[name] |= subjects[name].call("memory").result
    for name in figures.keys() - failed.keys():
        figures[name]["disk"] = megabytes(bench.place(size, name))
    return {name: each for name, each in figures.items() if name not in failed}


def _open(subject: Subject, failed: dict[str, str]) -> None:
    try:
        subject.call("open")
    except SubjectError as error:
        failed[subject.name] = str(error)


def cold_start(bench: Bench, size: int, failed: dict[str, str]) -> dict[str, Figures]:
    """Start a new process for one question: `pullquote ask`, and the like for each peer."""
    replies: dict[str, list[Reply]] = {name: [] for name in bench.subjects}
    for _ in range(bench.rounds):
        for name in replies.keys() - failed.keys():
            try:
                replies[name].append(_cold(bench, size, name))
            except SubjectError as error:
                failed[name] = str(error)
    return {
        name: {
            "cpu": median(reply.cpu for reply in got),
            "wall": median(reply.wall for reply in got),
        }
        for name, got in replies.items()
        if name not in failed
    }


def _cold(bench: Bench, size: int, name: str) -> Reply:
    place, python = bench.place(size, name), bench.python_of(name)
    if name != OURS:
        return timed(command(name, place, python), _CALLS, environment(1))
    ask = [str(python), "-m", "bot", "ask", "Is it open?", "--json"]
    return timed(ask, "", environment(1, PULLQUOTE_DATA=str(place)))
