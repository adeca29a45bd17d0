"""Answers that several processes may correct."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from bot.corrections import queue
from bot.corrections.corrector import Corrector
from bot.corrections.queue import PlatformQueue
from bot.errors import NotServed
from bot.running.signals import Signals
from bot.running.standby import Standby, Timings
from index.error_sentences import Told
from tests.fakes.bot.answer_editors import FakeAnswerEditor
from tests.fakes.index.hits import hit
from tests.fakes.patience import PATIENCE_SECONDS
from tests.unit.bot.corrections.conftest import DISCORD, OVEN, SLACK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pytest

    from tests.unit.bot.corrections.conftest import Place

QUICK = Timings(lease=60.0, renewal=0.01, give_up=60.0, look=0.01)
EDITED = hit(("The village oven is lit on Mondays.", 0.9), name="oven")


def noted(take: Callable[..., bool], tries: Sequence[threading.Event]) -> Callable[..., bool]:
    """Return what tells of each try to take a lease, once it was made."""
    left = iter(tries)

    def tells(*asked: object) -> bool:
        is_taken = take(*asked)
        next(left, threading.Event()).set()
        return is_taken

    return tells


async def test_an_answer_is_corrected_once_no_other_process_corrects_its_channel(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 1000)
    ledger, slack = place.services.ledger, FakeAnswerEditor()
    own = Corrector(ledger, place.services.library, sharing=Standby(ledger.leases, "own", QUICK))
    await place.stores(OVEN)
    async with place.serving(own, slack=slack):
        place.answers(SLACK, OVEN)
        assert ledger.leases.take("correcting slack:T1/C1", "another", 60)
        await place.stores(EDITED)
        tries = [threading.Event(), threading.Event()]
        with monkeypatch.context() as patched:
            patched.setattr(type(ledger.leases), "take", noted(type(ledger.leases).take, tries))
            corrects = asyncio.create_task(own.correct([OVEN.post.id]))
            assert await asyncio.to_thread(tries[-1].wait, PATIENCE_SECONDS)
        assert slack.tries == 0
        ledger.leases.give_back("correcting slack:T1/C1", "another")
        await corrects
    assert slack.lines(SLACK) == [EDITED.post.text]
    assert not ledger.leases.are_held()


async def test_only_one_that_looks_after_a_platform_looks_whether_posts_changed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.001)
    corrections, slack = place.services.corrections, FakeAnswerEditor()
    questions = place.services.question_service(place.core.ask)
    await place.stores(OVEN)
    serves = asyncio.create_task(corrections.serve("slack", questions, slack, looks=False))
    await asyncio.sleep(0)
    place.answers(SLACK, OVEN)
    await place.stores(EDITED)
    for _ in range(20):
        corrections.changed()
        corrections.asked_to_look()
        await asyncio.sleep(0)
    assert slack.tries == 0
    looks = asyncio.create_task(corrections.look_after("slack"))
    await slack.until(lambda: SLACK in slack.shown)
    for task in (looks, serves):
        task.cancel()
        await asyncio.wait([task])


async def test_what_another_process_serves_is_left_to_it_and_not_tried_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_SECONDS", 1000)
    discord, asked = FakeAnswerEditor(), []

    async def readers(message: str) -> frozenset[str]:
        asked.append(message)
        raise NotServed(Told("a server is not available"))

    monkeypatch.setattr(discord, "readers", readers)
    corrections = place.services.corrections
    await place.stores(OVEN)
    async with place.serving(discord=discord):
        place.answers(DISCORD, OVEN)
        await place.stores(EDITED)
        await corrections.correct([OVEN.post.id])
        assert DISCORD in asked
        assert discord.tries == 0
        assert place.services.ledger.answers.get(DISCORD) is not None
        asked.clear()
        await corrections.look()
        assert DISCORD in asked  # a failed one would wait for its pause


async def test_others_are_asked_to_look_where_all_answers_are_to_be_looked_at(place: Place) -> None:
    told: list[str] = []
    services = place.services
    Corrector(services.ledger, services.library, signals=Signals(told.append)).look_soon()
    assert told == ["look "]


async def test_after_a_look_it_is_rested_however_much_changes(place: Place) -> None:
    seconds = iter([0.0, 0.01, 0.02, 0.02, 0.02]).__next__
    questions = place.services.question_service(place.core.ask)
    changes = PlatformQueue(questions, FakeAnswerEditor(), seconds)
    with changes.looking():
        pass
    changes.call_in_time()
    changes.call_in_time()
    assert not changes.called.is_set()
    await changes.called.wait()
    assert not changes.is_waiting
