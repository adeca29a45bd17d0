"""Takes off an entry what the software of a blog or forum adds to every one: nobody wrote it."""

from __future__ import annotations

import re
from itertools import chain
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
_WHAT: Final = re.compile(
    r"\b(?:post|article|entry|story|L[’']article|Beitrag|Artikel|entrada|articolo)\b", re.IGNORECASE
)
"""What such a line calls the entry, before its title."""
_LONGEST_TITLE: Final = 300
_SENTENCE: Final = re.compile(r"[.!?…][»”\"’)]?\s")
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
_READ_ON: Final = re.compile(
    r"(?:\b\d+ posts? - \d+ participants?\s+)?Read full topic$|\bContinue reading\b[^\n]{0,200}→$"
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
    text = _before_where_it_was_first(text.rstrip(), title)
    for each in (_SUBMITTED, _COUNTED, _READ_ON, _CUT_OFF):
        text = each.sub("", text).rstrip()
    return "" if text == "Comments" else text


def _before_where_it_was_first(text: str, title: str) -> str:
    """Return a text without a last line, or sentence, that says where it appeared first."""
    line = text[text.rfind("\n") + 1 :]
    if not _IS_FIRST_HERE.search(line[-_PHRASE_IN:]):
        return text
    said = line[-_LINE_IN:]
    start = _start_of_phrase(said, _bare_words(title))
    if start is None:
        return text
    before = text[: len(text) - len(said) + start]
    line_before = before[before.rfind("\n") + 1 :]
    if len(line_before) <= _BEFORE_IT and not _SENTENCE_ENDS.search(line_before):
        return before[: len(before) - len(line_before)].rstrip()
    return _ARTICLE.sub("", before).rstrip()


def _start_of_phrase(said: str, title: str) -> int | None:
    """Return where a line begins to say where it appeared first: "post" before the title.

    Without the title it is the first such word of the sentence: one before may be the author's.
    """
    phrase = _IS_FIRST_HERE.search(said)
    end = phrase.start() if phrase else 0
    places = [each for each in _WHAT.finditer(said[:end]) if end - each.end() <= _LONGEST_TITLE]
    named = (each.start() for each in places if _bare_words(said[each.end() : end]) == title)
    sentence = max((each.end() for each in _SENTENCE.finditer(said[:end])), default=0)
    within = (each.start() for each in places if each.start() >= sentence)
    return next(chain(named, within), None)


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
    links = [*paragraph.iter("a")]
    if len(links) != 2:  # noqa: PLR2004 -- the entry's, and the blog's
        return False
    around = paragraph.text_content()
    for each in links:
        around = around.replace(each.text_content(), "", 1)
    before = paragraph.text_content().partition(links[0].text_content())[0]
    if len(around) > _SHORT or _SENTENCE.search(before):
        return False
    entry, blog = links
    names_entry = " ".join(entry.text_content().split()) == title
    is_same = _bare(entry.get("href")) == _bare(link)
    at_home = host_of(blog.get("href") or "") == host_of(entry.get("href") or "") != ""
    return at_home and is_same and names_entry


def _bare(link: str | None) -> str:
    return re.split(r"[?#]", link or "")[0].rstrip("/")
