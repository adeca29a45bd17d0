from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiohttp
import pytest

from adapters.chat.counted_calls import counted_calls
from adapters.monitoring.server import Monitoring
from bot.errors import ConfigError, TooManyQuestions, UnavailableError
from bot.ledger.channels import Channel
from bot.metrics import Metrics
from index.error_sentences import Told
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.ledgers import NOW, asked
from tests.fakes.index.hits import hit
from tests.unit.bot.questions.conftest import OVEN, opened_services

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from bot.ports import Ask
    from bot.services import Services


@dataclass
class Pretended:
    """A platform that may have been opened."""

    name: str = "discord"
    is_shared: bool = False
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, ask: Ask) -> None:
        del ask


@asynccontextmanager
async def watched(
    services: Services, platforms: Sequence[Pretended] = (), *, unread: str = ""
) -> AsyncIterator[str]:
    """Give the address at which the bot tells how it is."""

    async def problem() -> str:
        return unread

    server = Monitoring(services, platforms, 0, problem)
    task = asyncio.create_task(server.run())
    try:
        yield await server.address()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def unasked() -> str:
    raise AssertionError


async def fetched(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


def lines(text: str) -> set[str]:
    return {*text.splitlines()}


async def test_it_listens_on_loopback_and_says_that_it_lives(services: Services) -> None:
    async with watched(services) as address:
        assert address.startswith("http://127.0.0.1:")
        assert await fetched(f"{address}/healthz") == (200, "ok\n")


async def test_it_is_not_ready_where_no_question_can_be_answered(services: Services) -> None:
    async with watched(services, unread="it was replaced") as address:
        assert await fetched(f"{address}/readyz") == (
            503,
            "posts: cannot be read (it was replaced)\n",
        )


async def test_it_says_why_posts_cannot_be_read_and_what_helps(tmp_path: Path) -> None:
    with opened_services(tmp_path) as services:
        await services.library.save([OVEN])
        (file,) = tmp_path.rglob("pullquote.db")  # noqa: ASYNC240 - a test may wait
        file.write_bytes(b"a shopping list " * 1_000)
        async with watched(services) as address:
            status, text = await fetched(f"{address}/readyz")
    assert status == 503
    assert text.startswith(f"posts: cannot be read ({file} ")
    assert ":" in text.partition(str(file))[2]


async def test_it_is_ready_once_every_platform_is_open_and_the_ledger_can_be_written(
    services: Services,
) -> None:
    discord, slack = Pretended(), Pretended("slack")
    discord.opened.set()
    async with watched(services, [discord, slack]) as address:
        assert await fetched(f"{address}/readyz") == (503, "slack: not open\n")
        slack.opened.set()
        assert await fetched(f"{address}/readyz") == (200, "ready\n")
        services.ledger.close()
        status, text = await fetched(f"{address}/readyz")
    assert status == 503
    assert text.startswith("ledger: cannot be written (")


async def test_questions_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    core = ScriptedCore([hit((OVEN.text, 0.9), name="1")], [UnavailableError(Told("gone"))])
    with opened_services(tmp_path, most=2) as services:
        questions = services.question_service(core.ask)
        with pytest.raises(UnavailableError):
            await questions.ask(asked())
        await questions.ask(asked())
        with pytest.raises(TooManyQuestions):
            await questions.ask(asked())
        with pytest.raises(TooManyQuestions), questions.held(asked().asker, "discord:7"):
            pytest.fail("it was held")
        async with watched(services) as address:
            _, text = await fetched(f"{address}/metrics")
    assert {
        'pullquote_questions_total{outcome="failed",platform="discord"} 1.0',
        'pullquote_questions_total{outcome="found",platform="discord"} 1.0',
        'pullquote_questions_total{outcome="refused",platform="discord"} 2.0',
        'pullquote_answer_seconds_count{platform="discord"} 1.0',
        "pullquote_questions_in_hand 0.0",
    } <= lines(text)


async def test_what_is_stored_and_watched_is_counted_and_no_name_is_told(
    services: Services,
) -> None:
    await services.library.save([OVEN])
    for number, error in enumerate(("", "secret-reason")):
        services.ledger.channels.put(
            Channel(f"discord:1/{number}", "discord", "discord:1", "secret-name", error=error)
        )
    services.metrics.stored_live("discord", 1.5)
    async with watched(services, [Pretended()]) as address:
        logging.getLogger("bot.test").warning("secret-line")
        _, text = await fetched(f"{address}/metrics")
    assert {
        "pullquote_posts 1.0",
        'pullquote_watched_channels{platform="discord",state="readable"} 1.0',
        'pullquote_watched_channels{platform="discord",state="unreadable"} 1.0',
        'pullquote_sync_lag_seconds{platform="discord"} 1.5',
        'pullquote_log_records_total{level="warning"} 1.0',
    } <= lines(text)
    assert "pullquote_index_bytes 0.0" not in lines(text)
    assert any(each.startswith("process_resident_memory_bytes ") for each in lines(text))
    assert "secret" not in text
    assert str(OVEN.author) not in text


async def test_a_taken_port_is_named_with_its_setting(services: Services) -> None:
    async with watched(services) as address:
        port = int(address.rpartition(":")[2])
        with pytest.raises(ConfigError, match=f"PULLQUOTE_MONITORING_PORT: found {port}, where"):
            await Monitoring(services, (), port, unasked).run()


def test_the_index_has_no_age_before_anything_was_stored() -> None:
    metrics = Metrics()
    metrics.set_index(0, 0, None, NOW)
    assert "pullquote_index_age_seconds 0.0" in lines(metrics.text().decode())


async def test_calls_that_fail_are_counted_by_kind(services: Services) -> None:
    async with watched(services, [Pretended()]) as address:
        trace = counted_calls(services.metrics, "slack")
        async with aiohttp.ClientSession(trace_configs=[trace]) as session:
            for path in ("healthz", "readyz", "nothing"):  # fine, not open, not there
                async with session.get(f"{address}/{path}"):
                    pass
            port = int(address.rpartition(":")[2])
            with pytest.raises(aiohttp.ClientError):
                await session.get(f"https://127.0.0.1:{port}/")
        _, text = await fetched(f"{address}/metrics")
    for kind in ("failed", "refused", "lost"):
        named = f'pullquote_platform_errors_total{{kind="{kind}",platform="slack"}} 1.0'
        assert named in lines(text)
