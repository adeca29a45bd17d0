"""How soon one process sees what another stores on a server: `python -m bench.seen`.

It starts a server of its own, from the wheel that the tests use, with a disk that is waited for.
One process stores live messages, one after the other; this one hears of each and reads it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
from contextlib import closing
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from bench.asking import posts
from bot.ledger.postgres.storage import LedgerOnServer
from bot.posts.chat_import_sources import GivenPosts
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_stored
from index.engine.storage import POSTS_CHANGED
from index.ingest.indexer import Indexer
from index.postgres.storage import PostgresStorage
from tests.fakes.postgres_server import running_server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.engine import Engine
    from index.posts import Post

PAUSE_SECONDS: Final = 0.02
"""Between two messages: a process that is busy with the last one would not be measured."""


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=2_000, help="what is stored before")
    parser.add_argument("--messages", type=int, default=200, help="what is stored meanwhile")
    parser.add_argument("--writes", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.writes:
        _write(asked.writes, asked.posts, asked.messages)
        return
    with running_server(fsync="on", synchronous_commit="on") as server:
        asyncio.run(_measure(server.address(server.database), asked.posts, asked.messages))


def _write(address: str, before: int, messages: int) -> None:
    """Store posts, say so, and store messages; say of each when that began and was done."""
    with closing(PostgresStorage(address, utc_now)) as storage:
        engine = storage.open(create=True)
        indexer = Indexer(engine, open_stored, model_name(BUNDLED))
        every = list(posts(before + messages))
        indexer.import_posts([GivenPosts(every[:before])], opens=True)
        print("ready", flush=True)
        sys.stdin.readline()
        for each in every[before:]:
            begun = monotonic()
            indexer.import_posts([GivenPosts([each])], opens=True)
            print(json.dumps([each.id, begun, monotonic()]), flush=True)
            sleep(PAUSE_SECONDS)
        engine.close()


async def _measure(address: str, before: int, messages: int) -> None:
    arguments = ["-m", "bench.seen", "--writes", address]
    arguments += ["--posts", str(before), "--messages", str(messages)]
    writer = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    stdin, stdout = writer.stdin, writer.stdout
    if stdin is None or stdout is None:
        raise RuntimeError(writer)
    await stdout.readline()
    ids = [each.id for each in list(posts(before + messages))[before:]]
    with closing(PostgresStorage(address, utc_now)) as storage, closing(storage.open()) as engine:
        looks = _Looks(engine, ids)
        hearing = asyncio.create_task(LedgerOnServer(address).hear(looks.told, lambda: None))
        await asyncio.sleep(1)  # it listens by then
        stdin.write(b"\n")
        told = [json.loads(line) async for line in stdout]
        await writer.wait()
        hearing.cancel()
    stored = [done - begun for _, begun, done in told]
    seen = [looks.seen[id_] - begun for id_, begun, _ in told]
    later = [looks.seen[id_] - done for id_, _, done in told]
    print(f"{len(told)} messages beside {before:,} posts; milliseconds: median, 95th percentile")
    for name, seconds in (
        ("stored, from its beginning", stored),
        ("seen by the other process, from the same", seen),
        ("seen later than it was stored", [max(each, 0.0) for each in later]),
    ):
        print(f"  {name}: {_percentiles(seconds)}")


class _Looks:
    """Reads what is next whenever it hears that posts changed."""

    def __init__(self, engine: Engine, ids: Sequence[str]) -> None:
        self._engine = engine
        self._left = list(ids)
        self.seen: dict[str, float] = {}

    def told(self, text: str) -> None:
        found: dict[str, Post] = {}
        while text == POSTS_CHANGED and self._left:
            found = self._engine.posts(self._left[:1])
            if not found:
                return
            self.seen[self._left.pop(0)] = monotonic()


def _percentiles(seconds: Sequence[float]) -> str:
    cut = statistics.quantiles(seconds, n=20)[-1]
    return f"{1000 * statistics.median(seconds):.1f}, {1000 * cut:.1f}"


if __name__ == "__main__":
    main()
