"""Puts together the chat at the terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TextIO

from bot.composition import app
from bot.posts.names import wrong_name
from index.search_scope import Filters, Scope

if TYPE_CHECKING:
    from rich.console import Console

    from bot.ports import ChatAdapter
    from bot.settings.values import Settings
    from index.search_scope import Named
    from index.statistics import Statistics


def terminal(settings: Settings, console: Console, questions: TextIO) -> ChatAdapter:
    """Return the terminal as a platform, for questions from a stream."""
    from adapters.terminal import Terminal

    return Terminal(
        console,
        app.wording(settings),
        questions,
        partial(_statistics, settings),
        partial(_refuse_author, settings),
    )


def prompt(settings: Settings, console: Console) -> ChatAdapter:
    """Return the terminal as a platform, for a person who types."""
    from adapters.terminal.prompt import Prompt

    def names(what: Named, typed: str) -> list[str]:
        with app.opened_index(settings) as index:
            return index.engine.names(what, typed, None)

    return Prompt(
        console,
        app.wording(settings),
        names,
        partial(_statistics, settings),
        partial(_refuse_author, settings),
    )


def _statistics(settings: Settings) -> Statistics:
    with app.opened_index(settings) as index:
        return index.statistics()


def _refuse_author(settings: Settings, name: str) -> None:
    """Refuse a name that no author of a stored post has.

    Raises:
        BadFilter: That is so; it names who may have been meant.
    """
    with app.opened_index(settings) as index:
        if wrong := wrong_name(index.engine, Scope(filters=Filters(author=name))):
            raise wrong
