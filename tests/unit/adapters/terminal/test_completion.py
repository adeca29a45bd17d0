from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from adapters.terminal.completion import FilterCompleter
from index.errors import IndexMissing

if TYPE_CHECKING:
    from index.search_scope import Named

NAMES = {"author": ["Ada", "Mira Lopez"], "source": ["news", "notes"]}


def begun(what: Named, typed: str) -> list[str]:
    return [each for each in NAMES[what] if each.lower().startswith(typed.lower())]


def missing(what: Named, typed: str) -> list[str]:
    raise IndexMissing(f"no posts: {what} {typed}")


def completed(before: str, completer: FilterCompleter | None = None) -> list[str]:
    """Return the lines that Tab makes of one."""
    document = Document(before)
    found = (completer or FilterCompleter(begun)).get_completions(document, CompleteEvent())
    return [before[: len(before) + each.start_position] + each.text for each in found]


@pytest.mark.parametrize(
    ("before", "lines"),
    [
        ("slugs in:n", ["slugs in:news", "slugs in:notes"]),
        ("slugs from:mi", ['slugs from:"Mira Lopez"']),
        ('slugs from:"mi', ['slugs from:"Mira Lopez"']),
        ("slugs kind:c", ["slugs kind:comment"]),
        ("slugs since:", ["slugs since:today", "slugs since:yesterday"]),
        ("slugs un", ["slugs until:"]),
        ("slugs in", ["slugs in:"]),
        ("kind", ["kind:"]),
        ("slugs", []),
        ("the end:", []),
        ("", []),
        ("/w", ["/why"]),
        ("/o", ["/open "]),
        ("/from m", ["/from Mira Lopez"]),
        ("/why m", []),
    ],
)
def test_tab_completes_commands_filters_and_stored_names(before: str, lines: list[str]) -> None:
    assert completed(before) == lines


def test_where_nothing_is_stored_nothing_is_completed() -> None:
    assert completed("in:n", FilterCompleter(missing)) == []
