"""Deletes the files that came through a chat once nobody is going to read them any more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.ledger.jobs import Work


def clear(folder: Path, work: Work, now: datetime, older_than: timedelta = timedelta(0)) -> None:
    """Deletes the files in a folder that no unfinished import names.

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
