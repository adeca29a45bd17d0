"""A report as one page by itself, for a browser, a telephone or a printer."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import lxml.html
from lxml.html.builder import CLASS, E

from adapters.report.charts import stacked_bars
from adapters.report.figures import Figures, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from adapters.chat.wording import Wording
    from bot.admin.report import Period, Report

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Whatever stood in the page, a browser would run and load nothing."""


HEAD: Final = 600
"""So many bytes of a page tell whether it is a report."""


def is_report(head: bytes) -> bool:
    """Return whether a file that begins with these bytes is a page that `report_page` made."""
    return f'<meta content="{_POLICY}"'.encode() in head


def report_page(report: Report, wording: Wording, days_kept: int) -> bytes:
    """Return a report as a page in UTF-8.

    All that somebody wrote stands in it as text: the page is built as a tree, and written by lxml.

    Args:
        report: What it shows.
        wording: The reader's language.
        days_kept: How long questions are kept.
    """
    page = _Page(report, wording, days_kept)
    style = files("adapters.report").joinpath("report.css").read_text("utf-8")
    title = wording.report["title"]
    document = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.meta({"http-equiv": "Content-Security-Policy"}, content=_POLICY),
            E.title(title),
            E.style(style),
        ),
        E.body(E.main(E.h1(title), *page.parts())),
        lang=wording.language,
    )
    written: bytes = lxml.html.tostring(
        document, encoding="utf-8", doctype="<!DOCTYPE html>", pretty_print=True
    )
    return written


class _Page:
    """The parts of a page, in their order."""

    def __init__(self, report: Report, wording: Wording, days_kept: int) -> None:
        self._report = report
        self._said = wording.report
        self._days_kept = days_kept
        self._figures = Figures(wording, report.made_at)

    def parts(self) -> list[Any]:
        """Return all of them."""
        return [
            E.p(self._said["made"].format(day=f"{self._report.made_at:%Y-%m-%d %H:%M}")),
            self._totals(),
            *self._posts(),
            *self._questions(),
            *self._sources(),
        ]

    def _totals(self) -> Any:
        sources, asked = self._report.statistics.sources, self._report.activity
        number = self._figures.number
        totals = [
            (number(sum(each.posts for each in sources)), "posts"),
            (number(sum(each.comments for each in sources)), "comments"),
            (number(asked.asked), "questions"),
            (self._figures.share(asked.found, asked.asked), "answered_share"),
            (number(asked.good), "liked"),
            (number(asked.bad), "wrong"),
        ]
        if not asked.asked:
            totals = totals[:3]
        return E.dl(*(E.div(E.dt(self._said[name]), E.dd(value)) for value, name in totals))

    def _posts(self) -> list[Any]:
        over_time = self._report.posts_over_time
        title = E.h2(self._said["posts_over_time"])
        if not over_time:
            return [title, E.p(self._said["no_posts"])]
        return [title, self._chart(over_time, "posts", "comments", "posts_over_time")]

    def _questions(self) -> list[Any]:
        over_time, asked = self._report.questions_over_time, self._report.activity
        title = E.h2(self._said["questions_over_time"])
        if not over_time:
            return [title, E.p(self._said["no_questions"])]
        number = self._figures.number
        often = [(words(each.text), number(each.times), number(each.found)) for each in asked.often]
        slow = [
            (
                words(each.text) or self._said["private"],
                self._figures.seconds(each.seconds),
                each.day.isoformat(),
            )
            for each in asked.slow
        ]
        return [
            title,
            E.p(self._said["by_week"].format(days=number(self._days_kept))),
            self._chart(over_time, "answered", "not_answered", "questions_over_time"),
            E.h2(self._said["often"]),
            E.p(self._said["often_note"]),
            self._table(("question", "times", "answered_times"), often),
            E.h2(self._said["slow"]),
            self._table(("question", "took", "day"), slow) if slow else E.p(self._said["no_times"]),
        ]

    def _sources(self) -> list[Any]:
        number = self._figures.number
        rows = [
            (
                words(each.name),
                number(each.posts),
                number(each.comments),
                self._figures.freshness(each.newest),
            )
            for each in self._report.sources
        ]
        columns = ("source", "posts", "comments", "newest")
        return [E.h2(self._said["sources"]), self._table(columns, rows)]

    def _chart(self, periods: Sequence[Period], first: str, second: str, title: str) -> Any:
        names = self._said[first], self._said[second]
        rows = [
            (each.name, self._figures.number(each.first), self._figures.number(each.second))
            for each in periods
        ]
        return E.figure(
            stacked_bars(periods, names, self._said[title], self._figures),
            E.figcaption(E.span(CLASS("first"), names[0]), " ", E.span(CLASS("second"), names[1])),
            E.details(
                E.summary(self._said["numbers"]), self._table(("period", first, second), rows)
            ),
        )

    def _table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Any:
        head = E.tr(*(E.th(self._said[name], scope="col") for name in columns))
        body = (E.tr(*map(E.td, row)) for row in rows)
        return E.div(CLASS("wide"), E.table(E.thead(head), E.tbody(*body)))
