"""One account has one name; what a message holds that others wrote stands for itself."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.e2e.slack.sync.test_channel_sync import NETS, until_stored, watches
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.posts import Post


async def stored(rig: Rig) -> list[Post]:
    library = rig.services.library
    posts = await library.posts(await library.ids_under("slack:"))
    return [posts[id_] for id_ in sorted(posts)]


async def until(rig: Rig, wanted: Iterable[tuple[str | None, str]]) -> None:
    """Wait until the stored posts have these authors and sources."""
    wanted = sorted(wanted, key=str)

    async def found() -> list[tuple[str | None, str]]:
        return sorted(((each.author, each.source) for each in await stored(rig)), key=str)

    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await found() != wanted:
                pass  # each round waits for the library's thread
    assert await found() == wanted


async def test_another_name_of_a_person_or_a_channel_reaches_what_is_stored(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.general, OVEN)
    async with rig.running():
        await watches(rig, slack.general)
        assert len(await stored(rig)) == 1
        slack.benoit.name = "Ben"
        user = {"id": slack.benoit.id, "team_id": slack.benoit.team_id,
                "profile": {"display_name": "Ben"}}  # fmt: skip
        await slack.sends_event({"type": "user_change", "user": user})
        await until(rig, [("Ben", "#general")])
        slack.general.name = "town"
        renamed = {"id": slack.general.id, "name": "town"}
        await slack.sends_event({"type": "channel_rename", "channel": renamed})
        await until(rig, [("Ben", "#town")])


async def test_apps_messages_are_kept_where_that_is_chosen_and_counted_elsewhere(rig: Rig) -> None:
    slack = rig.slack
    alert = slack.wrote(slack.robot, slack.general, "Alert")
    alert.attachments = [{"title": "Disk full", "fields": [{"title": "Host", "value": "a1"}]}]
    direct = slack.direct_channel(slack.ada)
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        said = await rig.hears(direct, "Done: ")
        assert await stored(rig) == []
        assert "messages of apps (1; " in str(said)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch bots:yes")
        await rig.hears(direct, "1 new")
        [post] = await stored(rig)
        assert (post.author, post.author_id) == (slack.robot.name, None)
        assert post.text == "Alert\n\nDisk full\n\nHost: a1"


async def test_what_the_bot_says_is_no_post_where_apps_are_wanted_either(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1"))
    slack.wrote(slack.robot, slack.random, "Beep.")
    async with rig.running():
        await slack.uses_command(slack.ada, slack.random, "/ask", "when is the oven lit?")
        await rig.hears(slack.random, OVEN)
        # The bot is no member there: Slack posts the answer for it, as a message of no user.
        await slack.presses(slack.ada, slack.random.ephemerals[-1], "share:1")
        await slack.until(lambda: len(slack.random.messages) == 2)
        shared = slack.random.messages[-1]
        assert (shared.user_id, shared.subtype) == ("", "bot_message")
        await slack.uses_command(slack.ada, slack.random, "/posts", "watch bots:yes")
        done = await rig.hears(slack.direct_channel(slack.ada), "1 new")
        assert "messages of apps" not in str(done)
        assert [each.text for each in await stored(rig)] == ["Beep."]


async def test_a_text_file_is_read_with_its_message_once_and_utf_16_too(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await watches(rig, slack.general)
        content = OVEN.encode("utf-16")
        await slack.shares_file(slack.ada, slack.general, "oven.txt", content, "See:")
        await until_stored(rig, slack.general, f"See:\n\n{OVEN}")
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await rig.hears(slack.direct_channel(slack.ada), "0 new, 0 changed, 1 unchanged")
        await until_stored(rig, slack.general, f"See:\n\n{OVEN}")


async def test_a_page_behind_a_link_and_a_forwarded_message_stand_for_themselves(rig: Rig) -> None:
    slack = rig.slack
    linked = slack.wrote(slack.ada, slack.general, "<https://posts.example/2>")
    linked.attachments = [
        {"from_url": "https://posts.example/2", "title": "Bread", "text": OVEN},
        {"is_share": True, "is_msg_unfurl": True, "text": NETS, "author_name": "Zoe",
         "author_id": "U0ZOE", "channel_team": "T0ELSE", "from_url": "https://else.example/p1"},
        {"is_msg_unfurl": True, "text": "What is only linked stays where it is."},
    ]  # fmt: skip
    async with rig.running():
        await watches(rig, slack.general)
        sent, forwarded, page = await stored(rig)
        assert (page.text, page.author, page.part) == (OVEN, None, "page")
        assert (forwarded.text, forwarded.author) == (NETS, "Zoe")
        assert forwarded.author_id == "slack:T0ELSE/U0ZOE"
        assert sent.text == "https://posts.example/2"
        await slack.deletes(linked)
        await until_stored(rig, slack.general)


async def test_a_mention_in_a_filter_means_the_account_and_the_channel(rig: Rig) -> None:
    slack = rig.slack
    slack.benoit.name = slack.ada.name = "Twin"
    slack.wrote(slack.benoit, slack.general, OVEN)
    slack.wrote(slack.ada, slack.general, "The village oven is lit on Mondays, too.")
    async with rig.running():
        await watches(rig, slack.general)
        for said, wanted, other in (
            (f"from:{slack.benoit.mention}", "Fridays", "Mondays"),
            (f"from:{slack.ada.mention}", "Mondays", "Fridays"),
        ):
            asked = f"{slack.team.bot.mention} when is the village oven lit? {said}"
            await slack.says(slack.ada, slack.general, asked)
            answer = shown(await rig.hears(slack.general, wanted))
            assert other not in answer
        await slack.says(
            slack.ada, slack.general,
            f"{slack.team.bot.mention} when is the village oven lit? in:<#{slack.secret.id}>",
        )  # fmt: skip
        await rig.hears(slack.general, "within these filters")
