"""What is told in any chat of who hears of an answer to an open question; pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.chat.lines.progress import Escape
    from adapters.chat.wording import Wording
    from bot.admin.open_questions.notifications import Told, Way


def plan_lines(
    plan: Sequence[Told] | None,
    readers: str,
    places: Mapping[str, str],
    wording: Wording,
    escaped: Escape,
) -> list[str]:
    """Return who would be told of an answer, where, and who would not.

    Args:
        plan: That; None where it is not known yet.
        readers: Who may read the answer.
        places: The names of the places that the admin may see; who asked elsewhere, or alone, is
            counted and not named.
        wording: The admin's language.
        escaped: Makes names harmless.
    """
    lines = [wording.answer_for.format(readers=escaped(readers))]
    if plan is None:
        return [*lines, wording.told_if_allowed]
    here = [each for each in plan if each.way == "here"]
    for place in dict.fromkeys(places.get(each.question.conversation, "…") for each in here):
        those = [each for each in here if places.get(each.question.conversation, "…") == place]
        names = _askers(those, places, escaped)
        lines.append(wording.told_here.format(place=escaped(place), names=names))
    if directly := [each for each in plan if each.way == "directly"]:
        lines.append(wording.told_directly.format(names=_askers(directly, places, escaped)))
    return lines + untold_lines(plan, wording)


def untold_lines(plan: Sequence[Told], wording: Wording) -> list[str]:
    """Return how many are not told of an answer, and why."""
    counts = Counter(each.way for each in plan)
    said: dict[Way, str] = {
        "hidden": wording.not_told_hidden,
        "unreachable": wording.not_told_unreachable,
    }
    return [each.format(count=counts[way]) for way, each in said.items() if counts[way]]


def answered_lines(done: Sequence[Told], wording: Wording) -> list[str]:
    """Return how many were told of an answer, and how many not."""
    count = Count(sum(each.is_told for each in done))
    return [wording.answer_kept.format(count=count), *untold_lines(done, wording)]


def _askers(those: Sequence[Told], places: Mapping[str, str], escaped: Escape) -> str:
    asked = [each.question for each in those]
    named = [each for each in asked if not each.is_private and each.conversation in places]
    others = len(asked) - len(named)
    names = [escaped(each.asker.name) for each in named]
    return ", ".join([*names, *([f"+{others}" if names else str(others)] if others else [])])
