"""What questions and messages cost the processor: `python -m bench.costs --posts 100000`.

Run it with OPENBLAS_NUM_THREADS=1 and OMP_NUM_THREADS=1, or what other threads wait is counted.

Milliseconds of one thread's work (`process_time`), so that what else the machine does counts
little: the median, and what one in a hundred exceeds.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from bench.asking import QUESTIONS, posts
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_stored
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.posts import EVERYONE, FOLLOWED, Post
from index.search.search import Search
from index.search_scope import Filters, Scope
from index.sqlite.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AUDIENCES = 500
ROUNDS = 50
COMMON = ("the library is open on which days?", "how do I get the key of the house?")


def milliseconds(act: Callable[[int], object]) -> tuple[float, float]:
    """Return the median, and what one time in a hundred exceeds."""
    times = []
    act(-1)
    for number in range(ROUNDS):
        begun = process_time()
        act(number)
        times.append(1000 * (process_time() - begun))
    times.sort()
    return times[ROUNDS // 2], times[ROUNDS * 99 // 100]


def message(number: int, text: str) -> GivenPosts:
    """Return a live message."""
    return GivenPosts([Post(f"slack:T1/C1/17000{number:05}.5", "#live", text)], FOLLOWED)


def label(number: int, labels: Sequence[str]) -> str:
    """Return whom a post is for: two of three for everyone, the others for a channel in turn."""
    return labels[number // 3 % len(labels)] if number % 3 == 0 else EVERYONE


def narrowed(labels: Sequence[str]) -> dict[str, Scope]:
    """Return what readers may see and ask for: a part of the posts, or most of them."""
    usual = frozenset({EVERYONE, *labels[:3]})
    return {
        "half of the channels": Scope(frozenset(labels[::2])),
        "everyone and 3 channels": Scope(usual),
        "the same, posts only": Scope(usual, Filters(kind="post")),
    }


def main() -> None:
    """Print a line for each kind of question and of message."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=20_000)
    count = parser.parse_args().posts
    labels = [f"slack:T1/C{number}" for number in range(AUDIENCES)]
    some = [replace(each, audience=label(at, labels)) for at, each in enumerate(posts(count))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pullquote.db"
        store, opened = Store.open(path, create=True, clock=utc_now), cache(open_stored)
        indexer = Indexer(store, opened, model_name(BUNDLED))
        indexer.import_posts([GivenPosts(some)])
        search = Search(store, opened, path.with_suffix(".cache"))
        search.warm_up()
        gc.collect()
        gc.freeze()

        def ask(questions: tuple[str, ...], scope: Scope) -> Callable[[int], object]:
            return lambda number: search.search(questions[number % len(questions)], scope, 10)

        def tell(word: str) -> Callable[[int], object]:
            return lambda number: indexer.import_posts(
                [message(number + 1, f"has anybody {word} projector number {number} today?")],
                opens=True,
            )

        print(f"{count:,} posts, a third for {AUDIENCES} channels: median and p99, ms of work")
        for name, act in {
            "a question": ask(QUESTIONS, Scope()),
            "the commonest words": ask(COMMON, Scope()),
            "1,900 characters": ask((" ".join(QUESTIONS * 20)[:1_900],), Scope()),
            **{name: ask(QUESTIONS, scope) for name, scope in narrowed(labels).items()},
            "a live message": tell("seen the"),
            "an edit": tell("moved the"),
        }.items():
            print(f"{name:24} {'{:8.1f} {:8.1f}'.format(*milliseconds(act))}")
        store.close()


if __name__ == "__main__":
    main()
