"""A channel that was made private is so at the next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


async def test_who_is_no_member_of_a_channel_that_was_made_private_sees_it_no_longer(
    rig: Rig,
) -> None:
    slack = rig.slack
    bakers = slack.world.add_channel(slack.team.id, "bakers", "public", slack.team.bot, slack.ada)
    await rig.stores(post(OVEN, "1", audience=f"slack:{bakers.id}"))
    direct = slack.direct_channel(slack.benoit)
    async with rig.running():
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        assert OVEN in shown(await rig.hears(direct, "oven"))
        bakers.kind = "private"
        event = {"type": "message", "subtype": "channel_convert_to_private"}
        more = {"channel": bakers.id, "user": slack.ada.id, "ts": "1700000000.000001"}
        await slack.sends_event(event | more, bakers)
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        await rig.hears(direct, "Nothing in the posts")
