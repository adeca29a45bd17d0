"""What the parts of the Discord adapter share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.discord.audience import Place, is_age_restricted
from adapters.discord.translate import reference

if TYPE_CHECKING:
    from pathlib import Path

    import discord

    from adapters.discord.posting import Posting
    from adapters.discord.seeing import Seeing
    from adapters.in_flight import InFlight
    from bot.asking import Backroom, Desk
    from bot.messages import Answer


@dataclass(frozen=True, slots=True)
class Office:
    """Everything that a connected bot works with.

    Attributes:
        client: The connection.
        desk: Takes questions.
        room: What stands behind it.
        seeing: Tells who may see what.
        posting: Sends.
        in_flight: Counts the answers in hand.
        imports: Where attached files wait to be read.
        language: `en`, `fr`, or `auto` for the asker's.
    """

    client: discord.Client
    desk: Desk
    room: Backroom
    seeing: Seeing
    posting: Posting
    in_flight: InFlight
    imports: Path
    language: str

    @property
    def me(self) -> discord.ClientUser:
        """Is who we are; only once connected."""
        if self.client.user is None:
            raise RuntimeError("not connected yet")
        return self.client.user

    async def keep(
        self,
        answer: Answer,
        sent: discord.Message | discord.InteractionMessage,
        *,
        page: int = 1,
        names_asker: bool = False,
    ) -> None:
        """Remembers that a message is an answer, and corrects it if it is out of date by now.

        Args:
            answer: The answer.
            sent: The message.
            page: Which page of it is shown.
            names_asker: It says who asked what.
        """
        if sent.flags.ephemeral:  # it cannot be replied to, nor changed later on
            return
        name, corrections = reference(sent.channel.id, sent.id), self.room.corrections
        corrections.posted(answer, name, page=page, names_asker=names_asker)
        await corrections.check(name)

    async def readers(
        self, interaction: discord.Interaction, *, is_private: bool
    ) -> frozenset[str]:
        """Returns what all readers of a reply to this interaction may see."""
        alone = is_private or is_ours_alone(interaction)
        if alone:
            return await self.own(interaction)
        return await self.seeing.everybody_in(interaction.channel)

    async def own(self, interaction: discord.Interaction) -> frozenset[str]:
        """Return what whoever acts may see of what may be shown where they are."""
        place = interaction.channel
        among_adults = (
            is_age_restricted(place) if isinstance(place, Place) else interaction.context.dm_channel
        )
        return await self.seeing.one(interaction.user, interaction.guild, among_adults=among_adults)


def is_ours_alone(interaction: discord.Interaction) -> bool:
    """Says whether nobody but the person and we read this place."""
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        return True
    return interaction.context.dm_channel and not isinstance(interaction.channel, Place)
