"""Reads a copied page of YouTube: the words below a video, and what accounts say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import ANSWER
from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.statuses import Said, said_by
from adapters.sources.dates.in_lines import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence

_HANDLE: Final = re.compile(r"@[\w.·-]{2,40}")
_WHEN: Final = re.compile(
    rf"(?P<age>{AGE})(?:\s*\((?:edited|modifié|bearbeitet|editado)\))?", re.IGNORECASE
)
_MANY: Final = r"[\d.,\s\u202f]{1,12}(?:[kKmM]|Mio\.?|Md|mil|M\.?)?\s?(?:de |d['’])?"
_SUBSCRIBERS: Final = re.compile(
    rf"{_MANY}(?:subscribers?|abonnés?|abonnent(?:en)?|suscriptor(?:es)?)", re.IGNORECASE
)
_SUBSCRIBE: Final = re.compile(
    r"subscribed?|s['’]abonner|abonnée?|abonnieren|abonniert|suscribir(?:me|se|te)|suscrit[oa]",
    re.IGNORECASE,
)
_VIEWS: Final = re.compile(
    rf"{_MANY}(?:views?|vues?|aufrufe?|visualizaciones|vistas)(?:\s+(?P<when>.{{3,40}}))?",
    re.IGNORECASE,
)
_MORE: Final = (
    r"(?:…|\.\.\.)?(?:more|plus|mehr|más)|(?:show|read) (?:more|less)|afficher (?:plus|moins)"
    r"|lire la suite|(?:mehr|weniger) (?:an)?zeigen|mehr ansehen|mostrar (?:más|menos)|leer más"
)
_UNFOLDS: Final = re.compile(_MORE, re.IGNORECASE)
_ENDS: Final = re.compile(
    rf"{_MORE}|(?:\d[\d.,\s]* )?(?:comments?|commentaires?|kommentare?|comentarios?)"
    r"|transcript|transcription|transkript|transcripción|sort by|trier par|sortieren nach"
    r"|ordenar por",
    re.IGNORECASE,
)
"""Below such a line the words about a video are over."""
_COUNT: Final = re.compile(r"[\d.,\s]+ ?[kKmM]?")
_BELOW_VIDEO: Final = 40
"""So many lines from who shows a video at most stands how often it was seen."""


def talk_of_video(lines: Sequence[str]) -> list[Said]:
    """Return the words about a video and the comments on it; nothing where it is no such page.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    heads = [
        at
        for at in range(len(lines) - 1)
        if _HANDLE.fullmatch(lines[at]) and _WHEN.fullmatch(lines[at + 1])
    ]
    first = heads[0] if heads else len(lines)
    video = _video(lines[:first])
    ends = [*heads, len(lines)][1:]
    comments = [_comment(lines, at, end) for at, end in zip(heads, ends, strict=True)]
    is_answered = any(ANSWER.fullmatch(line) for line in lines[first:])
    if video is not None and (is_answered or not heads):
        return [video, *(each for each in comments if each.words)]
    others = {*range(len(lines))}.difference(
        heads, [at + 1 for at in heads], *(each.words for each in comments)
    )
    if not is_answered or any(kind_of_line(lines[at]) == "text" for at in others):
        return []  # what stands around is somebody's own
    return [each for each in comments if each.words]


def _video(lines: Sequence[str]) -> Said | None:
    """Return what a channel says of its video, from the lines above the comments."""
    shown = next((at for at, line in enumerate(lines) if _SUBSCRIBERS.fullmatch(line)), None)
    if shown is None or shown <= 1:
        return None
    near = range(shown + 1, min(shown + _BELOW_VIDEO, len(lines)))
    if not any(_SUBSCRIBE.fullmatch(lines[at]) for at in near):
        return None
    seen = next((at for at in near if _VIEWS.fullmatch(lines[at])), None)
    if seen is None:
        return None
    title, channel = shown - 2, shown - 1
    end = next((at for at in range(seen + 1, len(lines)) if _ENDS.fullmatch(lines[at])), len(lines))
    found = _VIEWS.fullmatch(lines[seen])
    when = (found and found["when"]) or ""
    words = [*range(seen + 1, end)]
    said = said_by(lines[channel], when, words or [title])
    said.title = lines[title] if words else ""
    return said


def _comment(lines: Sequence[str], head: int, end: int) -> Said:
    """Return what an account says between its name and the button to answer it."""
    stop = next((at for at in range(head + 2, end) if ANSWER.fullmatch(lines[at])), end)
    while stop > head + 2 and (
        _COUNT.fullmatch(lines[stop - 1]) or _UNFOLDS.fullmatch(lines[stop - 1])
    ):
        stop -= 1
    when = _WHEN.fullmatch(lines[head + 1])
    age = when["age"] if when else ""
    return Said(lines[head].removeprefix("@"), "", age, [*range(head + 2, stop)], is_comment=True)
