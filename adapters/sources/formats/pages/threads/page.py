"""Reads a saved page of a forum, or of a question and its answers: a post for each one's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.linked_data import (
    authors_in,
    is_live,
    is_thread,
    marks_posts,
    marks_thread,
)
from adapters.sources.formats.pages.page_byline import names_another
from adapters.sources.formats.pages.threads.blocks import Block, blocks_of
from adapters.sources.formats.pages.threads.comments.sections import comments_taken_off
from adapters.sources.formats.pages.threads.layouts.around_posts import count_around_posts
from adapters.sources.formats.pages.threads.layouts.forum_layouts import COMMENT_LISTS, THREADS
from adapters.sources.formats.pages.threads.layouts.laid_out_posts import (
    LaidOutPosts,
    parts_by_name,
)
from adapters.sources.formats.pages.threads.layouts.microdata_posts import marked_thread
from adapters.sources.formats.pages.threads.layouts.shreddit import shreddit_thread
from adapters.sources.formats.pages.threads.linked_counts import shared_in
from adapters.sources.formats.pages.threads.linked_reviews import reviews_in
from adapters.sources.formats.pages.threads.marks import (
    MOST_COST,
    MOST_MARKS,
    called_in,
    thread_cost,
)
from adapters.sources.formats.pages.threads.others_words.embeds import drop_previews
from adapters.sources.formats.pages.threads.others_words.flat_quotes import with_quotes_marked
from adapters.sources.formats.pages.threads.others_words.quotes import drop_quotes, mark_quotes
from adapters.sources.formats.pages.threads.rows import block_of, dates_lost, rows_of, whole_blocks
from adapters.sources.formats.pages.threads.several_threads import opener_told, told_thread
from adapters.sources.formats.pages.threads.signs import ThreadSigns, shows_any
from adapters.sources.formats.pages.threads.told_posts import completed, cover, filled
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import lxml.html

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.linked_data import Said
    from adapters.sources.formats.pages.page_metadata import PageMetadata
    from adapters.sources.formats.pages.threads.rows import Row

_LEFT_OUT: Final = 60
"""So many characters more hold the words of others than those that were found to be the page's."""


