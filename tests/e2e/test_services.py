from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.composition import chat_app
from bot.errors import TooManyQuestions, UnavailableError
from bot.ledger.jobs import new_job
from bot.question_and_answer import Asker
from bot.settings.values import DiscordSettings, Settings
from index.ingest.counts import Counts
from tests.fakes.bot.ledgers import NOW
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.ports import Report


POSTS = Path(__file__).parents[2] / "examples" / "posts"
HERE = Settings(Path("data"), "bundled", "auto", None)


async def test_services_bring_in_files_and_answer_from_them() -> None:
    told: list[int] = []
    async with chat_app.opened_services(HERE) as services:
        counts = await services.library.import_posts(
            POSTS / "bread.jsonl", None, "discord:7", lambda done, *_: told.append(done)
        )
        statistics = await services.library.statistics(frozenset({"discord:7"}))
    assert counts.new == statistics.posts > 0
    assert statistics.sources[0].name == "bread"
    assert told
    assert HERE.database.exists()
    assert HERE.ledger.exists()


async def test_a_file_that_cannot_be_read_is_counted_as_refused() -> None:
    async with chat_app.opened_services(HERE) as services:
        counts = await services.library.import_posts(
            Path("absent.txt"), None, "discord:7", lambda *_: None
        )
    assert counts == Counts(refused=1)


async def test_the_limits_are_those_of_the_settings() -> None:
    settings = Settings(Path("data"), "bundled", "auto", None, questions_a_minute=1)
    ada = Asker("discord", "1", "Ada")
    async with chat_app.opened_services(settings) as services:
        services.limits.take(ada, "discord:7")
        with pytest.raises(TooManyQuestions):
            services.limits.take(ada, "discord:7")


async def test_long_work_ends_with_the_services_and_is_there_to_be_gone_on_with() -> None:
    job = new_job(
        "discord",
        "watch",
        "7",
        workspace_id="discord:1",
        audience="discord:1",
        locale="en",
        started_at=NOW,
    )
    begun = asyncio.Event()

    async def work(report: Report) -> Counts:
        begun.set()
        while True:
            await asyncio.sleep(0)  # lets others work between two reports
            report(1, 2, Counts())

    async with asyncio.timeout(PATIENCE_SECONDS):
        async with chat_app.opened_services(HERE) as services:
            running = services.jobs.start(job, work)
            await begun.wait()
        assert running.progress.state == "interrupted"
        async with chat_app.opened_services(HERE) as services:
            assert services.ledger.jobs.unfinished("discord") == [job]


async def test_where_the_ledger_cannot_be_used_nothing_is_opened() -> None:
    HERE.ledger.mkdir(parents=True)
    with pytest.raises(UnavailableError, match="is no file, but a folder or a device"):
        async with chat_app.opened_services(HERE):
            pass
    assert not HERE.database.exists()


async def test_a_platform_is_there_where_its_token_is() -> None:
    there = DiscordSettings("a.b.c", "http://127.0.0.1:1", "ws://127.0.0.1:1")
    settings = Settings(Path("data"), "bundled", "auto", None, timedelta(days=1), discord=there)
    async with chat_app.opened_services(settings) as services:
        assert [each.name for each in chat_app.platforms(settings, services)] == ["discord"]
        assert chat_app.platforms(HERE, services) == []
