"""Files that are attached to a command become posts, or are refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.admin import uploads
from bot.composition import chat_app
from tests.e2e.discord.admin.conftest import ASKED, attached
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.workbooks import excel

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.workbooks import Cell


async def test_an_attached_file_becomes_posts_for_the_members_of_the_server(world: World) -> None:
    lines = [json.dumps({"text": text, "author": "Bob"}) for text in (OVEN, GOATS)]
    file = attached(world, "the posts.jsonl", "\n".join(lines).encode())
    async with world.bot():
        used = await world.manages("import", {"file": file, "source": "village"})
        await world.fake.until(lambda: "Done: 2 new" in text_of(used))
        assert "Importing the\\_posts.jsonl" in text_of(used)
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        assert "village" in answer.text
        status = text_of(await world.manages("status"))
        assert "village: 2 posts" in status
        asked = await world.fake.direct_message(world.fake.world.add_user("stranger"), ASKED)
        assert "Nothing in the posts" in (await world.answer_to(asked)).text
        used = await world.manages("import", {"file": attached(world, "no.bin", b"\0\1\2")})
        await world.fake.until(lambda: "1 refused" in text_of(used))
    assert [each for each in world.settings.imports.rglob("*") if each.is_file()] == []


async def test_any_table_becomes_posts_and_one_that_is_not_clear_tells_what_to_do_here(
    world: World,
) -> None:
    rows: list[list[Cell]] = [
        ["Name", "What did you like?", "Score"],
        ["Ada", OVEN, 5],
        ["Bob", GOATS, 4],
    ]
    unclear = "name,comment,date\nAda,Good,03/04/2025\nBob,Bad,05/06/2025\n"
    async with world.bot():
        file = attached(world, "form.xlsx", excel({"May": rows}))
        used = await world.manages("import", {"file": file})
        await world.fake.until(lambda: "Done: 2 new" in text_of(used))
        assert "Left out of what it holds: the column 'Score' (2)." in text_of(used)
        assert OVEN in (await world.asks(ASKED)).text
        for table, expected in (
            (unclear, "name it 'date (dd/mm)' or 'date (mm/dd)'"),
            (unclear.replace("date", "date (dd/mm)"), "Done: 2 new"),
        ):
            file = attached(world, "unclear.csv", table.encode())
            used = await world.manages("import", {"file": file})
            await world.fake.until(lambda: expected in text_of(used))  # noqa: B023


def shares(line: str) -> bytes:
    """A table of posts, as LinkedIn names it."""
    return f"id,text,author\n{line}\n".encode()


async def test_another_file_of_the_same_name_removes_nothing_unless_that_is_confirmed(
    world: World,
) -> None:
    async with world.bot():
        first = attached(world, "Shares.csv", shares(f'1,"{OVEN}",Ada'))
        used = await world.manages("import", {"file": first})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        second = attached(world, "Shares.csv", shares(f'2,"{GOATS}",Bob'))
        asked = await world.manages("import", {"file": second})
        await world.fake.until(lambda: "It would be: 1 new" in text_of(asked))
        assert "1 removed" in text_of(asked)
        assert "The village oven is lit on Fridays" in text_of(asked)
        assert await world.count() == 1
        message = asked.messages[0]
        await world.fake.presses(world.ada, message, "Import, remove nothing")
        await world.fake.presses(world.chief, message, "Import, remove nothing")
        await world.fake.until(lambda: "Done: 1 new" in text_of(asked))
        assert await world.count() == 2
        newer = attached(world, "Shares.csv", shares('2,"Goats sleep.",Bob'))
        again = await world.manages("import", {"file": newer, "dry_run": True})
        await world.fake.until(lambda: "1 changed, 0 unchanged, 1 removed" in text_of(again))
        assert await world.count() == 2
    async with world.bot():  # what was asked before a restart is still asked
        await world.fake.presses(world.chief, again.messages[0], "Import, remove 1")
        await world.fake.until(lambda: "Done: 0 new, 1 changed" in text_of(again))
        assert await world.count() == 1
    assert [each for each in world.settings.imports.rglob("*") if each.is_file()] == []


async def test_the_status_says_what_an_imported_file_held_of_which_no_post_is_made(
    world: World,
) -> None:
    table = b"id,text,mood\n1,The keel is oak.,calm\n"
    async with world.bot():
        used = await world.manages("import", {"file": attached(world, "posts.csv", table)})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        said = "file posts.csv: Left out of what it holds: the column 'mood' (1)."
        assert said in text_of(await world.manages("status")).replace("\\", "")


async def test_a_file_that_a_kill_left_behind_is_deleted_at_the_next_start(world: World) -> None:
    left = world.settings.imports / "1" / "posts.txt"
    left.parent.mkdir(parents=True)
    left.write_text(OVEN)
    async with chat_app.opened_services(
        world.settings
    ):  # as `check` opens it, beside a bot that runs
        assert left.exists()
    async with world.bot():
        assert not left.exists()


async def test_a_file_that_is_too_large_is_refused_with_another_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 3)
    async with world.bot():
        used = await world.manages("import", {"file": attached(world, "large.txt", b"1234")})
        assert "Use `pullquote import` instead" in text_of(used).replace("\\", "")


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "notes.txt could not be fetched, or is gone: send it again."),
        ("fr", "notes.txt n’a pas pu être récupéré, ou n’existe plus : envoyez-le de nouveau."),
    ],
)
async def test_a_file_that_discord_no_longer_has_is_named_with_the_remedy(
    world: World, locale: str, said: str
) -> None:
    message = world.square.add_message(world.chief, files={"notes.txt": OVEN.encode()})
    file = message.attachments[0]
    async with world.bot():
        message.attachments.clear()
        used = await world.uses("posts import", {"file": file}, who=world.chief, locale=locale)
        await world.fake.until(lambda: said in text_of(used))
        assert await world.count() == 0
