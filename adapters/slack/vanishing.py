"""Removes the posts of channels that are gone from Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.posts import channel_id

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.arrivals import Payload
    from adapters.slack.correcting import Correcting
    from adapters.slack.office import Office
    from adapters.slack.reading import Reading

DELETED = ("channel_deleted", "group_deleted")


class Vanishing:
    """Follows deleted channels."""

    def __init__(self, office: Office, reading: Reading, correcting: Correcting) -> None:
        self._office = office
        self._reading = reading
        self._correcting = correcting
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = (
            dict.fromkeys(DELETED, self._deleted)
        )

    async def channel(self, id_: str) -> None:
        """Removes what stands in a deleted channel, and watches it no longer."""
        room = self._office.room
        room.ledger.channels.remove(id_)
        ids = await room.library.ids_under(f"{id_}/")
        self._reading.meanwhile.heard(ids)
        if ids:
            await room.library.remove(ids)
            await self._correcting.correct(ids)

    async def _deleted(self, event: Payload, team: str) -> None:
        channel = event["channel"]
        self._office.people.forget(team, channel)
        self._office.audiences.forget(team, channel)
        self._office.audiences.forget_lists(team)
        await self.channel(channel_id(team, channel))
