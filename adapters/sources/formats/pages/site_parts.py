"""Takes what a site puts around and between the words of an article off its page.

Told by structure: landmarks, roles, links to the page itself, links above a title; and by what a
part is called where it is short, or offers something to press.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.article.pictures import AROUND
from adapters.sources.formats.pages.article.text_boxes import is_within_article, text_boxes
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.threads.blocks import drop_elements

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import lxml.html

_TAGS: Final = frozenset(
    "a aside details div dl fieldset figure footer header label nav ol p section small span"
    " ul".split()
)
_ROLES: Final = frozenset(
    "navigation banner contentinfo search menu menubar toolbar dialog alertdialog tablist".split()
)
_BEFORE: Final = r"(?:[a-z]+[-_]{1,2})*"
_AFTER: Final = (
    r"(?:[-_]{1,2}(?:area|bar|block|box|buttons?|card|container|content|cta|footer|form|header|icons?"
    r"|inner|items?|links?|list|menu|module|panel|section|title|tools?|widget|wrap|wrapper))*"
)
_BUTTONS: Final = re.compile(
    rf"{_BEFORE}(?:shar(?:e|es|ing|edaddy)|socials?|breadcrumbs?|pag(?:er|inav|ination)|toolbar"
    rf"|actions?|action-bar|tags|labels|taxonomy|skip|likes?|follow|readtime|reading-time){_AFTER}"
)
"""What has buttons, or links to more of the site, is called so."""
_OFFERS: Final = re.compile(
    rf"{_BEFORE}(?:newsletter|sign-?up|subscribe|subscription|opt-?in|consent|cookies?|gdpr|paywall"
    rf"|related|relatedposts|recommend(?:ed|ations?)|teasers?|promos?|adverts?|advertisement"
    rf"|sponsor(?:ed|s)?|collapsable){_AFTER}"
)
"""What offers other things than the article is called so."""
_ONE_OF_THEM: Final = re.compile(
    r"(?:no|hide|show|without|has|with|can|allow|toggle|is|tag|category)[-_].*"
)
"""An article of that kind is called so, or one that may have such a part."""
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_PRESSED: Final = ("a", "button", "input", "iframe", "textarea")
_WORDS: Final = 80
"""Characters; what has more beside its links is more than buttons."""
_OFFERED: Final = 1_200
_SHARE: Final = 3
"""What offers something is less than this part of a page."""
_FEW: Final = 2
_MOST: Final = 20_000
_MOST_TRIED: Final = 500
"""So many parts that are called so are looked at."""
_ENDS: Final = (".", "!", "?")
_ANCHORS: Final = frozenset({"", "#", "¶", "§", "🔗", "⚓", "↩", "↩︎", "↩️", "↑"})
"""What leads to a heading, or from a note back to where it was made, and is no word."""
_BACK: Final = "doc-backlink"
_NOTES: Final = frozenset({"footnotes", "footnote-list", "footnote", "endnotes"})


@dataclass(frozen=True, slots=True)
class TakenParts:
    """What was taken off a page.

    Attributes:
        lines: How many lines its readers saw of it, but for menus, which are none of a page's.
        has_changed: Whether anything was taken.
    """

    lines: int = 0
    has_changed: bool = False


def without_site_parts(tree: lxml.html.HtmlElement) -> TakenParts:
    """Take what is the site's off a page, and return what that was."""
    whole = len(tree.text_content())
    headings = {squeezed(each.text_content()) for each in tree.iter(*_HEADINGS)}
    found: list[lxml.html.HtmlElement] = []
    within: set[lxml.html.HtmlElement] = set()
    tried = 0
    for each in islice(tree.iter("*"), _MOST):
        is_custom = "-" in str(each.tag)
        if (each.tag not in _TAGS and not is_custom) or each in within:
            continue
        kind = _kind(each, headings)
        if kind is None or tried > _MOST_TRIED:
            continue
        tried += 1
        if _is_the_site_s(each, kind, whole):
            found.append(each)
            within.update(each.iter("*"))
    shown = (each for each in found if not _is_menu(each))
    lines = sum(len([*filter(str.strip, tree_text(each).split("\n"))]) for each in shown)
    drop_elements(found, tree)
    return TakenParts(lines, has_changed=bool(found))


