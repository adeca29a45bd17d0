from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.ingest.comparison import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result


ROOT = Path(__file__).parents[3]
TOLD = 4_000


def line(number: int) -> bytes:
    text = f"Beekeeper {number} saw {number * 7} swarms. " + "The hive hummed along. " * 40
    return json.dumps({"id": str(number), "text": text}).encode() + b"\n"


def test_an_import_killed_in_the_middle_leaves_whole_posts_and_the_next_one_does_the_rest(
    pullquote: Callable[..., Result],
) -> None:
    lines = [line(number) for number in range(TOLD + 500)]
    command = [sys.executable, "-m", "bot", "import", "-", "--source", "hive"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
        assert process.stdin is not None
        # The process reads on only after it stored what it read: when the pipe has taken
        # these four megabytes, some of them are in the database. It then waits for more.
        process.stdin.write(b"".join(lines[:TOLD]))
        process.send_signal(signal.SIGKILL)
    Path("hive.jsonl").write_bytes(b"".join(lines))

    with sqlite3.connect("data/pullquote.db") as database:
        posts, passages, vectors, words = (
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("posts", "passages", "vectors", "words")
        )
        database.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    database.close()
    assert 0 < posts < TOLD
    assert posts % BATCH == 0
    assert passages == vectors == words
    assert pullquote("status", "--json").json["posts"] == posts
    hits = pullquote("search", "what did beekeeper 7 see", "--json").json["hits"]
    assert hits[0]["post_id"] == "hive:7"

    rest = pullquote("import", "hive.jsonl")

    assert f"{TOLD + 500 - posts:,} new, 0 changed, {posts:,} unchanged" in rest.out
    assert pullquote("status", "--json").json["posts"] == TOLD + 500
