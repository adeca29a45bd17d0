"""Tells whether what was read of a page may be of several people."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import NAME, squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.article.text import is_body
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.threads.linked_counts import told_comments
from adapters.sources.formats.pages.threads.marks import called_in
from adapters.sources.formats.pages.works import is_title_of_work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import lxml.html

COMMENTS: Final = (
    "comments?|responses?|replies|reply|answers?|thoughts?"
    "|kommentare?|antworten|antwort|commentaires?|réponses?|comentarios?|respuestas?"
)
_COUNTED: Final = re.compile(
    rf"(\d{{1,6}}) +(?:{COMMENTS})(?: *:?| so far| +(?:on|to|zu|auf|sur|à|en|a) *[“„«\"‘'].*)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(rf"(?:{COMMENTS}) *[(:]? *(\d{{1,6}}) *\)?", re.IGNORECASE)
_HIDDEN: Final = "data-remaining-comments-count"
_LONGEST_HEADING: Final = 120
_PROFILE: Final = re.compile(
    r"/(?:u|user|users|member|members|profile|profiles|people|author)/([^/?#]{1,60})"
    r"|/@([^/?#]{1,60})"
    r"|(?:action=profile|mode=viewprofile|member\.php|profile\.php)[^#]{0,60}?[?;&](?:u|uid|id)=(\d{1,12})"
)
_LABELS: Final = ("a", "b", "strong", "span", "div", "p", "dt", "td", "th", "h3", "h4", "h5", "h6")
_WROTE: Final = re.compile(
    r"^(.{2,40}?) (?:wrote|writes|said|says|replied|schrieb|sagt|a écrit|dit|escribió|dijo)"
    r"(?: .{1,40})?:\s*$",
    re.MULTILINE,
)
_SPOKEN: Final = ("a", "b", "cite", "div", "em", "i", "p", "span", "strong")
_MOST_LEVELS: Final = 3
"""So far above a name the block is that has its words."""

_MOST_BLOCKS: Final = 20
_MOST_READ: Final = 20_000
"""So many elements are read in such blocks; where there are more, the words may be anybody's."""

_LOOKED_AT: Final = 2_000
"""So many links, and so many pieces below a heading, are looked at."""
_SHOWN: Final = 40
_MOST_COMPARED: Final = 100_000_000
"""So many characters are looked through for what others wrote."""


