"""What is told in any chat beside answers: progress, and why an answer is as it is; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from adapters.chat.error_text import refusal, sentence
from bot.text import Count

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from bot.ledger.jobs import Kind
    from bot.posts.running_jobs import Progress
    from bot.questions.service import Explanation
    from index.ingest.counts import Counts
    from index.search_scope import Filters


WIDTH: Final = 20
"""Blocks in a progress bar: fits beside its percentage on a phone."""

Escape = Callable[[str], str]
"""Makes what somebody wrote harmless on the platform, on one line."""

ShowDate = Callable[[datetime], str]
"""Writes a moment as the platform shows it in the reader's own time zone."""


def progress_lines(title: str, progress: Progress, wording: Wording, escaped: Escape) -> list[str]:
    """Return how far long work is, or how it ended, with the reasons of the first refusals."""
    counts = progress.counts
    match progress.state:
        case "running":
            return [title, *_bar(progress), _pace(progress, wording)]
        case "finished":
            done = [title, wording.finished.format(**_numbers(counts))]
            return [
                *done,
                *_left_out(counts, wording, escaped),
                *_bullets(counts, wording, escaped),
            ]
        case "asking":
            return [
                title,
                *_would_be(counts, wording, escaped),
                *_bullets(counts, wording, escaped),
            ]
        case "cancelled":
            said = wording.cancelled.format(new=Count(counts.new), changed=Count(counts.changed))
        case "interrupted":
            said = wording.interrupted
        case _:
            said = wording.job_failed.format(problem=_problem(progress, wording))
    return [title, said, *_bullets(counts, wording, escaped)]


def ways_on(progress: Progress, wording: Wording) -> list[tuple[Kind, str]]:
    """Return the ways in which an import that asks may be gone on with, with their labels."""
    if progress.state != "asking":
        return []
    if not progress.counts.removed:
        return [("replace", wording.go_on)]
    removing = wording.go_on_removing.format(removed=Count(progress.counts.removed))
    return [("replace", removing), ("add", wording.go_on_adding)]


def explanation_lines(
    explanation: Explanation,
    wording: Wording,
    show_date: ShowDate,
    escaped: Escape,
    *,
    is_alone: bool = True,
) -> list[str]:
    """Return why an answer is as it is; what people wrote goes through `escaped`.

    Where others read the answer (not `is_alone`), what all of them may read was searched.
    """
    answer, statistics = explanation.answer, explanation.statistics
    searched = wording.why_searched if is_alone else wording.quoting["why_searched"]
    lines = [
        searched.format(
            posts=Count(statistics.posts),
            passages=Count(statistics.passages),
            when=show_date(statistics.changed_at) if statistics.changed_at else "–",
        )
    ]
    if answer.question.context:
        lines.append(wording.why_context.format(question=escaped(answer.question.context)))
    if answer.question.filters:
        lines.append(wording.why_filters.format(filters=escaped(typed(answer.question.filters))))
    for excerpt in answer.excerpts:
        number = excerpt.citation.number
        if excerpt.is_pinned:
            lines.append(wording.answering["why.pinned"].format(number=number))
            continue
        how = ", ".join(wording.found_by[each] for each in excerpt.found_by)
        lines.append(wording.why_found.format(number=number, how=how))
        if excerpt.answered_by is not None:
            known = wording.answering[excerpt.answered_by]
            lines.append(wording.answering["why"].format(number=number, how=known))
    if not answer.found:
        lines.append(wording.why_not_found)
    return lines


def typed(filters: Filters) -> str:
    """Return filters as they are typed."""
    chosen = {
        "from": filters.author,
        "in": filters.source,
        "since": filters.since and filters.since.isoformat(),
        "until": filters.until and filters.until.isoformat(),
        "kind": filters.kind,
    }
    return " ".join(
        f'{name}:"{value}"' if " " in value else f"{name}:{value}"
        for name, value in chosen.items()
        if value
    )


def _problem(progress: Progress, wording: Wording) -> str:
    if progress.error is not None:
        return sentence(progress.error, wording)
    return wording.failed.format(error_id=progress.error_id)


def _would_be(counts: Counts, wording: Wording, escaped: Escape) -> list[str]:
    numbers = _numbers(counts)
    said = [wording.would_be.format(**numbers)]
    said += _left_out(counts, wording, escaped)
    return [*said, wording.would_remove.format(**numbers)] if counts.removed else said


def _left_out(counts: Counts, wording: Wording, escaped: Escape) -> list[str]:
    said = []
    if counts.left_out:
        said.append(wording.left_out.format(left_out=Count(counts.left_out)))
    return said + left_out_lines(counts.left_out_of_files, wording, escaped)


def left_out_lines(
    left_out: Mapping[str, int],
    wording: Wording,
    escaped: Escape = str,
    *,
    is_in_chat: bool = True,
) -> list[str]:
    """Return which columns of tables tell author and date, and what files hold beside posts.

    Each is one line, and none where there is nothing to say. Names that stand in the files go
    through `escaped`. What can be done of it is another thing in a chat than on the command line.
    """
    known = {**wording.left_out_kinds, **(wording.left_out_in_chats if is_in_chat else {})}
    read = _kinds(left_out, wording.column_kinds, escaped)
    kinds = _kinds(left_out, known, escaped)
    said = [wording.columns_read.format(kinds=", ".join(read))] if read else []
    return [*said, wording.left_out_of_files.format(kinds=", ".join(kinds))] if kinds else said


def _kinds(counts: Mapping[str, int], known: Mapping[str, str], escaped: Escape) -> list[str]:
    parted = [(*kind.partition(":")[::2], count) for kind, count in sorted(counts.items())]
    return [
        known[kind].format(name=escaped(name), count=Count(count))
        for kind, name, count in parted
        if kind in known
    ]


def _numbers(counts: Counts) -> dict[str, Count]:
    return {
        "new": Count(counts.new),
        "changed": Count(counts.changed),
        "unchanged": Count(counts.unchanged),
        "removed": Count(counts.removed),
        "refused": Count(counts.refused),
    }


def _bullets(counts: Counts, wording: Wording, escaped: Escape) -> list[str]:
    refusals = [refusal(each, wording) for each in counts.problems]
    return [f"• {escaped(each)}" for each in (*counts.examples, *refusals)]


def _bar(progress: Progress) -> list[str]:
    if progress.share is None:
        return []
    # Rounded down, so that only what is done looks done.
    full = int(progress.share * WIDTH)
    return [f"{'▰' * full}{'▱' * (WIDTH - full)} {int(progress.share * 100)}%"]


def _pace(progress: Progress, wording: Wording) -> str:
    seconds = progress.remaining_seconds
    rest = "" if seconds is None else wording.remaining.format(time=duration(seconds))
    return f"{progress.counts.read:,} · {progress.per_second:,.0f}/s{rest}"


def duration(seconds: float) -> str:
    """Return a length of time, as exact as it needs to be: "45 s", "12 min", "3 h"."""
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{max(1, round(seconds))} s"
