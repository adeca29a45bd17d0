"""The bot on a loopback Slack: real index, real ledger, the unmodified SDKs."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.adapter import Slack
from adapters.slack.api.timings import Timings
from adapters.sources.worker.parent import sources_apart
from bot.composition import engine_app, ledger_app
from bot.corrections.corrector import Corrector
from bot.posts.documents import Documents
from bot.posts.library import IndexOpener, Library
from bot.posts.running_jobs import Jobs
from bot.questions.admission.rate_limit import RateLimit
from bot.questions.answerer import Answerer
from bot.services import Services
from bot.settings.values import Settings, SlackSettings
from index.search.search import Search
from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.bot.reports import reports_of
from tests.fakes.clock import MovedClock
from tests.fakes.index.engines import kept_on
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.slack.server import FakeSlack
from tests.fakes.two_processes import two_served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.ports import Ask, Newer
    from index.embedding.encoder import OpenEncoder
    from index.ingest.counts import Counts
    from index.posts import Post
    from tests.fakes.postgres_server import PostgresServer
    from tests.fakes.slack.world import Channel, Message
    from tests.fakes.two_processes import Pair


HASTY = Timings(
    finish_seconds=0.5, retry_seconds=0.05, ping_seconds=0.2, edit_seconds=0.05, minute_seconds=1
)
MODEL = "bundled"
OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."


@dataclass
class Rig:
    """One bot on one Slack.

    Attributes:
        slack: The Slack.
        services: What the bot remembers.
        ask: Answers questions.
        folder: Where its files are.
        changed: Set when something was stored or removed.
        clock: The bot's.
        timings: How long it waits for things.
        more: Further settings.
    """

    slack: FakeSlack
    services: Services
    ask: Ask
    folder: Path
    changed: asyncio.Event
    clock: MovedClock
    timings: Timings = HASTY
    more: dict[str, Any] = field(default_factory=dict)

    def adapter(self) -> Slack:
        """A new bot."""
        settings = SlackSettings(
            bot_token=self.more.pop("bot_token", self.slack.bot_token),
            app_token=self.more.pop("app_token", self.slack.app_token),
            api_url=self.slack.api_url,
            **self.more,
        )
        return Slack(settings, self.services, self.folder / "imports", "auto", self.timings)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Run it over Socket Mode, and stop it."""
        before = len(self.slack.socket.connections)
        task = asyncio.create_task(self.adapter().run(self.ask))
        waiting = asyncio.create_task(self.slack.connected(before + 1))
        try:
            await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                await task
            yield task
        finally:
            waiting.cancel()
            task.cancel()
            await asyncio.wait([task, waiting])

    async def stores(self, *posts: Post) -> None:
        """Store posts."""
        await self.services.library.save(posts)

    async def knows_something(self) -> None:
        """Store a post where there is none: a workspace without any is told so in another way."""
        library, label = self.services.library, f"slack:{self.slack.team.id}"
        if label not in await library.audiences():
            await library.save([post("Nobody asks for this.", "known", audience=label)])

    async def stored(self, channel: Channel) -> dict[str, str]:
        """Return the texts and audiences of what is stored of a channel."""
        ids = await self.services.library.ids(source=f"#{channel.name}")
        return {
            each.text: each.audience for each in (await self.services.library.posts(ids)).values()
        }

    async def until_stored(self, channel: Channel, texts: Mapping[str, str]) -> None:
        """Wait until these texts for these audiences, and no others, are stored of a channel."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                self.changed.clear()  # before looking, so that no change is missed
                while await self.stored(channel) != texts:
                    await self.changed.wait()
                    self.changed.clear()
        assert await self.stored(channel) == texts

    async def hears(self, channel: Channel, text: str, times: int = 1) -> Message:
        """Wait until the bot said so in a channel, so often."""

        def found() -> list[Message]:
            said = [each for each in self.said(channel) if text in shown(each)]
            return said if len(said) >= times else []

        try:
            return (await self.slack.until(found))[-1]
        except AssertionError as error:
            said = [shown(each) for each in self.said(channel)]
            message = f"{text!r} was to be said {times} times, and this was said: {said}"
            raise AssertionError(message) from error

    def said(self, channel: Channel) -> list[Message]:
        """Return what the bot said in a channel, private replies included."""
        own = self.slack.team.bot.id
        every = [*channel.messages, *(each.message for each in channel.ephemerals)]
        return [each for each in every if each.user_id == own]


class NoticedLibrary(Library):
    """A library that tells when something in it changed."""

    def __init__(self, opener: IndexOpener) -> None:
        super().__init__(opener)
        self.changed = asyncio.Event()

    async def save(self, posts: Sequence[Post], newer: Newer | None = None) -> Counts:
        try:
            return await super().save(posts, newer)
        finally:
            self.changed.set()

    async def remove(self, ids: Sequence[str]) -> None:
        await super().remove(ids)
        self.changed.set()


def shown(message: Message) -> str:
    """Return all words of a message, those of its blocks and their links included."""
    return "\n".join([message.text, *_words(message.blocks)])


def _words(blocks: Any) -> list[str]:
    if isinstance(blocks, list):
        return [word for each in blocks for word in _words(each)]
    if isinstance(blocks, dict):
        own = [blocks[key] for key in ("text", "url") if isinstance(blocks.get(key), str)]
        return own + [word for each in blocks.values() for word in _words(each)]
    return []


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A Slack of our own."""
    async with FakeSlack() as server:
        yield server


@pytest.fixture
async def rig(
    slack: FakeSlack, tmp_path: Path, open_bundled: OpenEncoder, address: str
) -> AsyncIterator[Rig]:
    """A bot with an empty index."""
    settings = Settings(tmp_path, MODEL, "auto", None, address=address)
    open_store = partial(engine_app.storage(settings).open, create=True)
    opener = IndexOpener(open_store, open_bundled, MODEL, settings.cache, sources_apart)
    clock = MovedClock()
    ledger = ledger_app.opened(settings, clock)
    library, jobs = NoticedLibrary(opener), Jobs(ledger.jobs)
    answerer = Answerer(lambda: Search(open_store(), open_bundled, settings.cache))
    documents, corrections = Documents(sources_apart, reads_pdf=True), Corrector(ledger, library)
    reports, limits = reports_of(library, ledger), RateLimit(100)
    services = Services(ledger, library, jobs, limits, corrections, reports, documents)
    try:
        yield Rig(slack, services, answerer.ask, tmp_path, library.changed, clock)
    finally:
        await jobs.stop()
        answerer.close()
        library.close()
        ledger.close()


@pytest.fixture
async def stored(rig: Rig) -> Rig:
    """A bot that knows something."""
    await rig.stores(
        post(OVEN, "1", author="Ada", url="https://example.org/oven"),
        post(
            "Nets hang in the harbour because the boats stay in during the spring storms.",
            "2",
            author="Bob",
            url="https://example.org/nets",
        ),
    )
    return rig


@pytest.fixture
def ledger(postgres: PostgresServer) -> Iterator[LedgerInSchema]:
    """The database of several processes."""
    with kept_on(postgres):
        yield LedgerInSchema(postgres)


@asynccontextmanager
async def two_processes(
    slack: FakeSlack, ledger: LedgerInSchema, folder: Path
) -> AsyncIterator[Pair]:
    """Start two processes of one bot, and give them once each has a connection."""
    async with two_served(
        ledger,
        folder / "data",
        SLACK_BOT_TOKEN=slack.bot_token,
        SLACK_APP_TOKEN=slack.app_token,
        SLACK_API_URL=slack.api_url,
    ) as both:
        await slack.connected(2)
        yield both
