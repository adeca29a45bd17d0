"""A fake Discord to which discord.py is turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.discord.probe import point_at
from tests.fakes.discord.server import FakeDiscord

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as started:
        point_at(started, monkeypatch)
        yield started
