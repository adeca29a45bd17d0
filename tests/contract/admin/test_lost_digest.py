"""What becomes of a digest whose channel the bot may not write in, on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.rooms.digest_rooms import DiscordDigestRoom, SlackDigestRoom
from tests.e2e.discord import conftest as on_discord
from tests.e2e.slack import conftest as on_slack

if TYPE_CHECKING:
    from tests.contract.rooms.digest_rooms import DigestRoom, Lost

world, rig, slack = on_discord.world, on_slack.rig, on_slack.slack
own_discord = on_discord._own_discord  # noqa: SLF001 - a fixture

LOST = "I may not post the weekly digest there: choose another channel"


@pytest.fixture(params=["discord", "slack"])
def room(request: pytest.FixtureRequest) -> DigestRoom:
    """An admin on each platform."""
    if request.param == "discord":
        return DiscordDigestRoom(request.getfixturevalue("world"))
    return SlackDigestRoom(request.getfixturevalue("rig"))


@pytest.mark.parametrize("how", ["kept out", "deleted", "closed"])
async def test_an_admin_is_told_once_that_the_digest_cannot_be_posted(
    room: DigestRoom, how: Lost
) -> None:
    async with room.open():
        await room.sets(digest_in="there")
        await room.looks()
        await room.hears("Weekly digest of unanswered questions: ", times=2)
    said = [each for each in await room.checked() if "digest" in each.text]
    assert [each.is_fine for each in said] == [True]
    room.loses_there(how)
    for _ in range(2):
        async with room.open():
            await room.admin_hears(f"The channel of the weekly digest – {LOST}")
            await room.looks()
            await room.hears(f" – {LOST}")
    assert room.times_admin_heard("The channel of the weekly digest – ") == 1
    (line,) = [each for each in await room.checked() if "digest" in each.text]
    assert not line.is_fine
    assert "let me write there, or choose another channel with /posts settings" in line.text
