"""Does what the buttons and forms of answers say, whenever the message with them was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.chat.answer_actions import AnswerActions
from adapters.slack.access.directory import asker_of
from adapters.slack.api.refusals import MessageGone, NotAllowed
from adapters.slack.ids import Spot
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.questions.who_asked import who_asked
from adapters.slack.rendering.blocks import laid_out, notice, stamp, told
from adapters.slack.rendering.modals import form, text_field
from bot.errors import DeliveryError
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.answer_actions import ShownAnswer
    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, ViewSubmission
    from bot.question_and_answer import Asker, Question

    Handler = Callable[[Action, Wording], Awaitable[None]]
    FormHandler = Callable[[ViewSubmission, Wording], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SlackPress:
    """A press of a button in Slack."""

    context: SlackContext
    action: Action
    wording: Wording

    @property
    def channel(self) -> str:
        """The id of the conversation that the message stands in."""
        return self.action.channel

    @property
    def message(self) -> str:
        """What the message that was pressed on is called in the ledger."""
        return Spot(self.action.team, self.action.channel).message(self.action.ts)

    async def remove(self) -> None:
        """Take the message that was pressed on away."""
        action, sender = self.action, self.context.sender
        if action.is_ephemeral:  # only its address takes it away
            await sender.retract(action.response_url)
            return
        try:
            await sender.delete(Spot(action.team, action.channel), action.ts)
        except MessageGone:
            pass
        except DeliveryError:  # where we are no member, only its address takes it away
            await sender.retract(action.response_url)

    async def is_alone(self) -> bool:
        """Return whether only the user reads the message that was pressed on."""
        action = self.action
        if action.is_ephemeral:
            return True
        return (await self.context.directory.conversation(action.team, action.channel)).is_direct

    async def may_share(self) -> bool:
        """Return whether that message is private in a channel."""
        action = self.action
        is_answered = self.context.answers_in(action.team, action.channel)
        return is_answered and action.is_ephemeral and not action.channel.startswith("D")

    async def readers(self) -> frozenset[str]:
        """Return what all who read the message may see."""
        action = self.action
        if action.is_ephemeral:
            return await self.own()
        return await self.context.readers(Spot(action.team, action.channel), action.user)

    async def everyone_here(self) -> frozenset[str]:
        """Return what all readers of the channel may see."""
        return await self.context.audiences.of_channel(self.action.team, self.action.channel)

    async def own(self) -> frozenset[str]:
        """Return what the user may see."""
        return await self.context.audiences.of_person(self.action.team, self.action.user)

    async def user(self) -> Asker:
        """Return the user."""
        action = self.action
        return asker_of(await self.context.directory.person(action.team, action.user), action.team)

    async def has_asked(self) -> bool:
        """Return whether Slack itself shows that the message answers this user."""
        action = self.action
        spot = Spot(action.team, action.channel, action.thread_ts)
        if await self.is_alone():
            return True
        return await who_asked(self.context, spot, action.ts) == action.user

    async def public_wording(self, question: Question) -> Wording:
        """Return the language of the question, or else of the user who asked."""
        asked_by = question.asker.id.partition("/")[2]
        person = await self.context.directory.person(self.action.team, asked_by)
        return self.context.wording_for(question, person)

    async def post(self, shown: ShownAnswer, key: str) -> None:
        """Post an answer in the conversation, and note what the message cites."""
        context, action = self.context, self.action
        spot = Spot(action.team, action.channel, action.thread_ts)
        message = laid_out(shown.card, shown.wording)
        try:
            ts = await context.sender.post(spot, message, key)
        except NotAllowed:
            # A command works where we are no member, and so does its address.
            await context.sender.respond(action.response_url, message, in_channel=True)
        else:
            await self.keep(shown, spot.message(ts))

    async def keep(self, shown: ShownAnswer, message: str) -> None:
        """Note what a message cites."""
        await self.context.keep(
            shown.answer, message, page=shown.page, names_asker=shown.names_asker,
            is_beside=shown.is_beside,
        )  # fmt: skip


class AnswerButtons:
    """The buttons under answers."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._actions = AnswerActions(context.questions, context.services, context.tasks)
        self.buttons: Mapping[str, Handler] = {
            "page": self._turn_page,
            "share": self._share,
            "only_me": self._only_me,
            "why": self._why,
            "around": self._around,
            "take_away": self._take_away,
            "feedback": self._rate,
        }
        self.forms: Mapping[str, FormHandler] = {"wrong": self._wrong}

    async def _turn_page(self, action: Action, wording: Wording) -> None:
        context = self._context
        press = SlackPress(context, action, wording)
        shown = await self._actions.turn_page(press, action.value, page_of(action))
        if shown is None:
            await reply(context, action, notice(wording.expired))
            return
        await show_instead(context, action, laid_out(shown.card, shown.wording))
        if not action.is_ephemeral:
            message = Spot(action.team, action.channel).message(action.ts)
            await press.keep(shown, message)

    async def _share(self, action: Action, wording: Wording) -> None:
        context = self._context
        card = await self._actions.share(SlackPress(context, action, wording), action.value)
        if card is None:
            await reply(context, action, notice(wording.expired))
            return
        await show_instead(context, action, laid_out(card, wording))

    async def _only_me(self, action: Action, wording: Wording) -> None:
        context = self._context
        press = SlackPress(context, action, wording)
        shown = await self._actions.only_me(press, action.value, page_of(action))
        if shown is None:
            await reply(context, action, notice(wording.expired))
        elif action.is_ephemeral:
            await show_instead(context, action, laid_out(shown.card, wording))
        elif standing := await reply(context, action, laid_out(shown.card, wording)):
            await press.keep(replace(shown, is_beside=True), standing)

    async def _why(self, action: Action, wording: Wording) -> None:
        press = SlackPress(self._context, action, wording)
        lines = await self._actions.why(press, action.value, stamp, one_line)
        message = told(lines) if lines else notice(wording.expired)
        await reply(self._context, action, message)

    async def _around(self, action: Action, wording: Wording) -> None:
        press = SlackPress(self._context, action, wording)
        shown = await self._actions.around(press, action.value, page_of(action))
        message = laid_out(shown.card, wording) if shown else notice(wording.expired)
        standing = await reply(self._context, action, message)
        if shown and standing:
            await press.keep(shown, standing)

    async def _take_away(self, action: Action, wording: Wording) -> None:
        press = SlackPress(self._context, action, wording)
        said = await self._actions.take_away(press, action.value)
        if said:
            await reply(self._context, action, notice(said))

    async def _rate(self, action: Action, wording: Wording) -> None:
        context = self._context
        verdict, _, question_id = action.value.partition(":")
        person = await context.directory.person(action.team, action.user)
        is_kept = await self._actions.rate(
            question_id, asker_of(person, action.team), is_good=verdict == "good"
        )
        if verdict == "good" or not is_kept:
            said = wording.thanks if is_kept else wording.ratings["not_kept"]
            await reply(context, action, notice(said))
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
        is_kept = await self._actions.rate(
            question_id,
            asker_of(person, submission.team),
            is_good=False,
            comment=submission.values.get("comment", ""),
        )
        said = wording.thanks if is_kept else wording.ratings["not_kept"]
        await context.sender.respond(url, notice(said))


def page_of(action: Action) -> int:
    """Return which page a button turns to."""
    number = action.action.partition(":")[2]
    return int(number) if number.isdecimal() else 1
