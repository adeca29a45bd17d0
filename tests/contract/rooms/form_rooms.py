"""Admins who look at the form of an open question, told alike for both platforms."""

from __future__ import annotations

from typing import Protocol

from tests.contract.rooms.admin_room import AdminRoom
from tests.contract.rooms.admin_rooms import DiscordAdminRoom, SlackAdminRoom


class FormRoom(AdminRoom, Protocol):
    """An admin of a workspace, and a bot in it."""

    async def opens_form(self) -> str:
        """Return what the form for the first question of the list shows."""
        ...


class DiscordFormRoom(DiscordAdminRoom):
    """An admin of a Discord server."""

    async def opens_form(self) -> str:
        return str((await self._presses("Answer 1")).modal)


class SlackFormRoom(SlackAdminRoom):
    """An admin of a Slack workspace."""

    async def opens_form(self) -> str:
        slack = self._rig.slack
        await self._presses("answer:1")
        await slack.until(lambda: slack.views)
        return str(slack.views[-1])
