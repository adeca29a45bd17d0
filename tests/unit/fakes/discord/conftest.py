"""A fake Discord to which discord.py is turned, with one server in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.fakes.discord.api.server import FakeDiscord
from tests.fakes.discord.probe import point_at
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild, Member


@dataclass
class Place:
    guild: Guild
    ada: Member
    general: Channel


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as started:
        point_at(started, monkeypatch)
        yield started


@pytest.fixture
def place(fake: FakeDiscord) -> Place:
    guild = fake.world.add_guild(bot_permissions=Permission.MANAGE_MESSAGES)
    return Place(guild, guild.add_member("ada"), guild.add_channel("general"))
