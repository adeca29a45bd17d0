"""Finds comments below an article that nothing marks: blocks that begin with a name and a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from lxml.etree import iterwalk

from adapters.sources.bylines import PEOPLE, byline_in
from adapters.sources.formats.pages.html_text import tree_text
from adapters.sources.formats.pages.pictures import AROUND
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements, with_moments
from adapters.sources.written_dates import age_in, date_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import lxml.html

_TAGS: Final = ("li", "div", "section", "article", "tr", "p", "dt", "dd", "blockquote")
_FLAT: Final = frozenset({"p", "dt", "div", "h3", "h4", "h5", "h6"})
_NAME: Final = re.compile(r"@?[^\W\d_][\w.'’-]{0,30}(?: [^\W\d][\w.'’-]{0,30}){0,3}")
_HANDLE: Final = re.compile(r"@\S+|[a-zß-öø-ÿ][^\sA-Z]*|\S*[\d_]\S*")
_PEOPLE: Final = re.compile(PEOPLE)
_SOMEBODY: Final = re.compile(
    r"/(?:u|users?|members?|profiles?|people|authors?)/|[/.]@|/~|[?&](?:u|uid|user)=|profile|member",
    re.IGNORECASE,
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5"})
_BETWEEN: Final = re.compile(
    r"[\s·•|,:–—-]*(?:(?:said|says|wrote|writes|replied|commented|posted|schrieb|sagt|sagte|a écrit"
    r"|a dit|dit|escribió|dijo|comentó)\b)?[\s·•|,:–—-]*(?:on|at|am|le|el|vom)?[\s·•|,:–—-]*",
    re.IGNORECASE,
)
_MOST_LEVELS: Final = 3
_PIECES: Final = 6
"""So many pieces of text hold who wrote a block, and when."""
_LONGEST: Final = 120
_OWN_WORDS: Final = 200
"""So many characters of the article stand above the comments on it."""
_MOST: Final = 5_000
_MOST_BLOCKS: Final = 2_000
_MOST_LONE: Final = 20
"""So many blocks with none beside them are looked at."""


@dataclass(frozen=True, slots=True)
class _Headed:
    """A block that begins with a name and a date.

    Attributes:
        author: The name.
        date: The date, for programs or as it is written.
        is_marked: Whether the date is one for programs.
        nodes: What holds the two, by the elements whose text or tail it is.
        is_foot: Whether the block ends with them.
    """

    author: str
    date: str
    is_marked: bool
    nodes: tuple[tuple[lxml.html.HtmlElement, str], ...]
    is_foot: bool = False


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
    is surely somebody's, below the words of the article.

    Args:
        tree: The page; it is changed.
        author: Who wrote the article; "" where nobody knows.
    """
    _join_flat(tree)
    candidates = [*islice(_candidates(tree), _MOST + 1)]
    found = _found(candidates[:_MOST], author)
    is_all = len(candidates) <= _MOST and len(found) <= _MOST_BLOCKS
    if found and not (is_all and any(map(_is_surely_named, found.values()))):
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
) -> dict[lxml.html.HtmlElement, _Headed]:
    """Return the blocks in their order."""
    told = ((each, _head_of(each) or _foot_of(each)) for each in candidates)
    heads = {each: head for each, head in told if head is not None}
    runs: dict[lxml.html.HtmlElement | None, list[lxml.html.HtmlElement]] = {}
    for each in heads:
        runs.setdefault(each.getparent(), []).append(each)
    several = {each for run in runs.values() if len(run) > 1 for each in run}
    around = {up for each in heads for up in each.iterancestors()}
    alone = (each for each in heads if each not in several and each not in around)
    apart = (each for each in alone if several.isdisjoint(each.iterancestors()))
    lone = {each for each in islice(apart, _MOST_LONE) if _is_lone(each, heads[each], author)}
    found = [each for each in heads if each in several or each in lone]
    if not found or _size_before(found[0]) < _OWN_WORDS:
        return {}
    return {each: heads[each] for each in found}


def _is_lone(element: lxml.html.HtmlElement, head: _Headed, author: str) -> bool:
    """Return whether a block with none beside it is surely of another than the author."""
    if head.is_foot or head.author == author:
        return False
    is_person = _PEOPLE.fullmatch(head.author) is not None
    return is_person and len(element.text_content()) <= _size_before(element)


def _is_surely_named(head: _Headed) -> bool:
    """Return whether what stands above words is a name: of two words, an account's, or linked."""
    link = _link_around(*head.nodes[0])
    if link is not None:
        return _leads_to_somebody(link)
    return any(form.fullmatch(head.author) for form in (_PEOPLE, _HANDLE))


def _is_title(name: str, node: lxml.html.HtmlElement, place: str) -> bool:
    """Return whether what looks like a name is that of another page, to which it leads."""
    link = _link_around(node, place)
    if link is None or _leads_to_somebody(link):
        return False
    is_heading = any(up.tag in _HEADINGS for up in (link, *link.iterancestors(), *link.iter("*")))
    return is_heading or not (_PEOPLE.fullmatch(name) or " " not in name)


