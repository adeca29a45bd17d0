"""The whole bot on a Discord that others wrote: discord-digital-twin."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.adapter import Discord
from adapters.discord.client import Client
from bot.composition import app, chat_app
from bot.errors import LoginError
from bot.settings.values import DiscordSettings, Settings
from index.embedding.encoder import BUNDLED
from index.given_posts import GivenPosts
from tests.fakes.index.posts import post
from tests.second_opinion.conftest import links_of, serving, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.second_opinion.conftest import Server


pytestmark = pytest.mark.second_opinion

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
LINK = "https://posts.example/1"
WHO = "who brings a dough?"
"""What only that post answers."""

WHEN = "when is the oven lit?"
"""What all posts answer, on more than one page."""

QUESTION = {"name": "question", "type": 3, "value": WHO}

MESSAGE, DEFERRED, DEFERRED_UPDATE, CHOICES, MODAL = 4, 5, 6, 8, 9
EPHEMERAL, COMPONENTS_V2 = 1 << 6, 1 << 15


@dataclass
class Rig:
    """A bot on a Discord."""

    twin: Server
    settings: Settings
    starts: int = 0

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        """Run the bot, and stop it as a supervisor would."""
        self.starts += 1
        with app.answering(self.settings) as answerer:
            async with chat_app.opened_services(self.settings) as services:
                assert self.settings.discord
                adapter = Discord(
                    self.settings.discord,
                    services,
                    self.settings.imports,
                    "auto",
                    guilds_seconds=0.05,
                )
                running = asyncio.create_task(adapter.run(answerer.ask))
                there = asyncio.create_task(self.twin("connected", times=self.starts))
                try:
                    await asyncio.wait([running, there], return_when=asyncio.FIRST_COMPLETED)
                    await (running if running.done() else there)
                    yield
                finally:
                    running.cancel()
                    there.cancel()
                    await asyncio.wait([running, there])
                    if not running.cancelled():
                        await running  # it has ended by itself, and says why

    async def asks(self, text: str, place: str = "square") -> tuple[Any, Any]:
        """Mention the bot, and return the message with its answer."""
        mention = f"<@{self.twin.addresses['bot']}> " if place == "square" else ""
        asked = await self.twin("say", place=place, text=f"{mention}{text}")
        return asked, await self.twin("reply", place=place, to=asked["id"])


def button(message: Any, action: str) -> str:
    """Return the name of a button of an answer."""
    rows = [each for each in message["components"] if each["type"] == 1]
    names: list[str] = [each["custom_id"] for row in rows for each in row["components"]]
    return next(name for name in names if name.startswith(f"pullquote:{action}:"))


@pytest.fixture
async def rig(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rig]:
    """A bot that knows a few posts."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)

    async def at_once(*_: Any, **__: Any) -> None:
        """Wait five seconds for nothing otherwise."""

    monkeypatch.setattr(Client, "before_identify_hook", at_once)
    posts = [post(OVEN, "1", author="Wilhelmina", url=LINK, title="Bread")]
    posts += [
        post(f"The oven of village {n} is lit on day {n} of the month.", str(n), author="Bob")
        for n in range(2, 7)
    ]
    async with serving(folder, "discord.mjs") as twin:
        at = twin.addresses
        settings = Settings(
            tmp_path / "data", BUNDLED, "auto", None, timedelta(days=90), 100,
            DiscordSettings(at["token"], at["api"], at["gateway"]),
        )  # fmt: skip
        with app.opened_index(settings, create=True) as index:
            index.import_posts([GivenPosts(posts)], opens=True)
        yield Rig(twin, settings)


async def test_it_logs_in_and_registers_its_commands(rig: Rig) -> None:
    async with rig.bot():
        registered = {each["name"]: each for each in await rig.twin("registered")}
    assert {"ask", "help", "forget-me", "posts", "Find related posts"} <= set(registered)
    assert [each["name"] for each in registered["ask"]["options"]][:3] == ["question", "from", "in"]


async def test_a_token_that_only_the_gateway_refuses_is_said(rig: Rig) -> None:
    assert rig.settings.discord
    wrong = replace(rig.settings.discord, token="not-the-token")  # noqa: S106 - it opens nothing
    rig.settings = replace(rig.settings, discord=wrong)
    with pytest.raises(LoginError):
        async with rig.bot():
            pass


async def test_a_mention_is_answered_in_reply_with_quote_author_and_link(rig: Rig) -> None:
    async with rig.bot():
        _, answer = await rig.asks(WHO)
        assert await rig.twin("typing", place="square")
    assert OVEN in words_of(answer)
    assert "Wilhelmina" in words_of(answer)
    assert LINK in links_of(answer)
    assert answer["flags"] & COMPONENTS_V2


async def test_a_direct_message_is_answered(rig: Rig) -> None:
    async with rig.bot():
        _, answer = await rig.asks(WHO, "direct")
    assert OVEN in words_of(answer)


async def test_the_command_is_acknowledged_at_once_and_filled_in_later(rig: Rig) -> None:
    async with rig.bot():
        used = await rig.twin("command", place="square", name="ask", options=[QUESTION])
        answer = await rig.twin("filled", place="square", id=used["id"])
    assert used["type"] == DEFERRED
    assert not (used["data"] or {}).get("flags", 0) & EPHEMERAL
    assert OVEN in words_of(answer)
    assert LINK in links_of(answer)


async def test_authors_are_offered_while_they_are_typed(rig: Rig) -> None:
    typed = {"name": "from", "type": 3, "value": "wil", "focused": True}
    async with rig.bot():
        offered = await rig.twin(
            "command", place="square", name="ask", options=[QUESTION, typed], completing=True
        )
    assert offered["type"] == CHOICES
    assert [each["value"] for each in offered["data"]["choices"]] == ["Wilhelmina"]


async def test_the_menu_of_a_message_shows_related_posts_to_the_asker_alone(rig: Rig) -> None:
    async with rig.bot():
        said = await rig.twin("say", place="square", text="is the village oven lit on Fridays?")
        used = await rig.twin("menu", place="square", name="Find related posts", target=said["id"])
        answer = await rig.twin("filled", place="square", id=used["id"])
    assert (used["type"], used["data"]["flags"]) == (DEFERRED, EPHEMERAL)
    assert OVEN in words_of(answer)


async def test_buttons_of_an_answer_work_after_a_restart(rig: Rig) -> None:
    async with rig.bot():
        _, answer = await rig.asks(WHEN)
    place = {"place": "square", "message": answer["id"]}
    async with rig.bot():
        turned = await rig.twin("press", name=button(answer, "page"), **place)
        second = await rig.twin("edited", place="square", id=answer["id"])
        why = await rig.twin("press", name=button(answer, "why"), **place)
        told = await rig.twin("filled", place="square", id=why["id"])
    assert turned["type"] == DEFERRED_UPDATE
    assert OVEN not in words_of(second)
    assert "of the month" in words_of(second)
    assert (why["type"], why["data"]["flags"]) == (DEFERRED, EPHEMERAL)
    assert "Searched 6 posts" in words_of(told)


async def test_a_thumb_down_asks_what_was_wrong_and_thanks(rig: Rig) -> None:
    async with rig.bot():
        _, answer = await rig.asks(WHEN)
        form = await rig.twin(
            "press", place="square", name=button(answer, "bad"), message=answer["id"]
        )
        assert form["type"] == MODAL
        sent = await rig.twin(
            "send", place="square", name=form["data"]["custom_id"], text="it is Saturdays"
        )
    assert sent["type"] == MESSAGE
    assert sent["data"]["flags"] & EPHEMERAL
