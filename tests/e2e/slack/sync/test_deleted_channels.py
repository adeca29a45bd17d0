"""What stood in a channel that is deleted is gone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN, shown
from tests.e2e.slack.sync.test_channel_sync import watches

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


async def test_a_deleted_channel_s_posts_go_at_once_and_answers_are_corrected(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.random, OVEN)
    slack.random.members.add(slack.team.bot.id)
    async with rig.running():
        await watches(rig, slack.random)
        await slack.direct_message(slack.ada, "when is the village oven lit?")
        answer = await rig.hears(slack.direct_channel(slack.ada), OVEN)
        del slack.world.channels[slack.random.id]
        await slack.sends_event({"type": "channel_deleted", "channel": slack.random.id})
        await rig.until_stored(slack.random, {})
        await slack.until(lambda: OVEN not in shown(answer))
        assert rig.services.ledger.channels.watched("slack") == []


async def test_what_was_deleted_while_the_bot_was_away_goes_once_it_is_back(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.random, OVEN)
    slack.random.members.add(slack.team.bot.id)
    async with rig.running():
        await watches(rig, slack.random)
    del slack.world.channels[slack.random.id]
    async with rig.running():
        await rig.until_stored(slack.random, {})
