from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


async def test_a_report_that_slack_does_not_take_is_told_with_what_is_missing(rig: Rig) -> None:
    slack = rig.slack
    slack.team.scopes.remove("files:write")
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "report")
        said = await rig.hears(slack.general, "Slack takes no file from me")
    assert "“files:write”" in shown(said)
