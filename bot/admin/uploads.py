"""Keeps the files that users send to be imported, for as long as they are needed."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

from bot.ledger.jobs import new_job
from bot.locks import KeyedLocks
from index.private_files import write

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime
    from pathlib import Path

    from bot.ledger.jobs import Job, JobRecords


MOST_BYTES: Final = 100_000_000
"""The largest file that is taken from a chat."""

_UNSAFE: Final = re.compile(r"[^\w.-]+")

Reason = Literal["running", "gone", "too_large"]
"""Why a file is not taken: it is being imported already, cannot be fetched, or is too large."""


class UploadRefused(Exception):
    """A file is not taken.

    Args:
        reason: Why.
        size: Its bytes, as far as they are known.
    """

    def __init__(self, reason: Reason, size: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.size = size


class Uploads:
    """The files of one platform that wait to be imported.

    Args:
        platform: The platform.
        folder: Where they wait.
        work: The imports.
    """

    def __init__(self, platform: str, folder: Path, work: JobRecords) -> None:
        self._platform = platform
        self._folder = folder
        self._work = work
        self._turns = KeyedLocks(asyncio.Lock)

    def path(self, workspace: str, filename: str) -> Path:
        """Return where a file waits.

        A file that is called like an earlier one is its newer version, so the path is the same.
        """
        return self._folder / workspace / safe_name(filename)

    @asynccontextmanager
    async def kept(
        self, path: Path, fetch: Callable[[], Awaitable[bytes | None]]
    ) -> AsyncIterator[None]:
        """Fetch a file and write it; meanwhile its import is begun.

        Args:
            path: Where it waits.
            fetch: Returns its content; None where it cannot be fetched.

        Raises:
            UploadRefused: It is not taken.
        """
        async with self._turns.of(path):
            if self._work.is_reading(self._platform, path):
                raise UploadRefused("running")
            content = await fetch()
            if content is None:
                raise UploadRefused("gone")
            check_size(len(content))
            self._work.take_back(path)
            await asyncio.to_thread(write, path, content)
            yield


def check_size(size: int) -> None:
    """Refuse a file that is too large.

    Raises:
        UploadRefused: It is.
    """
    if size > MOST_BYTES:
        raise UploadRefused("too_large", size)


def safe_name(filename: str) -> str:
    """Return a name that can only be that of a file in its folder."""
    return _UNSAFE.sub("_", filename).strip(".") or "file"


def import_job(
    platform: str,
    path: Path,
    source: str,
    *,
    is_preview: bool,
    workspace_id: str,
    audience: str,
    locale: str,
    started_at: datetime,
) -> Job:
    """Return the import of a file, without a message yet.

    Args:
        platform: Where it is begun.
        path: The file.
        source: What the import calls its source; "" for the file's own name.
        is_preview: It only shows what it would change.
        workspace_id: The workspace it is begun in.
        audience: Who may see what it brings in.
        locale: The language of its message.
        started_at: When it is begun, timezone-aware.
    """
    return new_job(
        platform,
        "preview" if is_preview else "import",
        f"{source.replace(':', ' ').strip()}:{path}",
        workspace_id=workspace_id,
        audience=audience,
        locale=locale,
        started_at=started_at,
    )


def clear(
    folder: Path, work: JobRecords, now: datetime, older_than: timedelta = timedelta(0)
) -> None:
    """Delete the files in a folder that no unfinished import names.

    Args:
        folder: Where files wait to be imported.
        work: The imports.
        now: The present moment.
        older_than: Leaves what came later alone: its import may just be about to be noted.
    """
    wanted, before = work.files(), (now - older_than).timestamp()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file not in wanted and file.stat().st_mtime <= before:
            file.unlink(missing_ok=True)
