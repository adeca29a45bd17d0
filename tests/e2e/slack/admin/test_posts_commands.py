from __future__ import annotations

import asyncio
from copy import deepcopy
from typing import TYPE_CHECKING

from bot.question_and_answer import Asker
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.fakes.slack.world import Channel, Message, User


DONE = "Done: "


def direct(rig: Rig, user: User) -> Channel:
    """Return where the bot and a person speak alone."""
    return rig.slack.direct_channel(user)


async def command(rig: Rig, text: str, user: User | None = None) -> None:
    """Type `/posts …` in #general, as Ada if nobody else is named."""
    await rig.slack.uses_command(user or rig.slack.ada, rig.slack.general, "/posts", text)


async def finished(rig: Rig, start: str) -> Message:
    """Wait until the live message of some work says that it is done."""
    message = await rig.hears(direct(rig, rig.slack.ada), DONE)
    assert shown(message).startswith(start)
    return message


async def test_only_who_may_manage_can_and_the_settings_may_name_more(rig: Rig) -> None:
    slack = rig.slack
    rig.more["admins"] = frozenset({slack.benoit.id, slack.gil.id})
    async with rig.running():
        await command(rig, "status", slack.gil)
        await rig.hears(slack.general, "Only people who may manage the posts here can do that.")
        await command(rig, "status", slack.benoit)
        await rig.hears(slack.general, "Pas encore de messages")
        await command(rig, "")
        await rig.hears(slack.general, "/posts watch – Keep a channel's messages as posts")


async def test_a_watched_channel_is_read_back_with_its_threads_and_answers(rig: Rig) -> None:
    slack = rig.slack
    root = slack.wrote(
        slack.benoit, slack.random, f"The oven is lit on Fridays by {slack.ada.mention} &amp; me."
    )
    slack.wrote(slack.ada, slack.random, "The oven is lit at seven in the evening.", thread=root)
    slack.wrote(slack.robot, slack.random, "The oven robot says beep.")
    async with rig.running():
        await command(rig, f"watch <#{slack.random.id}|random>")
        await rig.hears(slack.general, "I keep the messages of #random from now on")
        message = await finished(rig, "Reading #random")
        assert "2 new" in shown(message)
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        answer = shown(await rig.hears(direct(rig, slack.benoit), "Fridays by @ada & me."))
        assert "#random" in answer
        assert f"{slack.team.url}archives/{slack.random.id}/p{root.ts.replace('.', '')}" in answer
        await command(rig, "status")
        await rig.hears(slack.general, "#random: indexed up to")
        await command(rig, f"unwatch <#{slack.random.id}|random>")
        await rig.hears(slack.general, "I follow #random no longer")
        await command(rig, f"unwatch <#{slack.random.id}|random>")
        await rig.hears(slack.general, "#random is not being watched.")


async def test_a_channel_that_cannot_be_read_is_not_watched(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await command(rig, f"watch {slack.hidden.id}")
        await rig.hears(slack.general, f"I find no {slack.hidden.id}")
        await command(rig, "watch the-oven")
        await rig.hears(slack.general, "I find no the-oven")
        slack.random.is_archived = True
        await command(rig, f"watch <#{slack.random.id}>")
        await rig.hears(slack.general, "I may not read #random")


async def test_work_is_cancelled_by_its_button_and_gone_on_with_after_a_restart(rig: Rig) -> None:
    slack = rig.slack
    for number in range(3):
        slack.wrote(slack.benoit, slack.general, f"Oven number {number} is lit by the bakers.")
    fault = slack.faults.held("conversations.history")
    async with rig.running():
        await command(rig, "watch")
        message = await rig.hears(direct(rig, slack.ada), "Reading #general")
        await fault.arrived.wait()
        await command(rig, "watch")
        await rig.hears(slack.general, "That is already being done.")
        await slack.presses(slack.ada, message, "cancel")
        fault.release.set()
        await slack.until(lambda: "Stopped." in shown(message))
    async with rig.running():
        await slack.until(lambda: slack.calls_of("conversations.history")[1:])
        again = slack.faults.held("conversations.history")
        await command(rig, "watch")
        await again.arrived.wait()
        message = await rig.hears(direct(rig, slack.ada), "Reading #general", times=2)
        stopping = asyncio.create_task(rig.services.jobs.stop())
        await asyncio.sleep(0)
        again.release.set()
        await stopping
        await slack.until(lambda: "Interrupted" in shown(message))
    async with rig.running():
        await slack.until(lambda: "Done: " in shown(message))


async def test_a_shared_file_is_imported_for_whom_the_form_says(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await slack.shares_file(slack.ada, direct(rig, slack.ada), "notes.txt", OVEN.encode())
        offer = await rig.hears(direct(rig, slack.ada), "Import notes.txt?")
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: slack.views)
        values = {"source": "village", "audience": f"slack:{slack.team.id}"}
        assert await slack.submits_view(slack.ada, slack.views[0], values) == {}
        message = await finished(rig, "Importing notes.txt")
        assert "1 new" in shown(message)
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        await rig.hears(direct(rig, slack.benoit), "village")
        await slack.direct_message(slack.gil, "when is the oven lit?")
        await rig.hears(direct(rig, slack.gil), "Nothing in the posts answers that.")
        await slack.shares_file(slack.benoit, direct(rig, slack.benoit), "notes.txt", b"x")
        await rig.hears(direct(rig, slack.benoit), "Seules les personnes qui gèrent")


async def test_the_status_says_what_an_imported_file_held_of_which_no_post_is_made(
    rig: Rig,
) -> None:
    slack = rig.slack
    table = b"id,text,mood\n1,The keel is oak.,calm\n"
    async with rig.running():
        await slack.shares_file(slack.ada, direct(rig, slack.ada), "posts.csv", table)
        offer = await rig.hears(direct(rig, slack.ada), "Import posts.csv?")
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: slack.views)
        values = {"source": "notes", "audience": f"slack:{slack.team.id}"}
        assert await slack.submits_view(slack.ada, slack.views[0], values) == {}
        await finished(rig, "Importing posts.csv")
        await slack.uses_command(slack.ada, slack.general, "/posts", "status")
        said = "file posts.csv: Left out of what it holds: the column 'mood' (1)."
        await rig.hears(slack.general, said)


