"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from adapters.chat.reports import answered_lines, plan_lines
from adapters.discord.access.audience import is_open_to_all, label, label_for
from adapters.discord.admin.notifications import LONGEST_QUESTION, Telling, place_of_question
from adapters.discord.ids import asker
from adapters.discord.locale import wording_for_locale
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.rendering.modals import form, typed_text
from adapters.discord.replies import say
from adapters.discord.sync.posts import source_name
from bot.admin.notifications import PLAN_SECONDS, openly_asked, planned, told
from index.clock import utc_now
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.admin.notifications import Told
    from bot.ledger.questions import OpenQuestion
    from bot.messages import Question


SHOWN: Final = 5
"""Open questions in one message: each has a row of buttons."""

SOURCE: Final = "answers"


class UnansweredQuestions:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._questions = context.services.ledger.questions
        self.buttons = {
            "answer": self._ask_for_answer,
            "answered": self._answer,
            "dismiss": self._dismiss,
        }

    async def show(self, interaction: discord.Interaction) -> None:
        """Shows the open questions of a server, as far as their places may be seen."""
        wording = wording_for_locale(interaction.locale, self._context.language)
        found = await self._open(interaction)
        lines, buttons = [wording.unanswered if found else wording.unanswered_none], []
        for number, each in enumerate(found, start=1):
            text = escaped_line(each.question.text[:300])
            said = wording.unanswered_item.format(question=text, times=each.times)
            lines.append(f"{number}. {said}")
            for action, verb in (("answer", wording.answer), ("dismiss", wording.dismiss)):
                name = custom_id(action, each.question.id)
                buttons.append(plain_button(f"{verb} {number}", name))
        await interaction.response.send_message(
            view=lines_view(lines, buttons, a_row=2), ephemeral=True, allowed_mentions=NO_PINGS
        )

    async def _ask_for_answer(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        asked, guild = self._questions.open_like(pressed.subject), interaction.guild
        if not asked or guild is None:
            await say(interaction, wording.expired)
            return
        places = await self._places(interaction, asked)
        openly = openly_asked(asked, places)
        audience, plan = self._audience(openly, guild), None
        with suppress(TimeoutError):  # Discord waits for the form for three seconds
            async with asyncio.timeout(PLAN_SECONDS):
                teller = Telling(self._context, guild, interaction.user)
                plan = await self._plan(asked, audience, teller)
        is_for_all = audience == label(guild)
        readers = wording.readers_server if is_for_all else self._called(openly, audience)
        lines = [
            f"“{escaped_line(openly.text[:LONGEST_QUESTION])}”",
            *plan_lines(plan, readers, places, wording, escaped_line),
        ]
        name = custom_id("answered", pressed.subject)
        await interaction.response.send_modal(
            form(wording.answer_title, wording.answer_label, name, lines)
        )

    async def _dismiss(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        self._questions.settle(pressed.subject)
        await say(interaction, wording.dismissed)

    async def _answer(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        text, guild = typed_text(interaction), interaction.guild
        asked = self._questions.settle(pressed.subject)
        if not asked or not text or guild is None:
            await say(interaction, wording.expired)
            return
        openly = openly_asked(asked, await self._places(interaction, asked))
        audience = self._audience(openly, guild)
        teller = Telling(self._context, guild, interaction.user, text)
        done = await told(await self._plan(asked, audience, teller), teller)
        # A link to where it was asked: the post's readers may follow it.
        post = self._post(openly, interaction, text, audience, teller.links.get(openly.id))
        await self._context.services.library.save([post])
        await say(interaction, *answered_lines(done, wording))

    def _audience(self, question: Question, guild: discord.Guild) -> str:
        """Return who may read an answer: those who may read where the question was asked."""
        place = place_of_question(self._context, question)
        if question.is_private or (place and is_open_to_all(place)):
            return label(guild)
        # A place that is gone had its readers, and nobody can tell who they were.
        return label_for(place) if place else question.conversation

    async def _plan(self, asked: Sequence[Question], audience: str, teller: Telling) -> list[Told]:
        self._context.visibility.learn([audience])
        return await planned(asked, audience, teller)

    async def _places(
        self, interaction: discord.Interaction, asked: Sequence[Question]
    ) -> dict[str, str]:
        """Return the names of the places of these questions that the admin may see."""
        found = {each.conversation: place_of_question(self._context, each) for each in asked}
        return {
            name: f"#{place.name}"
            for name, place in found.items()
            if place and await self._context.visibility.may_see(interaction.user, place)
        }

    def _called(self, question: Question, audience: str) -> str:
        """Return what people call the channel whose readers may read an answer."""
        place = place_of_question(self._context, question)
        if place is None:
            return "–"
        return f"#{place.name}" if label(place) == audience else source_name(place)

    def _post(
        self,
        question: Question,
        interaction: discord.Interaction,
        text: str,
        audience: str,
        url: str | None,
    ) -> Post:
        """Returns the answer as a post."""
        return Post(
            id=f"discord:{interaction.guild_id}/{SOURCE}/{question.id}",
            source=SOURCE,
            text=text,
            title="" if question.is_private else question.text,
            author=interaction.user.display_name,
            url=url,
            posted_at=utc_now(),
            audience=audience,
            author_id=asker(interaction.user).account,
            titled_by=None if question.is_private else question.asker.account,
        )

    async def _open(self, interaction: discord.Interaction) -> list[OpenQuestion]:
        room = f"discord:{interaction.guild_id}"
        found = self._questions.unanswered("discord", room, 5 * SHOWN)
        return [each for each in found if await self._may_see(interaction, each.question)][:SHOWN]

    async def _may_see(self, interaction: discord.Interaction, question: Question) -> bool:
        if question.is_private:
            return True
        place = place_of_question(self._context, question)
        return place is not None and await self._context.visibility.may_see(interaction.user, place)
