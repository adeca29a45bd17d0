"""Parts of conversations of WhatsApp's, without a line of the app's own."""

from __future__ import annotations

from typing import Final

import pytest

from adapters.sources.transcripts.whatsapp import is_whatsapp

TO_THE_SECOND: Final = {
    "Swedish": (
        "[2026-01-31, 18:02:11] Ilse: Kölen är av ek.\n[2026-01-31, 18:03:40] Per: Bra. Tack!"
    ),
    "English": (
        "[2026-01-31, 18:02:11] Ilse: The keel is oak.\n"
        "[2026-01-31, 18:03:40] Per: Did you oil the mast?"
    ),
    "small names": "[2026-01-31, 18:02:11] mum: are you there\n[2026-01-31, 18:03:40] dad: here",
}
LOGS_TO_THE_SECOND: Final = {
    "no comma": (
        "[2026-01-31 18:02:11] Listener: ready!\n[2026-01-31 18:03:40] Mailer: waiting for you"
    ),
    "no brackets": (
        "2026-01-31, 18:02:11 - Listener: ready!\n2026-01-31, 18:03:40 - Mailer: waiting for you"
    ),
    "levels": "[2026-01-31, 18:02:11] INFO: ready!\n[2026-01-31, 18:03:40] WARN: are you there?",
    "a level": "[2026-01-31, 18:02:11] Mailer: ready!\n[2026-01-31, 18:03:40] WARN: slow",
    "parts": "[2026-01-31, 18:02:11] web-1: ready!\n[2026-01-31, 18:03:40] db-1: are you there?",
    "nobody speaks": (
        "[2026-01-31, 18:02:11] Listener: ready\n[2026-01-31, 18:03:40] Mailer: waiting"
    ),
}
TURNS: Final = {
    "Android": (
        "31/01/2026, 18:02 - Ilse: The keel is oak.\n"
        "31/01/2026, 18:09 - Per: All of it.\n"
        "31/01/2026, 18:11 - Ilse: Not the mast."
    ),
    "Android, no comma": (
        "31-01-2026 18:02 - Ilse: De kiel is van eik.\n"
        "31-01-2026 18:09 - Per: Goed zo.\n"
        "31-01-2026 18:11 - Ilse: De mast niet."
    ),
    "halves": (
        "1/31/26, 6:02 PM - Ilse: The keel is oak.\n"
        "1/31/26, 6:09 PM - Per: ok\n"
        "1/31/26, 6:11 PM - Ilse: Not the mast."
    ),
    "iPhone": (
        "[31.01.26, 18:02:11] Ilse Marten: Der Kiel ist aus Eiche.\n"
        "[31.01.26, 18:09:15] Per: Der Mast nicht.\n"
        "[01.02.26, 08:11:55] Ilse Marten: Neun Schichten."
    ),
    "iPhone, Swedish": (
        "[2026-01-31, 18:02:11] Ilse: Kölen är av ek.\n"
        "[2026-01-31, 18:09:15] Per: Bra.\n"
        "[2026-01-31, 18:11:55] Ilse: Masten är av gran."
    ),
    "three people": (
        "31/01/2026, 18:02 - Ilse: The keel is oak.\n"
        "31/01/2026, 18:03 - Ada: All of it.\n"
        "31/01/2026, 18:09 - Per | Boats: Not the mast.\n"
        "31/01/2026, 18:11 - Ada: True, the mast is pine."
    ),
    "no spaces": (
        "2026/01/31, 18:02 - 美咲: 船底は樫です。\n"
        "2026/01/31, 18:03 - 健太: 了解\n"
        "2026/01/31, 18:09 - 美咲: 帆柱は松です。"
    ),
}
NO_TURNS: Final = {
    "small words": (
        "31/01/2026, 18:02 - Mast: oiled, nine coats\n"
        "31/01/2026, 18:09 - Keel: two new planks\n"
        "31/01/2026, 18:11 - Mast: sanded again"
    ),
    "protocols": (
        "31.01.26 10:00 - DSL: Sync was lost\n"
        "31.01.26 10:10 - PPP: Session was closed\n"
        "31.01.26 10:15 - DSL: Sync is back"
    ),
    "minutes of a meeting": (
        "31/01/2026, 10:02 - Topic: The new mast\n"
        "31/01/2026, 10:07 - Decision: Pine from the yard\n"
        "31/01/2026, 10:11 - Topic: The old mast"
    ),
    "each once": (
        "31/01/2026, 18:02 - Mast: oiled, nine coats\n31/01/2026, 18:09 - Keel: two new planks"
    ),
    "one after the other": (
        "31/01/2026, 18:02 - Mast: Oiled, nine coats\n"
        "31/01/2026, 18:05 - Mast: Sanded again\n"
        "31/01/2026, 18:09 - Keel: Two new planks"
    ),
    "a journal over a day": (
        "31/01/2026, 10:02 - Mast: Oiled, nine coats\n"
        "31/01/2026, 13:11 - Keel: Two new planks\n"
        "31/01/2026, 16:40 - Mast: Sanded again"
    ),
    "a diary": (
        "29/01/2026, 08:10 - Beans: Planted two rows\n"
        "30/01/2026, 08:20 - Peas: Planted one row\n"
        "31/01/2026, 08:20 - Beans: All of them up"
    ),
    "states": (
        "31/01/2026, 10:02 - Hatch: opened\n"
        "31/01/2026, 10:07 - Winch: on\n"
        "31/01/2026, 10:11 - Hatch: closed"
    ),
    "sensors": (
        "31/01/2026, 10:02 - Veranda: Movement seen\n"
        "31/01/2026, 10:07 - Shed: Movement seen\n"
        "31/01/2026, 10:11 - Veranda: Movement seen"
    ),
    "a gate and a lock": (
        "31/01/2026, 10:02 - Gate: Opened by hand\n"
        "31/01/2026, 10:07 - Lock: Closed by the guard\n"
        "31/01/2026, 10:11 - Gate: Closed by hand"
    ),
    "weather": (
        "31.01.26, 08:02 - Temp: 12 degrees\n"
        "31.01.26, 08:03 - Wind: 4 knots\n"
        "31.01.26, 08:12 - Temp: 13 degrees"
    ),
    "a server": (
        "2026-01-31 10:00 - Server: Started by hand\n"
        "2026-01-31 10:01 - Database: Waits for the disk\n"
        "2026-01-31 10:02 - Server: Ready in two minutes"
    ),
    "to the second": (
        "31/01/2026 10:00:01 - Harvester: Started by hand\n"
        "31/01/2026 10:00:09 - Mailer: Waits for the disk\n"
        "31/01/2026 10:01:01 - Harvester: Ready in a minute"
    ),
    "in brackets, no comma": (
        "[31/01/2026 10:00:01] Harvester: Started by hand\n"
        "[31/01/2026 10:00:09] Mailer: Waits for the disk\n"
        "[31/01/2026 10:01:01] Harvester: Ready in a minute"
    ),
    "small names": (
        "31/01/2026 10:00 - harvester: Started by hand\n"
        "31/01/2026 10:01 - mailer: Waits for the disk\n"
        "31/01/2026 10:02 - harvester: Ready in a minute"
    ),
    "numbered": (
        "31/01/2026 10:00 - Oven 1: Filled with bread\n"
        "31/01/2026 10:01 - Oven 2: Filled with cake\n"
        "31/01/2026 10:02 - Oven 1: Taken out"
    ),
    "a list": (
        "31/01/2026 10:01 - Todo: Oil the mast\n"
        "31/01/2026 10:03 - Done: Two new planks\n"
        "31/01/2026 10:04 - Todo: Buy some rope"
    ),
    "a timetable": (
        "1/31/26, 10:00 AM - Rigging: In the yard\n"
        "1/31/26, 10:15 AM - Oars: In the loft\n"
        "1/31/26, 10:30 AM - Rigging: In the loft"
    ),
}
SIGNS: Final = [
    "Ilse | Boats", "Ilse|Boats", "Ilse Marten [Boats]", "[Boats] Ilse", "Ilse = Boats",
    "= Ilse =", "{Ilse}", "Ilse \\ Boats", "Ilse | harbour", "Ilse <3", "Ilse McLeod | Oak & Elm",
    "Ilse MacDonald [Boats]",
    "Дарья | Лодки", "李娜 [船]", "Ilse van der Keel | Boats",
]  # fmt: skip
PARTS: Final = [
    "sshd[123]", "Cron[8]", "<ilse>", "<Ilse>", "main | worker", "Mail | app.queue", "Mail [web-1]",
    "Ui::Button", "Job(4)", "[main] ready", "Main | ERROR", "Server [Boiler]", "Gate | Lock",
    "AppServer [Listener]", "key=value", "MAIL | QUEUE", "Mailer [id=4]", "{}", "[]",
    "Mail=job_queue",
]  # fmt: skip


