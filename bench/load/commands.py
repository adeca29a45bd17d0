"""The command line beside the load: it imports a file and embeds all posts, again and again."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bench import ROOT
from bench.asking import posts

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

LONGEST_SECONDS: Final = 300.0
"""A command that takes longer on any machine does not end any more."""


@dataclass
class Commands:
    """The commands that are given one after the other.

    Attributes:
        ended: How many ended how, by what is said of it.
        all_given: Set once each was given.
        is_last: Whether the round that is under way is the last.
    """

    folder: Path
    environment: dict[str, str]
    ended: Counter[str] = field(default_factory=Counter)
    all_given: asyncio.Event = field(default_factory=asyncio.Event)
    is_last: bool = False

    async def give(self) -> None:
        """Import a file and embed all again, until it is the last time."""
        file, number = self.folder / "more.jsonl", 0
        while not self.is_last:
            lines = ({"id": each.id, "text": f"{each.text} {number}"} for each in posts(500))
            file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            for command in (["import", str(file)], ["reindex", "--full"]):
                self.ended[f"{command[0]} {await self._given(command)}"] += 1
            self.all_given.set()
            number += 1

    async def _given(self, command: list[str]) -> str:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *command, env=self.environment, cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        return await ended(process, LONGEST_SECONDS)


async def ended(process: Process, seconds: float) -> str:
    """Wait until a process has ended, for so long; return how it did, and leave none behind."""
    try:
        return f"ended with {await asyncio.wait_for(process.wait(), seconds)}"
    except TimeoutError:
        return "never ended"
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
