"""What admins are told of a deletion and of a file that is not taken; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.admin import uploads
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.chat.lines.progress import Escape
    from adapters.chat.wording import Wording
    from bot.admin.erasure import ErasureOffer, ErasureResult
    from bot.admin.uploads import UploadRefused


def erasure_line(
    offer: ErasureOffer, wording: Wording, called: str, mention: Callable[[str], str]
) -> str:
    """Return how much a request would delete, or why nothing can be confirmed.

    Args:
        offer: What the request selects.
        wording: The admin's language.
        called: What people call it, made harmless.
        mention: Writes an account as the platform shows it.
    """
    selection = offer.selection
    if selection.candidates:
        accounts = [f"{mention(each)} ({count:,})" for each, count in selection.candidates.items()]
        return wording.forget_which.format(name=called, accounts=", ".join(accounts))
    is_one = bool(offer.request.post)
    if not offer.mark:
        nothing = wording.forget_no_post if is_one else wording.forget_nothing
        return nothing.format(what=called)
    said = wording.forget_post_confirm if is_one else wording.forget_confirm
    return said.format(count=Count(len(selection.ids)), what=called)


def refused_line(refused: UploadRefused, name: str, wording: Wording, shown: Escape = str) -> str:
    """Return why a file is not taken.

    Args:
        refused: Why.
        name: What the file is called.
        wording: The reader's language.
        shown: Fits our own words to where they are read.
    """
    if refused.reason == "running":
        return wording.already_running
    if refused.reason == "gone":
        return shown(wording.not_fetched).format(name=name)
    sizes = {"size": f"{refused.size / 1e6:,.0f}", "most": f"{uploads.MOST_BYTES / 1e6:,.0f}"}
    return shown(wording.too_large).format(name=name, **sizes)


def erased_lines(said: str, done: ErasureResult, wording: Wording) -> list[str]:
    """Return what was removed, and how many answers are yet to be corrected."""
    lines = [said.format(count=Count(len(done.ids)))]
    if done.outdated:
        lines.append(wording.quoting["correcting"].format(count=Count(done.outdated)))
    return lines


def corrected_line(left: int, wording: Wording) -> str:
    """Return that all answers are corrected, or how many cannot be at the moment."""
    return wording.still_quoted.format(count=Count(left)) if left else wording.quoting["corrected"]
