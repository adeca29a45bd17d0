from __future__ import annotations

import json

import pytest

from bot.questions.parsing.talk.small_talk import asks_of_us, is_small_talk
from tests.fakes.documents import ROOT


@pytest.mark.parametrize(
    "text",
    ["Hello!", "hi there", "Thank you very much.", "ok, merci", "Bonjour à tous", "ça va ?",
     "How are you?", "Guten Morgen", "¡Muchas gracias!", "D'accord", "Vielen Dank für die Hilfe!",
     "thanks all", "Hallo, wie geht's?", "sorry, wrong channel", "bonne nuit à tous",
     "merci mille fois", "gracias por la respuesta", "nevermind, thanks!", "good morning everyone",
     "bis morgen", "no importa", "yo", "sup", "Stop!", "please shut up", "tais-toi", "¡cállate!",
     "hör auf damit", "nvm", "brb", "hmm", "Hmmmm…", "lol", "LOOOOL", "ty", "np", "thx", "k",
     "omg lol", "haha ok", "hahahaha", "ok thaaanks", "yep", "nah", "oops", "afk brb", "tysm!!",
     "wrong window, sorry", "one sec", "I don't know", "no idea",
     "mdr", "ptdrrr", "euh", "ouais", "tkt", "d'ac", "bof", "je sais pas", "deux secondes",
     "jajaja", "jeje ok", "porfa", "ajá", "uf", "no sé", "un momento", "ya veo",
     "ähm", "naja", "achso", "tja", "jop", "nö", "keine Ahnung", "bin gleich zurück", "ach so"],
)  # fmt: skip
def test_greetings_thanks_and_assent_ask_nothing(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    ["", "👍", "oven", "how are loaves shaped?", "who says thanks?", "hello world program",
     "thanks for the oven", "help, thanks!", "la ayuda", "answer", "everyone", "the night shift",
     "Danke, und wo ist der Ofen?", "stop codon", "yo-yo club", "what is up with the oven?",
     "hm dryer", "ok google", "np complete", "ty lee", "lol card", "UPS", "JSP", "GM", "NaN",
     "Ben", "SIP", "DAC", "LG", "brb status", "Halle", "Hammer", "Aal", "idea", "ahi",
     "one moment in time", "hay", "ja rule", "haha board", "hihat", "jojoba", "kekse", "lolita"],
)  # fmt: skip
def test_whatever_names_something_is_searched(text: str) -> None:
    assert not is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    ["Are you a bot?", "hi, are you a robot?", "bist du ein Bot?", "es-tu un robot ?",
     "¿eres humano?", "do you speak French?", "sprichst du Deutsch?", "what's your name?",
     "who made you?", "what can I ask you?", "test", "Testing 1 2 3", "ping"],
)  # fmt: skip
def test_what_no_post_tells_is_asked_of_us(text: str) -> None:
    assert asks_of_us(text)


@pytest.mark.parametrize(
    "text",
    ["are you there in December?", "is the bot free?", "what do you know about goats?",
     "test results", "who made the oven?", "was weißt du über Ziegen?"],
)  # fmt: skip
def test_what_posts_may_tell_is_not_asked_of_us(text: str) -> None:
    assert not asks_of_us(text)


def test_no_example_question_is_taken_for_small_talk() -> None:
    lines = (ROOT / "examples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    assert asked
    assert [each for each in asked if is_small_talk(each) or asks_of_us(each)] == []
