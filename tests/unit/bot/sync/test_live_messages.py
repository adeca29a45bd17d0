"""What is told of one message while nothing can be stored is done in its order, or not at all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger.channels import Channel
from bot.outages import Outage
from bot.sync.live_messages import LiveMessages, Reaction
from bot.sync.post_store import PostStore
from index.error_sentences import Told
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.posts import Post

OLD = post("The oven is lit on Fridays.", "C1/1.5", source="square")
ID = OLD.id


class Away:
    """Reads a message as it is once there is room; before, nothing can be stored of it."""

    def __init__(self, text: str) -> None:
        self.asked, self.ends = asyncio.Event(), asyncio.Event()
        self._text = text

    async def read(self) -> Sequence[Post]:
        self.asked.set()
        if not self.ends.is_set():
            raise UnavailableError(Told("the disk is full"))
        return [post(self._text, "C1/1.5", source="square")]


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sync.until_stored.PAUSE_SECONDS", 0.01)


def is_watched() -> bool:
    return True


async def test_an_edit_that_had_to_wait_brings_no_deleted_message_back(tmp_path: Path) -> None:
    with opened_services(tmp_path, encoder=HashingEncoder()) as services:
        live, away = (
            LiveMessages(services, PostStore(services), Outage("storing")),
            Away("It is cold."),
        )
        await services.library.save([OLD])
        editing = asyncio.create_task(live.on_edit(ID, away.read, is_watched=is_watched))
        async with asyncio.timeout(PATIENCE_SECONDS):
            await away.asked.wait()
            await live.on_delete([ID], by_author=False, is_watched=is_watched)
            away.ends.set()
            await editing
        assert await services.library.posts([ID]) == {}
        assert await services.library.outdated() == frozenset()


async def test_of_two_edits_that_had_to_wait_the_later_one_stands(tmp_path: Path) -> None:
    with opened_services(tmp_path, encoder=HashingEncoder()) as services:
        live = LiveMessages(services, PostStore(services), Outage("storing"))
        first, second = Away("It is cold."), Away("It is warm.")
        await services.library.save([OLD])
        tasks = []
        async with asyncio.timeout(PATIENCE_SECONDS):
            for away in (first, second):
                task = asyncio.create_task(live.on_edit(ID, away.read, is_watched=is_watched))
                tasks.append(task)
                await away.asked.wait()
            second.ends.set()
            await tasks[1]
            first.ends.set()
            await tasks[0]
        assert (await services.library.posts([ID]))[ID].text == "It is warm."


async def test_a_message_that_had_to_wait_does_not_come_after_its_deletion(tmp_path: Path) -> None:
    with opened_services(tmp_path, encoder=HashingEncoder()) as services:
        live = LiveMessages(services, PostStore(services), Outage("storing"))
        services.ledger.channels.put(Channel("slack:C1", "slack", "T1", "square"))
        waited, other = Away("It is cold."), Away("It is warm.")
        waited.ends.set()
        other.ends.set()
        await live.on_delete([ID], by_author=False, is_watched=is_watched)
        await live.on_message("slack:C1", waited.read)
        assert await services.library.posts([ID]) == {}
        await live.on_edit(ID, other.read, is_watched=is_watched)
        await live.on_message("slack:C1", waited.read)
        stored = await services.library.posts([ID])
        assert [each.text for each in stored.values()] == ["It is warm."]


@pytest.mark.parametrize("what", ["edit", "delete", "reaction"])
async def test_what_was_given_up_is_quoted_by_none_until_the_message_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    with opened_services(tmp_path, encoder=HashingEncoder()) as services:
        live, library, unread = (
            LiveMessages(services, PostStore(services), Outage("storing")),
            services.library,
            Away("It is cold."),
        )
        await library.save([OLD])
        asked = asyncio.Event()

        async def away(_: object) -> list[str]:
            asked.set()
            raise UnavailableError(Told("the server is away"))

        reaction = Reaction(ID, "slack:T1/U1", None, is_set=True)

        async def tell() -> None:
            if what == "edit":
                await live.on_edit(ID, unread.read, is_watched=is_watched)
            elif what == "delete":
                await live.on_delete([ID], by_author=False, is_watched=is_watched)
            else:
                await live.on_reaction(reaction, unread.read, is_watched=is_watched)

        for is_gone in (False, True):
            with monkeypatch.context() as patch:
                patch.setattr(library, "with_parts", away)
                task = asyncio.create_task(tell())
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await asked.wait()
                task.cancel()
                await asyncio.wait([task])
            assert await library.outdated() == {ID}
            await (library.remove([ID]) if is_gone else library.save([OLD]))
            assert await library.outdated() == frozenset()
            asked.clear()
