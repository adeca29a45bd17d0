"""Has another process read the posts by a better, slower model, as long as the bot runs."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.errors import UnavailableError
from bot.text import plain

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Collection, Sequence

    from bot.ports import Ask
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Question

WORKER: Final = "bot.cli.posts.refining_worker"

ADDRESS: Final = "PULLQUOTE_DATABASE"
"""The variable that tells the process of a server that keeps the posts."""

LOOK_SECONDS: Final = 20.0
"""How often it is looked for new posts, once all are read."""

AFTER_FAILURE_SECONDS: Final = 300.0
"""How long after a failure it is tried again."""

LAST_SECONDS: Final = 10.0
"""How long the process may take to end once it is told to."""

_ROOT: Final = Path(__file__).parents[2]
_INHERITED: Final = (
    "PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "HF_HOME", "HF_HUB_OFFLINE",
)  # fmt: skip
"""The only variables that the process gets, beside a server's: no token is among them."""

_log: Final = logging.getLogger(__name__)


class Reading(NamedTuple):
    """How far the reading is.

    Attributes:
        share: The part of all passages that is read, 0 to 1.
        remaining_seconds: How long the rest takes at this pace; None where that is not known.
    """

    share: float
    remaining_seconds: float | None


class Refining:
    """The reading of the posts by a second model.

    Args:
        database: The posts.
        model: The stored name of the model; None where none reads the posts.
        library: Tells when there are new posts.
        is_missing: Whether one should, but is not installed.
        address: The database on a server that keeps the posts in place of the file.
        clock: Counts seconds.
    """

    def __init__(
        self,
        database: Path,
        model: str | None,
        library: Library,
        *,
        is_missing: bool = False,
        address: str = "",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.model = model
        self.is_missing = is_missing
        self._database = database
        self._address = address
        self._library = library
        self._clock = clock
        self._process: Process | None = None
        self._begun: tuple[float, int] | None = None
        self.reading: Reading | None = None
        """How far it is; None while nothing is to be read."""

    async def run(self) -> None:
        """Read what there is, then what comes, until cancelled."""
        read: tuple[int, ...] | None = None
        while self.model is not None:
            pause = LOOK_SECONDS
            version = await self._version()
            if version != read:
                is_read = await self._read(self.model)
                read = version if is_read else None
                pause = LOOK_SECONDS if is_read else AFTER_FAILURE_SECONDS
            await asyncio.sleep(pause)

    def told_by(self, ask: Ask) -> Ask:
        """Return what answers the same, and has what it quotes read next."""

        async def asking(question: Question) -> Answer:
            answer = await ask(question)
            quoted = [each.citation for each in answer.excerpts]
            self.prefer([each.post_id for each in (*quoted, *answer.nearest)])
            return answer

        return asking

    def prefer(self, posts: Collection[str]) -> None:
        """Have these posts read next: somebody asked for them."""
        process = self._process
        if process is not None and process.stdin is not None and posts:
            with suppress(OSError, RuntimeError):  # it may just have ended
                process.stdin.write(json.dumps(list(posts)).encode() + b"\n")

    async def _version(self) -> tuple[int, ...] | None:
        with suppress(UnavailableError):
            return await self._library.version()
        return None

    async def _read(self, model: str) -> bool:
        """Return whether the process ended as it should; whatever it does, the bot goes on."""
        try:
            code = await self._code(model)
        except (OSError, ValueError) as error:  # it cannot be started, or tells what it should not
            _log.warning("the reading by the second model failed: %s", plain(str(error)))
            return False
        if code:
            _log.warning("the reading by the second model ended with code %d", code)
        return not code

    async def _code(self, model: str) -> int:
        """Return the code that the process ends with."""
        self._process = await asyncio.create_subprocess_exec(
            *command(self._database, model),
            stdin=PIPE,
            stdout=PIPE,
            env=environment(self._address),
            start_new_session=True,
        )
        try:
            await self._hear(self._process)
            return await self._process.wait()
        finally:
            self.reading = self._begun = None
            await _end(self._process)
            self._process = None

    async def _hear(self, process: Process) -> None:
        while process.stdout is not None and (line := await process.stdout.readline()):
            done, total = json.loads(line)
            now = self._clock()
            begun, first = self._begun = self._begun or (now, done)
            pace = (done - first) / (now - begun) if now > begun else 0.0
            self.reading = Reading(
                done / total if total else 1.0, (total - done) / pace if pace else None
            )


def command(database: Path, model: str) -> Sequence[str]:
    """Return what starts the process."""
    return sys.executable, "-P", "-m", WORKER, str(database), model


def environment(address: str) -> dict[str, str]:
    """Return the variables of the process; a server's address is one, for it may hold a password.

    Args:
        address: That of the server; "" for none.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        # How a server is reached may be told to its client alone.
        if name in _INHERITED or (address and name.startswith("PG"))
    }
    own = {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
    return kept | own | ({ADDRESS: address} if address else {})


async def _end(process: Process) -> None:
    if process.stdin is not None:
        process.stdin.close()  # tells it to end
    with suppress(TimeoutError):
        async with asyncio.timeout(LAST_SECONDS):
            await process.wait()
    if process.returncode is None:
        process.kill()
        await process.wait()
