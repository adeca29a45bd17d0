"""What an answer shows in any chat: quotes, notes, buttons. The platforms only lay it out; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from adapters.chat.answer_notes import (
    LONGEST_NAMED,
    missing,
    narrowed_note,
    newer_note,
    nothing_by_note,
)
from adapters.chat.quotes import message_of, pointers_of, quotes_of
from bot.excerpt_counts import ON_A_PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.chat.quotes import Gap, Pointer, Quote
    from adapters.chat.wording import Wording
    from bot.corrections.restatement import RevisedAnswer
    from bot.posts.surroundings import Around
    from bot.question_and_answer import Answer, Question, Shared


Action = Literal[
    "page", "share", "only_me", "why", "around", "good", "bad", "take_away", "helped", "not_this"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    """Something a reader can do; `page` tells which page to show next."""

    action: Action
    label: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """One message of ours.

    Attributes:
        question_id: The question that it answers; buttons name it.
        heading: Lines before the quotes.
        quotes: At most a page of them, those that were struck out included.
        notes: Lines after the quotes.
        pointers: Posts that came near, after the notes.
        buttons: What can be done with it.
    """

    question_id: str
    heading: tuple[str, ...] = ()
    quotes: tuple[Quote | Gap, ...] = ()
    notes: tuple[str, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    buttons: tuple[Button, ...] = ()


def answer_card(
    answer: Answer,
    wording: Wording,
    *,
    page: int = 1,
    may_share: bool = False,
    heading: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Card:
    """Return an answer as a message.

    Args:
        answer: The answer.
        wording: The language of its reader.
        page: Which page, from 1; one too high is the last.
        may_share: It is private, and there is a channel to share it with.
        heading: Lines to put before.
        notes: Lines to put after.
    """
    page = min(max(page, 1), _pages(answer.excerpts))
    buttons = _turning("page", answer.excerpts, page, wording)
    if may_share and answer.found:
        buttons.append(Button("share", wording.share))
    quoted = _first_on(answer.excerpts, page)
    buttons += _about(answer.question, wording, quoted=quoted, is_all=answer.is_all_shown)
    return Card(
        question_id=answer.question.id,
        heading=(*heading, *nothing_by_note(answer, wording), *_unsure(answer, wording)),
        quotes=quotes_of(answer.excerpts or answer.unsure, page, wording),
        notes=(
            *notes,
            *narrowed_note(answer, wording),
            *_missing(answer, wording),
            *_place(answer.excerpts, page, wording),
            *newer_note(answer, wording),
        ),
        pointers=pointers_of(answer.newer[:1] or answer.pointed_at, wording),
        buttons=tuple(buttons),
    )


def _unsure(answer: Answer, wording: Wording) -> list[str]:
    return [wording.unsure] if answer.unsure else []


def corrected_card(answer: RevisedAnswer, wording: Wording, *, heading: Sequence[str] = ()) -> Card:
    """Return an answer as it stands after a change, without buttons once its question is gone."""
    question = answer.question
    page = min(answer.page, _pages(answer.quotes))
    notes = [wording.corrected] if answer.is_corrected else []
    if not answer.quotes:
        notes += [wording.nothing_found, *([wording.nearest] if answer.nearest else [])]
    newer = [wording.answering["newer.still"]] if answer.quotes and answer.nearest else []
    buttons: list[Button] = []
    if question is not None:
        if heading:  # it is shared: all who read it may ask what they alone may see
            question = replace(question, is_private=False)
        buttons += _turning("page", answer.quotes, page, wording)
        buttons += _about(question, wording, quoted=_first_on(answer.quotes, page))
    return Card(
        question_id=question.id if question else "",
        heading=tuple(heading),
        quotes=quotes_of(answer.quotes, page, wording),
        notes=(*notes, *_place(answer.quotes, page, wording), *newer),
        pointers=pointers_of(answer.nearest, wording),
        buttons=tuple(buttons),
    )


def shared_card(shared: Shared, wording: Wording) -> Card:
    """Return an answer that its asker shared; that anything was withheld, it does not tell."""
    question = shared.answer.question
    heading = wording.shared_by.format(name=question.asker.name, question=question.text)
    return answer_card(shared.answer, wording, heading=[heading])


def kept_card(shared: Shared, wording: Wording) -> Card:
    """Return the private answer as its asker goes on seeing it, with what could not be shared."""
    if not shared.answer.found:
        notes = [wording.nothing_shared]
    else:
        notes = [wording.withheld.format(count=shared.withheld)] if shared.withheld else []
    return answer_card(shared.private, wording, notes=notes)


def related_card(answer: Answer, wording: Wording) -> Card:
    """Return posts like a given one: what they say, or what comes nearest."""
    if not answer.excerpts and not answer.nearest:
        return Card(answer.question.id, (wording.offering["related.none"],))
    pointers = pointers_of(answer.nearest, wording)
    quotes = quotes_of(answer.excerpts, 1, wording)
    return Card(answer.question.id, (wording.related,), quotes, pointers=pointers)


def earlier_card(answer: Answer, wording: Wording) -> Card:
    """Return what was answered before to what a message asks, sure or not."""
    quotes, said = quotes_of(answer.excerpts or answer.unsure, 1, wording), wording.offering
    if not quotes:
        return Card(answer.question.id, (said["earlier.none"],))
    heading = said["earlier"] if answer.found else wording.unsure
    newer = newer_note(answer, wording)
    pointers = pointers_of(answer.newer[:1], wording)
    return Card(answer.question.id, (heading,), quotes, tuple(newer), pointers)


def offer_card(offer: Answer, id_: str, wording: Wording, *, channel: str = "") -> Card:
    """Return what is offered to who asked.

    Args:
        offer: The one quote that answers.
        id_: Names the offer.
        wording: The language of the message that asks.
        channel: Where that stands, if the offer stands elsewhere; else "".
    """
    said = wording.offering
    heading = said["offer"]
    if channel:
        asked = offer.question.text[:LONGEST_NAMED]
        heading = said["offer.direct"].format(question=asked, channel=channel)
    buttons = (Button("helped", said["helped"]), Button("not_this", said["not_this"]))
    return Card(id_, (heading,), quotes_of(offer.excerpts, 1, wording), buttons=buttons)


def only_me_card(answer: Answer, wording: Wording, *, page: int = 1) -> Card:
    """Return what one reader may see beyond the public answer."""
    if not answer.excerpts:
        return Card(answer.question.id, (wording.nothing_beyond,))
    page = min(max(page, 1), _pages(answer.excerpts))
    return Card(
        answer.question.id,
        (wording.beyond.format(count=len(answer.excerpts)),),
        quotes_of(answer.excerpts, page, wording),
        _place(answer.excerpts, page, wording),
        buttons=tuple(_turning("only_me", answer.excerpts, page, wording)),
    )


def _first_on(quotes: Sequence[object], page: int) -> int:
    """Return the number of the first quote on a page; 0 where nothing is quoted."""
    return (page - 1) * ON_A_PAGE + 1 if quotes else 0


def around_card(answer: Answer, number: int, found: Around | None, wording: Wording) -> Card:
    """Return what was said around a quote, with a way to the others on its page.

    Args:
        answer: What was quoted.
        number: Which of its quotes.
        found: What was said around it; None where its reader may not see it, or it is gone.
        wording: The language of its reader.
    """
    said, quotes = wording.answering, answer.excerpts
    first = _first_on(quotes, (number - 1) // ON_A_PAGE + 1)
    others = range(first, min(first + ON_A_PAGE, len(quotes) + 1))
    buttons = tuple(
        Button("around", said["around.quote"].format(number=each), each)
        for each in others
        if each != number
    )
    if found is None or not (found.before or found.after):
        return Card(
            answer.question.id, (said["around.none"].format(number=number),), buttons=buttons
        )
    return Card(
        answer.question.id,
        (said["around.title"].format(number=number),),
        tuple(
            message_of(each, number if each is found.post else 0, wording)
            for each in (*found.before, found.post, *found.after)
        ),
        buttons=buttons,
    )


def _about(
    question: Question, wording: Wording, *, quoted: int, is_all: bool = False
) -> list[Button]:
    may_hide = not (question.is_private or is_all)
    buttons = [Button("only_me", wording.only_me)] if may_hide else []
    buttons.append(Button("why", wording.why))
    if quoted:
        buttons.append(Button("around", wording.answering["around"], quoted))
        buttons += [Button("good", "👍"), Button("bad", "👎")]
    if not question.is_private:
        buttons.append(Button("take_away", wording.quoting["take_away"]))
    return buttons


def _missing(answer: Answer, wording: Wording) -> list[str]:
    if answer.found:
        return []
    if answer.unsure:
        return [wording.nearest] if answer.pointed_at else []
    said = missing(answer, wording)
    return [said, wording.nearest] if answer.nearest else [said]


def _pages(excerpts: Sequence[object]) -> int:
    return max(1, -(-len(excerpts) // ON_A_PAGE))


def _place(excerpts: Sequence[object], page: int, wording: Wording) -> tuple[str, ...]:
    pages = _pages(excerpts)
    return (wording.page.format(page=page, pages=pages),) if pages > 1 else ()


def _turning(
    action: Action, excerpts: Sequence[object], page: int, wording: Wording
) -> list[Button]:
    buttons = []
    if page > 1:
        buttons.append(Button(action, wording.back, page - 1))
    if page < _pages(excerpts):
        buttons.append(Button(action, wording.more, page + 1))
    return buttons
