"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.notification_lines import answered_lines, plan_lines
from adapters.slack.access.directory import asker_of
from adapters.slack.admin.notifications import LONGEST, SlackAdmin
from adapters.slack.ids import PLATFORM, Spot, team_label
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import button, notice, plain_text
from adapters.slack.rendering.modals import form, text_field
from bot.admin.unanswered import GivenAnswer, OpenQuestions
from bot.text import one_line
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, ViewSubmission
    from adapters.slack.rendering.blocks import Block
    from bot.admin.unanswered import AnswerPlan


class UnansweredQuestions:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._questions = OpenQuestions(PLATFORM, context.services)
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "answer": self._ask_for_answer,
            "dismiss": self._dismiss,
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "answered": self._answer
        }

    async def blocks(self, team: str, user: str, wording: Wording) -> list[Block]:
        """Return the open questions of a workspace, as far as their places may be seen."""
        found = await self._questions.listed(team, await self._admin(team, user))
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
        admin = await self._admin(action.team, action.user)
        plan = await self._questions.plan(action.value, admin)
        if plan is None:
            await reply(self._context, action, notice(wording.expired))
            return
        lines = _plan_lines(plan, action.team, wording)
        blocks = [*map(_line, lines)]
        entry = text_field("text", wording.answer_label, is_long=True, is_needed=True)
        view = form("answered", action.value, wording.answer_title, wording, [*blocks, entry])
        client = (await self._context.workspaces.of(action.team)).client
        await client.views_open(trigger_id=action.trigger, view=view)

    async def _dismiss(self, action: Action, wording: Wording) -> None:
        if await self._may(action.team, action.user):
            self._questions.dismiss(action.value)
            await reply(self._context, action, notice(wording.dismissed))
        else:
            await reply(self._context, action, notice(wording.admins_only))

    async def _answer(self, submission: ViewSubmission, wording: Wording) -> None:
        context = self._context
        text = submission.values.get("text", "").strip()
        person = await context.directory.person(submission.team, submission.user)
        spot = Spot(submission.team, await context.sender.direct(submission.team, submission.user))
        done = None
        if context.may_manage(person):
            team, author = submission.team, asker_of(person, submission.team)
            given = GivenAnswer(text, author, f"slack:{team}", utc_now())
            admin = SlackAdmin(context, team, person, text)
            done = await self._questions.answer(submission.about, given, admin)
        lines = [wording.expired] if done is None else answered_lines(done, wording)
        await context.sender.post(spot, notice(*lines), f"answer/{submission.id}")

    async def _admin(self, team: str, user: str) -> SlackAdmin:
        return SlackAdmin(self._context, team, await self._context.directory.person(team, user))

    async def _may(self, team: str, user: str) -> bool:
        return self._context.may_manage(await self._context.directory.person(team, user))


def _line(text: str) -> Block:
    return {"type": "section", "text": plain_text(text)}


def _plan_lines(plan: AnswerPlan, team: str, wording: Wording) -> list[str]:
    """Return the question, who may read its answer, and who would be told."""
    question = f"“{one_line(plan.question.text)[:LONGEST]}”"
    if not plan.audience:
        return [question, wording.told_if_allowed]
    is_for_all = plan.audience == team_label(team)
    place = plan.places.get(plan.question.conversation, "–")
    readers = wording.readers_workspace if is_for_all else place
    return [question, *plan_lines(plan.told, readers, plan.places, wording, one_line)]
