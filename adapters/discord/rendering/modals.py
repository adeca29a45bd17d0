"""The one-field forms that are opened by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from adapters.discord.rendering.lengths import cut
from bot.text import without_halves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_TEXT = 4_000


def form(
    title: str, label: str, name: str, lines: Sequence[str] = (), *, typed: str = ""
) -> ui.Modal:
    """Return a form with one field for a text, under lines in which all is escaped.

    What is `typed` stands in the field already.

    It is finished from the start, as our views are: what is sent is told by its name.
    """
    modal = ui.Modal(title=title[:45], custom_id=name, timeout=None)
    if lines:
        modal.add_item(ui.TextDisplay(cut("\n".join(lines), LONGEST_TEXT)))
    field = ui.TextInput[Any](
        style=discord.TextStyle.paragraph,
        required=True,
        max_length=LONGEST_TEXT,
        default=typed or None,
    )
    modal.add_item(ui.Label(text=label[:45], component=field))
    modal.stop()
    return modal


def typed_text(interaction: discord.Interaction) -> str:
    """Return what was typed into a form."""
    data: Mapping[str, Any] = interaction.data or {}
    return without_halves(_value(data.get("components", ()))).strip()


def _value(components: Iterable[Mapping[str, Any]]) -> str:
    for component in components:
        if "value" in component:
            return str(component["value"])
        inner = component.get("components") or [component.get("component") or {}]
        if found := _value(each for each in inner if each):
            return found
    return ""
