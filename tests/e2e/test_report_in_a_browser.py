"""The report's page as a browser shows it, on a telephone and on a desk."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest

from adapters.chat.wording import WORDINGS
from adapters.report.page import report_page
from bot.admin.report import Report
from bot.ledger.activity import Activity, AskedOften, DayCount, SlowQuestion
from index.statistics import SourceCount, Statistics
from tests.fakes.bot.ledgers import NOW
from tests.fakes.browser import CHROMIUM, opened_tab

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium: `apt-get install chromium` brings it"
)

TELEPHONE, DESK = 360, 1_280
SMALLEST = 9.0
"""Pixels of a letter that can still be read, in a chart that is drawn smaller than it is."""

LONG = "Donaudampfschifffahrtsgesellschaft" * 12
DAY = date(2026, 1, 14)
REPORT = Report(
    NOW,
    Statistics(
        (SourceCount("<script>alert(1)</script>", 9, 1, NOW), SourceCount(LONG, 7, 0, None)),
        2_000, "bundled", NOW, 1,
    ),
    {f"2025-{month:02}": (1_000 * month, 20) for month in range(1, 13)},
    Activity(
        [DayCount(DAY - timedelta(weeks=week), 30 + week, 3) for week in range(60)][::-1],
        [AskedOften(LONG, 6_000, 5), AskedOften("<img src=https://example.org/x>", 1, 0)],
        [SlowQuestion(LONG, DAY, 2.5)],
        good=4, bad=1,
    ),
)  # fmt: skip

SIDEWAYS = (
    "[...document.querySelectorAll('.wide')].some(each => each.scrollWidth > each.clientWidth)"
)
WIDTHS = "[document.documentElement.scrollWidth, window.innerWidth]"
BARS = "[...document.querySelectorAll('rect')].map(bar => bar.getBoundingClientRect().height)"
LETTERS = (
    "[...document.querySelectorAll('svg text')].map(text => text.getBoundingClientRect().height)"
)
COVERED = """[...document.querySelectorAll('svg text')].some((one, at, all) => all.some(
    (other, place) => place > at && one.parentNode === other.parentNode
        && one.getBoundingClientRect().right > other.getBoundingClientRect().left
        && one.getBoundingClientRect().left < other.getBoundingClientRect().right
        && one.getBoundingClientRect().bottom > other.getBoundingClientRect().top
        && one.getBoundingClientRect().top < other.getBoundingClientRect().bottom))"""


async def test_the_page_fits_the_screen_shows_its_charts_and_asks_for_nothing_else(
    tmp_path: Path,
) -> None:
    pages = [tmp_path / f"{wording.language}.html" for wording in WORDINGS]
    for page, wording in zip(pages, WORDINGS, strict=True):
        page.write_bytes(report_page(REPORT, wording, 90))
    async with opened_tab(tmp_path / "profile") as tab:
        for page, width in product(pages, (TELEPHONE, DESK)):
            await tab.opens(page.as_uri(), width)
            assert (page.name, *await tab.evaluates(WIDTHS)) == (page.name, width, width)
            bars = await tab.evaluates(BARS)
            assert len(bars) == 2 * (12 + 60)
            assert min(bars) >= 0 < max(bars)
            assert min(await tab.evaluates(LETTERS)) >= SMALLEST
            assert (page.name, await tab.evaluates(SIDEWAYS)) == (page.name, False)
            assert (page.name, await tab.evaluates(COVERED)) == (page.name, False)
    assert tab.requests == [page.as_uri() for page in pages for _ in range(2)]
    assert tab.complaints == []
