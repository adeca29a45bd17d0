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
_HEADER: Final = re.compile(
    r"^(?P<surely>-{2,} ?(?:original message|message d['’]origine|message transféré"
    r"|forwarded message|ursprüngliche nachricht|mensaje original) ?-{2,}"
    rf"|{_BEGUN}|_{{5,}}\s*\n(?:from|de|von) ?:.*)"
    r"|^\*?(?:from|de|von) ?:\*? [^\n]+\n(?:\*?(?:subject|objet|betreff|asunto) ?:\*? [^\n]+\n)?"
    r"\*?(?:sent|date|envoyé|gesendet|datum|enviado|fecha)[^\n:]{0,10}:\*?"
    rf" (?={_DATE})[^\n]+",
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
    header = _HEADER.search(text)
    # What is forwarded goes on to the end; a mail that was imported begins with its own header.
    if header and (text[: header.start()].strip() or header["surely"]):
        found.append(Span(header.start(), len(text)))
    return sorted(found)


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
