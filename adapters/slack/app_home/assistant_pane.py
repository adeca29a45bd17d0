"""The pane in which people speak with us alone: what they could ask to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.slack.ids import channel_label
from bot.text import one_line
from index.text.sentences import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.app_home.home_tab import HomeTab
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from index.posts import Post


MOST_PROMPTS: Final = 4
LONGEST_PROMPT: Final = 75

_CHANNEL: Final = "slack#/types/channel_id"


class AssistantPane:
    """Greets who opens our place, by what the index holds for them and what they look at."""

    def __init__(self, context: SlackContext, home_tab: HomeTab) -> None:
        self._context = context
        self._home_tab = home_tab
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "app_home_opened": self._opened,
            "app_context_changed": self._turned,
        }

    async def _opened(self, event: Payload, team: str) -> None:
        if event.get("tab") == "messages":
            await self._suggest(team, event["user"], event["channel"], _looked_at(event))
        else:
            await self._home_tab.show(team, event["user"])

    async def _turned(self, event: Payload, team: str) -> None:
        """Suggest other questions to who looks at another channel beside our place."""
        user, looked_at = event.get("user"), _looked_at(event)
        if user and looked_at:  # Slack need not say who, nor is it always a channel
            direct = event.get("channel") or await self._context.sender.direct(team, user)
            await self._suggest(team, user, direct, looked_at)

    async def _suggest(self, team: str, user: str, channel: str, looked_at: str) -> None:
        titles = await self._titles(team, user, looked_at)
        if not titles:
            return
        workspace = await self._context.workspaces.of(team)
        wording = self._context.wording(await self._context.directory.person(team, user))
        # With a thread's time this would be taken and not shown.
        await workspace.client.assistant_threads_setSuggestedPrompts(
            channel_id=channel,
            title=wording.suggestions,
            prompts=[{"title": each[:LONGEST_PROMPT], "message": each} for each in titles],
        )

    async def _titles(self, team: str, user: str, looked_at: str) -> list[str]:
        """Return what somebody could ask about: of the channel they look at first."""
        audience = await self._context.audiences.of_person(team, user)
        there = audience & {channel_label(looked_at)}
        found: dict[str, Post] = {}
        for readers in filter(None, (there, audience)):
            posts = await self._context.services.library.newest(readers, MOST_PROMPTS)
            found.update((each.id, each) for each in posts if each.id not in found)
        return [
            one_line(each.title or opening(each.text, LONGEST_PROMPT))
            for each in [*found.values()][:MOST_PROMPTS]
        ]


def _looked_at(event: Payload) -> str:
    """Return the channel that matters most of what somebody looks at; "" for none."""
    entities = (event.get("context") or {}).get("entities") or ()
    found = (each.get("value") for each in entities if each.get("type") == _CHANNEL)
    return next((each for each in found if isinstance(each, str)), "")
