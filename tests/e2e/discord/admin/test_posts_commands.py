"""What people who look after the posts do: imports, long work, the unanswered list."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from bot.composition import chat_app
from tests.e2e.discord.admin.conftest import ASKED, attached
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World


WINDMILL = "who repaired the windmill?"
MENDED = "Wilhelmina *repaired* the windmill in June."


async def test_no_server_changes_what_belongs_to_another_or_to_everyone(
    world: World, stored: Callable[..., None]
) -> None:
    other = world.fake.world.add_guild("Elsewhere")
    place = f"discord:{other.add_channel('hall').id}"
    stored(post(OVEN, "oven", audience=f"discord:{other.id}"), post(GOATS, "goats"))
    oven, goats = sorted(await _ids(world), key=lambda id_: "oven" not in id_)
    lines = [
        {"id": oven, "text": "The oven is cold."},
        {"id": oven, "text": OVEN, "audience": f"discord:{world.guild.id}"},
        {"id": goats, "text": "Goats are gone."},
        {"id": "new", "text": "The hall is closed.", "audience": place},
        {"id": "fine", "text": "The square is open."},
    ]
    scoped = [{**line, "scope": oven.partition(":")[0]} for line in lines]
    data = "\n".join(map(json.dumps, scoped)).encode()
    async with world.bot():
        used = await world.manages("import", {"file": attached(world, "posts.jsonl", data)})
        await world.fake.until(lambda: "Done: 3 new, 0 changed" in text_of(used))
        assert "2 refused" in text_of(used)  # what is for the hall, and one id twice
        kept = await world.services.library.posts([oven, goats])
        assert {each.text for each in kept.values()} == {OVEN, GOATS}


async def _ids(world: World) -> list[str]:
    async with chat_app.opened_services(world.settings) as services:
        return await services.library.ids_under("")


async def test_long_work_can_be_cancelled_by_whoever_may(world: World) -> None:
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        hold = world.fake.holds("GET", f"/channels/{world.square.id}/messages")
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: hold.waiting)
        private, message = used.messages
        assert (private.ephemeral, message.ephemeral) == (True, False)
        again = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "already being done" in text_of(again))
        refused = await world.presses(message, "Cancel", who=world.ada)
        assert "Only people who may manage the posts here" in text_of(refused)
        pressed = await world.fake.presses(world.chief, message, "Cancel")
        await world.fake.until(lambda: pressed.answer)
        hold.release()
        await world.fake.until(lambda: "Stopped. Stored so far: 1 new" in message.text)
        assert message.buttons == []
        assert world.services.ledger.jobs.unfinished("discord") == []


async def test_long_work_goes_on_after_a_restart_in_the_same_message(world: World) -> None:
    world.square.add_message(world.ada, OVEN)
    async with world.bot(patience_seconds=0):
        hold = world.fake.holds("GET", f"/channels/{world.square.id}/messages")
        used = await world.uses(
            "posts watch", {"channel": world.square}, who=world.chief, locale="fr"
        )
        await world.fake.until(lambda: hold.waiting)
    assert "Interrompu" in text_of(used)
    hold.release()
    async with world.bot():
        # Catching up may have stored it first.
        await world.fake.until(lambda: "Terminé" in text_of(used))
        assert OVEN in (await world.asks(ASKED)).text


async def test_an_import_goes_on_after_a_restart(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = attached(world, "posts.txt", OVEN.encode())
    has_begun = asyncio.Event()

    async def never(*_: object, **__: object) -> None:
        has_begun.set()
        await asyncio.Event().wait()

    async with world.bot(patience_seconds=0):
        monkeypatch.setattr(world.services.library, "import_posts", never)
        used = await world.manages("import", {"file": file})
        await has_begun.wait()
    async with world.bot():
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        assert await world.count() == 1


async def test_a_fault_of_long_work_is_told_with_an_id(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.bot():

        async def fails(*_: object) -> None:
            raise ZeroDivisionError("inner workings")

        monkeypatch.setattr(world.services.library, "reindex", fails)
        used = await world.manages("reindex")
        await world.fake.until(
            lambda: "That failed: Something went wrong on our side (error " in text_of(used)
        )
        monkeypatch.undo()
    assert "inner workings" not in text_of(used)
    assert [each.levelname for each in caplog.records] == ["ERROR"]


async def test_the_status_of_nothing_says_how_to_begin(world: World) -> None:
    async with world.bot():
        assert "There are no posts yet" in text_of(await world.manages("status"))


async def test_the_status_names_only_channels_that_the_asker_may_see(world: World) -> None:
    assert world.guild.me
    closed = world.guild.add_channel("closed", readers=[world.guild.me])
    async with world.bot():
        await world.watches(closed)
        assert "closed" not in text_of(await world.manages("status"))
        await world.watches(world.square)
        assert "square" in text_of(await world.manages("status"))


@pytest.mark.usefixtures("two_posts")
async def test_an_open_question_is_answered_by_a_person_and_whoever_asked_is_told(
    world: World,
) -> None:
    bea = world.guild.add_member("bea")
    async with world.bot():
        assert "I know of no question that was asked here" in text_of(
            await world.manages("unanswered")
        )
        await world.asks(WINDMILL)
        await world.asks(WINDMILL, who=bea)
        used = await world.manages("unanswered")
        assert f"“{WINDMILL}” (people who asked: 2)" in text_of(used)
        assert used.messages[0].buttons == ["Answer 1", "Dismiss 1", "As a table"]
        shown = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        assert shown.modal
        field = shown.modal["components"][1]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.chief, shown, {field: MENDED})
        assert "2 users who asked are told" in text_of(await world.answered(sent))
        told = world.square.said_by_bot()[-2:]
        assert [each.mentioned for each in told] == [[world.ada.user], [bea.user]]
        assert f"Chief answered your question “{WINDMILL}”" in told[0].text
        assert r"> Wilhelmina \*repaired\* the windmill in June." in told[0].text
        answer = await world.asks(WINDMILL)
        assert "Wilhelmina *repaired* the windmill" in answer.text
        assert "**Chief**" in answer.text
        assert answer.links[0].endswith(f"/{told[0].id}")
        assert "Every question found" in text_of(await world.manages("unanswered"))
        again = await world.fake.submits_modal(world.chief, shown, {field: "Late."})
        assert "not open any more: Chief has answered" in text_of(await world.answered(again))


@pytest.mark.usefixtures("two_posts")
async def test_an_answer_is_for_those_who_may_read_where_it_was_asked(world: World) -> None:
    assert world.guild.me
    board = world.guild.add_channel("board", readers=[world.chief, world.guild.me])
    cellar = world.guild.add_channel("cellar", readers=[world.ada, world.guild.me])
    async with world.bot():
        await world.asks(WINDMILL, who=world.chief, where=board)
        await world.asks("what is in the cellar kept?", where=cellar)
        await world.uses("ask", {"question": "qwertz uiop?", "private": True})
        used = await world.manages("unanswered")
        assert "cellar" not in text_of(used)
        for left in (1, 0):  # the list is shown again without what was answered
            shown = await world.presses(used.messages[0], "Answer 1", who=world.chief)
            assert shown.modal
            field = shown.modal["components"][1]["component"]["custom_id"]
            await world.fake.submits_modal(world.chief, shown, {field: MENDED})
            await world.fake.until(
                lambda left=left: len(used.messages[0].buttons) == 3 * left  # type: ignore[misc]
            )
        ids = await world.services.library.ids(source="answers")
        audiences = {each.audience for each in (await world.services.library.posts(ids)).values()}
        assert audiences == {f"discord:{board.id}", f"discord:{world.guild.id}"}
        stored = (await world.services.library.posts(ids)).values()
        assert {each.title for each in stored} == {WINDMILL, ""}
        (private,) = (each.id for each in stored if not each.title)
        # Nobody is remembered as who gave a title that is not there.
        selected = await world.services.library.select_posts_of_person(
            f"discord:{world.ada.id}", None
        )
        assert f"{private}/" not in selected.titles
        told = world.fake.world.direct_channel(world.ada).said_by_bot()
        assert "qwertz uiop?" in told[0].text
        urls = {each.title: each.url or "" for each in stored}
        assert str(board.id) in urls[WINDMILL]
        assert not urls[""]  # nobody else can follow a link to direct messages


@pytest.mark.usefixtures("two_posts")
async def test_who_cannot_be_told_where_they_asked_is_told_directly_or_not_at_all(
    world: World,
) -> None:
    bea = world.guild.add_member("bea")
    async with world.bot():
        await world.asks(WINDMILL)
        await world.asks(WINDMILL, who=bea)
        del world.fake.world.users[bea.id]
        used = await world.manages("unanswered")
        shown = await world.presses(used.messages[0], "Answer 1", who=world.chief)
        path = f"/channels/{world.square.id}/messages"
        world.fake.fails("POST", path, status=403, code=50013, times=2)
        assert shown.modal
        field = shown.modal["components"][1]["component"]["custom_id"]
        sent = await world.fake.submits_modal(world.chief, shown, {field: MENDED})
        assert "1 user who asked is told" in text_of(await world.answered(sent))
        assert MENDED.replace("*", "\\*") in (
            world.fake.world.direct_channel(world.ada).said_by_bot()[0].text
        )
        world.fake.world.users[bea.id] = bea.user


async def test_only_who_may_manage_the_server_is_offered_the_commands(world: World) -> None:
    async with world.bot():
        (command,) = [each for each in world.fake.world.commands[None] if each["name"] == "posts"]
        assert int(command["default_member_permissions"]) == Permission.MANAGE_GUILD


async def test_a_report_that_discord_would_not_take_is_told_with_what_is_missing(
    world: World,
) -> None:
    assert world.guild.me
    denied = Overwrite(world.guild.me.id, 1, deny=Permission.ATTACH_FILES)
    await world.fake.changes(world.square, overwrites=[denied])
    async with world.bot():
        told = await world.manages("report")
    assert "Discord takes no file from me without the right “Attach Files”" in text_of(told)


async def test_settings_take_channels_as_they_are_called_and_name_what_is_none(
    world: World,
) -> None:
    hidden = world.guild.add_channel("hidden", readers=[world.ada])
    async with world.bot():
        used = await world.manages("settings", {"quiet": f"#Square {hidden.name} nowhere"})
        assert "“hidden” is no channel" in text_of(used)
        assert "“nowhere” is no channel" in text_of(used)
        assert "Quiet channels: none" in text_of(used)
        used = await world.manages("settings", {"quiet": "#Square"})
        assert f"Quiet channels: {world.square.mention}" in text_of(used)