def _is_one(text: str) -> bool:
    return is_whatsapp([line.strip() for line in text.split("\n")], "talk.txt")


@pytest.mark.parametrize("text", TO_THE_SECOND.values(), ids=TO_THE_SECOND)
def test_people_talk_to_the_second_where_an_iphone_writes_a_comma(text: str) -> None:
    assert _is_one(text)


@pytest.mark.parametrize("text", LOGS_TO_THE_SECOND.values(), ids=LOGS_TO_THE_SECOND)
def test_a_log_to_the_second_is_no_conversation(text: str) -> None:
    assert not _is_one(text)


@pytest.mark.parametrize("name", SIGNS)
def test_a_name_may_hold_signs(name: str) -> None:
    text = (
        f"31/01/2026, 18:02 - {name}: Did you oil the mast?\n"
        "31/01/2026, 18:05 - Per = Oak: Yes.\n"
        f"31/01/2026, 18:07 - {name}: Thanks."
    )
    assert _is_one(text)
    lonely = f"31/01/2026, 18:02 - {name}: Keel.\n31/01/2026, 18:05 - {name}: Mast."
    assert not _is_one(lonely)
    lines = lonely.split("\n")
    assert is_whatsapp(lines, "WhatsApp Chat with Per.txt")


@pytest.mark.parametrize("name", PARTS)
def test_signs_in_the_names_of_a_programs_parts_tell_a_log(name: str) -> None:
    assert not _is_one(
        f"31/01/2026, 18:02 - {name}: are you up?\n"
        "31/01/2026, 18:05 - Per | Oak: Yes.\n"
        f"31/01/2026, 18:07 - {name}: thanks"
    )


