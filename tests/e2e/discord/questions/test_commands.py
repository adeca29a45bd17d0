"""/ask with its filters, the menus, and where they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.channels import Kind
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Post
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.interactions import Interaction


@pytest.fixture
def _many(world: World, stored: Callable[..., None]) -> None:
    board = world.guild.add_channel("board", readers=[world.chief])
    stored(
        post(OVEN, "1", author="Wilhelmina"),
        post(GOATS, "2", author="Bob", source="#news"),
        post("The board buys a new oven in May.", "3", author="Ward", source="#board",
             audience=f"discord:{board.id}"),
    )  # fmt: skip


@pytest.mark.usefixtures("two_posts")
async def test_a_private_question_is_answered_for_the_asker_alone(world: World) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": "when is the oven lit?", "private": True})
        assert used.ephemeral
        assert OVEN in text_of(used)
        assert "Share with the channel" in used.messages[0].buttons
        assert world.square.said_by_bot() == []


@pytest.mark.usefixtures("two_posts")
async def test_what_a_command_mentions_is_kept_by_name_as_far_as_its_readers_may_know(
    world: World,
) -> None:
    board = world.guild.add_channel("board", readers=[world.chief])
    async with world.bot():
        asked = f"{world.fake.world.bot.mention}, what of {world.square.mention}, {board.mention}?"
        await world.uses("ask", {"question": asked})
        (kept,) = world.services.ledger.database.rows("SELECT text FROM questions")
        assert kept[0] == f"what of #square, {board.mention}?"


async def test_who_is_mentioned_in_a_command_is_meant_by_account(
    world: World, stored: Callable[..., None]
) -> None:
    grace = world.guild.add_member(world.fake.world.add_user("grace", "Grace Hopper"), nick="")
    stored(
        post(OVEN, "1", author="Grace Hopper", author_id="discord:77"),
        post("The oven is lit by two people.", "2", author="gh", author_id=f"discord:{grace.id}"),
    )
    async with world.bot():
        asked = f"what did {grace.mention} say about the oven?"
        used = await world.uses("ask", {"question": asked, "private": True})
        assert "The oven is lit by two people." in text_of(used)
        assert OVEN not in text_of(used)
        assert 'from:"Grace Hopper"' in text_of(used)


@pytest.mark.usefixtures("two_posts")
async def test_our_words_follow_the_locale_and_quotes_stay(world: World) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": "when is the oven lit?"}, locale="fr")
        assert OVEN in text_of(used)
        assert "en anglais" in text_of(used)
        assert used.messages[0].buttons[0] == "Ouvrir le message 1"
    (french,) = {
        option["description_localizations"]["fr"]
        for command in world.fake.world.commands[None]
        if command["name"] == "ask"
        for option in command["options"]
        if option["name"] == "from"
    }
    assert french != "Only what this person wrote"


@pytest.mark.usefixtures("_many")
async def test_filters_narrow_the_question_chosen_and_typed_together(world: World) -> None:
    async with world.bot():
        asked = {"question": "goats and oven in:#news", "from": "Bob"}
        assert GOATS in text_of(await world.uses("ask", asked))
        asked = {"question": "when is the oven lit? in:#news", "from": "Wilhelmina"}
        assert "within these filters" in text_of(await world.uses("ask", asked))
        asked = {"question": "when is the oven lit?", "since": "someday"}
        assert "since:someday is not a day" in text_of(await world.uses("ask", asked))
        asked = {"question": "when is the oven lit?", "until": "2020", "from": "me"}
        assert "within these filters" in text_of(await world.uses("ask", asked))


@pytest.mark.usefixtures("_many")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"since": "someday"}, "since:someday is not a day"),
        ({"question": "oven from:bob from:ada"}, "from: can be only one"),
        ({"question": "oven user:bob"}, "user:"),
        ({"since": "2024", "until": "2020"}, "No day is from"),
        ({"from": "Zorblax"}, "Zorblax"),
        ({"in": "#nowhere-at-all"}, "nowhere-at-all"),
    ],
)
async def test_a_filter_that_cannot_be_used_is_told_to_its_user_alone(
    world: World, given: dict[str, str], said: str
) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": "when is the oven lit?"} | given)
        await world.fake.until(lambda: said in text_of(used))
        assert all(each.ephemeral for each in used.messages)
        assert not world.square.said_by_bot()
        await world.fake.until(lambda: not unanswered(world))


def unanswered(world: World) -> list[str]:
    """Return the questions that nothing answered."""
    workspace = f"discord:{world.guild.id}"
    listed = world.services.ledger.questions.unanswered("discord", workspace, 9)
    return [each.question.text for each in listed]


async def offered(world: World, typing: Interaction) -> list[dict[str, Any]]:
    return await world.fake.until(lambda: typing.choices)


@pytest.mark.usefixtures("_many")
async def test_only_names_that_the_asker_may_see_are_offered(world: World) -> None:
    async with world.bot():
        for who, names in ((world.ada, ["Wilhelmina"]), (world.chief, ["Ward", "Wilhelmina"])):
            typing = await world.fake.autocompletes(
                who, world.square, "ask", {"question": "?", "from": "w"}
            )
            assert sorted(each["value"] for each in await offered(world, typing)) == names
        typing = await world.fake.autocompletes(
            world.ada, world.square, "ask", {"question": "?", "in": ""}
        )
        assert sorted(each["name"] for each in await offered(world, typing)) == ["#news", "notes"]


@pytest.mark.usefixtures("two_posts")
async def test_related_posts_are_shown_to_the_asker_whatever_the_message_looks_like(
    world: World,
) -> None:
    message = world.square.add_message(world.chief, "since:never the goats from:school")
    async with world.bot():
        used = await world.fake.uses_message_command(world.ada, message, "Find related posts")
        await world.answered(used)
        assert used.ephemeral
        assert "Posts like that one:" in text_of(used)
        assert GOATS in text_of(used)
        blank = world.square.add_message(world.chief, files={"photo.png": b"x"})
        used = await world.fake.uses_message_command(world.ada, blank, "Find related posts")
        await world.answered(used)
        assert "That message has no words" in text_of(used)


async def test_a_person_s_posts_are_shown_as_far_as_the_asker_may_see_them(
    world: World, stored: Callable[..., None]
) -> None:
    board = world.guild.add_channel("board", readers=[world.chief])
    account = f"discord:{world.ada.id}"
    stored(
        post(OVEN, "1", author="Ada", author_id=account, title="Bread"),
        post("A secret.", "2", author_id=account, title="Hush", audience=f"discord:{board.id}"),
    )
    async with world.bot():
        fake, name = world.fake, "Posts by this person"
        used = await fake.uses_user_command(world.chief, world.square, name, world.ada)
        text = text_of(await world.answered(used))
        assert "Posts by Ada" in text
        assert "Bread" in text
        assert "Hush" in text
        used = await fake.uses_user_command(world.ada, world.square, name, world.ada)
        assert "Hush" not in text_of(await world.answered(used))
        used = await fake.uses_user_command(world.ada, world.square, name, world.chief)
        assert "nothing by Chief" in text_of(await world.answered(used))


async def test_what_the_bot_can_do_is_told_in_the_asker_s_language(world: World) -> None:
    async with world.bot():
        assert "/forget-me" in text_of(await world.uses("help"))
        used = await world.uses("help", locale="fr")
        assert "vos propres messages" in text_of(used)
        assert used.ephemeral


async def test_whoever_installed_the_bot_for_themselves_uses_it_anywhere(
    world: World, two_posts: tuple[Post, Post], stored: Callable[..., None]
) -> None:
    hidden = "The oven is lit by the mayor in hidden."
    stored(post(hidden, "9", audience=f"discord:{world.guild.id}"))
    elsewhere = world.fake.world.add_guild("Elsewhere", with_bot=False)
    place = elsewhere.add_channel("lobby")
    elsewhere.add_member(world.ada.user)
    friends = world.fake.world.add_private_channel(
        world.ada.user, world.chief.user, kind=Kind.GROUP
    )
    world.fake.world.installers.add(world.ada.id)
    async with world.bot():
        for where in (place, friends):
            used = await world.fake.uses_command(
                world.ada.user, where, "ask", {"question": "when is the oven lit?"}
            )
            text = text_of(await world.answered(used))
            assert two_posts[0].text in text
            assert hidden not in text
        used = await world.fake.uses_command(
            world.ada.user, place, "ask", {"question": "when is the oven lit?", "private": True}
        )
        assert hidden in text_of(await world.answered(used))
        with pytest.raises(LookupError):
            await world.fake.uses_command(world.ada.user, place, "posts status")


async def test_commands_are_registered_again_only_when_they_or_the_application_changed(
    world: World,
) -> None:
    path = f"/applications/{world.fake.world.application_id}/commands"
    for _ in range(2):
        async with world.bot():
            assert len(world.fake.asked("PUT", path)) == 1
    (posts,) = [each for each in world.fake.world.commands[None] if each["name"] == "posts"]
    assert int(posts["default_member_permissions"]) == 1 << 5
    assert posts["contexts"] == [0]


async def test_commands_that_were_taken_away_are_registered_again(world: World) -> None:
    async with world.bot():
        pass
    offered = world.fake.world.commands[None]
    taken = offered.pop()
    async with world.bot():
        pass
    assert taken["name"] in {each["name"] for each in world.fake.world.commands[None]}


@pytest.mark.parametrize("given", [{}, {"from": "ada"}])
async def test_blanks_alone_are_told_how_to_ask_and_nobody_else_reads_it(
    world: World, given: dict[str, str]
) -> None:
    async with world.bot():
        used = await world.uses("ask", {"question": "   ", **given})
        assert used.ephemeral
        assert "Ask me something" in text_of(used)
        assert world.square.said_by_bot() == []
