"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from adapters.chat.error_text import sentence
from adapters.chat.lines.notifications import answered_lines, plan_lines
from adapters.chat.lines.unanswered import (
    beside_lines,
    closed_lines,
    heading,
    none_open_line,
    open_line,
    turns,
)
from adapters.slack.access.directory import asker_of
from adapters.slack.admin.notifications import SlackAdmin
from adapters.slack.api.upload import upload
from adapters.slack.ids import PLATFORM, Spot, team_label
from adapters.slack.payloads import Action
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.rendering.blocks import Outgoing, button, notice, plain_text
from adapters.slack.rendering.given_back import with_words
from adapters.slack.rendering.modals import form, text_field
from bot.admin.open_questions.none_open import why_none_open
from bot.admin.open_questions.unanswered import EmptyAnswer, GivenAnswer, OpenQuestions
from bot.errors import UnavailableError
from bot.text import Count, one_line
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import datetime

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import ViewSubmission
    from adapters.slack.rendering.blocks import Block
    from bot.admin.open_questions.unanswered import AnswerPlan
    from bot.question_and_answer import Asker


class UnansweredQuestions:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._questions = OpenQuestions(PLATFORM, context.services)
        self._looking: list[Callable[[str, str], Awaitable[None]]] = []
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "answer": self._ask_for_answer,
            "dismiss": self._dismiss,
            "unanswered": self._turn,
            "table": self._send_table,
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "answered": self._answer
        }

    async def listed(self, team: str, user: str, wording: Wording, number: int = 1) -> Outgoing:
        """Return a page of the list as a message, whose notification says what its heading does."""
        blocks = await self.blocks(team, user, wording, number)
        return Outgoing(blocks[0]["text"]["text"], tuple(blocks))

    async def blocks(self, team: str, user: str, wording: Wording, number: int = 1) -> list[Block]:
        """Return a page of the open questions of a workspace whose places may be seen."""
        page = await self._questions.listed(team, await self._admin(team, user), number)
        if not page.questions:
            audience = await self._context.audiences.of_person(team, user)
            why = await why_none_open(self._context.services, PLATFORM, team, audience)
            return [_line(none_open_line(why, wording))]
        blocks: list[Block] = [_line(heading(page, wording))]
        for each, open_ in page.questions:
            buttons = [
                button(wording.answer, f"answer:{each}", f"{open_.question.id} {page.number}"),
                button(wording.dismiss, f"dismiss:{each}", f"{open_.question.id} {page.number}"),
            ]
            line = open_line(each, open_, wording, _day, one_line)
            blocks += [_line(line), {"type": "actions", "elements": buttons}]
        elements = [
            button(label, f"unanswered:{to}", str(to)) for label, to in turns(page, wording)
        ]
        elements.append(button(wording.open_questions["as_table"], "table", "all"))
        return [*blocks, {"type": "actions", "elements": elements}]

    def shows_on(self, show: Callable[[str, str], Awaitable[None]]) -> None:
        """Have the pages made again on which a person sees the list, whenever they change it."""
        self._looking.append(show)

    async def _changed(self, team: str, user: str) -> None:
        for show in self._looking:
            await show(team, user)

    async def _turn(self, action: Action, wording: Wording) -> None:
        if await self._context.may_be_managed_by(action.team, action.user):
            await self._show_again(action, int(action.value), wording)
        else:
            await reply(self._context, action, notice(wording.admins_only))

    async def _show_again(self, action: Action, number: int, wording: Wording) -> None:
        """Show a page of the list in place of the one that was pressed on, on Home beside it."""
        message = await self.listed(action.team, action.user, wording, number)
        if action.channel:
            await show_instead(self._context, action, message)
        elif number > 1:
            await reply(self._context, action, message)

    async def _send_table(self, action: Action, wording: Wording) -> None:
        """Send all open questions as a file where the admin alone reads it."""
        if not await self._context.may_be_managed_by(action.team, action.user):
            await reply(self._context, action, notice(wording.admins_only))
            return
        admin = await self._admin(action.team, action.user)
        table = await self._questions.table(action.team, admin)
        client = (await self._context.workspaces.of(action.team)).client
        direct = await self._context.sender.direct(action.team, action.user)
        said = wording.open_questions["table"].format(count=Count(table.count))
        await upload(client, direct, table.name, table.content, said)
        await reply(self._context, action, notice(wording.open_questions["in_direct"]))

    async def _ask_for_answer(self, action: Action, wording: Wording) -> None:
        if not await self._context.may_be_managed_by(action.team, action.user):
            await reply(self._context, action, notice(wording.admins_only))
            return
        admin = await self._admin(action.team, action.user)
        id_, _ = _subject(action)
        plan = await self._questions.plan(id_, admin, await self._account(action))
        if plan is None:
            lines = closed_lines(self._questions.settled_by(id_), "", wording)
            await reply(self._context, action, notice(*lines))
            return
        lines = _plan_lines(plan, action.team, wording)
        blocks = [*map(_line, lines)]
        entry = text_field("text", wording.answer_label, is_long=True, is_needed=True)
        about = _about(action, plan.audience)
        view = form("answered", about, wording.answer_title, wording, [*blocks, entry])
        client = (await self._context.workspaces.of(action.team)).client
        await client.views_open(trigger_id=action.trigger, view=view)

    async def _dismiss(self, action: Action, wording: Wording) -> None:
        if await self._context.may_be_managed_by(action.team, action.user):
            id_, page = _subject(action)
            admin = await self._admin(action.team, action.user)
            await self._questions.dismiss(id_, admin, await self._account(action))
            await reply(self._context, action, notice(wording.dismissed))
            if action.channel:
                await self._show_again(action, page, wording)
            await self._changed(action.team, action.user)
        else:
            await reply(self._context, action, notice(wording.admins_only))

    async def _answer(self, submission: ViewSubmission, wording: Wording) -> None:
        context = self._context
        text = submission.values.get("text", "").strip()
        person = await context.directory.person(submission.team, submission.user)
        spot = Spot(submission.team, await context.sender.direct(submission.team, submission.user))
        if not context.may_manage(person):
            message = with_words(notice(wording.admins_only), text)
        else:
            message = await self._answered(submission, person, text, wording)
        await context.sender.post(spot, message, f"answer/{submission.id}")
        if context.may_manage(person):
            pressed = _pressed(submission)
            if pressed.channel:
                await self._show_again(pressed, _subject(pressed)[1], wording)
            await self._changed(submission.team, submission.user)

    async def _answered(
        self, submission: ViewSubmission, person: Person, text: str, wording: Wording
    ) -> Outgoing:
        """Make a post of an answer, and return what to tell; what is no post is given back."""
        team, (id_, _) = submission.team, _subject(_pressed(submission))
        asker, shown = asker_of(person, team), _audience(submission)
        given = GivenAnswer(text, asker, f"slack:{team}", utc_now(), shown)
        try:
            admin = SlackAdmin(self._context, team, person, text)
            done = await self._questions.answer(id_, given, admin)
        except EmptyAnswer as error:
            return notice(sentence(error, wording))
        except UnavailableError as error:
            lines = [sentence(error, wording), wording.open_questions["draft"]]
        else:
            if done is not None:
                return notice(*answered_lines(done, wording))
            lines = closed_lines(self._questions.settled_by(id_), text, wording)
        return with_words(notice(*lines), text)

    async def _account(self, action: Action) -> Asker:
        person = await self._context.directory.person(action.team, action.user)
        return asker_of(person, action.team)

    async def _admin(self, team: str, user: str) -> SlackAdmin:
        return SlackAdmin(self._context, team, await self._context.directory.person(team, user))