async def test_any_table_becomes_posts_and_one_that_is_not_clear_tells_what_to_do_here(
    rig: Rig,
) -> None:
    slack = rig.slack
    table = "Nom;Qu’avez-vous aimé ?;Date\nAda;Le four;03/04/2025\nBob;Tout;{last}\n"
    async with rig.running():
        for name, last, expected in (
            ("clear.csv", "13/06/2025", "2 new"),
            ("unclear.csv", "05/06/2025", "name it 'date (dd/mm)' or 'date (mm/dd)'"),
        ):
            data = table.format(last=last).encode()
            await slack.shares_file(slack.ada, direct(rig, slack.ada), name, data)
            offer = await rig.hears(direct(rig, slack.ada), f"Import {name}?")
            await slack.presses(slack.ada, offer, "import")
            await slack.until(lambda: slack.views)
            values = {"source": name, "audience": f"slack:{slack.team.id}"}
            assert await slack.submits_view(slack.ada, slack.views.pop(), values) == {}
            await rig.hears(direct(rig, slack.ada), expected)


async def test_the_import_command_opens_a_form_with_a_field_for_the_file(rig: Rig) -> None:
    slack = rig.slack
    shared = await slack.shares_file(slack.ada, slack.general, "notes.txt", OVEN.encode())
    file = {"id": shared.files[0].id, "name": "notes.txt"}
    async with rig.running():
        await command(rig, "import")
        await slack.until(lambda: slack.views)
        values = {"file": [file], "audience": f"slack:{slack.general.id}"}
        await slack.submits_view(slack.ada, slack.views[0], values)
        await finished(rig, "Importing notes.txt")
        assert (await rig.services.library.audiences()) == [f"slack:{slack.general.id}"]
        slack.team.scopes.remove("files:read")
        await command(rig, "import")
        await slack.until(lambda: len(slack.views) > 1)
        await slack.submits_view(slack.ada, slack.views[1], values)
        await rig.hears(direct(rig, slack.ada), "Something went wrong on our side (error ")


async def test_an_import_shows_first_what_it_would_remove_and_goes_on_when_told(rig: Rig) -> None:
    slack, path = rig.slack, direct(rig, rig.slack.ada)
    values = {"audience": f"slack:{slack.team.id}"}
    async with rig.running():
        for number, text in enumerate(("1,The oven is lit.", "2,Goats graze.")):
            content = f"id,text\n{text}\n".encode()
            await slack.shares_file(slack.ada, path, "Shares.csv", content)
            offer = await rig.hears(path, "Import Shares.csv?", times=number + 1)
            await slack.presses(slack.ada, offer, "import")
            await slack.until(lambda: len(slack.views) > number)  # noqa: B023 - at once
            await slack.submits_view(slack.ada, slack.views[number], values)
            await rig.hears(path, "1 new", times=number + 1)
        asked = await rig.hears(path, "It would be: 1 new")
        assert "The oven is lit." in shown(asked)
        assert len(await rig.services.library.ids_under("")) == 1
        await slack.presses(slack.ada, asked, "replace")
        await slack.until(lambda: "Done: 1 new" in shown(asked) and "1 removed" in shown(asked))
        posts = await rig.services.library.posts(await rig.services.library.ids_under(""))
        assert [each.text for each in posts.values()] == ["Goats graze."]
        await slack.presses(slack.ada, offer, "import")
        await slack.until(lambda: len(slack.views) > 2)
        await slack.submits_view(slack.ada, slack.views[2], {**values, "way": "preview"})
        preview = await rig.hears(path, "It would be: 0 new")
        await slack.presses(slack.ada, preview, "replace")
        await slack.until(lambda: "Done: 0 new" in shown(preview))


