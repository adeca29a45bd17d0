from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.sync.overlap import OverlapGuard
from tests.fakes.bot.ledger_places import ledger_on
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.posts.library import Library
    from bot.sync.overlap import Heard
    from tests.fakes.postgres_server import PostgresServer


ID = "slack:T1/C1/1.5"
Guards = tuple[OverlapGuard, OverlapGuard]


@pytest.fixture
def guards(postgres: PostgresServer) -> Iterator[Guards]:
    """Those of two processes over one ledger, whose clock tells any two moments apart."""
    with ledger_on(postgres) as place, closing(place.open()) as ledger:
        yield OverlapGuard(ledger.heard), OverlapGuard(ledger.heard)


def newer(heard: Heard) -> set[str]:
    assert heard.newer is not None
    return {*heard.newer([ID])}


@pytest.mark.slow
def test_what_another_process_hears_while_a_page_is_on_its_way_is_newer(guards: Guards) -> None:
    one, two = guards
    two.heard([ID])
    with one.reading() as heard:
        assert newer(heard) == set()
        two.heard([ID])
        assert newer(heard) == {ID}
    with one.reading() as heard:
        assert newer(heard) == set()


@pytest.mark.slow
def test_whatever_was_heard_of_a_message_is_newer_than_that_it_was_written(guards: Guards) -> None:
    one, two = guards
    two.heard([ID])
    with one.reading(is_new=True) as heard:
        assert newer(heard) == {ID}


def test_a_process_alone_asks_nobody() -> None:
    with OverlapGuard().reading() as heard:
        assert heard.newer is None


async def test_what_is_newer_by_the_time_that_it_is_stored_is_left_as_it_is(
    library: Library,
) -> None:
    before = [post("The oven is cold.", "a"), post("The mill is old.", "b")]
    oven, mill = (each.id for each in before)
    await library.save(before)
    answers = iter([set[str](), set[str](), {oven}])

    def newer(ids: object) -> set[str]:
        del ids
        return next(answers, {oven})

    edits = [post("The oven is warm.", "a"), post("The mill is new.", "b")]
    await library.save(edits, newer)
    stored = await library.posts([oven, mill])
    assert {each.text for each in stored.values()} == {"The oven is cold.", "The mill is new."}
    await library.save(edits, lambda _: ())
    assert (await library.posts([oven]))[oven].text == "The oven is warm."
