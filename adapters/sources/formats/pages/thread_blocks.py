"""Finds on a page of a thread the words of each person: blocks that each name one author."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import tree_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import lxml.html

_AUTHORS: Final = frozenset(
    "username user-name user_name author author-name author_name authorname post-author postauthor"
    " comment-author commentauthor comment-user poster fn nickname nick creator message-name hnuser"
    " message-author posted-by display-name user-link".split()
)
_BODIES: Final = frozenset(
    "cooked post-body post-text post-content post_body postbody post-message message-body"
    " message-content messagetext bbwrapper s-prose comment-copy comment-content comment-text"
    " comment-body commtext usertext-body entry-content content body text md".split()
)
_BODY_PROPERTIES: Final = frozenset({"text", "articlebody", "commenttext"})
_QUOTES: Final = frozenset(
    "quote quotebox bbcodeblock--quote gmail_quote quote-box blockquote-author quotecontent".split()
)
_APART: Final = frozenset(
    "post-controls controls actions signature avatar vote votes voting post-menu post-meta meta"
    " comment-meta post-actions message-footer message-signature reply-link score toolbar".split()
)
_AROUND: Final = ("nav", "footer", "aside", "button", "time", "form")
_LINES: Final = frozenset(
    "a b cite dd div dt em h1 h2 h3 h4 h5 h6 i li p span strong td th".split()
)
"""Where a known name may stand alone."""
_CORNERS: Final = frozenset({"td", "th", "dt"})
"""Where it may stand above what else there is to know of an author."""
_HEADS: Final = frozenset("header h1 h2 h3 h4 h5 h6 th dt cite address".split())
_HEAD: Final = re.compile(r"name|user|author|head|byline|meta|info|profile|poster|vcard|avatar")
_MAY_QUOTE: Final = "descendant-or-self::*[@class or self::aside or self::blockquote]"
_SAYS_WHAT: Final = "descendant-or-self::*[@class or @itemprop]"
_LONGEST_NAME: Final = 60
_LONGEST_HEAD: Final = 100
_MOST_MARKS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Block:
    """The words of one person on a page.

    Attributes:
        author: The name; "" where none is told.
        text: The words.
        date: When they were written, as a program may read it; "" where that is not told.
        anchor: The name of the place on the page; "" where it has none.
        quotes: How often somebody else's words, named as theirs, were left out of it.
    """

    author: str
    text: str
    date: str
    anchor: str
    quotes: int


def blocks_of(tree: lxml.html.HtmlElement, names: Collection[str]) -> tuple[list[Block], set[str]]:
    """Return the blocks of a page that each name one author, in their order, and all the names.

    A block is the largest element around a name in which no other one is named; one that looks
    the same beside it and names nobody is a block without an author.

    Args:
        tree: The page; it is changed.
        names: The names of authors, as far as the page tells them to programs.
    """
    quotes = [each for each in tree.xpath(_MAY_QUOTE) if _is_quote(each)]
    marks = _marks(tree, frozenset(names), {inner for each in quotes for inner in each.iter("*")})
    if not 1 < len(marks) <= _MOST_MARKS:
        return [], set(marks.values())
    holders = _holders(marks)
    counted = Counter(up for each in quotes for up in each.iterancestors() if up in holders)
    for each in quotes:
        if each.getparent() is not None:
            each.drop_tree()
    whole = {**holders, **dict.fromkeys(_unnamed(holders) if holders else [])}
    ordered = [each for each in tree.iter("*") if each in whole]
    found = [_block(each, whole[each], marks, counted[each]) for each in ordered]
    return [block for block in found if block.text], set(marks.values())


def _is_quote(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element shows somebody else's words, and says whose."""
    if element.tag not in {"aside", "blockquote"}:
        return bool(_classes(element) & _QUOTES)
    of_whom = element.get("data-username") or element.get("data-quote")
    return bool(of_whom or _classes(element) & _QUOTES or element.find("cite") is not None)


def _marks(
    tree: lxml.html.HtmlElement,
    names: frozenset[str],
    without: set[lxml.html.HtmlElement],
) -> dict[lxml.html.HtmlElement, str]:
    """Return the outermost elements that name an author, with the name."""
    marks: dict[lxml.html.HtmlElement, str] = {}
    taken: set[lxml.html.HtmlElement] = set(without)
    # Few elements of most pages say what they are, and these are soon found.
    for each in tree.iter("*") if names else tree.xpath(_SAYS_WHAT):
        if each in taken or not _may_name(each, names):
            continue
        name = _name_in(each, names)
        if name and len(name) <= _LONGEST_NAME:
            marks[each] = name
            taken.update(each.iter("*"))
    return marks


def _may_name(element: lxml.html.HtmlElement, names: frozenset[str]) -> bool:
    if element.get("itemprop") in {"author", "creator"} or _classes(element) & _AUTHORS:
        return True
    said = (element.text or "").strip()
    return said in names and element.tag in (_CORNERS if len(element) else _LINES)


def _name_in(element: lxml.html.HtmlElement, names: frozenset[str]) -> str:
    if (element.text or "").strip() in names:
        return (element.text or "").strip()
    told = [each for each in element.iter("*") if each.get("itemprop") == "name"]
    told += [each for each in element.iter("*") if "fn" in _classes(each)]
    said = " ".join((told[0].get("content") or told[0].text_content()).split()) if told else ""
    said = said or element.get("content") or " ".join(element.text_content().split())
    known = [name for name in names if re.match(rf"{re.escape(name)}(?!\w)", said)]
    return max(known, key=len, default=said)


