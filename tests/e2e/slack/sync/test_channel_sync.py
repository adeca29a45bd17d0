from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp

from adapters.slack.api.sender import EVENT
from adapters.slack.api.web_api import client_for
from adapters.slack.sync.message_pages import MessagePages
from tests.e2e.slack.conftest import OVEN, Rig, shown

if TYPE_CHECKING:
    import pytest

    from tests.fakes.slack.world import Channel


NETS = "Nets hang in the harbour because the boats stay in during the spring storms."


async def watches(rig: Rig, channel: Channel) -> None:
    """Let Ada watch a channel, and wait until it was read."""
    slack = rig.slack
    await slack.uses_command(slack.ada, channel, "/posts", "watch")
    await rig.hears(slack.direct_channel(slack.ada), "Done: ")


async def until_stored(rig: Rig, channel: Channel, *texts: str) -> None:
    """Wait until these texts, and no others, are stored of a channel, for its readers."""
    await rig.until_stored(channel, dict.fromkeys(texts, f"slack:{channel.id}"))


async def test_new_edited_and_deleted_messages_are_taken_over_at_once(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        first = await slack.says(slack.benoit, slack.general, "The oven is cold.")
        await slack.says(slack.ada, slack.general, "It is warm on Fridays.", thread=first)
        await slack.says(slack.robot, slack.general, "Beep.")
        await slack.says(slack.ada, slack.random, "Nobody watches this.")
        await until_stored(rig, slack.general, "The oven is cold.", "It is warm on Fridays.")
        await slack.edits(first, OVEN)
        await until_stored(rig, slack.general, OVEN, "It is warm on Fridays.")
        second = await slack.says(slack.benoit, slack.general, NETS)
        await until_stored(rig, slack.general, OVEN, "It is warm on Fridays.", NETS)
        await slack.deletes(second)
        await until_stored(rig, slack.general, OVEN, "It is warm on Fridays.")
        await slack.deletes(first)
        await until_stored(rig, slack.general, "It is warm on Fridays.")


async def test_a_guest_in_a_channel_hides_its_own_posts_from_nobody_there(rig: Rig) -> None:
    slack = rig.slack
    assert slack.gil.is_guest
    assert slack.gil.id in slack.general.members
    slack.wrote(slack.ada, slack.secret, OVEN)
    slack.wrote(slack.ada, slack.general, NETS)
    async with rig.running():
        await watches(rig, slack.secret)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await until_stored(rig, slack.general, NETS)
        await until_stored(rig, slack.secret, OVEN)
        mention = slack.team.bot.mention
        await slack.says(slack.ada, slack.general, f"{mention} why do nets hang in the harbour?")
        await rig.hears(slack.general, NETS)
        await slack.direct_message(slack.gil, "why do nets hang in the harbour?")
        await rig.hears(slack.direct_channel(slack.gil), NETS)
        await slack.says(slack.ada, slack.general, f"{mention} when is the oven lit?")
        await rig.hears(slack.general, "Nothing in the posts answers that.")


async def test_what_was_asked_of_the_bot_in_a_thread_is_no_post(rig: Rig) -> None:
    slack = rig.slack
    mention = slack.team.bot.mention
    old = slack.wrote(slack.ada, slack.general, f"{mention} when is the mill open?")
    followed = slack.wrote(slack.ada, slack.general, "and the oven?", thread=old)
    reply = slack.wrote(slack.team.bot, slack.general, "On Fridays.", thread=old)
    key = f"slack:{slack.team.id}/{slack.general.id}/{followed.ts}"
    reply.metadata = {"event_type": EVENT, "event_payload": {"key": key}}
    slack.wrote(slack.benoit, slack.general, "The mill is open on Mondays.", thread=old)
    async with rig.running():
        await watches(rig, slack.general)
        await until_stored(rig, slack.general, "The mill is open on Mondays.")
        asked = await slack.says(slack.ada, slack.general, f"{mention} when is the mill open?")
        await rig.hears(slack.general, "on Mondays")
        await slack.says(slack.ada, slack.general, "is the mill open on Mondays?", thread=asked)
        await rig.hears(slack.general, "on Mondays", times=2)
        await slack.says(slack.benoit, slack.general, OVEN, thread=asked)
        await until_stored(rig, slack.general, "The mill is open on Mondays.", OVEN)


async def test_what_somebody_who_asks_in_a_thread_says_there_besides_stays_a_post(
    rig: Rig,
) -> None:
    slack, mention = rig.slack, rig.slack.team.bot.mention
    root = slack.wrote(slack.benoit, slack.general, "What do we know of the oven?")
    slack.wrote(slack.ada, slack.general, OVEN, thread=root)
    async with rig.running():
        await watches(rig, slack.general)
        await until_stored(rig, slack.general, root.text, OVEN)
        await slack.says(slack.ada, slack.general, f"{mention} when is it lit?", thread=root)
        await rig.hears(slack.general, OVEN)
        # The thread is not the bot's: what does not name it is said to the others.
        await slack.says(slack.ada, slack.general, "Zwiebelturm gears rusted.", thread=root)
        texts = (root.text, OVEN, "Zwiebelturm gears rusted.")
        await until_stored(rig, slack.general, *texts)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "3 unchanged, 0 removed")
        await until_stored(rig, slack.general, *texts)


