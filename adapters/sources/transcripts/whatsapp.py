"""Reads a conversation as WhatsApp exports it, a line a message; Element's text is like it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_posts
from adapters.sources.transcripts.messages import Message, message_rows
from adapters.sources.transcripts.times import STAMP
from adapters.sources.transcripts.whatsapp_signs import (
    DELETED,
    EDITED,
    MARKS,
    Told,
    is_conversation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
    from index.errors import PostFormatError
    from index.posts import Post

VERSIONS: Final = "WhatsApp 2.18 to 2.25 for Android and iOS, TXT"
"""What this was written for."""

KNOWN: Final = Known(
    "WhatsApp",
    VERSIONS,
    {"message": "text", "name": "author", "file": "attachments", "deleted": "deleted_messages"},
)
"""What a line may hold; what is written below a file is a message."""

_LINE: Final = re.compile(
    rf"[{MARKS}]*(?:\[({STAMP})\]|({STAMP}) [-\u2013]) (?:([^:\n]{{1,80}}?): )?(.*)"
)
_NOTICE: Final = re.compile(
    r"(?:.* )?(?:changed (?:the|this|their|to)|created (?:this )?group|added|removed|left|joined)"
    r"\b.*|.*[\"“”„«»].*|.* a (?:changé|modifié|créé|ajouté|retiré|supprimé)\b.*"
    r"|.* hat (?:d(?:en|ie|as|ich|ein)|\S+ (?:hinzugefügt|entfernt))\b.*"
    r"|.* (?:cambió|creó|añadió|agregó|eliminó)\b.*"
)
"""Stands before the first colon of what the app itself tells of a group."""
_FILE: Final = re.compile(
    rf"[{MARKS}]*(?:<[^<>\n]{{3,200}}>|.{{1,200}}\.\w{{2,5}} \([^()\n]{{3,60}}\)"
    rf"|[{MARKS}].{{1,80}} (?:omitted|weggelassen|ausgeschlossen|absente?|omise?|manquante?|retiré"
    r"|omitid[oa]|omess[oa]|ocultad[oa]|weggelaten))\.?"
)
"""What stands where a file is, which was not exported; iPhones name its kind, marked as theirs."""

_CALL: Final = re.compile(
    r"(?:Missed (?:group )?(?:voice|video) call|Verpasste[rs]? (?:\S+)?(?:anruf|Anruf)"
    r"|Appel (?:\S+ )?(?:vocal|vidéo) manqué|(?:Videoll|Ll)amada (?:\S+ )?perdida)\.?"
)
_UNSEEN: Final = re.compile(r"Waiting for this message\b.*|En attente de ce message\b.*")
"""What stands where a message could not be decrypted."""

_ONCE: Final = "null"
"""Stands on Android where a file could be seen once only."""

_POLL: Final = re.compile(rf"[{MARKS}]*[^\W\d_]{{4,12}}:")
_ENCLOSED: Final = re.compile(r"\u200e<[^<>\n]{3,200}>$")
"""Stands behind the words to a file, where the phone is an iPhone."""

_PAGES: Final = re.compile(r".{1,200} • \u200e.{1,40}")
"""What an iPhone says of a document."""

_LOOKED_AT: Final = 40


def is_whatsapp(lines: Sequence[str], name: str) -> bool:
    """Return whether the first lines are messages of people, and nothing that looks like them."""
    if not lines or not _LINE.fullmatch(lines[0].strip()):
        return False
    found = ((line, _LINE.fullmatch(line.strip())) for line in lines[:_LOOKED_AT])
    return is_conversation(
        [Told(line, each[1] or each[2], each[3] or "", each[4]) for line, each in found if each],
        name,
    )


@dataclass(slots=True)
class _Entry:
    stamp: str
    author: str
    lines: list[str] = field(default_factory=list)


def whatsapp_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of a conversation; what the app itself wrote is left out."""
    written = []
    for entry in _entries(text.split("\n")):
        said = _without_edited("\n".join(entry.lines).strip())
        if (enclosed := _ENCLOSED.search(said)) and enclosed.start():
            labels.leave_out("attachments")
            said = said[: enclosed.start()].rstrip()
            if _PAGES.fullmatch(said):
                continue
        kind = _left_out(entry.author, said)
        if kind == "attachments" and (below := "\n".join(entry.lines[1:]).strip()):
            # What is written below a file is its author's.
            labels.leave_out(kind)
            kind, said = None, below
        if kind is not None:
            labels.leave_out(kind)
        else:
            author = entry.author.strip(MARKS).removeprefix("~").strip(" \u00a0\u202f")
            own = "\n".join(line.strip(MARKS) for line in said.split("\n"))
            written.append(Message(author, entry.stamp, own))
    yield from to_posts(message_rows(written, labels), labels)


def _without_edited(text: str) -> str:
    begins = text.rfind("<")
    if begins > 0 and EDITED.fullmatch(text, begins):
        return text[:begins].rstrip(MARKS + " ")
    return text


def _entries(lines: Sequence[str]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for line in lines:
        found = _LINE.fullmatch(line.rstrip())
        if found is None:
            if entry is not None:
                entry.lines.append(line)
            continue
        if entry is not None:
            yield entry
        entry = _Entry(found[1] or found[2], found[3] or "", [found[4]])
    if entry is not None:
        yield entry


def _left_out(author: str, text: str) -> LeftOut | None:
    if not author or _NOTICE.fullmatch(author):
        return "notices"
    if DELETED.fullmatch(text):
        return "deleted_messages"
    first, _, below = text.partition("\n")
    if _FILE.fullmatch(first) or text == _ONCE:
        return "attachments"
    if _UNSEEN.fullmatch(text):
        return "unreadable_messages"
    if below and _POLL.fullmatch(first):
        return None
    return "notices" if text.startswith("\u200e") or _CALL.fullmatch(text) else None
