"""What cannot be done is said to who wanted it."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.admin import uploads
from bot.messages import Asker
from tests.e2e.slack.admin.test_posts_commands import command, direct, finished
from tests.e2e.slack.api.test_http_mode import install, listening
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    import pytest

    from index.posts import Post
    from tests.fakes.slack.world import Message


FAULT = "Something went wrong on our side (error "


async def answered(rig: Rig) -> Message:
    """Let Ada ask in #general, and return the answer."""
    slack = rig.slack
    await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?")
    return await rig.hears(slack.general, OVEN)


def forget_questions(rig: Rig) -> None:
    """Let Ada's questions be gone."""
    rig.services.ledger.questions.forget_asker(
        Asker("slack", f"{rig.slack.team.id}/{rig.slack.ada.id}", "")
    )


async def test_a_page_or_a_share_of_a_forgotten_question_says_so(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens())
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} who lights the oven?")
        answer = await rig.hears(slack.general, "1 of 2")
        await slack.uses_command(slack.ada, slack.general, "/ask", "who lights the oven?")
        await rig.hears(slack.general, "1 of 2", times=2)
        private = slack.general.ephemerals[-1]
        forget_questions(rig)
        await slack.presses(slack.ada, answer, "page:2")
        await rig.hears(slack.general, "That question is no longer kept")
        await slack.presses(slack.ada, private, "share:1")
        await rig.hears(slack.general, "That question is no longer kept", times=2)


async def test_pages_of_a_shared_and_of_a_further_answer_are_turned(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens())
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask", "who lights the oven?")
        await rig.hears(slack.general, "1 of 2")
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "share:1")
        await slack.until(lambda: slack.general.messages)
        (shared,) = slack.general.messages
        await slack.presses(slack.ada, shared, "page:2")
        await slack.until(lambda: "2 of 2" in shown(shared))
        assert "ada asked:" in shown(shared)


async def test_pages_of_what_only_one_reader_sees_are_turned(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(*_ovens("Mill", f"slack:{slack.secret.id}"))
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} who lights the oven?")
        public = await rig.hears(slack.general, "Nothing in the posts answers that.")
        await slack.presses(slack.ada, public, "only_me:1")
        await rig.hears(slack.general, "more that only you can see")
        further = slack.general.ephemerals[-1]
        await slack.presses(slack.ada, further, "only_me:2")
        await slack.until(lambda: "2 of 2" in shown(further.message))


def _ovens(where: str = "Village", audience: str = "everyone") -> list[Post]:
    return [
        post(
            f"{where} oven number {number} is lit by the bakers.",
            f"{where}{number}",
            audience=audience,
        )
        for number in range(5)
    ]


async def test_a_button_that_fails_says_so_with_an_id(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        answer = await answered(stored)
        slack.faults.error("conversations.list", "fatal_error")
        await slack.sends_event({"type": "channel_created", "channel": {"id": "C9"}})
        await slack.presses(slack.ada, answer, "only_me:1")
        await stored.hears(slack.general, FAULT)


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


async def test_a_question_with_a_file_is_answered_too(stored: Rig) -> None:
    slack = stored.slack
    channel = direct(stored, slack.benoit)
    async with stored.running():
        await slack.shares_file(slack.benoit, channel, "a.txt", b"x", "when is the oven lit?")
        await stored.hears(channel, OVEN)


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
    async with rig.running():
        await slack.uses_command(slack.benoit, slack.general, "/ask", "who lights the oven?")
        await rig.hears(slack.general, "Rien dans les messages")
        await command(rig, "unanswered")
        await rig.hears(slack.general, "who lights the oven?")
        listed = slack.general.ephemerals[-1]
        for _ in range(2):
            await slack.presses(slack.ada, listed, "answer:1")
        await slack.until(lambda: len(slack.views) == 2)
        await slack.submits_view(slack.ada, slack.views[0], {"text": "Zoe lights it."})
        await rig.hears(direct(rig, slack.benoit), "Zoe lights it.")
        await rig.hears(direct(rig, slack.ada), "1 user who asked is told")
        await slack.submits_view(slack.ada, slack.views[1], {"text": "Zoe lights it."})
        await rig.hears(direct(rig, slack.ada), "That question is no longer kept")


async def test_whether_a_lost_answer_was_stored_must_be_known_before_it_is_posted_again(
    stored: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    slack = stored.slack
    async with stored.running():
        slack.faults.html("chat.postMessage", 500, times=1)
        slack.faults.error("conversations.replies", "fatal_error")
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} oven lit when?")
        await slack.until(lambda: slack.calls_of("conversations.replies"))
        slack.faults.html("chat.postMessage", 500, times=9)
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} boats stay in?")
        await slack.until(lambda: len(slack.calls_of("chat.postMessage")) >= 5)
        slack.faults.clear()
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} nets hang where?")
        await stored.hears(slack.general, "Nets hang")
    assert len(stored.said(slack.general)) == 1
    assert caplog.text.count("DeliveryError") >= 2


async def test_a_correction_of_an_answer_that_is_gone_is_let_be(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        answer = await answered(stored)
        slack.general.messages.remove(answer)
        await command(stored, "forget source notes")
        await stored.hears(slack.general, "This removes 2 posts of notes")
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "forget")
        await stored.hears(slack.general, "Removed: 2.")


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


async def test_a_question_that_cannot_be_read_again_after_a_restart_is_let_be(
    stored: Rig,
) -> None:
    slack = stored.slack
    deliveries = stored.services.ledger.deliveries
    gone = slack.wrote(slack.ada, slack.general, "gone")
    slack.general.messages.remove(gone)
    reply = slack.wrote(slack.ada, slack.general, "no question")
    notice = slack.wrote(slack.ada, slack.general, "a notice")
    notice.subtype = "channel_topic"
    for message in (gone, reply, notice):
        deliveries.claim(f"slack:{slack.team.id}/{slack.general.id}/{message.ts}")
    deliveries.claim(f"slack:{slack.team.id}/{slack.general.id}/not-a-time")
    async with stored.running():
        answer = await answered(stored)
    assert stored.said(slack.general) == [answer]


async def test_an_edit_of_what_is_no_question_any_more_or_too_old_is_let_be(stored: Rig) -> None:
    slack = stored.slack
    mention = slack.team.bot.mention
    old = slack.wrote(slack.ada, slack.general, "when?", posted_at=datetime(2020, 1, 1, tzinfo=UTC))
    plain = slack.wrote(slack.ada, slack.general, "nothing")
    async with stored.running():
        await slack.edits(old, f"{mention} when is the oven lit?")
        await slack.edits(plain, "nothing at all")
        await slack.edits(plain, f"{mention} why do nets hang in the harbour?")
        late = await stored.hears(slack.general, "Nets hang")
        assert late.thread_ts == plain.ts
    assert len(stored.said(slack.general)) == 1


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
