"""Does what the buttons and forms of answers say, whenever the message with them was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.cards import answer_card, kept_card, only_me_card, shared_card
from adapters.chat.reports import explanation_lines
from adapters.slack.access.directory import asker_of
from adapters.slack.api.sender import NotAllowed
from adapters.slack.ids import Spot
from adapters.slack.rendering.blocks import laid_out, notice, stamp, told
from adapters.slack.rendering.modals import form, text_field
from adapters.slack.replies import reply, show_instead
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, ViewSubmission
    from bot.questions.service import Shared

    Handler = Callable[[Action, Wording], Awaitable[None]]
    FormHandler = Callable[[ViewSubmission, Wording], Awaitable[None]]


class AnswerButtons:
    """The buttons under answers."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self.buttons: Mapping[str, Handler] = {
            "page": self._turn_page,
            "share": self._share,
            "only_me": self._only_me,
            "why": self._why,
            "feedback": self._rate,
            "open": _nothing,
        }
        self.forms: Mapping[str, FormHandler] = {"wrong": self._wrong}

    async def _turn_page(self, action: Action, wording: Wording) -> None:
        context = self._context
        audience = await self._readers(action)
        is_alone = await self._is_alone(action)
        answer = await context.questions.again(action.value, audience, is_private=is_alone)
        if answer is None:
            await reply(context, action, notice(wording.expired))
            return
        if not is_alone:
            # Everybody sees this page: it stays in the language of who asked.
            asked_by = answer.question.asker.id.partition("/")[2]
            wording = context.wording(await context.directory.person(action.team, asked_by))
        was_shared = not is_alone and context.services.ledger.questions.is_private(action.value)
        shared_by = wording.shared_by.format(
            name=answer.question.asker.name, question=answer.question.text
        )
        card = answer_card(
            answer,
            wording,
            page=page_of(action),
            may_share=action.is_ephemeral and not action.channel.startswith("D"),
            heading=[shared_by] if was_shared else [],
        )
        await show_instead(context, action, laid_out(card, wording))
        if not action.is_ephemeral:
            message = Spot(action.team, action.channel).message(action.ts)
            await context.keep(answer, message, page=page_of(action), names_asker=was_shared)

    async def _share(self, action: Action, wording: Wording) -> None:
        context = self._context
        theirs = await context.audiences.of_channel(action.team, action.channel)
        own = await context.audiences.of_person(action.team, action.user)
        shared = await context.questions.shared(action.value, theirs, own)
        if shared is None:
            await reply(context, action, notice(wording.expired))
            return
        deliveries, key = (
            context.services.ledger.deliveries,
            f"share/{action.value}/{action.channel}",
        )
        async with context.tasks.turn(key):
            if shared.answer.found and not deliveries.is_claimed(key):
                await self._post_shared(action, shared, key, wording)
                deliveries.claim(key)
                deliveries.finish(key)
        await show_instead(context, action, laid_out(kept_card(shared, wording), wording))

    async def _post_shared(
        self, action: Action, shared: Shared, key: str, wording: Wording
    ) -> None:
        context = self._context
        spot = Spot(action.team, action.channel, action.thread_ts)
        message = laid_out(shared_card(shared, wording), wording)
        try:
            ts = await context.sender.post(spot, message, key)
        except NotAllowed:
            # A command works where we are no member, and so does its address.
            await context.sender.respond(action.response_url, message, in_channel=True)
        else:
            await context.keep(shared.answer, spot.message(ts), names_asker=True)

    async def _only_me(self, action: Action, wording: Wording) -> None:
        context = self._context
        theirs = await context.audiences.of_channel(action.team, action.channel)
        own = await context.audiences.of_person(action.team, action.user)
        answer = await context.questions.only_for(action.value, theirs, own)
        if answer is None:
            await reply(context, action, notice(wording.expired))
            return
        message = laid_out(only_me_card(answer, wording, page=page_of(action)), wording)
        if action.is_ephemeral:
            await show_instead(context, action, message)
        else:
            await reply(context, action, message)

    async def _why(self, action: Action, wording: Wording) -> None:
        context = self._context
        reader = asker_of(await context.directory.person(action.team, action.user), action.team)
        explanation = await context.questions.explain(
            action.value, await self._readers(action), reader
        )
        if explanation is None:
            await reply(context, action, notice(wording.expired))
            return
        lines = explanation_lines(explanation, wording, stamp, one_line)
        await reply(context, action, told(lines))

    async def _rate(self, action: Action, wording: Wording) -> None:
        context = self._context
        verdict, _, question_id = action.value.partition(":")
        person = await context.directory.person(action.team, action.user)
        context.services.ledger.questions.rate(
            question_id, asker_of(person, action.team), is_good=verdict == "good"
        )
        if verdict == "good":
            await reply(context, action, notice(wording.thanks))
            return
        client = (await context.workspaces.of(action.team)).client
        field = text_field("comment", wording.wrong_label, is_long=True, is_needed=True)
        about = f"{question_id} {action.response_url}"
        view = form("wrong", about, wording.wrong_title, wording, [field])
        await client.views_open(trigger_id=action.trigger, view=view)

    async def _wrong(self, submission: ViewSubmission, wording: Wording) -> None:
        context = self._context
        question_id, _, url = submission.about.partition(" ")
        person = await context.directory.person(submission.team, submission.user)
        context.services.ledger.questions.rate(
            question_id,
            asker_of(person, submission.team),
            is_good=False,
            comment=submission.values.get("comment", ""),
        )
        await context.sender.respond(url, notice(wording.thanks))

    async def _readers(self, action: Action) -> frozenset[str]:
        """Returns what all who read the message that was pressed on may see."""
        if action.is_ephemeral:
            return await self._context.audiences.of_person(action.team, action.user)
        return await self._context.readers(Spot(action.team, action.channel), action.user)

    async def _is_alone(self, action: Action) -> bool:
        conversation = await self._context.directory.conversation(action.team, action.channel)
        return action.is_ephemeral or conversation.is_direct


async def _nothing(action: Action, wording: Wording) -> None:
    """Does nothing: Slack opens links by itself, and tells of it."""


def page_of(action: Action) -> int:
    """Returns which page a button turns to."""
    number = action.action.partition(":")[2]
    return int(number) if number.isdecimal() else 1
