"""Hears who joins, leaves or becomes somebody else, so that no audience is out of date.

Answers that more people may read by that, or people who may see less, are looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.people import person_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.arrivals import Payload
    from adapters.slack.correcting import Correcting
    from adapters.slack.office import Office

MEMBERS = ("member_joined_channel", "member_left_channel")
PEOPLE = ("team_join", "user_change")
CHANNELS = (
    "channel_created", "channel_archive", "channel_unarchive", "channel_rename",
    "group_rename", "channel_shared", "channel_unshared",
)  # fmt: skip


class Changes:
    """Forgets what was known of people and channels as soon as it is no longer so."""

    def __init__(self, office: Office, correcting: Correcting) -> None:
        self._office = office
        self._correcting = correcting
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            **dict.fromkeys(MEMBERS, self._member),
            **dict.fromkeys(PEOPLE, self._person),
            **dict.fromkeys(CHANNELS, self._channel),
        }

    async def _member(self, event: Payload, team: str) -> None:
        self._office.audiences.forget(team, event["channel"])
        self._office.audiences.forget(team, event["user"])
        self._office.people.forget(team, event["channel"])
        if event["type"] == "member_left_channel":
            self._correcting.look_for(team, event["user"])
        else:
            self._correcting.look_in(team, event["channel"])

    async def _person(self, event: Payload, team: str) -> None:
        self._office.people.forget(team, event["user"]["id"])
        self._office.audiences.forget(team, event["user"]["id"])
        self._office.audiences.forget_lists(team)
        # Slack tells of every new photograph too: only a full member who is none any more matters.
        ledger, note = self._office.room.ledger, f"slack.guest:{team}/{event['user']['id']}"
        if person_of(event["user"], team).is_member:
            ledger.forget_note(note)
        elif not ledger.noted(note):
            ledger.note(note, "known")
            self._correcting.look()

    async def _channel(self, event: Payload, team: str) -> None:
        channel = event["channel"]
        id_ = channel if isinstance(channel, str) else channel["id"]
        self._office.people.forget(team, id_)
        self._office.audiences.forget(team, id_)
        self._office.audiences.forget_lists(team)
        if event["type"] == "channel_shared":
            self._correcting.look_in(team, id_)
