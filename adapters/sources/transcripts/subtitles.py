"""Reads the subtitles of a recording (WebVTT, SubRip): what each speaker says, turn by turn."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE
from adapters.sources.file_defaults import text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post, to_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

VERSIONS: Final = "WebVTT and SubRip as of 2024 to 2026"
"""What this was written for."""

KNOWN: Final = Known(
    "subtitles", VERSIONS, {"line": "text", "speaker": "author", "NOTE": "hidden_text"}
)
"""What subtitles may hold; the times are those of the recording, and no dates."""

_TIME: Final = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{3})"
_TIMES: Final = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_BEGINS: Final = re.compile(r"\ufeff?WEBVTT(?:[ \t\n].*)?", re.DOTALL)
_OTHER: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>]{1,80})>")
_TAG: Final = re.compile(r"</?[a-zA-Z\d:.][^<>]{0,120}>|\{\\[^{}]{1,40}\}")
_TIMED_WORD: Final = re.compile(r"<(?:\d\d:)?\d\d:\d\d\.\d{3}>")
_SAYS: Final = re.compile(
    rf"(?P<who>{PEOPLE}|[^\W\d_][\w.'’-]{{1,29}}): +(?P<words>\S.*)", re.DOTALL
)
_LABELS: Final = frozenset(
    "question answer warning remember important note tip hint step attention example reminder rule"
    " fact caution danger info title chapter part translation"
    " réponse rappel conseil astuce exemple avertissement remarque étape règle"
    " frage antwort achtung warnung wichtig merke hinweis tipp beispiel schritt regel"
    " pregunta respuesta atención aviso importante recuerda consejo ejemplo nota paso regla q a f"
    " p r".split()
)
"""Words before a colon that are no names, however often they come."""
_ENDS: Final = (".", "!", "?", "…", '"', "”", "»")
_PAUSE: Final = 2.0
"""Seconds; behind a sentence and so long a pause a paragraph begins."""


@dataclass(slots=True)
class _Shown:
    """What is shown at once.

    Attributes:
        begin: When, in seconds from the beginning.
        end: Until when.
        lines: The lines, with their tags.
    """

    begin: float
    end: float
    lines: list[str] = field(default_factory=list)


def is_subtitles(text: str) -> bool:
    """Return whether a text begins as subtitles do, and says of a line when it is shown."""
    lines = [line.strip() for line in text[:4_000].split("\n") if line.strip()]
    if _BEGINS.fullmatch(text):
        return any(map(_TIMES.fullmatch, lines))
    is_numbered = len(lines) > 1 and lines[0].lstrip("\ufeff").isdigit()
    return is_numbered and _TIMES.fullmatch(lines[1]) is not None and "," in lines[1]


def subtitle_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what each speaker says until another does; all of it as one where none is named."""
    shown, notes = _shown(text)
    labels.leave_out("hidden_text", notes)
    turns = _turns(_without_repeats(shown, is_rolling=_TIMED_WORD.search(text) is not None))
    if not any(who for who, _ in turns):
        words = "\n\n".join(said for _, said in turns)
        yield to_post({"id": labels.name, "text": words}, labels, None)
        return
    yield from to_posts(_rows(turns, labels), labels)


def _rows(
    turns: Sequence[tuple[str, str]], labels: Labels
) -> Iterator[tuple[int, dict[str, object]]]:
    marks: Counter[str] = Counter()
    for number, (who, said) in enumerate(turns, 1):
        mark = text_mark(f"{who}\0{said}", 12)
        marks[mark] += 1
        again = f"-{marks[mark]}" if marks[mark] > 1 else ""
        yield number, {"id": f"{labels.name}#{mark}{again}", "text": said, "author": who}


def _shown(text: str) -> tuple[list[_Shown], int]:
    """Return what is shown, and the number of notes beside it."""
    found: list[_Shown] = []
    notes = 0
    is_beside = True
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        at = next((at for at, line in enumerate(lines[:2]) if _TIMES.fullmatch(line)), None)
        times = _TIMES.fullmatch(lines[at]) if at is not None else None
        if times is not None and at is not None:
            begin, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            found.append(_Shown(begin, end, lines[at + 1 :]))
            is_beside = False
        elif lines and _OTHER.fullmatch(lines[0]):
            notes += lines[0].startswith("NOTE")
            is_beside = True
        elif found and not is_beside:
            found[-1].lines += lines
    return found, notes


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = (int(each or 0) for each in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _without_repeats(shown: Sequence[_Shown], *, is_rolling: bool) -> list[_Shown]:
    """Return what is shown without the lines that only stay while the next comes in."""
    if not is_rolling:
        return [*shown]
    kept: list[_Shown] = []
    last = ""
    for each in shown:
        new = []
        for line in each.lines:
            bare = _bare(line)
            if bare and bare != last:
                new.append(line)
                last = bare
        kept.append(_Shown(each.begin, each.end, new))
    return [each for each in kept if each.lines]


def _turns(shown: Sequence[_Shown]) -> list[tuple[str, str]]:
    """Return who speaks and what they say; paragraphs where nobody is named and they pause.

    What is shown without a speaker is nobody's: it may be of another than what is above.
    """
    written = ["\n".join(each.lines) for each in shown]
    is_named = _are_named([_speaker(_bare(each)) for each in written])
    said = [[*_said(each, is_named=is_named)] for each in written]
    are_known = any(who for each in said for who, _ in each)
    turns: list[tuple[str, list[str]]] = []
    before = 0.0
    for each, parts in zip(shown, said, strict=True):
        is_pause = each.begin - before >= _PAUSE and not are_known
        before = each.end
        for who, words in parts:
            is_new = not turns or who != turns[-1][0]
            if is_new or (is_pause and turns[-1][1][-1].endswith(_ENDS)):
                turns.append((who, []))
            turns[-1][1].append(words)
    return [(who, _joined(said)) for who, said in turns]


def _speaker(words: str) -> str:
    """Return who is named before what is shown; "" for nobody, and for a label ("Warning: …")."""
    found = _SAYS.match(words)
    return found["who"] if found and found["who"].casefold() not in _LABELS else ""


def _are_named(speakers: Sequence[str]) -> bool:
    """Return whether what stands before colons are names: nearly everywhere, and surely one.

    A name has two words, or comes again: "Warm: …", "Cold: …" are none.
    """
    times = Counter(filter(None, speakers))
    is_sure = any(count > 1 or " " in who for who, count in times.items())
    return is_sure and times.total() * 2 > len(speakers)


def _said(lines: str, *, is_named: bool) -> Iterator[tuple[str, str]]:
    """Yield what is shown at once, with the speaker; "" where none is named."""
    parts = _VOICE.split(lines)
    if words := _bare(parts[0]):
        who = _speaker(words) if is_named and len(parts) == 1 else ""
        yield who, words.removeprefix(f"{who}:").lstrip() if who else words
    for voice, words in zip(parts[1::2], parts[2::2], strict=True):
        if bare := _bare(words):
            yield " ".join(html.unescape(voice).split()), bare


def _bare(text: str) -> str:
    """Return a text without its tags, in which two speakers may have a line each."""
    lines = [" ".join(html.unescape(_TAG.sub("", line)).split()) for line in text.split("\n")]
    return _joined([line for line in lines if line])


def _joined(lines: Sequence[str]) -> str:
    words = ""
    for line in lines:
        is_other = line.startswith(("- ", "– ", "— "))
        words += (("\n" if is_other else " ") if words else "") + line
    return words
