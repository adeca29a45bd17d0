"""Finds the columns that a person named, by their heads or their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.file_defaults import shortened
from adapters.sources.rows import named
from adapters.sources.tables.columns.heads import folded
from adapters.sources.wrong_value import WrongValue
from bot.ports import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ports import GivenColumns


def columns_given(heads: Sequence[str], given: GivenColumns) -> tuple[list[str], dict[str, str]]:
    """Return the heads of the texts that were given, and those of the other columns, by role.

    Raises:
        WrongValue: A column that was given is not there.
    """
    texts: list[str] = []
    roles: dict[str, str] = {}
    for name, wanted in given.columns:
        if not wanted:
            continue  # no column is
        head = _called(wanted, heads)
        if name == "text":
            texts.append(head)
        else:
            roles[COLUMN_NAMES[name]] = head
    return sorted({*texts}, key=list(heads).index), roles


def _called(wanted: str, heads: Sequence[str]) -> str:
    """Return the head that is meant.

    Raises:
        WrongValue: There is none.
    """
    if wanted in heads:
        return wanted
    if wanted.isdecimal() and 0 < int(wanted) <= len(heads):
        return heads[int(wanted) - 1]
    alike = [head for head in heads if folded(head) == folded(wanted)]
    if wanted.endswith("…"):  # as a long head is told
        alike += [head for head in heads if head.startswith(wanted[:-1])]
    if not alike:
        columns, _ = named(heads)
        raise WrongValue("no_such_column", column=shortened(wanted), columns=columns)
    return alike[0]
