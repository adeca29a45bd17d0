"""Sends messages: in order for each thread, and none twice."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.markup.slack_blocks import text_of
from adapters.slack.api.refusals import login_error, may_pass, translated, without_refused
from adapters.slack.api.web_api import LOST, data_of, needed, reason
from adapters.slack.ids import PLATFORM
from bot.errors import DeliveryError
from bot.locks import KeyedLocks
from bot.outages import Outage
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from adapters.slack.api.workspaces import Workspace, Workspaces
    from adapters.slack.ids import Spot
    from adapters.slack.rendering.blocks import Outgoing
    from bot.errors import LoginError


EVENT: Final = "pullquote_answer"
"""How our messages are marked, so that one that was stored can be found again."""

TRIES: Final = 7
"""With pauses that grow by a second each time, they outlast some 20 seconds of failures."""

AT_ONCE: Final = 3
"""Messages on their way into one channel. Slack takes about one a second there: all at once they
would use up their tries, and one after the other the first that is held up holds up all."""

_OK: Final = 200
_RECENT: Final = 100
_LOST_SECONDS: Final = 600
"""What was posted longer ago than this is not looked for."""

_log: Final = logging.getLogger(__name__)


class Sender:
    """Sends messages; those of one thread, and those of one person alone, one after the other.

    Args:
        workspaces: Where they go.
        session: The connections.
        pause_seconds: How long to wait before what was lost is looked for.
        on_refused: Hears that the token is worthless by now; returns whether it says so.
    """

    def __init__(
        self,
        workspaces: Workspaces,
        session: aiohttp.ClientSession,
        pause_seconds: float = 1.0,
        on_refused: Callable[[LoginError], bool] = lambda _: False,
    ) -> None:
        self._workspaces = workspaces
        self._session = session
        self._pause_seconds = pause_seconds
        self._on_refused = on_refused
        self._outages: dict[str, Outage] = {}
        self._locks = KeyedLocks(asyncio.Lock)
        self._channels = KeyedLocks(partial(asyncio.Semaphore, AT_ONCE))

    async def post(self, spot: Spot, message: Outgoing, key: str) -> str:
        """Post a message, and return its time; say once where nothing can be posted for a while.

        Args:
            spot: Where.
            message: What.
            key: Names it, so that it is found if the answer to posting it is lost.

        Raises:
            NotAllowed: We may not write there.
            DeliveryError: It could not be sent.
        """
        try:
            ts = await self._post_once(spot, message, key)
        except DeliveryError as error:
            refusal = login_error(error.__cause__)
            is_told = refusal is not None and self._on_refused(refusal)
            if may_pass(error) and not is_told:
                self._outage_of(spot.team).failed(str(error))
            raise
        self._outage_of(spot.team).ended()
        return ts

    def _outage_of(self, team: str) -> Outage:
        return self._outages.setdefault(team, Outage(f"posting to {PLATFORM}:{team}"))

    async def _post_once(self, spot: Spot, message: Outgoing, key: str) -> str:
        workspace = await self._workspaces.of(spot.team)
        async with self._way_into(spot):
            for attempt in range(TRIES):
                if attempt:
                    await asyncio.sleep(self._pause_seconds * attempt)
                    if ts := await self.find(spot, key):
                        return ts
                try:
                    return await self._post(workspace, spot, message, key)
                except SlackApiError as error:
                    message = without_refused(error, message)
                except LOST as error:
                    _log.info("the answer to a message was lost: %s", type(error).__name__)
            if ts := await self.find(spot, key):
                return ts
        raise DeliveryError(Told("Slack took no message"))

    async def find(self, spot: Spot, key: str) -> str:
        """Return the time of a message of ours that was stored under a key; "" for none.

        Raises:
            DeliveryError: Slack does not show what was stored.
        """
        client = (await self._workspaces.of(spot.team)).client
        try:
            if spot.thread_ts:
                answer = await client.conversations_replies(
                    channel=spot.channel,
                    ts=spot.thread_ts,
                    oldest=_asked_at(key) or f"{time() - _LOST_SECONDS:.6f}",
                    limit=_RECENT,
                    include_all_metadata=True,
                )
            else:
                answer = await client.conversations_history(
                    channel=spot.channel, limit=_RECENT, include_all_metadata=True
                )
        except (SlackApiError, *LOST) as error:
            # Not knowing whether it was stored, we would rather be silent than speak twice.
            why = reason(error)
            raise DeliveryError(
                Told("whether a message was stored is not known ({reason})", reason=why)
            ) from error
        for each in data_of(answer).get("messages", ()):
            metadata = each.get("metadata") or {}
            if (metadata.get("event_payload") or {}).get("key") == key:
                return str(each["ts"])
        return ""

    async def update(self, spot: Spot, ts: str, message: Outgoing) -> None:
        """Show a message in place of one of ours.

        Raises:
            MessageGone: It was deleted.
            DeliveryError: It could not be changed.
        """
        client = (await self._workspaces.of(spot.team)).client
        async with self._locks.of(spot.message(ts)):
            try:
                await client.chat_update(
                    channel=spot.channel, ts=ts, text=message.text, blocks=message.blocks,
                    parse="none", link_names=False,
                    metadata={"event_type": EVENT, "event_payload": {}},
                )  # fmt: skip
            except (SlackApiError, *LOST) as error:
                raise translated(error) from error

    async def delete(self, spot: Spot, ts: str) -> None:
        """Delete a message of ours.

        Raises:
            MessageGone: It was deleted before.
            DeliveryError: It could not be deleted.
        """
        client = (await self._workspaces.of(spot.team)).client
        async with self._locks.of(spot.message(ts)):
            try:
                await client.chat_delete(channel=spot.channel, ts=ts)
            except (SlackApiError, *LOST) as error:
                raise translated(error) from error

    async def whisper(self, spot: Spot, user: str, message: Outgoing) -> None:
        """Show a message to one person in a channel.

        Raises:
            NotAllowed: We may not write there.
            DeliveryError: It could not be sent.
        """
        client = (await self._workspaces.of(spot.team)).client
        async with self._locks.of(f"{spot.conversation}@{user}"):
            try:
                await client.chat_postEphemeral(
                    channel=spot.channel, user=user, thread_ts=spot.thread_ts or None,
                    text=message.text, blocks=message.blocks, parse="none", link_names=False,
                )  # fmt: skip
            except (SlackApiError, *LOST) as error:
                raise translated(error) from error

    async def respond(
        self, url: str, message: Outgoing, *, replace: bool = False, in_channel: bool = False
    ) -> None:
        """Answer a command or a button.

        Args:
            url: Where Slack takes the answer.
            message: It.
            replace: It is shown in place of the message that was pressed on.
            in_channel: Everybody sees it, not the person alone.

        Raises:
            DeliveryError: It could not be sent.
        """
        webhook = AsyncWebhookClient(
            url, session=self._session,
            # What may have been heard is not said again: everybody would see it twice.
            retry_handlers=[
                AsyncRateLimitErrorRetryHandler(3),
                AsyncConnectionErrorRetryHandler(error_types=[aiohttp.ClientConnectorError]),
            ],
        )  # fmt: skip
        try:
            response = await webhook.send(
                text=message.text, blocks=message.blocks,
                response_type="in_channel" if in_channel else "ephemeral",
                replace_original=replace, unfurl_links=False, unfurl_media=False,
            )  # fmt: skip
        except (SlackApiError, *LOST) as error:
            raise translated(error) from error
        if response.status_code != _OK:
            raise DeliveryError(Told("Slack took no reply ({reason})", reason=response.body[:80]))

    async def retract(self, url: str) -> None:
        """Take the message away on which a button was pressed.

        Raises:
            DeliveryError: It could not be taken away.
        """
        try:
            response = await AsyncWebhookClient(url, session=self._session).send(
                delete_original=True
            )
        except (SlackApiError, *LOST) as error:
            raise translated(error) from error
        if response.status_code != _OK:
            raise DeliveryError(
                Told("Slack took no message away ({reason})", reason=response.body[:80])
            )

    async def direct(self, team: str, user: str) -> str:
        """Return the channel in which we speak with somebody alone.

        Raises:
            DeliveryError: There is none.
        """
        client = (await self._workspaces.of(team)).client
        try:
            opened = needed(await client.conversations_open(users=user), "channel")
        except (SlackApiError, *LOST) as error:
            raise translated(error) from error
        return text_of(opened.get("id"))

    @asynccontextmanager
    async def _way_into(self, spot: Spot) -> AsyncIterator[None]:
        channel = self._channels.of(spot.message(""))
        async with self._locks.of(spot.conversation), channel:
            yield

    async def _post(self, workspace: Workspace, spot: Spot, message: Outgoing, key: str) -> str:
        response = await workspace.client.chat_postMessage(
            channel=spot.channel, thread_ts=spot.thread_ts or None, text=message.text,
            blocks=message.blocks, unfurl_links=False, unfurl_media=False, parse="none",
            link_names=False, mrkdwn=False,
            metadata={"event_type": EVENT, "event_payload": {"key": key}},
        )  # fmt: skip
        return str(data_of(response)["ts"])


def _asked_at(key: str) -> str:
    """Return when what a message replies to was written, or "": by Slack's clock, not ours."""
    ts = key.rpartition("/")[2]
    return ts if ts.replace(".", "", 1).isdecimal() else ""
