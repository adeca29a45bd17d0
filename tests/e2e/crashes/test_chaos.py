"""Whatever is killed or cut off when: what was told is kept, and all of it is whole.

`make chaos` does the same hundreds of times, with another seed each time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.chaos import vfs
from tests.fakes.chaos.works import ON_SERVER, WORKS
from tests.fakes.postgres_server import binaries

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("CHAOS_KILLS", "12"))
ON_A_SERVER = int(os.environ.get("CHAOS_KILLS", "2"))
CUTS = int(os.environ.get("CHAOS_CUTS", "60"))
SEED = os.environ.get("CHAOS_SEED", "20")
THOROUGH = ["--thorough"] if "CHAOS_KILLS" in os.environ else []

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or vfs.library() is None,
    reason="SQLite can only be heard where it is a library of its own, and only Linux says where",
)


def run(module: str, *arguments: str) -> Any:
    """Run a part of the chaos in a process of its own, and return what it says."""
    # A process that is copied must have no threads, and FAISS would start some.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", f"tests.fakes.chaos.{module}", *arguments]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"seed {SEED}: {done.stderr}"
    return json.loads(done.stdout)


def test_wherever_a_work_is_killed_all_that_was_told_is_kept_and_found_while_others_ask() -> None:
    told = run("kills", "data", str(KILLS), SEED, *THOROUGH)
    assert told["killed"] == dict.fromkeys(WORKS, KILLS)
    assert {*told["ended"]} == {*WORKS}
    assert told["asked"] > KILLS


def test_wherever_a_work_over_a_server_is_killed_or_the_server_all_that_was_told_is_kept() -> None:
    try:
        binaries()
    except OSError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    told = run("kills", "data", str(ON_A_SERVER), SEED, *THOROUGH, "--server")
    works = {*ON_SERVER, "move", "move back"}
    assert told["killed"] == dict.fromkeys(works, ON_A_SERVER)
    assert {*told["ended"]} == works
    assert told["servers"]
    assert told["asked"] > ON_A_SERVER


def test_wherever_the_power_is_cut_all_that_was_told_is_on_the_disk() -> None:
    told = run("power", "data", str(CUTS), SEED)
    assert told["noted"] > 1_000
    assert told["left"] > CUTS
