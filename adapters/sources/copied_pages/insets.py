"""Tells what a news site puts among the paragraphs: titles of others, a newsletter's form.

What is left out is a heading, a title or a label; a whole sentence is the article's, but for what
stands between the name of a newsletter and the field for an address.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.teasers import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_HEAD: Final = re.compile(
    r"(?:(?i:read more(?: (?:on|about) this)?|more on this|see more|related|en savoir plus"
    r"|lire plus|voir aussi|mehr lesen|mehr dazu|weiterlesen|leer más|ver más|sigue leyendo) ?:)"
    r"|READ MORE|RELATED|MORE ON THIS|[Rr]elated"
    r"|(?i:related|recommended) (?i:articles?|stor(?:y|ies)|content|coverage|news|reading)(?: ?:)?",
)
"""Stands above other titles; a link to go on reading has no colon."""
_BARE: Final = re.compile(r"related", re.IGNORECASE)
_ITEM: Final = re.compile(r"[-*+•‣–—]\s|\d{1,3}[.)]\s")
_MOST_TITLES: Final = 4
_FEWEST_WORDS: Final = 3
_SENTENCE: Final = re.compile(r".{20,}[.!?…][”»«“\"]?")
_LISTED: Final = re.compile(r"list \d{1,2} of \d{1,2}", re.IGNORECASE)
_END_OF_LIST: Final = re.compile(r"end of list", re.IGNORECASE)
_LIST: Final = 24
"""Lines; a list of other titles has fewer."""
_LETTER: Final = re.compile(
    r".{0,50}\b(?:newsletters?|infolettre|lettre d['’]information|bolet[ií]n)\b.{0,40}",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r"(?:enter |type )?your e-?mail(?: address)?|e-?mail address|(?:votre )?adresse e-?mail"
    r"|votre e-?mail|(?:ihre |deine )?e-?mail-adresse|(?:tu |su )?correo(?: electrónico)?"
    r"|introduce tu correo(?: electrónico)?|saisissez votre (?:adresse )?e-?mail",
    re.IGNORECASE,
)
"""Where an address is to be typed."""
_FORM: Final = 4
"""Lines; between a newsletter's name and that field are fewer."""
_LABEL: Final = 160
"""Characters; what a form says of a newsletter has fewer."""


def insets(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield where lines stand that a site puts among the paragraphs of a copied article.

    Args:
        lines: The lines of the page.
        kinds: What each is.
    """
    sentences = (
        at
        for at in range(len(lines) - 1, -1, -1)
        if kinds[at] == "text" and _SENTENCE.fullmatch(lines[at])
    )
    _, last_but_one = next(sentences, -1), next(sentences, -1)
    for at, line in enumerate(lines):
        if _HEAD.fullmatch(line):
            end = _below_titles(lines, kinds, at)
            # It may be a heading of the author's, or begin the foot.
            yield from range(at, end if not _BARE.fullmatch(line) or end <= last_but_one else at)
        elif _LISTED.fullmatch(line):
            yield from _list(lines, at)
        elif _LETTER.fullmatch(line) and not line.endswith((".", "!", "?", "…")):
            yield from _form(lines, at)


def _below_titles(lines: Sequence[str], kinds: Sequence[Kind], head: int) -> int:
    """Return where the titles below a heading end; the heading itself if the article goes on.

    Below them a sentence of the article stands, or another line of the site: else they are a list
    of its author's.
    """
    end = head + 1
    while end < len(lines) and kinds[end] == "text" and _may_be_title(lines[end]):
        end += 1
    if not head + 1 < end <= head + 1 + _MOST_TITLES:
        return head
    goes_on = end == len(lines) or kinds[end] != "text" or _HEAD.fullmatch(lines[end])
    return end if goes_on or _SENTENCE.fullmatch(lines[end]) else head


def _may_be_title(line: str) -> bool:
    is_long = len(line.split()) >= _FEWEST_WORDS
    return is_long and is_title(line) and not _ITEM.match(line) and not _HEAD.fullmatch(line)


def _list(lines: Sequence[str], at: int) -> range:
    """Return what stands from one item of a counted list to the end of that list."""
    ends = (
        by for by in range(at, min(at + _LIST, len(lines))) if _END_OF_LIST.fullmatch(lines[by])
    )
    end = next(ends, None)
    return range(0) if end is None else range(at, end + 1)


def _form(lines: Sequence[str], at: int) -> range:
    """Return what stands from the name of a newsletter to the field for an address."""
    near = range(at + 1, min(at + 1 + _FORM, len(lines)))
    field = next((by for by in near if _FIELD.fullmatch(lines[by].strip(" .…*:"))), None)
    if field is None or any(len(lines[by]) > _LABEL for by in range(at, field)):
        return range(0)
    return range(at, field + 1)
