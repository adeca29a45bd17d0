"""What people do on the pretended Slack reaches the bot in Slack's shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.server import FakeSlack
from tests.unit.fakes.slack.tiny_bolt import ASKING, BUTTON, bolt, connected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from slack_bolt.context.ack.async_ack import AsyncAck

MENU = {
    "type": "external_select",
    "action_id": "source",
    "placeholder": {"type": "plain_text", "text": "Source"},
}


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as opened:
        yield opened


@pytest.fixture
def client(slack: FakeSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)


def last_event(slack: FakeSlack) -> Any:
    """The event that was sent last."""
    return slack.deliveries[-1].payload["event"]


async def test_an_edit_and_a_deletion_show_what_was_there_before(slack: FakeSlack) -> None:
    message = await slack.says(slack.ada, slack.general, "one")
    await slack.edits(message, "two")
    changed = last_event(slack)
    assert changed["subtype"] == "message_changed"
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("one", "two")
    await slack.unfurls(message)
    assert last_event(slack)["message"]["text"] == "two"
    await slack.deletes(message)
    gone = last_event(slack)
    assert (gone["subtype"], gone["deleted_ts"]) == ("message_deleted", message.ts)
    assert slack.general.messages == []


async def test_a_deleted_parent_leaves_a_tombstone(slack: FakeSlack) -> None:
    parent = await slack.says(slack.ada, slack.general, "one")
    await slack.says(slack.benoit, slack.general, "below", thread=parent)
    await slack.deletes(parent)
    assert last_event(slack)["message"]["subtype"] == "tombstone"
    assert len(slack.general.messages) == 2


async def test_nothing_is_told_of_where_the_bot_is_not(slack: FakeSlack) -> None:
    await slack.says(slack.ada, slack.hidden, f"{slack.team.bot.mention} psst")
    await slack.says(slack.ada, slack.random, f"{slack.team.bot.mention} psst")
    assert slack.deliveries == []


async def test_a_direct_message_is_no_mention(slack: FakeSlack) -> None:
    await slack.direct_message(slack.ada, f"{slack.team.bot.mention} when?")
    (sent,) = slack.deliveries
    assert sent.payload["event"]["channel_type"] == "im"
    assert slack.events("app_mention") == []


async def test_only_what_was_subscribed_to_is_sent(slack: FakeSlack) -> None:
    slack.site.subscriptions = {"app_mention", "message.im"}
    await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when?")
    await slack.direct_message(slack.ada, "when?")
    assert [each.payload["event"]["type"] for each in slack.deliveries] == [
        "app_mention",
        "message",
    ]


async def test_an_outsider_is_marked_as_one(slack: FakeSlack, client: AsyncWebClient) -> None:
    await slack.says(slack.olga, slack.partners, "hello")
    sent = slack.deliveries[-1].payload
    assert sent["is_ext_shared_channel"]
    assert sent["event"]["user_team"] == slack.olga.team_id != slack.team.id
    shown = (await client.users_info(user=slack.olga.id))["user"]
    assert shown["is_stranger"]
    room = (await client.conversations_info(channel=slack.partners.id))["channel"]
    assert room["is_ext_shared"]


async def test_a_guest_and_a_reader_of_french_are_told_apart(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    assert (await client.users_info(user=slack.gil.id))["user"]["is_ultra_restricted"]
    shown = (await client.users_info(user=slack.benoit.id, include_locale=True))["user"]
    assert (shown["locale"], shown["tz"]) == ("fr-FR", "Europe/Paris")


async def test_other_bots_are_other_apps(slack: FakeSlack) -> None:
    await slack.says(slack.robot, slack.general, f"{slack.team.bot.mention} beep")
    assert last_event(slack)["bot_id"] == slack.robot.bot_id
    assert last_event(slack)["app_id"] == "A0OTHERAPP"
    await slack.webhook_posts(slack.general, "build failed")
    assert last_event(slack)["subtype"] == "bot_message"
    assert "user" not in last_event(slack)


async def test_coming_going_and_reacting_are_told(slack: FakeSlack) -> None:
    await slack.joins(slack.gil, slack.secret)
    kinds = [each.payload["event"]["type"] for each in slack.deliveries]
    assert kinds == ["member_joined_channel", "message"]
    assert last_event(slack)["subtype"] == "channel_join"
    await slack.leaves(slack.gil, slack.secret)
    assert last_event(slack)["type"] == "member_left_channel"
    message = await slack.says(slack.ada, slack.secret, "one")
    await slack.reacts(slack.benoit, message, "x")
    assert last_event(slack)["item"]["ts"] == message.ts
    await slack.leaves(slack.team.bot, slack.secret)
    assert last_event(slack)["type"] == "group_left"


async def test_home_shows_what_was_published(slack: FakeSlack, client: AsyncWebClient) -> None:
    await slack.opens_home(slack.ada, "messages")
    assert last_event(slack)["context"] == {"entities": []}
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [BUTTON]}]}
    await client.views_publish(user_id=slack.ada.id, view=home)
    await slack.opens_home(slack.ada)
    assert last_event(slack)["view"]["id"] == slack.homes[slack.ada.id].id
    pressed = await slack.presses(slack.ada, slack.homes[slack.ada.id], "more")
    assert pressed.payload["container"]["type"] == "view"


async def test_a_press_on_what_only_one_sees_comes_without_the_message(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "accessory": BUTTON}]
    await client.chat_postEphemeral(
        channel=slack.general.id, user=slack.ada.id, text="x", blocks=blocks
    )
    (shown,) = slack.general.ephemerals
    pressed = await slack.presses(slack.ada, shown, "more")
    assert pressed.payload["container"]["is_ephemeral"]
    assert "message" not in pressed.payload
    with pytest.raises(SlackApiError, match="user_not_in_channel"):
        await client.chat_postEphemeral(channel=slack.general.id, user=slack.olga.id, text="x")


async def test_a_shortcut_and_a_menu_that_the_bot_fills(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    app = bolt(slack)

    @app.shortcut("ask_about")
    async def chosen(ack: AsyncAck) -> None:
        await ack()

    @app.options("source")
    async def options(ack: AsyncAck, payload: dict[str, Any]) -> None:
        text = {"type": "plain_text", "text": payload["value"].title()}
        await ack(options=[{"text": text, "value": payload["value"]}])

    await client.chat_postMessage(
        channel=slack.general.id, text="x", blocks=[{"type": "actions", "elements": [MENU]}]
    )
    (message,) = slack.general.messages
    async with connected(slack, app):
        assert await (await slack.uses_shortcut(slack.ada, message, "ask_about")).answer() == {}
        assert await (await slack.uses_shortcut(slack.ada, None, "ask_about")).answer() == {}
        (option,) = await slack.types_into_menu(slack.ada, message, "source", "blog")
    assert option["text"]["text"] == "Blog"


async def test_a_modals_title_is_short(slack: FakeSlack, client: AsyncWebClient) -> None:
    title = {"type": "plain_text", "text": "x" * 25}
    with pytest.raises(SlackApiError, match="less than 25 characters"):
        await client.views_open(
            trigger_id=slack.site.views.trigger(slack.ada.id), view=ASKING | {"title": title}
        )


async def test_an_uninstalled_app_is_told_and_shut_out(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    await slack.uninstalls(slack.team)
    assert last_event(slack)["type"] == "app_uninstalled"
    with pytest.raises(SlackApiError, match="token_revoked"):
        await client.auth_test()
