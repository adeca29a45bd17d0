"""What becomes of what is told and asked while the database server is away."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.composition import app, engine_app
from bot.errors import UnavailableError
from bot.running import while_away
from bot.sync import service, until_stored
from index.error_sentences import Told
from index.postgres.storage import PostgresStorage
from tests.contract.chats import test_sync
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore, answered
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.engines import kept_on
from tests.fakes.index.hits import hit
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.watching import DiscordChannel, SlackChannel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.question_and_answer import Answer, Question
    from index.posts import Hit, Post
    from tests.fakes.postgres_server import PostgresServer

    Channel = DiscordChannel | SlackChannel

pytestmark = pytest.mark.slow

COLD, GOATS, NETS, OVEN = test_sync.COLD, test_sync.GOATS, test_sync.NETS, test_sync.OVEN
CANNOT = r"cannot be used at the moment.*\(error [0-9a-f]{8}\)|inutilisable.*\(erreur [0-9a-f]{8}\)"


@pytest.fixture
def away(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostgresServer]:
    """A server that may be away, for bots that wait for it for a short while."""
    monkeypatch.setattr(until_stored, "PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(service, "PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    with kept_on(postgres):
        yield postgres
    shared = engine_app.storage_at(postgres.address(postgres.database))
    assert isinstance(shared, PostgresStorage)
    shared.close()


@pytest.fixture(params=[DiscordChannel, SlackChannel], ids=lambda each: each.__name__)
def opened(request: pytest.FixtureRequest, away: PostgresServer) -> Callable[[], Channel]:
    """Makes a channel of each platform, whose bot keeps all it has on the server."""
    return lambda: request.param(away.address(away.database))


@asynccontextmanager
async def gone(channel: Channel, server: PostgresServer) -> AsyncIterator[None]:
    """Have the server be away, from when the bot knows it."""
    with server.cut_off(server.database):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while channel.services.away.reason is None:
                _try(channel)
                await asyncio.sleep(0)
        yield
    assert await channel.services.away.over(PATIENCE_SECONDS)


def _try(channel: Channel) -> None:
    with suppress(UnavailableError):
        channel.services.ledger.noted("anything")


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)


async def test_what_is_told_meanwhile_is_quoted_by_none_and_stored_once_it_is_back(
    opened: Callable[[], Channel], away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(while_away, "PATIENCE_SECONDS", PATIENCE_SECONDS)
    async with opened() as channel:
        channel.wrote(OVEN)
        channel.wrote(NETS)
        quotable: list[set[str]] = []

        async def ask(question: Question) -> Answer:
            library = channel.services.library
            found = await library.posts(await library.ids_under(f"{channel.adapter.name}:"))
            left = [each for id_, each in found.items() if id_ not in question.outdated]
            quotable.append({each.text for each in left})
            return answered(question, *(_hit(each) for each in left))

        async with serving(channel, ask):
            await channel.is_watched()
            channel.ask("when is the oven lit?")
            await channel.hears(NETS)
            async with gone(channel, away):
                await channel.deletes(NETS)
                await channel.edits(OVEN, COLD)
                await channel.says(GOATS)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    while len(await channel.services.library.outdated()) < 2:  # noqa: ASYNC110
                        await asyncio.sleep(0)
                before = len(quotable)
                channel.ask("when are the boats in?")
            await until(lambda: len(quotable) > before)
            await test_sync.until_stored(channel, COLD, GOATS)
            await until(lambda: NETS not in channel.said and OVEN not in channel.said)
        assert not {NETS, OVEN} & set().union(*quotable[before:])


def _hit(post: Post) -> Hit:
    return replace(hit((post.text, 0.9)), post=post)


async def test_who_asks_meanwhile_is_told_so_once_alone_and_with_an_id_and_answered_afterwards(
    opened: Callable[[], Channel], away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(while_away, "PATIENCE_SECONDS", 0.1)
    async with opened() as channel:
        channel.speak("fr-FR")
        async with serving(channel, ScriptedCore(FOUND)):
            channel.ask("when is the oven lit?")
            await channel.hears("https://example.org/nets")
            async with gone(channel, away):
                channel.ask("quand le four est-il allumé ?")
                await until(lambda: "erreur" in channel.told_alone)
                await channel.repeat()
                told = await channel.command("when is it lit?")
                assert re.search(CANNOT, told)
            channel.ask("when are the boats in?")
            await channel.hears("https://example.org/nets", times=2)
        assert channel.told_alone.replace(told, "").count("erreur") == 1
        assert "erreur" not in channel.said_openly


async def test_a_short_absence_costs_a_question_nothing_but_the_wait(
    opened: Callable[[], Channel], away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(while_away, "PATIENCE_SECONDS", PATIENCE_SECONDS)
    async with opened() as channel, serving(channel, ScriptedCore(FOUND)):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        async with gone(channel, away):
            channel.ask("when are the boats in?")
            await channel.go_on("and when is it lit?")
        await channel.hears("https://example.org/nets", times=3)
        assert "cannot be used" not in channel.said


async def test_who_presses_a_button_meanwhile_is_told_so_alone(
    opened: Callable[[], Channel], away: PostgresServer
) -> None:
    async with opened() as channel, serving(channel, ScriptedCore(FOUND)):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        async with gone(channel, away):
            await channel.press("Why this answer?", by_ben=True)
            await until(lambda: bool(re.search(CANNOT, channel.told_ben)))
        said = channel.told_ben
        await channel.press("Why this answer?", by_ben=True)
        await until(lambda: channel.told_ben != said)
        assert len(re.findall(CANNOT, channel.told_ben)) == 1


async def test_every_command_of_discord_is_answered_at_once_meanwhile(away: PostgresServer) -> None:
    async with (
        DiscordChannel(away.address(away.database)) as channel,
        serving(channel, ScriptedCore(FOUND)),
    ):
        await channel.is_watched()
        async with gone(channel, away):
            said = await channel.uses_all()
    assert "I answer from stored posts" in said.pop("help")
    assert len(said) > 20
    assert {name: each for name, each in said.items() if not re.search(CANNOT, each)} == {}


async def test_every_command_of_discord_is_answered_where_it_is_the_first_to_notice(
    away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> None:
        raise UnavailableError(Told("the connection broke"))

    async with (
        DiscordChannel(away.address(away.database)) as channel,
        serving(channel, ScriptedCore(FOUND)),
    ):
        await channel.is_watched()
        monkeypatch.setattr(type(channel.services.ledger.settings), "of", unreachable)
        said = await channel.uses_all("posts ")
    assert len(said) > 10
    assert {name: each for name, each in said.items() if not re.search(CANNOT, each)} == {}


async def test_who_rates_an_answer_meanwhile_is_told_so_at_once(
    opened: Callable[[], Channel], away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = False

    async def look_up(_: object) -> set[str]:
        nonlocal looked_up
        looked_up = True
        return set()

    async with opened() as channel, serving(channel, ScriptedCore(FOUND)):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        monkeypatch.setattr(channel.services.library, "suppressed_among", look_up)
        async with gone(channel, away):
            await channel.ben_rates()
            await until(lambda: bool(re.search(CANNOT, channel.told_ben)))
        assert not looked_up
        await channel.ben_rates()
        await until(lambda: looked_up)


async def test_who_is_given_up_with_the_connection_is_told_so(
    opened: Callable[[], Channel], away: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = asyncio.Event()

    async def wait(_: object) -> set[str]:
        waits.set()
        return await asyncio.Event().wait() and set()

    async with opened() as channel:
        async with serving(channel, ScriptedCore(FOUND)):
            channel.ask("when is the oven lit?")
            await channel.hears("https://example.org/nets")
            monkeypatch.setattr(channel.services.library, "suppressed_among", wait)
            await channel.ben_rates()
            await asyncio.wait_for(waits.wait(), PATIENCE_SECONDS)
            cut = gone(channel, away)
            await cut.__aenter__()
        assert re.search(CANNOT, channel.told_ben)
        await cut.__aexit__(None, None, None)


async def test_a_question_that_is_deleted_meanwhile_loses_its_answer(
    opened: Callable[[], Channel], away: PostgresServer
) -> None:
    async with opened() as channel, serving(channel, ScriptedCore(FOUND)):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        async with gone(channel, away):
            await channel.delete()
        await until(lambda: "https://example.org/nets" not in channel.said)


async def test_what_is_deleted_meanwhile_is_quoted_by_none_and_gone_after_a_new_connection(
    opened: Callable[[], Channel], away: PostgresServer
) -> None:
    async with opened() as channel:
        channel.wrote(OVEN)
        channel.wrote(NETS)
        async with test_sync.running(channel):
            await channel.is_watched()
            cut = gone(channel, away)
            await cut.__aenter__()
            await channel.deletes(NETS)
            await channel.edits(OVEN, COLD)
            await channel.says(GOATS)
        await cut.__aexit__(None, None, None)
        assert len(await channel.services.library.outdated()) == 2
        async with test_sync.running(channel):
            await test_sync.until_stored(channel, COLD, GOATS)
            assert not await channel.services.library.outdated()


async def test_a_reply_that_waits_when_the_connection_is_given_up_is_answered_afterwards(
    opened: Callable[[], Channel],
    away: PostgresServer,
) -> None:
    async with opened() as channel:
        async with serving(channel, ScriptedCore(FOUND)):
            channel.ask("when is the oven lit?")
            await channel.hears("https://example.org/nets")
            cut = gone(channel, away)
            await cut.__aenter__()
            await channel.go_on("and when is it cold?")
        await cut.__aexit__(None, None, None)
        async with serving(channel, ScriptedCore(FOUND)):
            await channel.hears("https://example.org/nets", times=2)
