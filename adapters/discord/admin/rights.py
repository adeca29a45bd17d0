"""Looks again, at each press, whether whoever presses still looks after the posts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from adapters.discord.private_replies import give_back
from adapters.discord.rendering.modals import typed_text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    import discord

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.rendering.custom_ids import Pressed

    Handler = Callable[[discord.Interaction, Pressed, Wording], Awaitable[None]]

GRANTED: Final = timedelta(minutes=15)
"""How long Discord lets a private reply to a command be changed, and so pressed on with effect."""


class AdminRights:
    """Who may press what `/posts` showed.

    A server's owner may grant `/posts` to others under *Integrations*, which Discord tells us by
    nothing but the command itself: it is remembered as long as its reply can be changed. Whoever
    had the right to manage the server when they used it is not among those, and is refused as soon
    as they have it no longer.
    """

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._granted: dict[tuple[int | None, int], datetime] = {}

    def note(self, interaction: discord.Interaction) -> None:
        """Remember who used `/posts` without a right of their own."""
        now = interaction.created_at
        self._granted = {who: at for who, at in self._granted.items() if now - at < GRANTED}
        if not self._context.may_manage_by(interaction):
            self._granted[interaction.guild_id, interaction.user.id] = now

    def has(self, interaction: discord.Interaction) -> bool:
        """Return whether whoever presses may do so."""
        at = self._granted.get((interaction.guild_id, interaction.user.id))
        is_granted = at is not None and interaction.created_at - at < GRANTED
        return is_granted or self._context.may_manage_by(interaction)

    def guarded(self, handler: Handler) -> Handler:
        """Return what does the same for admins, and tells others that it is not for them."""

        async def press(
            interaction: discord.Interaction, pressed: Pressed, wording: Wording
        ) -> None:
            if self.has(interaction):
                await handler(interaction, pressed, wording)
            else:
                await give_back(interaction, [wording.admins_only], typed_text(interaction))

        return press
