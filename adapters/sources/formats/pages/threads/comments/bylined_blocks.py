"""Finds comments below an article that nothing marks: blocks that begin with a name and a date."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements, with_moments
from adapters.sources.formats.pages.threads.comments.bylined_heads import (
    PERSON,
    Headed,
    foot_of,
    head_of,
    is_only_head,
    is_surely_named,
    leads_to_somebody,
)
from adapters.sources.formats.pages.threads.comments.evidence import are_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import lxml.html

_TAGS: Final = ("li", "div", "section", "article", "tr", "p", "dt", "dd", "blockquote")
_FLAT: Final = frozenset({"p", "dt", "div", "h3", "h4", "h5", "h6"})
_OWN_WORDS: Final = 200
"""So many characters of the article stand above the comments on it."""
_MOST: Final = 5_000
_MOST_BLOCKS: Final = 2_000
_MOST_LONE: Final = 20
"""So many blocks with none beside them are looked at."""


@dataclass(frozen=True, slots=True)
class BylinedBlocks:
    """What stands below an article under other names.

    Attributes:
        blocks: The words of each; they are taken off the page.
        are_unclear: Whether what is above the words may be no names: then they are nobody's, as
            is all of the page, and stay on it.
    """

    blocks: Sequence[Block] = ()
    are_unclear: bool = False


def bylined_blocks(tree: lxml.html.HtmlElement, author: str) -> BylinedBlocks:
    """Take the blocks that name others below an article off its page, and return their words.

    Such are at least two side by side that begin, or end, with a name and a date each, or one that
    is surely somebody's, below the words of the article, where the page tells besides that they
    are comments.

    Args:
        tree: The page; it is changed.
        author: Who wrote the article; "" where nobody knows.
    """
    _join_flat(tree)
    candidates = [*islice(_candidates(tree), _MOST + 1)]
    found = _found(candidates[:_MOST], author)
    is_all = len(candidates) <= _MOST and len(found) <= _MOST_BLOCKS
    if found and not (is_all and any(map(is_surely_named, found.values()))):
        return BylinedBlocks(are_unclear=True)
    blocks: list[Block] = []
    for element in reversed(found):  # what is within others is read, and dropped, first
        block = _block(element, found[element])
        drop_elements([element], tree)
        if block.text:
            blocks.append(block)
    return BylinedBlocks(with_moments(blocks[::-1]))


def _found(
    candidates: Sequence[lxml.html.HtmlElement], author: str
) -> dict[lxml.html.HtmlElement, Headed]:
    """Return the blocks in their order."""
    told = ((each, head_of(each) or foot_of(each)) for each in candidates)
    heads = {each: head for each, head in told if head is not None}
    runs: dict[lxml.html.HtmlElement | None, list[lxml.html.HtmlElement]] = {}
    for each in heads:
        runs.setdefault(each.getparent(), []).append(each)
    several = {each for run in runs.values() if len(run) > 1 for each in run}
    evident = {each for run in runs.values() if _is_evident(run, heads) for each in run}
    for each in heads:  # what is within a comment is a reply to it
        if not evident.isdisjoint(each.iterancestors()):
            evident.add(each)
    around = {up for each in heads for up in each.iterancestors()}
    alone = (each for each in heads if each not in several and each not in around)
    apart = (each for each in alone if several.isdisjoint(each.iterancestors()))
    lone = {each for each in islice(apart, _MOST_LONE) if _is_lone(each, heads[each], author)}
    found = [each for each in heads if each in evident and (each in several or each in lone)]
    if not found or _size_before(found[0]) < _OWN_WORDS:
        return {}
    return {each: heads[each] for each in found}


def _is_evident(
    run: Sequence[lxml.html.HtmlElement], heads: Mapping[lxml.html.HtmlElement, Headed]
) -> bool:
    """Return whether blocks side by side are certainly comments, and not events or versions."""
    return are_comments(run) or all(map(leads_to_somebody, (heads[each] for each in run)))


def _is_lone(element: lxml.html.HtmlElement, head: Headed, author: str) -> bool:
    """Return whether a block with none beside it is surely of another than the author."""
    if head.is_foot or head.author == author:
        return False
    is_person = PERSON.fullmatch(head.author) is not None
    return is_person and len(element.text_content()) <= _size_before(element)


def _candidates(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for each in tree.iter(*_TAGS):
        if not any(up.tag in AROUND for up in each.iterancestors()):
            yield each


def _join_flat(tree: lxml.html.HtmlElement) -> None:
    """Put what tells only who wrote what follows into one element with that."""
    heads = [each for each in islice(tree.iter(*_FLAT), _MOST) if is_only_head(each)]
    parents: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
    for each in heads:
        parents.setdefault(each.getparent(), []).append(each)
    for parent, own in parents.items():
        last = own[-1].getnext()
        if parent is None or len(own) < 2 or last is None or not _says(last):  # noqa: PLR2004 -- one alone may sign what is above
            continue
        for each in own:
            run = parent.makeelement("div")
            members = [each, *_until(each, own)]
            each.addprevious(run)
            run.extend(members)


def _until(
    head: lxml.html.HtmlElement, heads: Sequence[lxml.html.HtmlElement]
) -> Iterator[lxml.html.HtmlElement]:
    for each in head.itersiblings():
        if each in heads or each.tag in {"h1", "h2", "hr", "form", "nav", "footer"}:
            return
        yield each


def _says(element: lxml.html.HtmlElement) -> bool:
    return len(element.text_content().split()) > 1


def _size_before(element: lxml.html.HtmlElement) -> int:
    """Return how many characters of words stand on a page before an element."""
    before: Iterable[str] = element.xpath(
        "preceding::text()[not(ancestor::nav or ancestor::footer or ancestor::aside"
        " or ancestor::script or ancestor::style or ancestor::head)]"
    )
    return sum(len(each.strip()) for each in before)


def _block(element: lxml.html.HtmlElement, head: Headed) -> Block:
    for node, place in head.nodes:
        setattr(node, place, None)
    if element.tag in {"li", "tr", "dd"}:
        element.tag = "div"
    for cell in chain(element.iter("td"), element.iter("th")):
        cell.tag = "div"
    anchor = element.get("id") or ""
    date, age = (head.date, "") if head.is_marked else ("", head.date)
    return Block(head.author, tree_text(element), date, anchor, 0, age=age)
