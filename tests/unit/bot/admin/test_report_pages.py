"""A report in a chat is of one workspace, and names only what its reader may see."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.admin.report_pages import WorkspaceReports
from bot.ports import ReportReader
from tests.fakes.bot.ledgers import BEN, asked, found, missed
from tests.fakes.index.posts import post
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from pathlib import Path

    from bot.admin.report import Report
    from bot.question_and_answer import Question
    from bot.services import Services
    from index.ports import Encoder

HIDDEN = "discord:11"


async def is_open(question: Question) -> bool:
    return question.conversation != HIDDEN


def made(services: Services) -> Report:
    """Return the report that an admin of one server would see."""
    reports: list[Report] = []

    def render(report: Report, language: str) -> bytes:
        reports.append(report)
        return language.encode()

    reader = ReportReader("discord", "discord:42", frozenset({"everyone"}), is_open, "fr")
    pages = WorkspaceReports(services.library, services.ledger, render)
    name, page = asyncio.run(pages.page(reader))
    assert (name, page) == ("pullquote-2026-01-15.html", b"fr")
    return reports[0]


def test_only_what_the_admin_may_see_is_named_and_all_of_the_workspace_is_counted(
    tmp_path: Path, encoder: Encoder
) -> None:
    with opened_services(tmp_path, encoder=encoder) as services:
        questions = services.ledger.questions
        for each in (
            found(asked("When is the oven lit?", "1"), "A"),
            missed(asked("Where is the wine?", "2", conversation=HIDDEN)),
            missed(asked("Who is ill?", "3", is_private=True)),
            missed(asked("Who rules?", "4", workspace_id="discord:43")),
        ):
            questions.keep(replace(each, elapsed_seconds=1.0))
            questions.rate(each.question.id, BEN, is_good=each.found)
        posts = [post("Bread.", "1"), post("Wine.", "2", source="cellar", audience=HIDDEN)]
        asyncio.run(services.library.save(posts))
        report = made(services)
    activity = report.activity
    assert [each.text for each in activity.often] == ["When is the oven lit?"]
    assert sorted(each.text for each in activity.slow) == ["", "", "When is the oven lit?"]
    assert (activity.asked, activity.found, activity.good, activity.bad) == (3, 1, 1, 2)
    assert [each.name for each in report.sources] == ["notes"]
