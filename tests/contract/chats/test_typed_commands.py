"""What becomes of a command that is typed into a message, on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore, hears_alone
from tests.contract.conftest import serving

if TYPE_CHECKING:
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")

HOW = "begin an empty message with /"


async def test_a_command_in_a_message_is_told_alone_how_commands_are_given(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        commands = ("/posts status", "hello, /posts", "`/forget-me`", "/Posts unwatch the oven?")
        for count, text in enumerate(commands, start=1):
            chat.ask(text)
            await hears_alone(chat, HOW, times=count)
        await chat.ask_alone(" /posts status")
        await hears_alone(chat, HOW, times=len(commands) + 1)
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.go_on("/posts unwatch the oven?")
        await chat.go_on("and who lit the oven?")
        await chat.hears("https://example.org/nets", times=2)
        assert chat.unanswered == []
    asked = [each.text for each in core.asked]
    assert asked == ["when is the oven lit?", "and who lit the oven?"]
    assert HOW not in chat.said_openly
    assert chat.told_alone.count(HOW) == len(commands) + 1


@pytest.mark.parametrize(
    "text",
    ["/ask oven kind:post", "hi! /ask oven kind:post", "/ask question: oven kind:post",
     "</ask:1576900889048776712> oven kind:post", "`/ask` oven kind:post"],
)  # fmt: skip
async def test_what_is_asked_by_a_command_in_a_message_is_answered(chat: Chat, text: str) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("/ask")
        await hears_alone(chat, "Ask me something")
        chat.ask(text)
        await chat.hears("https://example.org/nets")
        chat.ask("/ask which goats give milk?")
        await chat.hears("Nothing in the posts answers that.")
        assert chat.unanswered == ["which goats give milk?"]
        await chat.ask_alone(text)
        await hears_alone(chat, "https://example.org/nets")
    assert [each.text for each in core.asked] == ["oven", "which goats give milk?", "oven"]
    assert core.asked[0].filters.kind == "post"
