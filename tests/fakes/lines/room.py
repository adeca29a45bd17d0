"""A channel of the lines chat as a place where people ask, with its server on loopback."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack, suppress
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar, Self

from bot.composition import chat_app
from bot.settings.values import Settings
from index.embedding.encoder import BUNDLED
from tests.fakes.lines.adapter import Lines
from tests.fakes.lines.translate import Line
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.ports import ChatAdapter
    from bot.services import Services
    from index.posts import Post


class LinesRoom:
    """The square of a lines chat, where Ada asks."""

    disarmed: ClassVar[Mapping[str, str]] = {
        "\x1b[31mred\x1b[0m": "[31mred[0m",
        "over\r\bwritten": "overwritten",
        "\u202egnp.exe\u2066": "gnp.exe",
    }

    def __init__(self) -> None:
        self._stack = AsyncExitStack()
        self._sent: list[Line] = []
        self._unsent: asyncio.Queue[Line] = asyncio.Queue()
        self._typing: set[str] = set()
        self._shown: dict[str, str] = {}
        self._whispered: list[str] = []
        self._changed = asyncio.Event()
        self._language = "en"
        self._connections: set[asyncio.Task[object]] = set()
        self.services: Services
        self.adapter: ChatAdapter
        self.port: int

    async def __aenter__(self) -> Self:
        folder = Path(self._stack.enter_context(TemporaryDirectory()))
        settings = Settings(folder, BUNDLED, "auto", None, timedelta(days=90), 1000)
        self.services = await self._stack.enter_async_context(chat_app.opened_services(settings))
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        await self._stack.enter_async_context(server)
        self.port = server.sockets[0].getsockname()[1]
        self.adapter = Lines(self.port, self.services)
        return self

    async def __aexit__(self, *_: object) -> None:
        for each in self._connections:
            each.cancel()
        if self._connections:
            await asyncio.wait(self._connections)
        await self._stack.aclose()

    @property
    def said(self) -> str:
        return "\n".join(self._shown.values())

    def ask(self, text: str) -> None:
        self._write("square", "Ada", text)

    async def stores(self, posts: Sequence[Post]) -> None:
        await self.services.library.save(posts)

    async def hears(self, text: str, times: int = 1) -> None:
        await self._until(lambda: self.said.count(text) >= times)

    async def is_acknowledged(self) -> None:
        await self._until(lambda: bool(self._typing))

    @property
    def said_openly(self) -> str:
        return "\n".join(text for name, text in self._shown.items() if ":ada/" not in name)

    @property
    def told_alone(self) -> str:
        direct = [text for name, text in self._shown.items() if ":ada/" in name]
        return "\n".join([*self._whispered, *direct])

    @property
    def unanswered(self) -> list[str]:
        found = self.services.ledger.questions.unanswered("lines", "lines", 9)
        return [each.question.text for each in found]

    @property
    def closed(self) -> str:
        return "lines:cellar"

    def speak(self, locale: str) -> None:
        self._language = locale

    async def go_on(self, text: str, *, to_ben: bool = False) -> None:
        self._write("square", "Ada", f"<@Ben> {text}" if to_ben else text, is_reply=True)

    async def edit(self, text: str) -> None:
        self._unsent.put_nowait(replace(self._sent[-1], text=text, is_edited=True))

    async def delete(self) -> None:
        self._unsent.put_nowait(replace(self._sent[-1], is_deleted=True))

    async def ask_alone(self, text: str) -> None:
        self._write("ada", "Ada", text, is_direct=True)

    async def repeat(self) -> None:
        self._unsent.put_nowait(self._sent[-1])

    async def bots_ask(self, text: str) -> None:
        for name in ("Robot", "Pullquote"):
            self._write("square", name, text, is_by_bot=True)

    def _write(
        self,
        channel: str,
        name: str,
        text: str,
        *,
        is_by_bot: bool = False,
        is_direct: bool = False,
        is_reply: bool = False,
    ) -> None:
        line = Line(len(self._sent), channel, name, text, self._language)
        line = replace(line, is_by_bot=is_by_bot, is_direct=is_direct, is_reply=is_reply)
        self._sent.append(line)
        self._unsent.put_nowait(line)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = asyncio.current_task()
        assert connection is not None
        self._connections.add(connection)
        delivering = asyncio.create_task(self._deliver(writer))
        try:
            async for data in reader:
                self._take(**json.loads(data))
        finally:
            delivering.cancel()
            writer.close()
            await asyncio.gather(delivering, return_exceptions=True)
            with suppress(OSError):
                await writer.wait_closed()

    async def _deliver(self, writer: asyncio.StreamWriter) -> None:
        while True:
            line = await self._unsent.get()
            writer.write(json.dumps(asdict(line)).encode() + b"\n")
            await writer.drain()

    def _take(self, action: str, message: str, text: str) -> None:
        if action == "typing":
            self._typing.add(message)
        elif action == "remove":
            self._shown.pop(message, None)
        elif action == "whisper":
            self._whispered.append(text)
        else:
            self._shown[message] = text
        self._changed.set()

    async def _until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not is_so():
                self._changed.clear()
                await self._changed.wait()