def test_a_log_that_tells_of_encryption_is_none() -> None:
    assert not _is_one(
        "[2026-01-31 18:02:11] INFO: Messages are end-to-end encrypted\n"
        "[2026-01-31 18:02:12] WARN: slow"
    )


@pytest.mark.parametrize("text", TURNS.values(), ids=TURNS)
def test_people_who_take_turns_are_known_whatever_they_say(text: str) -> None:
    assert _is_one(text)


@pytest.mark.parametrize("text", NO_TURNS.values(), ids=NO_TURNS)
def test_subjects_and_machines_take_no_turns(text: str) -> None:
    assert not _is_one(text)


@pytest.mark.parametrize(
    "said",
    ["Grazie mille", "Ciao a tutti", "Obrigada", "Olá", "Bedankt", "Dank je", "Ik kom", "Hej",
     "Tack", "Jag kommer", "Takk", "Kiitos", "Dzięki", "Спасибо", "Я приду", "Merhaba"],
)  # fmt: skip
def test_a_word_of_greeting_or_thanks_tells_talk_in_more_languages(said: str) -> None:
    assert _is_one(f"31/01/2026 18:02 - Ilse: {said}\n31/01/2026 18:09 - Per: ok")
    assert not _is_one(f"31/01/2026 18:02 - Ilse: x{said}x\n31/01/2026 18:09 - Per: ok")
    assert not _is_one(f"31/01/2026 18:02 - INFO: {said}\n31/01/2026 18:09 - WARN: ok")
