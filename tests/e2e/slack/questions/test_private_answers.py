from __future__ import annotations

from typing import TYPE_CHECKING

from bot.question_and_answer import Asker
from tests.e2e.slack.conftest import OVEN, Rig, shown
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from tests.fakes.slack.world import Ephemeral


NETS = "https://example.org/nets"


def last_private(rig: Rig) -> Ephemeral:
    """Return the last message that one person alone sees in #general."""
    return rig.slack.general.ephemerals[-1]


async def test_a_command_is_answered_alone_and_shared_without_what_others_may_not_read(
    rig: Rig,
) -> None:
    slack = rig.slack
    await rig.stores(
        post(OVEN, "1"),
        post(f"{OVEN} The oven is at the secret mill.", "2", audience=f"slack:{slack.secret.id}"),
    )
    async with rig.running():
        sent = await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        assert await sent.answer() == {}
        await rig.hears(slack.general, OVEN)
        private = last_private(rig)
        assert private.user_id == slack.ada.id
        assert "secret mill" in shown(private.message)
        await slack.presses(slack.ada, private, "share:1")
        await slack.until(lambda: slack.general.messages)
        (public,) = slack.general.messages
        assert "ada asked: “when is the oven lit?”" in shown(public)
        assert "secret mill" not in shown(public)
        await slack.until(lambda: "Share with the channel" not in shown(private.message))
        kept = "Kept private, because not everybody here may read it: 1."
        assert kept in shown(private.message)
        assert "Kept private" not in shown(public)
        await slack.presses(slack.ada, public, "only_me:1")
        await slack.until(
            lambda: "1 more that only you can see" in shown(last_private(rig).message)
        )
        await slack.says(slack.ada, slack.general, "and who brings what?", thread=public)
        await rig.hears(slack.general, OVEN, times=4)


async def test_nothing_public_tells_that_a_shared_answer_was_narrowed_or_of_what(
    rig: Rig,
) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", source="news"), post(f"{OVEN} So says Bob.", "2"))
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit? in:news")
        await rig.hears(slack.general, OVEN)
        await slack.presses(slack.ada, last_private(rig), "share:1")
        await slack.until(lambda: slack.general.messages)
        (public,) = slack.general.messages
        await slack.presses(slack.benoit, public, "why:1")
        others = await rig.hears(slack.general, "Cherché dans 2 messages")
        assert "Restreint" not in shown(others)
        await slack.presses(slack.ada, public, "why:1")
        assert "Narrowed to in:news." in shown(await rig.hears(slack.general, "Searched 2 posts"))


