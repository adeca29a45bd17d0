"""Pinned answers: admins pin a message to a question, and take it off in the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.lines.pinned import SHOWN, pinned_lines
from adapters.markup.styled import title_words
from adapters.slack.ids import PLATFORM, account_id, post_id
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.rendering.blocks import button, notice, stamp, told
from adapters.slack.rendering.given_back import with_words
from adapters.slack.rendering.menus import menu_name
from adapters.slack.rendering.modals import form, text_field
from bot.questions.pinned import PinnedAnswers
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, SlashCommand, ViewSubmission
    from adapters.slack.rendering.blocks import Outgoing


class PinnedCommands:
    """What admins do with the pinned answers of a workspace."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._pinned = PinnedAnswers(context.services.ledger)
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "pin_answer": self._offer,
            "unpin": self._unpin,
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "pin": self._pin
        }

    async def show(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """List what is pinned, for an admin alone."""
        del rest
        await reply(self._context, command, await self._list(command.team, command.user, wording))

    async def _offer(self, action: Action, wording: Wording) -> None:
        """Ask to which question a message is to be pinned."""
        context, said = self._context, wording.answering
        if not await self._context.may_be_managed_by(action.team, action.user):
            await reply(context, action, notice(wording.admins_only))
            return
        id_ = post_id(action.team, action.channel, action.ts)
        audience = await context.audiences.of_person(action.team, action.user)
        post, question = await context.services.library.question_of(id_, audience)
        if post is None:
            await reply(context, action, notice(said["mark.not_stored"]))
            return
        field = text_field("question", said["pin.label"], is_needed=True)
        if question:
            field["element"]["initial_value"] = question
        view = form("pin", f"{id_} {action.response_url}", said["pin.title"], wording, [field])
        client = (await context.workspaces.of(action.team)).client
        await client.views_open(trigger_id=action.trigger, view=view)

    async def _pin(self, submission: ViewSubmission, wording: Wording) -> None:
        id_, _, url = submission.about.partition(" ")
        team, user = submission.team, submission.user
        question = one_line(submission.values.get("question", ""))
        message = with_words(notice(wording.admins_only), question)
        if await self._context.may_be_managed_by(team, user):
            account = account_id(team, user)
            library = self._context.services.library
            is_pinned = await self._pinned.pin(
                PLATFORM, team, question, id_, account, library=library
            )
            said = wording.answering["pin.done" if is_pinned else "pin.full"]
            message = notice(said.format(question=question))
        await self._context.sender.respond(url, message)

    async def _unpin(self, action: Action, wording: Wording) -> None:
        if not await self._context.may_be_managed_by(action.team, action.user):
            await reply(self._context, action, notice(wording.admins_only))
            return
        self._pinned.unpin(PLATFORM, action.team, action.value)
        shown = await self._list(action.team, action.user, wording)
        await show_instead(self._context, action, shown)

    async def _list(self, team: str, user: str, wording: Wording) -> Outgoing:
        context, pinned = self._context, self._pinned.of(PLATFORM, team)
        audience = await context.audiences.of_person(team, user)
        posts = await context.services.library.posts([each.post_id for each in pinned])
        label = wording.answering["unpin"]
        buttons = [
            button(label.format(number=number), f"unpin:{number}", each.mark)
            for number, each in enumerate(pinned[:SHOWN], start=1)
        ]
        return told(
            pinned_lines(
                pinned,
                posts,
                audience,
                wording,
                show_date=stamp,
                escaped=one_line,
                called=title_words,
                menu=menu_name("pin"),
            ),
            buttons,
        )
