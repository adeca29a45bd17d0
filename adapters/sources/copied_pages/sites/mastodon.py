"""Reads a copied thread or timeline of Mastodon: what each account says below its full handle."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.statuses import is_time, said_by
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind
    from adapters.sources.copied_pages.statuses import Said

_HANDLE: Final = re.compile(r"@[\w.-]{1,40}@[\w-]+(?:\.[\w-]+)+")
_SHORT: Final = re.compile(r"@\w{1,40}")
"""So an account of the same server may be called."""
_OF_MASTODON: Final = re.compile(r".{0,60}\bmastodon\b.{0,140}", re.IGNORECASE)
_MOMENT: Final = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?=.*\d{1,2}[:.h]\d\d).{10,40}")
"""A day with its year, and an hour."""
_ABOVE: Final = re.compile(
    r".{1,60} (?:boosted|teilte|a partagé|impulsó)|(?:in reply|replied) to .{1,60}"
    r"|continued thread|pinned post|angehefteter beitrag|message épinglé|publicación fijada",
    re.IGNORECASE,
)
"""What stands right above the name, and is the site's."""
_LONGEST: Final = 60
"""Characters of a line; a day and an hour at its beginning have fewer."""
_LONGEST_NAME: Final = 60
_FEWEST: Final = 2
_WRITTEN: Final[frozenset[Kind]] = frozenset({"text", "everyday"})
_BUTTONS: Final[frozenset[Kind]] = frozenset({"count", "everyday"})


def talk_of_accounts(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return what several accounts say, each below its name and handle; nothing on other pages.

    In a thread, one of them stands with its day and hour below the words, and the others answer;
    in a timeline, none does, and each is by itself.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    heads = _heads(lines, kinds)
    if len(heads) < _FEWEST:
        return []
    begins = [_begin(lines, at) for at in heads]
    above = range(begins[0])
    if any(kinds[at] == "text" and len(lines[at]) > _LONGEST_NAME for at in above):
        return []  # what stands above is what the page is about
    found = []
    is_thread = False
    for head, end in zip(heads, [*begins[1:], len(lines)], strict=True):
        detailed = _detailed(lines, range(head + 2, end))
        is_thread |= detailed is not None
        when = _when(lines, head) if detailed is None else _moment(lines[detailed])
        words = _words(lines, kinds, head, end if detailed is None else detailed)
        if not when or not words:
            return []  # a list of accounts, and what somebody says of them
        found.append(said_by(lines[head - 1], when, words))
    if not is_thread and len({lines[at] for at in heads}) < _FEWEST:
        return []  # an account and what it says is one
    for each in found if not is_thread else []:
        each.is_comment = True
    return found


def _heads(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Return where handles stand below names; short ones only on a page of this kind."""
    named = [at for at in range(1, len(lines)) if len(lines[at - 1]) <= _LONGEST_NAME]
    full = {at for at in named if _HANDLE.fullmatch(lines[at])}
    is_known = full or any(
        kind in {"never", "sure"} and _OF_MASTODON.fullmatch(line)
        for line, kind in zip(lines, kinds, strict=True)
    )
    every = [at for at in named if at in full or (is_known and _SHORT.fullmatch(lines[at]))]
    return [
        at
        for at, end in zip_longest(every, every[1:], fillvalue=len(lines))
        if at in full or _when(lines, at) or _detailed(lines, range(at + 2, end)) is not None
    ]


def _begin(lines: Sequence[str], head: int) -> int:
    """Return where the lines above a handle begin that are of its head: name, time, who shares."""
    begin = head - 1
    if begin and is_time(lines[begin - 1]):
        begin -= 1
    while begin and _ABOVE.fullmatch(lines[begin - 1]):
        begin -= 1
    return begin


def _when(lines: Sequence[str], head: int) -> str:
    """Return the time right below a handle, or right above the name; "" where none stands there."""
    for at in (head + 1, head - 2):
        if 0 <= at < len(lines) and is_time(lines[at]):
            return lines[at]
    return ""


def _detailed(lines: Sequence[str], within: range) -> int | None:
    """Return where the day and the hour stand below the words of the post that a page shows."""
    return next((at for at in reversed(within) if _moment(lines[at])), None)


def _moment(line: str) -> str:
    told = line[:_LONGEST].partition("·")[0].strip()
    return told if _MOMENT.fullmatch(told) and moment(told, None) is not None else ""


def _words(lines: Sequence[str], kinds: Sequence[Kind], head: int, end: int) -> list[int]:
    """Return where the words of an account stand: up to the site's lines, numbers and buttons."""
    begin = head + 2 if head + 1 < end and is_time(lines[head + 1]) else head + 1
    at = begin + 1  # the first line is somebody's in any case
    while at < end and kinds[at] in _WRITTEN | _BUTTONS:
        at += 1
    buttons = at = min(at, end)
    while buttons > begin + 1 and kinds[buttons - 1] in _BUTTONS:
        buttons -= 1
        at = buttons if kinds[buttons] == "count" else at
    return [*range(begin, at)]
