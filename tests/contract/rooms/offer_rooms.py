"""People who ask what was asked before, told alike for both platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Protocol

from tests.contract.rooms.pinning_rooms import DiscordPinningRoom, PinningRoom, SlackPinningRoom
from tests.e2e.discord.conftest import text_of
from tests.e2e.slack.conftest import shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.services import Services
    from tests.e2e.discord.conftest import World
    from tests.e2e.slack.conftest import Rig
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.slack.world import Ephemeral
    from tests.fakes.slack.world import Message as SlackMessage

EARLIER: Final = "Earlier answers like this"
OFFERED: Final = "This may have been answered before:"
LABELS: Final = {"helped": "This helped", "not_this": "Not this"}


class OfferRoom(PinningRoom, Protocol):
    """A channel in which a question was asked and answered; all of it is stored.

    `reader` reads French.
    """

    @property
    def services(self) -> Services:
        """What stands behind the bot that runs."""
        ...

    @property
    def workspace(self) -> tuple[str, str]:
        """The platform, and the server or workspace there."""
        ...

    async def hides(self, text: str) -> None:
        """Store what stands in a channel that only the admin reads."""
        ...

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        """Let the asker write a message, and somebody look for earlier answers to it."""
        ...

    async def helps_out(self, how: str) -> str:
        """Let the admin choose how answers are offered in the channel; return what is said."""
        ...

    async def writes(self, who: str, text: str, *, below: str = "") -> None:
        """Let somebody write in the channel, or in reply to what was written before."""
        ...

    async def writes_and_is_answered(self, who: str, text: str, reply: str) -> None:
        """Let somebody write, and another reply before the bot is told of anything."""
        ...

    def offers(self) -> list[str]:
        """Return what is offered in the channel now."""
        ...

    def offers_alone(self, who: str) -> list[str]:
        """Return what somebody alone was offered."""
        ...

    async def until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so."""
        ...

    async def presses(self, who: str, button: Literal["helped", "not_this"]) -> str:
        """Let somebody press a button of the last offer, and return what they are told."""
        ...

    async def repeats(self) -> None:
        """Let the platform tell again of the last message that somebody wrote."""
        ...

    async def removes(self, text: str) -> None:
        """Let somebody delete what was written."""
        ...


