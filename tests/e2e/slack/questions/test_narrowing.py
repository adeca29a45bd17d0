"""What Slack does not show, and what changes there, never widens an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from adapters.slack.access.citable_posts import Audiences
from adapters.slack.access.directory import Directory
from adapters.slack.api.workspaces import OneWorkspace, log_in
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post
from tests.fakes.slack.shapes import user_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.slack.server import FakeSlack


@pytest.fixture
async def audiences(slack: FakeSlack) -> AsyncIterator[Audiences]:
    """Ask the loopback Slack who may see what."""
    async with aiohttp.ClientSession() as session:
        workspaces = OneWorkspace(await log_in(slack.bot_token, slack.api_url, session, 0.01))
        yield Audiences(workspaces, Directory(workspaces))


def members(slack: FakeSlack) -> set[str]:
    """Return what every full member may see."""
    public = (slack.general, slack.random, slack.partners)
    return {"everyone", f"slack:{slack.team.id}", *(f"slack:{each.id}" for each in public)}


async def test_a_private_channel_s_readers_see_what_all_see_and_their_own(
    slack: FakeSlack, audiences: Audiences
) -> None:
    seen = await audiences.of_channel(slack.team.id, slack.secret.id)
    assert seen == members(slack) | {f"slack:{slack.secret.id}"}
    assert await audiences.of_channel(slack.team.id, slack.random.id) == members(slack)


async def test_a_guest_or_an_outsider_in_a_channel_narrows_it_to_itself(
    slack: FakeSlack, audiences: Audiences
) -> None:
    for channel in (slack.general, slack.partners):
        seen = await audiences.of_channel(slack.team.id, channel.id)
        assert seen == {"everyone", f"slack:{channel.id}"}


async def test_a_member_sees_the_private_channels_they_are_in_and_a_guest_their_own(
    slack: FakeSlack, audiences: Audiences
) -> None:
    team = slack.team.id
    assert await audiences.of_person(team, slack.benoit.id) == members(slack) | {
        f"slack:{slack.secret.id}"
    }
    assert await audiences.of_person(team, slack.gil.id) == {
        "everyone",
        f"slack:{slack.general.id}",
    }
    assert await audiences.of_person(team, slack.olga.id) == {
        "everyone",
        f"slack:{slack.partners.id}",
    }


async def test_where_slack_does_not_show_who_reads_along_only_the_least_is_seen(
    slack: FakeSlack, audiences: Audiences
) -> None:
    team, own = slack.team.id, {"everyone", f"slack:{slack.secret.id}"}
    slack.faults.error("users.list", "missing_scope")
    assert await audiences.of_channel(team, slack.secret.id) == own
    audiences.forget_lists(team)
    audiences.forget(team, slack.secret.id)
    slack.faults.error("conversations.members", "fetch_members_failed")
    assert await audiences.of_channel(team, slack.secret.id) == own
    audiences.forget(team, slack.secret.id)
    slack.faults.error("conversations.list", "missing_scope")
    narrow = {*own, f"slack:{team}"}
    assert await audiences.of_channel(team, slack.secret.id) == narrow
    slack.faults.error("users.conversations", "missing_scope")
    slack.faults.error("users.info", "user_not_visible")
    assert await audiences.of_person(team, slack.ada.id) == {"everyone"}
    assert await audiences.of_channel(team, slack.hidden.id) == {
        "everyone",
        f"slack:{slack.hidden.id}",
    }
    assert await audiences.of_channel(team, slack.direct_channel(slack.ada).id) == {"everyone"}


@pytest.mark.parametrize("method", ["users.list", "conversations.members", "conversations.list"])
async def test_where_slack_fails_nothing_is_taken_as_known(
    slack: FakeSlack, audiences: Audiences, method: str
) -> None:
    slack.faults.error(method, "fatal_error")
    with pytest.raises(SlackApiError):
        await audiences.of_channel(slack.team.id, slack.secret.id)
    assert await audiences.of_channel(slack.team.id, slack.secret.id)


async def test_where_slack_fails_about_a_person_nothing_is_taken_as_known(
    slack: FakeSlack, audiences: Audiences
) -> None:
    for method in ("users.info", "users.conversations"):
        slack.faults.error(method, "fatal_error")
        with pytest.raises(SlackApiError):
            await audiences.of_person(slack.team.id, slack.ada.id)


async def test_a_workspace_s_own_labels_are_those_where_the_bot_reads_along(
    slack: FakeSlack, audiences: Audiences
) -> None:
    assert await audiences.of_bot(slack.team.id) == (members(slack) - {"everyone"}) | {
        f"slack:{slack.secret.id}"
    }


async def test_who_becomes_a_guest_and_what_becomes_public_counts_at_once(rig: Rig) -> None:
    slack = rig.slack
    slack.general.members.discard(slack.gil.id)
    mention = slack.team.bot.mention
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.team.id}"))
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        first = await rig.hears(slack.general, OVEN)
        slack.benoit.is_guest = True
        told = user_json(slack.benoit, slack.team, locale=True)
        await slack.sends_event({"type": "user_change", "user": told})
        await slack.until(lambda: OVEN not in shown(first))
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit today?")
        await rig.hears(slack.general, "Nothing in the posts answers that.")
        slack.benoit.is_guest = False
        told = user_json(slack.benoit, slack.team, locale=True)
        await slack.sends_event({"type": "user_change", "user": told})
        slack.general.shared_with.add("T9")
        event = {"type": "channel_shared", "channel": slack.general.id}
        await slack.sends_event(event)
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit now?")
        await rig.hears(slack.general, "Nothing in the posts answers that.", times=2)
        slack.general.shared_with.clear()
        event = {"type": "channel_rename", "channel": {"id": slack.general.id, "name": "all"}}  # type: ignore[dict-item]
        await slack.sends_event(event)
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit then?")
        await slack.until(lambda: OVEN in shown(slack.general.messages[-1]))
        assert OVEN not in shown(first)  # what was struck out stays so


@pytest.mark.parametrize("kept_from", ["guests", "people of other workspaces"])
async def test_who_reads_along_is_the_reason_only_where_posts_could_be_quoted_without_them(
    rig: Rig, kept_from: str
) -> None:
    slack = rig.slack
    place = slack.general if kept_from == "guests" else slack.partners
    open_, closed = (f"slack:{each.id}" for each in (slack.random, slack.secret))
    await rig.services.library.save(
        [
            post(OVEN, "1", audience=open_),
            post("Goats graze here.", "2", audience=closed),
        ]
    )

    async def told(text: str) -> str:
        before = len(place.ephemerals)
        await slack.says(slack.ada, place, f"{slack.team.bot.mention} {text}")
        found = await slack.until(lambda: place.ephemerals[before:])
        return shown(found[0].message)

    async with rig.running():
        assert f"because {kept_from} read along" in await told("when is the village oven lit?")
        assert "because not everybody here may read them" in await told("where do goats graze?")
