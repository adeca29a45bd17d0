"""Servers that others wrote, from npm, each in a process of its own."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import subprocess
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HERE = Path(__file__).parent
LONGEST_LINE = 1 << 24


class Server:
    """A server that was started, and the lines in which one speaks with it.

    Attributes:
        addresses: Where it is, and what it takes as a token.
    """

    def __init__(self, process: asyncio.subprocess.Process, addresses: dict[str, str]) -> None:
        self.addresses = addresses
        self._process = process
        self._turn = asyncio.Lock()

    async def __call__(self, command: str, **wishes: Any) -> Any:
        """Have it do something, and return what came of it."""
        async with self._turn, asyncio.timeout(20):
            assert self._process.stdin
            self._process.stdin.write(json.dumps({"command": command, **wishes}).encode() + b"\n")
            answer = await heard(self._process)
        assert "error" not in answer, answer["error"]
        return answer["result"]


async def heard(process: asyncio.subprocess.Process) -> Any:
    """Return the next line that is ours; libraries may write lines of their own before it."""
    assert process.stdout
    while line := await process.stdout.readline():
        if line.startswith(b"{"):
            return json.loads(line)
    raise AssertionError("the server has stopped")


@asynccontextmanager
async def serving(folder: Path, script: str, *arguments: str) -> AsyncIterator[Server]:
    """Start a server, and stop it by ending its input."""
    process = await asyncio.create_subprocess_exec(
        "node", str(folder / script), *arguments, cwd=folder, limit=LONGEST_LINE,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(30):
            addresses = await heard(process)
        yield Server(process, addresses)
    finally:
        assert process.stdin
        process.stdin.close()
        try:
            async with asyncio.timeout(5):
                await process.communicate()
        except TimeoutError:
            process.kill()
            await process.communicate()


@pytest.fixture(scope="session")
def folder() -> Path:
    """A folder outside the repository with the packages, installed once for each package.json."""
    if not shutil.which("node") or not shutil.which("npm"):
        missing("node and npm are not installed")
    mark = hashlib.sha256((HERE / "package.json").read_bytes()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    found = cache / "pullquote" / f"second-opinion-{mark}"
    found.mkdir(parents=True, exist_ok=True)
    for script in (*HERE.glob("*.mjs"), HERE / "package.json"):
        shutil.copy(script, found)
    if not (found / "node_modules" / ".package-lock.json").exists():
        install(found)
    return found


def install(folder: Path) -> None:
    """Install the packages, or skip where there is no way to them."""
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True, timeout=300
    )
    if done.returncode:
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
        missing(f"npm cannot install the packages: {done.stderr.strip()[-300:]}")


def missing(reason: str) -> NoReturn:
    """Skip what cannot be run here, or fail where it is run for nothing else."""
    if os.environ.get("SECOND_OPINION") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def words_of(found: Any) -> str:
    """Return all texts of a message or a part of it, those of its components included."""
    return "\n".join(_values(found, ("content", "text", "label")))


def links_of(found: Any) -> list[str]:
    """Return where the buttons of a message lead."""
    return _values(found, ("url",))


def _values(found: Any, keys: tuple[str, ...]) -> list[str]:
    if isinstance(found, list):
        return [value for each in found for value in _values(each, keys)]
    if not isinstance(found, dict):
        return []
    own = [found[key] for key in keys if isinstance(found.get(key), str)]
    return own + [value for each in found.values() for value in _values(each, keys)]
