"""Puts together what tells on the command line what became of one message."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from bot.composition import app, ledger_app
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ledger.channels import Channel
    from bot.ledger.ledger import Ledger
    from bot.settings.values import Settings
    from index.engine import Engine

_LAST: Final = "\U0010ffff"
"""What stands behind all that ids hold."""


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
    return _slack_message(engine, ledger, *found)


def _slack_message(
    engine: Engine, ledger: Ledger | None, own: str, ts: str
) -> tuple[str, Channel | None]:
    """Return the id of a message, of which a link does not tell the workspace, and its channel."""
    watched = ledger.channels.watched("slack") if ledger else []
    records = {each.id: each for each in watched if each.id.rpartition("/")[2] == own}
    places = list(dict.fromkeys([*records, *(f"{each}/{own}" for each in _workspaces(engine))]))
    ids = {f"{place}/{ts}": records.get(place) for place in places}
    forgotten = engine.suppressed_among(ids)
    stored = (id_ for id_ in ids if engine.posts(engine.with_parts([id_])))
    rest = (id_ for id_ in ids if id_ in forgotten or ids[id_] is not None)
    id_ = next(chain(stored, rest), f"slack:?/{own}/{ts}")
    return id_, ids.get(id_)


def _workspaces(engine: Engine) -> Iterator[str]:
    """Yield how the ids of Slack's posts begin, imported ones too: a lookup for each workspace."""
    for beginning in ("slack:", "slack@"):
        after = beginning
        while found := engine.ids_after(beginning, after, 1):
            workspace = found[0].partition("/")[0]
            yield workspace
            after = f"{workspace}/{_LAST}"


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
