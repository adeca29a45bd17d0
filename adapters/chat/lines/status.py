"""What is stored, and what is missing of it, as it is told anywhere; pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.error_text import recalled
from adapters.chat.lines.progress import duration, left_out_lines
from adapters.chat.lines.watching import group_line
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.wording import Wording
    from bot.ledger.channel_groups import ChannelGroup
    from bot.ledger.channels import Channel
    from bot.posts.refining import Refining
    from index.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a channel was read.

    Attributes:
        read_back: The oldest message that the reading backwards has come to; None where it has
            come to the first one, or has not begun.
        is_cut: The platform hides what is older.
    """

    read_back: datetime | None = None
    is_cut: bool = False


def status_lines(
    statistics: Statistics,
    channels: list[Channel],
    wording: Wording,
    show_date: ShowDate,
    escaped: Escape,
    *,
    refining: Refining | None = None,
    left_out: Mapping[str, Mapping[str, int]] | None = None,
    of_files: Mapping[str, Mapping[str, int]] | None = None,
    groups: Sequence[ChannelGroup] = (),
    extents: Mapping[str, Extent] | None = None,
    may_manage: bool = True,
    settings: Sequence[str] = (),
) -> list[str]:
    """Return what is stored, source by source, and how far the channels were read.

    First what an admin has to know: which channels cannot be read, which are watched that are
    made later, what was set, and how much there is in all; what fills pages stands below. What of
    a channel is made no post of, or missing, is told by the channel's id, and of an imported file
    by the file's name. Who may not bring posts in is told of no command for it.
    """
    if not (statistics.sources or channels or groups):
        nothing = wording.status_nothing if may_manage else wording.quoting["none_readable"]
        return [nothing, *settings]
    left_out, extents = left_out or {}, extents or {}
    told = partial(channel_lines, wording=wording, show_date=show_date, escaped=escaped)
    said = {each: told(each, left_out.get(each.id, {}), extents.get(each.id)) for each in channels}
    return [
        *_of_channels(said, are_lost=True),
        *(escaped(group_line(each, wording)) for each in groups),
        *settings,
        *_total_lines(statistics, wording, show_date),
        *(_refining_lines(refining, wording) if refining else ()),
        *_source_lines(statistics, wording, show_date, escaped),
        *_file_lines(of_files or {}, wording, escaped),
        *_of_channels(said, are_lost=False),
    ]


def _of_channels(said: Mapping[Channel, Sequence[str]], *, are_lost: bool) -> list[str]:
    """Return what is said of the channels that cannot be read, or of the others."""
    return [line for each, lines in said.items() if bool(each.error) is are_lost for line in lines]


def _total_lines(statistics: Statistics, wording: Wording, show_date: ShowDate) -> list[str]:
    if statistics.changed_at is None:
        return []
    posts, passages = Count(statistics.posts), Count(statistics.passages)
    when = show_date(statistics.changed_at)
    return [wording.status_total.format(posts=posts, passages=passages, when=when)]


def _source_lines(
    statistics: Statistics, wording: Wording, show_date: ShowDate, escaped: Escape
) -> list[str]:
    return [
        wording.status_source.format(
            name=escaped(source.name),
            posts=Count(source.posts),
            comments=Count(source.comments),
            newest=show_date(source.newest) if source.newest else "–",
            oldest=show_date(source.oldest) if source.oldest else "–",
        )
        for source in statistics.sources
    ]


def _file_lines(
    of_files: Mapping[str, Mapping[str, int]], wording: Wording, escaped: Escape
) -> list[str]:
    return [
        wording.status_import.format(name=escaped(name), left_out=said)
        for name, counts in of_files.items()
        for said in left_out_lines(counts, wording, escaped)
    ]


def _channel_line(channel: Channel, wording: Wording, show_date: ShowDate, escaped: Escape) -> str:
    name = escaped(channel.name)
    if channel.error:
        error = recalled(channel.error, wording)
        return wording.status_error.format(name=name, error=escaped(error))
    if channel.read_at is None:
        return wording.status_never_read.format(name=name)
    return wording.status_channel.format(name=name, when=show_date(channel.read_at))


def _refining_lines(refining: Refining, wording: Wording) -> list[str]:
    if refining.is_missing:
        return [wording.status_unrefined]
    reading = refining.reading
    if reading is None:
        return []
    seconds = reading.remaining_seconds
    rest = "" if seconds is None else wording.remaining.format(time=duration(seconds))
    # Rounded down, so that only what is done looks done.
    return [wording.status_refining.format(share=f"{int(reading.share * 100)} %", rest=rest)]


def channel_lines(
    channel: Channel,
    left_out: Mapping[str, int],
    extent: Extent | None,
    wording: Wording,
    *,
    show_date: ShowDate,
    escaped: Escape,
) -> list[str]:
    """Return how far a channel was read, what is missing of it, and what is left out.

    Args:
        channel: The channel.
        left_out: How much of it is made no post of, by its kind.
        extent: How far back it was read; None where that is not looked at.
        wording: The reader's language.
        show_date: Shows a moment.
        escaped: Makes safe what people wrote.
    """
    said = wording.watching
    lines = [_channel_line(channel, wording, show_date, escaped)]
    if channel.error and channel.read_at is not None:
        lines.append(said["gap.lost"].format(when=show_date(channel.read_at)))
    if extent is not None and extent.read_back is not None:
        lines.append(said["gap.unread"].format(when=show_date(extent.read_back)))
    if extent is not None and extent.is_cut:
        lines.append(said["gap.cut"])
    return [*lines, *left_out_lines(left_out, wording, escaped)]
