"""How every chat platform keeps what is stored of a watched channel as the channel is."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from bot.composition import app
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.watching import DiscordChannel, SlackChannel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.watching import WatchedChannel


CHANNELS: list[type[WatchedChannel]] = [DiscordChannel, SlackChannel]

OVEN = "The village oven is lit on Fridays."
COLD = "The village oven is cold."
NETS = "Nets hang in the harbour."
GOATS = "Goats graze behind the school."


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Store posts without a model: nothing is searched here."""
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())


@pytest.fixture(params=CHANNELS, ids=lambda channel: channel.__name__)
async def channel(request: pytest.FixtureRequest) -> AsyncIterator[WatchedChannel]:
    """A channel of each platform."""
    async with request.param() as opened:
        yield opened


@asynccontextmanager
async def running(channel: WatchedChannel) -> AsyncIterator[None]:
    """Let the bot run, and stop it afterwards."""
    task = asyncio.create_task(channel.adapter.run(ScriptedCore([]).ask))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def until_stored(channel: WatchedChannel, *texts: str) -> None:
    """Wait until these texts, and no others, are stored."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await stored(channel) != set(texts):
                pass  # each round waits for the library's thread
    assert await stored(channel) == set(texts)


async def stored(channel: WatchedChannel) -> set[str]:
    """Return the texts that are stored."""
    library = channel.services.library
    ids = await library.ids_under(f"{channel.adapter.name}:")
    return {each.text for each in (await library.posts(ids)).values()}


async def test_old_messages_are_read_and_new_ones_followed(channel: WatchedChannel) -> None:
    channel.wrote(OVEN)
    async with running(channel):
        await channel.is_watched()
        assert await stored(channel) == {OVEN}
        await channel.says(NETS)
        await until_stored(channel, OVEN, NETS)
        await channel.edits(OVEN, COLD)
        await until_stored(channel, COLD, NETS)
        await channel.deletes(NETS)
        await until_stored(channel, COLD)


async def test_an_author_keeps_a_message_out_by_a_reaction(channel: WatchedChannel) -> None:
    channel.wrote(OVEN)
    channel.wrote(NETS)
    async with running(channel):
        await channel.is_watched()
        await channel.keeps_out(NETS)
        await until_stored(channel, OVEN)
        await channel.is_watched()  # compares the whole channel
        assert await stored(channel) == {OVEN}


async def test_what_happened_while_the_bot_was_away_is_taken_over(
    channel: WatchedChannel,
) -> None:
    for text in (OVEN, NETS):
        channel.wrote(text)
    async with running(channel):
        await channel.is_watched()
    channel.changed(OVEN, COLD)
    channel.removed(NETS)
    channel.wrote(GOATS)
    async with running(channel):
        await until_stored(channel, COLD, GOATS)
        assert await stored(channel) == {COLD, GOATS}


async def test_what_no_event_told_of_is_found_when_a_channel_is_watched_again(
    channel: WatchedChannel,
) -> None:
    for text in (OVEN, NETS):
        channel.wrote(text)
    async with running(channel):
        await channel.is_watched()
        channel.changed(OVEN, COLD)
        channel.removed(NETS)
        await channel.is_watched()
        assert await stored(channel) == {COLD}


async def test_an_unwatched_channel_is_left_alone_and_read_again_when_it_is_watched(
    channel: WatchedChannel,
) -> None:
    channel.wrote(OVEN)
    async with running(channel):
        await channel.is_watched()
        await channel.is_unwatched()
        await channel.says(NETS)
        channel.removed(OVEN)
        await channel.says(GOATS)
        await channel.deletes(GOATS)
        assert await stored(channel) == {OVEN}
        await channel.is_watched()
        assert await stored(channel) == {NETS}


async def test_half_of_a_character_costs_no_message(channel: WatchedChannel) -> None:
    channel.wrote(OVEN)
    channel.wrote("Bees \ud83d swarm.")
    async with running(channel):
        await channel.is_watched()
        await channel.says("Goats \udc1d graze.")
        await channel.says(NETS)
        await until_stored(channel, OVEN, "Bees  swarm.", "Goats  graze.", NETS)


async def test_half_of_a_character_costs_no_answer(channel: WatchedChannel) -> None:
    async with running(channel):
        channel.ask("when is the oven \ud83d lit?")
        await channel.hears("There are no posts yet")
