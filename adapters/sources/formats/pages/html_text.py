"""Turns HTML into the text that its readers see."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import lxml.etree
import lxml.html

if TYPE_CHECKING:
    from collections.abc import Collection

_UNSEEN: Final = frozenset(
    "head script style template noscript iframe object svg math select button form title".split()
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
# A definition is a line here, whatever else it is. Borders, and the ends of a quote, stand as signs
# that no page has.
_LINES: Final = {"li": "\1- ", "tr": "\1", "br": "\1", "dt": "\1", "dd": "\1"}
_CELLS: Final = {"td": " ", "th": " "}
_WIDEST: Final = "\1\1"
_QUOTE, _UNQUOTE = "\6", "\7"
_AROUND: Final = dict.fromkeys(_BLOCKS - _LINES.keys(), _WIDEST) | _CELLS
_BEFORE: Final = _AROUND | _LINES | {"blockquote": f"{_WIDEST}{_QUOTE}", "q": "“"}
_AFTER: Final = _AROUND | {"blockquote": f"{_UNQUOTE}{_WIDEST}", "q": "”"}
# An item may be made of paragraphs: the first stands beside its dash.
_DASHED: Final = re.compile("(?<=\1- )[ \1]++(?!- )")
# What stands for the white space that was meant, while the other is tidied.
_KEPT: Final = str.maketrans("\n \t\r\u00a0\u200b", "\ue000\ue001\2\3\4\5")
_BORDERED: Final = str.maketrans("\1\2\3\4\5", "\n\t\r\u00a0\u200b")
_RELEASED: Final = str.maketrans("\ue000\ue001", "\n ")
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0\u200b]+")
# The parser takes these in, as they are or as &#1;, and refuses to move a text that has them.
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_ATTRIBUTES: Final = 2_400
"""So many attributes, and blanks between them, a tag keeps."""
_ATTRIBUTE: Final = (
    r"""(?:[\s/]++|(?:=|[^\s/>=])[^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>]*+))?+)"""
)
_FEW: Final = rf"{_ATTRIBUTE}{{0,{_MOST_ATTRIBUTES}}}+"
_TAG_BEGINS: Final = re.compile(rf"<[a-z]{_FEW}", re.IGNORECASE)
_OTHER_ATTRIBUTES: Final = re.compile(rf"{_ATTRIBUTE}*+")
_RAW: Final = "script style textarea title xmp iframe noembed noframes".split()
# No group is captured: within what is repeated, Python 3.11 may lose its place.
_WITH_FEW: Final = re.compile(
    r"(?:[^<]++|<(?![a-z]|!--)|<!--(?:-?>|.*?(?:--!?>|\Z))|"
    + "|".join(rf"<{name}\b{_FEW}>.*?(?=</{name}|\Z)" for name in _RAW)
    + rf"|<[a-z]{_FEW}(?=>|\Z))*+",
    re.IGNORECASE | re.DOTALL,
)
"""A page to where a tag has more attributes: not within a comment or a script."""
_ONE_CLASS: Final = lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
_DEEP_SPACE: Final = re.compile(r"(?<=\n)[ \t]++|(?<![ \t])[ \t]++(?=\n)")
"""Blanks beside a border: a run of them is looked at from its beginning alone."""
_ENDS_OF_QUOTES: Final = re.compile(f"([{_QUOTE}{_UNQUOTE}])")
_DASH_BEFORE_QUOTE: Final = re.compile(f"(?<=\1)- (?=[ \1]*{_QUOTE})")
_DEEPEST_QUOTE: Final = 8
_FORUM_S: Final = frozenset({"postcontent", "messagetext"})
"""So some forums call what holds all words of a post, and is an element for a quote there."""
_LONGEST_CLASS: Final = 2_000
"""So much of what an element is called is read: pages of many utility classes have less."""


def html_text(html: str) -> str:
    """Return what a reader sees of a page or a part of one, a paragraph after the other.

    Items of lists begin with a dash, and lines of a quote with ">"; the addresses of links and
    pictures are left out.
    """
    if "<" not in html and "&" not in html:
        plain = _CONTROLS.sub(" ", html.replace("\0", "\ufffd").encode("utf-8", "replace").decode())
        return _tidied(_SPACE.sub(" ", plain))
    tree = parsed(html)
    return "" if tree is None else tree_text(tree)


def parsed(html: str) -> lxml.html.HtmlElement | None:
    """Return the tree of a page, or None where it holds nothing; never raises."""
    # A document that declares its own encoding is refused as text.
    unnamed = _with_fewer_attributes(re.sub(r"^\s*<\?xml[^>]*>", "", html))
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
        # Ours asks Python for the class of each element that is met, which takes most of the time.
        parser.set_element_class_lookup(_ONE_CLASS)
        tree = lxml.html.document_fromstring(unnamed.encode("utf-8", "replace"), parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    # Few pages hold any, and looking at every element takes longer than parsing them all.
    if "&#" in html or _CONTROLS.search(html):
        for element in tree.iter():
            element.text, element.tail = _plain(element.text), _plain(element.tail)
    around = (each for heading in tree.iter("h1") for each in heading.iterancestors("blockquote"))
    named = (each for each in tree.iter("blockquote") if _FORUM_S & {*classes_of(each)})
    for element in [*around, *named]:
        element.tag = (
            "div"  # what is around all of a page or of a post sets it off, and is no quote
        )
    return tree


def _with_fewer_attributes(html: str) -> str:
    """Return a page whose tags have no more attributes than can be told apart soon.

    The parser compares each with all others of its tag (libxml2 2.14.6).
    """
    pieces, begin = [], 0
    while len(html) - begin > _MOST_ATTRIBUTES:
        found = _WITH_FEW.match(html, begin)
        end = found.end() if found else begin
        if not (tag := _TAG_BEGINS.match(html, end)):
            break
        pieces.append(html[begin : tag.end()])
        rest = _OTHER_ATTRIBUTES.match(html, tag.end())
        begin = rest.end() if rest else tag.end()
    return "".join([*pieces, html[begin:]])


def is_cut_off(tree: lxml.html.HtmlElement) -> bool:
    """Return whether the parser stopped within a page, which is nested too deeply for it."""
    log = tree.getroottree().parser.error_log
    return any(each.type_name == "ERR_RESOURCE_LIMIT" for each in log)


def _plain(text: str | None) -> str | None:
    return text and _CONTROLS.sub(" ", text)


def tree_text(tree: lxml.html.HtmlElement, without: Collection[str] = ()) -> str:
    """Return what a reader sees of a parsed page, or of an element of one.

    Args:
        tree: The page, or the element; where it is a quote itself, its lines begin with no ">".
        without: Tags that are left out with all that is within.
    """
    pieces = [""]
    unseen = kept = 0
    apart = _UNSEEN.union(without, ("pre",))
    walk = lxml.etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, is_start = element.tag, event == "start"
        if tag in apart:
            if tag in without:
                if is_start:
                    walk.skip_subtree()
                    continue
            elif tag == "pre":
                kept += 1 if is_start else -1
            else:
                unseen += 1 if is_start else -1
        border = (_BEFORE if is_start else _AFTER).get(tag)
        # Two of the widest are as wide as one, and pages have many.
        if border and (border != _WIDEST or pieces[-1] != _WIDEST) and tag not in without:
            pieces.append(border)
        said = element.text if is_start else element.tail
        if said and not unseen and (is_start or element is not tree):
            pieces.append(said.translate(_KEPT) if kept else said)
    # All at once: most pieces are short.
    joined = _SPACE.sub(" ", "".join(pieces))
    bare = _DASHED.sub("", _DASH_BEFORE_QUOTE.sub("", joined))
    return _with_quotes_marked(_tidied(bare.translate(_BORDERED)), int(tree.tag == "blockquote"))


def _with_quotes_marked(text: str, around: int) -> str:
    """Return a text in which the lines of each quote begin with ">", as in Markdown.

    Args:
        text: With signs at the ends of quotes.
        around: How many quotes stand around all of it, and are not marked.
    """
    if _QUOTE not in text:
        return text
    depth, found = -around, []
    for piece in _ENDS_OF_QUOTES.split(text):
        if piece in {_QUOTE, _UNQUOTE}:
            depth += 1 if piece == _QUOTE else -1
        elif said := piece.lstrip(" ").strip("\n").rstrip():
            signs = "> " * min(depth, _DEEPEST_QUOTE)
            found.append("\n".join(f"{signs}{line}" if line else "" for line in said.split("\n")))
    return "\n\n".join(found)


def _tidied(text: str) -> str:
    lines = _DEEP_SPACE.sub("", text)
    return re.sub(r"\n{3,}", "\n\n", lines).strip().translate(_RELEASED)


def classes_of(element: lxml.html.HtmlElement) -> tuple[str, ...]:
    """Return the classes of an element, in lower case."""
    said = element.get("class")
    return _classes_in(said[:_LONGEST_CLASS]) if said else ()


@lru_cache(maxsize=1024)
def _classes_in(said: str) -> tuple[str, ...]:
    return tuple(said.lower().split())
