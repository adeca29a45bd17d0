"""Answers that stand in chats show only what is so, and what their readers may see."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.admin.erasure import erase_person, erase_posts
from bot.corrections import queue
from bot.corrections.corrector import Corrector
from bot.errors import DeliveryError, UnavailableError
from bot.ledger.ledger import Ledger
from bot.posts.library import Library
from bot.posts.running_jobs import Jobs
from bot.questions.admission import Admission
from bot.questions.excerpts import version
from bot.questions.rate_limit import RateLimit
from bot.services import Services
from index.ingest.erasure import ErasureSelection
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.bot.answers import ScriptedCore, answered
from tests.fakes.bot.ledgers import ADA, asked, clock
from tests.fakes.bot.libraries import Files, shelf
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from index.posts import Hit


OVEN = hit(("The village oven is lit on Fridays.", 0.9), name="oven", author_id=ADA.account)
DOUGH = hit(("Everybody brings a dough of their own to it.", 0.9), name="dough")
DISCORD, SLACK = "discord:1/2", "slack:T1/C1/3.4"


@dataclass
class Place:
    """What answers stand on, and what corrects them."""

    folder: Path
    services: Services
    core: ScriptedCore = field(default_factory=ScriptedCore)

    async def stores(self, *hits: Hit) -> None:
        self.core.hits = hits
        await self.services.library.save([each.post for each in hits])

    def answers(self, message: str, *hits: Hit, is_private: bool = False) -> None:
        """Let a message be the answer that quotes these."""
        answer = answered(asked(id_=f"q{message}", is_private=is_private), *hits)
        self.services.ledger.questions.keep(answer)
        self.services.corrections.posted(answer, message, names_asker=is_private)

    @asynccontextmanager
    async def serving(
        self, corrections: Corrector | None = None, **sides: FakeAnswerEditor
    ) -> AsyncIterator[None]:
        """Correct on these platforms."""
        used = corrections or self.services.corrections
        questions = self.services.question_service(self.core.ask)
        tasks = [
            asyncio.create_task(used.serve(name, questions, side)) for name, side in sides.items()
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A place without posts, where what failed is soon tried again."""
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.01)
    ledger = Ledger.open(tmp_path / "ledger.db", timedelta(days=1), clock)
    library = Library(shelf(tmp_path, Files()))
    corrections = Corrector(ledger, library)
    yield Place(tmp_path, Services(ledger, library, Jobs(ledger.jobs), RateLimit(100), corrections))
    library.close()
    ledger.close()


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
    discord = FakeAnswerEditor(outage=DeliveryError("out of order"))
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN)
        done = await erase_posts(place.services, ErasureSelection([OVEN.post.id]), for_good=True)
        assert (done.posts, done.still_quoted) == (1, 1)
        await discord.until(lambda: discord.tries >= 3)
        discord.outage = None
        await discord.until(lambda: DISCORD in discord.shown)
        tries = discord.tries
        assert discord.lines(DISCORD) == ["gone"]
        await place.services.corrections.look()
        assert discord.tries == tries


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


async def test_an_index_that_cannot_be_read_for_a_while_ends_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place.stores(OVEN)
    place.answers(DISCORD, OVEN)
    asked_for = asyncio.Event()

    async def fails() -> tuple[int, ...]:
        asked_for.set()
        raise UnavailableError("locked")

    discord = FakeAnswerEditor()
    await place.services.library.remove([OVEN.post.id])
    with monkeypatch.context() as patch:
        patch.setattr(place.services.library, "version", fails)
        async with place.serving(discord=discord):
            await asked_for.wait()
            assert discord.tries == 0
            patch.undo()
            await discord.until(lambda: DISCORD in discord.shown)


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


async def test_an_answer_outlives_its_question_and_is_still_corrected(place: Place) -> None:
    await place.stores(OVEN, DOUGH)
    discord = FakeAnswerEditor()
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN, DOUGH, is_private=True)
        done = await erase_person(place.services, ADA)
        assert (done.posts, done.still_quoted) == (1, 0)
    assert discord.shown[DISCORD].question is None
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
        assert discord.shown[DISCORD].question is None
        assert not discord.shown[DISCORD].is_corrected
        await erase_person(place.services, ADA)
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
    perhaps, near = (replace(OVEN, post=titled, confidence=0.4), replace(DOUGH, post=other))
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