def _holders(
    marks: dict[lxml.html.HtmlElement, str],
) -> dict[lxml.html.HtmlElement, lxml.html.HtmlElement]:
    """Return for each author named the largest element around in which no other one is."""
    within: Counter[lxml.html.HtmlElement] = Counter()
    for mark in marks:
        within.update([mark, *mark.iterancestors()])
    holders: dict[lxml.html.HtmlElement, lxml.html.HtmlElement] = {}
    beside: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
    for mark in marks:
        holder = mark
        for each in mark.iterancestors():
            if within[each] > 1:
                break
            holder = each
        parent = holder.getparent()
        if holder is mark and parent is not None:
            beside.setdefault(parent, []).append(mark)
        else:
            holders[holder] = mark
    for parent, lone in beside.items():
        if not _words_before(lone[0]):
            holders.update((_run(parent, mark, within), mark) for mark in lone)
    return holders


def _words_before(mark: lxml.html.HtmlElement) -> bool:
    """Tell whether words stand before the first name: then each may stand below what is its own."""
    before = [each for each in mark.itersiblings(preceding=True) if each.tag not in _HEADS]
    return any(each.text_content().strip() or (each.tail or "").strip() for each in before)


def _run(
    parent: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement,
    within: Counter[lxml.html.HtmlElement],
) -> lxml.html.HtmlElement:
    """Return a new element, in a name's place, of it and what follows up to where another is."""
    run = parent.makeelement("div")
    after = takewhile(lambda each: not within[each], mark.itersiblings())
    members = [mark, *after]
    parent.insert(parent.index(mark), run)
    run.extend(members)
    return run


def _unnamed(
    holders: dict[lxml.html.HtmlElement, lxml.html.HtmlElement],
) -> list[lxml.html.HtmlElement]:
    """Return what looks like most holders, stands beside them, and names nobody."""
    looks = Counter((each.tag, each.get("class") or "") for each in holders)
    (look, number), *_ = looks.most_common(1)
    parents = {each.getparent() for each in holders if (each.tag, each.get("class") or "") == look}
    if number < 2 or not look[1]:  # noqa: PLR2004 -- a look of one is none
        return []
    beside = (each for parent in parents if parent is not None for each in parent)
    return [
        each
        for each in beside
        if (each.tag, each.get("class") or "") == look and each not in holders
    ]


def _block(
    holder: lxml.html.HtmlElement,
    mark: lxml.html.HtmlElement | None,
    marks: dict[lxml.html.HtmlElement, str],
    quotes: int,
) -> Block:
    date = next((each.get("datetime") or "" for each in holder.iter("time")), "")
    date = date or next(_properties(holder, {"datepublished", "datecreated"}), "")
    anchors = [each.get("id") for each in (holder, *holder.iter("a")) if each.get("id")]
    copy = deepcopy(holder)
    copy.tail = None
    # By their places, for a copy has other elements.
    places = zip(holder.iter("*"), copy.iter("*"), strict=True)
    for twin in [twin for each, twin in places if each is mark]:
        _drop_name(twin, copy)
    return Block(
        author=marks[mark] if mark is not None else "",
        text=_words(copy),
        date=date,
        anchor=str(anchors[0]) if anchors else "",
        quotes=quotes,
    )


def _drop_name(mark: lxml.html.HtmlElement, holder: lxml.html.HtmlElement) -> None:
    """Drop a name with its line."""
    top = mark
    for each in mark.iterancestors():
        if each is holder or not _is_head(each):
            break
        top = each
    if top.getparent() is not None:
        top.drop_tree()


def _is_head(element: lxml.html.HtmlElement) -> bool:
    """Return whether an element is the line or the corner of a post that tells who wrote it."""
    is_called_so = any(_HEAD.search(each) for each in _classes(element))
    if not is_called_so and element.tag not in _HEADS:
        return False
    return len(element.text_content()) <= _LONGEST_HEAD


def _words(holder: lxml.html.HtmlElement) -> str:
    for each in [*holder.iter(*_AROUND)]:
        if each is not holder and each.getparent() is not None:
            each.drop_tree()
    for each in [*holder.iter("*")]:
        if each is not holder and _classes(each) & _APART and each.getparent() is not None:
            each.drop_tree()
    bodies = dict.fromkeys(each for each in holder.iter("*") if _is_body(each))
    outer = [each for each in bodies if not any(up in bodies for up in each.iterancestors())]
    texts = filter(None, map(tree_text, outer))
    return "\n\n".join(texts) or tree_text(_inner(holder))


def _inner(holder: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return what a block wraps: an item of a list would begin with its dash."""
    while len(holder) == 1 and not (holder.text or "").strip() + (holder[0].tail or "").strip():
        holder = holder[0]
    holder.tag = "div" if holder.tag == "li" else holder.tag
    return holder


def _is_body(element: lxml.html.HtmlElement) -> bool:
    said = (element.get("itemprop") or "").lower()
    return said in _BODY_PROPERTIES or bool(_classes(element) & _BODIES)


def _properties(holder: lxml.html.HtmlElement, names: set[str]) -> Iterator[str]:
    for each in holder.iter("*"):
        if (each.get("itemprop") or "").lower() in names:
            yield each.get("content") or each.get("datetime") or ""


def _classes(element: lxml.html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").lower().split())
