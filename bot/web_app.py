"""Puts together what has to do with pages: the part of the composition root for addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ports import FoundSources
    from index.ingest.addresses import WebAddress


def find_posts_at(asked: Sequence[WebAddress], *, allow_private: bool) -> FoundSources:
    """Ask addresses, and return what they hold.

    Args:
        asked: The addresses, with what is known of them.
        allow_private: Also asks this machine and those of its own network.
    """
    from adapters.sources.web.web_files import ANYWHERE, PUBLIC, found_at

    return found_at(asked, ANYWHERE if allow_private else PUBLIC)
