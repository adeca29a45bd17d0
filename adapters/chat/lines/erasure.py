"""What admins are told of a deletion and of a file that is not taken; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.admin import uploads
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from adapters.chat.lines.progress import Escape
    from adapters.chat.wording import Wording
    from bot.admin.erasure import ErasureOffer, ErasureResult
    from bot.admin.uploads import UploadRefused

_NAMED: Final = 5
"""So many lists of authors are named."""


def erasure_line(
    offer: ErasureOffer,
    wording: Wording,
    called: str,
    mention: Callable[[str], str],
    shown: Escape = str,
) -> str:
    """Return how much a request would delete, or why nothing can be confirmed.

    Args:
        offer: What the request selects.
        wording: The admin's language.
        called: What people call it, made harmless.
        mention: Writes an account as the platform shows it.
        shown: Makes the names of others harmless.
    """
    selection = offer.selection
    if selection.candidates:
        accounts = [f"{mention(each)} ({count:,})" for each, count in selection.candidates.items()]
        return wording.forget_which.format(name=called, accounts=", ".join(accounts))
    is_one = bool(offer.request.post)
    together = together_line(selection.together, wording, called, shown)
    if not offer.mark:
        nothing = wording.forget_no_post if is_one else wording.forget_nothing
        return together or nothing.format(what=called)
    said = wording.forget_post_confirm if is_one else wording.forget_confirm
    said = said.format(count=Count(len(selection.ids)), what=called)
    return f"{said} {together}".rstrip()


def together_line(together: Mapping[str, int], wording: Wording, called: str, shown: Escape) -> str:
    """Return what a person wrote with others, which is not deleted; "" where that is nothing.

    Args:
        together: The lists of authors, with how many posts each has.
        wording: The admin's language.
        called: What people call the person, made harmless.
        shown: Makes the names harmless.
    """
    if not together:
        return ""
    named = [
        f"{wording.quoting['cited'].format(words=shown(each))} ({count:,})"
        for each, count in together.items()
    ]
    more = ["…"] if len(named) > _NAMED else []
    authors = "; ".join(named[:_NAMED] + more)
    return wording.quoting["together"].format(name=called, authors=authors)


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