def _subject(action: Action) -> tuple[str, int]:
    """Return the question that a button of the list is for, and the page that it stands on."""
    id_, _, page = action.value.partition(" ")
    return id_, int(page or 1)


def _about(action: Action, audience: str) -> str:
    """Return what a form holds: the button that opened it, and who is to read the answer."""
    told = (action.value, action.channel, action.ts, action.is_ephemeral, action.response_url)
    return json.dumps((*told, audience))


def _audience(submission: ViewSubmission) -> str:
    """Return who is to read the answer, as the form said."""
    return str(json.loads(submission.about)[-1])


def _pressed(submission: ViewSubmission) -> Action:
    """Return the button that opened a form."""
    value, channel, ts, is_ephemeral, response_url, _ = json.loads(submission.about)
    return Action(
        team=submission.team,
        user=submission.user,
        channel=channel,
        ts=ts,
        thread_ts="",
        is_ephemeral=is_ephemeral,
        action="answer",
        value=value,
        response_url=response_url,
        trigger=submission.id,
    )


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


def _line(text: str) -> Block:
    return {"type": "section", "text": plain_text(text)}


def _plan_lines(plan: AnswerPlan, team: str, wording: Wording) -> list[str]:
    """Return the question, who may read its answer, and who would be told."""
    asked = wording.quoting["cited"].format(words=one_line(plan.question.text))
    question = [asked, *beside_lines(plan.beside, wording, one_line)]
    if not plan.audience:
        return [*question, wording.told_if_allowed]
    is_for_all = plan.audience == team_label(team)
    place = plan.places.get(plan.question.conversation, "–")
    readers = wording.readers_workspace if is_for_all else place
    return [*question, *plan_lines(plan.told, readers, plan.places, wording, one_line)]
