"""`eval`."""

from __future__ import annotations

import asyncio
import io
import json
from difflib import get_close_matches
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from bot import excerpt_counts
from bot.cli import console, progress
from bot.cli.evaluation import drafting, replaying
from bot.composition import app, words_app
from bot.errors import AskError
from bot.questions.answerer import HITS
from bot.questions.evaluating.evaluation import KnownQuestion, figures, outcome
from bot.questions.quoting.excerpts import choose, confidence, unsure
from bot.questions.quoting.post_references import nearest
from bot.text import Count, json_line, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.questions.answerer import Answerer
    from bot.questions.evaluating.evaluation import Figures, Outcome


_SHARES: Final = (
    "reciprocal_rank", "first_excerpt", "first_quote", "answered", "refused", "offered_right",
    "not_found_recall", "offered_in_vain", "not_found_precision", "calibration_error",
)  # fmt: skip
"""What is shown after the recall, in this order."""

_AFTER_SHARE: Final = 7
"""The column in which the words begin behind a share."""

_READ: Final = ("question", "post_id", "gold")
_MEANT: Final = frozenset("answer answers expected expect id ids post posts".split())
"""Keys that a person may write in place of those that are read; notes of one's own are no fault."""

_NEAR: Final = 0.7
"""How alike two keys are of which one is likely a slip of the other, 0 to 1."""

QuestionFile = Annotated[
    str | None,
    typer.Argument(
        metavar="FILE", help="JSON Lines with `question`, and `post_id` or `gold`; - is stdin."
    ),
]
Drafted = Annotated[
    int | None,
    typer.Option(
        "--draft", metavar="N", min=1, help="Print N drafted questions to correct instead."
    ),
]

Replayed = Annotated[
    str | None,
    typer.Option(
        "--replay",
        metavar="SOURCE",
        help="Read a source's messages again one by one, and count what repeated questions get.",
    ),
]
Messages = Annotated[
    int | None,
    typer.Option("--messages", metavar="N", min=1, help="Replay only the first N messages."),
]


class QuestionFileError(AskError):
    """The file of questions cannot be read; says where and what to do."""


def _wrong(what: str, **values: object) -> QuestionFileError:
    return QuestionFileError(words_app.question_file_words()[what].format(**values))


def evaluate(
    file: QuestionFile = None,
    *,
    draft: Drafted = None,
    replay: Replayed = None,
    messages: Messages = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON for a program.")] = False,
) -> None:
    """Measure the answers on questions whose answers are known.

    Each line of the file is an object with a question and the post_id of the post that answers,
    or gold, the words that answer it; neither for a question that no post answers.
    """
    if sum(each is not None for each in (file, draft, replay)) != 1:
        raise _wrong("file_or_draft")
    settings = console.settings()
    if replay is not None:
        replaying.show(settings, replay, messages, as_json=as_json)
        return
    if draft is not None:
        drafting.show(settings, draft)
        return
    questions = list(read_questions(file or ""))
    say = app.wording(settings).evaluation
    with app.answering(settings) as answerer:
        found = figures(asyncio.run(_asked(answerer, questions)))
    if as_json:
        typer.echo(json_line(figures_record(found)))
    else:
        _show(found, say)


def read_questions(file: str) -> Iterator[KnownQuestion]:
    """Yield the questions of a file, blank lines passed over.

    Raises:
        QuestionFileError: It cannot be read, a line is wrong, or it holds no question.
    """
    try:
        read = console.given_input().buffer.read if file == "-" else Path(file).read_bytes
        text = io.StringIO(read().decode(), newline=None).read()
    except FileNotFoundError as error:
        raise _wrong("not_there", where=file) from error
    except OSError as error:
        raise _wrong("unreadable", where=file) from error
    except UnicodeDecodeError as error:
        raise _wrong("not_utf8", where=file) from error
    # Not splitlines: a question may hold a line separator that JSON need not escape.
    lines = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise _wrong("no_question", where=file)
    place = words_app.question_file_words()["line"]
    for number, line in lines:
        yield _question(line, place.format(file=file, line=number))


