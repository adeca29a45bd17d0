"""Reads the line of a post that tells who wrote it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import date_beside
from adapters.sources.formats.pages.html_text import classes_of
from adapters.sources.formats.pages.shown_dates import is_of_change, shown_date
from adapters.sources.formats.pages.threads.marks import is_head

if TYPE_CHECKING:
    from collections.abc import Collection

    import lxml.html

_LONGEST_HEAD: Final = 200
_WHEN: Final = re.compile(r"date|time|meta|posted|submitted|byline")
_JOINED: Final = re.compile(
    r"joined|member since|registered|last seen|edited|modified|updated|inscrit|membre depuis"
    r"|modifié|registriert|mitglied seit|dabei seit|bearbeitet|geändert|registrado|miembro desde"
    r"|editado|modificado",
    re.IGNORECASE,
)
"""Says of a date that it is not that of a post."""


def age_of(
    mark: lxml.html.HtmlElement,
    head: lxml.html.HtmlElement | None,
    holder: lxml.html.HtmlElement,
    beside: Collection[lxml.html.HtmlElement],
) -> str:
    """Return the date that a post shows its readers, as it is written; "" where none is sure.

    Args:
        mark: What names its author.
        head: The line of that, where it has one of its own.
        holder: What has all of the post.
        beside: What in it is no part of its words.
    """
    if told := date_beside(mark.text_content()):
        return told
    called = (each for each in holder.iter("*") if each in beside and _tells_when(each))
    for part in (*(() if head is None else (head,)), *called):
        said = part.text_content()
        if len(said) <= _LONGEST_HEAD and (date := shown_date(said)):
            return "" if is_of_change(part) or _JOINED.search(said) else date
    return ""


def _tells_when(element: lxml.html.HtmlElement) -> bool:
    return element.tag == "time" or any(map(_WHEN.search, classes_of(element)))


def head_around(
    mark: lxml.html.HtmlElement, holder: lxml.html.HtmlElement
) -> lxml.html.HtmlElement:
    """Return the line that a name stands in."""
    top = mark
    for each in mark.iterancestors():
        if each is holder or not is_head(each):
            break
        top = each
    return top


def unwrapped(holder: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return what a block wraps: an item of a list would begin with its dash."""
    while len(holder) == 1 and not (holder.text or "").strip() + (holder[0].tail or "").strip():
        holder = holder[0]
    holder.tag = "div" if holder.tag == "li" else holder.tag
    return holder
