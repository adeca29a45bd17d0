"""Remembers what the files that were imported from a chat hold of which no post is made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.ledger.jobs import Job
    from bot.ledger.ledger import Ledger

_NOTE: Final = "left_out_of_imports:"
_MOST: Final = 20
"""Of so many files of a workspace it is remembered, the newest first."""


class ImportCounts:
    """What was left out of imported files, by workspace.

    Args:
        ledger: Remembers it.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def note(self, job: Job, left_out: Mapping[str, int]) -> None:
        """Take the counts of an import in place of those of an earlier one of the same file."""
        name = f"{_NOTE}{job.platform}:{job.workspace_id}"
        others = [each for each in self._noted(name) if each[0] != job.file.name]
        own = [[job.file.name, job.audience, dict(left_out)]] if left_out else []
        self._ledger.note(name, json.dumps([*own, *others][:_MOST]))

    def forget(self, platform: str, workspace_id: str) -> None:
        """Forget what the files of a workspace held."""
        self._ledger.forget_note(f"{_NOTE}{platform}:{workspace_id}")

    def told(
        self, platform: str, workspace_id: str, audience: Collection[str]
    ) -> dict[str, Mapping[str, int]]:
        """Return what was left out, by kind, of each file whose posts these readers may see."""
        noted = self._noted(f"{_NOTE}{platform}:{workspace_id}")
        return {file: counts for file, label, counts in noted if label in audience}

    def _noted(self, name: str) -> list[tuple[str, str, dict[str, int]]]:
        noted = self._ledger.noted(name)
        return [(file, label, counts) for file, label, counts in json.loads(noted or "[]")]
