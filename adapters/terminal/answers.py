"""Asks what is typed at the terminal, and prints the answers."""

from __future__ import annotations

from shlex import quote as quote_for_shell
from typing import TYPE_CHECKING
from uuid import uuid4

from rich.padding import Padding
from rich.text import Text

from adapters.chat.answer_notes import missing, narrowed_note, newer_note, nothing_by_note
from adapters.chat.error_text import problem, sentence
from adapters.chat.quotes import kind_of
from adapters.terminal.styled_text import styled_text
from bot.errors import UnavailableError
from bot.question_and_answer import Asker, Question
from bot.questions.parsing.filters import parsed
from bot.text import one_line, plain, web_link
from index.clock import utc_now

if TYPE_CHECKING:
    from rich.console import Console

    from adapters.chat.wording import Wording
    from bot.question_and_answer import Answer, Citation, Excerpt


def say_error(error: Exception, console: Console, wording: Wording) -> None:
    """Print why a question cannot be answered."""
    # Who has a terminal may know of the host's files.
    if isinstance(error, UnavailableError):
        said = problem(error.sentence, wording)
    else:
        said = sentence(error, wording)
    console.print(Text(plain(said), style="yellow"), soft_wrap=not console.is_terminal)


def to_question(line: str, audience: frozenset[str] | None = None) -> Question:
    """Return what a typed line asks.

    Raises:
        AskError: Nothing can be asked with it.
    """
    text, filters = parsed(line, utc_now().date())
    asker = Asker("terminal", "local", "you")
    return Question(
        id=uuid4().hex[:8],
        text=text,
        asker=asker,
        conversation="terminal",
        audience=audience,
        asked_at=utc_now(),
        filters=filters,
    )


def show(answer: Answer, console: Console, wording: Wording) -> None:
    """Print an answer: each excerpt with who wrote it, when, where, its id and the link."""
    for note in (*nothing_by_note(answer, wording), *narrowed_note(answer, wording)):
        console.print(Text(plain(note), style="dim"), soft_wrap=not console.is_terminal)
    if answer.unsure:
        console.print(wording.unsure, soft_wrap=not console.is_terminal)
    for excerpt in answer.excerpts or answer.unsure:
        _show_excerpt(excerpt, console, wording)
    for note in newer_note(answer, wording):
        console.print(Text(plain(note), style="dim"), soft_wrap=not console.is_terminal)
        _point_at(answer.newer[0], console, wording)
    if not answer.found:
        _show_nearest(answer, console, wording)


def _show_nearest(answer: Answer, console: Console, wording: Wording) -> None:
    if not answer.unsure:
        console.print(missing(answer, wording), soft_wrap=not console.is_terminal)
    if answer.pointed_at:
        console.print(wording.nearest, style="dim", soft_wrap=not console.is_terminal)
    for near in answer.pointed_at:
        _point_at(near, console, wording)


def _point_at(near: Citation, console: Console, wording: Wording) -> None:
    said = styled_text(one_line(near.title), "", "dim")
    print_text(said.append(f" ({credit(near, wording)})"), console, indent=3)


def _show_excerpt(excerpt: Excerpt, console: Console, wording: Wording) -> None:
    cited = excerpt.citation
    quote = Text(f"{cited.number}  ", style="bold cyan")
    quote.append_text(styled_text(excerpt.text, excerpt.post_id, "default not bold"))
    if console.is_terminal or cited.number > 1:
        console.print()
    if excerpt.asked is not None:
        print_text(Text(asked_line(excerpt.asked, wording), style="dim"), console, indent=3)
    print_text(quote, console)
    title = styled_text(one_line(cited.title), excerpt.post_id, "dim italic")
    begins = styled_text(one_line(excerpt.text), excerpt.post_id).plain
    if not begins.startswith(title.plain.rstrip("…").rstrip()):
        print_text(title, console, indent=3)
    print_text(Text(credit(cited, wording), style="dim"), console, indent=3)
    # On one line, however long: what is cut or folded cannot be followed.
    command = f"   pullquote show {quote_for_shell(one_line(excerpt.post_id))}"
    console.print(Text(command, style="dim"), soft_wrap=True)
    if url := web_link(cited.url):
        console.print(Text(f"   {url}", style="dim"), soft_wrap=True)


def print_text(text: Text, console: Console, indent: int = 0) -> None:
    """Print a paragraph: wrapped for a person, whole for a program that reads it in a pipe."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent), expand=False))
    else:
        console.print(Text(" " * indent).append_text(text), soft_wrap=True)


def asked_line(asked: Citation, wording: Wording) -> str:
    """Return who asked what a quote answers, and when."""
    said = wording.answering["asked" if asked.posted_at else "asked.undated"]
    name = asked.author or wording.unknown_author
    when = f"{asked.posted_at:%Y-%m-%d}" if asked.posted_at else ""
    return one_line(said.format(name=name, when=when, question=asked.title))


def credit(citation: Citation, wording: Wording) -> str:
    """Return who wrote a post, when, and where it stands."""
    author = citation.author or wording.unknown_author
    when = f"{citation.posted_at:%Y-%m-%d}" if citation.posted_at else ""
    if not when and citation.age:
        when = wording.age.format(age=citation.age)
    kind = kind_of(citation, wording)
    return one_line(" · ".join(filter(None, [author, when, citation.source, kind])))
