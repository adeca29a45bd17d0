"""Tells a conversation of WhatsApp's from the logs, diaries and timetables that look like one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.sources.transcripts.whatsapp_names import (
    has_level,
    is_level,
    is_no_name,
    is_persons,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS: Final = "\u200e\u200f\u202a\u202c\ufeff"
"""Stand before what the app wrote, so that the line is written from left to right."""

EDITED: Final = re.compile(
    r"<[^<>\n]{3,60}(?:edited|modifié|bearbeitet|editó|editado)[^<>\n]{0,20}>"
)
"""Stands behind a message that its author changed."""

DELETED: Final = re.compile(
    rf"[{MARKS}]*(?:You deleted this message|This message was deleted(?: by .{{1,80}})?"
    r"|Vous avez supprimé ce message|Ce message a été supprimé(?: par .{1,80})?"
    r"|Du hast diese Nachricht gelöscht|Diese Nachricht wurde(?: von .{1,80})? gelöscht"
    r"|Eliminaste este mensaje|Se eliminó este mensaje|Este mensaje fue eliminado)\.?"
)
"""Stands where a message was."""

_NAMES: Final = re.compile(
    r"(?:whatsapp[ -]chat|discussion whatsapp|chat (?:de )?whatsapp|conversa do whatsapp"
    r"|whatsapp-gesprek)\b.*|_chat\b.*\.txt|.+ - chat export - .*",
    re.IGNORECASE,
)
"""What the app calls its files in several languages, and Element, whose text is like it."""

_ENCRYPTED: Final = re.compile(
    r"(?:(?:Messages|Les messages|Nachrichten|(?:Los|Estos) mensajes|Mensajes|I messaggi|Messaggi"
    r"|Berichten|(?:As m|M)ensagens|Els missatges|Meddelanden|Beskeder|Meldinger|Viestit|Wiadomości"
    r"|Сообщения|Повідомлення|Mesajlar|Pesan)\b|メッセージ|消息|訊息|메시지).{0,80}?(?:end-to-end"
    r"|bout en bout|Ende-zu-Ende|extremo a extremo|pont[ao] a pont[ao]|extrem a extrem"
    r"|ende-til-ende|salattu|szyfrowan|сквозн|наскрізн|uçtan uca"
    r"|エンドツーエンド|端到端|端對端|종단간)"
)
_MENTIONED: Final = re.compile("whatsapp", re.IGNORECASE)

_APPS_OWN: Final = re.compile(
    r"(?:.{1,80} )?(?:created (?:this )?(?:group|community)\b|added you\b|joined using\b|changed"
    r" (?:the (?:subject|group)|this group['’]s|their phone number)|turned o(?:n|ff) disappearing"
    r"|created (?:this|and configured the) room|(?:joined|left) the room)"
    r"|You (?:were added|joined|created|changed|added)\b|Your security code\b"
    r"|.{1,80} hat (?:die Gruppe\b|dich hinzugefügt|den (?:Betreff|Gruppen))|Du wurdest hinzugefügt"
    r"|.{1,80} a (?:créé (?:le|ce) groupe|modifié (?:le|l['’]|les)|changé (?:le|l['’]|d['’]))"
    r"|.{1,80} vous a ajouté|Vous avez (?:été ajouté|créé)"
    r"|.{1,80} (?:creó (?:el|este) grupo|te añadió|cambió (?:el|la))"
    r"|(?:Se te añadió|Te añadieron|Creaste)\b"
    r"|.{1,80} (?:ha creato il gruppo|ti ha aggiunto|heeft de groep|heeft je toegevoegd"
    r"|criou o grupo|adicionou você|skapade gruppen|opprettet gruppen|oprettede gruppen)\b"
)
"""How what the app itself tells of a conversation begins."""

_FILE: Final = re.compile(
    r"<[^<>\n]{0,40}\b(?:omitted|omis|ausgeschlossen|weggelassen|omitid[oa]s?|omess[oi]|ocultad[oa]s?"
    r"|weggelaten)>|.{1,200} \((?:file attached|fichier joint|Datei angehängt|archivo adjunto)\)"
    r"|.*<(?:attached|pièce jointe|Anhang|adjunto)\s?: [^<>\n]{1,200}>",
)
_PHONE: Final = re.compile(r"\+\d[\d ()\u00a0\u2011-]{6,24}")
_MARKED: Final = re.compile(r"[\u200e\u200f\u202a]")
_MARKED_HALF: Final = re.compile(r"\d[\u00a0\u202f][AaPp]\.?[ \u00a0\u202f]?[Mm]")
_TALK: Final = re.compile(
    r"[?¿!¡]|[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\w)(?:i|i['’](?:m|ll|ve|d)|we|you|your|yours|my"
    r"|mine|our|me|let['’]s|hi|hey|hello|thanks|thank|thx|please|sorry|yes|yeah|je|tu|vous|nous|moi"
    r"|toi|mon|ton|votre|notre|merci|bonjour|salut|oui|ich|du|wir|mir|mich|dir|dich|mein\w*|dein\w*"
    r"|unser\w*|danke|bitte|hallo|nein|yo|tú|nosotros|mío|gracias|hola|sí|vale|ciao|grazie|olá"
    r"|obrigad[oa]|você|hoi|bedankt|dank je|ik|jij|hej|tack|jag|takk|kiitos|dzięki|cześć|спасибо"
    r"|привет|я|ты|merhaba|teşekkürler)(?!\w)"
    r"|(?<!\w)[jt]['’]\w",
    re.IGNORECASE,
)
"""What people say to each other, and neither a log nor a timetable does."""

_ISO: Final = re.compile(r"\d{4}[-./]")
_SECONDS: Final = re.compile(r"[ \u00a0\u202f]\d{1,2}[:.]\d\d[:.]\d\d")
_MINUTE: Final = re.compile(r"[ \u00a0\u202f]\d{1,2}[:.](\d\d)")
_QUARTERS: Final = frozenset({"00", "15", "30", "45"})
_SEVERAL: Final = 3
_TIME: Final = re.compile(r"[ \u00a0\u202f](\d{1,2})[:.](\d\d)")
_SOON: Final = 20
"""How many minutes later people reply who take turns, and a diary seldom goes on."""

_DENSE: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that put no space between words, or few."""

