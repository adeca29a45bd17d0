"""Goes on with a folder that was renamed since it was imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import console
from bot.composition import app, engine_app
from bot.posts.renamed_folder import former_folder
from bot.text import one_line
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ports import FoundSources
    from bot.posts.renamed_folder import FormerFolder
    from bot.settings.values import Settings


def found(
    settings: Settings, source: str | None, find: Callable[..., FoundSources]
) -> tuple[FoundSources, str]:
    """Return what is to be imported, and who may see what is new in a folder that was renamed.

    Args:
        settings: Where the posts are stored.
        source: What the person calls the source.
        find: Finds what is to be imported, by the name of its source.
    """
    named = find(source=source)
    before = _former(settings, named) if source is None else None
    if before is None:
        return named, EVERYONE
    if [before.place] != named.within:
        said = app.sentences(settings)["renamed"]
        place, name = one_line(before.place), one_line(before.source)
        console.aside().tell(said.format(place=place, source=name), style="dim")
    again = find(source=before.source)
    again.within.append(before.place)
    return again, before.audience


def _former(settings: Settings, found: FoundSources) -> FormerFolder | None:
    if not engine_app.storage(settings).is_there():
        return None
    with app.opened_index(settings) as index:
        names = [each.name for each in index.statistics().sources]
        return former_folder(index.engine, found, names, lambda path: Path(path).exists())
