"""A Slack channel as a place where people ask."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, ClassVar, Self

from adapters.slack.adapter import Slack
from adapters.slack.api.timings import Timings
from bot.composition import chat_app
from bot.settings.values import Settings, SlackSettings
from index.embedding.encoder import BUNDLED
from tests.fakes.slack.server import FakeSlack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.ports import ChatAdapter
    from bot.services import Services
    from index.posts import Post
    from tests.fakes.slack.world import Message


_READ = re.compile(r"<(!date\^\d+\^[^|>]*\|)?([^>]*)>")


class SlackRoom:
    """#general of a loopback Slack, where Ada mentions the bot."""

    disarmed: ClassVar[Mapping[str, str]] = {
        "<!channel> <!here> <@U0AAAAAAA>": "<!channel> <!here> <@U0AAAAAAA>",
        "*bold* _slanted_ ~struck~ `code`": "*bold* _slanted_ ~struck~ `code`",
        "<https://evil.example|your bank>": "<https://evil.example|your bank>",
        "&lt;!channel&gt; &amp; :smile:": "&lt;!channel&gt; &amp; :smile:",
        "\u202egnp.exe\u2066": "gnp.exe",
    }

    def __init__(self, address: str = "") -> None:
        self._address = address
        self._slack = FakeSlack()
        self._slack.ada.name = "Ada"
        self._stack = AsyncExitStack()
        self._asked: asyncio.Queue[str] = asyncio.Queue()
        self._latest: Message | None = None
        self._thread: Message | None = None
        self.services: Services
        self.adapter: ChatAdapter

    async def __aenter__(self) -> Self:
        stack, slack = self._stack, self._slack
        folder = Path(stack.enter_context(TemporaryDirectory()))
        await stack.enter_async_context(slack)
        settings = Settings(
            folder,
            BUNDLED,
            "auto",
            None,
            timedelta(days=90),
            1000,
            slack=SlackSettings(slack.bot_token, slack.app_token, slack.api_url),
            address=self._address,
        )
        self.services = services = await stack.enter_async_context(
            chat_app.opened_services(settings)
        )
        assert settings.slack
        timings = Timings(finish_seconds=0.05, retry_seconds=0.05, ping_seconds=0.5)
        self.adapter = Slack(settings.slack, services, settings.imports, settings.language, timings)
        asking = asyncio.create_task(self._ask_all())
        stack.push_async_callback(_ended, asking)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    @property
    def said(self) -> str:
        slack = self._slack
        return self._words([*slack.general.messages, *slack.direct_channel(slack.ada).messages])

    @property
    def said_openly(self) -> str:
        return self._words(self._slack.general.messages)

    @property
    def told_alone(self) -> str:
        slack = self._slack
        whispered = [each.message for each in slack.general.ephemerals]
        return self._words([*whispered, *slack.direct_channel(slack.ada).messages])

    def refuse_private(self) -> None:
        """Let neither ephemeral nor direct messages through."""
        for method in ("chat.postEphemeral", "conversations.open"):
            self._slack.faults.error(method, "fatal_error", times=99)

    @property
    def unanswered(self) -> list[str]:
        found = self.services.ledger.questions.unanswered("slack", self._slack.team.id, 9)
        return [each.question.text for each in found]

    async def is_acknowledged(self) -> None:
        await self._slack.until(lambda: self._slack.statuses)

    def ask(self, text: str) -> None:
        self._asked.put_nowait(text)

    async def stores(self, posts: Sequence[Post]) -> None:
        await self.services.library.save(posts)

    async def hears(self, text: str, times: int = 1) -> None:
        await self._slack.until(lambda: self.said.count(text) >= times)

    @property
    def closed(self) -> str:
        return f"slack:{self._slack.secret.id}"

    def speak(self, locale: str) -> None:
        self._slack.ada.locale = locale

    async def go_on(self, text: str, *, to_ben: bool = False) -> None:
        slack = self._slack
        said = f"{slack.benoit.mention} {_typed(text)}" if to_ben else _typed(text)
        await slack.says(slack.ada, slack.general, said, thread=self._latest)

    async def begins_thread(self, text: str, *, on_question: bool = False) -> None:
        """Begin a thread on a message of Ben's, or on the last question that named the bot."""
        slack = self._slack
        await slack.connected()
        self._thread = self._latest
        if not on_question:
            self._thread = await slack.says(slack.benoit, slack.general, text)

    async def in_thread(self, text: str, *, by_ben: bool = False) -> None:
        """Let Ada, or Ben, say something there, with `BOT` for our name."""
        slack = self._slack
        assert self._thread
        who = slack.benoit if by_ben else slack.ada
        await slack.says(who, slack.general, self._naming(_typed(text)), thread=self._thread)

    async def edit(self, text: str) -> None:
        assert self._latest
        await self._slack.edits(self._latest, f"{self._slack.team.bot.mention} {_typed(text)}")

    async def delete(self) -> None:
        assert self._latest
        await self._slack.deletes(self._latest)

    def lose(self) -> None:
        """Delete the last question that named the bot while nobody is told of it."""
        assert self._latest
        self._slack.site.leave_tombstone(self._latest)

    @property
    def buttons(self) -> str:
        """What can be pressed under the last answer."""
        own = [e for e in self._slack.general.messages if e.user_id == self._slack.team.bot.id]
        return "\n".join(word for each in _elements(own[-1].blocks) for word in _seen(each))

    async def press(self, label: str, *, by_ben: bool = False) -> None:
        slack = self._slack
        own = [each for each in slack.general.messages if each.user_id == slack.team.bot.id]
        action = next(each for each in _elements(own[-1].blocks) if label in _seen(each))
        who = slack.benoit if by_ben else slack.ada
        await slack.presses(who, own[-1], action["action_id"])

    @property
    def told_ben(self) -> str:
        ours = [e for e in self._slack.general.ephemerals if e.user_id == self._slack.benoit.id]
        return self._words([each.message for each in ours])

    async def ask_alone(self, text: str) -> None:
        await self._slack.connected()
        await self._slack.direct_message(self._slack.ada, _typed(text))

    async def says(self, text: str) -> None:
        """Let Ada say something in which `BOT` stands for our name, and `BEN` for Ben's."""
        slack = self._slack
        await slack.connected()
        self._latest = await slack.says(slack.ada, slack.general, self._naming(text))

    def _naming(self, text: str) -> str:
        bot, ben = self._slack.team.bot.mention, self._slack.benoit.mention
        return text.replace("BOT", bot).replace("BEN", ben)

    async def command(self, text: str) -> str:
        """Let Ada use `/ask`, and return what she alone is shown; names are as in `says`."""
        slack = self._slack
        await slack.connected()
        before = len(slack.general.ephemerals)
        await slack.uses_command(slack.ada, slack.general, "/ask", self._naming(_typed(text)))
        shown = await slack.until(lambda: slack.general.ephemerals[before:])
        return self._words([each.message for each in shown])

    async def repeat(self) -> None:
        for event in [*self._slack.events("app_mention"), *self._slack.events("message")]:
            await self._slack.repeats(event)

    async def bots_ask(self, text: str) -> None:
        slack = self._slack
        await slack.connected()
        for bot in (slack.robot, slack.team.bot):
            await slack.says(bot, slack.general, f"{slack.team.bot.mention} {_typed(text)}")

    def _words(self, messages: Sequence[Message]) -> str:
        """Return what the bot said in these messages."""
        own = [each for each in messages if each.user_id == self._slack.team.bot.id]
        return "\n".join(word for each in own for word in _seen(each.blocks))

    async def _ask_all(self) -> None:
        slack = self._slack
        while True:
            text = await self._asked.get()
            await slack.connected()
            said = f"{slack.team.bot.mention} {_typed(text)}"
            self._latest = await slack.says(slack.ada, slack.general, said)


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


def _typed(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _seen(block: Any) -> list[str]:
    """Return the words of blocks as a person reads them."""
    if isinstance(block, list):
        return [word for each in block for word in _seen(each)]
    if not isinstance(block, dict):
        return []
    if block.get("type") == "mrkdwn":
        return [_read(block["text"])]
    words = [block[name] for name in ("text", "url") if isinstance(block.get(name), str)]
    return words + [word for each in block.values() for word in _seen(each)]


def _elements(block: Any) -> list[Any]:
    """Return the buttons of blocks."""
    if isinstance(block, list):
        return [found for each in block for found in _elements(each)]
    if not isinstance(block, dict):
        return []
    own = [block] if block.get("type") == "button" else []
    return own + [found for each in block.values() for found in _elements(each)]


def _read(text: str) -> str:
    """Return markup as Slack shows it: what it reads as a ping or a link is not itself."""
    shown = _READ.sub(lambda match: match[2] if match[1] else f"[{match[2]}]", text)
    shown = re.sub(r"[*_~`]", "", shown)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