_NOTICE_LENGTH: Final = 40
_NO_SENTENCE: Final = re.compile(r"[\d\[\]{}<>\\=|/_]|::")
"""What logs write, and no notice of the app's."""


class Told(NamedTuple):
    """A line that begins with a moment.

    Attributes:
        line: All of it.
        stamp: The moment as it is written.
        author: Who is named behind it; "" for nobody.
        text: What comes then.
    """

    line: str
    stamp: str
    author: str
    text: str

    @property
    def day(self) -> str:
        """The day as it is written."""
        return re.split(r"[, \u00a0\u202f]", self.stamp, maxsplit=1)[0]


def is_called_so(name: str) -> bool:
    """Return whether a file is called as the app calls it."""
    return _NAMES.fullmatch(name) is not None


def is_conversation(told: Sequence[Told], name: str) -> bool:
    """Return whether lines are messages of people.

    What the app itself writes, or how it calls its file, tells so; or else that several people
    talk to each other. In a log, levels and parts of a program stand where names would, in a diary
    its subjects, each on its own day.

    Args:
        told: The first lines with moments.
        name: What the file is called.
    """
    said = [each for each in told if each.author]
    levels = sum(is_level(each.author) for each in said)
    if said and any(_is_encrypted(each) and not has_level(each.author) for each in told):
        return True  # whatever signs a name holds
    if not said or levels * 2 >= len(said):
        return False
    if is_called_so(name) or any(map(_is_sign, told)) or _is_begun(told):
        return True
    others = sum(is_no_name(each.author) for each in said)
    if levels or others * 2 > len(said) or len(said) * 2 <= len(told) or _is_kept_by_a_clock(said):
        return False
    return _MENTIONED.search(name) is not None or _talk(said) or _take_turns(said)


