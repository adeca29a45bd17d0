"""The whole bot on a Slack that others wrote: emulate, in HTTP mode."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from adapters.slack.adapter import Slack
from adapters.slack.api.scopes import SCOPES
from adapters.slack.api.timings import Timings
from bot.composition import app, chat_app
from bot.settings.values import Settings, SlackHttp, SlackSettings
from index.embedding.encoder import BUNDLED
from index.given_posts import GivenPosts
from tests.fakes.index.posts import post
from tests.second_opinion.conftest import links_of, serving, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from index.posts import Post
    from tests.second_opinion.conftest import Server


pytestmark = pytest.mark.second_opinion

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
LINK = "https://posts.example/1"
MORE_THAN_A_PAGE = 1005
HASTY = Timings(finish_seconds=0.5, retry_seconds=0.05)


@dataclass
class Rig:
    """A bot on a Slack."""

    twin: Server
    settings: Settings
    address: str = ""

    def stores(self, *posts: Post) -> None:
        """Store posts, as an import would."""
        with app.opened_index(self.settings, create=True) as index:
            index.import_posts([GivenPosts(posts)], opens=True)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        """Run the bot, tell Slack where it is, and stop it as a supervisor would."""
        assert self.settings.slack
        with app.answering(self.settings) as answerer:
            async with chat_app.opened_services(self.settings) as services:
                adapter = Slack(self.settings.slack, services, self.settings.imports, "auto", HASTY)
                running = asyncio.create_task(adapter.run(answerer.ask))
                there = asyncio.create_task(adapter.opened.wait())
                try:
                    await asyncio.wait([running, there], return_when=asyncio.FIRST_COMPLETED)
                    if running.done():
                        await running
                    self.address = f"{adapter.address}/slack/events"
                    await self.twin("subscribe", url=self.address)
                    await self.twin("invite", place="general")
                    yield
                finally:
                    running.cancel()
                    there.cancel()
                    await asyncio.wait([running, there])

    async def asks(self, text: str) -> tuple[Any, Any]:
        """Mention the bot, and return the message with its answer."""
        mention = f"<@{self.twin.addresses['bot']}>"
        asked = await self.twin("say", place="general", text=f"{mention} {text}")
        return asked, await self.twin("reply", place="general", to=asked["ts"])


@asynccontextmanager
async def rigged(
    folder: Path, data: Path, scopes: Iterable[str] = SCOPES, halls: int = 0
) -> AsyncIterator[Rig]:
    """A bot without any post, in a workspace that grants it these scopes."""
    async with serving(folder, "slack.mjs", ",".join(scopes), str(halls)) as twin:
        at = twin.addresses
        http = SlackHttp(at["secret"], "127.0.0.1", 0)
        slack = SlackSettings(at["token"], "", at["api"], http=http)
        days = timedelta(days=90)
        yield Rig(twin, Settings(data, BUNDLED, "auto", None, days, 100, slack=slack))


async def test_a_mention_is_answered_in_its_thread_with_the_scopes_that_are_asked_for(
    folder: Path, tmp_path: Path
) -> None:
    async with rigged(folder, tmp_path) as rig:
        rig.stores(post(OVEN, "1", author="Wilhelmina", url=LINK, title="Bread"))
        async with rig.bot():
            asked, answer = await rig.asks("when is the oven lit?")
            assert await rig.twin("refused") == []
    assert answer["thread_ts"] == asked["ts"]
    assert OVEN in words_of(answer["blocks"])
    assert "Wilhelmina" in words_of(answer["blocks"])
    assert LINK in "\n".join([words_of(answer["blocks"]), *links_of(answer["blocks"])])
    assert OVEN in answer["text"]
    assert (answer["unfurl_links"], answer["unfurl_media"]) == (False, False)
    assert answer["metadata"]["event_type"]


async def test_a_list_of_channels_is_read_to_its_last_page(folder: Path, tmp_path: Path) -> None:
    async with rigged(folder, tmp_path, halls=MORE_THAN_A_PAGE) as rig:
        last = await rig.twin("channel", place=f"hall-{MORE_THAN_A_PAGE - 1}")
        rig.stores(post(OVEN, "1", audience=f"slack:{last}"))
        async with rig.bot():
            _, answer = await rig.asks("when is the oven lit?")
    assert OVEN in words_of(answer["blocks"])


async def test_without_the_scope_to_look_at_channels_only_open_posts_are_cited(
    folder: Path, tmp_path: Path
) -> None:
    async with rigged(folder, tmp_path, scopes=set(SCOPES) - {"channels:read"}, halls=1) as rig:
        hall = await rig.twin("channel", place="hall-0")
        nets = "Nets hang in the harbour while the oven is lit."
        rig.stores(post(OVEN, "1"), post(nets, "2", audience=f"slack:{hall}"))
        async with rig.bot():
            _, answer = await rig.asks("when is the oven lit?")
            refused = await rig.twin("refused")
    assert {each["needed"] for each in refused} == {"channels:read"}
    assert OVEN in words_of(answer["blocks"])
    assert nets not in words_of(answer["blocks"])


async def test_only_what_is_signed_with_the_secret_is_taken(folder: Path, tmp_path: Path) -> None:
    async with rigged(folder, tmp_path) as rig, rig.bot(), aiohttp.ClientSession() as session:
        told = {"type": "event_callback", "event": {"type": "message"}}
        async with session.post(rig.address, json=told) as response:
            assert response.status == 401
