from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.admin.import_counts import ImportCounts
from bot.ledger.jobs import new_job
from bot.ledger.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ledger.jobs import Job

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), lambda: NOON)
    yield opened
    opened.close()


def job(file: str, audience: str = "slack:T1") -> Job:
    return new_job(
        "slack", "import", f"notes:/tmp/{file}", workspace_id="T1", audience=audience, locale="en",
        started_at=NOON,
    )  # fmt: skip


def test_what_a_file_left_out_is_told_to_those_who_may_see_its_posts(ledger: Ledger) -> None:
    counts = ImportCounts(ledger)
    counts.note(job("a.zip"), {"polls": 2})
    counts.note(job("b.zip", "slack:C1"), {"drafts": 1})
    assert counts.told("slack", "T1", {"slack:T1"}) == {"a.zip": {"polls": 2}}
    assert [*counts.told("slack", "T1", {"slack:T1", "slack:C1"})] == ["b.zip", "a.zip"]
    assert counts.told("slack", "T2", {"slack:T1"}) == {}


def test_a_file_that_comes_again_is_counted_anew_and_old_ones_are_forgotten(
    ledger: Ledger,
) -> None:
    counts = ImportCounts(ledger)
    for number in range(30):
        counts.note(job(f"{number}.zip"), {"polls": number + 1})
    counts.note(job("29.zip"), {})
    told = counts.told("slack", "T1", {"slack:T1"})
    assert [*told] == [f"{number}.zip" for number in range(28, 9, -1)]
