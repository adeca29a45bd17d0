"""How every chat platform keeps quiet, and whom it tells what alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.lines.room import LinesRoom
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.question_and_answer import Answer, Question
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")


class OvenCore(ScriptedCore):
    """Finds something for whatever is about the oven or goes on from it, and nothing else."""

    async def ask(self, question: Question) -> Answer:
        self.hits = FOUND if "oven" in question.searched.lower() else []
        return await super().ask(question)


async def until(chat: Chat, is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():
            await chat.services.library.version()  # each round waits for the library's thread


async def hears_alone(chat: Chat, text: str, times: int = 1) -> None:
    """Wait until Ada was told something so often where nobody else reads it."""
    await until(chat, lambda: chat.told_alone.count(text) >= times)


def handled(chat: Chat) -> int:
    """Return how many messages were taken, and are done with."""
    rows = chat.services.ledger.database.rows(
        "SELECT count(*) FROM deliveries WHERE is_done AND message NOT LIKE 'slack:event/%'"
    )
    return int(rows[0][0])


async def test_what_people_say_to_each_other_after_an_answer_gets_nothing(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        for text in (
            "thanks!",
            "ok",
            "👍",
            ":+1:",
            "Good to know, the oven is warm then.",
            "really?",
            "lunch at the oven at 12?",
            "where are you going, to the oven?",
            "Ben, is the oven warm?",
            "Ben, is it still the oven of the second Tuesday?",
            "Ben: how long is the oven lit?",
            "how long is it in the oven brewed Ben?",
            "ada when is the oven lit?",
            "Ben… how long is the oven lit?",
            "Ada, l’oven, c’est quand ?",
            "so Ben, how long is the oven lit?",
            "ten days in the oven? really?",
            "7 in the morning, in the oven?!",
            "what, in the village oven?",
            "lit in the oven? crazy!",
            "Ben/Ada, how long is the oven lit?",
            "should I bring the oven?",
            "soll ich den Oven mitbringen?",
            "remember the oven?",
            "where's the oven gone",
            "where is he?",
            "tell me about it",
            "can someone light the oven?",
            "where do we meet for lunch, at the oven?",
            "kommst du zum Ofen (oven)?",
            "on se retrouve au four (oven) ?",
            "¿vienes al oven?",
        ):
            await chat.go_on(text)
        await chat.go_on("when is the oven lit?", to_ben=True)
        await chat.go_on("and who lit the oven?")
        await chat.hears("https://example.org/nets", times=2)
        assert chat.unanswered == []
    assert [each.text for each in core.asked] == [
        "when is the oven lit?",
        "and who lit the oven?",
    ]
    assert chat.said.count("https://example.org/nets") == 2
    assert "Nothing in the posts" not in chat.said


async def test_who_says_words_of_an_answer_back_gets_nothing(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.go_on("the village oven?")
        await chat.go_on("and who lit the oven?")
        await chat.hears("https://example.org/nets", times=2)
        chat.ask("the village oven?")
        await chat.hears("https://example.org/nets", times=3)
        assert chat.unanswered == []
    assert chat.said.count("https://example.org/nets") == 3


@pytest.mark.parametrize(
    "text",
    ["who lit the oven?", "is the oven lit on Fridays", "and the oven?", "tell me of the oven",
     "the oven in winter?", "for the oven?", "on which days, the oven?",
     "should I bring a towel to the oven?", "what if the oven is cold?",
     "Merci ! Et où est le four (oven) ?", "¿quién enciende el oven?",
     "do we have an oven for bread?", "when is our oven lit?",
     "wer heizt den oven an?", "l’oven est-il allumé en hiver ?"],
)  # fmt: skip
async def test_a_question_that_goes_on_needs_no_mention(chat: Chat, text: str) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.go_on(text)
        await chat.hears("https://example.org/nets", times=2)
    assert core.asked[1].text == text


async def test_a_question_that_goes_on_and_has_no_answer_gets_nothing(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.go_on("which goats give milk?")
        await until(chat, lambda: len(core.asked) == 2)
        await chat.go_on("and who lit the oven?")
        await chat.hears("https://example.org/nets", times=2)
        assert chat.unanswered == []
    assert "Nothing in the posts" not in chat.said


async def test_who_greets_or_calls_for_help_is_told_alone_how_to_ask(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        for count, text in enumerate(("hi", "help", "?", "hey!"), start=1):
            chat.ask("thanks")
            chat.ask(text)
            await hears_alone(chat, "Ask me something", times=count)
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await chat.go_on("help!")
        await hears_alone(chat, "Ask me something", times=5)
        await chat.ask_alone("hello")
        await hears_alone(chat, "Ask me something", times=6)
        assert chat.unanswered == []
    assert [each.text for each in core.asked] == ["when is the oven lit?"]
    assert "Ask me something" not in chat.said_openly
    assert chat.told_alone.count("Ask me something") == 6


async def test_who_asks_too_much_is_told_alone_and_once_a_minute(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.services.limits.most = 1
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        chat.ask("when is the oven lit now?")
        await hears_alone(chat, "That is a lot of questions at once")
        chat.ask("and when is the oven lit then?")
        await until(chat, lambda: handled(chat) == 3)
        chat.services.limits.most = 9
        chat.ask("who lit the oven?")
        await chat.hears("https://example.org/nets", times=2)
    assert chat.told_alone.count("That is a lot of questions") == 1
    assert chat.said_openly.count("That is a lot of questions") == 0


async def test_a_question_that_is_edited_at_once_is_answered_again_in_place(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("which goats give milk?")
        await chat.hears("Nothing in the posts answers that.")
        await chat.edit("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        assert "Nothing in the posts" not in chat.said_openly
        assert chat.unanswered == []
    assert [each.text for each in core.asked] == ["which goats give milk?", "when is the oven lit?"]
    assert core.asked[0].id == core.asked[1].id


async def test_an_edit_makes_a_question_of_what_was_none(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        chat.ask("hi")
        await hears_alone(chat, "Ask me something")
        await chat.edit("when is the oven lit?")
        await chat.hears("https://example.org/nets")
    assert [each.text for each in core.asked] == ["when is the oven lit?"]


async def test_what_is_asked_in_a_direct_message_is_on_no_list(chat: Chat) -> None:
    core = OvenCore()
    async with serving(chat, core):
        await chat.ask_alone("which goats give milk?")
        await hears_alone(chat, "Nothing in the posts answers that.")
        chat.ask("which bees sleep?")
        await until(chat, lambda: "Nothing in the posts" in chat.said_openly)
        assert chat.unanswered == ["which bees sleep?"]


async def test_the_answer_to_a_deleted_question_is_taken_away(chat: Chat) -> None:
    async with serving(chat, OvenCore()):
        chat.ask("when is the oven lit?")
        await chat.hears("https://example.org/nets")
        await until(chat, lambda: bool(chat.services.ledger.answers.all()))
        await chat.delete()
        await until(chat, lambda: "https://example.org/nets" not in chat.said_openly)
        assert chat.services.ledger.answers.all() == []
        assert chat.services.ledger.database.rows("SELECT * FROM questions") == []


@pytest.mark.parametrize(
    ("locale", "asked", "told", "help_told"),
    [
        ("fr-FR", "où est la clé du four ?", "Rien dans les messages", "Posez-moi une question"),
        ("es-ES", "¿dónde está la llave del horno?", "Nada en los mensajes", "Pregúntame algo"),
        ("de-DE", "wo ist der Schlüssel zum Ofen?", "Nichts in den Beiträgen", "Frag mich etwas"),
        ("it-IT", "dov'è la chiave?", "Nothing in the posts", "Ask me something"),
    ],
)
async def test_its_own_words_follow_who_asks(
    chat: Chat, locale: str, asked: str, told: str, help_told: str
) -> None:
    greeting = {"fr-FR": "bonjour", "es-ES": "hola", "de-DE": "hallo"}.get(locale, "hi")
    chat.speak(locale)
    async with serving(chat, ScriptedCore()):
        chat.ask(asked)
        await chat.hears(told)
        chat.ask(greeting)
        await hears_alone(chat, help_told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("a que hora sale el tren a Madrid", "Nada en los mensajes"),
        ("wo ist der Schlüssel zum Ofen?", "Nichts in den Beiträgen"),
        ("où est la clé du four ?", "Rien dans les messages"),
        ("tell me about Halden", "Nothing in the posts"),
        ("Que veut dire mulch ?", "Rien dans les messages"),
        ("que es mulch?", "Nada en los mensajes"),
        ("Was bedeutet Mulch?", "Nichts in den Beiträgen"),
        ("no idea board", "Nothing in the posts"),
        ("El Capitan upgrade", "Nothing in the posts"),
        ("uber receipts", "Nothing in the posts"),
        ("code comment style", "Nothing in the posts"),
        ("compost kind:comment", "within these filters"),
        ("onde fica o banheiro?", "Nothing in the posts"),
    ],
)
async def test_a_question_is_answered_in_its_own_language_where_that_is_sure(
    chat: Chat, asked: str, told: str
) -> None:
    if isinstance(chat, LinesRoom):
        pytest.skip("what it says is in the language of the settings")
    chat.speak("en-US")
    async with serving(chat, ScriptedCore()):
        chat.ask(asked)
        await chat.hears(told)


async def test_a_question_that_was_refused_is_answered_in_place_once_it_is_corrected(
    chat: Chat,
) -> None:
    core = OvenCore()
    async with serving(chat, core):
        for _ in range(2):
            chat.ask("when is the oven lit? since:foo")
            await until(chat, lambda: "foo" in chat.said_openly)
            await chat.edit("when is the oven lit?")
            await until(chat, lambda: "foo" not in chat.said_openly)
            await chat.hears("https://example.org/nets")
            await chat.edit("when is the oven lit? since:bar")
            await until(chat, lambda: "bar" in chat.said_openly)
            await chat.edit("who lit the oven?")
            await until(chat, lambda: "bar" not in chat.said_openly)
    assert [each.text for each in core.asked] == ["when is the oven lit?", "who lit the oven?"] * 2
