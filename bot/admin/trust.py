"""Whom a server or workspace trusts to say which message answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.ledger.workspace_settings import WorkspaceSettings
    from bot.services import Services


class Trust:
    """The trust of the workspaces of one platform."""

    def __init__(self, platform: str, services: Services) -> None:
        self._platform = platform
        self._services = services

    async def give(self, workspace_id: str, names: Collection[str]) -> None:
        """Trust these roles, groups and accounts from now on."""
        settings = self._of(workspace_id)
        self._put(workspace_id, replace(settings, trusted=settings.trusted.union(names)))

    async def withdraw(self, workspace_id: str, names: Collection[str]) -> None:
        """Trust these no longer; what was marked by that is taken back.

        Raises:
            UnavailableError: The posts cannot be changed at the moment; they are trusted still.
        """
        settings = self._of(workspace_id)
        wished = replace(settings, trusted=settings.trusted.difference(names))
        await self.take_back(settings, wished)
        self._put(workspace_id, wished)

    async def take_back(self, before: WorkspaceSettings, after: WorkspaceSettings) -> None:
        """Take back what was marked by those who are trusted no longer."""
        for each in sorted(before.trusted - after.trusted):
            await self._services.library.marks.distrust(each)

    def _of(self, workspace_id: str) -> WorkspaceSettings:
        return self._services.ledger.settings.of(self._platform, workspace_id)

    def _put(self, workspace_id: str, settings: WorkspaceSettings) -> None:
        self._services.ledger.settings.put(self._platform, workspace_id, settings)
