"""Two platforms on one index: what is removed on one is corrected on the other too."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from adapters.slack.adapter import Slack
from bot.composition import app
from bot.settings.values import SlackSettings
from index.posts import Post
from tests.e2e.discord.conftest import OVEN, text_of
from tests.e2e.slack.conftest import HASTY, shown
from tests.fakes.bytes import traces
from tests.fakes.index.posts import post
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.slack.world import Message


ASKED = "when is the village oven lit?"


@asynccontextmanager
async def on_slack(world: World) -> AsyncIterator[FakeSlack]:
    """Run the same bot in Slack too."""
    async with FakeSlack() as slack:
        settings = SlackSettings(slack.bot_token, slack.app_token, slack.api_url)
        with app.answering(world.settings) as answerer:
            bot = Slack(settings, world.services, world.settings.imports, "auto", HASTY)
            task = asyncio.create_task(bot.run(answerer.ask))
            await slack.connected()
            try:
                yield slack
            finally:
                task.cancel()
                await asyncio.wait([task])


async def asked(slack: FakeSlack) -> Message:
    """Let somebody ask in Slack, and return the answer."""
    await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {ASKED}")

    def found() -> list[Message]:
        return [each for each in slack.general.messages if OVEN in shown(each)]

    return (await slack.until(found))[-1]


async def test_an_empty_index_says_what_to_do_on_both_and_keeps_no_question(world: World) -> None:
    said = "There are no posts yet that I may quote here: an admin can bring some in with"
    async with world.bot(), on_slack(world) as slack:
        assert (await world.asks(ASKED)).text.startswith(said)
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {ASKED}")
        await slack.until(lambda: [each for each in slack.general.messages if said in shown(each)])
        assert world.services.ledger.database.rows("SELECT * FROM questions") == []
        await world.services.library.save([post(OVEN, "1")])
        assert OVEN in (await world.asks(ASKED)).text


async def test_a_message_that_is_deleted_on_discord_is_quoted_nowhere_any_more(
    world: World, stored: Callable[..., None]
) -> None:
    told = world.square.add_message(world.ada, OVEN)
    stored(Post(f"discord:{world.guild.id}/{world.square.id}/{told.id}", "#square", OVEN))
    other = world.guild.add_channel("other")
    async with world.bot(), on_slack(world) as slack:
        await world.watches(other)
        here, there = await world.asks(ASKED), await asked(slack)
        await world.fake.deletes(told)
        await world.fake.until(lambda: "no longer here" in here.text)
        await slack.until(lambda: "no longer here" in shown(there))
    assert OVEN not in here.text
    assert OVEN not in shown(there)


async def test_whoever_is_forgotten_on_discord_is_so_in_slack_too(
    world: World, stored: Callable[..., None]
) -> None:
    kept = post(OVEN, "1", author="Ada", author_id=f"discord:{world.ada.id}")
    stored(kept, post("The goats graze.", "2"))
    async with world.bot(), on_slack(world) as slack:
        there = await asked(slack)
        await world.asks("where is the zanzibarian quokka?")
        used = await world.uses("forget-me")
        pressed = await world.presses(used.messages[0], "Remove")
        assert "1 post is gone" in text_of(pressed)
        assert "cannot change" not in text_of(pressed)
        await slack.until(lambda: OVEN not in shown(there))
        assert "removed by its author" in shown(there)
        assert traces(world.settings.data, (b"quokka", b"dough")) == set()
