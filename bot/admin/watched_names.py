"""Finds the watched channel that somebody names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.ledger.channels import Channel

_IN: Final = " / "
"""Stands between what a channel is called and what a thread in it is."""

_WHOLE: Final = re.compile(r"<#.*|\d{6,}|[CG][A-Z0-9]{6,}")
"""A mention or an id, which is no part of a name."""

_MOST_WORDS: Final = 12
"""Words of a name that stands among others without commas."""

_MENTION: Final = re.compile(r"<#([^|>]*)(?:\|([^>]*))?>")


class NamedChannels(NamedTuple):
    """What names mean.

    Attributes:
        channels: The channels that are certainly meant.
        unknown: The names of none.
        several: The names of more than one, each with these.
    """

    channels: list[Channel]
    unknown: list[str]
    several: list[tuple[str, list[Channel]]]


def all_named(channels: Sequence[Channel], said: str) -> NamedChannels:
    """Return what a name, or several with spaces or commas between them, mean.

    Args:
        channels: Those to choose from.
        said: See `named`; a name may have spaces itself.
    """
    found = NamedChannels([], [], [])
    for name in _names(channels, said):
        match named(channels, name):
            case [one] if one in found.channels:
                pass
            case [one]:
                found.channels.append(one)
            case []:
                found.unknown.append(name)
            case more:
                found.several.append((name, more))
    return found


def named(channels: Sequence[Channel], said: str) -> list[Channel]:
    """Return the channels that a mention, an id or a name means.

    Args:
        channels: Those to choose from.
        said: `<#C1|news>`, `C1`, `slack:T1/C1`, `#news` or `news`.

    Returns:
        One by its id, otherwise all of that name; their letters' case does not matter. A thread
        goes by its own name, and by that of its channel before it (`#news / old talk`).
    """
    bare = said.strip().removeprefix("<#").removesuffix(">").partition("|")[0]
    by_id = [each for each in channels if bare in {each.id, own_id(each)}]
    name = bare.removeprefix("#").casefold()
    return by_id or [each for each in channels if name in _own_names(each)]


def thread_named(channel: Channel, name: str) -> Channel:
    """Return a thread's channel with the thread's own name after what its posts' source is."""
    return replace(channel, name=f"{channel.name}{_IN}{name}")


def words_of(said: str) -> list[str]:
    """Return what stands between spaces and commas; mentions may also stand without."""
    return re.findall(r"<#[^>]*>|[^\s,;<]+", said)


def as_named(said: str) -> str:
    """Return a channel as whoever names it calls it: `#news` for `<#C1|news>`, else its id."""
    mention = _MENTION.fullmatch(said.strip())
    if mention is None:
        return said
    return f"#{mention[2]}" if mention[2] else mention[1]


def _names(channels: Sequence[Channel], said: str) -> Iterator[str]:
    if named(channels, said):
        yield said
        return
    for part in re.split(r"[,;]", said):
        yield from [part] if named(channels, part) else _names_in(channels, words_of(part))


def _names_in(channels: Sequence[Channel], words: Sequence[str]) -> Iterator[str]:
    """Yield names that stand without commas; words between those of channels are one name."""
    unknown: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _MOST_WORDS), at, -1)
        end = next((end for end in ends if named(channels, " ".join(words[at:end]))), at)
        is_whole = end > at or _WHOLE.fullmatch(words[at]) is not None
        if unknown and (is_whole or words[at].startswith("#")):
            yield " ".join(unknown)
            unknown = []
        end = max(end, at + 1)
        if is_whole:
            yield " ".join(words[at:end])
        else:
            unknown.append(words[at])
        at = end
    if unknown:
        yield " ".join(unknown)


def _own_names(channel: Channel) -> set[str]:
    whole = channel.name.removeprefix("#").casefold()
    return {whole, whole.rpartition(_IN)[2]}


def own_id(channel: Channel) -> str:
    """Return the id of a channel as its platform shows it, without what it belongs to."""
    return channel.id.partition(":")[2].rpartition("/")[2]
