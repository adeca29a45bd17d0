"""The app as a whole organisation (Enterprise Grid) installs it, over HTTP."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from tests.e2e.slack.api.test_http_mode import install, listening
from tests.e2e.slack.conftest import OVEN, Rig
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.slack.world import Json, Team

ORGANISATION = "E0MEADOW"
LAMP = "The lighthouse lamp is cleaned with vinegar on Mondays."

# The SDK's way to say who we are.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")


@asynccontextmanager
async def installed(rig: Rig) -> AsyncIterator[None]:
    """Run the bot, installed by an organisation."""
    slack = rig.slack
    slack.team.organisation = ORGANISATION
    async with listening(rig, installing=True) as address:
        assert await install(rig, address, slack.grants(slack.team)) == 200
        yield


def known(rig: Rig) -> set[str]:
    """Return what is noted of installations and of the workspaces of organisations."""
    ledger = rig.services.ledger
    return {*ledger.notes("slack.installation:"), *ledger.notes("slack.organisation:")}


async def acknowledged(rig: Rig) -> None:
    """Wait until Slack knows that all it told was heard."""
    slack = rig.slack
    await slack.until(lambda: all(each.is_acknowledged for each in slack.deliveries))


def sibling(rig: Rig) -> Team:
    """Return another workspace of the organisation."""
    other = rig.slack.world.add_team("Meadow")
    other.organisation = ORGANISATION
    return other


async def test_its_workspaces_are_served_from_their_first_event_on(stored: Rig) -> None:
    slack, ledger = stored.slack, stored.services.ledger
    async with installed(stored):
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
        answer = await stored.hears(slack.general, OVEN)
        assert known(stored) == {
            f"slack.installation:{ORGANISATION}", f"slack.organisation:{slack.team.id}"
        }  # fmt: skip
        await slack.presses(slack.ada, answer, "why:1")
        await stored.hears(slack.general, "Searched 2 posts that everybody here may read")
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await stored.hears(slack.general, OVEN, times=2)
        await slack.opens_home(slack.ada)
        await slack.until(lambda: slack.ada.id in slack.homes)
        await slack.uninstalls(slack.team)
        await acknowledged(stored)
        await slack.until(lambda: not known(stored))
        assert ledger.noted(f"left:slack/{slack.team.id}")


async def test_one_that_is_taken_out_of_it_is_left_alone_of_all(stored: Rig) -> None:
    slack, ledger, other = stored.slack, stored.services.ledger, sibling(stored)
    async with installed(stored):
        ledger.note(f"slack.organisation:{other.id}", ORGANISATION)
        ledger.note(f"slack.organisation:{slack.team.id}", ORGANISATION)
        await slack.takes_out(ORGANISATION, other)
        await slack.until(lambda: ledger.noted(f"left:slack/{other.id}"))
        assert known(stored) == {
            f"slack.installation:{ORGANISATION}", f"slack.organisation:{slack.team.id}"
        }  # fmt: skip
        assert not ledger.noted(f"left:slack/{slack.team.id}")
        await slack.is_removed_by(ORGANISATION, slack.team)
        await slack.until(lambda: ledger.noted(f"left:slack/{slack.team.id}"))
        await slack.until(lambda: not known(stored))


@pytest.mark.parametrize("is_told", [True, False])
async def test_what_was_added_or_taken_out_while_the_bot_was_away_is_taken_over(
    stored: Rig, *, is_told: bool
) -> None:
    slack, ledger = stored.slack, stored.services.ledger
    added, gone = sibling(stored), slack.world.add_team("Marsh")
    async with installed(stored):
        ledger.note(f"slack.organisation:{slack.team.id}", ORGANISATION)
        ledger.note(f"slack.organisation:{gone.id}", ORGANISATION)
    before = known(stored)
    if not is_told:
        slack.faults.error("auth.teams.list", "unknown_method", times=9)
    async with listening(stored, installing=True):
        await slack.until(lambda: slack.calls_of("auth.teams.list"))
        left, there = f"left:slack/{gone.id}", f"slack.organisation:{added.id}"
        if is_told:
            await slack.until(lambda: ledger.noted(left) and ledger.noted(there))
            assert not ledger.noted(f"left:slack/{slack.team.id}")
        else:
            await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
            await stored.hears(slack.general, OVEN)
            assert known(stored) == before
            assert not ledger.noted(left)


async def test_a_shared_channel_is_read_whichever_workspace_slack_names(stored: Rig) -> None:
    slack, ledger, other = stored.slack, stored.services.ledger, sibling(stored)
    channel = slack.general
    ledger.note(f"slack.organisation:{slack.team.id}", ORGANISATION)
    id_ = f"slack:{slack.team.id}/{channel.id}"
    ledger.channels.put(Channel(id_, "slack", slack.team.id, "#general", newest="1.0"))
    async with installed(stored):
        event: Json = {
            "type": "message", "user": slack.ada.id, "text": LAMP, "channel": channel.id,
            "ts": slack.world.next_ts(), "team": other.id, "channel_type": "channel",
        }  # fmt: skip
        await slack.sends_event(event, channel, team=other)
        await stored.until_stored(channel, {LAMP: f"slack:{channel.id}"})
        gone: Json = {
            "type": "message", "subtype": "message_deleted", "hidden": True,
            "channel": channel.id, "channel_type": "channel", "deleted_ts": event["ts"],
        }  # fmt: skip
        await slack.sends_event(gone, channel, team=other)
        await stored.until_stored(channel, {})
    # It stays the channel of the workspace that watches it.
    watched = ledger.channels.watched("slack", slack.team.id)
    assert [each.id for each in watched] == [id_]


async def test_a_member_of_several_of_its_workspaces_is_no_outsider(stored: Rig) -> None:
    slack, other = stored.slack, sibling(stored)
    team, secret = slack.team, "The boathouse key hangs behind the clock."
    zoe = slack.world.add_user(other.id, "zoe", teams=[other.id, team.id])
    slack.secret.members.add(zoe.id)
    await stored.stores(post(secret, "3", audience=f"slack:{team.id}"))
    async with installed(stored):
        question = f"{team.bot.mention} where is the boathouse key?"
        await slack.says(slack.ada, slack.secret, question)
        await stored.hears(slack.secret, secret)
    assert not slack.secret.ephemerals  # nobody is named as a reason not to quote