async def test_what_was_written_while_the_bot_was_away_is_read_when_it_is_back(rig: Rig) -> None:
    slack = rig.slack
    old = slack.wrote(slack.benoit, slack.general, OVEN)
    async with rig.running():
        await watches(rig, slack.general)
    slack.wrote(slack.ada, slack.general, NETS)
    slack.wrote(slack.ada, slack.general, "At seven.", thread=old)
    async with rig.running():
        await until_stored(rig, slack.general, OVEN, NETS, "At seven.")


async def test_a_message_whose_author_slack_could_not_tell_is_read_with_the_next_connection(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        fault = slack.faults.html("users.info", 503, times=99)
        await slack.says(slack.benoit, slack.general, OVEN)
        await fault.arrived.wait()
        await rig.slack.until(lambda: len(slack.calls_of("users.info")) > 3)
        slack.faults.clear()
        await slack.says(slack.ada, slack.general, NETS)
        await until_stored(rig, slack.general, NETS)
        await slack.socket.ask_to_reconnect("refresh_requested")
        await until_stored(rig, slack.general, OVEN, NETS)


async def test_answers_from_a_channel_that_became_private_are_corrected(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.general, OVEN)
    slack.random.members.add(slack.team.bot.id)
    async with rig.running():
        await watches(rig, slack.general)
        await slack.says(slack.ada, slack.random, f"{slack.team.bot.mention} when is the oven lit?")
        answer = await rig.hears(slack.random, OVEN)
        slack.general.kind = "private"
        event = {
            "type": "message",
            "subtype": "channel_convert_to_private",
            "channel": slack.general.id,
            "user": slack.ada.id,
            "ts": "1700000000.000001",
        }
        await slack.sends_event(event)
        await slack.until(lambda: OVEN not in shown(answer))
        await until_stored(rig, slack.general, OVEN)


async def test_long_channels_are_read_to_their_first_message(rig: Rig) -> None:
    slack = rig.slack
    # What is of the last day may be compared besides when the bot begins.
    start = datetime.now(UTC) - timedelta(days=3)
    for number in range(450):
        at = start + timedelta(seconds=number)
        slack.wrote(slack.benoit, slack.general, f"Dough number {number}.", posted_at=at)
    async with rig.running():
        await watches(rig, slack.general)
        live = await rig.hears(slack.direct_channel(slack.ada), "Done: ")
        assert "450 new" in shown(live)
    pages = [each.arguments.get("latest") for each in slack.calls_of("conversations.history")]
    assert len([latest for latest in pages if latest]) == 2


async def test_a_channel_that_cannot_be_read_any_more_says_why_in_the_status(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack, channel = rig.slack, f"slack:{rig.slack.team.id}/{rig.slack.general.id}"
    caplog.set_level("INFO", "bot")
    slack.wrote(slack.benoit, slack.general, OVEN)
    async with rig.running():
        slack.faults.error("conversations.history", "missing_scope")
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "That failed: Slack does not let me")
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await rig.hears(slack.general, "#general: my app lacks a right for it")
    slack.faults.error("conversations.history", "channel_not_found")
    async with rig.running():
        await slack.until(lambda: slack.calls_of("conversations.history")[1:])
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        await rig.hears(slack.general, "#general: it is gone or hidden from me")
    assert f"{channel} is watched and cannot be read: Slack: channel_not_found" in caplog.messages


async def test_the_limits_of_distributed_apps_are_noticed_and_kept_to(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = rig.slack
    slack.is_limited = True
    slack.web_api.limited_seconds = 0.5
    start = datetime.now(UTC) - timedelta(days=1)
    for number in range(20):
        at = start + timedelta(seconds=number)
        slack.wrote(slack.benoit, slack.general, f"Dough number {number}.", posted_at=at)
    beats: list[int] = []
    async with aiohttp.ClientSession() as session:
        client = client_for(slack.bot_token, slack.api_url, session)
        pages = MessagePages(client, slack.team.id, minute_seconds=1.5)
        first = await pages.page(slack.general.id)
        assert len(first.messages) == 15
        assert pages.is_limited
        second = await pages.page(
            slack.general.id, latest=first.oldest, heartbeat=lambda: beats.append(1)
        )
    assert [len(second.messages), second.has_more] == [5, False]
    assert len(slack.calls_of("conversations.history")) == 2
    assert beats
    assert caplog.records == []
