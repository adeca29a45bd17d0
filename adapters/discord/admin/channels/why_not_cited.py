"""`/posts why`: which readers keep a channel from being quoted where an admin asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.lines.watching import unknown_line
from adapters.chat.lines.why_not_cited import Obstacle, why_lines
from adapters.discord.access.citable_posts import (
    Place,
    channel_of,
    is_age_restricted,
    label,
    label_for,
)
from adapters.discord.access.readers_kept_out import READING, KeptOut, Roles
from adapters.discord.private_replies import say
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adapters.discord.admin.named_places import NamedPlaces, PickedChannel
    from adapters.discord.context import DiscordContext

_MOST_PAIRS: Final = 5
"""Pairs of roles that are named: who mends one mostly mends the others."""


async def tell_why(
    interaction: discord.Interaction,
    picked: PickedChannel,
    named: NamedPlaces,
    context: DiscordContext,
) -> None:
    """Tell an admin who stands in the way of a channel's posts in the channel of the command."""
    wording = context.wording(interaction)
    here = interaction.channel
    if not isinstance(here, Place):
        await say(interaction, wording.servers_only)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    there = await named.picked(picked)
    if there is None:
        await say(interaction, wording.watching["cannot_read"].format(channel=f"#{picked.name}"))
        return
    if not await context.visibility.may_see(interaction.user, there):
        await say(interaction, unknown_line([str(there.id)], wording))
        return
    shown = f"#{escaped_line(there.name)}"
    stored = await context.services.library.statistics(frozenset({label_for(there)}))
    is_watched = context.services.ledger.channels.get(f"discord:{there.id}") is not None
    lines = why_lines(shown, stored.posts, obstacles(there, here), wording, is_watched=is_watched)
    await interaction.edit_original_response(view=lines_view(lines), allowed_mentions=NO_PINGS)


def obstacles(there: Place, here: Place) -> list[Obstacle]:
    """Return who or what keeps a channel's posts out of a reply in another; pure."""
    own, sought = channel_of(here), channel_of(there)
    if own is None or sought is None:
        return [Obstacle("unknown")]
    if _is_apart(there) and label(there) != label_for(here):
        return [Obstacle("private")]
    roles = Roles(own.guild)
    reading, read = roles.rules(own), roles.rules(sought)
    if own.id == sought.id:
        known = next(roles.kept_out(read, reading, ["read_message_history"]), None) is None
        return [] if known else [Obstacle("history")]
    found = [Obstacle("age_restricted")] if _turns_adult(there, here) else []
    return found + _obstacles(list(roles.kept_out(read, reading)), own.guild)


def _obstacles(kept_out: list[KeptOut], guild: discord.Guild) -> list[Obstacle]:
    """Return those who are kept out, without those that others among them explain."""
    anybody = {each.roles: each.needed for each in kept_out if not each.member}
    if () in anybody:
        return [Obstacle("everyone", needed=anybody[()])]
    found = []
    for needed in READING:
        single = [each[0] for each, lacks in anybody.items() if len(each) == 1 and lacks == needed]
        if single:
            found.append(Obstacle("role", _role_names(single, guild), needed))
    alone = {each[0] for each in anybody if len(each) == 1}
    pairs = [each for each in anybody if len(each) > 1 and alone.isdisjoint(each)]
    found += [
        Obstacle("pair", _role_names(each, guild), anybody[each]) for each in pairs[:_MOST_PAIRS]
    ]
    named: dict[int, Obstacle] = {}
    for each in kept_out:
        if each.member and each.roles not in anybody and each.member not in named:
            named[each.member] = Obstacle("member", (f"<@{each.member}>",), each.needed)
    return [*found, *named.values()]


def _role_names(ids: Iterable[int], guild: discord.Guild) -> tuple[str, ...]:
    names = ((guild.get_role(id_), id_) for id_ in ids)
    return tuple(escaped_line(f"@{role.name}" if role else str(id_)) for role, id_ in names)


def _is_apart(place: Place) -> bool:
    return isinstance(place, discord.Thread) and place.is_private()


def _turns_adult(there: Place, here: Place) -> bool:
    return is_age_restricted(there) and not is_age_restricted(here)
