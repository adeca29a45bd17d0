"""Reads the linked data of a page: what it says of itself and of whose words stand on it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import author_in
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html


KNOWN: Final = Known(
    "HTML",
    "",
    {
        "headline": "title",
        "name": "title",
        "text": "text",
        "articleBody": "text",
        "reviewBody": "text",
        "author": "author",
        "datePublished": "posted_at",
        "dateCreated": "posted_at",
        "url": "url",
        "liveBlogUpdate": "text",
        "sharedContent": "link_previews",
        "blockquote.embed": "quotes",
        "img.alt": "alt_texts",
        "blockquote.cite": "quotes",
    },
)
"""What a person can write into a post of linked data, and into a page's pictures.

Those below a post are posts of their own.
"""

THREADS: Final = frozenset({"DiscussionForumPosting", "QAPage", "Question", "SocialMediaPosting"})
"""What a page calls a thread, or the post that opens it, in linked data and in microdata."""

ACCEPTED: Final = "acceptedAnswer"
"""What linked data calls an answer that is accepted, and the marks of a page, too."""

_MARKED: Final = ("DiscussionForumPosting", "QAPage", "Question", "Answer", "Comment")
OF_OTHERS: Final = frozenset({"Answer", "Comment", "Review"})
"""What others write below a page's own words, or of what it is about."""

WORKS: Final = frozenset(
    "Audiobook Book BookSeries Game Movie MovieSeries MusicAlbum MusicComposition MusicRecording"
    " Painting Play Product SoftwareApplication TVSeries VideoGame VisualArtwork".split()
)
"""What a page is about, and its author did not write what the page says of it."""

_ANSWERS: Final = frozenset({"Answer", "Comment"})
LIVE: Final = "LiveBlogPosting"
_UPDATE: Final = "liveBlogUpdate"

_BELOW: Final = ("comment", ACCEPTED, "suggestedAnswer", "answer", _UPDATE)
_LAST_COMMA: Final = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z))|,(?=\s*[}\]])', re.DOTALL)
"""A comma behind the last part of an object or a list; in a text it is a word's."""
_ESCAPED: Final = re.compile(r"<(?:p|div|ul|ol|h[1-6]|blockquote|span)\b.*</[a-z0-9]+>", re.DOTALL)
MOST: Final = 10_000
"""So many posts of one page are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """What linked data says of one person's words.

    Attributes:
        title: What they are called; "" where they have no title.
        author: The name; "" where there is none.
        text: The words, as their readers see them; they may be shortened, or missing.
        date: When they were written, as it stands.
        url: Where they stand.
        is_accepted: Whether they are the accepted answer.
    """

    title: str
    author: str
    text: str
    date: str
    url: str
    is_accepted: bool = False


def blocks_in(tree: lxml.html.HtmlElement) -> list[dict[str, object]]:
    """Return the objects of linked data on a page, each on its own."""
    found: list[dict[str, object]] = []
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json":
            try:
                told = _loaded(element.text or "")
            except (ValueError, RecursionError):
                continue
            for each in told if isinstance(told, list) else [told]:
                if isinstance(each, dict):
                    graph = each.get("@graph")
                    listed = graph if isinstance(graph, list) else []
                    found += [each, *(inner for inner in listed if isinstance(inner, dict))]
    return found


def _loaded(text: str) -> object:
    """Return what JSON says, as pages have it that are made by hand: with a last comma too many.

    Raises:
        ValueError: It is none.
    """
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_LAST_COMMA.sub(r"\1", text), strict=False)


def thread_in(blocks: list[dict[str, object]]) -> list[Said]:
    """Return whose words stand in a thread or below a question, the opener first."""
    openers = openers_in(blocks)
    if not openers:
        return []
    found = said_in(openers[0])
    known = {(each.author, each.text) for each in found}
    alone = (each for each in _comments_alone(blocks) if (each.author, each.text) not in known)
    return [*found, *alone]


def said_in(node: dict[str, object]) -> list[Said]:
    """Return whose words an object has, its own first."""
    return [*islice(_said(node), MOST)]


def _comments_alone(blocks: list[dict[str, object]]) -> Iterator[Said]:
    """Yield the comments and answers that stand beside what they are on, and not in it."""
    for each in islice(blocks, MOST):
        if kinds_of(each) & _ANSWERS:
            yield from said_in(each)


def address_in(blocks: list[dict[str, object]]) -> str:
    """Return where the opener's post of a thread stands, or else an article.

    Where there are several, the page only lists them, and stands elsewhere: then it is "".
    """
    own = [each for each in blocks if not kinds_of(each) & OF_OTHERS]
    # What names nobody may only stand beside what somebody wrote.
    own = [each for each in own if "author" in each] or [*filter(is_article, own)]
    found = {*filter(None, map(address_of, openers_in(blocks) or own))}
    return found.pop() if len(found) == 1 else ""


def address_of(node: dict[str, object]) -> str:
    """Return where an object says that it stands; "" where it does not."""
    page = node.get("mainEntityOfPage")
    told = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    found = (each.strip() for each in (node.get("url"), told) if isinstance(each, str))
    return next((each for each in found if each.startswith(("http://", "https://"))), "")


def openers_in(blocks: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return the post that opens each thread of a page, or what stands for it."""
    found = []
    for each in blocks:
        if kinds_of(each) & (THREADS | {LIVE}):
            main = each.get("mainEntity")
            opener = main[0] if isinstance(main, list) and main else main
            found.append(opener if isinstance(opener, dict) else each)
    return found