def _link_around(node: lxml.html.HtmlElement, place: str) -> lxml.html.HtmlElement | None:
    around = (node, *node.iterancestors()) if place == "text" else node.iterancestors()
    return next((up for up in islice(around, _MOST_LEVELS) if up.tag == "a"), None)


def _leads_to_somebody(link: lxml.html.HtmlElement) -> bool:
    href, rel = link.get("href") or "", (link.get("rel") or "").lower().split()
    is_marked = not {"nofollow", "ugc", "author"}.isdisjoint(rel)
    return href[:1] in {"", "#"} or is_marked or _SOMEBODY.search(href) is not None


def _candidates(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for each in tree.iter(*_TAGS):
        if not any(up.tag in AROUND for up in each.iterancestors()):
            yield each


def _join_flat(tree: lxml.html.HtmlElement) -> None:
    """Put what tells only who wrote what follows into one element with that."""
    heads = [each for each in islice(tree.iter(*_FLAT), _MOST) if _is_only_head(each)]
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


def _is_only_head(element: lxml.html.HtmlElement) -> bool:
    said = " ".join(element.text_content().split())
    if not said or len(said) > _LONGEST:
        return False
    found = byline_in(said, is_named=True)
    return found is not None and bool(found.author and found.date)


def _texts(element: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str, str]]:
    """Yield the texts in an element, each with the element whose text or tail it is."""
    for event, each in iterwalk(element, events=("start", "end")):
        if event == "end" and each is element:
            return
        place = "text" if event == "start" else "tail"
        said = getattr(each, place)
        if said and not said.isspace():
            yield each, place, " ".join(said[: _LONGEST * 2].split())


def _head_of(element: lxml.html.HtmlElement) -> _Headed | None:
    """Return who wrote a block and when, where it begins with that and has other words."""
    texts = [*islice(_texts(element), _PIECES)]
    if not texts or len(texts[0][2]) > _LONGEST:
        return None
    first = byline_in(texts[0][2], is_named=True)
    if first is not None and first.author and first.date:
        return _with_words(texts, 1, first.author, first.date)
    name = texts[0][2].strip(" ,:·•|–—-")
    if not _NAME.fullmatch(name) or _is_title(name, *texts[0][:2]):
        return None
    for at, (node, place, said) in enumerate(texts[1:], 1):
        marked = _moment_around(node if place == "text" else node.getparent(), element)
        date = _date_alone(said)
        if marked or date:
            return _with_words(texts, at + 1, name, marked or date, is_marked=bool(marked))
        if not _BETWEEN.fullmatch(said):
            return None
    return None


def _foot_of(element: lxml.html.HtmlElement) -> _Headed | None:
    """Return who wrote a block and when, where its last part is that and no other is before."""
    last = (
        element[-1] if len(element) > 1 or (len(element) and (element.text or "").strip()) else None
    )
    if last is None or (last.tail or "").strip() or not _is_only_head(last):
        return None
    found = byline_in(last.text_content(), is_named=True)
    nodes = tuple((node, place) for node, place, _ in _texts(last))
    if found is None:
        return None
    return _Headed(found.author, found.date, is_marked=False, nodes=nodes, is_foot=True)


def _moment_around(node: lxml.html.HtmlElement | None, until: lxml.html.HtmlElement) -> str:
    """Return the moment that the element around a text tells programs; "" for none."""
    while node is not None and node is not until:
        if node.tag == "time" and node.get("datetime"):
            return node.get("datetime") or ""
        node = node.getparent()
    return ""


def _date_alone(said: str) -> str:
    found = date_in(said) or age_in(said)
    if found is None:
        return ""
    rest = said[: found.start()], said[found.end() :]
    return found[0].strip() if all(map(_BETWEEN.fullmatch, rest)) else ""


def _with_words(
    texts: Sequence[tuple[lxml.html.HtmlElement, str, str]],
    used: int,
    author: str,
    date: str,
    *,
    is_marked: bool = False,
) -> _Headed | None:
    if len(texts) <= used:
        return None
    nodes = tuple((node, place) for node, place, _ in texts[:used])
    return _Headed(author, date, is_marked, nodes)


def _size_before(element: lxml.html.HtmlElement) -> int:
    """Return how many characters of words stand on a page before an element."""
    before: Iterable[str] = element.xpath(
        "preceding::text()[not(ancestor::nav or ancestor::footer or ancestor::aside"
        " or ancestor::script or ancestor::style or ancestor::head)]"
    )
    return sum(len(each.strip()) for each in before)


def _block(element: lxml.html.HtmlElement, head: _Headed) -> Block:
    for node, place in head.nodes:
        setattr(node, place, None)
    if element.tag in {"li", "tr", "dd"}:
        element.tag = "div"
    for cell in chain(element.iter("td"), element.iter("th")):
        cell.tag = "div"
    anchor = element.get("id") or ""
    date, age = (head.date, "") if head.is_marked else ("", head.date)
    return Block(head.author, tree_text(element), date, anchor, 0, age=age)
