"""`/posts why`: which readers keep a channel from being quoted where an admin asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.lines.watching import unknown_line
from adapters.chat.lines.why_not_cited import Obstacle, why_lines
from adapters.slack.ids import channel_id, channel_label
from bot.admin.watched_names import as_named
from bot.text import one_line

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Conversation
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import SlashCommand


async def lines_of_why(
    context: SlackContext,
    command: SlashCommand,
    said: str,
    there: Conversation | None,
    wording: Wording,
) -> list[str]:
    """Return who stands in the way of a channel's posts in the channel of a command.

    Args:
        context: What it stands on.
        command: The command.
        said: What was named; "" for nothing.
        there: The channel that this is; None for none.
        wording: The admin's language.
    """
    if there is None or not await context.sees(command.team, command.user, there.id):
        named = as_named(said) or (there.id if there else "")
        return [unknown_line([named], wording) if named else wording.watching["name_one"]]
    stored = await context.services.library.statistics(frozenset({channel_label(there.id)}))
    found = await _obstacles(context, command, there)
    is_watched = (
        context.services.ledger.channels.get(channel_id(command.team, there.id)) is not None
    )
    shown = one_line(f"#{there.name}")
    return why_lines(shown, stored.posts, found, wording, is_watched=is_watched)


async def _obstacles(
    context: SlackContext, command: SlashCommand, there: Conversation
) -> list[Obstacle]:
    team, here = command.team, command.channel
    if command.is_direct or here == there.id:
        return []
    if channel_label(there.id) in await context.audiences.of_channel(team, here):
        return []
    if not there.is_open_in(team):
        return [Obstacle("private")]
    found = []
    if (await context.directory.conversation(team, here)).has_outsiders:
        found.append(Obstacle("outsiders"))
    guests = sorted(await context.audiences.guests_in(team, here))
    if guests and "?" not in guests:
        people = [await context.directory.person(team, each) for each in guests]
        found.append(Obstacle("guests", tuple(one_line(each.name) for each in people)))
    return found or [Obstacle("unknown")]
