"""Finds what a post quotes of somebody else: lines behind ">", and the mail it answers; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINES: Final = re.compile(r"^[ \t]{0,3}(?:>(?!>>|[=\w])[^\n]*(?:\n|$))+", re.MULTILINE)
_HEADER: Final = re.compile(
    r"^(?:-{2,} ?(?:original message|message d['’]origine|message transféré|forwarded message|"
    r"ursprüngliche nachricht|mensaje original) ?-{2,}"
    r"|begin forwarded message:|début du message réexpédié ?:"
    r"|_{5,}\s*\n(?:from|de|von) ?:.*"
    r"|(?:from|de|von) ?: [^\n]+\n(?:sent|date|envoyé|gesendet|enviado)[^\n:]{0,10}: [^\n]+)",
    re.MULTILINE | re.IGNORECASE,
)
_WROTE: Final = re.compile(
    r"^(?:on|le|am|el) [^\n]{5,120}\n?[^\n]{0,80}"
    r"(?:wrote|a écrit|schrieb[^\n:]{0,60}|escribió) ?:[ \t]*\n(?=\s*>)",
    re.MULTILINE | re.IGNORECASE,
)


def quoted_spans(text: str) -> list[Span]:
    """Return where the words of others stand in a text, in order."""
    if not set(">:-").intersection(text):
        return []
    found = [Span(*match.span()) for match in _LINES.finditer(text)]
    found += [Span(*match.span()) for match in _WROTE.finditer(text)]
    header = _HEADER.search(text)
    # What is forwarded goes on to the end; a mail that was imported begins with its own header.
    if header and (text[: header.start()].strip() or header.group().startswith(("-", "_"))):
        found.append(Span(header.start(), len(text)))
    return sorted(found)


def is_quoted(span: Span, quoted: Iterable[Span]) -> bool:
    """Say whether any of a stretch is the words of somebody else."""
    return any(each.start < span.end and span.start < each.end for each in quoted)
