"""Finds on a page of a thread the words of each person: blocks that each name one author."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

from lxml.etree import strip_elements

from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.linked_data import ACCEPTED
from adapters.sources.formats.pages.shown_dates import (
    marked_date,
    moments_shown,
    titled_date,
)
from adapters.sources.formats.pages.threads.heads import age_of, head_around, unwrapped
from adapters.sources.formats.pages.threads.marks import (
    HEADS,
    MOST_MARKS,
    beside_words,
    bodies_in,
    called_in,
    look_of,
    marks_in,
    properties_in,
    quotes_in,
)
from adapters.sources.formats.pages.threads.mentions import (
    are_in_several,
    mentions_in,
    named_otherwise,
)
from adapters.sources.formats.pages.threads.places import opened_by, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import lxml.html

_DATES: Final = ("datepublished", "datecreated")
_MOST_ACCEPTED: Final = 100
_DROPPED: Final = "dropped-by-reader"
"""What is to be dropped is called so: HTML has no such tag."""


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one person on a page.

    Attributes:
        author: The name; "" where none is told.
        text: The words.
        date: When they were written, as a program may read it; "" where that is not told.
        anchor: The name of the place on the page; "" where it has none.
        quotes: How often somebody else's words, named as theirs, were left out of it.
        is_accepted: Whether the page says that they are the accepted answer.
        age: When they were written as the page shows it, where no program could read it for sure.
        title: What they are called; "" for nothing.
    """

    author: str
    text: str
    date: str
    anchor: str
    quotes: int
    is_accepted: bool = False
    age: str = ""
    title: str = ""


def blocks_of(
    tree: lxml.html.HtmlElement,
    called: Collection[lxml.html.HtmlElement],
    names: Collection[str],
) -> tuple[list[Block], set[str]] | None:
    """Return the blocks of a page that each name one author, in their order, and all the names.

    A block is the largest element around a name in which no other one is named; one that looks
    the same beside it and names nobody is a block without an author.

    Args:
        tree: The page; it is changed.
        called: Those of it that are called something.
        names: The names of authors, as far as the page tells them to programs.

    Returns:
        The blocks and the names; None where authors are named more often than `MOST_MARKS`.
    """
    quotes = quotes_in(tree, called)
    named = marks_in(tree, called, names, quotes)
    if len(named) > MOST_MARKS:
        return None
    mentions = mentions_in(named)
    marks = {each: name for each, name in named.items() if each not in mentions}
    if len(marks) < 2:  # noqa: PLR2004 -- a thread is of two
        # Where only one names an author, a name in the words of others makes it no thread.
        return [], {*named.values(), *([""] if are_in_several(named) else [])}
    within = _crowding(marks)
    holders = _holders(marks, within)
    counted = Counter(up for each in quotes for up in each.iterancestors() if up in holders)
    drop_elements(quotes, tree)
    nobody_s = [*named_otherwise(holders), *(_unnamed(holders, within) if holders else [])]
    whole = {**holders, **dict.fromkeys(nobody_s)}
    ordered = [each for each in tree.iter("*") if each in whole]
    opened = opened_by(marks)
    blocks = [(each, _block(each, whole[each], marks, counted[each], opened)) for each in ordered]
    accepted = _accepted(tree, whole)
    marked = [(each, replace(told, is_accepted=each in accepted)) for each, told in blocks]
    return with_moments(_without_lists(marked)), set(named.values())


