from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.posts.library import IndexOpener, Library
from index.clock import utc_now
from index.errors import IndexMissing
from index.ingest.counts import Counts
from index.sqlite.store import Store
from tests.fakes.bot.libraries import Files, shelf, unheard
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Engine


OVEN = post("The oven is lit on Fridays.", "oven", author="Ada", author_id="discord:1")
GOATS = post("Goats graze behind the school.", "goats", author="Ben", author_id="discord:2")
PUBLIC = frozenset({"everyone"})


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
    assert (await library.statistics(PUBLIC)).posts == 2
    assert (await library.statistics(frozenset({"discord:7"}))).sources[0].name == "attic"
    assert (await library.statistics(None)).posts == 3


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
    await library.suppress("discord:1")
    await library.erase(await library.ids(author_id="discord:1"))
    assert await library.save([OVEN]) == Counts(left_out=1)
    assert b"Fridays" not in written(folder)


async def test_another_model_embeds_everything_again(
    library: Library, folder: Path, files: Files
) -> None:
    await library.save([OVEN, GOATS])
    told: list[tuple[int, int, Counts]] = []
    changed = Library(shelf(folder, files, HashingEncoder("other", 64)))
    counts = await changed.reindex(lambda *progress: told.append(progress))
    again = await changed.reindex(unheard)
    assert (await changed.statistics(None)).model == "other"
    changed.close()
    assert (counts, again) == (Counts(changed=2), Counts())
    assert told[-1] == (2, 2, counts)


async def test_an_index_that_cannot_be_opened_is_one_sentence_and_tried_again(
    folder: Path, files: Files
) -> None:
    whole = shelf(folder, files)
    errors = [IndexMissing("there are no posts yet"), IndexMissing("there are no posts yet")]

    def open_store() -> Engine:
        if errors:
            raise errors.pop()
        return whole.open_store()

    library = Library(
        IndexOpener(
            open_store, whole.open_encoder, whole.model_name, whole.cache_file, files.sources_in
        )
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
        with pytest.raises(UnavailableError, match="is damaged"):
            await library.audiences()
        with pytest.raises(UnavailableError, match="is damaged"):
            await library.erase([OVEN.id])
        other.execute("ALTER TABLE mislaid RENAME TO posts")
    assert await library.audiences() == ["everyone"]


def test_a_library_that_was_never_used_can_be_closed(folder: Path, files: Files) -> None:
    Library(shelf(folder, files)).close()
    assert not folder.exists()


def written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def begin_again(path: Path) -> None:
    """Put another database in the place of one that was taken away."""
    for journal in path.parent.glob(f"{path.name}-*"):
        journal.unlink()
    Store.open(path, create=True, clock=utc_now).close()


async def test_what_is_saved_after_the_database_was_replaced_is_in_the_new_file(
    tmp_path: Path,
) -> None:
    library = Library(shelf(tmp_path, Files()))
    await library.save([OVEN])
    path = tmp_path / "pullquote.db"
    path.rename(tmp_path / "away.db")
    with pytest.raises(UnavailableError, match=r"pullquote\.db is gone while it is in use"):
        await library.save([GOATS])
    begin_again(path)
    assert await library.save([GOATS]) == Counts(new=1)
    assert set(await library.posts([OVEN.id, GOATS.id])) == {GOATS.id}
    library.close()
