"""Reads a copied page of Quora: a question, and the answers to it below pictures of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.statuses import Said
from adapters.sources.dates.in_lines import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence

_PICTURE: Final = re.compile(
    r"(?:profile photo for|photo de profil de|profilfoto (?:für|von)|foto de perfil de)"
    r" (?P<name>.{1,60})",
    re.IGNORECASE,
)
_AGE: Final = re.compile(
    rf"(?:(?:updated|originally answered|answered|mise à jour|aktualisiert|actualizado)\s)?"
    rf"(?P<age>{AGE}|\d{{1,3}} ?(?:h|d|w|mo|y|j|an|ans|mois|sem)|[^\W\d_]{{3,9}} \d{{1,2}}"
    r"(?:, \d{4})?)",
    re.IGNORECASE,
)
_VOTE: Final = re.compile(
    r"upvote|voter pour|upvoten|positiv bewerten|votar positivamente|voto positivo|votar a favor",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    rf"{_VOTE.pattern}|[\d.,]+[km]? (?:views|vues|aufrufe|vistas|visualizaciones)"
    r"|(?:view|voir|anzeigen|ver) [\d.,]+[km]? .{3,30}",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"answer|répondre|antworten|responder|answer\W+follow.{0,30}", re.IGNORECASE
)
_HEAD: Final = 6
"""So many lines below a picture stands at most how old an answer is."""


def answers_to_question(lines: Sequence[str]) -> list[Said]:
    """Return the question and the answers to it; nothing where it is no such page.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    heads = [
        at
        for at in range(len(lines) - 1)
        if (found := _PICTURE.fullmatch(lines[at])) and found["name"].strip() == lines[at + 1]
    ]
    if not heads or not any(map(_VOTE.fullmatch, lines[heads[0] :])):
        return []
    question = next(
        (
            at
            for at in range(heads[0] - 1)
            if lines[at].endswith("?") and _ASKS.fullmatch(lines[at + 1])
        ),
        None,
    )
    answers = [
        _answer(lines, at, end) for at, end in zip(heads, [*heads[1:], len(lines)], strict=True)
    ]
    asked = [] if question is None else [Said("", words=[question])]
    return [*asked, *(each for each in answers if each.words)]


def _answer(lines: Sequence[str], head: int, end: int) -> Said:
    """Return what stands between how old an answer is and the button to vote for it."""
    near = range(head + 2, min(head + 2 + _HEAD, end))
    when = next((at for at in near if _AGE.fullmatch(lines[at])), None)
    begin = head + 2 if when is None else when + 1
    stop = next((at for at in range(begin, end) if _ENDS.fullmatch(lines[at])), end)
    age = _AGE.fullmatch(lines[when]) if when is not None else None
    words = [*range(begin, stop)]
    return Said(lines[head + 1], "", age["age"] if age else "", words, is_comment=True)
