"""Takes off an entry what the software of a blog or forum adds to every one: nobody wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import host_of
from adapters.sources.formats.pages.html_text import html_text, parsed, tree_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    import lxml.html

_CLASSES: Final = frozenset(
    {"sharedaddy", "jp-relatedposts", "feedflare", "more-link", "addtoany_share_save_container",
     "sd-sharing", "post-views", "yarpp-related"}
)  # fmt: skip
_SHORT: Final = 60
"""What stands around the links of such a line is shorter."""
_IS_FIRST_HERE: Final = re.compile(
    r"\b(?:(?:first )?appeared first on|first appeared on|est apparu en premier sur"
    r"|erschien zuerst auf|aparece primero en|proviene da|verscheen eerst op)\b",
    re.IGNORECASE,
)
_WHAT: Final = re.compile(
    r"\b(?:post|article|entry|story|L[’']article|Beitrag|Artikel|entrada|articolo)\b", re.IGNORECASE
)
"""What such a line calls the entry, before its title."""
_LONGEST_TITLE: Final = 300
_SENTENCE: Final = re.compile(r"[.!?…][»”\"’)]?\s")
_LAST_LINKS: Final = 5
_BEFORE_IT: Final = 20
"""Characters of such a line that may stand before its entry."""
_NO_WORDS: Final = re.compile(r"[\W_]+")
_SENTENCE_ENDS: Final = re.compile(r"[.!?…»”\"\])]\s+\S*\s*$")
_ARTICLE: Final = re.compile(r"\b(?:This|The|Der|Die|Das|Dieser|La|El|Le|Lo|Il)\s+$", re.IGNORECASE)
"""What stands before such words where they follow an author's in one line."""

_LINE_IN: Final = 600
"""In so many last characters of a text such words stand; looking at all of it takes long."""
_SUBMITTED: Final = re.compile(
    r"(?:submitted by\s+/?u/\S+\s*(?:to\s+/?r/\S+\s*)?)?\[link\]\s*\[(?:\d+ )?comments?\]$"
)
_COUNTED: Final = re.compile(
    r"(?:Article URL: \S+\s+)?Comments URL: \S+(?:\s+Points: \d+)?(?:\s+# Comments: \d+)?$"
)
_READ_ON: Final = re.compile(
    r"(?:\b\d+ posts? - \d+ participants?\s+)?Read full topic$|\bContinue reading\b[^\n]{0,200}→$"
)
_CUT_OFF: Final = re.compile(r"\[(?:…|\.\.\.)\]$")


def written_text(html: str, title: str, link: str, blogs: Sequence[str] = ()) -> str:
    """Return what a reader sees of an entry's text, without what its author did not write.

    Args:
        html: The text as the feed has it.
        title: What the entry is called.
        link: Where it stands.
        blogs: What its feed and its blog are called.
    """
    titles = {_bare_words(title)}
    if "<" in html:
        tree = parsed(html)
        if tree is None:
            return ""
        _strip(tree, title, link)
        text = tree_text(tree)
        links = [*tree.iter("a")][-_LAST_LINKS:]
        titles |= {*map(_bare_words, _links_to(links, link))}
        blogs = [*blogs, *_links_home(links, link)]
    else:
        text = html_text(html)
    text = _before_where_it_was_first(text.rstrip(), titles, [*blogs, host_of(link)])
    for each in (_SUBMITTED, _COUNTED, _READ_ON, _CUT_OFF):
        text = each.sub("", text).rstrip()
    return "" if text == "Comments" else text


def _before_where_it_was_first(text: str, titles: Container[str], blogs: Sequence[str]) -> str:
    """Return a text without a last line, or sentence, that says where it appeared first.

    It names the entry and its blog; what says more, or of other things, is the author's.
    """
    said = text[text.rfind("\n") + 1 :][-_LINE_IN:]
    phrase = next(reversed([*_IS_FIRST_HERE.finditer(said)]), None)
    if phrase is None or not _is_blog(said[phrase.end() :], blogs):
        return text
    start = _start_of_phrase(said[: phrase.start()], titles)
    if start is None:
        return text
    before = text[: len(text) - len(said) + start]
    line_before = before[before.rfind("\n") + 1 :]
    if len(line_before) <= _BEFORE_IT and not _SENTENCE_ENDS.search(line_before):
        return before[: len(before) - len(line_before)].rstrip()
    return _ARTICLE.sub("", before).rstrip()


def _is_blog(named: str, blogs: Sequence[str]) -> bool:
    """Return whether words are the name of a blog, or a part of its feed's: "Posts of Bees"."""
    words = _words(named)
    return words.strip() != "" and any(words in _words(blog) for blog in blogs)


def _words(text: str) -> str:
    """Return the words of a text, each between blanks."""
    return f" {' '.join(_NO_WORDS.split(text.lower()))} ".replace("  ", " ")


def _start_of_phrase(said: str, titles: Container[str]) -> int | None:
    """Return where a line begins to name its entry: "post" before the title."""
    places = (each for each in _WHAT.finditer(said) if len(said) - each.end() <= _LONGEST_TITLE)
    named = (each.start() for each in places if _bare_words(said[each.end() :]) in titles)
    return next(named, None)


def _links_to(links: Sequence[lxml.html.HtmlElement], link: str) -> Iterator[str]:
    """Yield what links to the entry itself show."""
    for each in links:
        if link and _bare(each.get("href")) == _bare(link):
            yield each.text_content()


def _links_home(links: Sequence[lxml.html.HtmlElement], link: str) -> Iterator[str]:
    """Yield what links to the entry's blog show: to where addresses begin as the entry's does."""
    for each in links:
        address = each.get("href") or ""
        is_above = _bare(link).startswith(f"{_bare(address)}/")
        if is_above and host_of(address) == host_of(link) != "":
            yield each.text_content()


def _bare_words(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _strip(tree: lxml.html.HtmlElement, title: str, link: str) -> None:
    for each in [*tree.iter("div", "a", "p", "ul")]:
        if _CLASSES.intersection((each.get("class") or "").split()):
            _hide(each)
    last = [*tree.iter("p")][-1:]
    if last and _is_first_here(last[0], title, link):
        _hide(last[0])


def _hide(element: lxml.html.HtmlElement) -> None:
    """Make an element one that no reader sees: taking it out would move the text behind it."""
    element.clear(keep_tail=True)
    element.tag = "template"


def _is_first_here(paragraph: lxml.html.HtmlElement, title: str, link: str) -> bool:
    """Return whether a last paragraph says where an entry stood first: its link and its blog's."""
    links = [*paragraph]
    if [each.tag for each in links] != ["a", "a"]:  # the entry's, and the blog's
        return False
    around = [part or "" for part in (paragraph.text, *(each.tail for each in links))]
    if sum(map(len, around)) > _SHORT or any(map(_SENTENCE.search, around)):
        return False
    entry, blog = links
    names_entry = " ".join(entry.text_content().split()) == title
    is_same = _bare(entry.get("href")) == _bare(link)
    at_home = host_of(blog.get("href") or "") == host_of(entry.get("href") or "") != ""
    return at_home and is_same and names_entry


def _bare(link: str | None) -> str:
    return re.split(r"[?#]", link or "")[0].rstrip("/")
