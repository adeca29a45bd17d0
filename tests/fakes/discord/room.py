"""A channel of a Discord server as a room of the chat contract."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar, Self

from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.adapter import Discord
from bot.composition import chat_app
from bot.settings.values import DiscordSettings, Settings
from index.embedding.encoder import BUNDLED
from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.discord.interactions import Answered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.ports import ChatAdapter
    from bot.services import Services
    from index.posts import Post
    from tests.fakes.discord.world.channels import Thread
    from tests.fakes.discord.world.messages import Message


def settings_for(fake: FakeDiscord, folder: Path, address: str = "") -> Settings:
    """Return how the bot is set up for a Discord of our own."""
    return Settings(
        folder,
        BUNDLED,
        "auto",
        None,
        timedelta(days=90),
        100,
        DiscordSettings(fake.token, fake.api_url, fake.gateway_url),
        address=address,
    )


class DiscordRoom:
    """Ada, a bot of somebody else's, and ours."""

    disarmed: ClassVar[Mapping[str, str]] = {
        "@everyone and <@1234> and <@&5678>": r"\@everyone and \<\@1234\> and \<\@&5678\>",
        "**bold** _thin_ ~~gone~~ ||hidden||": (
            r"\*\*bold\*\* \_thin\_ \~\~gone\~\~ \|\|hidden\|\|"
        ),
        "`code` [words](https://evil.example)": (r"\`code\` \[words\](https\://evil.example)"),
        "<t:1712345678:R> <:emoji:42> <#99>": r"\<t:1712345678:R\> \<:emoji:42\> \<#99\>",
        "https://unfurled.example/page": r"https\://unfurled.example/page",
        "\u202egnp.exe\u2066": "gnp.exe",
    }

    def __init__(self, address: str = "") -> None:
        self._address = address
        self._fake = FakeDiscord()
        self._stack = AsyncExitStack()
        self._asked: asyncio.Queue[str] = asyncio.Queue()
        self._latest: Message | None = None
        self._thread: Thread | None = None
        guild = self._fake.world.add_guild("Quarry")
        self._square = guild.add_channel("square")
        self._guild = guild
        self._ada = guild.add_member("ada")
        self._board = guild.add_channel("board", readers=[self._ada])
        self._ben = guild.add_member("ben")
        self._stranger = guild.add_member(self._fake.world.add_user("stranger", bot=True))
        self.services: Services
        self.adapter: ChatAdapter

    async def __aenter__(self) -> Self:
        stack, base, gateway = self._stack, Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        stack.callback(setattr, Route, "BASE", base)
        stack.callback(setattr, DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
        folder = Path(stack.enter_context(TemporaryDirectory()))
        fake = await stack.enter_async_context(self._fake)
        settings = settings_for(fake, folder, self._address)
        self.services = services = await stack.enter_async_context(
            chat_app.opened_services(settings)
        )
        assert settings.discord
        self.adapter = Discord(
            settings.discord,
            services,
            settings.imports,
            settings.language,
            patience_seconds=0.05,
            guilds_seconds=0.05,
        )
        asking = asyncio.create_task(self._ask_all())
        stack.push_async_callback(_ended, asking)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    @property
    def said(self) -> str:
        return f"{self.said_openly}\n{self.told_alone}"

    @property
    def said_openly(self) -> str:
        places = (self._square, *([self._thread] if self._thread else []))
        return words([each for place in places for each in place.said_by_bot()])

    @property
    def told_alone(self) -> str:
        return words(self._fake.world.direct_channel(self._ada).said_by_bot())

    def refuse_private(self) -> None:
        """Take no direct messages."""
        direct = self._fake.world.direct_channel(self._ada)
        path = f"/channels/{direct.id}/messages"
        self._fake.fails("POST", path, status=403, code=50007, times=99)

    @property
    def unanswered(self) -> list[str]:
        room = f"discord:{self._guild.id}"
        found = self.services.ledger.questions.unanswered("discord", room, 9)
        return [each.question.text for each in found]

    async def is_acknowledged(self) -> None:
        await self._fake.until(lambda: self._square.typing)

    def ask(self, text: str) -> None:
        self._asked.put_nowait(text)

    async def stores(self, posts: Sequence[Post]) -> None:
        await self.services.library.save(posts)

    async def hears(self, text: str, times: int = 1) -> None:
        await self._fake.until(lambda: self.said.count(text) >= times)

    @property
    def closed(self) -> str:
        return f"discord:{self._board.id}"

    def speak(self, locale: str) -> None:
        """Who writes on Discord is answered in the language that they write in."""

    async def go_on(self, text: str, *, to_ben: bool = False) -> None:
        said = f"{self._ben.mention} {text}" if to_ben else text
        answer = self._square.said_by_bot()[-1]
        await self._fake.says(self._ada, self._square, said, reply_to=answer)

    async def begins_thread(self, text: str, *, on_question: bool = False) -> None:
        """Begin a thread on a message of Ben's, or on the last question that named the bot."""
        await self._connected()
        starter = self._latest
        if not on_question:
            starter = await self._fake.says(self._ben, self._square, text)
        self._thread = await self._fake.starts_thread(
            self._ben, self._square, "talk", starter=starter
        )

    async def in_thread(self, text: str, *, by_ben: bool = False) -> None:
        """Let Ada, or Ben, say something there, with `BOT` for our name."""
        assert self._thread
        who = self._ben if by_ben else self._ada
        await self._fake.says(who, self._thread, self._naming(text))

    async def edit(self, text: str) -> None:
        assert self._latest
        await self._fake.edits(self._latest, f"{self._fake.world.bot.mention} {text}")

    async def delete(self) -> None:
        assert self._latest
        await self._fake.deletes(self._latest)

    def lose(self) -> None:
        """Delete the last question that named the bot while nobody is told of it."""
        assert self._latest
        del self._square.history[self._latest.id]

    @property
    def buttons(self) -> str:
        """What can be pressed under the last answer."""
        return "\n".join(self._square.said_by_bot()[-1].buttons)

    async def press(self, label: str, *, by_ben: bool = False) -> None:
        answer = self._square.said_by_bot()[-1]
        await self._fake.presses(self._ben if by_ben else self._ada, answer, label)

    @property
    def told_ben(self) -> str:
        asked = [each for each in self._fake.interactions.opened if each.user is self._ben.user]
        return words([message for each in asked for message in each.messages])

    async def ask_alone(self, text: str) -> None:
        await self._connected()
        await self._fake.direct_message(self._ada, text)

    async def says(self, text: str) -> None:
        """Let Ada say something in which `BOT` stands for our name, and `BEN` for Ben's."""
        await self._connected()
        await self._fake.says(self._ada, self._square, self._naming(text))

    def _naming(self, text: str) -> str:
        return text.replace("BOT", self._fake.world.bot.mention).replace("BEN", self._ben.mention)

    async def command(self, text: str) -> str:
        """Let Ada use `/ask`, and return what she is shown; names are as in `says`."""
        await self._connected()
        given = {"question": self._naming(text)}
        used = await self._fake.uses_command(self._ada, self._square, "ask", given)
        await self._fake.until(
            lambda: used.edits or used.followups or used.answer is Answered.MESSAGE
        )
        return words(used.messages)

    async def repeat(self) -> None:
        assert self._latest
        await self._fake.events.message("MESSAGE_CREATE", self._latest)

    async def bots_ask(self, text: str) -> None:
        await self._connected()
        for bot in (self._stranger.user, self._fake.world.bot):
            message = self._square.add_message(bot, f"{self._fake.world.bot.mention} {text}")
            await self._fake.events.message("MESSAGE_CREATE", message)

    async def _ask_all(self) -> None:
        while True:
            text = await self._asked.get()
            await self._connected()
            self._latest = await self._fake.says(self._ada, self._square, text, mentions_bot=True)

    async def _connected(self) -> None:
        sessions = self._fake.gateway.sessions
        await self._fake.until(
            lambda: any("GUILD_CREATE" in dict(each.log) for each in sessions.values())
        )


def words(messages: Sequence[Message]) -> str:
    return "\n".join(part for each in messages for part in (each.text, *each.links))


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
