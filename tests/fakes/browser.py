"""A headless Chromium, driven over its own protocol on loopback: for what only a browser tells."""

from __future__ import annotations

import asyncio
import re
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
"""Where Debian's package puts it; None where it is not installed."""

_LISTENING = re.compile(rb"DevTools listening on (ws://127\.0\.0\.1:\d+/\S+)")
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
)  # fmt: skip


class Tab:
    """One page of the browser.

    Attributes:
        requests: The addresses that were asked for, in order.
        complaints: What the browser says of the page in its console.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._socket = socket
        self._session = ""
        self._number = 0

    async def attach(self) -> None:
        """Make the page, and listen to what it loads and says."""
        made = await self.call("Target.createTarget", url="about:blank")
        target = {"targetId": made["targetId"], "flatten": True}
        self._session = (await self.call("Target.attachToTarget", **target))["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            await self.call(f"{domain}.enable")

    async def opens(self, address: str, width: int, height: int = 800) -> None:
        """Show an address on a screen of this size, until it is loaded."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        await self.call("Emulation.setDeviceMetricsOverride", **screen)
        await self.call("Page.navigate", url=address)
        while (await self._read()).get("method") != "Page.loadEventFired":
            pass

    async def evaluates(self, expression: str) -> Any:
        """Return what an expression is in the page."""
        found = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"]["value"]

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer of a method of the protocol."""
        self._number += 1
        about = {"sessionId": self._session} if self._session else {}
        call = {"id": self._number, "method": method, "params": parameters}
        await self._socket.send_json({**call, **about})
        while (answer := await self._read()).get("id") != self._number:
            pass
        result: dict[str, Any] = answer["result"]
        return result

    async def _read(self) -> dict[str, Any]:
        told: dict[str, Any] = await self._socket.receive_json()
        parameters = told.get("params", {})
        if told.get("method") == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        if told.get("method") == "Log.entryAdded":
            self.complaints.append(parameters["entry"]["text"])
        return told


@asynccontextmanager
async def opened_tab(profile: Path) -> AsyncIterator[Tab]:
    """Run a browser whose profile lies in a folder, and give a page of it."""
    assert CHROMIUM
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_OPTIONS, f"--user-data-dir={profile}",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stderr
        while not (found := _LISTENING.search(line := await process.stderr.readline())):
            assert line, "the browser ended before it listened"
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(found[1].decode(), max_msg_size=0) as socket,
        ):
            tab = Tab(socket)
            await tab.attach()
            yield tab
            await socket.send_json({"id": 0, "method": "Browser.close"})
        await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