class ThreadSigns:
    """What on a page tells that other people than its author have words on it.

    Args:
        tree: The page.
        linked: Its linked data.

    Attributes:
        comments: How many comments, or answers, the page says that there are.
        hidden: How many it shows where somebody asks for them, and does not hold.
    """

    def __init__(self, tree: lxml.html.HtmlElement, linked: list[dict[str, object]]) -> None:
        self._tree = tree
        self._heading, counted = _heading_of(tree)
        said = [each.get("content") or "" for each in tree.iter("meta") if _counts(each)]
        counts = [int(each) for each in said if re.fullmatch(r"\d{1,9}", each)]
        self.comments = max(counted, told_comments(linked), *counts, 0)
        shown_later = (each.get(_HIDDEN) or "" for each in tree.iter("ul", "div"))
        self.hidden = sum(int(each) for each in shown_later if re.fullmatch(r"\d{1,4}", each))

    def shows_others(self, text: str, author: str, read: int) -> bool:
        """Return whether others than its author may have words in a text.

        Args:
            text: The text.
            author: Who wrote it, as the page says; "" where it does not.
            read: How many comments were read, and are not in it.
        """
        shows_several = self.names_several() or self.labels_several(author, text)
        if self.comments > read or shows_several or (author and self.ends_with_several(text)):
            return not self.is_of_one(text)
        return False

    def is_of_one(self, text: str) -> bool:
        """Return whether a text is certainly one part of the page, in which others have none."""
        whole = squeezed(text)
        if any(whole in squeezed(tree_text(each)) for each in self.own_parts()):
            return True
        return self._heading is not None and not any(each in text for each in self.below_heading())

    def names_several(self) -> bool:
        """Return whether the page leads to the profiles of several people, beside its menus."""
        met = set()
        for each in islice(self._tree.iter("a"), _LOOKED_AT):
            found = _PROFILE.search(each.get("href") or "")
            if found and not any(up.tag in AROUND for up in each.iterancestors()):
                met.add(next(filter(None, found.groups())).lower())
        return len(met) > 1

    def labels_several(self, author: str, text: str) -> bool:
        """Return whether others are named as the author is: in lines that look the same.

        Args:
            author: The name of whom the page says that it is by.
            text: Its words, which have those lines.
        """
        if len({each[1] for each in _WROTE.finditer(text) if NAME.fullmatch(each[1])}) > 1:
            return True
        if not author or author not in text:
            return False
        named = [each for each in self._tree.iter(*_LABELS) if _said_alone(each) == author]
        looks = {_look(each) for each in islice(named, _LOOKED_AT)}
        alike = (each for each in self._tree.iter(*_LABELS) if looks and _look(each) in looks)
        labels = map(_said_alone, islice(alike, _LOOKED_AT))
        return any(NAME.fullmatch(each) and each != author and each in text for each in labels)

    def ends_with_several(self, text: str) -> bool:
        """Return whether a text ends with blocks that look the same, each below another name."""
        blocks: dict[object, dict[lxml.html.HtmlElement, str]] = {}
        for each in islice(self._tree.iter(*_SPOKEN), _LOOKED_AT):
            name = _said_alone(each)
            if not NAME.fullmatch(name) or not name.replace(" ", "").isalpha():
                continue
            if is_title_of_work(each):
                continue
            for level, block in enumerate(_begun_by(each)):
                key = (level, _look(each), block.getparent())
                blocks.setdefault(key, {})[block] = name
        several = (each for each in blocks.values() if len({*each.values()}) > 1)
        end = squeezed(text)[-_SHOWN:]
        near = chain.from_iterable(
            [*each][-_MOST_BLOCKS:] for each in islice(several, _MOST_BLOCKS)
        )
        left = _MOST_READ
        for each in near:
            left -= sum(1 for _ in islice(each.iter(), left + 1))
            if left < 0 or end in squeezed(tree_text(each)):
                return True
        return False

    def own_parts(self) -> Iterator[lxml.html.HtmlElement]:
        """Yield what the page calls the words of its article, if it does so once."""
        articles = [*islice(self._tree.iter("article"), 2)]
        bodies = [each for each in called_in(self._tree) if is_body(each)]
        for found in (bodies, articles):
            if len(found) == 1 and not self._has_heading(found[0]) and not _has_comments(found[0]):
                yield found[0]

    def _has_heading(self, part: lxml.html.HtmlElement) -> bool:
        return self._heading is not None and part in self._heading.iterancestors()

    def below_heading(self) -> set[str]:
        """Return how the first pieces begin that stand below the heading of what others say."""
        return {*islice(self._below_heading(), _LOOKED_AT)}

    def _below_heading(self) -> Iterator[str]:
        if self._heading is not None:
            for each in self._heading.xpath("following::text()"):
                said = " ".join(each.split())
                if len(said) >= _SHOWN:
                    yield said[:_SHOWN]


def shows_any(text: str, told: Iterable[str]) -> bool:
    """Return whether a text has the beginning of any other, of those that are not short."""
    begun = (squeezed(each)[:_SHOWN] for each in told if len(each) >= _SHOWN)
    whole = squeezed(text)
    return any(each in whole for each in islice(begun, _MOST_COMPARED // (len(text) + 1)))


def _begun_by(element: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield what begins with an element, on a line of its own, and says more: the nearest first."""
    for up in islice(element.iterancestors(), _MOST_LEVELS):
        is_first = element.getprevious() is None and not (up.text or "").strip()
        if not is_first or up.tag == "p" or (element.tail or "").strip():
            return
        if len(up) > 1:
            yield up
        element = up


def _said_alone(element: lxml.html.HtmlElement) -> str:
    """Return the words of an element with no other in it, or "" where it has others."""
    return " ".join((element.text or "").split()) if not len(element) else ""


def _look(element: lxml.html.HtmlElement) -> tuple[str, str, str, str]:
    """Return what an element and the one around it look like."""
    around = element.getparent()
    beside = ("", "") if around is None else (str(around.tag), around.get("class") or "")
    return (str(element.tag), element.get("class") or "", *beside)


def _heading_of(tree: lxml.html.HtmlElement) -> tuple[lxml.html.HtmlElement | None, int]:
    """Return the heading of what others say on a page, with how many it says they are."""
    for each in islice(tree.iter("h2", "h3", "h4", "h5"), _LOOKED_AT):
        said = " ".join(each.text_content()[: _LONGEST_HEADING * 2].split())
        if len(said) <= _LONGEST_HEADING:
            found = _COUNTED.fullmatch(said) or _LISTED.fullmatch(said)
            if found and int(found[1]):
                return each, int(found[1])
    return None, 0


def _counts(meta: lxml.html.HtmlElement) -> bool:
    return (meta.get("itemprop") or "").lower() in {"commentcount", "answercount"}


def _has_comments(part: lxml.html.HtmlElement) -> bool:
    names: Collection[str] = ("comment", "comments", "reply", "replies", "responses")
    return any(not set(names).isdisjoint(classes_of(each)) for each in called_in(part))
