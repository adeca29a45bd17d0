"""What is said where a question cannot be answered."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final, TypeVar
from uuid import uuid4

from adapters.chat.unread_channels import because, with_remedy
from adapters.chat.wording.grouped_numbers import Grouping
from bot.errors import AskError, ChannelClosed, UnavailableError
from bot.outages import log_error
from bot.text import Count
from index.crashes import crashes_as_errors
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from index.errors import PostFormatError

T = TypeVar("T")


_NOTED: Final = "error:"
"""What a remembered kind of error begins with, which no platform's own words do."""

_PLACED: Final = re.compile(r"<[^<>]*>:(?P<line>\d+):(?P<column>\d+): (?P<said>.*)", re.DOTALL)
"""How the parser of feeds says what is wrong, and where."""

_log: Final = logging.getLogger(__name__)


def sentence(error: Exception, wording: Wording) -> str:
    """Return what to tell in a chat of an error: in its language, and naming no path of the host.

    What only the log may name is logged under the id that is told.
    """
    if isinstance(error, AskError):
        known = wording.mend.get(type(error).__name__)
        values = {
            name: Count(each) if each.isdecimal() else each for name, each in error.values.items()
        }
        return known.format(**values) if known else str(error)
    said = wording.failed
    if isinstance(error, UnavailableError):
        if known := wording.unavailable.get(error.kind):
            return known.format(**_values(error, wording))
        said = wording.unusable  # what its own sentence names is on the host
    error_id = uuid4().hex[:8]
    log_error(_log, f"error {error_id}", error)
    return said.format(error_id=error_id)


def is_damage(error: Exception, wording: Wording) -> bool:
    """Return whether what is kept cannot be used, which its asker alone is told, with an id."""
    return isinstance(error, UnavailableError) and error.kind not in wording.unavailable


def _values(error: UnavailableError, wording: Wording) -> Mapping[str, str]:
    if not isinstance(error, ChannelClosed):
        return error.values
    return {**error.values, "reason": because(error.values["reason"], wording.watching)}


def noted(error: Exception) -> str:
    """Return what to remember of an error, for `recalled`; "" for one that chats do not know."""
    if not isinstance(error, UnavailableError):
        return ""
    return error.values.get("reason") or f"{_NOTED}{error.kind}"


def recalled(note: str, wording: Wording, *, is_reason: bool = False) -> str:
    """Return what was remembered of an error as a chat may say it: it names nothing of the host.

    Args:
        note: What `noted` returned, or a platform's own words.
        wording: The reader's language.
        is_reason: It is put into a sentence that says by itself what to do.
    """
    kind = note.removeprefix(_NOTED)
    if kind == note and "/" not in note:
        return note and (because if is_reason else with_remedy)(note, wording.watching)
    known = wording.unavailable.get(kind, "{")  # what was to be put into it is not remembered
    return wording.not_readable if "{" in known else known


def refusal(error: PostFormatError, wording: Wording) -> str:
    """Return which file or line was refused, what is wrong with it, and how to mend it.

    What a library said of it in English is said in the reader's language, or left out.
    """
    terms = wording.refusal_terms
    values = {name: terms.get(f"{name}.{value}", value) for name, value in error.values.items()}
    problem = wording.refusals[error.kind]
    if wording.library_words is not None and "reason" in values:
        values["reason"] = _translated(str(values["reason"]), wording.library_words, wording)
        if not values["reason"]:
            problem = problem.replace(" ({reason})", "").replace("({reason}, ", "(")
    where = "file" if error.line is None else error.unit
    return wording.refused_in[where].format(
        file=error.file,
        number=error.line,
        problem=Grouping(wording.thousands).vformat(problem, (), values),
    )


def problem(said: str, wording: Wording) -> str:
    """Return what went wrong in the reader's language, with what a terminal may name.

    Args:
        said: It, in English; what is not made to be translated stays as it is.
        wording: That language.
    """
    if not isinstance(said, Told):
        return said
    template = wording.problems.get(said.template, said.template)
    values = {name: _valued(name, value, wording) for name, value in said.values.items()}
    return Grouping(wording.thousands).vformat(template, (), values)


def _valued(name: str, value: object, wording: Wording) -> object:
    """Return what is put into a sentence: a part of it is translated, and what a library says."""
    if isinstance(value, Told):
        return problem(value, wording)
    if name != "reason" or wording.library_words is None:
        return value
    # Who has a terminal can look for the library's own words, where we have none.
    return _translated(str(value), wording.library_words, wording) or value


def _translated(reason: str, words: Mapping[str, str], wording: Wording) -> str:
    placed = _PLACED.fullmatch(reason)
    said = (placed["said"] if placed else reason).lower()
    # The longest is the most telling.
    begins = max((each for each in words if said.startswith(each)), key=len, default=None)
    found = [words[begins]] if begins else []
    if placed:
        found.append(wording.library_place.format(line=placed["line"], column=placed["column"]))
    return ", ".join(found)


async def settled(
    work: Awaitable[T],
    failed: Callable[[str], T],
    wording: Wording,
    raises: tuple[type[Exception], ...] = (),
) -> T:
    """Return what work comes to, or what to say where it cannot be done.

    Args:
        work: The work.
        failed: Makes what to say from a sentence.
        wording: The language of the sentence where the fault is ours.
        raises: What is said elsewhere.
    """
    try:
        with crashes_as_errors():
            return await work
    except raises:
        raise
    except Exception as error:  # noqa: BLE001 - who was taken on must get a reply
        return failed(sentence(error, wording))
