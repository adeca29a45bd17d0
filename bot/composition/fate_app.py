"""Puts together what tells on the command line what became of one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.composition import app, ledger_app
from index.clock import utc_now

if TYPE_CHECKING:
    from bot.ledger.channels import Channel
    from bot.ledger.ledger import Ledger
    from bot.settings.values import Settings
    from index.engine import Engine


def fate_said(settings: Settings, link: str) -> tuple[str, bool]:
    """Return what became of the message that a link leads to, and whether it is stored.

    Raises:
        UnavailableError: The ledger cannot be used.
        IndexingError: The posts cannot be read.
    """
    from adapters.chat.lines.message_fate import fate_line
    from bot.posts.message_fate import message_fate

    wording = app.wording(settings)
    with (
        app.opened_index(settings) as index,
        ledger_app.opened_if_there(settings, utc_now) as ledger,
    ):
        found = _message(index.engine, ledger, link)
        if found is None:
            return wording.fates["no_link"].format(link=repr(link)), False
        fate = message_fate(index.engine, *found)
    return fate_line(fate, wording, str), fate.post is not None


def _message(engine: Engine, ledger: Ledger | None, link: str) -> tuple[str, Channel | None] | None:
    """Return the id of a message and its channel's record; None where it is no link to any."""
    from adapters.markup.links import discord_message, slack_message

    if (place := discord_message(link)) is not None:
        guild, channel, message = place
        id_ = f"discord:{guild}/{channel}/{message}"
        return id_, _record(engine, ledger, f"discord:{guild}/{channel}")
    if (found := slack_message(link)) is None:
        return None
    own, ts = found
    for each in ledger.channels.watched("slack") if ledger else ():
        if each.id.rpartition("/")[2] == own:
            return f"{each.id}/{ts}", each
    return f"slack:?/{own}/{ts}", None


def _record(engine: Engine, ledger: Ledger | None, place: str) -> Channel | None:
    """Return the record of a channel, or of that of a thread of which something is stored."""
    if ledger is None:
        return None
    if record := ledger.channels.get(f"discord:{place.rpartition('/')[2]}"):
        return record
    for id_ in engine.ids_after(f"{place}/", f"{place}/", 1):
        source = engine.posts([id_])[id_].source
        named = [each for each in ledger.channels.watched("discord") if each.name == source]
        return named[0] if len(named) == 1 else None
    return None
