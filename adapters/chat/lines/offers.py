"""What was offered unasked, and what came of it, as it is told anywhere; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from adapters.chat.wording import Wording
    from bot.ledger.offers import OfferCounts


def offer_lines(
    counts: Iterable[OfferCounts], wording: Wording, named: Callable[[str], str]
) -> list[str]:
    """Return a line for each channel in which something was offered.

    Args:
        counts: How much, and what came of it.
        wording: The reader's language.
        named: Returns what a channel is called, safe to show.
    """
    return [
        wording.offering["counts"].format(
            channel=named(each.channel_id),
            offered=Count(each.offered),
            helped=Count(each.helped),
            refused=Count(each.refused),
        )
        for each in counts
    ]
