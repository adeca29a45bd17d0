"""Tells which entries of a feed, or of a blog's backup, are comments, and on what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.formats.feeds.fields import words_of

if TYPE_CHECKING:
    from lxml import etree

_KIND: Final = "/2008/kind#comment"
_ANSWERED: Final = ("in-reply-to", "inReplyTo", "parent")
"""What names the entry that one answers, the nearest first."""


def answered_by(entry: etree._Element) -> str | None:
    """Return the id of what an entry comments on, "" where it names none; None for no comment."""
    told: dict[str, str] = {}
    is_comment = False
    for each in entry:
        name = local_name(each)
        if name == "in-reply-to":
            is_comment = True
            told.setdefault(name, (each.get("ref") or "").strip())
        elif name in _ANSWERED:
            told.setdefault(name, words_of(each))
        elif name == "category":
            is_comment |= (each.get("term") or "").endswith(_KIND)
        elif name == "type":
            is_comment |= words_of(each).upper() == "COMMENT"
    named = (told.get(name, "") for name in _ANSWERED)
    return next(filter(None, named), "") if is_comment else None


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    # A name whose namespace nobody declared keeps its prefix.
    tag = element.tag
    return tag[max(tag.rfind("}"), tag.rfind(":")) + 1 :] if isinstance(tag, str) else ""