def comments_in(blocks: list[dict[str, object]]) -> list[Said]:
    """Return whose comments stand below an article."""
    every = (said for each in blocks for _, below in below_in(each) for said in _said(below))
    return [*islice(chain(every, _comments_alone(blocks)), MOST)]


def is_article(node: dict[str, object]) -> bool:
    """Return whether an object says that it is an article."""
    return any("Article" in kind or "BlogPosting" in kind for kind in kinds_of(node))


def objects_in(value: object) -> list[dict[str, object]]:
    """Return the objects that a value is, or lists."""
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, dict)]


def body_in(blocks: list[dict[str, object]]) -> str:
    """Return what linked data says that the one article of a page says; "" for none or several."""
    own = [each for each in blocks if not kinds_of(each) & (OF_OTHERS | THREADS | {LIVE})]
    found = {html_text(first_of(each, "articleBody")) for each in own} - {""}
    return found.pop() if len(found) == 1 else ""


def name_of(author: object) -> str:
    """Return the name of an author, of several ones together; an address is none."""
    if isinstance(author, list):
        alone = (each for each in author[:MOST] if not isinstance(each, list))
        return ", ".join(filter(None, dict.fromkeys(map(_one_name, alone))))
    return _one_name(author)


def _one_name(author: object) -> str:
    name = author.get("name") if isinstance(author, dict) else author
    said = " ".join(name.split()) if isinstance(name, str) else ""
    return "" if said.startswith(("http://", "https://", "@")) else author_in(said)


def _said(node: dict[str, object], depth: int = 0, key: str = "") -> Iterator[Said]:
    text = first_of(node, "text", "articleBody")
    url = first_of(node, "url")
    date = first_of(node, "datePublished", "dateCreated")
    title = html_text(first_of(node, "headline", "name"))
    author, said = name_of(node.get("author") or node.get("creator")), words_of(text)
    if key == _UPDATE and title and said:
        said = f"{title}\n\n{said}"
    yield Said(title, author, said, date, url, is_accepted=key == ACCEPTED)
    if depth < 50:  # noqa: PLR2004 -- answers to answers go no deeper
        for as_what, each in below_in(node):
            yield from _said(each, depth + 1, as_what)


def words_of(text: str) -> str:
    """Return what a text of linked data says: it may be HTML, also with its signs escaped.

    Where it is none, its lines are its author's.
    """
    lined = text if "<" in text else text.strip().replace("\n", "<br>")
    said = html_text(lined) if text else ""
    is_escaped = "<" not in text and _ESCAPED.fullmatch(said) is not None
    return html_text(said) if is_escaped else said


def below_in(node: dict[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what stands below an object, with what it is to it."""
    for key in _BELOW:
        for each in objects_in(node.get(key)):
            yield key, each


def first_of(node: dict[str, object], *names: str) -> str:
    """Return the first text that an object has under a few names; "" for none."""
    return next((str(each) for name in names if isinstance(each := node.get(name), str)), "")


def kinds_of(node: dict[str, object]) -> set[str]:
    """Return what an object says that it is."""
    kind = node.get("@type")
    return {each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)}


def authors_in(blocks: list[dict[str, object]]) -> set[str]:
    """Return who is said to have written what a page is about, and not what stands below it."""
    return {*filter(None, (name_of(each.get("author")) for each in blocks if may_be_page(each)))}


def makers_in(blocks: list[dict[str, object]]) -> set[str]:
    """Return who made the works that linked data tells of, and is named nowhere else in it."""
    works = (each for each in blocks if kinds_of(each) & WORKS and not is_article(each))
    found = {name_of(each.get("author")) for each in works} - {""}
    return found - authors_in(blocks)


def may_be_page(node: dict[str, object]) -> bool:
    """Return whether an object may be what the page says, and not what is said below or sold."""
    kinds = kinds_of(node)
    return not kinds & OF_OTHERS and (not kinds & WORKS or is_article(node))


def marks_posts(tree: lxml.html.HtmlElement) -> bool:
    """Return whether a page marks the posts of a thread for programs, where their words stand."""
    return sum(each in _MARKED for each in _kinds_marked(tree)) > 1


def marks_thread(tree: lxml.html.HtmlElement) -> bool:
    """Return whether a page marks a thread or a question for programs, where its words stand."""
    return any(each in THREADS for each in _kinds_marked(tree))


def _kinds_marked(tree: lxml.html.HtmlElement) -> Iterator[str]:
    return (each.rpartition("/")[2] for each in tree.xpath("descendant::*/@itemtype"))


def is_thread(blocks: list[dict[str, object]]) -> bool:
    """Return whether a page says that it is a thread, or a question with its answers."""
    return any(kinds_of(each) & THREADS for each in blocks)


def is_live(blocks: list[dict[str, object]]) -> bool:
    """Return whether a page says that it is told live, in parts by whoever wrote each."""
    return any(LIVE in kinds_of(each) for each in blocks)
