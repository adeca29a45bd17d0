"""The questions that nothing answered: shown to who looks after the posts, answered by them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import discord

from adapters.discord.audience import Place, is_open_to_all, label_for
from adapters.discord.buttons import Pressed, custom_id
from adapters.discord.escaping import as_quote, escaped_line
from adapters.discord.forms import form, typed_text
from adapters.discord.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.posting import FAILURES
from adapters.discord.pressing import say
from adapters.discord.translate import asker, wording_for_locale, wording_of
from index.clock import utc_now
from index.posts import Post

if TYPE_CHECKING:
    from adapters.discord.office import Office
    from adapters.wording import Wording
    from bot.ledger.questions import OpenQuestion
    from bot.messages import Question

SHOWN: Final = 5
"""Open questions in one message: each has a row of buttons."""

SOURCE: Final = "answers"

_log: Final = logging.getLogger(__name__)


class Unanswered:
    """Lists open questions, and makes posts of their answers."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._questions = office.room.ledger.questions
        self.buttons = {
            "answer": self._ask_for_answer,
            "answered": self._answer,
            "dismiss": self._dismiss,
        }

    async def show(self, interaction: discord.Interaction) -> None:
        """Shows the open questions of a server, as far as their places may be seen."""
        wording = wording_for_locale(interaction.locale, self._office.language)
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
        name = custom_id("answered", pressed.subject)
        await interaction.response.send_modal(
            form(wording.answer_title, wording.answer_label, name)
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
        told = [await self._tell(question, interaction.user, text) for question in asked]
        openly = next((each for each in asked if not each.is_private), asked[0])
        post = self._post(openly, interaction, text, next(filter(None, told), None))
        await self._office.room.library.save([post])
        self._office.seeing.learn([post.audience])
        await say(
            interaction, wording.answer_kept.format(count=sum(link is not None for link in told))
        )

    def _post(
        self, question: Question, interaction: discord.Interaction, text: str, url: str | None
    ) -> Post:
        """Returns the answer as a post, for those who may read where the question was asked."""
        guild_id = interaction.guild_id
        place, audience = self._place(question), f"discord:{guild_id}"
        if not question.is_private:
            # A place that is gone had its readers, and nobody can tell who they were.
            audience = label_for(place) if place else question.place
            audience = f"discord:{guild_id}" if place and is_open_to_all(place) else audience
        return Post(
            id=f"discord:{guild_id}/{SOURCE}/{question.id}",
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

    async def _tell(
        self, question: Question, writer: discord.User | discord.Member, text: str
    ) -> str | None:
        """Tells whoever asked, where they asked or else alone.

        Returns:
            The link to the message, "" where nobody else may follow it; None where they could
            not be told.
        """
        wording = wording_of(question.text, self._office.language)
        said = wording.answer_given.format(
            name=escaped_line(writer.display_name), question=escaped_line(question.text[:300])
        )
        view = lines_view([f"<@{question.asker.id}> {said}", as_quote(text[:3000])])
        pings = discord.AllowedMentions(users=[discord.Object(int(question.asker.id))])
        place = None if question.is_private else self._place(question)
        targets: list[discord.abc.Messageable] = []
        if isinstance(place, discord.abc.Messageable):
            targets.append(place)
        try:
            targets.append(await self._office.client.fetch_user(int(question.asker.id)))
        except FAILURES:
            _log.debug("an asker is gone")
        for target in targets:
            try:
                sent = await self._office.posting.send(target, view, f"a{question.id}", pings=pings)
            except FAILURES:
                continue
            # A link to somebody's direct messages leads nobody else anywhere.
            return sent.jump_url if target is place else ""
        return None

    async def _open(self, interaction: discord.Interaction) -> list[OpenQuestion]:
        room = f"discord:{interaction.guild_id}"
        found = self._questions.unanswered("discord", room, 5 * SHOWN)
        return [each for each in found if await self._may_see(interaction, each.question)][:SHOWN]

    async def _may_see(self, interaction: discord.Interaction, question: Question) -> bool:
        if question.is_private:
            return True
        place = self._place(question)
        return place is not None and await self._office.seeing.may_see(interaction.user, place)

    def _place(self, question: Question) -> Place | None:
        id_ = question.place.partition(":")[2]
        place = self._office.client.get_channel(int(id_)) if id_.isdecimal() else None
        return place if isinstance(place, Place) else None
