from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import pytest

from adapters.slack.api.timings import Timings
from bot.errors import LoginError, PlatformError
from bot.ledger.channels import Channel
from bot.ledger.jobs import new_job
from bot.settings.values import SlackHttp, SlackInstalling
from tests.e2e.slack.conftest import OVEN, Rig
from tests.fakes.bot.ledgers import NOW
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.slack.wires.http_mode import Signature

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LAMP = "The lighthouse lamp is cleaned with vinegar on Mondays."
FOGHORN = "The foghorn is tested on Saturdays at noon."
KEY = "a-key-that-is-long-enough-for-everybody"


@asynccontextmanager
async def listening(rig: Rig, *, installing: bool = False) -> AsyncIterator[str]:
    """Run the bot in HTTP mode, tell Slack where it is, and stop it."""
    slack = rig.slack
    rig.more["http"] = SlackHttp(slack.signing_secret, "127.0.0.1", 0)
    if installing:
        site = slack.site
        rig.more["installing"] = SlackInstalling(site.client_id, site.client_secret, KEY)
        rig.more["bot_token"] = ""
    bot = rig.adapter()
    task = asyncio.create_task(bot.run(rig.ask))
    opened = asyncio.create_task(bot.opened.wait())
    await asyncio.wait([task, opened], return_when=asyncio.FIRST_COMPLETED)
    opened.cancel()
    try:
        slack.http_target = f"{bot.address}/slack/events"
        yield bot.address
    finally:
        slack.http_target = ""
        task.cancel()
        await asyncio.wait([task])


async def fetched(url: str) -> tuple[int, str]:
    """Return the status and the text of a page."""
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_mention_a_command_and_a_button_work_over_http(stored: Rig) -> None:
    slack = stored.slack
    async with listening(stored):
        assert await slack.verifies_url()
        await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        answer = await stored.hears(slack.general, OVEN)
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await stored.hears(slack.general, OVEN, times=2)
        await slack.presses(slack.ada, answer, "why:1")
        await stored.hears(slack.general, "Searched 2 posts that everybody here may read")
    assert all(each.is_acknowledged for each in slack.deliveries)


@pytest.mark.parametrize("signature", [Signature.FORGED, Signature.STALE, Signature.MISSING])
async def test_what_is_not_signed_by_slack_is_refused(stored: Rig, signature: Signature) -> None:
    slack = stored.slack
    async with listening(stored):
        slack.signature = signature
        assert not await slack.verifies_url()
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven?")
        await slack.until(lambda: slack.deliveries[-1].statuses)
    assert {status for each in slack.deliveries for status in each.statuses} == {401}
    assert stored.said(slack.general) == []


async def test_what_slack_tells_again_after_a_stop_is_answered_once(stored: Rig) -> None:
    slack = stored.slack
    async with listening(stored):
        pass
    slack.http_target = "http://127.0.0.1:1/slack/events"
    await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?")
    await slack.until(lambda: all(each.failures for each in slack.deliveries))
    async with listening(stored):
        await slack.repeats_unacknowledged()
        await stored.hears(slack.general, OVEN)
        for delivery in slack.deliveries:
            await slack.repeats(delivery)
        await slack.until(lambda: all(len(each.statuses) == 2 for each in slack.deliveries))
    assert len(slack.calls_of("chat.postMessage")) == 1


async def test_a_supervisor_can_see_that_it_lives_and_is_ready(stored: Rig) -> None:
    async with listening(stored) as address:
        assert await fetched(f"{address}/healthz") == (200, "ok\n")
        assert await fetched(f"{address}/readyz") == (200, "ready\n")
        assert (await fetched(f"{address}/slack/install"))[0] == 404


async def test_a_port_that_is_taken_is_said_in_one_sentence(stored: Rig) -> None:
    async with listening(stored) as address:
        port = int(address.rpartition(":")[2])
        stored.more["http"] = SlackHttp("secret", "127.0.0.1", port)
        with pytest.raises(PlatformError, match=f"cannot listen on 127.0.0.1:{port}"):
            await stored.adapter().run(stored.ask)


