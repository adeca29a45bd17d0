from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

ANDROID = """\
31/01/2026, 07:59 - Messages and calls are end-to-end encrypted. Tap to learn more.
31/01/2026, 07:59 - Ilse created group "Keel: talk"
31/01/2026, 08:00 - Ilse: The keel is oak.
All of it: every plank.
31/01/2026, 08:01 - Per: <Media omitted>
31/01/2026, 08:02 - Per: IMG-20260131-WA0001.jpg (file attached)
Look at the grain.
31/01/2026, 08:03 - Per: This message was deleted
31/01/2026, 08:04 - +44 7700 900000: Elm, 10:30 at the latest. <This message was edited>
"""
IPHONE = """\
[1/31/26, 8:00:00\u202fAM] Keel talk: \u200eMessages and calls are end-to-end encrypted.
[1/31/26, 8:01:00\u202fAM] Ilse: The keel is oak.
\u200e[1/31/26, 8:02:00\u202fPM] ~\u202fPer: \u200eimage omitted
[1/31/26, 8:03:00\u202fPM] ~\u202fPer: Elm. \u200e<This message was edited>
"""


def test_an_android_conversation_is_a_post_a_message(read_file: ReadFile) -> None:
    found = read_file(ANDROID, "WhatsApp Chat with Keel talk.txt")

    assert found.errors == []
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "The keel is oak.\nAll of it: every plank."),
        ("Per", "Look at the grain."),
        ("+44 7700 900000", "Elm, 10:30 at the latest."),
    ]
    assert found.posts[0].posted_at == datetime(2026, 1, 31, 8, tzinfo=UTC)
    assert found.left_out == {"notices": 2, "attachments": 2, "deleted_messages": 1}


def test_an_iphone_conversation_is_read_from_its_zip(tmp_path: Path, read_paths: ReadPaths) -> None:
    chat = {"_chat.txt": IPHONE.replace("\n", "\r\n").encode(), "0001-PHOTO.jpg": b"\xff\xd8\xff"}
    found = read_paths(zipped(tmp_path / "WhatsApp Chat - Keel.zip", chat))

    assert found.errors == []
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "The keel is oak."), ("Per", "Elm."),
    ]  # fmt: skip
    assert found.posts[1].posted_at == datetime(2026, 1, 31, 20, 3, tzinfo=UTC)
    assert found.left_out == {"notices": 1, "attachments": 1}


def test_dates_that_may_be_two_days_are_left_out_and_counted(read_file: ReadFile) -> None:
    found = read_file("1/2/26, 08:00 - a: Hello.\n1/2/26, 08:01 - b: Ahoy.\n", "_chat.txt")

    assert [(post.posted_at, post.age) for post in found.posts] == [
        (None, "1/2/26, 08:00"), (None, "1/2/26, 08:01"),
    ]  # fmt: skip
    assert found.left_out == {"unclear_dates": 2}


def test_a_note_that_begins_with_a_date_is_one_post(read_file: ReadFile) -> None:
    text = "31/01/2026, 08:00 - Minutes: keel.\n\nWe met and talked of the keel."

    assert read_file(text).only.text == text


GERMAN: Final = """\
31.01.26, 08:00 - Ilse hat die Gruppe „Kiel: Reden“ erstellt.
31.01.26, 08:01 - Ilse: Der Kiel ist aus Eiche.
31.01.26, 08:02 - Per: Diese Nachricht wurde gelöscht.
31.01.26, 08:03 - Per: Du hast diese Nachricht gelöscht.
31.01.26, 08:04 - Per: Verpasster Sprachanruf
31.01.26, 08:05 - Ilse hat dich hinzugefügt: willkommen
31.01.26, 08:06 - Per: Ulme. <Diese Nachricht wurde bearbeitet.>
"""
SPANISH: Final = """\
31/1/26, 8:00 a.\u00a0m. - Ilse cambió el nombre del grupo: Quilla
31/1/26, 8:01 a.\u202fm. - Ilse: La quilla es de roble.
31/1/26, 8:02 p. m. - Per: Se eliminó este mensaje.
31/1/26, 8:03 p. m. - Per: Eliminaste este mensaje.
31/1/26, 8:04 p. m. - Per: Llamada perdida
31/1/26, 8:05 p. m. - Per: null
31/1/26, 8:06 p. m. - Per: Olmo. <Se editó este mensaje.>
"""
FRENCH: Final = """\
31/01/2026 à 08:00 - Ilse a changé le nom du groupe : « Quille : bois »
31/01/2026 à 08:01 - Ilse: La quille est en chêne.
31/01/2026 à 08:02 - Per: Ce message a été supprimé par Ilse
31/01/2026 à 08:03 - Per: Appel vocal manqué
31/01/2026 à 08:06 - Per: Orme. <Ce message a été modifié>
"""


@pytest.mark.parametrize(
    ("text", "said", "left_out"),
    [
        (GERMAN, ["Der Kiel ist aus Eiche.", "Ulme."], {"notices": 3, "deleted_messages": 2}),
        (SPANISH, ["La quilla es de roble.", "Olmo."],
         {"notices": 2, "deleted_messages": 2, "attachments": 1}),
        (FRENCH, ["La quille est en chêne.", "Orme."], {"notices": 2, "deleted_messages": 1}),
    ],
    ids=["German", "Spanish", "French"],
)  # fmt: skip
def test_what_the_app_says_in_another_language_is_nobody_s_words(
    read_file: ReadFile, text: str, said: list[str], left_out: dict[str, int]
) -> None:
    found = read_file(text, "chat.txt")
    assert [(post.author, post.text) for post in found.posts] == list(
        zip(("Ilse", "Per"), said, strict=True)
    )
    assert str(found.posts[0].posted_at)[:16] == "2026-01-31 08:01"
    assert found.left_out == left_out


def test_words_beside_a_file_of_an_iphone_and_its_polls_are_read(read_file: ReadFile) -> None:
    lines = [
        "[31/01/2026, 08:00:00] Ilse: The keel is oak. \u200e<attached: 01-PHOTO.jpg>",
        "\u200e[31/01/2026, 08:01:00] Per: keel.pdf • \u200e2 pages \u200e<attached: 02-keel.pdf>",
        "\u200e[31/01/2026, 08:02:00] Per: \u200ePOLL:\nOak or elm?\n\u200eOPTION: Oak (2 votes)",
    ]
    found = read_file("\n".join(lines), "_chat.txt")
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "The keel is oak."), ("Per", "POLL:\nOak or elm?\nOPTION: Oak (2 votes)"),
    ]  # fmt: skip
    assert found.left_out == {"attachments": 2}
