"""Takes off an entry what the software of a blog or forum adds to every one: nobody wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import host_of
from adapters.sources.formats.pages.html_text import html_text, parsed, tree_text

if TYPE_CHECKING:
    import lxml.html

_CLASSES: Final = frozenset(
    {"sharedaddy", "jp-relatedposts", "feedflare", "more-link", "addtoany_share_save_container",
     "sd-sharing", "post-views", "yarpp-related"}
)  # fmt: skip
_SHORT: Final = 200
"""What stands around the links of such a line is shorter."""
_PHRASE: Final = (
    r"\b(?:(?:first )?appeared first on|first appeared on|est apparu en premier sur"
    r"|erschien zuerst auf|aparece primero en|proviene da|verscheen eerst op)\b[^\n]{0,200}$"
)
_IS_FIRST_HERE: Final = re.compile(_PHRASE, re.IGNORECASE)
_FIRST_HERE: Final = re.compile(
    r"\b(?:post|article|entry|story|L[’']article|Beitrag|Artikel|entrada|articolo)\b[^\n]{0,300}"
    + _PHRASE,
    re.IGNORECASE,
)
_BEFORE_IT: Final = 20
"""Characters of such a line that may stand before its entry."""
_SENTENCE_ENDS: Final = re.compile(r"[.!?…»”\"\])]\s+\S*\s*$")
_ARTICLE: Final = re.compile(r"\b(?:This|The|Der|Die|Das|Dieser|La|El|Le|Lo|Il)\s+$", re.IGNORECASE)
"""What stands before such words where they follow an author's in one line."""

_PHRASE_IN: Final = 240
_LINE_IN: Final = 600
"""Where in the last characters of a text such words stand; looking at all of it takes long."""
_SUBMITTED: Final = re.compile(
    r"(?:submitted by\s+/?u/\S+\s*(?:to\s+/?r/\S+\s*)?)?\[link\]\s*\[(?:\d+ )?comments?\]$"
)
_COUNTED: Final = re.compile(
    r"(?:Article URL: \S+\s+)?Comments URL: \S+(?:\s+Points: \d+)?(?:\s+# Comments: \d+)?$"
)
_CUT_OFF: Final = re.compile(r"\[(?:…|\.\.\.)\]$")


def written_text(html: str, title: str, link: str) -> str:
    """Return what a reader sees of an entry's text, without what its author did not write.

    Args:
        html: The text as the feed has it.
        title: What the entry is called.
        link: Where it stands.
    """
    if "<" in html:
        tree = parsed(html)
        if tree is None:
            return ""
        _strip(tree, title, link)
        text = tree_text(tree)
    else:
        text = html_text(html)
    text = _before_where_it_was_first(text.rstrip())
    for each in (_SUBMITTED, _COUNTED, _CUT_OFF):
        text = each.sub("", text).rstrip()
    return "" if text == "Comments" else text


def _before_where_it_was_first(text: str) -> str:
    """Return a text without a last line that says where it appeared first."""
    line = text[text.rfind("\n") + 1 :]
    if not _IS_FIRST_HERE.search(line[-_PHRASE_IN:]):
        return text
    said = line[-_LINE_IN:]
    found = _FIRST_HERE.search(said)
    if found is None:
        return text
    before = text[: len(text) - len(said) + found.start()]
    line_before = before[before.rfind("\n") + 1 :]
    if len(line_before) <= _BEFORE_IT and not _SENTENCE_ENDS.search(line_before):
        return before[: len(before) - len(line_before)].rstrip()
    return _ARTICLE.sub("", before).rstrip()


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
    links = [*paragraph.iter("a")]
    if len(links) != 2:  # noqa: PLR2004 -- the entry's, and the blog's
        return False
    around = paragraph.text_content()
    for each in links:
        around = around.replace(each.text_content(), "", 1)
    if len(around) > _SHORT:
        return False
    entry, blog = links
    names_entry = " ".join(entry.text_content().split()) == title
    is_same = _bare(entry.get("href")) == _bare(link)
    at_home = host_of(blog.get("href") or "") == host_of(entry.get("href") or "") != ""
    return at_home and is_same and names_entry


def _bare(link: str | None) -> str:
    return re.split(r"[?#]", link or "")[0].rstrip("/")
