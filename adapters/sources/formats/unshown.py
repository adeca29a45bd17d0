"""Takes out of a Markdown text what its readers never see as words: comments, pictures, folds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels

_CODE: Final = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_SIGN: Final = re.compile(r"(?<!%)%%(?!%)")
"""Stands before and behind a comment of Obsidian's."""
_SOURCE: Final = r'\([^()\s]{1,500}(?: "[^"\n]{0,200}")?\)'
_PICTURE: Final = rf"!\[[^\[\]\n]{{0,300}}\]{_SOURCE}|!\[\[[^\[\]\n]{{1,300}}\]\]"
_PICTURES: Final = re.compile(
    rf"^[ \t]*+(?:(?:\[(?:{_PICTURE})\]{_SOURCE}|{_PICTURE})[ \t]*+)+$", re.MULTILINE
)
"""A line of nothing but pictures, which may be links; one within a sentence is a part of it."""
_FOLD: Final = re.compile(r"</?(?:details|summary)(?: [^<>\n]{0,100})?>", re.IGNORECASE)
"""What unfolds a part of a text when it is pressed."""


def shown(text: str, labels: Labels) -> str:
    """Return a text without comments, lines of pictures and tags of folds; code stays whole.

    A text that is nothing else stays as it is.

    Args:
        text: The text, without its front matter.
        labels: Takes the counts of what is left out.
    """
    hidden = [*_hidden(_prose(text))]
    said = _without(text, hidden)
    pictures = [each.span() for each in _PICTURES.finditer(_prose(said))]
    said = _without(said, pictures)
    said = _without(said, [each.span() for each in _FOLD.finditer(_prose(said))])
    if not said.strip():
        return text
    labels.leave_out("hidden_text", len(hidden))
    labels.leave_out("alt_texts", len(pictures))
    return said


def _prose(text: str) -> str:
    """Return a text whose code is blank, with everything else where it was."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def _hidden(prose: str) -> Iterator[tuple[int, int]]:
    """Yield where comments begin and end."""
    found = [*_comments(prose)]
    signs = [each.start() for each in _SIGN.finditer(prose)]
    taken = -1
    for begin, end in pairwise(signs):
        is_around = (
            not prose[begin - 1 : begin].isalnum() and not prose[end + 2 : end + 3].isalnum()
        )
        if begin > taken and is_around:
            found.append((begin, end + 2))
            taken = end
    yield from sorted(found)


def _comments(prose: str) -> Iterator[tuple[int, int]]:
    begin = prose.find("<!--")
    while begin >= 0 and (end := prose.find("-->", begin)) >= 0:
        yield begin, end + 3
        begin = prose.find("<!--", end)


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    kept, last = [], 0
    for begin, end in places:
        kept.append(text[last:begin])
        last = max(last, end)
    return "".join([*kept, text[last:]])
