"""Numbers, days and words of a report, as a language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.text import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.chat.wording import Wording

_NO_XML: Final = {0xFFFE: None, 0xFFFF: None}


def words(text: str) -> str:
    """Return what somebody wrote on one line, without what a page cannot hold."""
    return one_line(text).translate(_NO_XML)


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes numbers and days in a language.

    Attributes:
        wording: The language.
        now: The present moment.
    """

    wording: Wording
    now: datetime

    def number(self, value: int) -> str:
        """Return a number with its thousands apart."""
        return f"{value:,}".replace(",", self.wording.thousands)

    def share(self, part: int, whole: int) -> str:
        """Return how much of a whole a part is, in percent."""
        return self.wording.report["share"].format(share=round(100 * part / whole) if whole else 0)

    def seconds(self, value: float) -> str:
        """Return a duration to a hundredth."""
        said = f"{value:.2f}".replace(".", self.wording.report["decimal"])
        return self.wording.report["seconds"].format(seconds=said)

    def freshness(self, newest: datetime | None) -> str:
        """Return the day of the newest post, and how long ago that is."""
        if newest is None:
            return self.wording.report["unknown_day"]
        days = (self.now - newest).days
        if days < 1:
            return newest.date().isoformat()
        ago = self.wording.command_line["day_one" if days == 1 else "day_many"]
        return f"{newest.date().isoformat()} ({ago.format(count=self.number(days))})"
