"""A connection that stands, and over which nothing comes any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


async def test_a_connection_that_falls_silent_is_given_up_for_another(stored: Rig) -> None:
    slack = stored.slack
    slack.socket.answers_pings = False
    async with stored.running() as task:
        slack.socket.answers_pings = True
        await slack.until(lambda: slack.socket.opened > 1)
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await stored.hears(slack.direct_channel(slack.ada), OVEN)
        assert not task.done()
