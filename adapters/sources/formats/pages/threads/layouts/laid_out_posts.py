"""Finds the posts on pages of a known layout: each with the name and the words that are its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from operator import is_not
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import author_in, date_beside
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.linked_data import ACCEPTED
from adapters.sources.formats.pages.shown_dates import is_of_change, moments_shown, shown_date
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements
from adapters.sources.formats.pages.threads.layouts.forum_layouts import SIGNATURES
from adapters.sources.formats.pages.threads.layouts.parts import (
    anchor_of,
    moment_in,
    name_shown,
    names_of,
    words_among,
)
from adapters.sources.formats.pages.threads.marks import (
    beside_words,
    called_in,
    is_apart,
    quotes_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.threads.layouts.forum_layouts import Layout
    from adapters.sources.left_out_fields import LeftOut

_INLINE: Final = frozenset("a b code em i p pre small span strong".split())
_LONGEST_NAME: Final = 60
_PIECES: Final = 40
"""So many pieces of text are looked through for the date of a post."""
_DATES: Final = ("[datepublished]", "[datecreated]")


def parts_by_name(
    called: Iterable[lxml.html.HtmlElement],
) -> dict[str, list[lxml.html.HtmlElement]]:
    """Return the elements of a page that are called something by each of their names."""
    found: dict[str, list[lxml.html.HtmlElement]] = {}
    for each in called:
        for name in names_of(each):
            found.setdefault(name, []).append(each)
    return found


class LaidOutPosts:
    """The posts of one layout on a page.

    Args:
        tree: The page.
        by_name: Its elements by what they are called.
        layout: What its parts are called.

    Attributes:
        elements: The posts, in their order; one may hold others.
        unread: After `blocks`, how many posts in no other there are of which no words were found.
    """

    def __init__(
        self,
        tree: lxml.html.HtmlElement,
        by_name: Mapping[str, Sequence[lxml.html.HtmlElement]],
        layout: Layout,
    ) -> None:
        self._tree = tree
        self._by_name = by_name
        self._layout = layout
        self.unread = 0
        self.elements = self._posts() if by_name.keys() >= {*layout.signs} else {}

    def first_author(self) -> str:
        """Return the author of the first post; "" where none is told."""
        authors = self._authors()
        return next((authors[each] for each in self.elements if each in authors), "")

    def _outermost_of(self, post: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
        """Return the post in no other that a post is, or stands in."""
        return [each for each in (post, *post.iterancestors()) if each in self.elements][-1]

    def _signatures(self) -> int:
        """Return below how many posts there is a signature, which is no word of theirs."""
        found = (each for name in SIGNATURES for each in self._by_name.get(name, ()))
        told = self._around_heads()  # some call a signature what names the author
        own = (each for each in found if each not in told)
        filled = (each for each in own if any(said.strip() for said in each.itertext()))
        posts = {*map(self._post_of, filled)}
        return len(posts - {None})

    def beside(self) -> dict[LeftOut, int]:
        """Return before `blocks` what stands with the posts and is no word of theirs, counted."""
        return {"signatures": self._signatures(), "page_furniture": self._notices()}

    def count(self, beside: Mapping[LeftOut, int], labels: Labels) -> None:
        """Count after `blocks` what is left out: what stands beside the words, and has none."""
        for kind, number in {**beside, "wordless": self.unread}.items():
            labels.leave_out(kind, number)

    def _notices(self) -> int:
        """Return how many lines the site itself says of the posts."""
        found = [each for name in self._layout.notices for each in self._by_name.get(name, ())]
        outer = [each for each in found if not any(up in found for up in each.iterancestors())]
        return sum(len([*filter(str.strip, tree_text(each).split("\n"))]) for each in outer)

    def blocks(self, heads: Collection[str] = ()) -> list[Block]:
        """Return the words of each post; the tree is changed.

        Args:
            heads: What is no word of a post in which no part is called its words; where none are
                given, such a post has none.
        """
        authors, dates = self._authors(), self._dates()
        shown = self._shown_dates(dates)
        moments = {post: each.isoformat() for post, each in moments_shown(shown).items()}
        quotes = quotes_in(self._tree, called_in(self._tree))
        counts: dict[lxml.html.HtmlElement, int] = {}
        for each in quotes:
            if (post := self._post_of(each)) is not None:
                counts[post] = counts.get(post, 0) + 1
        drop_elements(quotes, self._tree)
        bodies, captions = self._bodies(), self._captions()
        outermost = {each: self._outermost_of(each) for each in self.elements}
        places = self._places()
        read: set[lxml.html.HtmlElement] = set()
        found = []
        for post in reversed(self.elements):  # what is within others is read, and dropped, first
            said = [self._words(bodies.get(post, ()), read), *captions.get(post, ())]
            text = "\n\n".join(filter(None, said))
            if not text and heads and post in authors:
                text = self._rest(post, heads)
            if text:
                read.add(post)
                date = dates.get(post) or moments.get(post, "")
                place = places.get(post) or anchor_of(post)
                block = Block(authors.get(post, ""), text, date, place, counts.get(post, 0))
                is_accepted = ACCEPTED in (post.get("itemprop") or "")
                age = "" if date else shown.get(post, "")
                found.append(replace(block, is_accepted=is_accepted, age=age))
        left = {*outermost.values()} - {outermost[each] for each in read}
        self.unread = sum(bool(each.text_content().strip()) for each in left)
        return found[::-1]

    def _posts(self) -> dict[lxml.html.HtmlElement, None]:
        named = (each for part in self._layout.posts for each in self._candidates(part))
        # In a line of code, a comment is something else.
        found = {each for each in named if each.tag not in _INLINE}
        found -= words_among(found, self._layout, self._by_name)
        return {each: None for each in self._tree.iter("*") if each in found} if found else {}

    def _candidates(self, part: str) -> Iterable[lxml.html.HtmlElement]:
        outer, _, name = part.rpartition(" ")
        if not name.startswith("<"):
            return self._by_name.get(name, ())
        if outer and outer not in self._by_name:
            return ()
        found: Iterable[lxml.html.HtmlElement] = self._tree.iter(name.strip("<>"))
        return found

    def _within(self, part: str) -> Iterator[tuple[lxml.html.HtmlElement, lxml.html.HtmlElement]]:
        """Yield the elements that are such a part of a post, each with the post."""
        outer = part.rpartition(" ")[0]
        for each in self._candidates(part):
            if (post := self._post_of(each, outer)) is not None:
                yield each, post

    def _within_heads(
        self, part: str, bodies: Collection[lxml.html.HtmlElement]
    ) -> Iterator[tuple[lxml.html.HtmlElement, lxml.html.HtmlElement]]:
        """Yield the elements that are such a part of a post, but for those within its words."""
        for each, post in self._within(part):
            around = each.iterancestors()
            if not any(up in bodies for up in takewhile(partial(is_not, post), around)):
                yield each, post

    def _post_of(
        self, element: lxml.html.HtmlElement, outer: str = ""
    ) -> lxml.html.HtmlElement | None:
        """Return the post that an element is in, if what it must be within is in that, too."""
        is_within = not outer
        for up in element.iterancestors():
            is_within = is_within or outer in names_of(up)
            if up in self.elements:
                return up if is_within else None
        return None

    def _around_heads(self) -> set[lxml.html.HtmlElement]:
        """Return what stands around the names of authors and the dates of posts."""
        parts = (part.partition("@")[0] for part in (*self._layout.authors, *self._layout.dates))
        heads = (each for part in parts if part for each, _ in self._within(part))
        return {up for each in heads for up in each.iterancestors()}

    def _authors(self) -> Mapping[lxml.html.HtmlElement, str]:
        found: dict[lxml.html.HtmlElement, str] = {}
        for post, text in self._names():
            name = author_in(" ".join(text.split()))
            if name and len(name) <= _LONGEST_NAME:
                found.setdefault(post, name)
        return found

    def _names(self) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
        """Yield the posts with what names their authors, what counts first before the rest."""
        bodies = {each for several in self._bodies().values() for each in several}
        for part in self._layout.authors:
            if part.startswith("@"):
                yield from ((each, each.get(part[1:]) or "") for each in self.elements)
            else:
                heads = self._within_heads(part, bodies)
                yield from ((post, name_shown(each)) for each, post in heads)

    def _dates(self) -> Mapping[lxml.html.HtmlElement, str]:
        found: dict[lxml.html.HtmlElement, str] = {}
        said = [(each, each.get("datetime") or "") for each in self._tree.iter("time")]
        meta = [each for name in _DATES for each in self._by_name.get(name, ())]
        said += [(each, each.get("content") or each.get("datetime") or "") for each in meta]
        said += [(each, moment_in(each.get("data-time") or "")) for each in self._tree.iter("span")]
        said += [(each, moment_in(each.get("data-time") or "")) for each in self._tree.iter("abbr")]
        for each, date in said:
            if date and (post := self._post_of(each)) is not None:
                found.setdefault(post, date)
        return found

    def _shown_dates(
        self, marked: Collection[lxml.html.HtmlElement]
    ) -> dict[lxml.html.HtmlElement, str]:
        """Return the dates that posts show their readers only, as they are written."""
        found: dict[lxml.html.HtmlElement, str] = {}
        for part in self._layout.dates:
            place, _, attribute = part.partition("@")
            for each, post in self._within(place):
                if post in marked or post in found or is_of_change(each):
                    continue
                pieces = [each.get(attribute) or ""] if attribute else each.itertext()
                if date := shown_date("".join(islice(pieces, _PIECES))):
                    found[post] = date
        for post, text in self._names():
            if post not in marked and (date := date_beside(text)):
                found.setdefault(post, date)
        return found

    def _bodies(self) -> Mapping[lxml.html.HtmlElement, list[lxml.html.HtmlElement]]:
        """Return the outermost parts that are the words of each post, as its layout has them."""
        found: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
        for part in self._layout.bodies:
            of_part: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
            taken: set[lxml.html.HtmlElement] = set()
            for each, post in self._within(part):
                is_words = each not in self.elements or part not in self._layout.posts
                is_own = is_words and post not in found and not is_apart(each)
                around = takewhile(partial(is_not, post), each.iterancestors())
                if is_own and taken.isdisjoint(around):
                    taken.add(each)
                    of_part.setdefault(post, []).append(each)
            found |= of_part
        return found

    def _captions(self) -> Mapping[lxml.html.HtmlElement, list[str]]:
        """Return what authors say of what hangs on their posts."""
        found: dict[lxml.html.HtmlElement, list[str]] = {}
        for part in self._layout.captions:
            for each, post in self._within(part):
                found.setdefault(post, []).append(tree_text(each))
        return found

    def _places(self) -> Mapping[lxml.html.HtmlElement, str]:
        """Return the addresses that posts lead to as their own, where their layout has any."""
        found: dict[lxml.html.HtmlElement, str] = {}
        for part in self._layout.places:
            for each, post in self._within(part):
                if (place := each.get("href") or "").startswith(("http", "/")):
                    found.setdefault(post, place)
        return found

    def _words(
        self, bodies: Iterable[lxml.html.HtmlElement], read: set[lxml.html.HtmlElement]
    ) -> str:
        texts = []
        for each in bodies:
            others = read & {*each.iterdescendants()}
            drop_elements(others | beside_words(each, called_in(each)), each)
            texts.append(tree_text(each))
        return "\n\n".join(filter(None, texts))

    def _rest(self, post: lxml.html.HtmlElement, heads: Collection[str]) -> str:
        """Return the words of a post without those that tell of it, and without other posts."""
        called = called_in(post)
        told = {each for each in called if not set(heads).isdisjoint(classes_of(each))}
        others = {each for each in called if each in self.elements}
        drop_elements((told | others | beside_words(post, called)) - {post}, post)
        return tree_text(post)
