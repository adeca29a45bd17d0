"""Writes to who looks after the posts of a workspace, without having been asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from slack_sdk.errors import SlackApiError

from adapters.chat.error_text import recalled
from adapters.slack.access.directory import person_of
from adapters.slack.api.web_api import LOST, pages
from adapters.slack.ids import Spot, team_and_channel
from adapters.slack.rendering.blocks import button, notice
from bot.errors import PlatformError
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.context import SlackContext
    from adapters.slack.rendering.blocks import Outgoing
    from bot.ledger.channels import Channel

_TRIED = (SlackApiError, PlatformError, *LOST)


class SlackAdmins:
    """The admins of our workspaces."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context

    async def tell_lost(self, record: Channel) -> bool:
        """Tell an admin that a watched channel cannot be read any more: who had it watched first.

        Others hear of it only where the channel was none of a few people's.
        """

        def said(wording: Wording) -> Outgoing:
            reason = one_line(recalled(record.error, wording, is_reason=True))
            lost = wording.watching["lost"]
            return notice(lost.format(channel=one_line(record.name), reason=reason))

        team, channel = team_and_channel(record.id)
        return await self._tell(team, channel, record.watched_by, said, f"lost/{channel}")

    async def tell_digest_lost(self, team: str) -> bool:
        """Tell an admin that we may not post where the weekly digest goes, without its name."""
        try:
            async for person in self._of(team, ""):
                spot = Spot(team, await self._context.sender.direct(team, person.id))
                said = self._context.wording(person).settings
                message = notice(said["digest_lost_in"].format(lost=said["digest_lost"]))
                await self._context.sender.post(spot, message, f"digest_lost/{uuid4().hex}")
                return True
        except _TRIED:
            return False
        return False

    async def offer(self, team: str, channel: str, inviter: str) -> None:
        """Offer to watch a channel that somebody let us into, to them or else to another admin."""
        conversation = await self._context.directory.conversation(team, channel)
        name = f"#{one_line(conversation.name)}"

        def said(wording: Wording) -> Outgoing:
            label = wording.watching["watch"].format(channel=name)
            watch = button(label, "posts:watch", f"watch {channel}", "primary")
            return notice(wording.watching["offer"].format(channel=name), buttons=[watch])

        person = await self._context.directory.person(team, inviter)
        if self._context.may_manage(person):
            message = said(self._context.wording(person))
            try:
                await self._context.sender.whisper(Spot(team, channel), inviter, message)
            except PlatformError:
                pass
            else:
                return
        account = f"slack:{team}/{inviter}"
        await self._tell(team, channel, account, said, f"offer/{channel}")

    async def _tell(
        self, team: str, channel: str, first: str, said: Callable[[Wording], Outgoing], key: str
    ) -> bool:
        """Tell the first admin who can be told, and may know of the channel."""
        try:
            async for person in self._of(team, first):
                is_first = first == f"slack:{team}/{person.id}"
                if is_first or await self._context.sees(team, person.id, channel):
                    spot = Spot(team, await self._context.sender.direct(team, person.id))
                    message = said(self._context.wording(person))
                    await self._context.sender.post(spot, message, f"{key}/{person.id}")
                    return True
        except _TRIED:
            return False
        return False

    async def _of(self, team: str, first: str) -> AsyncIterator[Person]:
        """Yield who may manage: this account first, those in the settings, then all admins."""
        context, met = self._context, set[str]()
        chosen = (each.rpartition("/")[2] for each in sorted(context.settings_of(team).admins))
        for user in (first.rpartition("/")[2], *sorted(context.settings.admins), *chosen):
            if user and user not in met:
                met.add(user)
                person = await context.directory.person(team, user)
                if context.may_manage(person):
                    yield person
        client = (await context.workspaces.of(team)).client
        async for page in pages(client.users_list, team_id=team):
            for each in page.get("members", ()):
                person = person_of(each, team)
                if person.is_admin and not each.get("deleted") and person.id not in met:
                    yield await context.directory.person(team, person.id)
