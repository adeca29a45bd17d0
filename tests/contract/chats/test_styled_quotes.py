"""A quote of a chat looks as it did there, on every platform that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.text.parts.spoilers import COVER
from tests.contract.conftest import serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")

LINK = "https://example.org/key"


async def test_what_an_author_covered_is_shown_openly_nowhere(chat: Chat) -> None:
    text = "The key of the village oven lies ||under the mat of the bakery||, says Ada."
    found = hit((text, 0.9), source="discord", name="1/2/3", url=LINK)
    async with serving(chat, ScriptedCore([found])):
        chat.ask("where is the key?")
        await chat.hears(LINK)
    is_clickable = isinstance(chat, DiscordRoom)
    assert ("||under the mat of the bakery||" in chat.said) == is_clickable
    assert ("under the mat" in chat.said) == is_clickable
    assert (COVER in chat.said) != is_clickable


async def test_an_excerpt_from_the_midst_of_what_is_covered_is_covered(chat: Chat) -> None:
    first = "||The key is well hidden from everybody who comes."
    place = "Look for it under the bakery's mat, and put it back afterwards.||"
    found = hit((first, 0.1), (place, 0.9), source="discord", name="1/2/3", url=LINK)
    async with serving(chat, ScriptedCore([found])):
        chat.ask("where is the key?")
        await chat.hears(LINK)
    if isinstance(chat, DiscordRoom):
        assert f"||{place}" in chat.said
    else:
        assert "bakery" not in chat.said


async def test_the_title_of_a_post_that_is_near_covers_it_too(chat: Chat) -> None:
    text = "The key of the village oven lies ||under the mat||, says Ada."
    found = hit((text, 0.9), source="discord", name="1/2/3", url=LINK, confidence=0.1)
    async with serving(chat, ScriptedCore([found])):
        chat.ask("where is the key?")
        await chat.hears(COVER)
    assert "under the mat" not in chat.said
