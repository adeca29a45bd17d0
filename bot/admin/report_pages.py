"""The report as an admin reads it from a chat: of one workspace, and of what the admin may see."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.admin.report import Report
from bot.admin.seen_places import SeenPlaces
from bot.ledger.activity import LISTED, activity_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.ledger.activity import Activity, AskedOften, SlowQuestion
    from bot.ledger.ledger import Ledger
    from bot.ports import ReportReader
    from bot.posts.library import Library

_LOOKED_AT: Final = 5 * LISTED
"""So many questions are looked at, to name those whose places the admin may see."""


class WorkspaceReports:
    """Makes the report of a workspace.

    Args:
        library: The stored posts.
        ledger: What was asked.
        render: Makes a page of a report, in a language.
    """

    def __init__(
        self, library: Library, ledger: Ledger, render: Callable[[Report, str], bytes]
    ) -> None:
        self._library = library
        self._ledger = ledger
        self._render = render

    async def page(self, reader: ReportReader) -> tuple[str, bytes]:
        """Return the name of a file, and what it holds: a page of what its reader may see.

        All that was asked in the workspace is counted; only what the admin may see is named.

        Raises:
            UnavailableError: The posts or the ledger cannot be used now.
        """
        workspace = (reader.platform, reader.workspace_id)
        asked = activity_in(self._ledger.database, workspace, most=_LOOKED_AT)
        report = Report(
            self._ledger.clock(),
            await self._library.statistics(reader.audience),
            await self._library.posts_by_month(reader.audience),
            await self._seen(asked, reader),
        )
        page = await asyncio.to_thread(self._render, report, reader.language)
        return f"pullquote-{report.made_at:%Y-%m-%d}.html", page

    async def _seen(self, asked: Activity, reader: ReportReader) -> Activity:
        places = SeenPlaces(reader.may_see)
        return replace(
            asked,
            often=await self._often(asked.often, places),
            slow=[await self._slow(each, places) for each in asked.slow[:LISTED]],
        )

    async def _often(self, asked: Sequence[AskedOften], places: SeenPlaces) -> Sequence[AskedOften]:
        seen: list[AskedOften] = []
        for each in asked:
            if len(seen) < LISTED and await self._may_see(each.id, places):
                seen.append(each)
        return seen

    async def _slow(self, asked: SlowQuestion, places: SeenPlaces) -> SlowQuestion:
        return asked if await self._may_see(asked.id, places) else replace(asked, text="")

    async def _may_see(self, question_id: str, places: SeenPlaces) -> bool:
        question = self._ledger.questions.get(question_id)
        return question is not None and not question.is_private and await places.include(question)