class ThreadPage:
    """What a page says of who wrote which of its words.

    Args:
        tree: The page, parsed; it is changed.
        said: What it says of itself.
        first: The row that it would be as one post, without its text.
        labels: Takes the count of what is left out.
        is_of_one: Whether the page is surely of one article, and named others beside it.

    Attributes:
        untold: Why it was not looked at whose words are whose; None where it was.
        is_named: Whether the page names an author.
        is_article: Whether it calls itself an article.
        taken_off: The comments that were taken out of the tree and are no posts.
        has_changed: Whether comments, or what stands on other pages, were taken out of the tree.
        is_large_forum: Whether its layout is a forum's, with more posts than are told apart.
        is_marked_up: Whether the rows are of posts that the page marks, which has other words too.
    """

    def __init__(
        self,
        tree: lxml.html.HtmlElement,
        said: PageMetadata,
        first: Row,
        labels: Labels,
        *,
        is_of_one: bool = False,
    ) -> None:
        self.untold: WrongValue | None = None
        self.is_large_forum = self.is_marked_up = False
        self._tree, self._is_of_one = tree, is_of_one
        self._called = called_in(tree)
        previews, shown = drop_previews(tree, self._called)
        self.has_changed = bool(previews or shown)
        self._called = called_in(tree) if self.has_changed else self._called
        self._labels = labels
        self.is_named = bool(first["author"])
        self._linked = said.linked
        told = told_thread(tree, said)
        self._is_list, self._is_of_mail = told.is_list, bool(said.mail.author)
        labels.leave_out("passages", told.cut)
        self._told_below = with_quotes_marked(told.below, tree, self._called)
        self._said = with_quotes_marked(told.said, tree, self._called)
        self._first = first | opener_told(self._said, first)
        if told.is_unclear:
            labels.leave_out("dates", int(first["posted_at"] != ""))
            self._first |= {"author": "", "posted_at": "", "age": ""}
        self.is_article = said.is_article() and not is_live(said.linked)
        self._is_marked = len(self._said) > 1 or marks_posts(tree)
        self._signs = ThreadSigns(tree, said.linked)
        self._comments: list[Block] = []
        self._is_commented, self._left_out, self._unread = False, 0, 0
        self.taken_off, self._own_authors = "", authors_in(said.linked)
        labels.leave_out("link_previews", max(previews, shared_in(said.linked)))
        labels.leave_out("quotes", shown)

    def posts(self) -> list[Row]:
        """Return a row for each post of a forum whose layout is known; none elsewhere.

        Comments below an article, of a layout that is known, are taken out of the tree.
        """
        if thread_cost(self._tree, self._called) > MOST_COST:
            return []
        by_name = parts_by_name(self._called)
        for layout in THREADS:
            found = LaidOutPosts(self._tree, by_name, layout)
            if self._is_below_another_s(found):
                break
            if found.elements and self._is_readable(found):
                beside = found.beside() | {"comments": self._signs.hidden}
                if blocks := found.blocks():
                    found.count(beside, self._labels)
                    first = self._first | ({"title": ""} if layout.places else {})
                    return self._told(blocks, first, self._said, is_list=layout.is_list)
                return []
            self.is_large_forum |= bool(found.elements) and self.untold is not None
        if rows := self._marked_rows():
            return rows
        is_listed = self.is_named or not COMMENT_LISTS.isdisjoint(by_name)
        is_listed &= not (self._is_of_thread() or self._is_marked)
        if self.is_article or self._is_commented or is_listed:
            self._drop_quotes()
            self._take_comments()
        return []

    def look_again(self) -> None:
        """Look at the tree again, of which parts were taken."""
        self._called = called_in(self._tree)
        self.has_changed = True

    def rows(self, text: str, whole: Callable[[], str]) -> list[Row]:
        """Return a row for each person's words.

        Args:
            text: That of the page, of which no layout is known, without the comments taken out.
            whole: Returns all of it but the menus: the text may be that of one of several posts.
        """
        first = self._first | {"text": text}
        blocks, authors = ([], set()) if self.is_large_forum else self._blocks()
        if (self._comments or self._is_of_one) and not first["author"] and len(authors) == 1:
            first["author"] = next(iter(authors))
        is_theirs = self._is_marked or first["author"] in {"", *authors}
        if is_theirs and not self._comments and cover([each.text for each in blocks], text):
            return self._told(blocks, first, self._said)
        said = [block_of(each) for each in self._said if each.text]
        if len(said) > 1 and cover([each.text for each in said], text):
            self.untold = None
            return self._told(said, first)
        is_unclear = bool(self.untold) or self._is_by_several(text, authors)
        if is_unclear and not self.is_article and len(all_of_it := whole()) > len(text) + _LEFT_OUT:
            text = all_of_it
        opener = Block("" if is_unclear else str(first["author"]), text, "", "", 0)
        below = completed(self._comments, self._told_below)
        if not is_unclear:
            below = below or whole_blocks(self._told_below)
            told = max(self._signs.comments, len(self._comments) + self._unread)
            self._left_out = max(0, told - len(below))
        self._labels.leave_out("comments", self._unread if is_unclear else self._left_out)
        rows = self._told([opener, *below], first)
        is_opener_s = is_unclear and not self.is_article  # and not that of everybody's words
        self._labels.leave_out("dates", int(is_opener_s and first["posted_at"] != ""))
        when = {name: "" if is_opener_s else first[name] for name in ("posted_at", "age")}
        return [rows[0] | when, *rows[1:]]

    def own_parts(self) -> Iterator[lxml.html.HtmlElement]:
        """Yield what the page calls the words of its article, if it does so once."""
        return self._signs.own_parts()

    def count_beside(self, passages: Sequence[str]) -> None:
        """Count what stands beside the posts, after `rows`: comments that nothing marks, others.

        Args:
            passages: How each begins; the comments that are counted already may be among them.
        """
        if self._left_out:
            below = self._signs.below_heading()
            others = [each for each in passages if each not in below]
            passages = others if len(others) < len(passages) else passages[self._left_out :]
        self._labels.leave_out("passages", len(passages))

    def _marked_rows(self) -> list[Row]:
        """Return a row for each post that the page marks in its microdata; none elsewhere."""
        if self.untold is not None:
            return []
        try:
            found = shreddit_thread(self._tree, self._labels)
        except WrongValue as error:
            self.untold = error
            return []
        found = found or marked_thread(self._tree, self._called, str(self._first["url"]))
        if found is None:
            return []
        self.is_marked_up = True
        count_around_posts(self._tree, self._labels)
        own = {"title": found.title} if found.title else {}
        if found.url and not self._first["url"]:
            own |= {"scope": "page", "id": found.url, "url": found.url}
        return self._told(found.blocks, self._first | own, self._said)

    def _is_of_thread(self) -> bool:
        """Return whether the page says that it is one, whose comments are beside other posts."""
        return is_thread(self._linked) or marks_thread(self._tree)

    def _is_below_another_s(self, found: LaidOutPosts) -> bool:
        """Note and return whether posts of a forum's layout only comment on an article.

        Linked data names its author then, who did not write the first of them, and no thread.
        """
        if found.elements and self._own_authors and not is_thread(self._linked):
            self._is_commented = found.first_author() not in {"", *self._own_authors}
        return self._is_commented

    def _is_readable(self, found: LaidOutPosts) -> bool:
        if len(found.elements) <= MOST_MARKS:
            return True
        self.untold = WrongValue("many_authors", most=MOST_MARKS)
        return False

    def _drop_quotes(self) -> None:
        """Take what an article and the comments below it quote of others off the page.

        Quotes that do not say whose they are stay, marked as such.
        """
        dropped = drop_quotes(self._tree, self._called)
        if mark_quotes(self._tree, self._called) or dropped:
            self._labels.leave_out("quotes", dropped)
            self.look_again()

    def _take_comments(self) -> None:
        """Read the comments below an article, and take them with all around them off the page."""
        is_article = self.is_article or self._is_commented
        try:
            author = str(self._first["author"])
            taken = comments_taken_off(
                self._tree, self._called, is_article=is_article, author=author
            )
        except WrongValue as error:
            self.untold = error
            return
        self._comments, self.taken_off, self._unread = taken.blocks, taken.others, taken.unread
        self._first |= {"author": ""} if taken.are_unclear else {}
        if taken.has_changed:
            self.look_again()

    def _told(
        self, blocks: Sequence[Block], first: Row, of: Sequence[Said] = (), *, is_list: bool = False
    ) -> list[Row]:
        blocks = filled(blocks, of, self._labels)
        rows, again = rows_of(blocks, first, is_list=is_list or (self._is_list and len(blocks) > 1))
        self._labels.leave_out("quotes", sum(each.quotes for each in blocks))
        self._labels.leave_out("repeated_rows", again)
        self._labels.leave_out("dates", dates_lost(rows, first))
        return rows

    def _blocks(self) -> tuple[list[Block], set[str]]:
        """Return the blocks that name an author each, and all authors named."""
        if self.is_article and not self._is_marked:
            return [], set()
        if thread_cost(self._tree, self._called) > MOST_COST:
            self.untold = WrongValue("untold_authors")
            return [], set()
        names = {each.author for each in self._said if each.author}
        found = blocks_of(self._tree, self._called, names)
        if found is None:
            self.untold = WrongValue("many_authors", most=MOST_MARKS)
            return [], set()
        blocks, authors = found
        is_thread = self._is_marked or len(authors) > 1
        return blocks if is_thread else [], authors

    def _is_by_several(self, text: str, authors: set[str]) -> bool:
        are_several = len({each.author for each in self._said}) > 1 or len(authors) > 1
        if are_several or (is_thread(self._linked) and self._signs.comments):
            return True
        author = str(self._first["author"])
        if author and not self._is_of_mail and names_another(self._tree, author):
            return True
        if shows_any(
            text, [*(each.text for each in self._told_below), *reviews_in(self._linked, author)]
        ):
            return True
        return self._signs.shows_others(text, author, len(self._comments))
