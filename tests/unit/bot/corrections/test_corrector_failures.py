"""What fails, is interrupted or comes from elsewhere is still corrected."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.admin.erasure import erase_posts
from bot.corrections.corrector import Corrector
from bot.errors import DeliveryError, UnavailableError
from bot.posts.library import Library
from bot.questions.admission.admission import Admission
from index.error_sentences import Told
from index.ingest.erasure import ErasureSelection
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.bot.libraries import Files, shelf
from tests.fakes.index.hits import hit
from tests.unit.bot.corrections.conftest import DISCORD, DOUGH, OVEN, SLACK, Place

if TYPE_CHECKING:
    import pytest

    from bot.corrections.endings import Tell


def told_to(left: list[int]) -> Tell:
    async def tell(count: int) -> None:
        left.append(count)

    return tell


async def test_what_fails_in_one_place_keeps_no_other_from_being_corrected(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await place.stores(OVEN)
    discord, slack = FakeAnswerEditor(errors=[ValueError("a surprise")]), FakeAnswerEditor()
    async with place.serving(discord=discord, slack=slack):
        place.answers(DISCORD, OVEN)
        place.answers(SLACK, OVEN)
        await place.services.library.remove([OVEN.post.id])
        await place.services.corrections.correct([OVEN.post.id])
        assert slack.lines(SLACK) == ["gone"]
        await discord.until(lambda: DISCORD in discord.shown)
    assert "could not be corrected" in caplog.text


async def test_what_failed_is_tried_again_until_it_succeeds_and_not_any_more_then(
    place: Place,
) -> None:
    await place.stores(OVEN)
    discord = FakeAnswerEditor(outage=DeliveryError(Told("out of order")))
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN)
        done = await erase_posts(place.services, ErasureSelection([OVEN.post.id]), for_good=True)
        assert (done.ids, done.outdated) == ([OVEN.post.id], 1)
        left: list[int] = []
        place.services.corrections.tell_when_corrected(done.ids, told_to(left))
        await discord.until(lambda: discord.tries >= 3 and left == [1])
        discord.outage = None
        await discord.until(lambda: DISCORD in discord.shown)
        tries = discord.tries
        assert discord.lines(DISCORD) == ["gone"]
        await place.services.corrections.look()
        assert discord.tries == tries
        assert left == [1, 0]


async def test_what_a_kill_left_undone_is_done_at_the_next_start(place: Place) -> None:
    await place.stores(OVEN)
    place.answers(DISCORD, OVEN)
    place.services.corrections.mark_deleted([OVEN.post.id])
    await place.services.library.remove([OVEN.post.id])
    await place.services.corrections.correct([OVEN.post.id])
    discord = FakeAnswerEditor()
    corrections = Corrector(place.services.ledger, place.services.library)
    async with place.serving(corrections, discord=discord):
        await discord.until(lambda: DISCORD in discord.shown)
    assert discord.lines(DISCORD) == ["withdrawn"]


async def test_what_another_process_changes_or_forgets_is_found(place: Place) -> None:
    await place.stores(OVEN, DOUGH)
    edited = hit(("The village oven is lit on Mondays.", 0.9), name="oven")
    other = Library(shelf(place.folder, Files()))
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN, DOUGH)
        place.core.hits = [edited, DOUGH]
        await other.save([edited.post])
        await discord.until(lambda: DISCORD in discord.shown)
        assert discord.lines(DISCORD) == [edited.post.text, DOUGH.post.text]
        await other.erase([DOUGH.post.id])
        await discord.until(lambda: discord.tries == 2)
    other.close()
    assert discord.lines(DISCORD) == [edited.post.text, "gone"]


async def test_an_answer_is_corrected_however_many_ask_meanwhile(place: Place) -> None:
    await place.stores(OVEN)
    edited = hit(("The village oven is lit on Mondays.", 0.9), name="oven")
    place.services.limits.admission = Admission(longest_seconds=-1)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN)
        await place.stores(edited)
        await place.services.corrections.correct([OVEN.post.id])
        assert discord.lines(DISCORD) == [edited.post.text]


async def test_an_index_that_cannot_be_read_for_a_while_ends_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.stores(OVEN)
    place.answers(DISCORD, OVEN)
    asked_for = asyncio.Event()

    async def fails() -> tuple[int, ...]:
        asked_for.set()
        raise UnavailableError(Told("locked"))

    discord = FakeAnswerEditor()
    await place.services.library.remove([OVEN.post.id])
    with monkeypatch.context() as patch:
        patch.setattr(place.services.library, "version", fails)
        async with place.serving(discord=discord):
            await asked_for.wait()
            assert discord.tries == 0
            patch.undo()
            await discord.until(lambda: DISCORD in discord.shown)


async def test_a_post_that_is_gone_before_its_answer_is_noted_is_struck_out_too(
    place: Place,
) -> None:
    await place.stores(OVEN, DOUGH)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.services.corrections.mark_deleted([OVEN.post.id])
        await place.services.library.remove([OVEN.post.id, DOUGH.post.id])
        place.answers(DISCORD, OVEN, DOUGH)
        await place.services.corrections.check(DISCORD)
    assert discord.lines(DISCORD) == ["withdrawn", "gone"]
