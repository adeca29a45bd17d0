"""What the parts of the Discord adapter share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from adapters.discord.access.citable_posts import Place, is_age_restricted
from adapters.discord.ids import ledger_id, reference, role_id
from adapters.discord.locale import wording_for_locale, wording_of
from bot.ledger.workspace_settings import DEFAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from adapters.chat.tasks import TaskTracker
    from adapters.chat.wording import Wording
    from adapters.discord.access.live_audience import Visibility
    from adapters.discord.history import History
    from adapters.discord.sender import Sender
    from bot.ledger.workspace_settings import WorkspaceSettings
    from bot.question_and_answer import Answer, Question
    from bot.questions.service import QuestionService
    from bot.services import Services
    from bot.settings.values import Shards


@dataclass(frozen=True, slots=True)
class DiscordContext:
    """Everything that a connected bot works with.

    Attributes:
        client: The connection.
        questions: Takes questions.
        services: What stands behind it.
        visibility: Tells who may see what.
        sender: Sends.
        tasks: Counts the answers in hand.
        imports: Where attached files wait to be read.
        language: `en`, `fr`, or `auto` for the asker's, where a server has not set its own.
        history: Reads what was written in a place.
        shards: The servers that this process serves; None for all.
    """

    client: discord.Client
    questions: QuestionService
    services: Services
    visibility: Visibility
    sender: Sender
    tasks: TaskTracker
    imports: Path
    language: str
    history: History
    shards: Shards | None = None

    def serves(self, server_id: int) -> bool:
        """Return whether this process serves a server; 0 stands for direct messages."""
        return self.shards is None or self.shards.have(server_id)

    @property
    def me(self) -> discord.ClientUser:
        """Is who we are; only once connected."""
        if self.client.user is None:
            raise RuntimeError("not connected yet")
        return self.client.user

    def settings(self, guild: discord.abc.Snowflake | None) -> WorkspaceSettings:
        """Return what the admins of a server chose; outside of any, nothing is."""
        if guild is None:
            return DEFAULTS
        return self.services.ledger.settings.of("discord", ledger_id(guild.id))

    def wording(self, interaction: discord.Interaction) -> Wording:
        """Return our words for whoever uses a command or a button."""
        return wording_for_locale(interaction.locale, self.language_in(interaction.guild))

    def wording_of(self, text: str, guild: discord.abc.Snowflake | None) -> Wording:
        """Return our words for what somebody wrote in a server."""
        return wording_of(text, self.language_in(guild))

    def wording_for(self, question: Question, guild: discord.abc.Snowflake | None) -> Wording:
        """Return our words for whoever asked: by their locale, or by what they wrote."""
        if not question.locale:
            return self.wording_of(question.text, guild)
        return wording_for_locale(question.locale, self.language_in(guild))

    def language_in(self, guild: discord.abc.Snowflake | None) -> str:
        """Return the language that was chosen for a server; `auto` for that of whoever reads."""
        if guild is None:
            return self.language
        settings = self.services.ledger.settings
        return settings.language("discord", ledger_id(guild.id)) or self.language

    def answers_in(self, place: object) -> bool:
        """Return whether questions are answered openly in a place."""
        if not isinstance(place, Place):
            return True
        channel_id = getattr(place, "parent_id", None) or place.id
        return self.settings(place.guild).answers(ledger_id(channel_id))

    def may_manage(self, member: discord.Member) -> bool:
        """Return whether somebody looks after the posts of their server."""
        named = ledger_id(member.id) in self.settings(member.guild).admins
        return named or member.guild_permissions.manage_guild

    def may_manage_by(self, interaction: discord.Interaction) -> bool:
        """Return whether whoever presses a button looks after the posts where they do."""
        named = ledger_id(interaction.user.id) in self.settings(interaction.guild).admins
        return named or interaction.permissions.manage_guild

    def trusted_by(self, member: discord.User | discord.Member | None) -> frozenset[str]:
        """Return the roles and the account by which somebody may say what answered."""
        if not isinstance(member, discord.Member):
            return frozenset()
        own = {ledger_id(member.id), *(role_id(each.id) for each in member.roles)}
        return self.settings(member.guild).trusted & own

    async def keep(
        self,
        answer: Answer,
        sent: discord.Message | discord.InteractionMessage,
        *,
        page: int = 1,
        names_asker: bool = False,
        is_beside: bool = False,
    ) -> None:
        """Remember that a message is an answer, and correct it if it is out of date by now.

        Args:
            answer: The answer.
            sent: The message.
            page: Which page of it is shown.
            names_asker: It says who asked what.
            is_beside: It is told to its asker alone, beside the reply.
        """
        if sent.flags.ephemeral:  # it cannot be replied to, nor changed later on
            return
        name, corrections = reference(sent.channel.id, sent.id), self.services.corrections

        async def note() -> None:
            corrections.posted(
                answer, name, page=page, names_asker=names_asker, is_beside=is_beside
            )

        await self.services.away.done(note)  # what is not noted is never corrected
        await corrections.check(name)

    async def readers(
        self, interaction: discord.Interaction, *, is_private: bool
    ) -> frozenset[str]:
        """Return what all readers of a reply to this interaction may see."""
        alone = is_private or is_ours_alone(interaction)
        if alone:
            return await self.own(interaction)
        return await self.visibility.everybody_in(interaction.channel)

    async def own(self, interaction: discord.Interaction) -> frozenset[str]:
        """Return what whoever acts may see of what may be shown where they are."""
        return await self.visibility.one(
            interaction.user, interaction.guild, among_adults=is_among_adults(interaction)
        )


def is_among_adults(interaction: discord.Interaction) -> bool:
    """Return whether what is age-restricted may be shown where somebody acts."""
    place = interaction.channel
    if isinstance(place, Place):
        return is_age_restricted(place)
    return interaction.context.dm_channel


def is_ours_alone(interaction: discord.Interaction) -> bool:
    """Return whether nobody but the person and we read this place."""
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        return True
    return interaction.context.dm_channel and not isinstance(interaction.channel, Place)