def with_moments(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the moments that the dates name which all of them show."""
    moments = moments_shown({at: each.age for at, each in enumerate(blocks) if each.age})
    return [
        replace(each, date=moments[at].isoformat(), age="") if at in moments else each
        for at, each in enumerate(blocks)
    ]


def _without_lists(blocks: Sequence[tuple[lxml.html.HtmlElement, Block]]) -> list[Block]:
    """Return the blocks that say something, each with the author whose post it is.

    What is like no other is no post of whom it names: it may list who else is there.
    """
    looks = Counter(look_of(each) for each, _ in blocks)
    found: list[Block] = []
    for each, block in blocks:
        is_odd = bool(each.get("class")) and looks[look_of(each)] == 1
        if block.text:
            is_post = not (found and is_odd) or _has_body(each)
            found.append(block if is_post else replace(block, author=""))
    return found


def _crowding(marks: Mapping[lxml.html.HtmlElement, str]) -> dict[lxml.html.HtmlElement, int]:
    """Return for what holds names whether it holds those of several posts: then more than 1.

    One post may name its author twice, in places that look different.
    """
    within: dict[lxml.html.HtmlElement, int] = {}
    seen: dict[lxml.html.HtmlElement, tuple[str, set[tuple[str, str]]]] = {}
    for mark, name in marks.items():
        look = look_of(mark)
        for each in (mark, *mark.iterancestors()):
            first, looks = seen.setdefault(each, (name, set()))
            is_several = within.get(each, 0) > 1 or first != name or look in looks
            within[each] = 1 + is_several
            looks.add(look)
    return within


def _has_body(element: lxml.html.HtmlElement) -> bool:
    return bool(bodies_in(called_in(element), ()))


def _accepted(
    tree: lxml.html.HtmlElement, holders: Collection[lxml.html.HtmlElement]
) -> set[lxml.html.HtmlElement]:
    """Return the blocks that are marked as accepted answers; what stands below one is none."""
    marks = (each for each in tree.iter("*") if ACCEPTED in (each.get("itemprop") or ""))
    found: set[lxml.html.HtmlElement] = set()
    for mark in islice(marks, _MOST_ACCEPTED):
        near = chain(mark.iter("*"), mark.iterancestors())
        found.update(islice((each for each in near if each in holders), 1))
    return found


def _holders(
    marks: dict[lxml.html.HtmlElement, str],
    within: Mapping[lxml.html.HtmlElement, int],
) -> dict[lxml.html.HtmlElement, lxml.html.HtmlElement]:
    """Return for each author named the largest element around in which no other one is."""
    holders: dict[lxml.html.HtmlElement, lxml.html.HtmlElement] = {}
    beside: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
    for mark in marks:
        holder = mark
        for each in mark.iterancestors():
            if within.get(each, 0) > 1:
                break
            holder = each
        parent = holder.getparent()
        if holder is mark and parent is not None:
            beside.setdefault(parent, []).append(mark)
        else:
            holders[holder] = mark
    wordy = _with_words(next(iter(marks)).getroottree().getroot()) if beside else set()
    for parent, lone in beside.items():
        if not _words_before(lone[0], wordy):
            holders.update((_run(parent, mark, within), mark) for mark in lone)
    return holders


def _with_words(tree: lxml.html.HtmlElement) -> set[lxml.html.HtmlElement]:
    """Return the elements that hold a word, be it deep within."""
    found: set[lxml.html.HtmlElement] = set()
    for each in tree.iter("*"):
        is_said = (each.text or "").strip()
        up = each if is_said else each.getparent() if (each.tail or "").strip() else None
        while up is not None and up not in found:
            found.add(up)
            up = up.getparent()
    return found


def _words_before(mark: lxml.html.HtmlElement, wordy: set[lxml.html.HtmlElement]) -> bool:
    """Tell whether words stand before the first name: then each may stand below what is its own."""
    before = [each for each in mark.itersiblings(preceding=True) if each.tag not in HEADS]
    return any(each in wordy or (each.tail or "").strip() for each in before)


def _run(
    parent: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement,
    within: Mapping[lxml.html.HtmlElement, int],
) -> lxml.html.HtmlElement:
    """Return a new element, in a name's place, of it and what follows up to where another is."""
    run = parent.makeelement("div")
    after = takewhile(lambda each: not within.get(each), mark.itersiblings())
    members = [mark, *after]
    mark.addprevious(run)
    run.extend(members)
    return run


def _unnamed(
    holders: dict[lxml.html.HtmlElement, lxml.html.HtmlElement],
    within: Mapping[lxml.html.HtmlElement, int],
) -> list[lxml.html.HtmlElement]:
    """Return what looks like most holders, stands beside them, and names nobody."""
    looks = Counter(map(look_of, holders))
    (look, number), *_ = looks.most_common(1)
    parents = {each.getparent() for each in holders if look_of(each) == look}
    if number < 2 or not look[1]:  # noqa: PLR2004 -- a look of one is none
        return []
    beside = (each for parent in parents if parent is not None for each in parent)
    return [
        each
        for each in beside
        if look_of(each) == look and each not in holders and not within.get(each)
    ]


def _block(
    holder: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement | None,
    marks: dict[lxml.html.HtmlElement, str],
    quotes: int,
    opened: Mapping[lxml.html.HtmlElement, lxml.html.HtmlElement],
) -> Block:
    called = called_in(holder)
    date = marked_date(holder) or next(properties_in(called, _DATES), "") or titled_date(holder)
    anchor = place_of(holder, mark, opened)
    head = None if mark is None or mark is holder else head_around(mark, holder)
    beside = beside_words(holder, called)
    age = "" if date or mark is None else age_of(mark, head, holder, beside)
    if head is not None:
        head.drop_tree()
    return Block(
        author=marks[mark] if mark is not None else "",
        text=_words(holder, called, beside if head is None else beside | {head}),
        date=date,
        anchor=anchor,
        quotes=quotes,
        age=age,
    )


def _words(
    holder: lxml.html.HtmlElement,
    called: Iterable[lxml.html.HtmlElement],
    beside: Collection[lxml.html.HtmlElement],
) -> str:
    bodies = bodies_in(called, beside)
    drop_elements((each for each in beside if each.getparent() is not None), holder)
    return "\n\n".join(filter(None, map(tree_text, bodies))) or tree_text(unwrapped(holder))


def drop_elements(elements: Iterable[lxml.html.HtmlElement], tree: lxml.html.HtmlElement) -> None:
    """Drop elements of a tree, and leave the words after them.

    All at once: the library joins such words anew for each that is dropped alone.
    """
    for each in [*elements]:
        if each is not tree:
            each.tag = _DROPPED
    strip_elements(tree, _DROPPED, with_tail=False)
