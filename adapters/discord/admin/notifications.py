"""What an admin who answers an open question sees on Discord, and how its askers are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.lines.unanswered import short
from adapters.discord.access.citable_posts import Place, is_open_to_all, label, label_for
from adapters.discord.ids import reference
from adapters.discord.rendering.escaping import as_quote, escaped_line
from adapters.discord.rendering.layout import lines_view
from adapters.discord.sender import FAILURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.context import DiscordContext
    from bot.question_and_answer import Question


LONGEST_ANSWER: Final = 3_000


class DiscordAdmin:
    """An admin of one server, and what they wrote: "" while it is only planned."""

    def __init__(
        self,
        context: DiscordContext,
        guild: discord.Guild,
        writer: discord.abc.User,
        text: str = "",
    ) -> None:
        self._context = context
        self._guild = guild
        self._writer = writer
        self._text = text
        self._links: dict[str, str] = {}

    async def may_see(self, question: Question) -> bool:
        """Return whether the admin may see where a question was openly asked."""
        place = place_of_question(self._context, question)
        return place is not None and await self._context.visibility.may_see(self._writer, place)

    async def places(self, asked: Sequence[Question]) -> dict[str, str]:
        """Return the names of the places of these questions that the admin may see."""
        found = {each.conversation: place_of_question(self._context, each) for each in asked}
        return {
            name: f"#{place.name}"
            for name, place in found.items()
            if place and await self._context.visibility.may_see(self._writer, place)
        }

    async def audiences(self, question: Question) -> Sequence[str]:
        """Return who may read an answer: those who may read where the question was asked."""
        place = place_of_question(self._context, question)
        if question.is_private or (place and is_open_to_all(place)):
            found = label(self._guild)
        else:
            # A place that is gone had its readers, and nobody can tell who they were.
            found = label_for(place) if place else question.conversation
        self._context.visibility.learn([found])
        return [found]

    def link(self, question: Question) -> str | None:
        """Return where the answer to a question was posted for all readers of its place."""
        return self._links.get(question.id)

    async def sees(self, question: Question) -> frozenset[str] | None:
        """Return what the asker may see now; None where Discord does not tell."""
        try:
            user = await self._context.client.fetch_user(int(question.asker.id))
            return await self._context.visibility.one(user, self._guild, among_adults=True)
        except FAILURES:
            return None

    async def readers(self, question: Question) -> frozenset[str]:
        """Return what all who read the channel of a question may see now."""
        place = place_of_question(self._context, question)
        return await self._context.visibility.everybody_in(place) if place else frozenset()

    async def tell(self, question: Question, *, here: bool) -> str:
        """Tell the asker, where they asked or else alone; return the message, "" for none."""
        wording = self._context.wording_for(question, self._guild)
        said = wording.answer_given.format(
            name=escaped_line(self._writer.display_name),
            question=escaped_line(short(question.text)),
        )
        view = lines_view([f"<@{question.asker.id}> {said}", as_quote(self._text[:LONGEST_ANSWER])])
        pings = discord.AllowedMentions(users=[discord.Object(int(question.asker.id))])
        try:
            target = (
                place_of_question(self._context, question)
                if here
                else await self._context.client.fetch_user(int(question.asker.id))
            )
            if not isinstance(target, discord.abc.Messageable):
                return ""
            mark = f"a{question.id}"
            sent = await self._context.sender.send(target, view, mark, pings=pings)
        except FAILURES:
            return ""
        if here:
            self._links[question.id] = sent.jump_url
        return reference(sent.channel.id, sent.id)


def place_of_question(context: DiscordContext, question: Question) -> Place | None:
    """Return where a question was asked; None where that is gone or hidden."""
    id_ = question.conversation.partition(":")[2]
    place = context.client.get_channel(int(id_)) if id_.isdecimal() else None
    return place if isinstance(place, Place) else None
