"""What every chat platform does when more is asked than it can answer soon."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import pytest

from bot.questions.admission.admission import Admission
from bot.questions.admission.round_robin import Whose
from tests.contract.chats.test_chat_manners import handled, hears_alone, until
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from tests.fakes.rooms import Chat


pytestmark = pytest.mark.usefixtures("_no_model")

SECONDS: Final = 100.0
MOST: Final = 7
"""So many questions of one person are taken where a search takes so long."""

NETS: Final = "https://example.org/nets"


async def slow_admission() -> Admission:
    """Return one whose searches take long, by a clock that stands still from now on."""
    now = 0.0
    admission = Admission(longest_seconds=(MOST - 1) * SECONDS, clock=lambda: now)
    for _ in range(9):
        async with admission.turn(Whose("channel", "person")):
            now += SECONDS
    return admission


async def test_a_burst_is_answered_as_far_as_it_can_be_soon_and_told_once_that_it_is_busy(
    chat: Chat,
) -> None:
    goes_on, core = asyncio.Event(), ScriptedCore(FOUND)
    core.store = chat.stores
    chat.services.limits.admission = admission = await slow_admission()

    async def ask(question: Question) -> Answer:
        await goes_on.wait()
        return await core.ask(question)

    async with serving(chat, ask):
        for _ in range(MOST + 5):
            chat.ask("when is the oven lit?")
        await hears_alone(chat, "I am busy, 7 questions before yours: ask again in 700 seconds.")
        await until(chat, lambda: handled(chat) == 5)
        assert admission.in_hand == MOST
        goes_on.set()
        await chat.hears(NETS, times=MOST)
        await until(chat, lambda: handled(chat) == MOST + 5)
        chat.ask("and where do the nets hang?")
        await chat.hears(NETS, times=MOST + 1)
    assert chat.said_openly.count(NETS) == MOST + 1
    assert chat.told_alone.count("I am busy") == 1
    assert "busy" not in chat.said_openly


@pytest.mark.parametrize(
    ("locale", "text", "told"),
    [
        ("fr-FR", "à quelle heure allume-t-on le four ?", "7 questions avant la vôtre : réess"),
        ("es-ES", "¿a qué hora se enciende el horno?", "7 preguntas antes de la tuya: vuelve a"),
        ("de-DE", "wann wird der Ofen im Dorf geheizt?", "vor dir sind 7 Fragen: frage in 700"),
    ],
)
async def test_who_asks_when_it_is_busy_is_told_so_in_their_language(
    chat: Chat, locale: str, text: str, told: str
) -> None:
    never = asyncio.Event()

    async def ask(question: Question) -> Answer:
        await never.wait()
        raise AssertionError(question)

    chat.speak(locale)
    chat.services.limits.admission = await slow_admission()
    async with serving(chat, ask):
        for _ in range(MOST + 1):
            chat.ask(text)
        await hears_alone(chat, told)
        assert told not in chat.said_openly
