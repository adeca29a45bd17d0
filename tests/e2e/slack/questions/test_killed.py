"""A long reading that was killed again and again ends as one that was not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.index.stored import whole
from tests.fakes.served import served

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tests.fakes.slack.server import FakeSlack
    from tests.fakes.slack.world import Message


MESSAGES = 5_000
THREADS = 20
KILLED_AFTER = (5, 6, 7)
"""Pages of two hundred, each time."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def wrote_much(slack: FakeSlack) -> None:
    """Fill a channel, also with threads; the reply that comes last stands above all others."""
    roots: list[Message] = []
    for number in range(MESSAGES):
        said = f"On day {number} somebody baked {number * 7} loaves in the village oven."
        at = LONG_AGO + timedelta(minutes=number)
        root = roots[number % THREADS] if number % 5 == 4 and len(roots) == THREADS else None
        told = slack.wrote(slack.benoit, slack.general, said, thread=root, posted_at=at)
        if len(roots) < THREADS:
            roots.append(told)


def process(slack: FakeSlack, data: Path) -> AbstractAsyncContextManager[Process]:
    """Run the bot as a process of its own."""
    return served(
        PULLQUOTE_DATA=str(data),
        SLACK_BOT_TOKEN=slack.bot_token,
        SLACK_APP_TOKEN=slack.app_token,
        SLACK_API_URL=slack.api_url,
    )


async def begin(slack: FakeSlack, connections: int) -> None:
    await slack.connected(connections + 1)
    await slack.uses_command(slack.ada, slack.general, "/posts", "watch")


def done(slack: FakeSlack) -> int:
    return sum("Done:" in each.text for each in slack.direct_channel(slack.ada).messages)


async def test_a_reading_killed_three_times_ends_like_one_that_was_not(
    slack: FakeSlack, tmp_path: Path
) -> None:
    wrote_much(slack)
    for number, count in enumerate(KILLED_AFTER):
        before = len(slack.calls_of("conversations.history"))
        async with process(slack, tmp_path / "killed") as bot:
            if not number:
                await begin(slack, 0)
            await slack.called("conversations.history", before + count)
            bot.kill()
    async with process(slack, tmp_path / "killed"):
        await slack.until(lambda: done(slack) == 1)
    killed = whole(tmp_path / "killed" / "pullquote.db")
    assert len(killed[0]) == MESSAGES
    connections = len(slack.socket.connections)
    async with process(slack, tmp_path / "other"):
        await begin(slack, connections)
        await slack.until(lambda: done(slack) == 2)
    assert whole(tmp_path / "other" / "pullquote.db") == killed
