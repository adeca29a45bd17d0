from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import Unconfirmed
from bot.posts.library import Library
from bot.posts.running_jobs import JobEnded
from index.errors import PostFormatError
from index.given_posts import GivenPosts
from index.ingest.comparison import BATCH
from index.ingest.counts import Counts
from tests.fakes.bot.libraries import Files, GatedSource, shelf, unheard
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.posts import Post


OVEN = post("The oven is lit on Fridays.", "oven", author="Ada", author_id="discord:1")
GOATS = post("Goats graze behind the school.", "goats", author="Ben", author_id="discord:2")


async def test_an_import_is_told_how_far_it_is_and_what_it_found(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    torn = PostFormatError("posts.jsonl", "line_too_deep", 3)
    files.put(file, OVEN, GOATS, torn)
    told: list[tuple[int, int, Counts]] = []
    counts = await library.import_posts(
        file, "Notes", "everyone", lambda *progress: told.append(progress)
    )
    assert counts == Counts(new=2, refused=1)
    assert files.names == ["Notes"]
    assert told == [(3, 3, counts)]


async def test_what_is_refused_names_no_folder_of_the_host(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "archive.zip"
    files.put(file, OVEN, replace(OVEN, text="Other."), PostFormatError(f"{file}/b", "encrypted"))
    counts = await library.import_posts(file, None, "everyone", unheard)
    told = [(each.file, each.kind, each.values) for each in counts.problems]
    assert told == [
        ("archive.zip", "taken_elsewhere", {"id": OVEN.id, "where": "archive.zip"}),
        ("archive.zip/b", "encrypted", {}),
    ]


async def test_a_file_of_which_a_part_cannot_be_read_drops_nothing(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "archive.zip"
    files.put(file, OVEN, GOATS)
    await library.import_posts(file, None, "everyone", unheard)
    source = files.put(file, OVEN)
    files.found[file.name] = [source, PostFormatError("archive.zip", "encrypted")]
    counts = await library.import_posts(file, None, "everyone", unheard)
    assert counts == Counts(unchanged=1, refused=1)
    files.found[file.name] = [PostFormatError("archive.zip", "unknown_archive")]
    assert await library.import_posts(file, None, "everyone", unheard) == Counts(refused=1)
    assert len(await library.posts([OVEN.id, GOATS.id])) == 2


async def test_a_file_imported_again_drops_what_it_no_longer_holds(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.put(file, OVEN, GOATS)
    await library.import_posts(file, None, "everyone", unheard)
    files.put(file, OVEN)
    counts = await library.import_posts(file, None, "everyone", unheard)
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
    file = folder / "posts.jsonl"
    if stored is not None:
        files.put(file, post(text, audience=stored))
        await library.import_posts(file, None, "everyone", unheard)
    files.put(file, post(text, audience=told))
    await library.import_posts(file, None, asked, unheard)
    (kept,) = (await library.posts(["notes:1"])).values()
    library.close()
    assert kept.audience == seen


async def test_new_posts_of_a_file_whose_posts_are_for_few_are_for_the_same_few(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.put(file, OVEN)
    await library.import_posts(file, None, "discord:7", unheard)
    files.put(file, OVEN, GOATS)
    await library.import_posts(file, None, "discord:1", unheard)
    kept = await library.posts([OVEN.id, GOATS.id])
    assert {each.audience for each in kept.values()} == {"discord:7"}


async def test_messages_and_names_do_not_wait_for_a_long_import(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, source = long_file(files, tmp_path)
    async with asyncio.timeout(PATIENCE_SECONDS):
        importing = asyncio.create_task(library.import_posts(file, None, "everyone", unheard))
        assert await asyncio.to_thread(source.reached.wait, PATIENCE_SECONDS)
        await library.save([OVEN, GOATS])
        await library.remove([GOATS.id])
        assert await library.names("author", "", None) == ["Ada"]
        await library.erase([OVEN.id])
        source.gate.set()
        counts = await importing
    assert counts == Counts(new=BATCH + 2)
    assert await library.posts([OVEN.id, GOATS.id]) == {}
    assert (await library.statistics(None)).posts == BATCH + 2


async def test_whoever_asks_to_be_forgotten_during_an_import_is_not_brought_in_by_it(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, source = long_file(files, tmp_path, author_id="discord:1")
    async with asyncio.timeout(PATIENCE_SECONDS):
        importing = asyncio.create_task(library.import_posts(file, None, "everyone", unheard))
        assert await asyncio.to_thread(source.reached.wait, PATIENCE_SECONDS)
        await library.suppress("discord:1")
        await library.erase(await library.ids(author_id="discord:1"))
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
        await library.import_posts(file, None, "everyone", end)
    assert (await library.statistics(None)).posts == BATCH
    source.position = 0
    assert await library.import_posts(file, None, "everyone", unheard) == Counts(
        new=2, unchanged=BATCH
    )


def long_file(files: Files, folder: Path, author_id: str | None = None) -> tuple[Path, GatedSource]:
    """Return a file of more than a batch, of which the last posts wait."""
    file = folder / "long.jsonl"
    posts = [
        post(f"Beekeeper {each} saw bees.", f"bee-{each}", author_id=author_id)
        for each in range(BATCH + 2)
    ]
    source = GatedSource(posts, str(file.resolve()), gated_at=BATCH)
    files.found[file.name] = [source]
    return file, source


@dataclass
class SlowSource(GivenPosts):
    """Posts that make whoever reads them wait."""

    files: Files = field(default_factory=Files)

    def posts(self) -> Iterator[Post | PostFormatError]:
        yield from self.items
        self.files.waiting()
        yield from self.items


async def test_an_import_that_waits_for_its_file_can_be_ended(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.found[file.name] = [SlowSource([OVEN], str(file), files=files)]
    told: list[tuple[int, int, Counts]] = []

    def end(done: int, total: int, counts: Counts) -> None:
        told.append((done, total, counts))
        raise JobEnded

    with pytest.raises(JobEnded):
        await library.import_posts(file, None, "everyone", end)
    assert told == [(0, 1, Counts())]
    assert not await library.posts([OVEN.id])


def labels(*own: str) -> Callable[[str], bool]:
    """Return what says that posts with these labels, and no others, are the importer's."""
    return lambda label: label in own


async def test_files_of_two_workspaces_with_the_same_ids_are_kept_apart(
    library: Library, files: Files, tmp_path: Path
) -> None:
    reply = replace(GOATS, parent_id=OVEN.id)
    for workspace in ("7", "8"):
        file = tmp_path / workspace / "posts.jsonl"
        files.put(file, OVEN, reply)
        for counts in (Counts(new=2), Counts(unchanged=2)):
            assert counts == await library.import_posts(
                file, None, f"discord:{workspace}", unheard, labels(f"discord:{workspace}"),
                apart=f"discord-{workspace}",
            )  # fmt: skip
    kept = await library.posts(await library.ids_under(""))
    assert {each.id: (each.audience, each.parent_id) for each in kept.values()} == {
        "notes@discord-7:oven": ("discord:7", None),
        "notes@discord-7:goats": ("discord:7", "notes@discord-7:oven"),
        "notes@discord-8:oven": ("discord:8", None),
        "notes@discord-8:goats": ("discord:8", "notes@discord-8:oven"),
    }


async def test_what_a_workspace_had_before_it_was_kept_apart_keeps_its_name(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file = tmp_path / "posts.jsonl"
    files.put(file, OVEN)
    await library.import_posts(file, None, "discord:7", unheard)
    files.put(file, replace(OVEN, text="The oven is lit on Mondays."), GOATS)
    counts = await library.import_posts(
        file, None, "discord:7", unheard, labels("discord:7"), apart="discord-7"
    )
    assert counts == Counts(new=1, changed=1)
    assert await library.ids_under("") == [OVEN.id, "notes@discord-7:goats"]


async def test_nobody_learns_from_a_refusal_which_messages_others_have(
    library: Library, files: Files, tmp_path: Path
) -> None:
    message = replace(OVEN, id="discord:7/1/2", source="#square", audience="discord:7")
    await library.save([message])
    file = tmp_path / "posts.jsonl"
    files.put(file, replace(message, audience="everyone", text="Forged."))
    counts = await library.import_posts(
        file, None, "discord:8", unheard, labels("discord:8"), apart="discord-8"
    )
    assert counts == Counts(new=1)
    kept = await library.posts([message.id, "discord@discord-8:7/1/2"])
    assert [each.text for each in kept.values()] == [OVEN.text, "Forged."]


async def test_what_keeps_names_apart_is_told_to_nobody(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, own = tmp_path / "posts.jsonl", labels("discord:7")
    files.put(file, OVEN)
    await library.import_posts(file, None, "discord:7", unheard, own, apart="discord-7")
    files.put(file, replace(OVEN, text="The oven is cold."))
    with pytest.raises(Unconfirmed) as asked:
        await library.import_posts(
            file, None, "discord:7", unheard, own, way="preview", apart="discord-7"
        )
    assert asked.value.counts.examples == ("~ notes:oven: The oven is cold.",)


async def test_what_was_removed_for_good_before_it_was_kept_apart_stays_away(
    library: Library, files: Files, tmp_path: Path
) -> None:
    file, own = tmp_path / "posts.jsonl", labels("discord:7")
    files.put(file, OVEN)
    await library.suppress(OVEN.id)
    counts = await library.import_posts(file, None, "discord:7", unheard, own, apart="discord-7")
    assert counts == Counts(left_out=1)