async def test_an_open_question_is_answered_by_an_admin_and_the_asker_told(rig: Rig) -> None:
    slack = rig.slack
    slack.general.members.discard(slack.gil.id)  # a guest may not read what is for the workspace
    mention = slack.team.bot.mention
    await rig.knows_something()
    async with rig.running():
        asked = await slack.says(slack.benoit, slack.general, f"{mention} who lit the oven?")
        await rig.hears(slack.general, "Nothing in the posts")
        await slack.says(slack.benoit, slack.general, f"{mention} what is the price of nets?")
        await rig.hears(slack.general, "Nothing in the posts", times=2)
        await command(rig, "unanswered")
        await rig.hears(slack.general, "“who lit the oven?” (people who asked: 1)")
        listed = slack.general.ephemerals[-1]
        seen_before = deepcopy(listed)  # the list is shown again without what is dismissed
        await slack.presses(slack.ada, listed, "answer:1")
        await slack.until(lambda: slack.views)
        await slack.submits_view(slack.ada, slack.views[0], {"text": "Zoe lights the oven."})
        told = await rig.hears(slack.general, "Zoe lights the oven.")
        assert told.thread_ts == asked.ts
        assert slack.benoit.mention in shown(told)
        await rig.hears(direct(rig, slack.ada), "it is a post now, and 1 user who asked is told")
        await slack.presses(slack.ada, listed, "dismiss:2")
        await rig.hears(slack.general, "Dismissed.")
        await command(rig, "unanswered")
        await rig.hears(slack.general, "Every question found its answer.")
        await slack.direct_message(slack.benoit, "who lit the oven?")
        await rig.hears(direct(rig, slack.benoit), "Zoe lights the oven.")
        await slack.presses(slack.benoit, seen_before, "answer:1")
        await rig.hears(slack.general, "Seules les personnes qui gèrent", times=1)
        await slack.presses(slack.benoit, seen_before, "dismiss:2")
        await rig.hears(slack.general, "Seules les personnes qui gèrent", times=2)


async def test_the_words_of_a_private_question_are_not_in_the_post_that_answers_it(
    rig: Rig,
) -> None:
    slack = rig.slack
    await rig.knows_something()
    async with rig.running():
        private = "does my illness keep me from the oven?"
        await slack.uses_command(slack.benoit, slack.general, "/ask", private)
        await rig.hears(slack.general, "Rien dans les messages")
        await command(rig, "unanswered")
        await rig.hears(slack.general, "does my illness keep me from the oven?")
        await slack.presses(slack.ada, slack.general.ephemerals[-1], "answer:1")
        await slack.until(lambda: slack.views)
        await slack.submits_view(slack.ada, slack.views[0], {"text": "Everybody may bake."})
        await rig.hears(direct(rig, slack.benoit), "Everybody may bake.")
        await rig.hears(direct(rig, slack.ada), "it is a post now")
    ids = await rig.services.library.ids(source="answers")
    (kept,) = (await rig.services.library.posts(ids)).values()
    assert not kept.title
    account = f"slack:{slack.team.id}/{slack.benoit.id}"
    selected = await rig.services.library.select_posts_of_person(account, None)
    assert selected.titles == []


async def test_anybody_is_forgotten_who_asks_for_it(rig: Rig) -> None:
    slack = rig.slack
    person = Asker("slack", f"{slack.team.id}/{slack.benoit.id}", "benoit")
    await rig.stores(post(OVEN, "1", author_id=person.account))
    async with rig.running():
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        await rig.hears(direct(rig, slack.benoit), OVEN)
        await slack.uses_command(slack.benoit, slack.general, "/forget-me")
        await rig.hears(slack.general, "ce que vous avez écrit (1 message)")
        await slack.presses(slack.benoit, slack.general.ephemerals[-1], "forget_me")
        await rig.hears(slack.general, "C’est fait : 1 message supprimé")
    assert rig.services.ledger.questions.asked_by(person, 9) == []
    await rig.stores(post(OVEN, "2", author_id=person.account))
    assert await rig.services.library.audiences() == []


async def test_two_quick_presses_begin_work_once(stored: Rig) -> None:
    slack = stored.slack
    held = slack.faults.held("conversations.open")
    async with stored.running():
        await command(stored, "reindex")
        await held.arrived.wait()
        await command(stored, "reindex")
        held.release.set()
        await stored.hears(slack.general, "That is already being done.")
        await finished(stored, "Embedding the posts")
    assert len(stored.said(direct(stored, slack.ada))) == 1
