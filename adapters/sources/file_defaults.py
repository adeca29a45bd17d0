"""What a file gives to every post in it: its source, its audience, the names in its ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bot.fault_log import FaultLog
from bot.ports import NOTHING_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sources.left_out_fields import ColumnKind, Known, LeftOut
    from bot.ports import GivenColumns

_NAMED: Final = 10
"""So many fields or columns of which no post is made are named."""
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of the posts of one file before it is read.

    Attributes:
        file: The path as the person gave it, for the errors.
        name: What the file's own post is called in its id.
        source: The source of its posts.
        keeps_sources: Whether a row may name another source; not where the person named one.
        audience: The audience the person named, or None: then each post's own.
        columns: What the person said of the columns of a table.
        left_out: Counts what was left out so far, by its kind; its readers add to it, and which
            columns of a table tell author and date.
        address: Where a page or text was read on the web: the link of its posts that name none;
            else "".
        faults: Tells the log of faults of ours, those of all files of an import together.
        with_apps: Whether what apps wrote in the exports of chats is wanted.
    """

    file: str
    name: str
    source: str
    keeps_sources: bool = True
    audience: str | None = None
    columns: GivenColumns = NOTHING_GIVEN
    left_out: Counter[str] = field(default_factory=Counter, compare=False)
    address: str = ""
    faults: FaultLog = field(default_factory=FaultLog, compare=False)
    with_apps: bool = False

    def leave_out(self, kind: LeftOut, count: int = 1) -> None:
        """Count something that is left out."""
        if count:
            self.left_out[kind] += count

    def leave_out_named(self, kind: LeftOut, others: LeftOut, name: str, count: int = 1) -> None:
        """Count something that has a name of its own: after a few of them, as one of others."""
        self._count_named(f"{kind}:", others, f"{kind}:{shortened(name)!r}", count)

    def note_column(self, kind: ColumnKind, name: str) -> None:
        """Note which column tells authors, dates or titles; a few of them where there are more."""
        if sum(each.startswith(f"{kind}:") for each in self.left_out) < _NAMED:
            self.left_out[f"{kind}:{shortened(name)!r}"] = 1

    def leave_out_unknown(self, versions: str, field: str) -> None:
        """Count a field of an export that is not known, a few of them by their names.

        Args:
            versions: Which versions of the export its reader was written for.
            field: What it is called there.
        """
        kind = f"unknown_fields:{versions}"
        self._count_named("unknown_fields:", kind, f"{kind}: {shortened(field)!r}")

    def note_unknown(self, record: Mapping[str, object], known: Known) -> None:
        """Count the fields of a record of an export that its reader does not know.

        Args:
            record: An object of the export.
            known: What is known of such objects.
        """
        for name in known.newer(record):
            self.leave_out_unknown(known.versions, name)

    def _count_named(self, family: str, others: str, named: str, count: int = 1) -> None:
        is_one_more = named not in self.left_out
        is_full = is_one_more and (sum(each.startswith(family) for each in self.left_out) >= _NAMED)
        self.left_out[others if is_full else named] += count


def source_name(text: str) -> str:
    """Return the text as the name of a source: without colons, which end it in an id."""
    return text.replace(":", "-").strip() or "posts"


def text_mark(text: str, digits: int) -> str:
    """Return the first hexadecimal digits of the text's hash: a name that needs no number."""
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def host_of(url: str) -> str:
    """Return the host of an address, or "" where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def printable(text: str) -> str:
    """Return the text as it can be printed anywhere: lone surrogates are spelled out."""
    return text.encode("utf-8", "backslashreplace").decode()


def shortened(name: str) -> str:
    """Return a name as a sentence can hold it: where it is cut, an ellipsis says so."""
    return printable(name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…")
