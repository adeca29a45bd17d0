"""How ratings of answers are listed for admins, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS: Final[Mapping[str, str]] = {
    "heading": "Ratings of answers, the worst first:",
    "none": "No answer that you may see here was rated.",
    "item": "“{question}” 👍 {good} 👎 {bad}",
    "not_kept": (
        "Your rating is not kept: I no longer store that question, or store nothing of you."
    ),
    "not_shown": (
        "{count:excerpt is|excerpts are} not shown: changed, removed, or not for you to read."
    ),
    "hidden": (
        "Not listed, as it was asked in private or where you do not read: {count:rating|ratings}."
    ),
}
