"""A report as a few lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.report.figures import Figures, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.chat.wording import Wording
    from bot.admin.report import Report

SHOWN: Final = 5
"""So many questions and sources are named."""


def report_lines(report: Report, wording: Wording) -> Iterator[str]:
    """Yield the lines of a report."""
    said, figures = wording.report, Figures(wording, report.made_at)
    yield said["summary_posts"].format(
        posts=figures.number(sum(each.posts for each in report.statistics.sources)),
        comments=figures.number(sum(each.comments for each in report.statistics.sources)),
        newest=figures.freshness(report.statistics.newest),
    )
    yield from _asked(report, wording, figures)
    yield ""
    yield said["sources"]
    for source in report.sources[:SHOWN]:
        line = said["summary_source"].format(
            name=words(source.name),
            posts=figures.number(source.posts),
            comments=figures.number(source.comments),
            newest=figures.freshness(source.newest),
        )
        yield f"  {line}"
    if (more := len(report.sources) - SHOWN) > 0:
        yield f"  {wording.command_line['and_more'].format(count=figures.number(more))}"
    yield ""
    yield said["summary_html"]


def _asked(report: Report, wording: Wording, figures: Figures) -> Iterator[str]:
    said, asked = wording.report, report.activity
    if not asked.asked:
        yield said["no_questions"]
        return
    yield said["summary_questions"].format(
        asked=figures.number(asked.asked),
        day=asked.days[0].day.isoformat(),
        share=figures.share(asked.found, asked.asked),
        good=figures.number(asked.good),
        bad=figures.number(asked.bad),
    )
    if asked.often:
        yield ""
        yield said["often"]
        for often in asked.often[:SHOWN]:
            yield f"  {figures.number(often.times)} × {words(often.text)}"
    if asked.slow:
        yield ""
        yield said["slow"]
        for slow in asked.slow[:SHOWN]:
            text = words(slow.text) or said["private"]
            yield f"  {figures.seconds(slow.seconds)}  {text}"
