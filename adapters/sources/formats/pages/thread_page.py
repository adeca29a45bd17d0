"""Reads a saved page of a forum, or of a question and its answers: a post for each one's words."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.dates import parse_date
from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.linked_data import comments_in, thread_in
from adapters.sources.formats.pages.thread_blocks import Block, blocks_of
from adapters.sources.formats.pages.thread_marks import (
    MOST_COST,
    MOST_MARKS,
    called_in,
    thread_cost,
)
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.linked_data import Said

_KINDS: Final = ("DiscussionForumPosting", "QAPage", "Question", "Answer", "Comment")
_COVERED: Final = 0.5
"""How much of a page's text its posts have at least, or its authors are not told."""
_SHOWN: Final = 40
_MOST_READ: Final = 100_000_000
"""So many characters are looked through for comments."""


class ThreadPage:
    """What a page says of who wrote which of its words.

    Args:
        tree: The page, parsed; it is changed.
        linked: Its linked data.
        is_article: Whether it calls itself the article of somebody.

    Attributes:
        untold: Why it was not looked at whose words are whose; None where it was.
    """

    def __init__(
        self,
        tree: lxml.html.HtmlElement,
        linked: list[dict[str, object]],
        *,
        is_article: bool,
    ) -> None:
        self.untold: WrongValue | None = None
        self._tree = tree
        self._said = thread_in(linked)
        self._linked = linked
        self._is_article = is_article
        self._is_marked = len(self._said) > 1 or _is_marked(tree)

    def rows(self, first: dict[str, object], labels: Labels) -> list[dict[str, object]]:
        """Return a row for each person's words.

        Args:
            first: The row that the page would be as one post.
            labels: Takes the count of what is left out.
        """
        text = str(first["text"])
        title = self._said[0].title if self._said else ""
        titled = first | {"title": title or first["title"]}
        blocks, authors = self._blocks()
        if _cover([each.text for each in blocks], text):
            labels.leave_out("quotes", sum(each.quotes for each in blocks))
            return _rows(self._completed(blocks), titled)
        said = [each for each in self._said if each.text]
        if len(said) > 1 and _cover([each.text for each in said], text):
            self.untold = None
            return _rows([_block(each) for each in said], titled)
        if self.untold or self._is_by_several(text, authors):
            return [first | {"author": ""}]
        return [first]

    def _blocks(self) -> tuple[list[Block], set[str]]:
        """Return the blocks that name an author each, and all authors named."""
        if self._is_article and not self._is_marked:
            return [], set()
        called = called_in(self._tree)
        if thread_cost(self._tree, called) > MOST_COST:
            self.untold = WrongValue("untold_authors")
            return [], set()
        names = {each.author for each in self._said if each.author}
        found = blocks_of(self._tree, called, names)
        if found is None:
            self.untold = WrongValue("many_authors", most=MOST_MARKS)
            return [], set()
        blocks, authors = found
        is_thread = self._is_marked or len(authors) > 1
        return blocks if is_thread else [], authors

    def _completed(self, blocks: Sequence[Block]) -> list[Block]:
        """Return the blocks with what linked data adds, where both name the same in order."""
        if [each.author for each in blocks] != [each.author for each in self._said]:
            return [*blocks]
        pairs = zip(blocks, self._said, strict=True)
        return [
            replace(
                block,
                date=said.date or block.date,
                is_accepted=said.is_accepted or block.is_accepted,
            )
            for block, said in pairs
        ]

    def _is_by_several(self, text: str, authors: set[str]) -> bool:
        if len({each.author for each in self._said}) > 1 or len(authors) > 1:
            return True
        shown = (each.text for each in comments_in(self._linked) if len(each.text) >= _SHOWN)
        return any(each[:_SHOWN] in text for each in islice(shown, _MOST_READ // (len(text) + 1)))


def _is_marked(tree: lxml.html.HtmlElement) -> bool:
    """Return whether a page marks the posts of a thread for programs."""
    kinds = [each.rpartition("/")[2] for each in tree.xpath("descendant::*/@itemtype")]
    return sum(kind in _KINDS for kind in kinds) > 1


def _block(said: Said) -> Block:
    return Block(said.author, said.text, said.date, said.url, 0, is_accepted=said.is_accepted)


def _cover(texts: Sequence[str], whole: str) -> bool:
    return len(texts) > 1 and sum(map(len, texts)) >= _COVERED * len(whole)


def _rows(blocks: Sequence[Block], first: dict[str, object]) -> list[dict[str, object]]:
    opener, *others = blocks
    rows = [first | {"text": opener.text, "author": opener.author, "posted_at": _date(opener.date)}]
    met = set()
    for each in others:
        mark = text_mark(f"{each.author}\n{each.date}\n{each.text}", 12)
        if mark in met:
            continue
        met.add(mark)
        at = {"id": f"{first['id']}#{each.anchor or mark}", "parent_id": first["id"], "title": ""}
        rows.append(_row(first | at, each) | {"is_accepted": each.is_accepted})
    return rows


def _row(row: dict[str, object], block: Block) -> dict[str, object]:
    said = {"text": block.text, "author": block.author, "posted_at": _date(block.date)}
    url = str(row["url"])
    if block.anchor.startswith("http"):
        said["url"] = block.anchor
    elif block.anchor and url:
        said["url"] = f"{url.partition('#')[0]}#{block.anchor}"
    return row | said


def _date(text: str) -> str:
    try:
        return parse_date(text.strip()).isoformat() if text else ""
    except WrongValue:
        return ""