def _is_encrypted(told: Told) -> bool:
    return _ENCRYPTED.match(told.text.strip(MARKS)) is not None


def _is_begun(told: Sequence[Told]) -> bool:
    """Return whether the app's notice stands first: a sentence by nobody, and people after it.

    So begins every whole conversation, in whatever language.
    """
    first, said = told[0], [each for each in told[1:] if each.author]
    if first.author or not _is_a_phones(first) or len(said) * 2 < len(told) - 1:
        return False
    if len(first.text) < _NOTICE_LENGTH or _NO_SENTENCE.search(first.text):
        return False
    names = [each.author for each in said]
    if _MENTIONED.search(first.text) and not any(map(is_no_name, names)):
        return True
    people = sum(is_persons(each) or _PHONE.fullmatch(each) is not None for each in names)
    return people * 2 > len(names) and (len({*names}) < len(names) or said[0].day == first.day)


def _is_a_phones(told: Told) -> bool:
    """Return whether a moment is written as phones do: with a comma, or without its second."""
    if told.line.lstrip(MARKS).startswith("["):
        return "," in told.stamp
    return _SECONDS.search(told.stamp) is None


def _is_sign(told: Told) -> bool:
    """Return whether only the app writes such a line."""
    if _MARKED.search(told.line) or _MARKED_HALF.search(told.stamp):
        return True
    if _is_encrypted(told) or _APPS_OWN.match(told.author or told.text):
        return True
    if told.author.startswith("~") or _PHONE.fullmatch(told.author):
        return True
    return any(each.fullmatch(told.text) for each in (_FILE, DELETED)) or (
        told.text.endswith(">") and EDITED.search(told.text) is not None
    )


def _is_kept_by_a_clock(said: Sequence[Told]) -> bool:
    """Return whether moments are those of a program, to the second, or of a timetable."""
    if any(_ISO.match(each.stamp) and not _is_a_phones(each) for each in said):
        return True
    minutes = [found[1] for each in said if (found := _MINUTE.search(each.stamp))]
    return len(minutes) >= _SEVERAL and _QUARTERS.issuperset(minutes)


def _talk(said: Sequence[Told]) -> bool:
    """Return whether people speak to each other: one soon after the other, as people do."""
    if not any(_TALK.search(each.text) for each in said):
        return False
    return any(
        first.author != second.author and (first.day == second.day or "?" in first.text)
        for first, second in pairwise(said)
    )


def _take_turns(said: Sequence[Told]) -> bool:
    """Return whether people reply to each other with words of their own, whatever these are.

    One goes on after another has written, soon after, and nobody repeats what was written as
    a sensor does, or tells no more than a state ("opened"). Phones begin what is typed with a
    capital; lists and logs go on small behind a colon.
    """
    if not all(_is_a_phones(each) and is_persons(each.author) for each in said):
        return False
    runs = [first.author for first, second in pairwise(said) if first.author != second.author]
    if len({*runs, said[-1].author}) > len(runs):
        return False  # each has written once
    worded = [each.text for each in said if " " in each.text or _DENSE.search(each.text)]
    if len(worded) * 2 < len(said) or len({*worded}) * 4 < len(worded) * 3:
        return False
    if sum(text[0].islower() for text in worded) * 2 > len(worded):
        return False
    return any(
        first.author != second.author and first.day == second.day and _is_soon(first, second)
        for first, second in pairwise(said)
    )


def _is_soon(first: Told, second: Told) -> bool:
    found = [_TIME.search(each.stamp) for each in (first, second)]
    minutes = [int(each[1]) * 60 + int(each[2]) for each in found if each]
    return len(minutes) == len(found) and 0 <= minutes[1] - minutes[0] <= _SOON
