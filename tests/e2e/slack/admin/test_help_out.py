"""Where answers are offered unasked in Slack, as admins type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import shown

if TYPE_CHECKING:
    from tests.e2e.slack.conftest import Rig


async def told(rig: Rig, typed: str) -> str:
    """Return what an admin is told who types this after `/posts help-out`."""
    slack = rig.slack
    before = len(rig.said(slack.general))
    await slack.uses_command(slack.ada, slack.general, "/posts", f"help-out {typed}")
    said = await slack.until(lambda: rig.said(slack.general)[before:])
    return shown(said[-1])


async def test_what_cannot_be_done_is_told_with_the_remedy_and_the_rest_is_done(rig: Rig) -> None:
    general, random = (f"<#{each.id}|x>" for each in (rig.slack.general, rig.slack.random))
    team = rig.slack.team.id
    async with rig.running():
        assert "“at once” is no way to offer answers" in await told(rig, f"{general} At  once")
        assert "I may not write in #random" in await told(rig, random)
        assert rig.services.ledger.settings.of("slack", team).offering == {}
        assert "#general, in the thread" in await told(rig, general)
        assert "#general, to the asker only" in await told(rig, f"{general} To the asker only")
        channel = f"slack:{team}/{rig.slack.general.id}"
        assert rig.services.ledger.settings.of("slack", team).offering == {channel: "asker"}
        assert "no longer offer answers unasked in #general" in await told(rig, f"{general} OFF")
        assert rig.services.ledger.settings.of("slack", team).offering == {}
