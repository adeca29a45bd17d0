"""What admins, and who is none, are refused."""

from __future__ import annotations

import warnings

from tests.e2e.slack.admin.test_posts_commands import command, direct, finished
from tests.e2e.slack.api.test_http_mode import install, listening
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post


async def test_work_is_cancelled_only_by_who_may_manage(rig: Rig) -> None:
    slack = rig.slack
    fault = slack.faults.held("conversations.history")
    async with rig.running():
        await command(rig, "watch")
        message = await rig.hears(direct(rig, slack.ada), "Reading #general")
        await fault.arrived.wait()
        await slack.presses(slack.gil, message, "cancel")
        await slack.until(lambda: [x for x in slack.replies if "manage" in x.body["text"]])
        fault.release.set()
        await finished(rig, "Reading #general")


async def test_an_answer_to_a_settled_question_says_so_and_unreachable_askers_are_not_counted(
    rig: Rig,
) -> None:
    slack = rig.slack
    rig.more["admins"] = frozenset({slack.benoit.id})
    await rig.knows_something()
    async with rig.running():
        await slack.uses_command(slack.benoit, slack.general, "/ask", "who lit the oven?")
        await rig.hears(slack.general, "Rien dans les messages")
        await command(rig, "unanswered")
        await rig.hears(slack.general, "who lit the oven?")
        listed = slack.general.ephemerals[-1]
        for count, who in enumerate((slack.ada, slack.benoit), start=1):
            await slack.presses(who, listed, "answer:1")
            await slack.until(lambda count=count: len(slack.views) == count)  # type: ignore[misc]
        assert "answering this" not in str(slack.views[0])
        assert "ada y répond aussi en ce moment." in str(slack.views[1])
        await slack.submits_view(slack.ada, slack.views[0], {"text": "Zoe lights it."})
        await rig.hears(direct(rig, slack.benoit), "Zoe lights it.")
        await rig.hears(direct(rig, slack.ada), "1 user who asked is told")
        await slack.submits_view(slack.benoit, slack.views[1], {"text": "Bob *lights* it."})
        told = await rig.hears(direct(rig, slack.benoit), "ada y a répondu ou l’a écartée.")
        assert "Bob *lights* it." in shown(told)


async def test_only_who_may_manage_answers_or_forgets(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1"))
    async with rig.running():
        await command(rig, "forget source notes")
        await rig.hears(slack.general, "This removes 1 post of notes")
        confirmation = slack.general.ephemerals[-1]
        slack.ada.is_admin = False
        await slack.sends_event({"type": "user_change", "user": {"id": slack.ada.id}})
        await slack.presses(slack.ada, confirmation, "forget")
        await rig.hears(slack.general, "Only people who may manage")
        slack.ada.is_admin = True
        await slack.sends_event({"type": "user_change", "user": {"id": slack.ada.id}})
        for _ in range(2):  # what was confirmed once is not confirmed again
            await slack.presses(slack.ada, confirmation, "forget")
        await rig.hears(slack.general, "Removed: 0.")
    assert await rig.services.library.audiences() == []


async def test_a_removed_channel_ends_its_reading(rig: Rig) -> None:
    slack = rig.slack
    slack.wrote(slack.benoit, slack.general, OVEN)
    fault = slack.faults.held("conversations.open")
    async with rig.running():
        await command(rig, "watch")
        await fault.arrived.wait()
        await command(rig, "unwatch")
        await rig.hears(slack.general, "I follow #general no longer")
        fault.release.set()
        await rig.hears(direct(rig, slack.ada), "the channel is not watched")


async def test_with_several_workspaces_each_sees_to_its_own_posts(rig: Rig) -> None:
    slack = rig.slack
    other = slack.world.add_team("Meadow")
    zoe = slack.world.add_user(other.id, "zoe", is_admin=True)
    lane = slack.world.add_channel(other.id, "lane", "public", other.bot, zoe)
    await rig.stores(
        post(OVEN, "1"),
        post(f"{OVEN} Here.", "2", audience=f"slack:{other.id}"),
        post(f"{OVEN} There.", "3", audience=f"slack:{slack.team.id}"),
    )
    async with listening(rig, installing=True) as address:
        for team in (slack.team, other):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                assert await install(rig, address, slack.grants(team)) == 200
        await slack.uses_command(zoe, lane, "/posts", "forget source notes")
        await slack.until(lambda: lane.ephemerals)
        assert "This removes 1 post of notes" in shown(lane.ephemerals[0].message)
        await slack.uses_command(zoe, lane, "/posts", "import")
        await slack.until(lambda: slack.views)
        assert "Everybody who can ask me" not in str(slack.views[0].body)


async def test_a_report_that_slack_does_not_take_is_told_with_what_is_missing(rig: Rig) -> None:
    slack = rig.slack
    slack.team.scopes.remove("files:write")
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", "report")
        said = await rig.hears(slack.general, "Slack takes no file from me")
    assert "“files:write”" in shown(said)
