"""After Ctrl-C a person knows what is stored, and how to go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from index.ingest.comparison import BATCH
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

ROOT = Path(__file__).parents[3]
TOLD = 4_000


def line(number: int) -> bytes:
    text = f"Beekeeper {number} saw {number * 7} swarms. " + "The hive hummed along. " * 40
    return json.dumps({"id": str(number), "text": text}).encode() + b"\n"


def test_an_import_that_is_interrupted_says_what_is_stored_and_how_to_go_on(
    pullquote: Callable[..., Result],
) -> None:
    # Where it is ignored, as behind a shell's "&", a process that is started ignores it, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-m", "bot", "import", "-", "--source", "hive"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        # It reads on only after it stored what it read, and then waits for more.
        process.stdin.write(b"".join(map(line, range(TOLD))))
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
        process.stdin.close()
        assert process.wait(PATIENCE_SECONDS) == 130

    stored = pullquote("status", "--json").json["posts"]
    assert 0 < stored < TOLD
    assert stored % BATCH == 0
    assert f"Stopped. Stored so far: {stored:,} new, 0 changed" in said
    assert "Give the same command again to go on" in said
    assert "Traceback" not in said
