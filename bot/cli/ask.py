"""`ask`, `search` and `chat`."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.padding import Padding

from bot.cli import console, progress
from bot.cli.validation import non_blank_audiences
from bot.composition import app, engine_app, terminal_app, words_app
from bot.errors import AskError, UnavailableError
from bot.excerpt_counts import USUAL
from bot.posts.names import wrong_name
from bot.questions.parsing.filters import filters, merged
from bot.questions.parsing.talk.small_talk import is_small_talk, wants_help
from bot.questions.quoting.post_references import citation
from bot.text import json_line, one_line
from index.clock import utc_now
from index.errors import IndexMissing
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from bot.question_and_answer import Answer, Citation, Excerpt, Question
    from bot.questions.answerer import Answerer
    from bot.settings.values import Settings
    from index.posts import Hit
    from index.search_scope import Filters


_SHOWN = 200
"""Characters of a passage in a line of `search`."""
_NAMED = re.compile(r"(?s)((?:from|in):)([^\"]*\s[^\"]*)")

QuestionText = Annotated[
    list[str], typer.Argument(metavar="QUESTION", help="The question; - reads one a line.")
]
Limit = Annotated[int, typer.Option(min=1, max=100, help="How many results at most.")]
AsJson = Annotated[bool, typer.Option("--json", help="One line of JSON for a program.")]
Audience = Annotated[
    list[str] | None,
    typer.Option(
        help="Only what readers with this label may see; may be repeated.",
        callback=non_blank_audiences,
    ),
]
From = Annotated[str | None, typer.Option("--from", help="Only this author's.")]
In = Annotated[str | None, typer.Option("--in", help="Only this source.")]
Since = Annotated[
    str | None, typer.Option(help="From this day on: 2024-09-26, 2024-09, yesterday.")
]
Until = Annotated[str | None, typer.Option(help="Only up to this day.")]
KindOf = Annotated[str | None, typer.Option("--kind", help="Only `post` or `comment`.")]


def ask(
    question: QuestionText,
    *,
    limit: Limit = USUAL,
    as_json: AsJson = False,
    audience: Audience = None,
    author: From = None,
    source: In = None,
    since: Since = None,
    until: Until = None,
    kind: KindOf = None,
) -> None:
    """Answer a question with excerpts from the posts, each with author, date and link.

    Filters may stand in the question: from:NAME in:SOURCE since:2024-09-26 until:… kind:comment
    """
    chosen = _chosen(author, source, since, until, kind)
    settings = console.settings()
    is_stream = question == ["-"]

    async def answer(answerer: Answerer, asked: Question) -> Callable[[], None]:
        if not asked.filters and (is_small_talk(asked.text) or wants_help(asked.text)):
            raise AskError(app.wording(settings).prompt["ask_something"])
        found = await answerer.ask(replace(asked, limit=limit))
        if not (found.excerpts or found.unsure or found.nearest):
            _explain_nothing(settings, asked)
        if as_json or is_stream:
            return partial(_print_json, answer_record(found))
        return partial(app.show, found, settings, console.out())

    _each(settings, _typed(question), _labels(audience), chosen, answer)


def search(
    question: QuestionText,
    *,
    limit: Limit = 10,
    as_json: AsJson = False,
    audience: Audience = None,
    author: From = None,
    source: In = None,
    since: Since = None,
    until: Until = None,
    kind: KindOf = None,
) -> None:
    """Show what is found before any excerpt is chosen or refused: a post a line, best first."""
    chosen = _chosen(author, source, since, until, kind)

    settings = console.settings()

    async def find(answerer: Answerer, asked: Question) -> Callable[[], None]:
        started = perf_counter()
        hits = await answerer.hits(asked, limit)
        if not hits:
            _explain_nothing(settings, asked)
        if as_json or question == ["-"]:
            return partial(_print_json, hits_record(asked, hits, perf_counter() - started))
        return partial(_print_hits, hits)

    _each(settings, _typed(question), _labels(audience), chosen, find)


def chat() -> None:
    """Ask one question after the other; /help tells what else may be typed."""
    settings = console.settings()
    with app.answering(settings) as answerer:

        async def ask_explained(asked: Question) -> Answer:
            answer = await answerer.ask(asked)
            if not (answer.excerpts or answer.unsure or answer.nearest):
                _explain_nothing(settings, asked)
            return answer

        if console.can_ask():
            terminal = terminal_app.prompt(settings, console.out())
        else:
            terminal = terminal_app.terminal(settings, console.out(), console.given_input())
        asyncio.run(terminal.run(ask_explained))


def answer_record(answer: Answer) -> dict[str, Any]:
    """Return an answer as `ask --json` promises it."""
    return {
        "question": answer.question.text,
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "excerpts": [_excerpt_record(excerpt) for excerpt in answer.excerpts],
        "unsure": [_excerpt_record(excerpt) for excerpt in answer.unsure],
        "newer": [_asked_record(each) for each in answer.newer],
        "narrowed": {
            name: str(value)
            for name in ("author", "since", "until")
            if (value := getattr(answer.narrowed, name))
        },
        "nothing_by": answer.nothing_by,
        "elapsed_seconds": round(answer.elapsed_seconds, 6),
    }


def _excerpt_record(excerpt: Excerpt) -> dict[str, Any]:
    return {
        "number": excerpt.citation.number,
        "text": excerpt.text,
        "post_id": excerpt.post_id,
        "title": excerpt.citation.title,
        "start": excerpt.start,
        "end": excerpt.end,
        "author": excerpt.citation.author,
        "posted_at": at.isoformat() if (at := excerpt.citation.posted_at) else None,
        "url": excerpt.citation.url,
        "source": excerpt.citation.source,
        "kind": excerpt.citation.part or excerpt.citation.kind,
        "score": round(excerpt.score, 4),
        "asked": excerpt.asked and _asked_record(excerpt.asked),
        "answered_by": excerpt.answered_by,
    }


def _asked_record(asked: Citation) -> dict[str, Any]:
    return {
        "post_id": asked.post_id,
        "title": asked.title,
        "author": asked.author,
        "posted_at": asked.posted_at.isoformat() if asked.posted_at else None,
        "url": asked.url,
    }


def hits_record(question: Question, hits: Sequence[Hit], elapsed_seconds: float) -> dict[str, Any]:
    """Return what was found as `search --json` promises it."""
    return {
        "question": question.text,
        "hits": [
            {
                "post_id": hit.post.id,
                "title": citation(0, hit.post, hit.passage.start).title,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "text": hit.passage.text,
                "score": round(hit.score, 4),
                "found_by": list(hit.found_by),
            }
            for hit in hits
        ],
        "elapsed_seconds": round(elapsed_seconds, 6),
    }


def _each(
    settings: Settings,
    text: str,
    audience: frozenset[str] | None,
    chosen: Filters,
    reply: Callable[[Answerer, Question], Awaitable[Callable[[], None]]],
) -> None:
    """Answer one question, or each line of standard input; `reply` returns what prints it."""
    lines: Iterable[str] = console.given_input() if text == "-" else [text]

    async def run(answerer: Answerer) -> None:
        for line in lines:
            try:
                asked = app.question(line, audience)
                asked = replace(asked, filters=merged(chosen, asked.filters))
                with progress.waiting(app.sentences(settings)["searching"]):
                    show = await reply(answerer, asked)
            except AskError as error:
                if text != "-":
                    raise
                show = partial(_print_json, {"question": line.strip(), "error": app.told(error)})
            show()

    with app.answering(settings) as answerer:
        asyncio.run(run(answerer))


def refuse_wrong_names(settings: Settings, asked: Question) -> None:
    """Refuse a question whose filters hold a name that nothing that may be found has.

    Raises:
        BadFilter: That is so; it names what may have been meant.
    """
    with app.opened_index(settings) as index:
        if wrong := wrong_name(index.engine, asked.scope):
            raise wrong


def _explain_nothing(settings: Settings, asked: Question) -> None:
    """Raise what explains that nothing at all was found, not even what does not answer."""
    refuse_wrong_names(settings, asked)
    with app.opened_index(settings) as index:
        is_empty = not index.statistics().posts
    if is_empty and asked.audience is None and not asked.filters:
        raise UnavailableError(IndexMissing(engine_app.storage(settings).home).sentence)


def _typed(words: list[str]) -> str:
    """Return a question as it was typed; the shell took the quotes of a filter's name away."""
    if len(words) == 1:
        return words[0]
    return " ".join(_NAMED.sub(r'\1"\2"', word) for word in words)


def _print_json(record: dict[str, Any]) -> None:
    typer.echo(json_line(record))


def _print_hits(hits: Sequence[Hit]) -> None:
    output, say = console.out(), words_app.usage_words()
    for hit in hits:
        ways = "+".join(say[f"by_{each}"] for each in hit.found_by)
        how = f"  ({ways})" if ways else ""
        head = f"{hit.score:.3f}  {one_line(hit.post.id)}{how}"
        said = words_app.styled_text(hit.passage.text, hit.post.id)[:_SHOWN]
        if output.is_terminal:
            output.tell(head)
            output.print(Padding(said, (0, 0, 0, 7), expand=False))
        else:
            output.tell(f"{head}  {said.plain}")


def _chosen(
    author: str | None, source: str | None, since: str | None, until: str | None, kind: str | None
) -> Filters:
    """Return the filters given as options; they go before those typed in the question."""
    given = {"from": author, "in": source, "since": since, "until": until, "kind": kind}
    typed = {name: value for name, value in given.items() if value is not None}
    return filters(typed, utc_now().date())


def _labels(audience: list[str] | None) -> frozenset[str] | None:
    # Whoever may read a channel may read what everyone may.
    return frozenset([EVERYONE, *audience]) if audience else None
