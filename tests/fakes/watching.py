"""Channels that can be watched, seen from the side of the people who write in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from adapters.markup.post_rules import OPT_OUT_SIGN
from adapters.markup.slack_post_rules import OPT_OUT
from tests.fakes.discord.all_commands import uses_all_commands
from tests.fakes.discord.room import DiscordRoom, words
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.rooms import Chat
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from bot.services import Services
    from tests.fakes.discord.world.messages import Message as DiscordMessage
    from tests.fakes.slack.world import Message as SlackMessage


class WatchedChannel(Chat, Protocol):
    """What the contract of keeping channels in sync needs of a platform.

    Messages are named by what they say.
    """

    @property
    def services(self) -> Services:
        """What the bot remembers and stores."""
        ...

    async def is_watched(self) -> None:
        """Let somebody have the channel watched, and wait until it was read."""
        ...

    async def is_unwatched(self) -> None:
        """Let somebody have the channel watched no longer."""
        ...

    def wrote(self, text: str) -> None:
        """Have a person write something that the bot is not told of."""
        ...

    def changed(self, text: str, to: str) -> None:
        """Have its author change a message, which the bot is not told of."""
        ...

    def removed(self, text: str) -> None:
        """Have a message removed, which the bot is not told of."""
        ...

    async def says(self, text: str) -> None:
        """Write something."""
        ...

    async def edits(self, text: str, to: str) -> None:
        """Change a message."""
        ...

    async def deletes(self, text: str) -> None:
        """Delete a message."""
        ...

    async def keeps_out(self, text: str) -> None:
        """Let the author of a message keep it out by a reaction."""
        ...


class DiscordChannel(DiscordRoom):
    """#square of a Discord server, whose chief has it watched."""

    def __init__(self, address: str = "") -> None:
        super().__init__(address)
        guild = self._ada.guild
        self._chief = guild.add_member("chief", [guild.add_role("chiefs", Permission.MANAGE_GUILD)])

    async def is_watched(self) -> None:
        await self._manages("posts watch", "Done:")

    async def is_unwatched(self) -> None:
        await self._manages("posts unwatch", "no longer")

    async def ben_rates(self) -> None:
        """Let Ben say that the last answer is good."""
        await self.press("👍", by_ben=True)

    async def uses_all(self, beginning: str = "") -> dict[str, str]:
        """Let the chief use every command that begins like this; return what each is answered."""
        message = self._square.add_message(self._chief, "a file", files={"posts.txt": b"Nets."})
        used = await uses_all_commands(self._fake, self._chief, message, beginning)
        await self._fake.until(lambda: all(each.messages for each in used.values()))
        said = {name: words(each.messages) for name, each in used.items()}
        await self._fake.deletes(message)
        return said

    def wrote(self, text: str) -> None:
        self._square.add_message(self._ada, text)

    def changed(self, text: str, to: str) -> None:
        self._message(text).content = to

    def removed(self, text: str) -> None:
        del self._square.history[self._message(text).id]

    async def says(self, text: str) -> None:
        await self._fake.says(self._ada, self._square, text)

    async def edits(self, text: str, to: str) -> None:
        await self._fake.edits(self._message(text), to)

    async def deletes(self, text: str) -> None:
        await self._fake.deletes(self._message(text))

    async def keeps_out(self, text: str) -> None:
        await self._fake.reacts(self._ada, self._message(text), OPT_OUT_SIGN)

    def _message(self, text: str) -> DiscordMessage:
        return next(each for each in self._square.history.values() if each.content == text)

    async def _manages(self, command: str, said: str) -> None:
        await self._connected()
        await self._fake.until(lambda: self._fake.world.commands)
        used = await self._fake.uses_command(
            self._chief, self._square, command, {"channel": self._square}
        )
        await self._fake.until(lambda: any(said in each.text for each in used.messages))


class SlackChannel(SlackRoom):
    """#general of a loopback Slack, which Ada has watched."""

    async def is_watched(self) -> None:
        await self._manages("watch", "Done: ")

    async def ben_rates(self) -> None:
        """Let Ben say that the last answer is good."""
        slack = self._slack
        own = [each for each in slack.general.messages if each.user_id == slack.team.bot.id]
        (good,) = re.findall(r"'(good:[^']+)'", str(own[-1].blocks))
        await slack.presses(slack.benoit, own[-1], "feedback", good)

    async def is_unwatched(self) -> None:
        slack = self._slack
        await slack.uses_command(slack.ada, slack.general, "/posts", "unwatch")
        name = f"slack:{slack.team.id}/{slack.general.id}"
        await slack.until(lambda: self.services.ledger.channels.get(name) is None)

    def wrote(self, text: str) -> None:
        self._slack.wrote(self._slack.benoit, self._slack.general, text)

    def changed(self, text: str, to: str) -> None:
        self._message(text).text = to

    def removed(self, text: str) -> None:
        self._slack.general.messages.remove(self._message(text))

    async def says(self, text: str) -> None:
        await self._slack.says(self._slack.benoit, self._slack.general, text)

    async def edits(self, text: str, to: str) -> None:
        await self._slack.edits(self._message(text), to)

    async def deletes(self, text: str) -> None:
        await self._slack.deletes(self._message(text))

    async def keeps_out(self, text: str) -> None:
        await self._slack.reacts(self._slack.benoit, self._message(text), OPT_OUT)

    def _message(self, text: str) -> SlackMessage:
        return next(each for each in self._slack.general.messages if each.text == text)

    async def _manages(self, command: str, said: str) -> None:
        slack = self._slack
        await slack.connected()
        direct = slack.direct_channel(slack.ada)

        def heard() -> int:
            return sum(said in str([each.text, each.blocks]) for each in direct.messages)

        before = heard()
        await slack.uses_command(slack.ada, slack.general, "/posts", command)
        await slack.until(lambda: heard() > before)
