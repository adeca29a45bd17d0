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
