"""Tells a name that stands in somebody's words from one that says who wrote them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.threads.marks import (
    HEADS,
    is_apart,
    is_body,
    is_called_head,
    look_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import lxml.html

_INLINE: Final = frozenset(
    "a abbr b bdi big cite code em font i mark q s small span strong sub sup u".split()
)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LONGEST_HEAD: Final = 100
"""A line that tells of a post says no more beside the name of its author."""
_OPENING: Final = 40
"""So many characters may stand before the name in such a line: "submitted 3 hours ago by"."""
_LOOKED_AT: Final = 40
"""So many elements beside a name are looked at."""


def mentions_in(marks: Mapping[lxml.html.HtmlElement, str]) -> set[lxml.html.HtmlElement]:
    """Return which of the names on a page stand in somebody's words, and name no author.

    Such a name stands in the midst of a line of words. One at either end of a line, or in a short
    one within what is called somebody's words, names its author where that is how most are named.

    Args:
        marks: What may name an author, with the name.
    """
    found: set[lxml.html.HtmlElement] = set()
    unsure: set[lxml.html.HtmlElement] = set()
    for mark in marks:
        line = _line_around(mark)
        if line is None:
            continue
        before, after = (_said_beside(mark, line, is_after=each) for each in (False, True))
        is_long = len(before) + len(after) > _LONGEST_HEAD
        if is_long and len(before) > _OPENING and _WORD.search(after):
            found.add(mark)
        elif _is_of_words(line) and (
            is_long or (_WORD.search(before + after) and _is_of_body(mark))
        ):
            unsure.add(mark)
    heads = len(marks) - len(found) - len(unsure)
    return found | unsure if len(unsure) <= heads else found


def named_otherwise(
    holders: Mapping[lxml.html.HtmlElement, lxml.html.HtmlElement],
) -> set[lxml.html.HtmlElement]:
    """Return the blocks whose one name stands in a line, and elsewhere than in most that look so.

    Args:
        holders: The blocks, each with the name in it.
    """
    paths = {each: (look_of(each), *_path(mark, each)) for each, mark in holders.items()}
    by_look: dict[object, Counter[object]] = {}
    for path in paths.values():
        by_look.setdefault(path[0], Counter())[path] += 1
    usual = {look: counts.most_common(1)[0] for look, counts in by_look.items()}
    return {
        each
        for each, path in paths.items()
        if each.get("class") and usual[path[0]][1] > 1 and usual[path[0]][0] != path
        if (line := _line_around(holders[each])) is not None and _is_of_words(line)
        if any(
            _WORD.search(_said_beside(holders[each], line, is_after=way)) for way in (True, False)
        )
    }


def are_in_several(marks: Iterable[lxml.html.HtmlElement]) -> bool:
    """Return whether names stand in several blocks beside each other that look the same."""
    blocks: dict[object, lxml.html.HtmlElement] = {}
    called = (each for mark in marks for each in mark.iterancestors() if each.get("class"))
    looks = ((each, (each.getparent(), look_of(each))) for each in called)
    return any(blocks.setdefault(look, each) is not each for each, look in looks)


def _path(mark: lxml.html.HtmlElement, holder: lxml.html.HtmlElement) -> Iterator[object]:
    each = mark
    while each is not holder and each is not None:
        yield look_of(each)
        each = each.getparent()


def _is_of_words(line: lxml.html.HtmlElement) -> bool:
    """Return whether a line may be somebody's words: those that tell of a post are called so."""
    return not line.get("class") or is_body(line)


def _line_around(mark: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Return the block whose line a name stands in; None for a line that tells of a post."""
    each = mark
    while each.tag in _INLINE:
        around = each.getparent()
        if around is None or around.tag in HEADS or is_called_head(around):
            return None
        each = around
    return None if each is mark else each


def _is_of_body(mark: lxml.html.HtmlElement) -> bool:
    return any(is_body(up) for up in mark.iterancestors())


def _said_beside(
    mark: lxml.html.HtmlElement, line: lxml.html.HtmlElement, *, is_after: bool
) -> str:
    """Return what a line says before a name, or after it: no more than is needed to judge it."""
    said = ""
    for piece in _beside(mark, line, is_after=is_after):
        said += f" {' '.join(piece.split())}"
        if len(said) > _LONGEST_HEAD * 2:
            break
    return said.strip()


def _beside(
    mark: lxml.html.HtmlElement, line: lxml.html.HtmlElement, *, is_after: bool
) -> Iterator[str]:
    """Yield the text beside a name in its line, the nearest first."""
    left, each = _LOOKED_AT, mark
    while each is not line:
        yield (each.tail or "") if is_after else ""
        for beside in each.itersiblings(preceding=not is_after):
            left -= 1
            said = [_said_in(beside), beside.tail or ""]
            if left < 0 or beside.tag not in _INLINE:
                yield "" if is_after else said[1]
                return
            yield from said if is_after else reversed(said)
        each = each.getparent()
        yield "" if is_after else (each.text or "")


def _said_in(element: lxml.html.HtmlElement) -> str:
    """Return what an element of a line says of a name: not what is set apart in it."""
    if is_body(element) or is_apart(element):
        return ""
    return "".join(islice(element.itertext(), _LOOKED_AT))[:_LONGEST_HEAD]
