"""The pane in which people speak with us alone: what they could ask to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.text import one_line
from index.text.sentences import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.app_home.home_tab import HomeTab
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload


MOST_PROMPTS: Final = 4
LONGEST_PROMPT: Final = 75


class AssistantPane:
    """Greets who opens our place, by what the index holds for them."""

    def __init__(self, context: SlackContext, home_tab: HomeTab) -> None:
        self._context = context
        self._home_tab = home_tab
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "app_home_opened": self._opened
        }

    async def _opened(self, event: Payload, team: str) -> None:
        if event.get("tab") == "messages":
            await self._suggest(team, event["user"], event["channel"])
        else:
            await self._home_tab.show(team, event["user"])

    async def _suggest(self, team: str, user: str, channel: str) -> None:
        context = self._context
        audience = await context.audiences.of_person(team, user)
        posts = await context.services.library.newest(audience, MOST_PROMPTS)
        titles = [one_line(each.title or opening(each.text, LONGEST_PROMPT)) for each in posts]
        if not titles:
            return
        workspace = await context.workspaces.of(team)
        wording = context.wording(await context.directory.person(team, user))
        # With a thread's time this would be taken and not shown.
        await workspace.client.assistant_threads_setSuggestedPrompts(
            channel_id=channel,
            title=wording.suggestions,
            prompts=[{"title": each[:LONGEST_PROMPT], "message": each} for each in titles],
        )
