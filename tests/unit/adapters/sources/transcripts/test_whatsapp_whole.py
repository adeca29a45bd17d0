"""Whole conversations of WhatsApp's under another name: the app's notice stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.transcripts.whatsapp import is_whatsapp

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

NOTICES: Final = {
    "Italian": "I messaggi e le chiamate sono crittografati end-to-end. Tocca per saperne di più.",
    "Dutch": "Berichten en oproepen worden end-to-end versleuteld. Tik voor meer informatie.",
    "Portuguese": "As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.",
    "Portuguese of Portugal": "As mensagens e chamadas são encriptadas ponto a ponto.",
    "Catalan": "Els missatges i les trucades estan xifrats d'extrem a extrem.",
    "Swedish": "Meddelanden och samtal är end-to-end-krypterade.",
    "Danish": "Beskeder og opkald er end-to-end-krypterede.",
    "Norwegian": "Meldinger og anrop er ende-til-ende-krypterte.",
    "Finnish": "Viestit ja puhelut ovat täysin salattuja.",
    "Polish": "Wiadomości i połączenia są w pełni szyfrowane.",
    "Russian": "Сообщения и звонки защищены сквозным шифрованием.",
    "Turkish": "Mesajlar ve aramalar uçtan uca şifrelidir.",
    "Indonesian": "Pesan dan panggilan terenkripsi secara end-to-end.",
    "Japanese": "メッセージと通話はエンドツーエンドで暗号化されています。",
    "Chinese": "消息和通话已进行端到端加密。",
}
BEGUN: Final = {
    "a language that is not known": (
        "31/01/2026, 18:02 - Ta velo mira sonata karo belu, nimen sora tel, veli mara.\n"
        "31/01/2026, 18:02 - Ilse: Kila oke.\n"
        "31/01/2026, 18:09 - Per: Mata nolo."
    ),
    "on a later day": (
        "30.01.2026, 18:02 - Ta velo mira sonata karo belu, nimen sora tel, veli mara.\n"
        "31.01.2026, 18:02 - Ilse Marten: Kila oke.\n"
        "31.01.2026, 18:09 - Ilse Marten: Mata nolo."
    ),
    "names the app": (
        "2026-01-31 18:02 - Ta velo mira sonata karo belu, WhatsApp nimen sora tel.\n"
        "2026-01-31 18:02 - mum: Kila oke."
    ),
    "a script without capitals": (
        "31/01/2026, 18:02 - الرسائل والمكالمات مشفرة تمامًا بين الطرفين. لا يمكن لأحد قراءتها.\n"
        "31/01/2026, 18:02 - ليلى: السفينة من خشب."
    ),
    "a group": (
        '31/01/2026, 18:02 - Ilse ha creato il gruppo "Chiglia"\n'
        "31/01/2026, 18:04 - Ilse: La chiglia è di rovere."
    ),
}
LOGS: Final = {
    "what was started": (
        "31/01/2026 10:00 - The watch over the lower basin was begun by hand today\n"
        "31/01/2026 10:02 - Gate: opened\n"
        "31/01/2026 10:17 - Gate: closed"
    ),
    "parts of a program": (
        "2026-01-31 10:00 - The gateway to WhatsApp was started by its supervisor\n"
        "2026-01-31 10:01 - worker-1: ready\n"
        "2026-01-31 10:02 - worker-2: ready"
    ),
    "levels": (
        "2026-01-31 10:00 - The gateway to WhatsApp was started by its supervisor\n"
        "2026-01-31 10:01 - INFO: ready"
    ),
    "to the second": (
        "[2026-01-31 10:00:00] The service was started by the one on duty today\n"
        "[2026-01-31 10:00:01] Listener: up\n"
        "[2026-01-31 10:00:02] Listener: down"
    ),
    "a diary": (
        "30/01/2026, 08:10 - It was so wet that nothing at all was done out there\n"
        "31/01/2026, 08:20 - Beans: planted two rows\n"
        "01/02/2026, 08:20 - Peas: planted one"
    ),
    "a diary of the weather": (
        "30/01/2026, 08:10 - It was so wet that nothing at all was done out there\n"
        "31/01/2026, 08:20 - Rain: all day\n"
        "01/02/2026, 08:20 - Rain: again"
    ),
    "more by nobody": (
        "31/01/2026, 10:00 - The boats were taken out of the water by four of the crew\n"
        "31/01/2026, 10:40 - The mast was oiled\n"
        "31/01/2026, 11:20 - Two planks were cut\n"
        "31/01/2026, 12:10 - Keel: done"
    ),
    "short": (
        "31/01/2026, 10:00 - Workshop begun\n"
        "31/01/2026, 10:40 - Mast: oiled\n"
        "31/01/2026, 11:20 - Keel: cut"
    ),
    "with a number": (
        "31/01/2026, 10:00 - The run number 12 was begun by hand and goes on till noon\n"
        "31/01/2026, 10:40 - Mast: oiled\n"
        "31/01/2026, 11:20 - Keel: cut"
    ),
}


def _is_one(text: str) -> bool:
    return is_whatsapp([line.strip() for line in text.split("\n")], "plumber.txt")


@pytest.mark.parametrize("notice", NOTICES.values(), ids=NOTICES)
def test_a_conversation_that_begins_with_the_notice_is_known_in_each_language(notice: str) -> None:
    one_person = (
        f"31/01/2026 18:02 - {notice}\n"
        "31/01/2026 18:02 - Ilse | Boats: Oak.\n"
        "31/01/2026 18:15 - Ilse | Boats: Elm."
    )
    assert _is_one(one_person)


@pytest.mark.parametrize("text", BEGUN.values(), ids=BEGUN)
def test_a_sentence_by_nobody_before_what_people_say_is_the_apps(text: str) -> None:
    assert _is_one(text)


@pytest.mark.parametrize("text", LOGS.values(), ids=LOGS)
def test_a_log_or_a_diary_that_begins_with_a_sentence_is_none(text: str) -> None:
    assert not _is_one(text)


def test_the_notice_is_left_out_and_the_messages_have_authors_and_dates(
    read_file: ReadFile,
) -> None:
    found = read_file(
        f"31/01/2026 18:02 - {NOTICES['Portuguese']}\n"
        "31/01/2026 18:02 - Ilse: A quilha é de carvalho.\n"
        "31/01/2026 18:15 - Per: Certo.",
        "barco.txt",
    )
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "A quilha é de carvalho."),
        ("Per", "Certo."),
    ]
    assert all(post.posted_at is not None for post in found.posts)
    assert found.left_out == {"notices": 1}
