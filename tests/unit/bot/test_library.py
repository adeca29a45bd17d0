from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.jobs import JobEnded
from bot.library import Library, Shelf
from index.build import BATCH, Counts
from index.errors import IndexMissing, PostFormatError
from tests.fakes.encoders import HashingEncoder
from tests.fakes.posts import post
from tests.fakes.shelves import PATIENCE_SECONDS, Files, GatedSource, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store import Store

OVEN = post("The oven is lit on Fridays.", "oven", author="Ada", author_id="discord:1")
GOATS = post("Goats graze behind the school.", "goats", author="Ben", author_id="discord:2")
PUBLIC = frozenset({"everyone"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the posts are."""
    return tmp_path / "data"


@pytest.fixture
def files() -> Files:
    """The files that can be imported."""
    return Files()


@pytest.fixture
def library(folder: Path, files: Files) -> Iterator[Library]:
    """A library with nothing in it."""
    opened = Library(shelf(folder, files))
    yield opened
    opened.close()


def unheard(done: int, total: int, counts: Counts) -> None:
    """Takes a report."""


async def test_what_is_saved_is_there_and_what_is_removed_is_not(library: Library) -> None:
    assert await library.save([OVEN, GOATS]) == Counts(new=2)
    assert await library.save([OVEN]) == Counts(unchanged=1)
    assert await library.posts([OVEN.id, "notes:404"]) == {OVEN.id: OVEN}
    await library.remove([OVEN.id, "notes:404"])
    assert await library.posts([OVEN.id, GOATS.id]) == {GOATS.id: GOATS}


async def test_a_message_may_be_opened_to_everyone_as_its_channel_is(library: Library) -> None:
    await library.save([post("The oven is lit.", audience="discord:7")])
    await library.save([post("The oven is lit.")])
    (saved,) = (await library.posts(["notes:1"])).values()
    assert saved.audience == "everyone"


async def test_what_is_stored_is_counted_and_named_for_an_audience(library: Library) -> None:
    hidden = post("A secret.", "1", source="attic", author="Adam", audience="discord:7")
    await library.save([OVEN, GOATS, hidden])
    assert await library.names("author", "a", PUBLIC) == ["Ada"]
    assert await library.names("author", "a", None) == ["Ada", "Adam"]
    assert await library.names("source", "", PUBLIC) == ["notes"]
    assert sorted(await library.audiences()) == ["discord:7", "everyone"]
    assert (await library.census(PUBLIC)).posts == 2
    assert (await library.census(frozenset({"discord:7"}))).sources[0].name == "attic"
    assert (await library.census(None)).posts == 3


async def test_an_account_s_newest_posts_are_those_that_the_asker_may_see(
    library: Library,
) -> None:
    def dated(day: int, audience: str = "everyone") -> None:
        posts.append(
            post(
                f"On day {day}.",
                str(day),
                posted_at=datetime(2026, 1, day, tzinfo=UTC),
                author_id="discord:1",
                audience=audience,
            )
        )

    posts = [GOATS]
    for day in (2, 4, 3):
        dated(day)
    dated(5, "discord:7")
    await library.save(posts)
    found = await library.written_by("discord:1", PUBLIC, 2)
    assert [each.id for each in found] == ["notes:4", "notes:3"]


async def test_the_ids_of_what_is_meant_are_told(library: Library) -> None:
    hidden = post("A secret.", "1", author="Ada", author_id="discord:1", audience="discord:7")
    await library.save([OVEN, GOATS, hidden])
    assert sorted(await library.ids(author="ada")) == ["notes:1", "notes:oven"]
    assert await library.ids(author="ada", audience=PUBLIC) == ["notes:oven"]
    assert await library.ids(author_id="discord:2") == [GOATS.id]
    assert await library.ids(post=GOATS.id, audience=frozenset()) == []
    assert len(await library.ids(source="notes")) == 3


async def test_what_is_forgotten_is_in_no_file_and_what_is_refused_never_comes_again(
    library: Library, folder: Path
) -> None:
    await library.save([OVEN, GOATS])
    await library.refuse_for_good("discord:1")
    await library.forget(await library.ids(author_id="discord:1"))
    assert await library.save([OVEN]) == Counts()
    assert b"Fridays" not in written(folder)


async def test_an_import_is_told_how_far_it_is_and_what_it_found(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    torn = PostFormatError("posts.jsonl", "line 3: not JSON")
    files.put(file, OVEN, GOATS, torn)
    told: list[tuple[int, int, Counts]] = []
    counts = await library.bring_in(
        file, "Notes", "everyone", lambda *progress: told.append(progress)
    )
    assert counts == Counts(new=2, refused=1)
    assert files.names == ["Notes"]
    assert told == [(3, 3, counts)]


async def test_a_file_of_which_a_part_cannot_be_read_drops_nothing(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "archive.zip"
    files.put(file, OVEN, GOATS)
    await library.bring_in(file, None, "everyone", unheard)
    source = files.put(file, OVEN)
    files.found[file.name] = [source, PostFormatError("archive.zip", "a part is locked")]
    counts = await library.bring_in(file, None, "everyone", unheard)
    assert counts == Counts(unchanged=1, refused=1)
    files.found[file.name] = [PostFormatError("archive.zip", "no archive")]
    assert await library.bring_in(file, None, "everyone", unheard) == Counts(refused=1)
    assert len(await library.posts([OVEN.id, GOATS.id])) == 2


async def test_a_file_imported_again_drops_what_it_no_longer_holds(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.put(file, OVEN, GOATS)
    await library.bring_in(file, None, "everyone", unheard)
    files.put(file, OVEN)
    counts = await library.bring_in(file, None, "everyone", unheard)
    assert counts == Counts(unchanged=1, removed=1)


@pytest.mark.parametrize(
    ("stored", "told", "asked", "seen"),
    [
        (None, "everyone", "discord:1", "discord:1"),
        (None, "discord:7", "discord:1", "discord:7"),
        (None, "everyone", "everyone", "everyone"),
        ("discord:7", "everyone", "discord:1", "discord:7"),
        ("discord:7", "everyone", "everyone", "discord:7"),
        ("everyone", "everyone", "discord:1", "discord:1"),
        ("everyone", "discord:7", "discord:1", "discord:7"),
    ],
)
async def test_an_import_never_opens_what_was_for_fewer(
    folder: Path, stored: str | None, told: str, asked: str, seen: str
) -> None:
    files = Files()
    library = Library(shelf(folder, files))
    text = "The oven is lit on Fridays."
    if stored is not None:
        await library.save([post(text, audience=stored)])
    file = folder / "posts.jsonl"
    files.put(file, post(text, audience=told))
    await library.bring_in(file, None, asked, unheard)
    (kept,) = (await library.posts(["notes:1"])).values()
    library.close()
    assert kept.audience == seen


async def test_new_posts_of_a_file_whose_posts_are_for_few_are_for_the_same_few(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.put(file, OVEN)
    await library.bring_in(file, None, "discord:7", unheard)
    files.put(file, OVEN, GOATS)
    await library.bring_in(file, None, "discord:1", unheard)
    kept = await library.posts([OVEN.id, GOATS.id])
    assert {each.audience for each in kept.values()} == {"discord:7"}


async def test_messages_and_names_do_not_wait_for_a_long_import(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, source = long_file(files, tmp_path)
    async with asyncio.timeout(PATIENCE_SECONDS):
        importing = asyncio.create_task(library.bring_in(file, None, "everyone", unheard))
        assert await asyncio.to_thread(source.reached.wait, PATIENCE_SECONDS)
        await library.save([OVEN, GOATS])
        await library.remove([GOATS.id])
        assert await library.names("author", "", None) == ["Ada"]
        await library.forget([OVEN.id])
        source.gate.set()
        counts = await importing
    assert counts == Counts(new=BATCH + 2)
    assert await library.posts([OVEN.id, GOATS.id]) == {}
    assert (await library.census(None)).posts == BATCH + 2


async def test_whoever_asks_to_be_forgotten_during_an_import_is_not_brought_in_by_it(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, source = long_file(files, tmp_path, author_id="discord:1")
    async with asyncio.timeout(PATIENCE_SECONDS):
        importing = asyncio.create_task(library.bring_in(file, None, "everyone", unheard))
        assert await asyncio.to_thread(source.reached.wait, PATIENCE_SECONDS)
        await library.refuse_for_good("discord:1")
        await library.forget(await library.ids(author_id="discord:1"))
        source.gate.set()
        await importing
    assert await library.ids(author_id="discord:1") == []


async def test_an_import_that_is_ended_keeps_what_it_stored(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, source = long_file(files, tmp_path)
    source.gate.set()

    def end(done: int, total: int, counts: Counts) -> None:
        assert (done, total, counts.new) == (BATCH, BATCH + 2, BATCH)
        raise JobEnded

    with pytest.raises(JobEnded):
        await library.bring_in(file, None, "everyone", end)
    assert (await library.census(None)).posts == BATCH
    source.position = 0
    assert await library.bring_in(file, None, "everyone", unheard) == Counts(new=2, unchanged=BATCH)


async def test_another_model_embeds_everything_again(
    library: Library, folder: Path, files: Files
) -> None:
    await library.save([OVEN, GOATS])
    told: list[tuple[int, int, Counts]] = []
    changed = Library(shelf(folder, files, HashingEncoder("other", 64)))
    counts = await changed.reindex(lambda *progress: told.append(progress))
    again = await changed.reindex(unheard)
    assert (await changed.census(None)).model == "other"
    changed.close()
    assert (counts, again) == (Counts(changed=2), Counts())
    assert told[-1] == (2, 2, counts)


async def test_an_index_that_cannot_be_opened_is_one_sentence_and_tried_again(
    folder: Path, files: Files
) -> None:
    whole = shelf(folder, files)
    errors = [IndexMissing("there are no posts yet"), IndexMissing("there are no posts yet")]

    def open_store() -> Store:
        if errors:
            raise errors.pop()
        return whole.open_store()

    library = Library(
        Shelf(open_store, whole.open_encoder, whole.model_name, whole.cache_file, files.sources_in)
    )
    with pytest.raises(UnavailableError, match="there are no posts yet"):
        await library.audiences()
    with pytest.raises(UnavailableError, match="there are no posts yet"):
        await library.reindex(unheard)
    assert await library.audiences() == []
    library.close()


async def test_a_database_that_is_damaged_while_it_is_open_is_one_sentence(
    library: Library, folder: Path
) -> None:
    await library.save([OVEN])
    with closing(sqlite3.connect(folder / "pullquote.db")) as other:
        other.execute("ALTER TABLE posts RENAME TO mislaid")
        with pytest.raises(UnavailableError, match="cannot be used"):
            await library.audiences()
        with pytest.raises(UnavailableError, match="cannot be used"):
            await library.forget([OVEN.id])
        other.execute("ALTER TABLE mislaid RENAME TO posts")
    assert await library.audiences() == ["everyone"]


def test_a_library_that_was_never_used_can_be_closed(folder: Path, files: Files) -> None:
    Library(shelf(folder, files)).close()
    assert not folder.exists()


def written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def long_file(files: Files, folder: Path, author_id: str | None = None) -> tuple[Path, GatedSource]:
    """Returns a file of more than a batch, of which the last posts wait."""
    file = folder / "long.jsonl"
    posts = [
        post(f"Beekeeper {each} saw bees.", f"bee-{each}", author_id=author_id)
        for each in range(BATCH + 2)
    ]
    source = GatedSource(posts, str(file.resolve()), gated_at=BATCH)
    files.found[file.name] = [source]
    return file, source
