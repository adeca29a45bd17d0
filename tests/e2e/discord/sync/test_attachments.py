"""The text files that hang on messages are part of what the messages say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from adapters.markup.text_files import MOST_BYTES
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.e2e.discord.sync.test_one_post import attached, done
from tests.fakes import office

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


ASKED = "when is the village oven lit?"
FILES = {"oven.txt": f"\ufeff{OVEN}\r\n".encode(), "goats.md": GOATS.encode()}


async def texts(world: World) -> list[str]:
    library = world.services.library
    posts = await library.posts(await library.ids_under("discord:"))
    return sorted(each.text for each in posts.values())


def fetched(world: World) -> list[str]:
    paths = [each.path for each in world.fake.requests if each.path.startswith("/attachments/")]
    return sorted(path.rpartition("/")[2] for path in paths)


async def test_text_files_are_quoted_old_ones_and_new_ones(world: World) -> None:
    world.square.add_message(world.ada, "How it is:", files=FILES)
    async with world.bot():
        await world.watches(world.square)
        assert OVEN in (await world.asks(ASKED)).text
        await world.fake.says(world.ada, world.square, "", files={"LOG.LOG": b"A plain log."})
        await world.holds(2)
        assert await texts(world) == ["A plain log.", f"How it is:\n\n{OVEN}\n\n{GOATS}"]


async def test_what_is_no_small_text_is_left_out(world: World) -> None:
    large, most = b"a" * (MOST_BYTES + 1), b"b" * MOST_BYTES
    others = {"large.txt": large, "page.html": b"<p>No.</p>", "rest.csv": b"c"}
    world.square.add_message(world.ada, GOATS, files=others)
    world.square.add_message(world.ada, files={"no.txt": b"\xff\xfe\x00"})
    world.square.add_message(world.ada, "Two:", files={"1.csv": most, "2.csv": b"c"})
    async with world.bot():
        await world.watches(world.square)
        assert await texts(world) == [f"{GOATS}\n\nc", f"Two:\n\n{most.decode()}"]
        assert fetched(world) == ["1.csv", "no.txt", "rest.csv"]


async def test_a_file_is_fetched_once_and_again_after_an_edit(world: World) -> None:
    message = world.square.add_message(world.ada, "How it is:", files=FILES)
    async with world.bot():
        await world.watches(world.square)
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "0 new, 0 changed" in text_of(again))
        assert fetched(world) == sorted(FILES)
        await world.fake.edits(message, "How it was:")
        await world.fake.until(lambda: len(fetched(world)) == 4)
        assert (await world.asks(ASKED)).links
        assert await texts(world) == [f"How it was:\n\n{OVEN}\n\n{GOATS}"]


@pytest.mark.parametrize("status", [500, 404])
async def test_a_file_that_cannot_be_fetched_is_left_out_until_it_can(
    world: World, status: int
) -> None:
    world.square.add_message(world.ada, "How it is:", files=FILES)
    world.fake.fails("GET", "/attachments/.*goats.md", status=status)
    async with world.bot():
        await world.serves()  # else catching up may fetch it, too
        await world.watches(world.square)
        left = f"How it is:\n\n{OVEN}" if status == 404 else "How it is:"
        assert await texts(world) == [left]
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        whole = left if status == 404 else f"How it is:\n\n{OVEN}\n\n{GOATS}"
        assert await texts(world) == [whole]


@pytest.mark.parametrize(("status", "kept"), [(500, True), (403, True), (404, False)])
@pytest.mark.parametrize("content", ["", "How it was:"])
async def test_a_message_stays_as_it_is_stored_while_its_file_cannot_be_fetched(
    world: World, status: int, kept: bool, content: str
) -> None:
    message = world.square.add_message(world.ada, content, files={"oven.txt": OVEN.encode()})
    before = f"{content}\n\n{OVEN}".strip()
    async with world.bot():
        await world.serves()
        await world.watches(world.square)
        answer = await world.asks(ASKED, who=world.chief)
        assert OVEN in answer.text
        message.edited_at = datetime.now(UTC)
        message.content = content.replace("was", "is now")
        fault = world.fake.fails("GET", "/attachments/.*", status=status, times=100)
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        fault.left = 0
        if kept:
            assert "Done: 0 new, 0 changed, 1 unchanged, 0 removed" in text_of(again)
            assert await texts(world) == [before]
            assert OVEN in answer.text
        else:
            assert await texts(world) == ([message.content] if content else [])
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done:" in text_of(again))
        assert await texts(world) == [before.replace("was", "is now")]


async def test_files_of_bots_and_of_what_is_kept_out_are_not_fetched(world: World) -> None:
    world.square.add_message(world.fake.world.bot, "Mine.", files=FILES)
    world.square.add_message(world.ada, "Not this.", files=FILES).reactions["🚫"] = [world.ada.id]
    async with world.bot():
        await world.watches(world.square)
        assert await world.count() == 0
        assert fetched(world) == []


async def test_an_archive_that_lacks_the_files_takes_nothing_from_what_they_said(
    world: World,
) -> None:
    world.square.add_message(world.ada, "How it is:", files=FILES)
    whole = f"How it is:\n\n{OVEN}\n\n{GOATS}"
    async with world.bot():
        await world.watches(world.square)
        used = await world.manages("import", {"file": attached(world, world.square)})
        await done(world, used)
        assert "Done: 0 new, 0 changed" in text_of(used)
        assert await texts(world) == [whole]


async def test_a_document_is_passed_on_by_nobody_knows_whom_and_read_once(world: World) -> None:
    files = {"Rules.pdf": office.pdf(["Berths are free in May."]), "scan.pdf": office.pdf([""])}
    world.square.add_message(world.ada, "See:", files=files)
    async with world.bot():
        await world.watches(world.square)
        library = world.services.library
        found = await library.posts(await library.ids_under("discord:"))
        own, passed_on = (found[id_] for id_ in sorted(found))
        assert (own.text, passed_on.text) == ("See:", "Berths are free in May.")
        assert (passed_on.part, passed_on.title, passed_on.author) == ("file", "Rules.pdf", None)
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "0 new, 0 changed" in text_of(again))
        assert fetched(world) == sorted(files)
        assert "files whose words are not here (1)" in text_of(again)
