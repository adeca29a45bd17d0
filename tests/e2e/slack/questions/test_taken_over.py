"""Two processes serve one Slack over one database: one is killed, and the other takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.index.engines import kept_on
from tests.fakes.two_processes import two_served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.postgres_server import PostgresServer
    from tests.fakes.slack.server import FakeSlack
    from tests.fakes.slack.world import Message

ASKED = ("when is the village oven lit?", "where do the goats graze?", "who mends the nets?")


async def test_each_question_is_answered_once_whichever_process_is_killed_over_it(
    slack: FakeSlack, postgres: PostgresServer, tmp_path: Path
) -> None:
    async def asks(text: str) -> Message:
        return await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {text}")

    def replies(asked: Message) -> int:
        own = slack.team.bot.id
        told = slack.general.messages
        return sum(each.user_id == own and each.thread_ts == asked.ts for each in told)

    with kept_on(postgres):
        ledger = LedgerInSchema(postgres)
        async with two_served(
            ledger,
            tmp_path / "data",
            SLACK_BOT_TOKEN=slack.bot_token,
            SLACK_APP_TOKEN=slack.app_token,
            SLACK_API_URL=slack.api_url,
        ) as both:
            await slack.connected()
            first = await asks(ASKED[0])
            await slack.until(lambda: replies(first))
            typing = slack.faults.held("assistant.threads.setStatus")
            torn = await asks(ASKED[1])
            await typing.arrived.wait()
            await both.kill()
            typing.release.set()
            await slack.until(lambda: replies(torn))
            last = await asks(ASKED[2])
            await slack.until(lambda: replies(last))
    assert [replies(each) for each in (first, torn, last)] == [1, 1, 1]
