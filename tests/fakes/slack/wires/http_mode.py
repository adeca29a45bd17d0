"""HTTP mode: Slack signs what it has to tell, and posts it to the bot's address."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import aiohttp

if TYPE_CHECKING:
    from tests.fakes.slack.wires.delivery import Delivery
    from tests.fakes.slack.wires.journal import Journal
    from tests.fakes.slack.world import Json

STALE_SECONDS = 60 * 10
TIMEOUT_SECONDS = 3


class Signature(Enum):
    """How a request is signed."""

    VALID = auto()
    FORGED = auto()
    STALE = auto()
    MISSING = auto()


class HttpMode:
    """The side of Slack that calls the bot.

    Attributes:
        target: The bot's address; empty means Socket Mode is in use.
        signature: How the next requests are signed.
    """

    def __init__(self, journal: Journal, signing_secret: str) -> None:
        self.target = ""
        self.signing_secret = signing_secret
        self.signature = Signature.VALID
        self._journal = journal
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def headers(self, body: str) -> dict[str, str]:
        """The timestamp and signature of a body."""
        if self.signature is Signature.MISSING:
            return {}
        age = STALE_SECONDS if self.signature is Signature.STALE else 0
        timestamp = str(int(time.time()) - age)
        forged = self.signature is Signature.FORGED
        secret = "not-the-secret" if forged else self.signing_secret
        base = f"v0:{timestamp}:{body}".encode()
        digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}

    async def send(self, delivery: Delivery) -> None:
        """Begin to post one delivery; the answer comes when it comes."""
        task = asyncio.create_task(self._attempt(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.sleep(0)  # lets it begin, so that posts start in order

    async def verify(self) -> bool:
        """Whether the bot answers Slack's challenge."""
        challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
        body = json.dumps({"token": "t", "challenge": challenge, "type": "url_verification"})
        status, answer = await self._post(body, {"Content-Type": "application/json"})
        return status == 200 and challenge in answer

    async def close(self) -> None:
        """End what is still under way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _attempt(self, delivery: Delivery) -> None:
        delivery.start()
        body, headers = _encode(delivery)
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                status, answer = await self._post(body, headers, delivery)
        except TimeoutError:
            delivery.fail("http_timeout")
        except aiohttp.ClientError:
            delivery.fail("connection_failed")
        else:
            delivery.statuses.append(status)
            if status < 300:
                delivery.acknowledge(_decode(answer))
            else:
                delivery.fail("http_error")
        self._journal.notify()

    async def _post(
        self, body: str, headers: dict[str, str], delivery: Delivery | None = None
    ) -> tuple[int, str]:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        sent = headers | self.headers(body)
        async with self._session.post(self.target, data=body, headers=sent) as response:
            if delivery and response.headers.get("X-Slack-No-Retry") == "1":
                delivery.may_retry = False
            return response.status, await response.text()


def _encode(delivery: Delivery) -> tuple[str, dict[str, str]]:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    if delivery.kind == "slash_commands":
        return urlencode(delivery.payload), form
    if delivery.kind == "interactive":
        return urlencode({"payload": json.dumps(delivery.payload)}), form
    headers = {"Content-Type": "application/json"}
    if delivery.attempts > 1:
        headers["X-Slack-Retry-Num"] = str(delivery.attempts - 1)
        headers["X-Slack-Retry-Reason"] = (
            delivery.failures[-1] if delivery.failures else "http_error"
        )
    return json.dumps(delivery.payload), headers


def _decode(answer: str) -> Json:
    if not answer:
        return {}
    try:
        decoded = json.loads(answer)
    except ValueError:
        return {"text": answer}
    return decoded if isinstance(decoded, dict) else {"text": answer}
