"""Completes commands, filters and the names that they take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args

from prompt_toolkit.completion import Completer, Completion

from adapters.terminal.conversation import COMMANDS
from bot.questions.parsing.filters import NAMES
from bot.text import one_line
from index.errors import IndexingError
from index.posts import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from index.search_scope import Named

    FindNames = Callable[[Named, str], Sequence[str]]
    """Returns the stored names that begin like what was typed."""


_TAKING: Final = ("/open", "/from")

_FILTER: Final = re.compile(rf"""(?<!\S)({"|".join(NAMES)}):("[^"]*|[^\s"]*)$""", re.IGNORECASE)
_WORD: Final = re.compile(r"(?<!\S)[a-z]+$", re.IGNORECASE)
_NAMED: Final = {"from": "author", "in": "source"}
_DAYS: Final = ("today", "yesterday")


class FilterCompleter(Completer):
    """Completes what stands before the cursor.

    Args:
        names: Finds names of authors and sources.
    """

    def __init__(self, names: FindNames) -> None:
        self._names = names

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Yield what may stand in place of the word before the cursor."""
        del complete_event
        before = document.text_before_cursor
        if before.startswith("/"):
            yield from self._of_command(before)
        elif match := _FILTER.search(before):
            name, typed = match[1].lower(), match[2]
            for value in self._values(name, typed.removeprefix('"')):
                whole = f'"{value}"' if " " in value else value
                yield Completion(whole, start_position=-len(typed), display=value)
        elif match := _WORD.search(before):
            for name in NAMES:
                if name.startswith(match[0].lower()):
                    yield Completion(f"{name}:", start_position=-len(match[0]))

    def _of_command(self, before: str) -> Iterator[Completion]:
        command, space, typed = before.partition(" ")
        if not space:
            for each in COMMANDS:
                if each.startswith(command):
                    whole = f"{each} " if each in _TAKING else each
                    yield Completion(whole, start_position=-len(command), display=each)
        elif command == "/from":
            for name in self._values("from", typed):
                yield Completion(name, start_position=-len(typed))

    def _values(self, name: str, typed: str) -> Sequence[str]:
        if name in _NAMED:
            try:
                found = self._names(cast("Named", _NAMED[name]), typed)
                # What is unseen in a name cannot be typed, and is nothing for a terminal.
                return [each for each in found if one_line(each) == " ".join(each.split())]
            except IndexingError:  # the question will say it
                return ()
        values = get_args(Kind) if name == "kind" else _DAYS
        return [each for each in values if each.startswith(typed.lower())]
