"""Files that are not imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.admin import uploads
from tests.e2e.slack.admin.test_posts_commands import direct
from tests.e2e.slack.conftest import OVEN, Rig

if TYPE_CHECKING:
    import pytest


async def test_files_that_are_too_large_or_elsewhere_are_not_imported(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack = rig.slack
    values = {"audience": "everyone"}
    async with rig.running():
        shared = await slack.shares_file(slack.ada, direct(rig, slack.ada), "a.txt", OVEN.encode())
        offer = await rig.hears(direct(rig, slack.ada), "Import a.txt?")
        for number, said in enumerate(
            ("MB are the most here", "outside of Slack", "send it again")
        ):
            await slack.presses(slack.ada, offer, "import")
            await slack.until(lambda n=number: len(slack.views) > n)  # type: ignore[misc]
            if number == 0:
                monkeypatch.setattr(uploads, "MOST_BYTES", 1)
            elif number == 1:
                monkeypatch.setattr(uploads, "MOST_BYTES", 10**9)
                shared.files[0].url = "https://elsewhere.example/a.txt"
            else:
                shared.files[0].url = f"{slack.site.base_url}/files/F9/a.txt"
            await slack.submits_view(slack.ada, slack.views[-1], values)
            await rig.hears(direct(rig, slack.ada), said)
        slack.ada.is_admin = False
        await slack.sends_event({"type": "user_change", "user": {"id": slack.ada.id}})
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: len(slack.views) > 3)
        await slack.submits_view(slack.ada, slack.views[-1], values)
        await rig.hears(direct(rig, slack.ada), "Only people who may manage")


async def test_a_file_that_is_larger_than_slack_says_is_not_taken(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack, channel = rig.slack, direct(rig, rig.slack.ada)
    monkeypatch.setattr(uploads, "MOST_BYTES", len(OVEN) - 1)
    async with rig.running():
        shared = await slack.shares_file(slack.ada, channel, "a.txt", OVEN.encode())
        shared.files[0].told_size = 1
        offer = await rig.hears(channel, "Import a.txt?")
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: slack.views)
        await slack.submits_view(slack.ada, slack.views[0], {})
        await rig.hears(channel, "MB are the most here")
    assert await rig.services.library.ids_under("") == []


async def test_a_file_that_slack_no_longer_has_is_named_with_the_remedy(rig: Rig) -> None:
    slack, channel = rig.slack, direct(rig, rig.slack.ada)
    async with rig.running():
        shared = await slack.shares_file(slack.ada, channel, "a.txt", OVEN.encode())
        offer = await rig.hears(channel, "Import a.txt?")
        del slack.world.files[shared.files[0].id]
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: slack.views)
        await slack.submits_view(slack.ada, slack.views[0], {})
        await rig.hears(channel, "a.txt could not be fetched, or is gone: send it again.")
        await slack.uses_command(slack.ada, slack.general, "/posts", "import")
        await slack.until(lambda: len(slack.views) > 1)
        values = {"file": [{"id": shared.files[0].id, "name": "b.txt"}]}
        await slack.submits_view(slack.ada, slack.views[1], values)
        await rig.hears(channel, "b.txt could not be fetched, or is gone: send it again.")
        slack.world.files[shared.files[0].id] = shared.files[0]
        shared.files[0].url = "http://127.0.0.1:9/a.txt"  # nobody listens there
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: len(slack.views) > 2)
        await slack.submits_view(slack.ada, slack.views[2], {})
        await rig.hears(channel, "a.txt could not be fetched", times=2)
    assert await rig.services.library.ids_under("") == []


async def test_a_file_called_like_one_that_is_being_read_waits_for_another_day(rig: Rig) -> None:
    slack = rig.slack
    channel = direct(rig, slack.ada)
    async with rig.running():
        for number, text in enumerate((OVEN, "Not the oven."), start=1):
            await slack.shares_file(slack.ada, channel, "a.txt", text.encode())
            offer = await rig.hears(channel, "a.txt", times=number)
            await slack.presses(slack.ada, offer, "import")
            await slack.until(lambda number=number: len(slack.views) == number)  # type: ignore[misc]
        held = slack.faults.held("chat.postMessage")  # the job's message: the file is there
        for view, source in zip(slack.views, ("one", "two"), strict=True):
            values = {"audience": "everyone", "source": source}
            await slack.submits_view(slack.ada, view, values)
            await held.arrived.wait()
        await slack.until(lambda: len(slack.calls_of("files.info")) == 2)
        held.release.set()
        await rig.hears(channel, "That is already being done.")
        await rig.hears(channel, "Done: ")
        await slack.direct_message(slack.ada, "when is the oven lit?")
        await rig.hears(channel, OVEN)
