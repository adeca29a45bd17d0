"""Which texts are conversations of WhatsApp's, and which only look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.transcripts.whatsapp import is_whatsapp

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

CHATS: Final = {
    "English, Android": (
        "31/01/2026, 18:02 - Messages and calls are end-to-end encrypted. Only people in "
        "this chat can read them.\n"
        "31/01/2026, 18:02 - Ilse: The keel is oak."
    ),
    "English, iPhone": (
        "[31/01/2026, 18:02:11] Keel: \u200eMessages and calls are end-to-end encrypted.\n"
        "[31/01/2026, 18:02:40] Ilse: The keel is oak."
    ),
    "English, iPhone, marks lost": (
        "[31/01/2026, 18:02:11] Keel: Messages and calls are end-to-end encrypted.\n"
        "[31/01/2026, 18:02:40] Ilse: The keel is oak."
    ),
    "halves of the day": "1/31/26, 6:02\u202fPM - Ilse: The keel is oak.",
    "German, Android": (
        "31.01.26, 18:02 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\n"
        "31.01.26, 18:03 - Ilse: Der Kiel ist aus Eiche."
    ),
    "German, iPhone": (
        "[31.01.26, 18:02:11] Kiel: \u200eNachrichten und Anrufe sind "
        "Ende-zu-Ende-verschlüsselt.\n"
        "[31.01.26, 18:03:00] Ilse: Der Kiel ist aus Eiche."
    ),
    "German, talk": "31.01.26, 18:02 - Ilse: Wer hat das Öl?\n31.01.26, 18:03 - Per: Ich.",
    "German, um": "31.01.2026 um 18:02 - Ilse: Wer hat das Öl?\n31.01.2026 um 18:03 - Per: hier",
    "German, group": (
        "31.01.26, 18:02 - Ilse hat die Gruppe „Kiel“ erstellt.\n"
        "31.01.26, 18:04 - Ilse: Der Kiel ist aus Eiche."
    ),
    "French, Android": (
        "31/01/2026 à 18:02 - Les messages et les appels sont chiffrés de bout en bout.\n"
        "31/01/2026 à 18:03 - Ilse: La quille est en chêne."
    ),
    "French, iPhone": "[31/01/2026 18:02:11] Ilse: Tu as l’huile ?\n[31/01/2026 18:02:44] Per: Oui",
    "French, group": (
        "31/01/2026, 18:02 - Ilse a créé le groupe « Quille »\n"
        "31/01/2026, 18:04 - Ilse: La quille est en chêne."
    ),
    "Spanish, Android": (
        "31/1/26, 18:02 - Los mensajes y las llamadas están cifrados de extremo a extremo.\n"
        "31/1/26, 18:03 - Ilse: La quilla es de roble."
    ),
    "Spanish, halves": (
        "31/1/26 6:02 p. m. - Ilse: ¿Quién tiene el aceite?\n31/1/26 6:03 p. m. - Per: Yo"
    ),
    "Spanish, iPhone": (
        "[31/1/26, 18:02:11] Ilse: Hola\n[31/1/26, 18:02:20] Per: Hola, el roble ya está"
    ),
    "Spanish, group": (
        '31/1/26, 18:02 - Ilse creó el grupo "Quilla"\n'
        "31/1/26, 18:04 - Ilse: La quilla es de roble."
    ),
    "Swedish": "2026-01-31 18:02 - Ilse: Är kölen klar?\n2026-01-31 18:03 - Per: Ja",
    "Swedish, iPhone": (
        "\u200e[2026-01-31 18:02:11] Ilse: \u200eMeddelanden är krypterade.\n"
        "[2026-01-31 18:03:11] Per: Ja"
    ),
    "Canadian": "2026-01-31, 6:02 p.m. - Ilse: Is the keel oak?\n2026-01-31, 6:03 p.m. - Per: Yes",
    "two people": "31/01/2026, 18:02 - Ilse: Is the keel oak?\n31/01/2026, 18:03 - Per: Elm.",
    "on full hours": "31/01/2026, 18:00 - Ilse: Is the keel oak?\n31/01/2026, 18:30 - Per: Elm.",
    "on two days": "31/01/2026, 18:02 - Ilse: Is the keel oak?\n01/02/2026, 08:03 - Per: Elm.",
    "thanks": "31/01/2026, 18:02 - Ilse: The keel is oak.\n31/01/2026, 18:03 - Per: thanks",
    "one person, a picture": (
        "31/01/2026, 18:02 - Ilse: <Media omitted>\n31/01/2026, 18:03 - Ilse: The keel."
    ),
    "one person, une image": (
        "31/01/2026, 18:02 - Ilse: <Médias omis>\n31/01/2026, 18:03 - Ilse: La quille."
    ),
    "one person, Bilder": (
        "31.01.26, 18:02 - Ilse: <Medien ausgeschlossen>\n31.01.26, 18:03 - Ilse: Der Kiel."
    ),
    "one person, imagen": (
        "31/1/26, 18:02 - Ilse: <Multimedia omitido>\n31/1/26, 18:03 - Ilse: La quilla."
    ),
    "one person, a file": "31/01/2026, 18:02 - Ilse: IMG-1.jpg (file attached)\nLook at the grain.",
    "one person, deleted": (
        "31/01/2026, 18:02 - Ilse: This message was deleted\n31/01/2026, 18:03 - Ilse: The keel."
    ),
    "one person, edited": "31/01/2026, 18:02 - Ilse: The keel is oak. <This message was edited>",
    "a number": "31/01/2026, 18:02 - +44 7700 900123: The keel is oak.",
    "who is in no list": "[31/01/2026, 18:02:11] ~ Ilse: The keel is oak.",
    "many notices": (
        '31/01/2026, 18:02 - Ilse created group "Keel: oak"\n'
        "31/01/2026, 18:02 - Ilse added Per\n"
        "31/01/2026, 18:02 - Ilse added Ada\n"
        "31/01/2026, 18:03 - Ada left\n"
        "31/01/2026, 18:04 - Ilse: The keel is oak."
    ),
    "added": "31/01/2026, 18:02 - Ilse added you\n31/01/2026, 18:04 - Ilse: The keel is oak.",
    "security": (
        "31/01/2026, 18:02 - Your security code with Per changed.\n"
        "31/01/2026, 18:04 - Per: new phone"
    ),
    "signs for smiles": "31/01/2026, 18:02 - Mum ❤: the keel is oak\n31/01/2026, 18:03 - Dad: 👍",
    "small names": "31/01/2026, 18:02 - mum: are you there\n31/01/2026, 18:03 - dad: here",
    "several lines": (
        "31/01/2026, 18:02 - Ilse: Hi all\nthe keel\nis oak\n31/01/2026, 18:03 - Per: hello"
    ),
}
OTHERS: Final = {
    "levels": (
        "[2026-01-31 10:00:00] INFO: server started\n"
        "[2026-01-31 10:05:00] ERROR: dump took 12 minutes"
    ),
    "levels, days first": "31/01/2026 10:01 - INFO: are you there?\n31/01/2026 10:02 - ERROR: no",
    "one level": (
        "31/01/2026 10:01 - Mast: are you there?\n"
        "31/01/2026 10:07 - WARNING: you are not\n"
        "31/01/2026 10:08 - Disk: full"
    ),
    "small levels": (
        "[31/01/2026 10:00:01] error: no such file: who are you?\n"
        "[31/01/2026 10:00:02] notice: resuming"
    ),
    "a framework": (
        "[2026-01-31 10:00:00] production.ERROR: Call to a method on null\n"
        "[2026-01-31 10:05:00] production.INFO: Mail was queued for you"
    ),
    "Python": (
        "2026-01-31 10:00:00 - app.mail - INFO: Mail sent to you\n"
        "2026-01-31 10:00:01 - app.db - WARNING: slow"
    ),
    "Java": (
        "[2026-01-31 10:00:00] main INFO: Are we up?\n[2026-01-31 10:00:01] worker-1 WARN: slow"
    ),
    "daemons": (
        "31/01/2026 10:00:01 - sshd[123]: Are you there?\n31/01/2026 10:00:02 - cron[8]: yes"
    ),
    "containers": "2026-01-31 10:00 - web-1: ready?\n2026-01-31 10:01 - db-1: ready!",
    "to the second": "2026/01/31 10:00:01 - nginx: are you up?\n2026/01/31 10:00:02 - php: yes",
    "jobs": "2026-01-31, 10:00 - server started: fine\n2026-01-31, 10:05 - dump: in 12 minutes",
    "a diary": (
        "30/01/2026, 08:10 - Rain: all day, the beds are soaked\n"
        "31/01/2026, 08:20 - Sun: planted the beans"
    ),
    "a diary of oneself": (
        "30/01/2026, 08:10 - Rain: I stayed in\n31/01/2026, 08:20 - Sun: I planted the beans!"
    ),
    "a journal of work": (
        "[2026-01-30, 10:00] Mast: oiled, nine coats\n[2026-01-31, 11:00] Keel: two planks"
    ),
    "two subjects of a day": (
        "[31/01/2026, 10:02] Mast: oiled, nine coats\n[31/01/2026, 16:40] Keel: two planks"
    ),
    "a timetable": (
        "1/31/26, 10:00 AM - Opening: what do you need?\n"
        "1/31/26, 11:00 AM - Workshop: oars\n"
        "1/31/26, 2:00 PM - Rigging: for you"
    ),
    "a gate": (
        "31/01/2026 10:02 - Gate: opened\n"
        "31/01/2026 10:17 - Lock: closed\n"
        "31/01/2026 10:31 - Pump: on"
    ),
    "minutes": "31/01/2026, 08:02 - Minutes: who comes?\n31/01/2026, 08:40 - Minutes: all of us",
    "a list": "31/01/2026 10:01 - Todo: call you\n31/01/2026 10:03 - Done: laundry",
    "meals": "31/01/2026, 08:02 - Breakfast: toast\n31/01/2026, 12:40 - Lunch: soup, thanks",
    "weather": "31.01.26, 08:02 - Temp: 12\n31.01.26, 09:02 - Wind: 4",
    "another chat": (
        "[31/01/2026 10:12:13] <ilse>: are you there?\n[31/01/2026 10:12:15] <per>: yes"
    ),
    "releases": "[2026-01-30 10:12] Fixed: your login\n[2026-01-31 11:10] Added: dark mode",
    "builds": "[31/01/2026, 10:12:13] Build #4: fine\n[31/01/2026, 10:13:13] Rollout: in place",
}
LEVELS: Final = OTHERS["levels"]


def _is_one(text: str, name: str = "talk.txt") -> bool:
    return is_whatsapp([line.strip() for line in text.split("\n")], name)


@pytest.mark.parametrize("text", CHATS.values(), ids=CHATS)
def test_a_conversation_is_known_whatever_its_file_is_called(text: str) -> None:
    assert _is_one(text)


def test_a_conversation_that_the_app_began_is_one_whatever_signs_a_name_holds() -> None:
    text = (
        "31/01/2026, 18:01 - Messages and calls are end-to-end encrypted.\n"
        "31/01/2026, 18:02 - Ilse | Boats: The keel is oak.\n"
        "31/01/2026, 18:03 - Mia: All of it.\n"
        "31/01/2026, 18:04 - Ilse | Boats: Not the mast."
    )
    assert _is_one(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not _is_one(text)


@pytest.mark.parametrize(
    "name",
    ["WhatsApp Chat with Ilse.txt", "WhatsApp-Chat mit Ilse.txt",
     "Discussion WhatsApp avec Ilse.txt", "Chat de WhatsApp con Ilse.txt", "_chat.txt",
     "_chat (1).txt", "my whatsapp talk.txt"],
)  # fmt: skip
def test_the_name_of_its_file_tells_a_conversation_that_nothing_else_does(name: str) -> None:
    text = "31/01/2026, 18:02 - Ilse: The keel is oak.\n31/01/2026, 18:03 - Ilse: All of it."
    assert not _is_one(text)
    assert _is_one(text, name)
    assert not _is_one(LEVELS, name)


@pytest.mark.parametrize("kind", ["levels", "a framework", "jobs", "a diary", "a journal of work"])
def test_a_log_is_one_text_by_nobody(kind: str, read_file: ReadFile) -> None:
    found = read_file(OTHERS[kind], "log.txt")
    assert [(post.author, post.text) for post in found.posts] == [(None, OTHERS[kind])]


@pytest.mark.parametrize(
    "said",
    ["Bild weggelassen", "image omitted", "image absente", "imagen omitida", "vidéo absente",
     "sticker omis", "Video weggelassen", "audio omitido", "document manquant", "GIF retiré",
     "Dokument weggelassen", "Karte des Kontakts weggelassen", "immagine omessa"],
)  # fmt: skip
def test_what_an_iphone_says_in_the_place_of_a_file_counts_as_one(
    said: str, read_file: ReadFile
) -> None:
    text = (
        f"\u200e[31/01/2026, 18:02:11] Ilse: \u200e{said}\n"
        f"[31/01/2026, 18:03:11] Per: {said}\n"
        f"[31/01/2026, 18:04:11] Per: {said} again?\n"
    )
    found = read_file(text, "_chat.txt")
    assert [post.text for post in found.posts] == [said, f"{said} again?"]
    assert found.left_out == {"attachments": 1}
