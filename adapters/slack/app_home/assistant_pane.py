"""The pane in which people speak with us alone: what they could ask to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from adapters.chat.wording import wording_for
from adapters.markup.slack_blocks import object_of, objects_of, text_of
from adapters.markup.styled import title_words
from adapters.slack.access.directory import asker_of
from adapters.slack.admin.notifications import SlackAdmin
from adapters.slack.ids import PLATFORM, Spot, channel_label
from bot.admin.seen_places import SeenPlaces
from bot.question_and_answer import Question
from bot.questions.suggestions import suggestions
from bot.text import one_line
from index.clock import utc_now
from index.text.asked_language import sure_language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.app_home.home_tab import HomeTab
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload


MOST_PROMPTS: Final = 4
LONGEST_PROMPT: Final = 75
LOOKED_THROUGH: Final = 100
"""Newest posts among which titles are looked for."""

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
        user = text_of(event.get("user"))
        if event.get("tab") == "messages":
            await self._suggest(team, user, text_of(event.get("channel")), _looked_at(event))
        else:
            await self._home_tab.show(team, user)

    async def _turned(self, event: Payload, team: str) -> None:
        """Suggest other questions to who looks at another channel beside our place."""
        user, looked_at = text_of(event.get("user")), _looked_at(event)
        if user and looked_at:  # Slack need not say who, nor is it always a channel
            told = text_of(event.get("channel"))
            direct = told or await self._context.sender.direct(team, user)
            await self._suggest(team, user, direct, looked_at)

    async def _suggest(self, team: str, user: str, channel: str, looked_at: str) -> None:
        person = await self._context.directory.person(team, user)
        wording = self._context.wording(person)
        prompts = await self._prompts(team, person, looked_at, wording)
        if not prompts:
            return
        workspace = await self._context.workspaces.of(team)
        # With a thread's time this would be taken and not shown.
        await workspace.client.assistant_threads_setSuggestedPrompts(
            channel_id=channel,
            title=wording.suggestions,
            prompts=[{"title": each, "message": each} for each in prompts],
        )

    async def _prompts(
        self, team: str, person: Person, looked_at: str, wording: Wording
    ) -> list[str]:
        """Return what somebody could ask: of the channel they look at first."""
        context = self._context
        audience = await context.audiences.of_person(team, person.id)
        asked = Question(
            id=uuid4().hex,
            text=wording.suggestions,
            asker=asker_of(person, team),
            conversation=f"{PLATFORM}:{team}",
            audience=audience,
            asked_at=utc_now(),
            workspace_id=team,
            is_private=True,
        )
        return await suggestions(
            asked,
            context.questions,
            context.services.ledger,
            context.services.library,
            SeenPlaces(SlackAdmin(context, team, person).may_see).include,
            made=await self._questions(audience, looked_at),
            beside=Spot(team, looked_at).conversation if looked_at else "",
            most=MOST_PROMPTS,
            longest=LONGEST_PROMPT,
        )

    async def _questions(self, audience: frozenset[str], looked_at: str) -> list[str]:
        """Return questions for what the newest posts with titles say, in the language of each."""
        there = audience & {channel_label(looked_at)}
        found: dict[str, None] = {}
        for readers in filter(None, (there, audience)):
            for each in await self._context.services.library.newest(readers, LOOKED_THROUGH):
                title = one_line(title_words(each.title or "", each.id))
                if any(letter.isalpha() for letter in title):
                    about = wording_for(sure_language_of(f"{title} {each.text}") or "en")
                    asked = about.quoting["what_of"].format(title=title.strip(" ?!.…"))
                    found.setdefault(asked)
        return list(found)


def _looked_at(event: Payload) -> str:
    """Return the channel that matters most of what somebody looks at; "" for none."""
    entities = objects_of(object_of(event.get("context")).get("entities"))
    found = (text_of(each.get("value")) for each in entities if each.get("type") == _CHANNEL)
    return next(filter(None, found), "")
