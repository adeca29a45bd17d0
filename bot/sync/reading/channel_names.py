"""Keeps all that is stored of a channel in one source, called as the channel is called now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ledger.channels import Channel
    from bot.services import Services
    from bot.sync.ports import ChannelReader


class ChannelNames:
    """Follows the names of the channels of one platform."""

    def __init__(self, services: Services, reader: ChannelReader) -> None:
        self._channels = services.ledger.channels
        self._library = services.library
        self._reader = reader

    async def rename(self, channel_id: str, workspace_id: str, name: str) -> None:
        """Call a channel, and the source of what is stored of it, by its new name."""
        known = self._channels.get(channel_id)
        if known is not None:
            self._channels.put(replace(known, name=name))
        ids = await self._reader.posts_of(channel_id, workspace_id)
        elsewhere = {*ids}.difference(await self._library.ids(source=name) if ids else ())
        if elsewhere:
            await self._library.move_to_source(sorted(elsewhere), name)

    async def follow(self, record: Channel) -> None:
        """Take the name over that a channel got while nothing was heard of it."""
        name = await self._reader.name_of(record)
        if name and name != record.name:
            await self.rename(record.id, record.workspace_id, name)