async def install(rig: Rig, address: str, code: str, state: str = "") -> int:
    """Go through the installation as a browser does; return the last status."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        async with session.get(f"{address}/slack/install") as page:
            cookie = page.cookies["slack-app-oauth-state"].value
        assert rig.slack.site.client_id in await fetched_text(address)
        query = {"code": code, "state": state or cookie}
        headers = {"Cookie": f"slack-app-oauth-state={cookie}"}
        url = f"{address}/slack/oauth_redirect"
        async with session.get(url, params=query, headers=headers) as page:
            return page.status


async def fetched_text(address: str) -> str:
    """Return the page that begins an installation."""
    return (await fetched(f"{address}/slack/install"))[1]


async def test_what_is_unfinished_in_a_workspace_that_threw_the_bot_out_hinders_nobody(
    stored: Rig,
) -> None:
    ledger, gone = stored.services.ledger, "slack:T9/C9"
    ledger.channels.put(Channel(gone, "slack", "T9", "#gone", newest="1.0"))
    job = new_job(
        "slack", "watch", gone, workspace_id="T9", audience="slack:T9", locale="en", started_at=NOW
    )
    ledger.jobs.put(replace(job, message="slack:T9/D9/1.0"))
    async with listening(stored, installing=True) as address:
        assert (await fetched(f"{address}/readyz"))[0] == 200
        running = stored.services.jobs.find(job.id)
        async with asyncio.timeout(PATIENCE_SECONDS):
            states = [each.state async for each in running.changes(0)] if running else ["failed"]
        assert states[-1] == "failed"


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # the SDK's way to say who we are
async def test_several_workspaces_are_served_once_they_installed_the_app(stored: Rig) -> None:
    slack = stored.slack
    other = slack.world.add_team("Meadow")
    zoe = slack.world.add_user(other.id, "zoe")
    lane = slack.world.add_channel(other.id, "lane", "public", other.bot, zoe)
    async with listening(stored, installing=True) as address:
        assert await install(stored, address, slack.grants(slack.team)) == 200
        assert await install(stored, address, slack.grants(other)) == 200
        assert await install(stored, address, "no-code") == 401
        assert await install(stored, address, slack.grants(other), "forged") == 400
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
        await stored.hears(slack.general, OVEN)
        await slack.says(zoe, lane, f"{other.bot.mention} when is the oven lit?")
        await slack.until(lambda: [x for x in lane.messages if x.user_id == other.bot.id])
        kept = stored.services.ledger.notes("slack.installation:")
        assert set(kept) == {f"slack.installation:{each.id}" for each in (slack.team, other)}
        assert not any("xoxb" in each for each in kept.values())
        await slack.uninstalls(other)
        await slack.until(lambda: all(each.is_acknowledged for each in slack.deliveries))
        assert set(stored.services.ledger.notes("slack.installation:")) == {
            f"slack.installation:{slack.team.id}"
        }
        assert stored.services.ledger.noted(f"left:slack/{other.id}")
        assert not stored.services.ledger.noted(f"left:slack/{slack.team.id}")


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")  # the SDK's way to say who we are
async def test_what_happened_between_a_removal_and_an_installation_is_caught_up_with(
    rig: Rig,
) -> None:
    slack = rig.slack
    other = slack.world.add_team("Meadow")
    zoe = slack.world.add_user(other.id, "zoe", is_admin=True)
    lane = slack.world.add_channel(other.id, "lane", "public", other.bot, zoe)
    lamp = slack.wrote(zoe, lane, LAMP)
    async with listening(rig, installing=True) as address:
        assert await install(rig, address, slack.grants(slack.team)) == 200
        assert await install(rig, address, slack.grants(other)) == 200
        await slack.uses_command(zoe, lane, "/posts", f"watch <#{lane.id}>")
        await rig.until_stored(lane, {LAMP: f"slack:{lane.id}"})
        await slack.uninstalls(other)
        await slack.until(lambda: rig.services.ledger.noted(f"left:slack/{other.id}"))
        lane.messages.remove(lamp)
        slack.wrote(zoe, lane, FOGHORN)
        other.is_revoked = False
        assert await install(rig, address, slack.grants(other)) == 200
        await rig.until_stored(lane, {FOGHORN: f"slack:{lane.id}"})


async def test_a_bot_that_is_removed_from_its_only_workspace_ends(rig: Rig) -> None:
    task = asyncio.create_task(rig.adapter().run(rig.ask))
    await rig.slack.connected()
    await rig.slack.sends_event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})
    await rig.slack.uninstalls(rig.slack.team)
    with pytest.raises(LoginError, match="was removed from its Slack workspace"):
        await task
    assert rig.services.ledger.noted(f"left:slack/{rig.slack.team.id}")
    assert rig.timings != Timings()
