"""What is removed by who looks after the posts and by each for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.question_and_answer import Asker
from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World


def on_disk(world: World, name: str) -> bytes:
    return b"".join(file.read_bytes() for file in world.settings.data.glob(f"{name}*"))


@pytest.fixture
def _ours(world: World, stored: Callable[..., None]) -> None:
    guild, other = f"discord:{world.guild.id}", "discord:1"
    stored(
        post(OVEN, "1", author="Wilhelmina", audience=guild),
        post("Wilhelmina sings.", "2", author="Wilhelmina", audience=other),
        post(GOATS, "3", author="Bob", source="news", audience=guild),
        post("More news.", "4", author="Cyr", source="news", audience=guild),
    )


@pytest.mark.usefixtures("_ours")
async def test_posts_of_this_server_are_removed_after_a_confirmation(world: World) -> None:
    async with world.bot():
        used = await world.manages("forget", {"person": "Wilhelmina"})
        assert used.ephemeral
        assert "This removes 1 post of Wilhelmina from all that I store" in text_of(used)
        assert await world.count() == 4
        pressed = await world.presses(used.messages[0], "Remove", who=world.chief)
        assert "Removed: 1." in text_of(pressed)
        assert await world.count() == 3
        assert b"Wilhelmina" not in on_disk(world, "ledger")
        used = await world.manages("forget", {"source": "news"})
        assert "This removes 2 posts" in text_of(used)
        await world.presses(used.messages[0], "Remove", who=world.chief)
        assert await world.count() == 1


async def test_of_two_people_of_one_name_nobody_is_forgotten_until_it_is_said_who(
    world: World, stored: Callable[..., None]
) -> None:
    guild = f"discord:{world.guild.id}"
    ada, chief = world.ada.id, world.chief.id
    written = [(OVEN, ada), (GOATS, ada), ("Bees swarm.", chief)]
    stored(
        *(
            post(text, str(number), author="Kim", author_id=f"discord:{id_}", audience=guild)
            for number, (text, id_) in enumerate(written)
        ),
        post("Kim is elsewhere.", "9", author="Kim", author_id="discord:9", audience="discord:1"),
    )
    async with world.bot():
        used = await world.manages("forget", {"person": "kim"})
        assert (
            f"Several people are called kim. Name one by a mention: <@{ada}> (2), <@{chief}> (1)"
            in text_of(used)
        )
        assert not used.messages[0].buttons
        used = await world.manages("forget", {"person": f"<@{ada}>"})
        assert f"This removes 2 posts of <@{ada}> from all that I store" in text_of(used)
        await world.presses(used.messages[0], "Remove", who=world.chief)
        assert await world.count() == 2
        used = await world.manages("forget", {"person": "Kim"})
        assert "This removes 1 post of Kim from all that I store" in text_of(used)
        stored(post("Me too.", "8", author="Kim", author_id="discord:8", audience=guild))
        pressed = await world.presses(used.messages[0], "Remove", who=world.chief)
        assert "Several people are called Kim" in text_of(pressed)
        assert await world.count() == 3


@pytest.mark.usefixtures("_ours")
async def test_what_is_to_be_forgotten_is_named_by_exactly_one_thing(world: World) -> None:
    async with world.bot():
        for options in ({}, {"person": "Bob", "source": "news"}):
            assert "Name one of them" in text_of(await world.manages("forget", options))
        assert "nothing of Nobody" in text_of(await world.manages("forget", {"person": "Nobody"}))
        assert await world.count() == 4


async def test_one_post_is_removed_by_its_link(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        message = await world.fake.says(world.ada, world.square, OVEN)
        await world.fake.says(world.ada, world.square, GOATS)
        await world.holds(2)
        link = f"https://discord.com/channels/{world.guild.id}/{world.square.id}/{message.id}"
        used = await world.manages("forget", {"post": link})
        assert "(1 post) from all that I store" in text_of(used)
        await world.presses(used.messages[0], "Remove", who=world.chief)
        await world.holds(1)
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: "Done: 0 new" in text_of(used))  # though it still stands


async def test_whoever_wants_to_be_forgotten_is_and_stays_so(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        await world.fake.says(world.ada, world.square, OVEN)
        await world.fake.says(world.chief, world.square, GOATS)
        await world.holds(2)
        await world.asks("when is the village oven lit?")
        used = await world.uses("forget-me", locale="fr")
        assert used.ephemeral
        assert "1 message" in text_of(used)
        (button,) = used.messages[0].buttons
        pressed = await world.presses(used.messages[0], button)
        assert "1 post is gone" in text_of(pressed)
        assert (
            world.services.ledger.questions.asked_by(Asker("discord", str(world.ada.id), ""), 9)
            == []
        )
        await world.fake.says(world.ada, world.square, "I bake again.")
        await world.fake.says(world.chief, world.square, "Me too.")
        await world.holds(2)
        for name in ("ledger", "pullquote"):
            assert b"dough of their own" not in on_disk(world, name)
            assert b"when is the village oven" not in on_disk(world, name)


@pytest.mark.usefixtures("_ours")
async def test_a_failure_is_told_to_whoever_used_the_command(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inner workings")

    async with world.bot():
        for method in ("ids", "select_posts_of_person"):
            monkeypatch.setattr(world.services.library, method, fails)
        for name in ("forget-me", "posts forget"):
            options = {"person": "Bob"} if name != "forget-me" else {}
            used = await world.uses(name, options, who=world.chief)
            assert "Something went wrong on our side (error " in text_of(used)
        monkeypatch.undo()
        assert "inner workings" not in text_of(used)
    assert [each.levelname for each in caplog.records] == ["ERROR", "ERROR"]
