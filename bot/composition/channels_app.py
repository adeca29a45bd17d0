"""Puts together what the command line does with the watched channels of all chats."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.composition import app, ledger_app
from bot.composition.chat_app import PLATFORMS
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.channels import Channel
    from bot.ledger.ledger import Ledger
    from bot.settings.values import Settings


def status_lines(settings: Settings) -> list[str]:
    """Return how far the watched channels were read, and what was offered unasked in channels.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.chat.lines.offers import offer_lines
    from adapters.chat.lines.status import Extent, channel_lines
    from adapters.markup.message_times import read_back_to
    from bot.sync.left_out import LeftOutCounts

    lines: list[str] = []
    with ledger_app.opened_if_there(settings, utc_now) as ledger:
        if ledger is None:
            return []
        left_out = LeftOutCounts(ledger)
        for each in _watched(ledger):
            extent = Extent(read_back_to(each), left_out.is_cut(each.id))
            lines += channel_lines(
                each, left_out.told(each.id), extent, app.wording(settings),
                show_date=lambda when: f"{when:%Y-%m-%d %H:%M}", escaped=str,
            )  # fmt: skip
        names = {each.id: each.name for each in _watched(ledger)}
        lines += offer_lines(
            ledger.offers.counts(), app.wording(settings), lambda id_: names.get(id_, id_)
        )
    return lines


def status_records(settings: Settings) -> list[dict[str, Any]]:
    """Return the same for a program.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.markup.message_times import read_back_to
    from bot.sync.left_out import LeftOutCounts

    with ledger_app.opened_if_there(settings, utc_now) as ledger:
        if ledger is None:
            return []
        left_out = LeftOutCounts(ledger)
        return [
            {
                "id": each.id,
                "name": each.name,
                "read_at": each.read_at.isoformat() if each.read_at else None,
                "read_back_to": at.isoformat() if (at := read_back_to(each)) else None,
                "is_whole": each.is_whole,
                "is_cut": left_out.is_cut(each.id),
                "error": each.error,
                "left_out": dict(left_out.of(each.id)),
            }
            for each in _watched(ledger)
        ]


def offer_records(settings: Settings) -> list[dict[str, Any]]:
    """Return what was offered unasked in channels, and what came of it, for a program.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    with ledger_app.opened_if_there(settings, utc_now) as ledger:
        return [asdict(each) for each in ledger.offers.counts()] if ledger else []


def watched_lines(settings: Settings) -> list[str]:
    """Return the watched channels of all chats: the id, the name, and why one cannot be read.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.chat.lines.watching import listed_lines

    with ledger_app.opened_if_there(settings, utc_now) as ledger:
        return listed_lines(_watched(ledger), app.wording(settings))


def unwatch(settings: Settings, names: Sequence[str], *, is_all: bool) -> tuple[list[str], bool]:
    """Watch channels no longer, of whatever chat, and return what to say of each.

    Args:
        settings: Where the ledger is.
        names: The channels: see `named` in `bot/admin/watched_names.py`.
        is_all: All of them, those that are made later included.

    Returns:
        What to say, and whether all that was named was watched.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.chat.lines.watching import ended_lines, ended_of
    from bot.admin.watched_names import NamedChannels, all_named

    found, is_new = NamedChannels([], [*names], []), False
    with ledger_app.opened_if_there(settings, utc_now) as ledger:
        if ledger is not None:
            watched = [each for one in PLATFORMS for each in ledger.channels.watched(one.name)]
            found = NamedChannels(watched, [], []) if is_all else NamedChannels([], [], [])
            for name in () if is_all else names:
                one = all_named(watched, name)
                found.channels.extend(one.channels)
                found.unknown.extend(one.unknown)
                found.several.extend(one.several)
            with ledger.database.writing():
                for record in found.channels:
                    ledger.channels.remove(record.id)
                is_new = is_all and ledger.groups.remove_all()
    lines = ended_lines(ended_of(found, no_longer_new=is_new), app.wording(settings))
    return lines, not (found.unknown or found.several)


def _watched(ledger: Ledger | None) -> list[Channel]:
    names = [each.name for each in PLATFORMS]
    return [each for name in names for each in ledger.channels.watched(name)] if ledger else []
