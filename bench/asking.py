"""Times a question over many posts against its two halves done plainly: `python -m bench.asking`.

Milliseconds differ from machine to machine; what a question costs beside one plain full-text
query (SQLite's FTS5 by its own rank) and one plain comparison with every vector (numpy, single
precision) hardly does.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench import ROOT
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_stored
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.posts import Post
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.quantization import table, unpacked
from index.sqlite.store import Store
from index.text.words import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    import numpy as np


QUESTIONS = (
    "why did Ilya Sutskever leave?",
    "What works best against slugs in the salad?",
    "Pourquoi les sauvegardes du forum étaient-elles vides ?",
    "How much is the library membership for a family?",
)
ROUNDS = 5


def milliseconds(ask: Callable[[str], object]) -> float:
    """Return the median time of a question."""
    times = []
    for question in QUESTIONS * ROUNDS:
        begun = perf_counter()
        ask(question)
        times.append(perf_counter() - begun)
    return 1000 * statistics.median(times)


def posts(count: int) -> Iterator[Post]:
    """Yield posts made of the example posts' sentences, each under a number of its own."""
    examples = ROOT / "examples"
    files = sorted((examples / "posts").rglob("*.md")) + sorted(examples.rglob("*.txt"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    for number, line in enumerate(islice(cycle(lines), count)):
        yield Post(f"bench:{number}", "bench", f"{line} {number}")


def main() -> None:
    """Print what a question costs, and in what ratio to its halves done plainly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=20_000)
    count = parser.parse_args().posts
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pullquote.db"
        store, opened = Store.open(path, create=True, clock=utc_now), cache(open_stored)
        indexer = Indexer(store, opened, model_name(BUNDLED))
        indexer.import_posts([GivenPosts(list(posts(count)))])
        search = Search(store, opened, path.with_suffix(".cache"))
        search.warm_up()
        whole = milliseconds(lambda question: search.search(question, Scope(), 10))
        plain = _plain_words(store.connection)
        table = _table(store.connection)
        encoder = opened(model_name(BUNDLED))
        half = milliseconds(plain)
        other = milliseconds(lambda question: (table @ encoder.encode_question(question)).argmax())
    print(f"{count:,} posts: {whole:.1f} ms a question")
    print(f"  {whole / half:5.1f} times one plain full-text query ({half:.1f} ms)")
    print(f"  {whole / other:5.1f} times one plain comparison of vectors ({other:.1f} ms)")


def _plain_words(connection: sqlite3.Connection) -> Callable[[str], object]:
    def ask(question: str) -> object:
        wanted = " OR ".join(f'"{word}"' for word in words(question))
        query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"
        return connection.execute(query, (wanted,)).fetchall()

    return ask


def _table(connection: sqlite3.Connection) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    blobs = [row[0] for row in connection.execute("SELECT vector FROM vectors")]
    return unpacked(table(blobs, len(blobs[0]) - 1))


if __name__ == "__main__":
    main()
