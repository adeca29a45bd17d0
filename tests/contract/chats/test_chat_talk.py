"""What is only said to the bot, and what an edit leaves of a question, on every chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contract.chats.test_chat_manners import OvenCore, until
from tests.contract.conftest import serving

if TYPE_CHECKING:
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")


async def goes(chat: Chat, text: str) -> None:
    """Wait until this is to be read openly no more."""
    await until(chat, lambda: text not in chat.said_openly)


@pytest.mark.parametrize("text", ["vielen Dank!", "never mind", "hello"])
async def test_the_answer_goes_where_an_edit_leaves_no_question(chat: Chat, text: str) -> None:
    async with serving(chat, OvenCore()):
        for asked, told in (
            ("when is the oven lit?", "https://example.org/nets"),
            ("which goats give milk?", "Nothing in the posts"),
        ):
            chat.ask(asked)
            await chat.hears(told)
            await chat.edit(text)
            await goes(chat, told)
        assert chat.services.ledger.answers.all() == []
        assert chat.unanswered == []


@pytest.mark.parametrize(
    "text",
    ["Thank you very much for your help!", "Vielen Dank!", "merci beaucoup pour ton aide",
     "gracias, muy amable", "never mind", "stop", "shut up",
     "Gute Nacht", "wie geht’s?", "laisse tomber", "nvm", "brb", "hmmm", "lol", "ty", "np",
     "mdr", "tkt", "jajaja", "ntp", "naja", "achso", "no idea"],
)  # fmt: skip
async def test_who_only_talks_to_the_bot_gets_nothing(chat: Chat, text: str) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask(text)
        await chat.ask_alone(text)
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        assert chat.unanswered == []
    assert [each.text for each in core.asked] == ["when is the oven lit?"]
    assert "Nothing in the posts" not in chat.said


@pytest.mark.parametrize(
    "text",
    ["are you a bot?", "yo", "sup", "ping", "sprichst du Deutsch?", "¿eres un robot?",
     "Hallo zusammen", "Hola a todos", "Salut tout le monde", "Hi team"],
)  # fmt: skip
async def test_who_asks_what_the_bot_is_is_told_alone_how_to_ask(chat: Chat, text: str) -> None:
    core = OvenCore()
    chat.speak("en-US")
    async with serving(chat, core):
        chat.ask(text)
        await until(chat, lambda: bool(chat.told_alone))
        assert chat.unanswered == []
    assert core.asked == []
    assert chat.said_openly == ""
