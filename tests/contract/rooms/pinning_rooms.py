"""Admins who pin answers to questions, told alike for both platforms."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Protocol

from tests.contract.rooms.marking_rooms import DiscordMarkingRoom, MarkingRoom, SlackMarkingRoom
from tests.e2e.discord.conftest import text_of
from tests.e2e.slack.conftest import shown
from tests.fakes.discord.world.messages import walk
from tests.fakes.patience import PATIENCE_SECONDS

PIN = "Pin as an answer"


class PinningRoom(MarkingRoom, Protocol):
    """A channel whose admin pins answers."""

    async def pins(self, who: str, text: str, question: str) -> tuple[str, str]:
        """Let somebody pin a message to a question; return what the form offers and they are told.

        Who may not is shown no form, and offered "".
        """
        ...

    async def lists(self) -> str:
        """Let the admin list what is pinned."""
        ...

    async def unpins(self) -> str:
        """Let the admin list what is pinned, and take the first off; return the list after that."""
        ...

    async def deletes(self, text: str) -> None:
        """Let somebody delete a message, and wait until it is not stored."""
        ...


class DiscordPinningRoom(DiscordMarkingRoom):
    """A channel of a Discord server."""

    async def pins(self, who: str, text: str, question: str) -> tuple[str, str]:
        fake, person = self.world.fake, self.people[who]
        message = self.messages[text]
        used = await self.world.answered(await fake.uses_message_command(person, message, PIN))
        if used.modal is None:
            return "", text_of(used)
        [field] = [each for each in walk(used.modal["components"]) if each.get("style")]
        sent = await fake.submits_modal(person, used, {field["custom_id"]: question})
        return field.get("value") or "", text_of(await self.world.answered(sent))

    async def lists(self) -> str:
        return text_of(await self.world.manages("pinned"))

    async def unpins(self) -> str:
        listed = await self.world.manages("pinned")
        pressed = await self.world.fake.presses(self.world.chief, listed.messages[0], "Take off 1")
        await self.world.fake.until(lambda: pressed.edits)
        return text_of(pressed)

    async def deletes(self, text: str) -> None:
        count = await self.world.count()
        await self.world.fake.deletes(self.messages[text])
        await self.world.holds(count - 1)


class SlackPinningRoom(SlackMarkingRoom):
    """A channel of a Slack workspace."""

    async def pins(self, who: str, text: str, question: str) -> tuple[str, str]:
        slack, person = self.rig.slack, self.people[who]
        before, views = len(self.rig.said(slack.general)), len(slack.views)
        await slack.uses_shortcut(person, self.messages[text], "pin_answer")
        await slack.until(lambda: self.rig.said(slack.general)[before:] or len(slack.views) > views)
        if len(slack.views) == views:
            return "", await self.next_said(before)
        view = slack.views[-1]
        offered = view.body["blocks"][0]["element"].get("initial_value", "")
        await slack.submits_view(person, view, {"question": question})
        return offered, await self.next_said(before)

    async def lists(self) -> str:
        return await self.commands("pinned")

    async def unpins(self) -> str:
        await self.lists()
        slack = self.rig.slack
        listed = slack.general.ephemerals[-1]
        await slack.presses(slack.ada, listed, "unpin:1")
        await slack.until(lambda: "Take off" not in shown(slack.general.ephemerals[-1].message))
        return shown(slack.general.ephemerals[-1].message)

    async def deletes(self, text: str) -> None:
        slack, message = self.rig.slack, self.messages[text]
        await slack.deletes(message)
        id_ = f"slack:{slack.team.id}/{message.channel_id}/{message.ts}"
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while await self.rig.services.library.posts([id_]):
                    pass  # each round waits for what is stored before it
        assert await self.rig.services.library.posts([id_]) == {}