def _is_menu(element: lxml.html.HtmlElement) -> bool:
    is_landmark = (element.get("role") or "").lower() in _ROLES
    around = (up for up in (element, *element.iterancestors()) if up.tag in AROUND)
    return is_landmark or any(up.tag != "aside" or not is_within_article(up) for up in around)


def _kind(element: lxml.html.HtmlElement, headings: Collection[str]) -> str | None:
    """Return how a part of a page tells that it is the site's; None where it does not."""
    if element.tag == "nav" or (element.get("role") or "").lower() in _ROLES:
        return "landmark"
    if element.tag in {"ul", "ol"} and _is_contents(element, headings):
        return "contents"
    if element.tag == "a":
        return "kicker" if _is_above_title(element) else None
    names = (*classes_of(element), (element.get("id") or "").lower(), str(element.tag))
    told = [each for each in names if not _ONE_OF_THEM.fullmatch(each)]
    if any(map(_BUTTONS.fullmatch, told)):
        return "buttons"
    return "offer" if any(map(_OFFERS.fullmatch, told)) else None


def _is_the_site_s(element: lxml.html.HtmlElement, kind: str, whole: int) -> bool:
    """Return whether a part is the site's indeed: it has no heading of the page and few words."""
    if kind in {"contents", "kicker"}:
        return True
    held = next(element.iter("h1", "main", "pre"), None)
    if held is not None or any(up.tag in {"pre", "blockquote"} for up in element.iterancestors()):
        return False
    said = " ".join(element.text_content().split())
    if kind == "landmark":
        return len(said) * _SHARE < whole
    if not _has_buttons(element):
        return False
    if kind == "offer":
        return len(said) <= _OFFERED and len(said) * _SHARE < whole
    linked = sum(len(each.text_content().strip()) for each in element.iter("a", "button"))
    return len(said) - linked <= _WORDS and not said.endswith(_ENDS)


def _has_buttons(element: lxml.html.HtmlElement) -> bool:
    called = (each for each in element.iter("span", "div") if "button" in classes_of(each))
    is_custom = "-" in str(element.tag)
    return is_custom or next(chain(element.iter(*_PRESSED), called), None) is not None


def _is_contents(element: lxml.html.HtmlElement, headings: Collection[str]) -> bool:
    """Return whether each item of a list is a link that repeats a heading of the page."""
    links = [squeezed(each.text_content()) for each in element.iter("a")]
    if len(links) < _FEW or not all(each in headings for each in links):
        return False
    return "".join(links) == squeezed(element.text_content())


def _is_above_title(link: lxml.html.HtmlElement) -> bool:
    """Return whether a link stands alone right above the heading of a page, as its section does."""
    below = link.getnext()
    is_alone = not (link.tail or "").strip() and link.getprevious() is None
    return is_alone and below is not None and below.tag == "h1"


def keep_own_parts(tree: lxml.html.HtmlElement) -> bool:
    """Keep what the search for the main part would drop; return whether the page was changed.

    Code in a box of its own, a box of text and notes at the foot are an author's, however short
    they are, and a sign that leads to a heading is no part of it.
    """
    signs = [*_signs(tree)]
    drop_elements(signs, tree)
    notes = [each for each in tree.iter("div", "section", "aside") if _is_notes(each)]
    boxes = [up for each in tree.iter("pre") for up in _boxes_of(each)]
    asides = text_boxes(tree)
    for each in (*notes, *boxes, *asides):
        each.tag = "figure"
        each.attrib.clear()
    return bool(signs or notes or boxes or asides)


def _signs(tree: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    for each in islice(tree.iter("a"), _MOST):
        if (each.get("href") or "").startswith("#") and len(
            said := each.text_content()
        ) <= _FEW + 1:
            around = each.getparent()
            is_headed = around is not None and around.tag in _HEADINGS
            if said.strip() in _ANCHORS and (is_headed or each.get("role") == _BACK):
                yield each


def _is_notes(element: lxml.html.HtmlElement) -> bool:
    return element.get("role") == "doc-endnotes" or not _NOTES.isdisjoint(classes_of(element))


def _boxes_of(code: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield what stands around code and says nothing else."""
    within = code
    for up in islice(code.iterancestors("div", "section"), 3):
        beside = within.getprevious(), within.getnext()
        said = f"{up.text or ''}{within.tail or ''}".strip()
        if within.getparent() is not up or beside != (None, None) or said:
            return
        yield up
        within = up
