"""Finds what a post quotes of somebody else: lines behind ">", and the mail it answers; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.parts.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.posts import Post

_LINES: Final = re.compile(r"^[ \t]{0,3}(?:>(?!>>|[=\w])[^\n]*(?:\n|$))+", re.MULTILINE)
_BEGUN: Final = (
    r"begin forwarded message ?:|début du message réexpédié ?:"
    r"|anfang der weitergeleiteten nachricht ?:|inicio del mensaje reenviado ?:"
)
_WEEKDAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)"
)
_MONTH: Final = (
    r"(?:jan(?:uary|vier|uar|v)?|ene(?:ro)?|feb(?:ruary|ruar|rero)?|f[ée]v(?:r(?:ier)?)?"
    r"|mar(?:ch|s|zo)?|märz|mrz|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|jun[ei]?|junio|juin"
    r"|jul[yi]?|julio|juil(?:let)?|aug(?:ust)?|ao[uû]t|ago(?:sto)?"
    r"|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?"
    r"|de[cz](?:ember|iembre)?|déc(?:embre)?)\b"
)
_DATE: Final = (
    rf"(?:{_WEEKDAY}(?:[ \t]*$|,|\.|[ \t]+(?:(?:at|um|à|a las|den|the|le|el) )?\d)"
    rf"|[^\n]*?(?<!\d)(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er)?\.?[ -]?(?:de |of )?{_MONTH}"
    r"|\d{1,2} ?月 ?\d{1,2} ?日)"
    rf"|[^\n]*?\b{_MONTH}\.? \d{{1,2}}(?!\d))"
)
"""What says when a mail was sent: another thing may be sent, too ("Sent: the parcel")."""
_ANNOUNCED: Final = (
    r"(?:(?:original|forwarded) message|message (?:d['’]origine|original|transféré|réexpédié)"
    r"|(?:ursprüngliche|weitergeleitete) nachricht|original-?nachricht"
    r"|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)"
    r"|mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd) bericht) ?-{2,}"
    r"|(?:start of forwarded message|forwarded message from [^\n]{1,200}?"
    r"|(?:forwarded by|weitergeleitet von|transféré par|reenviado por) [^\n]{1,200}?)"
    r"[ \t]*-{2,}[ \t]*$"
)
"""What stands between dashes above a mail that is passed on, as programs write it."""
_FROM: Final = r"\*?(?:from|de|von) ?:\*?"
_SUBJECT: Final = r"\*?(?:subject|objet|sujet|betreff|asunto) ?:\*?"
_WHEN: Final = r"\*?(?:sent|date|envoyé|gesendet|datum|enviado|fecha)[^\n:]{0,10}:\*?"
_HEADER: Final = re.compile(
    rf"^(?P<surely>-{{2,}} ?(?:{_ANNOUNCED})|{_BEGUN}|_{{5,}}\s*\n(?:from|de|von) ?:.*)"
    rf"|^{_FROM} [^\n]+\n(?:{_SUBJECT} [^\n]+\n)?{_WHEN} (?={_DATE})[^\n]+"
    rf"|^(?=(?P<fields>(?:(?:{_FROM}|{_SUBJECT}|{_WHEN}|\*?(?:to|à|pour|an|para|cc) ?:\*?)"
    r"[^\S\n]+[^\n]+(?:\n|\Z)){3,8}))",
    re.MULTILINE | re.IGNORECASE,
)
_OF_ALL: Final = tuple(
    re.compile(rf"^{each}", re.MULTILINE | re.IGNORECASE)
    for each in (rf"{_FROM}[^\S\n]+\D", _SUBJECT, rf"{_WHEN}[^\S\n]+(?={_DATE})")
)
"""What the fields of a mail, in whatever order, all tell: a meeting may be "From: 10:00"."""
_OVER: Final = re.compile(
    r"^-{2,} ?(?:end (?:of )?forwarded message|ende der weitergeleiteten nachricht"
    r"|fin du message (?:transféré|réexpédié)|fin del mensaje reenviado) ?-{2,}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_OPENINGS: Final = ("on ", "le ", "am ", "el ")
_VERBS: Final = ("wrote", "a écrit", "escribió")
_GERMAN_VERB: Final = "schrieb"
_BEHIND_IT: Final = 60

_LONGEST: Final = 300
"""Characters of the line, or two, that say who wrote what is quoted below them."""


def quoted_in(post: Post) -> list[Span]:
    """Return where the words of others stand in a post, in order.

    A post whose author nobody knows quotes nobody by lines behind ">" alone: a handbook marks
    so what matters.
    """
    return quoted_spans(post.text, has_author=bool(post.author or post.author_id))


def quoted_spans(text: str, *, has_author: bool = True) -> list[Span]:
    """Return where the words of others stand in a text, in order.

    Args:
        text: The text.
        has_author: Whose own words they could be taken for; else it must say that others wrote.
    """
    if not set(">:-").intersection(text):
        return []
    quotes = [Span(*match.span()) for match in _LINES.finditer(text)]
    said = [(quote, _attribution(text, quote.start)) for quote in quotes]
    found = [quote for quote, by in said if by or has_author] + [by for _, by in said if by]
    header = next((each for each in _HEADER.finditer(text) if _is_anothers(each)), None)
    if header:
        # What is forwarded goes on to the end, if it is not told where it ends.
        over = _OVER.search(text, header.end())
        found.append(Span(header.start(), over.end() if over else len(text)))
    return sorted(found)


def _is_anothers(header: re.Match[str]) -> bool:
    """Return whether a header is that of another mail: an imported one begins with its own."""
    fields = header["fields"]
    if fields and not all(each.search(fields) for each in _OF_ALL):
        return False
    return bool(header["surely"] or header.string[: header.start()].strip())


def _attribution(text: str, quote: int) -> Span | None:
    """Return where it is said, just above a quote, who wrote it ("On Monday Ada wrote:")."""
    above = text[max(0, quote - _LONGEST) : quote]
    end = len(above.rstrip())
    if not above[:end].endswith(":"):
        return None
    start = end
    for _ in range(2):
        start = above.rfind("\n", 0, max(0, start - 1)) + 1
        said = above[start : end - 1].rstrip().lower()
        is_whole = start > 0 or quote <= _LONGEST
        if is_whole and said.startswith(_OPENINGS) and _ends_in_writing(said):
            return Span(quote - len(above) + start, quote)
    return None


def _ends_in_writing(said: str) -> bool:
    return said.endswith(_VERBS) or _GERMAN_VERB in said[-_BEHIND_IT - len(_GERMAN_VERB) :]


def without(text: str, start: int, end: int, quoted: Iterable[Span]) -> str:
    """Return a stretch of a text without what lies in these others, which are in order."""
    kept, at = [], start
    for each in quoted:
        if each.end > at and each.start < end:
            kept.append(text[at : max(at, each.start)])
            at = each.end
    return "".join([*kept, text[at:end]])


def is_quoted(span: Span, quoted: Iterable[Span]) -> bool:
    """Say whether any of a stretch is the words of somebody else."""
    return any(each.start < span.end and span.start < each.end for each in quoted)
