"""The pretended Slack's Web API answers and refuses as Slack's does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fakes.slack.server import FakeSlack
from tests.unit.fakes.slack.tiny_bolt import ASKING, BUTTON

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as opened:
        yield opened


@pytest.fixture
def client(slack: FakeSlack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


async def refusal(asked: Awaitable[Any]) -> Any:
    """What Slack says when it says no."""
    with pytest.raises(SlackApiError) as caught:
        await asked
    return caught.value.response


async def test_tokens_are_told_apart(slack: FakeSlack, client: AsyncWebClient) -> None:
    who = await client.auth_test()
    assert who["bot_id"] == slack.team.bot.bot_id
    assert "chat:write" in who.headers["x-oauth-scopes"]
    assert (await refusal(AsyncWebClient("xoxb-wrong", slack.api_url).auth_test()))[
        "error"
    ] == "invalid_auth"
    opened = client.apps_connections_open(app_token=slack.bot_token)
    assert (await refusal(opened))["error"] == "not_allowed_token_type"
    slack.team.is_revoked = True
    assert (await refusal(client.auth_test()))["error"] == "token_revoked"


async def test_a_missing_scope_is_named(slack: FakeSlack, client: AsyncWebClient) -> None:
    slack.team.scopes.remove("groups:history")
    assert (await client.conversations_history(channel=slack.general.id))["ok"]
    said = await refusal(client.conversations_history(channel=slack.secret.id))
    assert (said["error"], said["needed"]) == ("missing_scope", "groups:history")
    assert "chat:write" in said["provided"]


async def test_the_bot_sees_only_where_it_is(slack: FakeSlack, client: AsyncWebClient) -> None:
    assert (await client.conversations_info(channel=slack.random.id))["channel"]["name"] == "random"
    read = client.conversations_history(channel=slack.random.id)
    assert (await refusal(read))["error"] == "not_in_channel"
    write = client.chat_postMessage(channel=slack.random.id, text="hello")
    assert (await refusal(write))["error"] == "not_in_channel"
    hidden = client.conversations_info(channel=slack.hidden.id)
    assert (await refusal(hidden))["error"] == "channel_not_found"
    await client.conversations_join(channel=slack.random.id)
    assert (await client.chat_postMessage(channel=slack.random.id, text="hello"))["ok"]


async def test_lists_come_in_pages(client: AsyncWebClient) -> None:
    names = []
    kinds = "public_channel,private_channel"
    async for page in await client.conversations_list(types=kinds, limit=2):
        assert len(page["channels"]) <= 2
        names += [channel["name"] for channel in page["channels"]]
    assert names == ["general", "random", "secret", "partners"]
    again = client.conversations_list(cursor="nonsense")
    assert (await refusal(again))["error"] == "invalid_cursor"
    people = await client.users_list(limit=100, include_locale=True)
    locales = {user["name"]: user["locale"] for user in people["members"]}
    assert locales["benoit"] == "fr-FR"
    assert "olga" not in locales


async def test_history_is_newest_first_and_leaves_replies_to_their_thread(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    first = slack.wrote(slack.ada, slack.general, "one")
    slack.wrote(slack.benoit, slack.general, "below", first)
    last = slack.wrote(slack.ada, slack.general, "two")
    texts = []
    async for page in await client.conversations_history(channel=slack.general.id, limit=1):
        texts += [(each["text"], each.get("reply_count")) for each in page["messages"]]
    assert texts == [("two", None), ("one", 1)]
    thread = await client.conversations_replies(channel=slack.general.id, ts=first.ts)
    assert [each["text"] for each in thread["messages"]] == ["one", "below"]
    since = await client.conversations_history(channel=slack.general.id, oldest=first.ts)
    assert [each["ts"] for each in since["messages"]] == [last.ts]


async def test_the_limited_tier_gives_fifteen_messages_a_minute(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    for number in range(20):
        slack.wrote(slack.ada, slack.general, str(number))
    slack.is_limited = True
    page = await client.conversations_history(channel=slack.general.id, limit=200)
    assert len(page["messages"]) == 15
    said = await refusal(client.conversations_history(channel=slack.general.id))
    assert said.status_code == 429
    assert int(said.headers["Retry-After"]) > 50
    slack.web_api.let_a_minute_pass()
    assert (await client.conversations_history(channel=slack.general.id))["ok"]


@pytest.mark.parametrize(
    ("blocks", "error", "place"),
    [
        ([{"type": "divider"}] * 51, "invalid_blocks", "/blocks]"),
        (
            [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}],
            "invalid_blocks",
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        ),
        ([{"type": "markdown", "text": "x" * 12_001}], "invalid_blocks", "/blocks/0/text"),
        ([{"type": "markdown", "text": "x" * 7_000}] * 2, "msg_blocks_too_long", ""),
        ([{"type": "section"}], "invalid_blocks", "must define either"),
        ([{"type": "actions", "elements": [BUTTON, BUTTON]}], "invalid_blocks", "`action_id`"),
        ([{"type": "divider", "block_id": "same"}] * 2, "invalid_blocks", "`block_id`"),
        (
            [{"type": "context_actions", "elements": [{"type": "feedback_buttons"}]}],
            "invalid_blocks",
            "/blocks/0/elements/0/positive_button",
        ),
    ],
)
async def test_blocks_that_break_a_rule_are_refused(
    slack: FakeSlack, client: AsyncWebClient, blocks: list[Any], error: str, place: str
) -> None:
    sent = client.chat_postMessage(channel=slack.general.id, text="x", blocks=blocks)
    said = await refusal(sent)
    assert said["error"] == error
    assert place in str(said.get("response_metadata", ""))
    assert slack.general.messages == []


async def test_a_rate_limit_and_an_error_page_reach_the_bot(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    slack.faults.ratelimited("chat.postMessage", retry_after=7)
    slack.faults.html("chat.postMessage", 503)
    limited = await refusal(client.chat_postMessage(channel=slack.general.id, text="x"))
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "7")
    broken = await refusal(client.chat_postMessage(channel=slack.general.id, text="x"))
    assert broken.status_code == 503
    assert (await client.chat_postMessage(channel=slack.general.id, text="x"))["ok"]


async def test_a_lost_answer_leaves_the_message_standing(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    slack.faults.lost("chat.postMessage")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel=slack.general.id, text="x")
    assert [each.text for each in slack.general.messages] == ["x"]


async def test_a_held_call_waits_until_it_is_released(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    fault = slack.faults.held("chat.postMessage")
    posting = asyncio.create_task(client.chat_postMessage(channel=slack.general.id, text="x"))
    await slack.until(lambda: slack.calls_of("chat.postMessage"))
    assert slack.general.messages == []
    fault.release.set()
    await posting
    assert slack.calls[-1].answer
    assert len(slack.general.messages) == 1


async def test_messages_are_changed_deleted_and_linked(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    place = slack.general.id
    blocks = [{"type": "actions", "elements": [BUTTON]}]
    posted = await client.chat_postMessage(
        channel=place, text="a", blocks=blocks, unfurl_links=False, metadata={"event_type": "t"}
    )
    (message,) = slack.general.messages
    assert message.arguments["unfurl_links"] is False
    assert message.metadata == {"event_type": "t"}
    await client.chat_update(channel=place, ts=posted["ts"], text="b")
    assert (message.text, len(message.blocks)) == ("b", 1)
    link = await client.chat_getPermalink(channel=place, message_ts=posted["ts"])
    assert link["permalink"].startswith("https://orchard.slack.com/archives/")
    theirs = slack.wrote(slack.ada, slack.general, "mine")
    taken = client.chat_delete(channel=place, ts=theirs.ts)
    assert (await refusal(taken))["error"] == "cant_delete_message"
    await client.chat_delete(channel=place, ts=posted["ts"])
    assert slack.general.messages == [theirs]


async def test_a_stream_grows_until_it_is_stopped(slack: FakeSlack, client: AsyncWebClient) -> None:
    asked = slack.wrote(slack.ada, slack.general, "when?")
    bare = client.chat_startStream(channel=slack.general.id, thread_ts=asked.ts)
    assert (await refusal(bare))["error"] == "missing_recipient_user_id"
    stream = await client.chat_stream(
        channel=slack.general.id,
        thread_ts=asked.ts,
        recipient_user_id=slack.ada.id,
        recipient_team_id=slack.team.id,
        buffer_size=1,
    )
    await stream.append(markdown_text="Soon")
    await stream.append(markdown_text=" enough.")
    await stream.stop()
    (answer,) = slack.general.replies_to(asked.ts)
    assert (answer.text, answer.is_streaming) == ("Soon enough.", False)
    late = client.chat_appendStream(channel=slack.general.id, ts=answer.ts, markdown_text="x")
    assert (await refusal(late))["error"] == "message_not_in_streaming_state"


async def test_an_agent_sets_status_and_prompts(slack: FakeSlack, client: AsyncWebClient) -> None:
    place = slack.direct_channel(slack.ada).id
    prompts = [{"title": "When?", "message": "When does it open?"}]
    await client.assistant_threads_setStatus(channel_id=place, thread_ts="1.2", status="is looking")
    await client.assistant_threads_setSuggestedPrompts(channel_id=place, prompts=prompts)
    await client.assistant_threads_setSuggestedPrompts(
        channel_id=place, thread_ts="1.2", prompts=prompts
    )
    assert [each["status"] for each in slack.statuses] == ["is looking"]
    assert len(slack.prompts) == 1
    many = client.assistant_threads_setSuggestedPrompts(channel_id=place, prompts=prompts * 5)
    assert (await refusal(many))["error"] == "invalid_arguments"


async def test_a_trigger_opens_one_view_in_time(slack: FakeSlack, client: AsyncWebClient) -> None:
    views = slack.site.views
    trigger = views.trigger(slack.ada.id)
    await client.views_open(trigger_id=trigger, view=ASKING)
    again = client.views_open(trigger_id=trigger, view=ASKING)
    assert (await refusal(again))["error"] == "exchanged_trigger_id"
    late = views.trigger(slack.ada.id)
    views.expire_triggers()
    too_late = client.views_open(trigger_id=late, view=ASKING)
    assert (await refusal(too_late))["error"] == "expired_trigger_id"
    home = {"type": "home", "blocks": [{"type": "divider"}] * 101}
    full = await refusal(client.views_publish(user_id=slack.ada.id, view=home))
    assert "no more than 100 items" in full["response_metadata"]["messages"][0]


# The SDK still hands its credentials to aiohttp in a way that aiohttp warns of.
@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
async def test_a_code_is_good_for_one_token(slack: FakeSlack) -> None:
    other = slack.world.add_team("Vineyard")
    client = AsyncWebClient(base_url=slack.api_url)
    secrets = {"client_id": slack.site.client_id, "client_secret": slack.site.client_secret}
    wrong = client.oauth_v2_access(**(secrets | {"client_secret": "x"}), code="1")
    assert (await refusal(wrong))["error"] == "bad_client_secret"
    code = slack.grants(other)
    given = await client.oauth_v2_access(**secrets, code=code)
    assert given["access_token"] == other.bot_token
    again = client.oauth_v2_access(**secrets, code=code)
    assert (await refusal(again))["error"] == "invalid_code"


async def test_a_file_is_given_only_to_the_bots_token(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    message = await slack.shares_file(slack.ada, slack.general, "notes.txt", b"Open at nine.")
    shown = (await client.files_info(file=message.files[0].id))["file"]
    async with aiohttp.ClientSession() as session:
        token = {"Authorization": f"Bearer {slack.bot_token}"}
        async with session.get(shown["url_private_download"], headers=token) as answer:
            assert await answer.read() == b"Open at nine."
        async with session.get(shown["url_private_download"]) as answer:
            assert "Sign in" in await answer.text()


async def test_a_response_address_is_good_five_times(slack: FakeSlack) -> None:
    command = await slack.uses_command(slack.ada, slack.general, "/ask", "when?")
    hook = AsyncWebhookClient(command.payload["response_url"])
    for _ in range(5):
        assert (await hook.send(text="x", response_type="ephemeral")).status_code == 200
    assert (await hook.send(text="x")).body == "used_url"
    assert len(slack.general.ephemerals) == len(slack.replies) == 5
