"""Slack's Web API as we call it: patient, and never twice where that would be seen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import BackoffRetryIntervalCalculator
from slack_sdk.web.async_client import AsyncWebClient

from adapters.markup.slack_blocks import object_of, objects_of
from bot.errors import BotError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

_TIMEOUT: Final = aiohttp.ClientTimeout(total=30)
_PAGE: Final = 200
_TRIES: Final = 3
_FAULT: Final = 500
_OFTEN: Final = 6

# What is seen when it happens twice: whether it happened is looked up before it is tried again.
_ONCE: Final = (
    "chat.postMessage", "chat.postEphemeral", "files.completeUploadExternal", "views.open",
)  # fmt: skip

LOST: Final = (aiohttp.ClientError, TimeoutError)
"""A call that may or may not have been heard."""


class _Again(AsyncRetryHandler):
    """Repeats what may happen twice, when Slack or the way there failed."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 - the interface's
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        await asyncio.sleep(0)
        if request.url.endswith(_ONCE):
            return False
        return isinstance(error, LOST) or (response is not None and response.status_code >= _FAULT)


class _Answer(aiohttp.ClientResponse):
    """An answer that can be read, however wrongly what stands between says it is written."""

    def get_encoding(self) -> str:
        """Return how the text is written; where it is not so, how any bytes can be read."""
        encoding = super().get_encoding()
        try:
            (self._body or b"").decode(encoding)
        except UnicodeDecodeError:
            return "latin-1"
        return encoding


class _Client(AsyncWebClient):
    """A client to which what is no object of Slack's (a list, a text) is an answer that failed."""

    async def _request(self, *, http_verb: str, api_url: str, req_args: Any) -> dict[str, Any]:
        got = await super()._request(http_verb=http_verb, api_url=api_url, req_args=req_args)
        return got if isinstance(got["data"], dict | bytes) else {**got, "data": {}}


def opened_session(*traces: aiohttp.TraceConfig) -> aiohttp.ClientSession:
    """Return connections to Slack."""
    return aiohttp.ClientSession(
        timeout=_TIMEOUT, trace_configs=list(traces), response_class=_Answer
    )


def client_for(
    token: str, api_url: str, session: aiohttp.ClientSession, retry_seconds: float = 1.0
) -> AsyncWebClient:
    """Return a client that waits where Slack says so, and repeats what may be repeated."""
    pauses = BackoffRetryIntervalCalculator(backoff_factor=retry_seconds / 2)
    handlers = [AsyncRateLimitErrorRetryHandler(_OFTEN), _Again(_TRIES, pauses)]
    return _Client(token, api_url, session=session, retry_handlers=handlers)


def data_of(response: AsyncSlackResponse) -> dict[str, Any]:
    """Return the JSON of an answer."""
    return response.data if isinstance(response.data, dict) else {}


def needed(response: AsyncSlackResponse, name: str) -> dict[str, Any]:
    """Return the object in an answer that there is no answer without.

    Raises:
        SlackApiError: It is not there: something else answered in Slack's place.
    """
    if found := object_of(data_of(response).get(name)):
        return dict(found)
    raise SlackApiError(f"The answer has no {name}.", response)  # type: ignore[no-untyped-call]


async def pages(
    call: Callable[..., Awaitable[AsyncSlackResponse]], **arguments: Any
) -> AsyncIterator[dict[str, Any]]:
    """Yield the pages of a list, one after the other."""
    cursor = ""
    while True:
        more = {"cursor": cursor} if cursor else {}
        page = data_of(await call(**{"limit": _PAGE, **arguments, **more}))
        yield page
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


async def message_at(client: AsyncWebClient, channel: str, ts: str) -> dict[str, Any] | None:
    """Return the message of this time in a channel; None where Slack does not show it."""
    answer = data_of(await client.conversations_replies(channel=channel, ts=ts, limit=1))
    found = objects_of(answer.get("messages"))
    return next((dict(each) for each in found if each.get("ts") == ts), None)


def problem_of(error: SlackApiError) -> str:
    """Return Slack's word for what went wrong."""
    response = error.response
    if isinstance(response, dict):
        return str(response.get("error", ""))
    data = getattr(response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def reason(error: Exception) -> str:
    """Return why something failed, fit for a log: by its name, never what Slack answered."""
    if isinstance(error, BotError):
        return str(error)
    named = problem_of(error) if isinstance(error, SlackApiError) else ""
    return named or type(error).__name__


def is_fault(error: Exception) -> bool:
    """Return whether Slack itself failed, so that what was asked may have happened."""
    if not isinstance(error, SlackApiError):
        return isinstance(error, LOST)
    # The SDK gives the bare response of a page that is no JSON.
    status = getattr(error.response, "status_code", None) or getattr(error.response, "status", 0)
    return int(status or 0) >= _FAULT
