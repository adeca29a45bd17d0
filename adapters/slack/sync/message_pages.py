"""Reads the messages of a channel, as fast as Slack lets us."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from adapters.markup.slack_blocks import object_of, objects_of, text_of
from adapters.markup.slack_post_rules import written_at
from adapters.slack.api.web_api import data_of
from adapters.slack.payloads import parse_message, root_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.payloads import Message, Root

    Heartbeat = Callable[[], None] | None
    """Called every second of a wait; may raise to end it."""

PAGE: Final = 200
"""Messages that are asked for at once."""

LIMITED_PAGE: Final = 15
"""What Slack gives an app that is distributed outside its marketplace, once a minute."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some messages of a channel, the newest first.

    Attributes:
        messages: What people said among them.
        roots: All of them, as what threads hang on.
        oldest: The time of the oldest of them all; "" where there are none.
        has_more: There are older ones.
        is_cut: Slack hides older ones from its free plan: that they are missing says nothing.
    """

    messages: tuple[Message, ...]
    roots: tuple[Root, ...]
    oldest: str
    has_more: bool
    is_cut: bool = False


class MessagePages:
    """Reads pages of one workspace; slows down once Slack gives only a few at once.

    Args:
        client: Speaks with the workspace.
        team: The workspace.
        minute_seconds: How long to wait between calls where that is so.
    """

    def __init__(self, client: AsyncWebClient, team: str, minute_seconds: float) -> None:
        self._client = client
        self._team = team
        self._minute_seconds = minute_seconds
        self._called_at: dict[str, float] = {}
        self.is_limited = False

    async def page(self, channel: str, *, latest: str = "", heartbeat: Heartbeat = None) -> Page:
        """Return the newest messages before a time, which is left out."""
        await self._pace("history", heartbeat)
        answer = data_of(
            await self._client.conversations_history(
                channel=channel, latest=latest or None, limit=PAGE
            )
        )
        self._notice(answer)
        found = _timed(answer)
        times = [text_of(each.get("ts")) for each in found]
        return Page(
            self._said(found, channel),
            self._roots(found, channel),
            min(times, default=""),
            bool(answer.get("has_more")),
            bool(answer.get("is_limited")),
        )

    async def replies(
        self, channel: str, root: str, heartbeat: Heartbeat = None
    ) -> AsyncIterator[tuple[Message, ...]]:
        """Yield the replies to a message, page by page, the oldest first."""
        cursor = ""
        while True:
            await self._pace("replies", heartbeat)
            answer = data_of(
                await self._client.conversations_replies(
                    channel=channel, ts=root, limit=PAGE, cursor=cursor or None,
                    include_all_metadata=True,  # tells which of them we have answered
                )
            )  # fmt: skip
            self._notice(answer)
            said = self._said(_timed(answer), channel)
            yield tuple(each for each in said if each.root)
            cursor = text_of(object_of(answer.get("response_metadata")).get("next_cursor"))
            if not cursor:
                return

    def _said(self, found: Sequence[Mapping[str, object]], channel: str) -> tuple[Message, ...]:
        messages = (parse_message(each, self._team, channel) for each in found)
        return tuple(each for each in messages if each is not None)

    def _roots(self, found: Sequence[Mapping[str, object]], channel: str) -> tuple[Root, ...]:
        return tuple(root_of(each, self._team, channel) for each in found)

    def _notice(self, answer: dict[str, Any]) -> None:
        few = len(answer.get("messages") or []) <= LIMITED_PAGE
        if answer.get("has_more") and few:
            self.is_limited = True

    async def _pace(self, method: str, heartbeat: Heartbeat) -> None:
        if self.is_limited and method in self._called_at:
            ready_at = self._called_at[method] + self._minute_seconds
            while (left := ready_at - monotonic()) > 0:
                await asyncio.sleep(min(1.0, left))
                if heartbeat is not None:
                    heartbeat()
        self._called_at[method] = monotonic()


def _timed(answer: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the messages of an answer that have a time, without which they cannot be told."""
    found = objects_of(answer.get("messages"))
    return [each for each in found if written_at(text_of(each.get("ts"))) is not None]
