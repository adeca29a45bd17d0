"""Reads what others say below an article on a copied page: a name, a day, words and a button.

As WordPress, Medium and Substack lay them out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE
from adapters.sources.copied_pages.byline import OTHERS
from adapters.sources.copied_pages.statuses import Said, is_time, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_HEADING: Final = re.compile(
    rf"{OTHERS.pattern}|(?:\d{{1,6}}|one) thoughts? on [“\"„«].{{1,200}}"
    r"|(?:responses|réponses|antworten|respuestas) \(\d{1,6}\)"
    r"|discussion about this (?:post|video|podcast)"
    r"|\d{1,6} (?:réflexions?|commentaires?) sur [“\"„«].{1,200}"
    r"|\d{1,6} (?:gedanken?|kommentare?) zu [“\"„«].{1,200}"
    r"|\d{1,6} (?:comentarios?|pensamientos?) (?:en|sobre) [“\"„«].{1,200}",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(r"reply|répondre|antworten|responder", re.IGNORECASE)
_BESIDE: Final = 2
"""So many lines of the site at most stand between a name and the time."""
_NAMED: Final = re.compile(
    rf"(?P<name>{PEOPLE}|[^\s:]{{2,30}})(?: ?(?:says|said|wrote|a dit|sagt|schrieb|dice) ?:?)?"
)


def comments_below(
    lines: Sequence[str], kinds: Sequence[Kind]
) -> tuple[set[int], list[tuple[Said, range]]]:
    """Return where the heading of the comments stands, and each of them with all its lines.

    Args:
        lines: The lines of a copied page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    heading = next(
        (at for at, line in enumerate(lines) if _HEADING.fullmatch(line.strip(" ·:"))), None
    )
    if heading is None:
        return set(), []
    found = []
    begin = heading
    for at in range(heading + 1, len(lines)):
        if _ANSWER.fullmatch(lines[at]):
            if said := _comment(lines, kinds, begin + 1, at):
                found.append(said)
            begin = at
    # Where a heading ends the page for good, it is needed to tell the site's lines below.
    return {heading} if found and kinds[heading] != "ends" else set(), found


def _comment(
    lines: Sequence[str], kinds: Sequence[Kind], begin: int, end: int
) -> tuple[Said, range] | None:
    """Return what stands between two buttons to answer: below a name and a time under it."""
    for when in (at for at in range(begin + 1, end) if is_time(lines[at])):
        first = when - 1
        while first > begin and kinds[first] == "everyday" and when - first <= _BESIDE:
            first -= 1
        named = _NAMED.fullmatch(lines[first]) if kinds[first] == "text" else None
        texts = [at for at in range(when + 1, end) if kinds[at] == "text"]
        if named is None or not texts:
            continue
        while first > begin and lines[first - 1] == lines[first]:
            first -= 1
        words = [at for at in range(texts[0], texts[-1] + 1) if kinds[at] in {"text", "everyday"}]
        return said_by(named["name"], lines[when], words), range(first, texts[-1] + 1)
    return None
