"""Takes the reviews of others off the page of what they review: each is a post of its own."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import passages_beside, squeezed
from adapters.sources.formats.pages.html_text import html_text, tree_text
from adapters.sources.formats.pages.linked_data import first_of, is_thread, name_of
from adapters.sources.formats.pages.page_metadata import PageMetadata
from adapters.sources.formats.pages.threads.blocks import Block, drop_elements
from adapters.sources.formats.pages.threads.layouts.marked_reviews import marked_reviews
from adapters.sources.formats.pages.threads.linked_reviews import others_reviews, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import lxml.html

    from adapters.sources.file_defaults import Labels

_TAGS: Final = ("article", "blockquote", "dd", "div", "li", "p", "q", "section", "span", "td")
_TOP: Final = frozenset({"html", "body", "main"})
_SHORTEST: Final = 20
"""Words of fewer letters are known only where they stand alone."""
_MOST: Final = 500
"""So many reviews of one page are looked for; the rest is counted."""
_MOST_READ: Final = 20_000_000
"""So many characters are looked through for them."""
_MOST_LEVELS: Final = 6
_AROUND: Final = 300
"""So many characters tell of a review, or are its buttons, at most."""
_HEADING: Final = 60
"""What has no more characters once its reviews are taken only headed them."""
_WHOLE: Final = 2
"""A lone review of more than this part of a page may be what the page is about."""


def take_reviews(tree: lxml.html.HtmlElement, labels: Labels) -> list[Block]:
    """Take the reviews by others than its author off a page, with what stands around each.

    What the author, an organisation or nobody is said to have written may be the article itself.
    What linked data tells of a review that the page does not show is counted.

    Args:
        tree: The page; it is changed.
        labels: Takes the count.
    """
    said = PageMetadata(tree)
    author = said.author()
    marked = marked_reviews(tree, author)
    told = [*others_reviews(said.linked, author)]
    if is_thread(said.linked) or not (marked or told):
        return []
    whole = squeezed(tree_text(tree))
    known = {squeezed(each.text) for each in marked.values()}
    met = {(name_of(each.get("author")), squeezed(words_in(each))): each for each in told}
    left = [each for (_, letters), each in met.items() if letters not in known]
    found = marked | _shown(tree, left[:_MOST], marked)
    begun = (squeezed(words_in(each))[:_SHORTEST] for each in left[:_MOST])
    elsewhere = sum(each not in whole for each in begun if each)
    labels.leave_out("comments", elsewhere + len(left[_MOST:]))
    letters = {each: squeezed(block.text) for each, block in found.items()}
    if len(letters) == 1 and len(*letters.values()) * _WHOLE > len(whole):
        return []
    ordered = [each for each in tree.iter("*") if each in found]
    _drop([_holder(each, found[each].text, letters) for each in ordered], tree)
    return [found[each] for each in ordered]


def _shown(
    tree: lxml.html.HtmlElement,
    told: Sequence[dict[str, object]],
    taken: dict[lxml.html.HtmlElement, Block],
) -> dict[lxml.html.HtmlElement, Block]:
    """Return the reviews of linked data that a page shows, by the smallest element with each."""
    within = {each for mark in taken for each in mark.iter("*")}
    shown = [(each, text) for each, text in _texts(tree) if each not in within] if told else []
    found: dict[lxml.html.HtmlElement, Block] = {}
    for each in told:
        words = words_in(each)
        letters = squeezed(words).rstrip(".…")
        fits = [
            (len(text), element)
            for element, text in shown
            if letters and element not in found and _says(text, letters)
        ]
        if fits:
            element = min(fits, key=lambda fit: fit[0])[1]
            found[element] = _block(each, words, tree_text(element))
    return found


def _says(text: str, letters: str) -> bool:
    return text.rstrip(".…") == letters or (len(letters) >= _SHORTEST and text.startswith(letters))


def _block(told: dict[str, object], words: str, shown: str) -> Block:
    """Return a review with its title above it; what linked data has shortened is as it is shown."""
    is_cut = words.endswith(("…", "..."))
    title = html_text(first_of(told, "headline", "name"))
    text = shown if is_cut else words
    return Block(
        name_of(told.get("author")),
        f"{title}\n\n{text}" if title and squeezed(title) not in squeezed(text) else text,
        first_of(told, "datePublished", "dateCreated"),
        first_of(told, "url", "@id"),
        0,
    )


def _texts(tree: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    left = _MOST_READ
    for each in tree.iter(*_TAGS):
        text = squeezed(each.text_content())
        left -= len(text)
        if left < 0:
            return
        yield each, text


def _holder(
    element: lxml.html.HtmlElement, text: str, letters: Mapping[lxml.html.HtmlElement, str]
) -> lxml.html.HtmlElement:
    """Return the largest element around a review in which nobody says anything else.

    Args:
        element: What holds its words.
        text: Its words.
        letters: Those of each review, without blanks.
    """
    found = element
    for up in islice(element.iterancestors(), _MOST_LEVELS):
        if up.tag in _TOP or next(up.iter("h1"), None) is not None:
            break
        said = squeezed(up.text_content())
        is_long = len(said) > len(letters[element]) * _WHOLE + _AROUND
        others = (letters[each] for each in letters if each is not element)
        if is_long or any(each in said for each in others):
            break
        if passages_beside(tree_text(up), [text]):
            break
        found = up
    return found


def _drop(holders: Sequence[lxml.html.HtmlElement], tree: lxml.html.HtmlElement) -> None:
    """Drop reviews, and what then only heads them."""
    around = dict.fromkeys(up for each in holders if (up := each.getparent()) is not None)
    drop_elements(holders, tree)
    emptied = [
        each
        for each in around
        if each.tag not in _TOP
        and len(each.text_content().strip()) <= _HEADING
        and next(each.iter("h1"), None) is None
        and not passages_beside(tree_text(each), [])
    ]
    drop_elements(emptied, tree)
