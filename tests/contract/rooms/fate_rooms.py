"""Admins who ask what became of a message, told alike for both platforms."""

from __future__ import annotations

from typing import Protocol

from tests.contract.rooms.marking_rooms import DiscordMarkingRoom, MarkingRoom, SlackMarkingRoom
from tests.contract.rooms.pinning_rooms import DiscordPinningRoom, SlackPinningRoom
from tests.e2e.discord.conftest import text_of

FATE = "Is this stored?"


class FateRoom(MarkingRoom, Protocol):
    """A channel with a message of an app, one that its author keeps out, and one to the bot.

    They are called `app`, `kept out` and `question`; `elsewhere` is in a channel that is not
    watched.
    """

    async def asks_fate(self, who: str, text: str) -> str:
        """Let somebody ask what became of a message, and return what they are told."""
        ...

    async def deletes(self, text: str) -> None:
        """Let somebody delete a message, and wait until it is not stored."""
        ...

    async def forgets(self, text: str) -> None:
        """Remove a message for good, as an admin does."""
        ...

    async def reads_again(self) -> None:
        """Let the admin have the channel read once more, and wait for the end."""
        ...


class DiscordFateRoom(DiscordPinningRoom):
    """A channel of a Discord server."""

    def __init__(self, *arguments: object) -> None:
        DiscordMarkingRoom.__init__(self, *arguments)  # type: ignore[arg-type]
        world, square = self.world, self.world.square
        app = world.guild.add_member(world.fake.world.add_user("gauge", bot=True))
        other = self.people["other"]
        kept_out = square.add_message(other, "Nobody is to keep this.")
        kept_out.reactions["🚫"] = [other.id]
        self.messages |= {
            "app": square.add_message(app, "The water stands at 3 metres."),
            "kept out": kept_out,
            "question": square.add_message(other, f"<@{world.fake.world.bot.id}> when?"),
            "elsewhere": world.guild.add_channel("attic").add_message(other, "Dust."),
        }

    async def asks_fate(self, who: str, text: str) -> str:
        message = self.messages[text]
        used = await self.world.fake.uses_message_command(self.people[who], message, FATE)
        await self.world.answered(used)
        assert used.ephemeral
        return text_of(used)

    async def forgets(self, text: str) -> None:
        message = self.messages[text]
        id_ = f"discord:{self.world.guild.id}/{message.channel.id}/{message.id}"
        await self.world.services.library.suppress(id_)
        await self.world.services.library.erase([id_])

    async def reads_again(self) -> None:
        await self.world.watches(self.world.square)


class SlackFateRoom(SlackPinningRoom):
    """A channel of a Slack workspace."""

    def __init__(self, *arguments: object) -> None:
        SlackMarkingRoom.__init__(self, *arguments)  # type: ignore[arg-type]
        slack, other = self.rig.slack, self.people["other"]
        gauge = slack.world.add_user(slack.team.id, "gauge", bot_id="B0GAUGE")
        attic = slack.world.add_channel(slack.team.id, "attic", "public", other, slack.ada)
        kept_out = slack.wrote(other, slack.general, "Nobody is to keep this.")
        kept_out.reactions["no_entry_sign"] = [other.id]
        self.messages |= {
            "app": slack.wrote(gauge, slack.general, "The water stands at 3 metres."),
            "kept out": kept_out,
            "question": slack.wrote(other, slack.general, f"{slack.team.bot.mention} when?"),
            "elsewhere": slack.wrote(other, attic, "Dust."),
        }
        self.attic = attic

    async def asks_fate(self, who: str, text: str) -> str:
        slack, message = self.rig.slack, self.messages[text]
        channel = slack.world.channels[message.channel_id]
        before = len(self.rig.said(channel))
        await slack.uses_shortcut(self.people[who], message, "is_stored")
        said = await slack.until(lambda: self.rig.said(channel)[before:])
        return str(said[-1].text)

    async def forgets(self, text: str) -> None:
        message = self.messages[text]
        id_ = f"slack:{self.rig.slack.team.id}/{message.channel_id}/{message.ts}"
        await self.rig.services.library.suppress(id_)
        await self.rig.services.library.erase([id_])

    async def reads_again(self) -> None:
        slack = self.rig.slack
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await self.rig.hears(slack.direct_channel(slack.ada), "Done: ", times=2)
