"""Finds the dates that a page shows its readers, where it marks none for programs."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from adapters.sources.dates.in_lines import age_in, date_in, day_in
from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.tables.columns.dates import moment, order_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import lxml.html

_LOOKED_AT: Final = 500
"""So many characters of the line above a post are looked through."""
_TITLED: Final = re.compile(
    r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)(?:Z|([+-]\d\d:\d\d)| \d{10}(?!\d))"
)
"""A moment with its zone; with the seconds since 1970 beside it, it is in UTC."""
_ISO: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)([+-]\d\d:\d\d)?")
_CHANGED: Final = re.compile(
    r"\b(?:edited|modified|updated|bearbeitet|geändert|modifiée?|éditée?|mise? à jour|editad[oa]"
    r"|modificad[oa]|actualizad[oa])\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_OWN: Final = frozenset({"ins", "del"})
"""What says when it was put in or taken out, and not when a post was written."""
_REVIEWS: Final = re.compile(
    r"(?:[a-z]+[-_]{1,2})*(?:reviews|testimonials?|ratings|bewertungen|rezensionen|opiniones|reseñas"
    r"|valoraciones|avis)(?:[-_]{1,2}[a-z]+)*"
)
_REVIEW: Final = re.compile(
    r"(?:[a-z]+[-_]{1,2})*(?:review|bewertung|rezension|reseña)(?:[-_]{1,2}[a-z]+)*"
)
"""How a page calls what others say of what it is about."""
_ONE_OF_THEM: Final = re.compile(
    r"(?:no|hide|show|without|has|with|can|allow|toggle|is|tags?|category)[-_].*"
)
"""An article of that kind is called so, or one that may have such a part."""
_WHOLE: Final = frozenset({"article", "main", "body", "html"})
_LEVELS: Final = 40
_MOST_OF: Final = 0.8
"""What has so much of the words of a page is the page."""

_Key = TypeVar("_Key")


def shown_date(text: str) -> str:
    """Return the first date that stands in a text, as it is written; "" where there is none."""
    line = _ISO.sub(r"\1 \2 \3", " ".join(text[:_LOOKED_AT].split()))
    found = date_in(line) or day_in(line) or age_in(line)
    return found[0].strip() if found else ""


def titled_date(element: lxml.html.HtmlElement) -> str:
    """Return the first moment that something in a post is titled with; "" for none."""
    for each in element.iter("a", "abbr", "div", "span"):
        found = _TITLED.match(each.get("title") or "")
        if found and not is_of_change(each):
            return found[1] + (found[2] or "Z")
    return ""


def marked_date(element: lxml.html.HtmlElement) -> str:
    """Return the first moment that something in a post tells programs; "" for none."""
    told = (each for each in element.iter("*") if each.get("datetime") and each.tag not in _OWN)
    return next((each.get("datetime") or "" for each in told if not is_of_change(each)), "")


def is_of_change(date: lxml.html.HtmlElement) -> bool:
    """Return whether a date is that of a change: it leads to the versions of a post, or says so."""
    if any("/revisions" in (up.get("href") or "") for up in date.iterancestors("a")):
        return True
    around = date.getparent()
    before = date.getprevious()
    said = before.tail if before is not None else around.text if around is not None else ""
    return _CHANGED.search((said or "").rstrip()) is not None


def moments_shown(dates: Mapping[_Key, str]) -> dict[_Key, datetime]:
    """Return the moments that dates of one page name, in UTC where they name no zone.

    Which number is the day shows in all of them together, as in a table's column. Those of which
    it does not, and those that count from today, have no moment.
    """
    order, _ = order_of(dates.values())
    read = {key: moment(date, order) for key, date in dates.items()}
    return {key: found for key, found in read.items() if found is not None}


def is_of_review(date: lxml.html.HtmlElement) -> bool:
    """Return whether a date stands among the reviews of what a page is about.

    A lone review that is most of a page may be its own article, as one with its heading is. What
    holds all words of a page and one moment, or is of a category of that name, is no review.
    """
    root = date.getroottree().getroot()
    for up in islice(date.iterancestors(), _LEVELS):
        if up.tag in _WHOLE or next(up.iter("h1"), None) is not None:
            return False
        names = _names_of(up)
        if any(map(_REVIEWS.fullmatch, names)):
            return not _holds_article(up)
        if any(map(_REVIEW.fullmatch, names)):
            body = root.find("body")
            whole = len((root if body is None else body).text_content())
            return len(up.text_content()) * 2 < whole or _is_of_review_list(up)
    return False


def _is_of_review_list(review: lxml.html.HtmlElement) -> bool:
    around = (up for up in islice(review.iterancestors(), _LEVELS) if up.tag not in _WHOLE)
    names = (each for up in around for each in classes_of(up) if not _ONE_OF_THEM.fullmatch(each))
    return any(map(_REVIEWS.fullmatch, names))


def _holds_article(part: lxml.html.HtmlElement) -> bool:
    """Return whether a part of a page has nearly all of its words, and one moment."""
    body = part.getroottree().getroot().find("body")
    whole = 0 if body is None else len(body.text_content())
    moments = len([*islice(part.iter("time", "abbr"), 2)])
    return moments == 1 and len(part.text_content()) >= _MOST_OF * whole


def _names_of(element: lxml.html.HtmlElement) -> list[str]:
    names = (*classes_of(element), (element.get("id") or "").lower())
    return [each for each in names if not _ONE_OF_THEM.fullmatch(each)]
