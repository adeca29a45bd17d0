"""Tells which entries of a feed, or of a blog's backup, nobody published as a post for all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from adapters.sources.left_out_fields import LeftOut

_WORDPRESS: Final = "http://wordpress.org/export/"
_BLOGGER: Final = "http://schemas.google.com/blogger/"
_KIND: Final = f"{_BLOGGER}2008/kind#"

_PUBLISHED: Final = frozenset({"publish", "inherit", "closed", "live"})
"""What a blog calls a post that everybody may read; "closed" is one that takes no answers."""
_FATES: Final[Mapping[str, LeftOut]] = {
    "private": "private_posts",
    "hidden": "private_posts",
    "trash": "deleted",
    "spam": "deleted",
    "soft_trashed": "deleted",
}
"""What a post is left out as by what a blog says of it; what is not known is a draft."""
_TYPES: Final[Mapping[str, LeftOut]] = {
    "revision": "old_versions",
    "attachment": "attachments",
    "feedback": "private_posts",
    **dict.fromkeys(
        "custom_css customize_changeset nav_menu_item oembed_cache user_request wp_block"
        " wp_font_face wp_font_family wp_global_styles wp_navigation wp_template"
        " wp_template_part".split(),
        "other_records",
    ),
}
"""What in a blog's backup is no post, though it stands there as one."""
_OF_ALL: Final = frozenset({"", "public", "everyone"})

_SIGNS: Final = re.compile(
    r":draft>|<draft>|wordpress\.org/export/|schemas\.google\.com/blogger/|:security\b"
)
"""What a feed has in it that may hold such entries, however damaged it is."""


def may_withhold(text: str) -> bool:
    """Return whether a feed may hold entries that are not for all: of unclear ones, none is."""
    return _SIGNS.search(text) is not None


def withheld_as(entry: etree._Element) -> LeftOut | None:
    """Return what an entry is left out as that nobody published for all; None for a post."""
    for each in entry:
        if isinstance(each.tag, str) and (found := _withheld_by(each)):
            return found
    return None


def _withheld_by(element: etree._Element) -> LeftOut | None:
    """Return what an entry is left out as for what one of its elements says."""
    space, name = _space_and_name(str(element.tag))
    said = " ".join((element.text or "").split()).lower()
    if name == "control":
        drafts = (each for each in element if _space_and_name(str(each.tag))[1] == "draft")
        return "drafts" if any((each.text or "").strip() == "yes" for each in drafts) else None
    if name == "security" and not space.startswith(_WORDPRESS):
        return None if (element.get("type") or "").lower() in _OF_ALL else "private_posts"
    if name == "category":
        return _of_kind(element.get("term") or "")
    is_of_blog = space.startswith((_WORDPRESS, _BLOGGER)) or space in {"wp", "blogger"}
    return _withheld_in_backup(name, said) if is_of_blog else None


def _withheld_in_backup(name: str, said: str) -> LeftOut | None:
    if name == "post_password" and said:
        return "private_posts"
    if name == "status" and said not in _PUBLISHED:
        return _FATES.get(said, "drafts")
    return _TYPES.get(said) if name == "post_type" else None


def _of_kind(term: str) -> LeftOut | None:
    """Return what an entry of Blogger's backup is left out as by its kind."""
    is_told = term.startswith(_KIND)
    is_written = term.removeprefix(_KIND) in {"post", "page", "comment"}
    return "other_records" if is_told and not is_written else None


def _space_and_name(tag: str) -> tuple[str, str]:
    """Return the namespace of an element and its name: a prefix that nobody declared counts."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    prefix, _, local = name.rpartition(":")
    return space or prefix, local
