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


def _is_one(text: str) -> bool:
    return is_whatsapp([line.strip() for line in text.split("\n")], "talk.txt")


@pytest.mark.parametrize("text", TO_THE_SECOND.values(), ids=TO_THE_SECOND)
def test_people_talk_to_the_second_where_an_iphone_writes_a_comma(text: str) -> None:
    assert _is_one(text)


@pytest.mark.parametrize("text", LOGS_TO_THE_SECOND.values(), ids=LOGS_TO_THE_SECOND)
def test_a_log_to_the_second_is_no_conversation(text: str) -> None:
    assert not _is_one(text)
