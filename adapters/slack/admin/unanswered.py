"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from adapters.chat.reports import answered_lines, plan_lines
from adapters.slack.access.directory import asker_of
from adapters.slack.admin.notifications import LONGEST, Telling
from adapters.slack.ids import Spot, channel_label, spot_at, team_label
from adapters.slack.rendering.blocks import button, notice, plain_text
from adapters.slack.rendering.modals import form, text_field
from adapters.slack.replies import reply
from bot.admin.notifications import PLAN_SECONDS, openly_asked, planned, told
from bot.text import one_line
from index.clock import utc_now
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, ViewSubmission
    from adapters.slack.rendering.blocks import Block
    from bot.ledger.questions import OpenQuestion
    from bot.messages import Question


SHOWN: Final = 5
"""Open questions in one message: each has a row of buttons."""

SOURCE: Final = "answers"


class UnansweredQuestions:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._questions = context.services.ledger.questions
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "answer": self._ask_for_answer,
            "dismiss": self._dismiss,
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "answered": self._answer
        }

    async def blocks(self, team: str, user: str, wording: Wording) -> list[Block]:
        """Returns the open questions of a workspace, as far as their places may be seen."""
        found = await self._open(team, user)
        blocks: list[Block] = [_line(wording.unanswered if found else wording.unanswered_none)]
        for number, each in enumerate(found, start=1):
            text = one_line(each.question.text)[:LONGEST]
            said = wording.unanswered_item.format(question=text, times=each.times)
            buttons = [
                button(wording.answer, f"answer:{number}", each.question.id),
                button(wording.dismiss, f"dismiss:{number}", each.question.id),
            ]
            blocks += [_line(f"{number}. {said}"), {"type": "actions", "elements": buttons}]
        return blocks

    async def _ask_for_answer(self, action: Action, wording: Wording) -> None:
        if not await self._may(action.team, action.user):
            await reply(self._context, action, notice(wording.admins_only))
            return
        asked = self._questions.open_like(action.value)
        if not asked:
            await reply(self._context, action, notice(wording.expired))
            return
        lines: list[str] = []
        with suppress(TimeoutError):  # Slack waits for the form for three seconds
            async with asyncio.timeout(PLAN_SECONDS):
                lines = await self._lines(action, asked, wording)
        lines = lines or [f"“{one_line(asked[0].text)[:LONGEST]}”", wording.told_if_allowed]
        blocks = [*map(_line, lines)]
        entry = text_field("text", wording.answer_label, is_long=True, is_needed=True)
        view = form("answered", action.value, wording.answer_title, wording, [*blocks, entry])
        client = (await self._context.workspaces.of(action.team)).client
        await client.views_open(trigger_id=action.trigger, view=view)

    async def _lines(
        self, action: Action, asked: Sequence[Question], wording: Wording
    ) -> list[str]:
        """Return the question, who may read its answer, and who would be told."""
        context, team = self._context, action.team
        places = await self._places(team, action.user, asked)
        openly = openly_asked(asked, places)
        audience = await self._audience(openly, team)
        person = await context.directory.person(team, action.user)
        plan = await planned(asked, audience, Telling(context, team, person))
        is_for_all = audience == team_label(team)
        readers = wording.readers_workspace if is_for_all else places.get(openly.conversation, "–")
        question = f"“{one_line(openly.text)[:LONGEST]}”"
        return [question, *plan_lines(plan, readers, places, wording, one_line)]

    async def _places(self, team: str, user: str, asked: Sequence[Question]) -> dict[str, str]:
        """Return the names of the channels of these questions that an admin may see."""
        found = {}
        for each in asked:
            spot = spot_at(each.conversation)
            if spot and not each.is_private and await self._context.sees(team, user, spot.channel):
                conversation = await self._context.directory.conversation(team, spot.channel)
                found[each.conversation] = f"#{conversation.name}"
        return found

    async def _dismiss(self, action: Action, wording: Wording) -> None:
        if await self._may(action.team, action.user):
            self._questions.settle(action.value)
            await reply(self._context, action, notice(wording.dismissed))
        else:
            await reply(self._context, action, notice(wording.admins_only))

    async def _answer(self, submission: ViewSubmission, wording: Wording) -> None:
        context = self._context
        text = submission.values.get("text", "").strip()
        person = await context.directory.person(submission.team, submission.user)
        spot = Spot(submission.team, await context.sender.direct(submission.team, submission.user))
        asked = (
            self._questions.settle(submission.about) if context.may_manage(person) and text else []
        )
        if not asked:
            await context.sender.post(spot, notice(wording.expired), f"answer/{submission.id}")
            return
        teller = Telling(context, submission.team, person, text)
        openly = openly_asked(asked, await self._places(submission.team, submission.user, asked))
        audience = await self._audience(openly, submission.team, anew=True)
        done = await told(await planned(asked, audience, teller), teller)
        await context.services.library.save(
            [_post(openly, submission.team, person, text, audience)]
        )
        said = notice(*answered_lines(done, wording))
        await context.sender.post(spot, said, f"answer/{submission.id}")

    async def _audience(self, question: Question, team: str, *, anew: bool = False) -> str:
        """Return who may read an answer: those who may read where the question was asked."""
        spot = spot_at(question.conversation)
        if spot is None or question.is_private:
            return team_label(team)
        if anew:
            self._context.directory.forget(team, spot.channel)
        conversation = await self._context.directory.conversation(team, spot.channel)
        return channel_label(spot.channel) if conversation.is_private else team_label(team)

    async def _open(self, team: str, user: str) -> list[OpenQuestion]:
        found = self._questions.unanswered("slack", team, 5 * SHOWN)
        seen = [each for each in found if await self._may_see(team, user, each.question)]
        return seen[:SHOWN]

    async def _may_see(self, team: str, user: str, question: Question) -> bool:
        spot = spot_at(question.conversation)
        if question.is_private or spot is None:
            return True
        return await self._context.sees(team, user, spot.channel)

    async def _may(self, team: str, user: str) -> bool:
        return self._context.may_manage(await self._context.directory.person(team, user))


def _line(text: str) -> Block:
    return {"type": "section", "text": plain_text(text)}


def _post(question: Question, team: str, person: Person, text: str, audience: str) -> Post:
    """Return an answer as a post."""
    return Post(
        id=f"slack:{team}/{SOURCE}/{question.id}",
        source=SOURCE,
        text=text,
        title="" if question.is_private else question.text,
        author=person.name,
        posted_at=utc_now(),
        audience=audience,
        author_id=asker_of(person, team).account,
        titled_by=None if question.is_private else question.asker.account,
    )
