"""The bot of the load, in a process of its own: `bench.load` runs it.

It is `pullquote run`; on SIGUSR1 it prints what it holds, a line of JSON. SIGUSR2 asks for the
number of its tasks alone, which takes no time.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from pathlib import Path

from bot.cli import run


def _tell(*_: object) -> None:
    gc.collect()
    own = Path("/proc/self")
    pages = int((own / "statm").read_text().split()[1])
    held = {
        "tasks": len(asyncio.all_tasks()),
        "descriptors": len(os.listdir(own / "fd")),  # noqa: PTH208 - only how many
        "threads": len(os.listdir(own / "task")),  # noqa: PTH208 - the same
        "objects": sys.getallocatedblocks(),
        "megabytes": pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
    }
    sys.stdout.write(json.dumps(held) + "\n")
    sys.stdout.flush()


def _tell_tasks(*_: object) -> None:
    sys.stdout.write(json.dumps({"tasks": len(asyncio.all_tasks())}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _tell)
    signal.signal(signal.SIGUSR2, _tell_tasks)
    run.run()