class DiscordOfferRoom(DiscordPinningRoom):
    """A channel of a Discord server."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.people["reader"] = world.guild.add_member("frieda")
        self._board = world.guild.add_channel("board", readers=[world.chief])

    @property
    def services(self) -> Services:
        return self.world.services

    @property
    def workspace(self) -> tuple[str, str]:
        return "discord", f"discord:{self.world.guild.id}"

    async def hides(self, text: str) -> None:
        hidden = post(text, "hidden", audience=f"discord:{self._board.id}")
        await self.services.library.save([hidden])

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        fake, square = self.world.fake, self.world.square
        message = await fake.says(self.people["asker"], square, text)
        locale = "fr" if who == "reader" else "en-US"
        used = await fake.uses_message_command(self.people[who], message, EARLIER, locale=locale)
        await self.world.answered(used)
        assert used.ephemeral
        return text_of(used)

    async def helps_out(self, how: str) -> str:
        used = await self.world.manages("help-out", {"channel": self.world.square, "how": how})
        return text_of(used)

    async def writes(self, who: str, text: str, *, below: str = "") -> None:
        above = self.messages[below] if below else None
        fake, square = self.world.fake, self.world.square
        self.messages[text] = await fake.says(self.people[who], square, text, reply_to=above)

    async def writes_and_is_answered(self, who: str, text: str, reply: str) -> None:
        asked = self.world.square.add_message(self.people[who], text)
        self.world.square.add_message(self.people["other"], reply, reply_to=asked)
        await self.world.fake.events.message("MESSAGE_CREATE", asked)

    def offers(self) -> list[str]:
        return [each.text for each in self._offers()]

    def _offers(self) -> list[Message]:
        return [each for each in self.world.square.said_by_bot() if OFFERED in each.text]

    def offers_alone(self, who: str) -> list[str]:
        return [each.text for each in self._direct(who)]

    def _direct(self, who: str) -> list[Message]:
        direct = self.world.fake.world.direct_channel(self.people[who])
        return [each for each in direct.said_by_bot() if OFFERED in each.text]

    async def until(self, is_so: Callable[[], object]) -> None:
        await self.world.fake.until(is_so)

    async def presses(self, who: str, button: Literal["helped", "not_this"]) -> str:
        message = [*self._offers(), *self._direct(who)][-1]
        pressed = await self.world.fake.presses(self.people[who], message, LABELS[button])
        await self.world.answered(pressed)
        said = pressed.followups or pressed.messages
        return "\n".join(each.text for each in said)

    async def repeats(self) -> None:
        own = self.world.fake.world.bot
        last = [each for each in self.world.square.messages if each.author != own][-1]
        await self.world.fake.events.message("MESSAGE_CREATE", last)

    async def removes(self, text: str) -> None:
        await self.world.fake.deletes(self.messages[text])


class SlackOfferRoom(SlackPinningRoom):
    """A channel of a Slack workspace."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig)
        self.people["reader"] = rig.slack.benoit

    @property
    def services(self) -> Services:
        return self.rig.services

    @property
    def workspace(self) -> tuple[str, str]:
        return "slack", self.rig.slack.team.id

    async def hides(self, text: str) -> None:
        hidden = post(text, "hidden", audience=f"slack:{self.rig.slack.secret.id}")
        await self.services.library.save([hidden])

    async def looks_earlier(self, text: str, who: str = "other") -> str:
        slack = self.rig.slack
        message = await slack.says(self.people["asker"], slack.general, text)
        before, alone = len(self.rig.said(slack.general)), len(slack.general.ephemerals)
        await slack.uses_shortcut(self.people[who], message, "earlier")
        said = await self.next_said(before)
        assert len(slack.general.ephemerals) == alone + 1
        return said

    async def helps_out(self, how: str) -> str:
        general = self.rig.slack.general
        return await self.commands(f"help-out <#{general.id}|{general.name}> {how}")

    async def writes(self, who: str, text: str, *, below: str = "") -> None:
        slack, above = self.rig.slack, self.messages[below] if below else None
        self.messages[text] = await slack.says(self.people[who], slack.general, text, above)

    async def writes_and_is_answered(self, who: str, text: str, reply: str) -> None:
        slack = self.rig.slack
        asked = slack.wrote(self.people[who], slack.general, text)
        slack.wrote(self.people["other"], slack.general, reply, asked)
        for each in slack.site.announce(asked, slack.general):
            await each.settled.wait()

    def offers(self) -> list[str]:
        return [shown(each) for each in self._offers()]

    def _offers(self) -> list[SlackMessage]:
        own = self.rig.slack.team.bot.id
        every = self.rig.slack.general.messages
        return [each for each in every if each.user_id == own and OFFERED in shown(each)]

    def offers_alone(self, who: str) -> list[str]:
        return [shown(each.message) for each in self._whispers(who)]

    def _whispers(self, who: str) -> list[Ephemeral]:
        every = self.rig.slack.general.ephemerals
        own = [each for each in every if each.user_id == self.people[who].id]
        return [each for each in own if OFFERED in shown(each.message)]

    async def until(self, is_so: Callable[[], object]) -> None:
        await self.rig.slack.until(is_so)

    async def presses(self, who: str, button: Literal["helped", "not_this"]) -> str:
        slack = self.rig.slack
        before = [*slack.general.ephemerals]
        shown_to_all: list[SlackMessage | Ephemeral] = [*self._offers()]
        place = [*shown_to_all, *self._whispers(who)][-1]
        await slack.presses(self.people[who], place, f"{button}:1")

        def told() -> list[Ephemeral]:
            return [each for each in slack.general.ephemerals if each not in before]

        return shown((await slack.until(told))[-1].message)

    async def repeats(self) -> None:
        slack = self.rig.slack
        own = slack.team.bot.id
        last = [each for each in slack.general.messages if each.user_id != own][-1]
        for each in slack.site.announce(last, slack.general):
            await each.settled.wait()

    async def removes(self, text: str) -> None:
        await self.rig.slack.deletes(self.messages[text])
