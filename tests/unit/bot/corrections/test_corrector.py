"""Answers that stand in chats show only what is so, and what their readers may see."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.admin.erasure import erase_person
from bot.corrections import queue
from bot.questions.quoting.post_references import version
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.bot.ledgers import ADA
from tests.unit.bot.corrections.conftest import DISCORD, DOUGH, OVEN, SLACK, Place

if TYPE_CHECKING:
    import pytest


async def test_one_removal_corrects_the_answers_on_every_platform(place: Place) -> None:
    await place.stores(OVEN, DOUGH)
    discord, slack = FakeAnswerEditor(), FakeAnswerEditor()
    async with place.serving(discord=discord, slack=slack):
        place.answers(DISCORD, OVEN, DOUGH)
        place.answers(SLACK, OVEN)
        place.services.corrections.mark_deleted([OVEN.post.id])
        await place.services.library.remove([OVEN.post.id])
        await place.services.corrections.correct([OVEN.post.id])
    assert discord.lines(DISCORD) == ["withdrawn", DOUGH.post.text]
    assert slack.lines(SLACK) == ["withdrawn"]
    assert slack.shown[SLACK].is_corrected


async def test_what_no_reader_would_see_is_not_corrected(place: Place) -> None:
    titled = replace(OVEN, post=replace(OVEN.post, title="Bread", author_id="slack:T1/U1"))
    near = replace(DOUGH, confidence=0.1)
    await place.stores(titled, near)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, titled)
        place.answers("discord:1/3", near)
        place.core.hits = []  # it was found by its title
        await place.services.library.save([replace(titled.post, title="")])
        await place.services.corrections.look()
        assert discord.tries == 0
        renamed = replace(titled.post, title="", author="Renamed", source="renamed")
        await place.services.library.save([renamed])
        await place.services.corrections.look()
        assert discord.tries == 0  # the same account, under another name
        another = replace(renamed, author="Another", author_id="slack:T1/U9")
        await place.services.library.save([another])
        await place.services.corrections.look()
        assert discord.lines(DISCORD) == [OVEN.post.text]
        assert discord.shown[DISCORD].is_corrected
        await place.services.library.save([replace(near.post, title="Bread")])
        await place.services.corrections.look()
        assert discord.shown["discord:1/3"].nearest[0].title == "Bread"
        await place.services.library.save(
            [replace(titled.post, title="", text="The oven is cold.")]
        )
        await place.services.corrections.look()
    assert discord.lines(DISCORD) == ["gone"]
    assert discord.tries == 3


async def test_an_edit_beside_what_is_quoted_is_not_told_where_the_quote_stays(
    place: Place,
) -> None:
    await place.stores(OVEN)
    longer = replace(OVEN, post=replace(OVEN.post, text=f"{OVEN.post.text} Come along."))
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN)
        place.core.hits = [longer]
        await place.services.library.save([longer.post])
        await place.services.corrections.look()
    assert discord.tries == 0
    assert place.services.ledger.answers.versions() == [
        (OVEN.post.id, version(longer.post.fingerprint))
    ]


async def test_what_was_just_imported_is_not_waited_for_a_minute(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 1000)
    await place.stores(OVEN, DOUGH)
    place.answers(DISCORD, OVEN)
    await place.services.library.remove([OVEN.post.id])
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        await discord.until(lambda: DISCORD in discord.shown)
        place.answers("discord:1/3", DOUGH)
        await place.services.library.remove([DOUGH.post.id])
        place.services.corrections.wake()
        await discord.until(lambda: "discord:1/3" in discord.shown)
    assert discord.lines("discord:1/3") == ["gone"]


async def test_whoever_may_not_read_a_post_any_more_is_not_shown_it(place: Place) -> None:
    hidden = replace(OVEN, post=replace(OVEN.post, audience="discord:9"))
    await place.stores(hidden, DOUGH)
    discord = FakeAnswerEditor(audience=frozenset({"everyone", "discord:9"}))
    async with place.serving(discord=discord):
        place.answers(DISCORD, hidden, DOUGH)
        await place.services.corrections.check(DISCORD)
        assert discord.tries == 0
        discord.audience = frozenset({"everyone"})
        place.services.corrections.want("discord", lambda _, labels: "discord:8" in labels)
        place.services.corrections.want("discord", lambda _, labels: "discord:9" in labels)
        await discord.until(lambda: DISCORD in discord.shown)
    assert discord.lines(DISCORD) == ["gone", DOUGH.post.text]


async def test_an_answer_outlives_its_question_and_is_still_corrected(place: Place) -> None:
    await place.stores(OVEN, DOUGH)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN, DOUGH, is_private=True)
        done = await erase_person(place.services, ADA)
        assert done.ids == [OVEN.post.id]
        await discord.until(
            lambda: DISCORD in discord.shown and not discord.shown[DISCORD].question
        )
    assert discord.lines(DISCORD) == ["withdrawn", DOUGH.post.text]
    async with place.serving(discord=discord):
        await place.services.library.remove([DOUGH.post.id])
        await place.services.corrections.correct([DOUGH.post.id])
    assert discord.lines(DISCORD) == ["withdrawn", "gone"]
    assert place.services.ledger.answers.citing([OVEN.post.id, DOUGH.post.id]) == []


async def test_a_shared_answer_no_longer_names_a_forgotten_asker_though_its_posts_stay(
    place: Place,
) -> None:
    await place.stores(DOUGH)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, DOUGH, is_private=True)
        await erase_person(place.services, ADA)
        await discord.until(lambda: DISCORD in discord.shown)
        assert discord.shown[DISCORD].question is None
        assert not discord.shown[DISCORD].is_corrected
        assert (await erase_person(place.services, ADA)).outdated == 0
        await place.services.corrections.look()
    assert discord.tries == 1


async def test_a_message_or_a_channel_that_is_gone_is_not_remembered(place: Place) -> None:
    await place.stores(OVEN)
    deleted, closed = FakeAnswerEditor(is_gone=True), FakeAnswerEditor(audience=None)
    async with place.serving(discord=deleted, slack=closed):
        place.answers(DISCORD, OVEN)
        place.answers(SLACK, OVEN)
        await place.services.library.remove([OVEN.post.id])
        await place.services.corrections.correct([OVEN.post.id])
    assert (deleted.tries, closed.tries) == (1, 0)
    assert place.services.ledger.answers.all() == []


async def test_an_answer_that_only_points_at_posts_loses_those_that_are_gone(place: Place) -> None:
    near = [replace(each, confidence=0.1) for each in (OVEN, DOUGH)]
    await place.stores(*near)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, *near)
        await place.services.library.remove([OVEN.post.id])
        await place.services.corrections.correct([OVEN.post.id])
    (left,) = discord.shown[DISCORD].nearest
    assert (left.number, left.post_id) == (1, DOUGH.post.id)
    assert discord.shown[DISCORD].is_corrected


async def test_an_unsure_quote_goes_with_an_edit_after_another_post_was_renamed(
    place: Place,
) -> None:
    titled = replace(OVEN.post, title="The oven")
    other = replace(DOUGH.post, author="Benoît", author_id="test:B")
    perhaps, near = (
        replace(OVEN, post=titled, confidence=0.4),
        replace(DOUGH, post=other, confidence=0.3),
    )
    await place.stores(perhaps, near)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, perhaps, near)
        await place.services.library.save([replace(other, author="Ben")])
        await place.services.corrections.correct([near.post.id])
        assert discord.tries == 0
        await place.services.library.save([replace(titled, text="The oven is cold.")])
        await place.services.corrections.look()
    assert discord.shown[DISCORD].is_corrected


async def test_a_new_name_of_its_source_strikes_no_unsure_quote_out(place: Place) -> None:
    perhaps = replace(OVEN, post=replace(OVEN.post, title="The oven"), confidence=0.4)
    await place.stores(perhaps)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, perhaps)
        await place.services.library.save([replace(perhaps.post, source="renamed")])
        await place.services.corrections.correct([perhaps.post.id])
    assert discord.tries == 0


async def test_who_is_forgotten_while_an_answer_to_them_is_changed_is_named_no_longer(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 1000)
    await place.stores(OVEN, DOUGH)
    place.answers(DISCORD, OVEN, DOUGH, is_private=True)
    questions, discord = place.services.ledger.questions, FakeAnswerEditor()
    looks = asyncio.Queue[int]()
    async with place.serving(discord=discord):
        await asyncio.sleep(0)  # it serves
        for _ in range(2):  # the second is told of when nothing more is to be looked at
            place.services.corrections.tell_when_corrected([], looks.put)
            await looks.get()
        assert discord.tries == 0
        discord.meanwhile = lambda: questions.forget_asker(ADA)
        await place.services.library.remove([OVEN.post.id])
        await place.services.corrections.correct([OVEN.post.id])
        await discord.until(lambda: discord.tries == 2)
    assert place.services.ledger.answers.naming_nobody() == []
