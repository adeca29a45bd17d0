"""The commands that anybody may use: /ask, /help, /forget-me, and four menus."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import discord
from discord import app_commands

from adapters.chat.answer_notes import mark_note
from adapters.chat.cards import Card, earlier_card, related_card
from adapters.chat.error_text import sentence
from adapters.chat.quotes import Pointer, credit
from adapters.discord.ids import asker, id_of, reference
from adapters.discord.locale import said, wording_for_locale
from adapters.discord.private_replies import say
from adapters.discord.questions.message_to_question import question_of
from adapters.discord.rendering.layout import NO_PINGS, card_view, lines_view
from bot.errors import EmptyQuestion
from bot.posts.answer_marks import Marker
from bot.questions.beside_answers import beside
from bot.questions.quoting.post_references import citation
from bot.questions.unasked import earlier
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from adapters.chat.wording import Wording
    from adapters.discord.admin.erasure import ErasureCommands
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.ask_command import AskCommand
    from bot.question_and_answer import Question
    from index.search_scope import Named


LONGEST_CHOICE = 100

Choice = app_commands.Choice[str]


class Commands:
    """What anybody may ask of us by command."""

    def __init__(
        self, context: DiscordContext, ask_command: AskCommand, erasure: ErasureCommands
    ) -> None:
        self._context = context
        self._ask_command = ask_command
        self._erasure = erasure

    def add_to(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add all commands to the tree, for servers and for people who installed us."""
        anywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        installs = app_commands.allowed_installs(guilds=True, users=True)
        for command in (self._ask(), self._help(), self._forget_me()):
            tree.add_command(anywhere(installs(command)))
        for name, callback in (
            ("related", self._related),
            ("earlier", self._earlier),
            ("person", self._by_person),
        ):
            menu = app_commands.ContextMenu(name=said(f"menu.{name}"), callback=callback)
            tree.add_command(anywhere(installs(menu)))
        mark = app_commands.ContextMenu(name=said("menu.answer"), callback=self._mark_answer)
        tree.add_command(app_commands.guild_only(mark))

    def _ask(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="ask", description=said("ask"))
        @app_commands.rename(author="from", source="in")
        @app_commands.describe(
            question=said("ask.question"),
            author=said("ask.from"),
            source=said("ask.in"),
            since=said("ask.since"),
            until=said("ask.until"),
            kind=said("ask.kind"),
            private=said("ask.private"),
        )
        @app_commands.autocomplete(author=self._names("author"), source=self._names("source"))
        async def ask(  # noqa: PLR0917 - Discord gives them by name
            interaction: discord.Interaction,
            question: str,
            author: str = "",
            source: str = "",
            since: str = "",
            until: str = "",
            kind: Literal["post", "comment"] | None = None,
            private: bool = False,
        ) -> None:
            days = {"since": since, "until": until}
            filters = {"from": author, "in": source, **days, "kind": kind or ""}
            await self._ask_command.answer(interaction, question, filters, is_private=private)

        return ask

    def _help(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="help", description=said("help"))
        async def tell(interaction: discord.Interaction) -> None:
            wording = self._context.wording(interaction)
            view = lines_view([wording.help])
            await interaction.response.send_message(view=view, ephemeral=True)

        return tell

    def _forget_me(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="forget-me", description=said("forget-me"))
        async def forget_me(interaction: discord.Interaction) -> None:
            await self._erasure.offer_own(interaction)

        return forget_me

    def _names(
        self, what: Named
    ) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice]]]:
        async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice]:
            # Only the asker sees what is offered.
            audience = await self._context.readers(interaction, is_private=True)
            names = await self._context.services.library.names(what, typed, audience)
            return [Choice(name=name, value=name) for name in names if len(name) <= LONGEST_CHOICE]

        return complete

    async def _related(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Show, to whoever asks, posts like a message; its text comes with the command."""

        async def found(wording: Wording) -> Card:
            audience = await self._context.readers(interaction, is_private=True)
            try:
                question = self._sought(interaction, message, audience)
            except EmptyQuestion:
                return Card("", (wording.offering["no_words"],))
            if question is None:
                return Card("", (wording.offering["related.own"],))
            answer = await self._context.questions.look(replace(question, seeks_alike=True))
            return related_card(answer, wording)

        await self._show(interaction, found)

    def _sought(
        self, interaction: discord.Interaction, message: discord.Message, audience: frozenset[str]
    ) -> Question | None:
        """Return what seeks posts like a message; None for one of ours that answers nothing."""
        made = partial(question_of, interaction, message, audience)
        if not self._is_ours(message):
            return made()
        name = reference(message.channel.id, message.id)
        return beside(self._context.services.ledger, name, lambda text: made(text=text))

    def _is_ours(self, message: discord.Message) -> bool:
        me = self._context.client.user
        return me is not None and message.author.id == me.id

    async def _earlier(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answer what a message asks from what was answered before, to whoever chose the menu."""

        async def found(wording: Wording) -> Card:
            if self._is_ours(message):
                return Card("", (wording.offering["earlier.own"],))
            audience = await self._context.readers(interaction, is_private=True)
            try:
                question = question_of(interaction, message, audience)
            except EmptyQuestion:
                return Card("", (wording.offering["no_words"],))
            answer = await self._context.questions.look(question)
            return earlier_card(earlier(answer), wording)

        await self._show(interaction, found)

    async def _mark_answer(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Mark a message as the answer to its question, or take that back."""
        wording = wording_for_locale(interaction.locale, self._context.language)
        with self._context.tasks.answering():
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                with crashes_as_errors():
                    marker = Marker(
                        asker(interaction.user).account,
                        self._context.may_manage_by(interaction),
                        await self._context.readers(interaction, is_private=True),
                        self._context.trusted_by(interaction.user),
                    )
                    marks = self._context.services.library.marks
                    marked = await marks.mark(id_of(message), marker)
            except Exception as error:  # noqa: BLE001 - whoever marked gets a reply
                await say(interaction, sentence(error, wording))
            else:
                await say(interaction, mark_note(marked, wording))

    async def _by_person(
        self, interaction: discord.Interaction, person: discord.User | discord.Member
    ) -> None:
        """Show, to whoever asks, the newest posts of a person."""

        async def found(wording: Wording) -> Card:
            audience = await self._context.readers(interaction, is_private=True)
            posts = await self._context.services.library.written_by(
                asker(person).account, audience, 5
            )
            cited = [citation(number, post) for number, post in enumerate(posts, start=1)]
            pointers = tuple(
                Pointer(each.title, credit(each, wording), each.post_id) for each in cited
            )
            line = wording.by_person if posts else wording.nothing_by_person
            return Card("", (line.format(name=person.display_name),), pointers=pointers)

        await self._show(interaction, found)

    async def _show(
        self,
        interaction: discord.Interaction,
        found: Callable[[Wording], Awaitable[Card]],
    ) -> None:
        wording = self._context.wording(interaction)
        with self._context.tasks.answering():
            await interaction.response.defer(ephemeral=True, thinking=True)
            try:
                with crashes_as_errors():
                    view = card_view(await found(wording), wording)
            except Exception as error:  # noqa: BLE001 - whoever asked gets a reply
                await say(interaction, sentence(error, wording))
            else:
                await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
