"""How open questions are listed in any chat; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.lines.pages import page_of

if TYPE_CHECKING:
    from adapters.chat.lines.pages import Page, Size
    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.wording import Wording
    from bot.admin.open_questions.none_open import NoneOpen
    from bot.admin.open_questions.unanswered import OpenPage
    from bot.admin.scheduled.digest import Digest
    from bot.ledger.questions.open_questions import OpenQuestion


LONGEST = 300
"""Characters of a question on the list."""


def short(question: str) -> str:
    """Return a question as it stands on a list, with a sign where more of it follows."""
    return question if len(question) <= LONGEST else f"{question[: LONGEST - 1].rstrip()}…"


def open_line(
    number: int, open_: OpenQuestion, wording: Wording, show_date: ShowDate, escaped: Escape
) -> str:
    """Return an open question with its number, who asked how often, and when first and last."""
    text = escaped(short(open_.question.text))
    said = wording.unanswered_item.format(question=text, times=open_.times)
    first, last = show_date(open_.question.asked_at), show_date(open_.last_asked_at)
    return f"{number}. {said} · {first if first == last else f'{first} – {last}'}"


def digest_lines(
    digest: Digest, wording: Wording, size: Size, *, show_date: ShowDate, escaped: Escape
) -> list[str]:
    """Return a digest of open questions for all readers of a channel, with what is not shown.

    Args:
        digest: The digest.
        wording: The language of its readers.
        size: How long a text is for the platform; what one message does not hold is counted.
        show_date: Shows a moment.
        escaped: Makes safe what people wrote.
    """
    lines = [
        open_line(number, each, wording, show_date, escaped)
        for number, each in enumerate(digest.questions, start=1)
    ]
    shown = page_of([lines], 1, size).lines
    said = [wording.settings["digest"], *shown]
    if more := digest.more + len(lines) - len(shown):
        said.append(wording.settings["digest_more"].format(count=more))
    return [*said, wording.settings["digest_how"]]


def heading(page: OpenPage, wording: Wording) -> str:
    """Return what stands above a list with questions, with the page where there are several."""
    if page.of == 1:
        return wording.unanswered
    return f"{wording.unanswered} {wording.page.format(page=page.number, pages=page.of)}"


def none_open_line(why: NoneOpen, wording: Wording) -> str:
    """Return what stands in the place of the list where it is empty, and what to do."""
    said = {"all_answered": wording.unanswered_none, **wording.open_questions}
    return said[why]


def beside_lines(name: str, wording: Wording, escaped: Escape) -> list[str]:
    """Return that another admin answers a question just now, too; nothing for nobody."""
    return [wording.open_questions["answering"].format(name=escaped(name))] if name else []


def closed_lines(by: str, draft: str, wording: Wording) -> list[str]:
    """Return that a question is not open any more, and that an answer to it comes back.

    Args:
        by: The admin who answered or dismissed it; "" where that is not known.
        draft: What was written as an answer; "" for nothing.
        wording: The admin's language.
    """
    said = wording.open_questions
    line = said["settled"].format(name=by) if by else said["closed"]
    return [line, *([said["draft"]] if draft else ())]


def turns(page: OpenPage | Page, wording: Wording) -> list[tuple[str, int]]:
    """Return the pages that can be turned to, with the labels of their buttons."""
    back = [(wording.back, page.number - 1)] if page.number > 1 else []
    return [*back, *([(wording.more, page.number + 1)] if page.number < page.of else [])]
