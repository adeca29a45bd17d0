"""Private replies to whoever pressed a button or used a command."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from adapters.chat.error_text import sentence
from adapters.discord.rendering.escaping import as_quote, escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from adapters.discord.sender import FAILURES, is_gone

if TYPE_CHECKING:
    from collections.abc import Iterable

    import discord

    from adapters.chat.wording import Wording

_log: Final = logging.getLogger(__name__)

LONGEST_PART: Final = 1_900
"""Characters in one message of what is given back: each may be escaped."""


async def say(interaction: discord.Interaction, *lines: str) -> None:
    """Tell something to whoever pressed or asked, alone."""
    view = lines_view(map(escaped_line, lines))
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.send_message(
            view=view, ephemeral=True, allowed_mentions=NO_PINGS
        )


async def give_back(interaction: discord.Interaction, lines: Iterable[str], text: str) -> None:
    """Tell why nothing was made of what somebody wrote, and return it."""
    await say(interaction, *lines)
    for start in range(0, len(text), LONGEST_PART):
        view = lines_view([as_quote(text[start : start + LONGEST_PART])])
        await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NO_PINGS)


async def fail(interaction: discord.Interaction, error: Exception, wording: Wording) -> None:
    """Tell whoever pressed or asked that it failed, where they can still be told."""
    if is_gone(error):
        _log.info("an interaction was answered by another process, or too late")
        return
    with suppress(*FAILURES):
        await say(interaction, sentence(error, wording))