async def test_an_answer_of_which_nobody_else_may_read_anything_is_not_shared(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", audience=f"slack:{slack.secret.id}"))
    async with rig.running():
        await slack.uses_command(slack.ada, slack.general, "/ask", "when is the oven lit?")
        await rig.hears(slack.general, OVEN)
        await slack.presses(slack.ada, last_private(rig), "share:1")
        await rig.hears(slack.general, "Not shared: not everybody here may read any of it.")
        assert slack.general.messages == []


async def test_a_command_works_where_the_bot_is_no_member_and_shares_there(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await slack.uses_command(slack.ada, slack.random, "/ask", "when is the oven lit?")
        await stored.hears(slack.random, OVEN)
        await slack.presses(slack.ada, slack.random.ephemerals[-1], "share:1")
        await slack.until(lambda: slack.random.messages)
        shared = slack.random.messages[0]
        assert OVEN in shown(shared)
        await slack.presses(slack.ada, shared, "take_away:1")
        await slack.until(lambda: shared not in slack.random.messages)


async def test_an_answer_that_is_shared_by_two_quick_presses_is_posted_once(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        for channel in (slack.general, slack.random):  # in the second, the bot is no member
            await slack.uses_command(slack.ada, channel, "/ask", "when is the oven lit?")
            await stored.hears(channel, OVEN)
            private, before = channel.ephemerals[-1], len(slack.replies)
            held = slack.faults.held("chat.postMessage")
            await slack.presses(slack.ada, private, "share:1")
            await held.arrived.wait()
            await slack.presses(slack.ada, private, "share:1")
            held.release.set()
            # Each press shows the private answer again; a reply is also how it is shared where
            # the bot is no member.
            wanted = before + (2 if channel is slack.general else 3)
            await slack.until(lambda wanted=wanted: len(slack.replies) >= wanted)  # type: ignore[misc]
            assert len(channel.messages) == 1


async def test_pages_are_turned_in_place(rig: Rig) -> None:
    slack = rig.slack
    ovens = [f"Oven number {number} is lit by the bakers of the village." for number in range(5)]
    await rig.stores(*(post(text, str(number)) for number, text in enumerate(ovens)))
    async with rig.running():
        await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} who lit the oven?")
        answer = await rig.hears(slack.general, "1 of 2")
        await slack.presses(slack.benoit, answer, "page:2")
        await rig.hears(slack.general, "2 of 2")
        assert len(slack.general.messages) == 2
        await slack.uses_command(slack.ada, slack.general, "/ask", "who lit the oven?")
        await rig.hears(slack.general, "1 of 2")
        private = last_private(rig)
        await slack.presses(slack.ada, private, "page:2")
        await slack.until(lambda: "2 of 2" in shown(private.message))
        assert "Share with the channel" in shown(private.message)


async def test_ratings_are_kept_and_a_bad_one_asks_what_was_wrong(stored: Rig) -> None:
    slack = stored.slack
    questions = stored.services.ledger.questions
    async with stored.running():
        await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        answer = await stored.hears(slack.general, OVEN)
        (asked,) = questions.asked_by(Asker("slack", f"{slack.team.id}/{slack.ada.id}", ""), 9)
        await slack.presses(slack.ada, answer, "feedback", f"good:{asked.id}")
        await stored.hears(slack.general, "Thank you, noted.")
        await slack.presses(slack.benoit, answer, "feedback", f"bad:{asked.id}")
        await slack.until(lambda: slack.views)
        (view,) = slack.views
        assert view.body["title"]["text"] == "Que manquait-il ?"
        await slack.submits_view(slack.benoit, view, {"comment": "the hour"})
        await stored.hears(slack.general, "Merci, c’est noté.")
        rated = questions.ratings(asked.id)
        questions.forget(asked.id)
        await slack.presses(slack.ada, answer, "feedback", f"good:{asked.id}")
        await stored.hears(slack.general, "Your rating is not kept")
        await slack.presses(slack.benoit, answer, "feedback", f"bad:{asked.id}")
        await stored.hears(slack.general, "Votre avis n’est pas conservé")
        assert len(slack.views) == 1
    kept = {who.partition("/")[2]: (good, said) for who, good, said in rated}
    assert kept == {slack.ada.id: (True, ""), slack.benoit.id: (False, "the hour")}


async def test_why_is_told_to_who_asks_alone(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        answer = await stored.hears(slack.general, OVEN)
        await slack.presses(slack.benoit, answer, "why:1")
        await stored.hears(slack.general, "Cherché dans 2 messages que tout le monde ici peut lire")
        assert last_private(stored).user_id == slack.benoit.id


async def test_a_button_of_a_forgotten_question_says_so(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        await slack.says(
            slack.ada, slack.general, f"{slack.team.bot.mention} when is the oven lit?"
        )
        answer = await stored.hears(slack.general, OVEN)
        stored.services.ledger.questions.forget_asker(
            Asker("slack", f"{slack.team.id}/{slack.ada.id}", "")
        )
        for count, action in enumerate(("only_me:1", "why:1"), start=1):
            await slack.presses(slack.ada, answer, action)
            await stored.hears(slack.general, "That question is no longer kept", times=count)


async def test_an_empty_command_opens_a_form_whose_fields_are_filters(rig: Rig) -> None:
    slack = rig.slack
    await rig.stores(post(OVEN, "1", author="Ada Miller"), post(f"{OVEN} So says Bob.", "2"))
    async with rig.running():
        await slack.uses_command(slack.benoit, slack.general, "/ask")
        await slack.until(lambda: slack.views)
        (view,) = slack.views
        assert view.body["title"]["text"] == "Interroger les messages"
        fields = [each["block_id"] for each in view.body["blocks"]]
        assert fields == ["question", "person", "from", "channel", "in", "since", "until", "kind"]
        values = {"question": "when is the oven lit?", "from": "Ada Miller", "kind": "post"}
        assert await slack.submits_view(slack.benoit, view, values) == {}
        await rig.hears(slack.general, OVEN)
        assert "So says Bob" not in shown(last_private(rig).message)
        await slack.uses_command(slack.ada, slack.general, "/ask", "help")
        await rig.hears(slack.general, "I answer from stored posts")


async def test_a_shortcut_finds_posts_like_a_message(stored: Rig) -> None:
    slack = stored.slack
    async with stored.running():
        message = slack.wrote(slack.ada, slack.general, "Who knows when the village oven is lit?")
        await slack.uses_shortcut(slack.benoit, message, "related")
        await stored.hears(slack.general, "Des messages proches de celui-là")
        assert OVEN in shown(last_private(stored).message)
