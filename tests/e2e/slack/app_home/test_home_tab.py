from __future__ import annotations

from typing import TYPE_CHECKING

from bot.question_and_answer import Asker
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.fakes.slack.world import Channel, User


NETS = "Nets hang in the harbour because the boats stay in during the spring storms."


async def home(rig: Rig, user: User) -> str:
    """Let somebody look at their page, and return its words."""
    slack = rig.slack
    before = slack.homes.get(user.id)
    count = len(slack.calls_of("views.publish"))
    await slack.opens_home(user)
    await slack.until(lambda: [x for x in slack.calls_of("views.publish")[count:] if x.answer])
    assert slack.homes.get(user.id) is not None or before is None
    return _words(slack.homes[user.id].body["blocks"])


def _words(blocks: object) -> str:
    if isinstance(blocks, list):
        return "\n".join(_words(each) for each in blocks)
    if isinstance(blocks, dict):
        own = blocks.get("text") if isinstance(blocks.get("text"), str) else ""
        return "\n".join([str(own), *(_words(each) for each in blocks.values())])
    return ""


async def test_the_home_shows_what_is_stored_and_what_its_reader_asked(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(
        post(OVEN, "1", source="village"),
        post(NETS, "2", source="secrets", audience=f"slack:{slack.hidden.id}"),
    )
    async with rig.running():
        page = await home(rig, slack.benoit)
        assert "village : 1 message" in page
        assert "secrets" not in page
        assert "Vous ne m’avez encore rien demandé." in page
        await slack.direct_message(slack.benoit, "when is the oven lit?")
        await rig.hears(slack.direct_channel(slack.benoit), OVEN)
        page = await home(rig, slack.benoit)
        assert "• when is the oven lit?" in page
        assert "Importer des messages" not in page


async def test_who_cannot_bring_posts_in_is_told_of_no_command_for_it(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(NETS, "2", source="secrets", audience=f"slack:{slack.hidden.id}"))
    slack.gil.locale = slack.benoit.locale = "en-US"
    async with rig.running():
        for user in (slack.gil, slack.benoit):
            page = await home(rig, user)
            assert "There are no posts yet that you may read." in page
            assert "/posts" not in page
        assert "/posts watch or /posts import" in await home(rig, slack.ada)


async def test_the_home_of_an_admin_has_the_open_questions_and_the_buttons(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await rig.knows_something()
        asked = f"{slack.team.bot.mention} who lit the oven?"
        await slack.says(slack.ada, slack.general, asked)
        await rig.hears(slack.general, "Nothing in the posts answers that.")
        page = await home(rig, slack.ada)
        assert "or use /ask." in page
        assert "`" not in page
        assert "“who lit the oven?” (people who asked: 1)" in page
        view = slack.homes[slack.ada.id]
        await slack.presses(slack.ada, view, "posts:import")
        await slack.until(lambda: slack.views)
        await slack.presses(slack.ada, view, "posts:reindex")
        await rig.hears(slack.direct_channel(slack.ada), "Done: ")
        await slack.presses(slack.ada, view, "dismiss:1")
        await rig.hears(slack.direct_channel(slack.ada), "Dismissed.")


async def test_the_pane_makes_questions_of_titles_and_never_shows_a_line_of_a_post(
    rig: Rig,
) -> None:
    slack = rig.slack
    async with rig.running():
        await slack.opens_home(slack.ada, "messages")
        await home(rig, slack.ada)
        assert slack.prompts == []
        await rig.stores(
            post(f"{OVEN} It stands on the square.", "1", title="The *village* oven"),
            post(f"{OVEN} No title.", "2"),
            post(OVEN, "3", title="oven " * 30),
            post(OVEN, "4", title="<!channel> the oven"),
            post(NETS, "9", title="Nets", audience=f"slack:{slack.secret.id}"),
        )
        await slack.opens_home(slack.gil, "messages")
        await slack.until(lambda: slack.prompts)
    (shown_prompts,) = slack.prompts
    said = "The *village* oven?"
    assert shown_prompts["prompts"] == [{"title": said, "message": said}]


async def asked(rig: Rig, channel: Channel, text: str) -> None:
    """Let ada ask in a channel, and wait for the answer."""
    before = len(rig.said(channel))
    await rig.slack.says(rig.slack.ada, channel, f"{rig.slack.team.bot.mention} {text}")
    await rig.slack.until(lambda: rig.said(channel)[before:])


async def test_the_pane_offers_what_was_often_asked_and_well_answered(rig: Rig) -> None:
    slack = rig.slack
    async with rig.running():
        await rig.stores(post(OVEN, "1"), post(NETS, "2", audience=f"slack:{slack.secret.id}"))
        for channel, text, times in (
            (slack.general, "when is the oven lit?", 2),
            (slack.general, "who brings a dough to the oven?", 1),
            (slack.secret, "why do nets hang in the harbour?", 2),
        ):
            for _ in range(times):
                await asked(rig, channel, text)
        await slack.opens_home(slack.gil, "messages")
        await slack.until(lambda: slack.prompts)
        await slack.looks_at(slack.benoit, slack.secret)
        await slack.until(lambda: len(slack.prompts) == 2)
    others, readers = ([each["message"] for each in one["prompts"]] for one in slack.prompts)
    assert others == ["when is the oven lit?"]
    assert readers == ["why do nets hang in the harbour?", "when is the oven lit?"]


async def test_the_home_shows_each_question_of_ones_own_once(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        for times in (1, 2):
            await slack.direct_message(slack.ada, "when is the oven lit?")
            await stored.hears(slack.direct_channel(slack.ada), OVEN, times=times)
        page = await home(stored, slack.ada)
    assert page.count("when is the oven lit?") == 1


async def test_a_guest_is_told_of_no_channel_that_they_do_not_read(rig: Rig) -> None:
    slack = rig.slack
    slack.random.members.discard(slack.gil.id)
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/posts", f"watch <#{slack.random.id}>")
        await rig.hears(slack.general, "I keep the messages of #random from now on")
        assert "#random" in await home(rig, slack.benoit)
        assert "#random" not in await home(rig, slack.gil)


STATUS = "assistant.threads.setStatus"


async def test_a_question_in_the_pane_is_answered_in_its_thread(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        first = await slack.direct_message(slack.ada, "hello oven?")
        channel = slack.direct_channel(slack.ada)
        await slack.until(lambda: stored.said(channel))
        await slack.direct_message(slack.ada, "when is the oven lit?", thread=first)
        answer = await stored.hears(channel, OVEN)
        await slack.until(lambda: [x for x in stored.said(channel) if x.thread_ts == first.ts])
    assert shown(answer)
    assert {each.arguments["thread_ts"] for each in slack.calls_of(STATUS)} <= {first.ts}


async def test_the_pane_suggests_first_what_stands_in_the_channel_that_is_looked_at(
    rig: Rig,
) -> None:
    slack = rig.slack
    random = post(
        "The harbour opens at six.", "8", title="Harbour", audience=f"slack:{slack.random.id}"
    )
    async with rig.running():
        await rig.stores(random, *(post(OVEN, f"{each}", title="Oven") for each in range(5)))
        await slack.looks_at(slack.benoit, slack.random)
        await slack.until(lambda: slack.prompts)
        await slack.looks_at(slack.gil, slack.secret)
        await slack.until(lambda: len(slack.prompts) == 2)
        event = {"type": "app_context_changed", "context": {}}
        await slack.sends_event(event)
    members, guests = ([each["title"] for each in one["prompts"]] for one in slack.prompts)
    assert members == [
        "Harbour?", "Oven?",
    ]  # fmt: skip
    assert guests == ["Oven?"]


async def test_a_direct_message_is_answered_in_a_thread_of_its_own_which_ends_its_status(
    stored: Rig,
) -> None:
    slack = stored.slack
    async with stored.running():
        first = await slack.direct_message(slack.ada, "when is the oven lit?")
        channel = slack.direct_channel(slack.ada)
        answer = await stored.hears(channel, OVEN)
        assert answer.thread_ts == first.ts
        beside = await slack.direct_message(slack.ada, "and who brings dough?")
        again = await stored.hears(channel, OVEN, times=2)
        assert again.thread_ts == beside.ts
        ada = Asker("slack", f"{slack.team.id}/{slack.ada.id}", "Ada")
        (last,) = stored.services.ledger.questions.asked_by(ada, 1)
        assert (last.text, last.context) == ("and who brings dough?", "when is the oven lit?")
        hello = await slack.direct_message(slack.ada, "hello")
        assert (await stored.hears(channel, "Ask me something")).thread_ts == hello.ts
        await slack.deletes(first)
        await slack.until(lambda: answer not in channel.messages)