def figures_record(found: Figures) -> dict[str, Any]:
    """Return the figures as `eval --json` promises them."""
    return {
        "questions": found.questions,
        "answerable": found.answerable,
        **{f"recall_at_{most}": _rounded(share) for most, share in found.recall.items()},
        "reciprocal_rank": _rounded(found.reciprocal_rank),
        "first_excerpt": _rounded(found.first_excerpt),
        "first_quote": _rounded(found.first_quote),
        "answered": _rounded(found.answered),
        "refused": _rounded(found.refused),
        "offered_right": _rounded(found.offered_right),
        "offered_in_vain": _rounded(found.offered_in_vain),
        "not_found_precision": _rounded(found.not_found_precision),
        "not_found_recall": _rounded(found.not_found_recall),
        "calibration_error": _rounded(found.calibration_error),
        "calibration": [
            {"questions": each.questions, "said": _rounded(each.said), "so": _rounded(each.so)}
            for each in found.calibration
        ],
        "slowest": [
            {"question": each.question.text, "seconds": round(each.seconds, 6)}
            for each in found.slowest
        ],
        "failed": [
            {
                "question": each.question.text,
                "expected": each.question.gold or each.question.post_id,
                "place": each.place,
                "got": each.excerpt,
            }
            for each in found.failed
        ],
    }


async def _asked(answerer: Answerer, questions: Sequence[KnownQuestion]) -> list[Outcome]:
    # The first question opens the index and loads the model: that is not its own time.
    await answerer.hits(app.question(questions[0].text, None), HITS)
    outcomes = []
    with progress.progress_bar("asking", "unit_questions") as advance:
        for done, known in enumerate(questions, start=1):
            started = perf_counter()
            hits = await answerer.hits(app.question(known.text, None), HITS)
            excerpts = choose(hits, excerpt_counts.USUAL)
            seconds = perf_counter() - started
            sure = confidence(hits)
            perhaps = unsure(hits)
            near = nearest(hits, first=perhaps)
            outcomes.append(
                outcome(known, hits, excerpts, sure, seconds, perhaps=perhaps, near=near)
            )
            advance(done, len(questions), done)
    return outcomes


def _unread(row: Mapping[str, object]) -> str:
    """Return a key that is likely meant for one that is read, "" where there is none."""
    others = [name for name in row if name not in _READ]
    wrong = (
        each for each in others if each in _MEANT or get_close_matches(each, _READ, cutoff=0.7)
    )
    return next(wrong, "")


def _question(line: str, where: str) -> KnownQuestion:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _wrong("not_json", where=where) from error
    if not isinstance(row, dict):
        raise _wrong("not_object", where=where)
    if unread := _unread(row):
        raise _wrong("not_read", where=where, name=unread)
    texts = {name: row.get(name) or "" for name in _READ}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise _wrong("not_text", where=where, name=name)
    try:
        app.question(texts["question"], None)
    except AskError as error:
        raise _wrong("wrong_question", where=where, problem=app.told(error)) from error
    return KnownQuestion(texts["question"], texts["post_id"].strip(), texts["gold"].strip())


def _show(found: Figures, say: Mapping[str, str]) -> None:
    output = console.out()
    unanswerable = Count(found.questions - found.answerable)
    output.tell(say["asked"].format(questions=Count(found.questions), none=unanswerable))
    for most, share in found.recall.items():
        among = say["right_first" if most == 1 else "right_among"].format(most=most)
        output.tell(f"{_number(share)}  {among}", hang=_AFTER_SHARE)
    for name in _SHARES:
        output.tell(f"{_number(getattr(found, name))}  {say[name]}", hang=_AFTER_SHARE)
    output.tell(f"\n{say['calibration']}")
    for each in found.calibration:
        output.tell(f"{each.said:.2f}  {each.questions:>6,}  {each.so:.2f}")
    output.tell(f"\n{say['slowest']}")
    for slow in found.slowest:
        taken = f"{slow.seconds * 1000:.0f} ms  "
        said = one_line(slow.question.text)[:100]
        output.tell(f"  {taken:>10}{said}", hang=len(taken))
    _show_failed(found, say)


def _show_failed(found: Figures, say: Mapping[str, str]) -> None:
    output = console.out()
    output.tell(f"\n{say['failed'].format(count=Count(len(found.failed)))}")
    width = max(len(say[name]) for name in ("expected", "got")) + 2
    for each in found.failed:
        output.tell(f"• {one_line(each.question.text)}", hang=2)
        wanted = one_line(each.question.gold or each.question.post_id) or say["expected_nothing"]
        output.tell(f"    {say['expected']:<{width}}{wanted}", hang=width)
        output.tell(f"    {say['got']:<{width}}{_got(each, say)}", hang=width)


def _got(outcome: Outcome, say: Mapping[str, str]) -> str:
    if outcome.excerpt:
        text = one_line(outcome.excerpt)
        return say["unsure"].format(text=text) if outcome.is_unsure else text
    if outcome.place:
        return say["nothing_at"].format(place=outcome.place)
    return say["nothing_found"]


def _number(value: float | None) -> str:
    return "  –  " if value is None else f"{value:.3f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
