"""What people thought of answers: shown to who looks after the posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.lines.ratings import ratings_page
from adapters.chat.lines.unanswered import turns
from adapters.slack.admin.notifications import SlackAdmin
from adapters.slack.ids import PLATFORM
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.rendering.blocks import button, notice, stamp, told
from bot.admin.ratings import rated_answers
from bot.ports import ReportReader
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, SlashCommand
    from adapters.slack.rendering.blocks import Outgoing


class Ratings:
    """Lists the rated questions of a workspace, in pages."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "ratings": self._turn
        }

    async def show(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Show an admin alone how answers were rated."""
        del rest
        await reply(self._context, command, await self._list(command.team, command.user, wording))

    async def _turn(self, action: Action, wording: Wording) -> None:
        person = await self._context.directory.person(action.team, action.user)
        if self._context.may_manage(person):
            number = int(action.value)
            shown = await self._list(action.team, action.user, wording, number)
            await show_instead(self._context, action, shown)
        else:
            await reply(self._context, action, notice(wording.admins_only))

    async def _list(self, team: str, user: str, wording: Wording, number: int = 1) -> Outgoing:
        context = self._context
        admin = SlackAdmin(context, team, await context.directory.person(team, user))
        audience = await context.audiences.of_person(team, user)
        reader = ReportReader(PLATFORM, team, audience, admin.may_see, wording.language)
        rated = await rated_answers(context.services, reader)
        page = ratings_page(rated, number, len, wording, show_date=stamp, escaped=one_line)
        pages = [button(label, f"ratings:{to}", str(to)) for label, to in turns(page, wording)]
        return told(page.lines, pages)
