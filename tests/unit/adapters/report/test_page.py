"""The page stands by itself, shows everything, and takes nothing that was written for markup."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import lxml.html
import pytest

from adapters.chat.wording import ENGLISH, FRENCH, WORDINGS, Wording
from adapters.report.page import report_page
from adapters.report.summary import report_lines
from bot.admin.report import Report
from bot.ledger.activity import Activity, AskedOften, DayCount, SlowQuestion
from index.statistics import SourceCount, Statistics
from tests.fakes.bot.ledgers import NOW

ODD = '<b onclick="x()">Bees</b> & "wax" </style></svg> \x00\x1b[31m\ufffe'
SOURCES = (
    SourceCount("hall", 2, 1, None),
    SourceCount("bees", 1_200, 34, NOW - timedelta(days=3)),
)
DAY = date(2026, 1, 14)
ACTIVITY = Activity(
    [DayCount(DAY - timedelta(days=30), 3, 0), DayCount(DAY, 4, 3)],
    [AskedOften("When is the oven lit?", 6, 5), AskedOften("Who sells bread?", 1, 0)],
    [SlowQuestion("", DAY, 2.5), SlowQuestion("Who sells bread?", DAY, 0.25)],
    good=4,
    bad=1,
)
MONTHS = {"2025-11": (1_000, 20), "2026-01": (202, 15)}
REPORT = Report(NOW, Statistics(SOURCES, 2_000, "bundled", NOW, 1), MONTHS, ACTIVITY)

both_languages = pytest.mark.parametrize("wording", WORDINGS, ids=lambda each: each.language)


def parsed(report: Report = REPORT, wording: Wording = ENGLISH) -> Any:
    return lxml.html.document_fromstring(report_page(report, wording, 90).decode())


def tables(page: Any) -> list[list[list[str]]]:
    """The cells of the tables that are not the numbers of a chart."""
    return [
        [[cell.text_content() for cell in row.iter("td")] for row in table.iter("tr")][1:]
        for table in page.xpath("//table[not(ancestor::details)]")
    ]


def test_all_that_is_known_stands_in_the_page() -> None:
    page = parsed()
    totals = {each.find("dt").text: each.find("dd").text for each in page.iterfind(".//dl/div")}
    assert totals == {
        "posts": "1,202", "comments": "35", "questions in chats": "10", "answered": "70%",
        "answers liked": "4", "answers called wrong": "1",
    }  # fmt: skip
    often, slow, sources = tables(page)
    assert often == [["When is the oven lit?", "6", "5"], ["Who sells bread?", "1", "0"]]
    assert slow == [
        ["(asked in private)", "2.50 s", "2026-01-14"],
        ["Who sells bread?", "0.25 s", "2026-01-14"],
    ]
    assert sources == [
        ["bees", "1,200", "34", "2026-01-12 (3 days ago)"], ["hall", "2", "1", "no date"],
    ]  # fmt: skip


def test_the_charts_show_every_period_as_high_as_it_is() -> None:
    posts, questions = parsed().iterfind(".//svg")
    said = [each.text_content() for each in posts.iterfind("g/title")]
    assert said == [
        "2025-11: 1,000 posts, 20 comments", "2025-12: 0 posts, 0 comments",
        "2026-01: 202 posts, 15 comments",
    ]  # fmt: skip
    heights = [float(each.get("height")) for each in posts.iterfind("g/rect")]
    assert heights == pytest.approx(
        [120 * each / 1_020 for each in (1_000, 20, 0, 0, 202, 15)], abs=0.1
    )
    assert len(questions.findall("g")) == 5
    for rect in [*posts.iter("rect"), *questions.iter("rect")]:
        left, top, width, height = (float(rect.get(n)) for n in ("x", "y", "width", "height"))
        assert min(left, top) >= 0
        assert left + width <= 360.1
        assert top + height <= 150
    rows = parsed().xpath("//details//tr")
    assert rows[1].text_content().split() == ["2025-11", "1,000", "20"]


@both_languages
def test_nothing_runs_and_nothing_is_loaded(wording: Wording) -> None:
    page = parsed(wording=wording)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert page.xpath("//script | //link | //img | //iframe | //object | //a | //@style") == []
    assert page.xpath("//@*[starts-with(name(), 'on')] | //@src | //@href") == []
    [style] = page.iterfind(".//style")
    assert not {"url(", "@import", "http"} & {*style.text.split()}
    assert "url(" not in style.text
    assert page.xpath("//meta[@name='viewport']")


def test_what_people_wrote_is_text_and_no_markup() -> None:
    odd = Activity([DayCount(DAY, 1, 0)], [AskedOften(ODD, 1, 1)], [SlowQuestion(ODD, DAY, 1.0)])
    statistics = Statistics((SourceCount(ODD, 1, 0, None),), 1, None, None, 1)
    page = parsed(Report(NOW, statistics, MONTHS, odd))
    said = '<b onclick="x()">Bees</b> & "wax" </style></svg> [31m'
    assert [rows[0][0] for rows in tables(page)] == [said] * 3
    assert page.xpath("//b | //@onclick") == []


@both_languages
def test_the_page_is_said_in_the_language_of_its_reader(wording: Wording) -> None:
    page = parsed(wording=wording)
    assert page.get("lang") == wording.language
    assert [each.text for each in page.iter("h2")] == [
        wording.report[name]
        for name in ("posts_over_time", "questions_over_time", "often", "slow", "sources")
    ]


def test_numbers_are_written_as_the_language_does() -> None:
    text = parsed(wording=FRENCH).text_content()
    assert "1\u202f202" in text
    assert "2,50\xa0s" in text
    assert "70\xa0%" in text
    assert "2026-01-12 (il y a 3 jours)" in text


@both_languages
def test_where_nothing_was_asked_or_dated_that_is_said(wording: Wording) -> None:
    page = parsed(Report(NOW, REPORT.statistics), wording)
    text = page.text_content()
    assert wording.report["no_questions"] in text
    assert wording.report["no_posts"] in text
    assert wording.report["liked"] not in text
    assert page.findall(".//svg") == []


def test_a_terminal_gets_the_same_in_a_few_lines() -> None:
    assert [*report_lines(REPORT, ENGLISH)] == [
        "Posts: 1,202; comments: 35; newest: 2026-01-12 (3 days ago)",
        "Questions since 2025-12-15: 10; answered: 70%; answers liked: 4, called wrong: 1",
        "",
        "Asked most",
        "  6 × When is the oven lit?",
        "  1 × Who sells bread?",
        "",
        "Slowest questions",
        "  2.50 s  (asked in private)",
        "  0.25 s  Who sells bread?",
        "",
        "Sources and how fresh they are",
        "  bees – posts: 1,200; comments: 34; newest: 2026-01-12 (3 days ago)",
        "  hall – posts: 2; comments: 1; newest: no date",
        "",
        "`pullquote report --html report.html` writes a page with charts.",
    ]


def test_many_sources_are_counted_and_markup_is_printed_as_it_is() -> None:
    many = tuple(SourceCount(f"{ODD} {n}", n, 0, NOW) for n in range(8))
    lines = [*report_lines(Report(NOW, Statistics(many, 1, None, None, 1)), FRENCH)]
    assert "  … et 3 de plus" in lines
    assert any(line.startswith('  <b onclick="x()">Bees</b>') for line in lines)
    assert not any("\x1b" in line or "\x00" in line for line in lines)
