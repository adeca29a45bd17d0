"""Reports for chats, put together as the composition root does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.wording import wording_for
from adapters.report.page import report_page
from bot.admin.report_pages import WorkspaceReports

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from bot.posts.library import Library

DAYS_KEPT = 90


def reports_of(library: Library, ledger: Ledger) -> WorkspaceReports:
    """Return what makes reports of these."""
    return WorkspaceReports(
        library,
        ledger,
        lambda report, language: report_page(report, wording_for(language), DAYS_KEPT),
    )
