"""Removes what was stored of a server or workspace some time after we were removed from it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from bot.admin.import_counts import ImportCounts
from bot.admin.workspace_settings import digest_note, lost_digest_note
from bot.posts.chat_import_sources import kept_apart_by
from bot.questions.pinned import PinnedAnswers

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from bot.services import Services


_HERE: Final = "here:"
_LEFT: Final = "left:"

_log: Final = logging.getLogger(__name__)


class Departures:
    """Notes where we are, and since when we are not.

    Args:
        services: What chats stand on.
        imports: The folder in which a folder of each workspace has its files.
    """

    def __init__(self, services: Services, imports: Path) -> None:
        self._services = services
        self._ledger = services.ledger
        self._imports = imports

    def note_present(self, platform: str, workspaces: Collection[str]) -> None:
        """Note that we are in these workspaces of a platform, and in no other one.

        Where we were before and are not, the time begins after which the posts go; where we are
        again, it ends, unless it is over: then they go although we are there.
        """
        for each in workspaces:
            if not self._ledger.noted(f"{_HERE}{platform}/{each}"):
                self._ledger.note(f"{_HERE}{platform}/{each}", "known")
            if not self._is_over(f"{_LEFT}{platform}/{each}"):
                self._ledger.forget_note(f"{_LEFT}{platform}/{each}")
        known = self._ledger.notes(f"{_HERE}{platform}/")
        rooms = {name.removeprefix(f"{_HERE}{platform}/") for name in known}
        rooms |= {each.workspace_id for each in self._ledger.channels.watched(platform)}
        for each in filter(self._ledger.serves, rooms.difference(workspaces)):
            self.note_left(platform, each)

    def note_left(self, platform: str, workspace_id: str) -> None:
        """Note that we were removed from a workspace, unless that is noted already."""
        if not self._ledger.noted(f"{_LEFT}{platform}/{workspace_id}"):
            note = self._ledger.clock().isoformat()
            self._ledger.note(f"{_LEFT}{platform}/{workspace_id}", note)

    async def remove_due(self) -> None:
        """Remove what is stored of the workspaces, of all platforms, whose time is over.

        Raises:
            UnavailableError: Something of it is still in the files; the next call goes on.
        """
        for name in self._ledger.notes(_LEFT):
            if self._is_over(name):
                platform, _, workspace_id = name.removeprefix(_LEFT).partition("/")
                await self._remove(platform, workspace_id)

    def _is_over(self, name: str) -> bool:
        """Return whether the time is over that a note of a departure began."""
        since = self._ledger.noted_moment(name)
        return since is not None and self._ledger.clock() - since >= self._services.leave

    async def _remove(self, platform: str, workspace_id: str) -> None:
        ledger, library = self._ledger, self._services.library
        for channel in ledger.channels.watched(platform, workspace_id):
            ledger.channels.remove(channel.id)
        for group in ledger.groups.watched(platform, workspace_id):
            ledger.groups.remove(group.id)
        ledger.settings.remove(platform, workspace_id)
        ledger.questions.forget_workspace(platform, workspace_id)
        ledger.offers.forget_workspace(platform, workspace_id)
        ledger.conversations.forget_workspace(platform, workspace_id)
        ledger.forget_note(digest_note(platform, workspace_id))
        ledger.forget_note(lost_digest_note(platform, workspace_id))
        PinnedAnswers(ledger).forget(platform, workspace_id)
        ImportCounts(ledger).forget(platform, workspace_id)
        own = workspace_id.removeprefix(f"{platform}:")
        apart, folder = kept_apart_by(platform, workspace_id), self._imports.resolve() / own
        ids = {
            *await library.ids_under(f"{platform}:{own}/"),
            *await library.ids_brought_in(apart, str(folder)),
        }
        if ids:
            await library.erase(sorted(ids))
            self._services.corrections.wake()
        _log.info("what was stored of a workspace that we left is removed: %d posts", len(ids))
        ledger.forget_note(f"{_HERE}{platform}/{workspace_id}")
        ledger.database.empty_log()
        # Last: until all of it is done it is done again.
        ledger.forget_note(f"{_LEFT}{platform}/{workspace_id}")
