"""Tells a licence, or a list of authors, by the holders of rights that it names one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind

_HOLDER: Final = re.compile(
    r"[\W_]{0,6}(?:copyright:? ?)?(?:©|\(c\)) ?(?:19|20)\d\d.{1,300}", re.IGNORECASE
)
_MANY: Final = 3
"""So many different holders are no site's; two are none where one stands right below the other."""

_LICENCE: Final = 10
"""Different holders; a text that names so many is a licence, whatever else it says."""


def without_holders(lines: Sequence[str], kinds: Sequence[Kind]) -> Sequence[Kind]:
    """Return the kinds of lines as they tell of a site: several holders of rights are text.

    A site names itself once, in its foot; where very many are named, nothing tells of a site.

    Args:
        lines: The lines of a text.
        kinds: What each is, seen by itself.
    """
    holders = {at for at, line in enumerate(lines) if _HOLDER.fullmatch(line)}
    different = {lines[at].lower() for at in holders}
    are_beside = any(at - 1 in holders and lines[at] != lines[at - 1] for at in holders)
    if len(different) < _MANY and not are_beside:
        return kinds
    is_licence = len(different) >= _LICENCE
    return ["text" if is_licence or at in holders else kind for at, kind in enumerate(kinds)]
