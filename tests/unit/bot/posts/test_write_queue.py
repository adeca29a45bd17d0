"""What channels tell of is stored together, in order, and each hears what became of its own."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.posts.library import Library
from bot.posts.write_queue import MOST
from index.crashes import LibraryCrash
from index.ingest.counts import Counts
from tests.fakes.bot.libraries import Files, shelf, unheard
from tests.fakes.crashes import Crash
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.locks import written_by_another
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

POISON = "This one cannot be stored."
CRASHES = "This one crashes a library."


@dataclass
class CountingEncoder(HashingEncoder):
    """Counts how often it was called, and the most at once; one text it does not take."""

    calls: int = 0
    most: int = 0

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls, self.most = self.calls + 1, max(self.most, len(texts))
        if POISON in texts:
            raise ValueError(POISON)
        if CRASHES in texts:
            raise Crash
        return super().encode_passages(texts)


@pytest.fixture
def encoder() -> CountingEncoder:
    """An encoder."""
    return CountingEncoder()


@pytest.fixture
def library(folder: Path, files: Files, encoder: CountingEncoder) -> Iterator[Library]:
    """A library with nothing in it."""
    opened = Library(shelf(folder, files, encoder))
    yield opened
    opened.close()


async def begun(*saves: asyncio.Task[Counts] | asyncio.Task[None]) -> None:
    """Wait until all of these are in the queue: each is put there before it first waits."""
    await asyncio.sleep(0)
    assert not any(each.done() for each in saves)


async def test_what_waits_is_stored_at_once_and_each_is_told_of_its_own(
    library: Library, folder: Path, encoder: CountingEncoder
) -> None:
    old, same = post("The oven is cold.", "old"), post("Goats graze.", "same")
    gone = post("I was here.", "gone", author_id="discord:1")
    await library.save([old, same, gone])
    await library.suppress("discord:1")
    await library.remove([gone.id])
    before = encoder.calls
    with written_by_another(folder / "pullquote.db"):
        first = asyncio.create_task(library.save([post("The first one.", "first")]))
        await begun(first)
        saves = [
            asyncio.create_task(library.save(posts))
            for posts in (
                [post("Brand new.", "new")],
                [post("The oven is lit.", "old")],
                [same],
                [gone],
                [post("Another.", "more"), post("And one more.", "most")],
            )
        ]
        await begun(*saves)
    assert await first == Counts(new=1)
    assert await asyncio.gather(*saves) == [
        Counts(new=1), Counts(changed=1), Counts(unchanged=1), Counts(left_out=1), Counts(new=2),
    ]  # fmt: skip
    assert encoder.calls - before <= 4  # what was made ready before the lock came is made again
    assert (await library.statistics(None)).posts == 6


async def test_what_is_told_of_one_post_is_stored_in_the_order_it_was_told(
    library: Library, folder: Path
) -> None:
    await library.save([post("The oven is cold.", "oven")])
    with written_by_another(folder / "pullquote.db"):
        saves = [
            asyncio.create_task(library.save([post(f"Version {number}.", "1")]))
            for number in range(3)
        ]
        removal = asyncio.create_task(library.remove(["notes:1", "notes:oven"]))
        again = asyncio.create_task(library.save([post("Back again.", "1")]))
        others = asyncio.create_task(library.remove(["notes:404"]))
        last = asyncio.create_task(library.ids_under("notes:"))
        await begun(*saves, removal, again, others)
    assert await asyncio.gather(*saves) == [Counts(new=1), Counts(changed=1), Counts(changed=1)]
    assert await again == Counts(new=1)
    assert await last == ["notes:1"]
    await asyncio.gather(removal, others)
    assert (await library.posts(["notes:1"]))["notes:1"].text == "Back again."
    assert await library.deleted_at_source(["notes:oven", "notes:1", "notes:404"]) == {
        "notes:oven",
        "notes:404",
    }


@pytest.mark.parametrize(
    ("poison", "kind"), [(POISON, ValueError), (CRASHES, LibraryCrash)], ids=["error", "crash"]
)
async def test_a_message_that_cannot_be_stored_costs_only_itself(
    library: Library, folder: Path, poison: str, kind: type[Exception]
) -> None:
    await library.save([post("The oven is cold.", "oven")])
    texts = ["Good morning.", poison, "Good night."]
    with written_by_another(folder / "pullquote.db"):
        saves = [
            asyncio.create_task(library.save([post(text, str(number))]))
            for number, text in enumerate(texts)
        ]
        await begun(*saves)
    outcomes = await asyncio.gather(*saves, return_exceptions=True)
    assert [outcomes[0], outcomes[2]] == [Counts(new=1), Counts(new=1)]
    assert isinstance(outcomes[1], kind)
    assert set(await library.ids_under("notes:")) == {"notes:0", "notes:2", "notes:oven"}


@pytest.mark.parametrize("told", [POISON, CRASHES], ids=["error", "crash"])
async def test_what_could_not_be_stored_is_held_back_until_something_else_settles_it(
    library: Library, files: Files, folder: Path, told: str
) -> None:
    oven = post("The oven is cold.", "oven", author_id="discord:1")
    imported = folder.parent / "posts.jsonl"
    files.put(imported, oven)
    await library.import_posts(imported, None, "everyone", unheard)
    for settle in (
        lambda: library.import_posts(imported, None, "everyone", unheard),
        lambda: library.erase([oven.id]),
    ):
        with pytest.raises((ValueError, LibraryCrash)):
            await library.save([replace(oven, text=told)])
        assert await library.outdated() == {oven.id}
        await settle()
        assert await library.outdated() == frozenset()


async def test_an_import_does_not_settle_what_a_channel_tells_of(
    library: Library, files: Files, folder: Path
) -> None:
    oven = post("The oven is cold.", "oven")
    imported = folder.parent / "posts.jsonl"
    files.put(imported, oven)
    await library.save([oven])
    with pytest.raises(LibraryCrash):
        await library.save([replace(oven, text=CRASHES)])
    await library.import_posts(imported, None, "everyone", unheard)
    assert await library.outdated() == {oven.id}


async def test_an_import_does_not_settle_what_was_taken_back_and_could_not_be_removed(
    library: Library, files: Files, folder: Path
) -> None:
    oven = post("The oven is cold.", "oven")
    imported = folder.parent / "posts.jsonl"
    files.put(imported, oven)
    await library.import_posts(imported, None, "everyone", unheard)
    with closing(sqlite3.connect(folder / "pullquote.db")) as other:
        other.execute("ALTER TABLE posts RENAME TO mislaid")
        with pytest.raises(UnavailableError):
            await library.remove([oven.id])
        other.execute("ALTER TABLE mislaid RENAME TO posts")
    assert await library.deleted_at_source([oven.id]) == {oven.id}
    await library.import_posts(imported, None, "everyone", unheard)
    assert await library.outdated() == {oven.id}


@pytest.fixture
def no_folder(folder: Path) -> Path:
    """A file where a folder should be."""
    folder.write_text("no folder")
    return folder


async def test_a_database_that_cannot_be_used_is_told_to_all_who_wait(no_folder: Path) -> None:
    library = Library(shelf(no_folder, Files()))
    saves = [library.save([post("Good morning.", str(number))]) for number in range(3)]
    outcomes = await asyncio.gather(*saves, library.audiences(), return_exceptions=True)
    assert {type(each) for each in outcomes} == {UnavailableError}
    library.close()


async def test_what_nobody_waits_for_any_more_is_not_stored(library: Library, folder: Path) -> None:
    await library.save([post("The oven is cold.", "oven")])
    with written_by_another(folder / "pullquote.db"):
        first = asyncio.create_task(library.remove(["notes:oven"]))
        given_up = asyncio.create_task(library.save([post("Never mind.", "1")]))
        await begun(first, given_up)
        given_up.cancel()
        await asyncio.wait([given_up])
    await first
    assert await library.ids_under("notes:") == []


async def test_a_removal_that_is_given_up_is_held_back_until_the_post_is_told_of_again(
    library: Library, folder: Path
) -> None:
    oven, goats = post("The oven is cold.", "oven"), post("Goats graze.", "goats")
    await library.save([oven, goats])
    with written_by_another(folder / "pullquote.db"):
        first = asyncio.create_task(library.save([goats]))
        given_up = asyncio.create_task(library.remove([oven.id]))
        await begun(first, given_up)
        given_up.cancel()
        await asyncio.wait([given_up])
    await first
    assert await library.outdated() == {oven.id}
    await library.save([oven])
    assert await library.outdated() == frozenset()


async def test_a_great_many_are_stored_a_few_hundred_at_a_time(
    library: Library, folder: Path, encoder: CountingEncoder
) -> None:
    await library.save([post("The oven is cold.", "oven")])
    with written_by_another(folder / "pullquote.db"):
        saves = [
            asyncio.create_task(library.save([post(f"Line {number}.", str(number))]))
            for number in range(3 * MOST)
        ]
        await begun(*saves)
    assert set(await asyncio.gather(*saves)) == {Counts(new=1)}
    assert 2 < encoder.most <= MOST
