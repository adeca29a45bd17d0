"""The commands and shortcuts that anybody may use: /ask, related posts, and what answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.chat.answer_notes import mark_note
from adapters.chat.cards import answer_card, earlier_card, related_card
from adapters.chat.error_text import sentence, settled
from adapters.chat.hearing import asks_something
from adapters.markup.slack import named_ids, readable
from adapters.slack.access.directory import Person, asker_of
from adapters.slack.ids import Spot, account_id, post_id
from adapters.slack.payloads import SlashCommand
from adapters.slack.private_replies import reply
from adapters.slack.questions.hearing import who
from adapters.slack.questions.message_to_question import question_of, to_question
from adapters.slack.rendering.blocks import laid_out, notice, without_code
from adapters.slack.rendering.modals import ask_form
from bot.errors import AskError, EmptyQuestion
from bot.posts.answer_marks import Marker
from bot.questions.beside_answers import beside
from bot.questions.parsing.filters import MYSELF, parsed, typed_names
from bot.questions.unasked import asked_in, earlier
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, ViewSubmission
    from adapters.slack.rendering.blocks import Outgoing
    from bot.question_and_answer import Question


_FILTERS: Final = ("from", "in", "since", "until", "kind")
_PICKED: Final = {"from": ("person", "<@{}>"), "in": ("channel", "<#{}>")}
"""Filters that are picked in a field of their own, too, and how that would be typed."""


class Commands:
    """What is asked by command, form or shortcut; the answer is for the asker's eyes."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "ask": self._asked_by_form
        }
        self.shortcuts: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "related": self._related,
            "earlier": self._earlier,
            "mark_answer": self._mark_answer,
        }
        self.checks = {"ask": self._wrong}

    async def ask(self, command: SlashCommand, wording: Wording) -> None:
        """Answer `/ask`; open its form where nothing was typed."""
        if not command.text:
            client = (await self._context.workspaces.of(command.team)).client
            about = f"{command.channel} {command.response_url}"
            await client.views_open(trigger_id=command.trigger, view=ask_form(about, wording))
        elif command.text.lower() == "help":
            await reply(self._context, command, notice(without_code(wording.help)))
        else:
            await reply(self._context, command, await self._answer(command, wording))

    async def _asked_by_form(self, submission: ViewSubmission, wording: Wording) -> None:
        channel, _, url = submission.about.partition(" ")
        twice = _said_twice(submission, wording)
        filters = _chosen(submission).values()
        text = " ".join([submission.values.get("question", ""), *filters])
        command = SlashCommand(
            team=submission.team,
            user=submission.user,
            channel=channel,
            channel_name="",
            text=text,
            response_url=url,
            trigger=submission.id,
        )
        # Slack takes a form that is not looked through in time.
        refused = notice(*twice.values()) if twice else None
        await reply(self._context, command, refused or await self._answer(command, wording))

    async def _wrong(self, submission: ViewSubmission, wording: Wording) -> dict[str, str]:
        """Return what is wrong with what a form asks, by its fields, while it is still open."""
        me, spot = Person(submission.user, "", team=submission.team), Spot(submission.team, "")
        typed = {"question": submission.values.get("question", ""), **_chosen(submission)}
        found = _said_twice(submission, wording)
        for name, text in typed.items():
            try:
                asked, _ = parsed(
                    readable(text, {}), utc_now().date(), asker=asker_of(me, submission.team)
                )
                if name == "question":
                    question_of(asked, me, spot, frozenset(), is_private=True)
            except AskError as error:
                found[name] = sentence(error, wording)
        return found

    async def _answer(self, command: SlashCommand, wording: Wording) -> Outgoing:
        return await settled(self._found(command, wording), notice, wording)

    async def _found(self, command: SlashCommand, wording: Wording) -> Outgoing:
        conversation = Spot(command.team, command.channel, reader=command.user).conversation
        with self._context.questions.held(who(command.team, command.user), conversation):
            return await self._answered(command, wording)

    async def _answered(self, command: SlashCommand, wording: Wording) -> Outgoing:
        context = self._context
        person = await context.directory.person(command.team, command.user)
        workspace = await context.workspaces.of(command.team)
        spot = Spot(command.team, command.channel, reader=command.user)
        audience = await context.audiences.of_person(command.team, command.user)
        question = to_question(
            command.text,
            person,
            spot,
            audience,
            bot_user_id=workspace.bot_user_id,
            names=await context.directory.names(command.team, named_ids(command.text), audience),
            is_private=True,
        )
        if question is None or not asks_something(readable(command.text, {})):
            return notice(wording.how_to_ask)
        question = replace(question, locale=person.locale)  # a command is answered in it
        answer = await context.questions.ask(
            question, context.questions.before(spot.conversation, question.asker)
        )
        card = answer_card(answer, wording, may_share=self._may_share(command))
        return laid_out(card, wording)

    def _may_share(self, command: SlashCommand) -> bool:
        is_answered = self._context.answers_in(command.team, command.channel)
        return is_answered and not command.is_direct

    async def _related(self, action: Action, wording: Wording) -> None:
        found = await settled(self._near(action, wording), notice, wording)
        await reply(self._context, action, found)

    async def _earlier(self, action: Action, wording: Wording) -> None:
        found = await settled(self._answered_before(action, wording), notice, wording)
        await reply(self._context, action, found)

    async def _mark_answer(self, action: Action, wording: Wording) -> None:
        said = await settled(self._marked(action, wording), notice, wording)
        await reply(self._context, action, said)

    async def _marked(self, action: Action, wording: Wording) -> Outgoing:
        context = self._context
        person = await context.directory.person(action.team, action.user)
        marker = Marker(
            account_id(action.team, action.user),
            context.may_manage(person),
            await context.audiences.of_person(action.team, action.user),
            await context.trusted_by(action.team, action.user),
        )
        id_ = post_id(action.team, action.channel, action.ts)
        marked = await context.services.library.marks.mark(id_, marker)
        return notice(mark_note(marked, wording))

    async def _near(self, action: Action, wording: Wording) -> Outgoing:
        try:
            sought = await self._sought(action)
        except EmptyQuestion:
            return notice(wording.offering["no_words"])
        if sought is None:
            return notice(wording.offering["related.own"])
        answer = await self._context.questions.look(replace(sought, seeks_alike=True))
        return laid_out(related_card(answer, wording), wording)

    async def _sought(self, action: Action) -> Question | None:
        """Return what seeks posts like a message; None for one of ours that answers nothing."""
        plain = await self._question_of(action)
        if not await self._is_ours(action):
            return plain
        name = Spot(action.team, action.channel).message(action.ts)
        ledger = self._context.services.ledger
        return beside(ledger, name, lambda text: replace(plain, text=text))

    async def _is_ours(self, action: Action) -> bool:
        return action.author == (await self._context.workspaces.of(action.team)).bot_user_id

    async def _answered_before(self, action: Action, wording: Wording) -> Outgoing:
        if await self._is_ours(action):
            return notice(wording.offering["earlier.own"])
        try:
            question = await self._question_of(action)
        except EmptyQuestion:
            return notice(wording.offering["no_words"])
        answer = await self._context.questions.look(question)
        return laid_out(earlier_card(earlier(answer), wording), wording)

    async def _question_of(self, action: Action) -> Question:
        """Return what a message says as a private question of whoever chose its shortcut.

        Nothing in it is a filter, and the message itself is not what is sought.
        """
        context = self._context
        person = await context.directory.person(action.team, action.user)
        spot = Spot(action.team, action.channel, reader=action.user)
        audience = await context.audiences.of_person(action.team, action.user)
        names = await context.directory.names(action.team, named_ids(action.text), audience)
        text = asked_in("", readable(action.text, names))
        question = question_of(text, person, spot, audience, is_private=True)
        return replace(question, without=spot.message(action.ts))


def _said_twice(submission: ViewSubmission, wording: Wording) -> dict[str, str]:
    """Return by fields what is said of filters of which a form has two, and one would be lost."""
    values, said = submission.values, wording.commands["ask.twice"]
    found = {}
    for name, (picker, _) in _PICKED.items():
        if values.get(picker) and values.get(name, "").strip():
            found[name] = said.format(name=name)
    question = readable(values.get("question", ""), {})
    for name in typed_names(question) & {*_PICKED, "kind"}:
        if any(values.get(each, "").strip() for each in (name, *_PICKED.get(name, ())[:1])):
            found["question"] = said.format(name=name)
    return found


def _chosen(submission: ViewSubmission) -> dict[str, str]:
    """Return the filters of a form as they would be typed, by the field that they stand in."""
    found = {}
    for name in _FILTERS:
        field, mention = _PICKED.get(name, ("", ""))
        value = submission.values.get(name, "").replace('"', " ").strip()
        if id_ := submission.values.get(field, ""):
            found[field] = f"{name}:{mention.format(id_)}"
        elif value:
            found[name] = f"{name}:{value}" if value.lower() in MYSELF else f'{name}:"{value}"'
    return found
