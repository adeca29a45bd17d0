"""Tells a text that was copied from LinkedIn's page from notes in which its words stand, too.

"Like", "Reply" and "2w" are anybody's; a few pieces are LinkedIn's alone, and so is the order in
which its lines stand around what people write.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.linkedin import words
from adapters.sources.linkedin.boilerplate import classify, tells_degree
from adapters.sources.linkedin.comments import is_headline, is_name
from adapters.sources.linkedin.whole_page import is_whole, posts_of_feed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.linkedin.boilerplate import Line

_MEASURE: Final = re.compile(r"\d+\s?(?:h|min|m|j|d)")
"""An age that is a measure or a time of somebody's, too."""
_LEVEL: Final = re.compile(
    rf"(?:{words.LEVEL})|.*\b(?:1st|2nd|3rd\+?) degree connection"
    r"|.{0,80}•\s*(?:[23]e et \+|3rd\+)",
    re.IGNORECASE,
)
"""So only this page says how near a person is; a mere number is a rank elsewhere."""
_WRITTEN: Final = re.compile(r"#{1,6} \S|: \S")
"""So headings and definitions begin where somebody wrote Markdown, and nothing of the page does."""
_LIKE: Final = re.compile(words.LIKE, re.IGNORECASE)
_ANSWER: Final = re.compile(words.ANSWER, re.IGNORECASE)
_BOTH: Final = re.compile(rf"(?:{words.LIKE})[\s·•|]*(?:{words.ANSWER})\b.{{0,40}}", re.IGNORECASE)
_GLUED: Final = re.compile(rf"(?:{words.LIKE})(?:{words.ANSWER})", re.IGNORECASE)
_COMMENT: Final = re.compile(words.TO_COMMENT, re.IGNORECASE)
_RESHARE: Final = re.compile(words.RESHARE, re.IGNORECASE)
_COUNTED: Final = re.compile(rf"{words.COUNT}\D{{0,30}}|.{{1,60}} \d[\d.,\s]* \D{{1,20}}")
_BUTTONS: Final = frozenset({"reply", "bar", "button"})
_NEAR: Final = 5
"""So many lines from a degree the other lines of its header stand."""
_COUNTS: Final = 6
"""So many lines above the buttons of a post at most stand what they count."""
_BAR: Final = 8
"""So many buttons below a post at most are looked at."""
_HEADER: Final = 3
"""So many lines above an age at most stands the name."""
_AGAIN: Final = 2


def is_linkedin(text: str, *, is_markdown: bool = False) -> bool:
    """Return whether a text was copied from LinkedIn's page: whether its furniture came along.

    Args:
        text: The text.
        is_markdown: It is surely somebody's own: only what no other site has tells of the page.
    """
    bare = [line for each in text.split("\n") if (line := each.strip())]
    lines = [classify(line) for line in bare]
    if is_whole(bare) or posts_of_feed(text) or any(map(_is_glued, lines)):
        return True
    if _has_degree(bare, lines):
        return True
    is_bare = all(line.kind != "text" for line in lines)
    if is_markdown or any(map(_WRITTEN.match, bare)):
        return False
    if not is_bare and _ends_with_ages(bare, lines):
        return False
    return _has_bar(bare, lines) or _has_comments(bare, lines, is_bare=is_bare)


def _is_glued(line: Line) -> bool:
    """Return whether an age and words are one line, as only this page copies them."""
    return line.kind == "age" and line.text != "" and not _MEASURE.fullmatch(line.age)


def _has_degree(bare: Sequence[str], lines: Sequence[Line]) -> bool:
    """Return whether a line says how near a person is, beside more of a header or of its end.

    By itself it is the rank in a list.
    """
    for at, line in enumerate(lines):
        if _LEVEL.fullmatch(bare[at]):
            return True
        if line.kind == "mark" and tells_degree(bare[at]):
            near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
            beside = [each for each in near if each.kind == "age" or each.kind in _BUTTONS]
            is_sure = any(
                not (_MEASURE.fullmatch(each.age) if each.kind == "age" else each.is_plain)
                for each in beside
            )
            if line.age or is_sure or len(beside) >= _AGAIN:
                return True
    return False


def _ends_with_ages(bare: Sequence[str], lines: Sequence[Line]) -> bool:
    """Return whether ages stand beside the buttons below words, as on other sites."""
    for at, age in enumerate(lines):
        if age.kind == "age" and not age.text:
            is_above = at + 1 < len(bare) and _LIKE.fullmatch(bare[at + 1])
            if is_above or (at and _ANSWER.fullmatch(bare[at - 1])):
                return True
    return False


def _has_bar(bare: Sequence[str], lines: Sequence[Line]) -> bool:
    """Return whether the buttons below a post stand together, and above them what they count."""
    for at in range(1, len(lines)):
        if not _LIKE.fullmatch(bare[at]):
            continue
        near = lines[at : at + _BAR]
        run = next((by for by, each in enumerate(near) if each.kind not in _BUTTONS), len(near))
        buttons = bare[at : at + run]
        counts = zip(bare[max(0, at - _COUNTS) : at], lines[max(0, at - _COUNTS) : at], strict=True)
        if (
            any(map(_COMMENT.fullmatch, buttons))
            and any(map(_RESHARE.fullmatch, buttons))
            and any(each.kind != "text" and _COUNTED.fullmatch(line) for line, each in counts)
        ):
            return True
    return False


def _has_comments(bare: Sequence[str], lines: Sequence[Line], *, is_bare: bool) -> bool:
    """Return whether buttons to answer stand below words as they do here.

    Together with the button to like, twice or with nothing else in the text; or below a name and
    an age.
    """
    used = [at for at, line in enumerate(bare) if any(map(str.isalpha, line))]
    together = sum(
        _LIKE.fullmatch(bare[above]) is not None and _ANSWER.fullmatch(bare[below]) is not None
        for above, below in pairwise(used)
    ) + sum(_BOTH.fullmatch(line) is not None for line in bare)
    answers = together + sum(_ANSWER.fullmatch(line) is not None for line in bare)
    if together >= _AGAIN or (together and is_bare) or any(map(_GLUED.fullmatch, bare)):
        return True
    return answers >= _AGAIN and any(_is_headed(bare, lines, at) for at in range(1, len(lines)))


def _is_headed(bare: Sequence[str], lines: Sequence[Line], age: int) -> bool:
    """Return whether an age stands below a name or what somebody is, and words end in a button."""
    if lines[age].kind != "age" or lines[age].text:
        return False
    above = [at for at in range(max(0, age - _HEADER), age) if lines[at].kind in {"text", "mark"}]
    is_named = any(is_name(bare[at]) for at in above) or any(is_headline(bare[at]) for at in above)
    below = next((at for at in range(age + 1, len(lines)) if lines[at].kind != "text"), age)
    return is_named and below > age + 1 and lines[below].kind in {"reply", "button", "number"}
