"""What several filters of one name mean."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import BadFilter
from bot.questions.parsing.filters import parsed
from index.search_scope import Filters
from tests.fakes.bot.ledgers import ADA


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("before:2024-01-01 before:2024-09-26", None, date(2023, 12, 31)),
        ("until:2024-09-26 until:2024-01-01", None, date(2024, 1, 1)),
        ("since:2024 since:2023", date(2024, 1, 1), None),
        ("on:2024 on:2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        ("before:2024 avant:2023", None, date(2022, 12, 31)),
    ],
)
def test_of_several_filters_for_days_of_one_name_all_count(
    typed: str, since: date | None, until: date | None
) -> None:
    assert parsed(f"slugs {typed}")[1] == Filters(since=since, until=until)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("from:ada from:ben", "from: can be only one"),
        ('from:"Ada K" de:"Ada L"', "from: can be only one"),
        ("from:me from:ben", "from: can be only one"),
        ("from:ben from:me", "from: can be only one"),
        ("in:lane in:square", "in: can be only one"),
        ("kind:post kind:comments", "kind: can be only one"),
        ("on:2024-03-01 on:2024-03-02", "No day is from 2024-03-02 until 2024-03-01"),
        ("from:ada from:", "from: needs a value"),
    ],
)
def test_a_second_value_where_a_post_has_only_one_is_refused(typed: str, said: str) -> None:
    with pytest.raises(BadFilter, match=said):
        parsed(f"slugs {typed}", asker=ADA)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("from:ben from:Ben", Filters(author="Ben")),
        ('from:@ben from:"bén"', Filters(author="bén")),
        ("from:me from:Ada", Filters(author="Ada", author_id="discord:1")),
        ("from:Ada from:me", Filters(author="Ada", author_id="discord:1")),
        ("from:anyone from:ben", Filters(author="ben", is_read=False)),
        ("in:#lane in:lane", Filters(source="lane")),
        ("kind:post kind:Posts", Filters(kind="post")),
        ("since:ever since:2024", Filters(since=date(2024, 1, 1), is_read=False)),
        ("from:ben in:lane kind:post", Filters("ben", "lane", kind="post")),
        ("on:2024-03-01 on:2024-03-01", Filters(None, None, date(2024, 3, 1), date(2024, 3, 1))),
    ],
)
def test_what_is_said_twice_is_said(typed: str, found: Filters) -> None:
    assert parsed(f"slugs {typed}", asker=ADA)[1] == found
