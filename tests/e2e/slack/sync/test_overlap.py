"""What is changed or deleted while old messages are being read ends as it was last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.slack.conftest import OVEN
from tests.e2e.slack.sync.test_channel_sync import NETS, until_stored, watches

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


@pytest.mark.parametrize("is_known", [False, True])
async def test_what_happens_while_a_page_is_read_is_not_undone_by_the_page(
    rig: Rig, *, is_known: bool
) -> None:
    slack = rig.slack
    edited, gone = (slack.wrote(slack.benoit, slack.general, f"Word {n}.") for n in range(2))
    if is_known:
        async with rig.running():
            await watches(rig, slack.general)
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await slack.until(lambda: slack.replies)
        # Who uses the command is known now: the page is there, and its author is asked for.
        fault = slack.faults.held("users.info")
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await slack.until(fault.arrived.is_set)
        rig.changed.clear()
        await slack.edits(edited, OVEN)
        await slack.deletes(gone)
        await rig.changed.wait()
        fault.release.set()
        await until_stored(rig, slack.general, OVEN)
        await slack.until(lambda: "Done: " in slack.direct_channel(slack.ada).messages[-1].text)
        await until_stored(rig, slack.general, OVEN)


async def test_what_is_on_its_way_when_a_channel_is_watched_no_longer_is_not_kept(
    rig: Rig,
) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.general, OVEN)
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await slack.until(lambda: slack.replies)
        fault = slack.faults.held("users.info")  # the author of what is being read
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await slack.until(fault.arrived.is_set)
        await slack.uses_command(slack.ada, slack.general, "/posts", "unwatch")
        await rig.hears(slack.general, "I follow #general no longer")
        fault.release.set()
        direct = slack.direct_channel(slack.ada)
        await rig.hears(direct, "the channel is not watched")
        await until_stored(rig, slack.general)


async def test_what_is_deleted_while_it_is_being_taken_in_does_not_come_back(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        fault = slack.faults.held("users.info")
        said = await slack.says(slack.benoit, slack.general, OVEN)
        await slack.until(fault.arrived.is_set)
        await slack.deletes(said)
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        fault.release.set()
        await slack.says(slack.ada, slack.general, NETS)
        await until_stored(rig, slack.general, NETS)
