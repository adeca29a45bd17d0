from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.ledger.jobs import new_job
from tests.fakes.bot.ledgers import NOW

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger


def test_unfinished_jobs_are_read_back_as_they_were_begun_the_oldest_first(ledger: Ledger) -> None:
    late = new_job(
        "discord",
        "import",
        "a:b",
        workspace_id="discord:1",
        audience="discord:1",
        locale="fr",
        started_at=NOW,
    )
    early = replace(
        new_job(
            "discord",
            "watch",
            "7",
            workspace_id="discord:1",
            audience="discord:1",
            locale="en",
            started_at=NOW,
        ),
        started_at=late.started_at - timedelta(minutes=1),
        message="discord:1/2",
    )
    slack = new_job(
        "slack",
        "reindex",
        "posts",
        workspace_id="T1",
        audience="everyone",
        locale="en",
        started_at=NOW,
    )
    for job in (late, early, slack):
        ledger.jobs.put(job)
    assert ledger.jobs.unfinished("discord") == [early, late]
    assert ledger.jobs.unfinished("slack") == [slack]


def test_a_finished_job_is_gone_on_with_no_more_unless_it_is_begun_again(ledger: Ledger) -> None:
    job = new_job(
        "discord",
        "watch",
        "7",
        workspace_id="discord:1",
        audience="discord:1",
        locale="en",
        started_at=NOW,
    )
    ledger.jobs.put(job)
    ledger.jobs.finish(job.id)
    assert ledger.jobs.unfinished("discord") == []
    ledger.jobs.put(job)
    assert ledger.jobs.unfinished("discord") == [job]


def test_every_job_has_a_name_of_its_own() -> None:
    names = {
        new_job("discord", "watch", "7", workspace_id="", audience="", locale="", started_at=NOW).id
        for _ in range(100)
    }
    assert len(names) == 100
