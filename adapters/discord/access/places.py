"""Finds channels and threads by their ids; those that are not in memory are asked for."""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

import discord

from adapters.chat.ttl_cache import TtlCache
from adapters.discord.access.citable_posts import Place
from adapters.discord.sender import FAILURES

SECONDS: Final = 60
"""How long it is taken as known what an id stands for that is not in memory."""

Unseen = Literal["gone", "hidden"]
"""Why a place is not found: it was deleted, or we may not know of it."""


class Places:
    """The channels and threads that we see, archived ones included."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._asked: TtlCache[Place | Unseen] = TtlCache(SECONDS)

    def known(self, id_: int) -> Place | Unseen | None:
        """Return what an id stands for, as far as that is known without asking."""
        place = self._client.get_channel(id_)
        return place if isinstance(place, Place) else self._asked.peek(str(id_))

    async def find(self, id_: int) -> Place | Unseen:
        """Return what an id stands for; where Discord fails to tell, it is hidden."""
        known = self.known(id_)
        if known is not None:
            return known
        try:
            return await self._asked.get(str(id_), partial(self._fetch, id_))
        except (*FAILURES, discord.InvalidData):  # the next time it may tell
            return "hidden"

    async def _fetch(self, id_: int) -> Place | Unseen:
        try:
            place = await self._client.fetch_channel(id_)
        except discord.NotFound:
            return "gone"
        except discord.Forbidden:
            return "hidden"
        return place if isinstance(place, Place) else "hidden"
