"""The lines chat as the composition root knows it: step 4 of "Add a platform"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.checks.diagnostics import Finding, Reader
from tests.fakes.lines.adapter import Lines
from tests.fakes.lines.translate import PLATFORM, readers_of

if TYPE_CHECKING:
    from bot.ports import ChatAdapter
    from bot.services import Services
    from bot.settings.values import Settings


class LinesPlatform:
    """The lines chat, registered (a `Platform`); its setting is the port of its server."""

    name = PLATFORM

    def __init__(self, port: int | None) -> None:
        self._port = port

    def is_set(self, settings: Settings) -> bool:
        del settings
        return self._port is not None

    def adapter(self, settings: Settings, services: Services) -> ChatAdapter | None:
        del settings
        return None if self._port is None else Lines(self._port, services)

    async def findings(self, settings: Settings, services: Services) -> list[Finding]:
        watched = services.ledger.channels.watched(PLATFORM)
        text = f"{len(watched)} channels watched"
        return [Finding(PLATFORM, is_fine=True, text=text)] if self.is_set(settings) else []

    async def readers(self, settings: Settings, services: Services, id_: str) -> list[Reader]:
        del services
        is_known = self.is_set(settings) and id_ == "square"
        return [Reader("#square", readers_of(id_))] if is_known else []
