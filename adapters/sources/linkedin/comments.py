"""Divides the lines of a LinkedIn page into what each person wrote; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.linkedin.boilerplate import tells_readers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from adapters.sources.linkedin.boilerplate import Line


_NAME: Final = re.compile(
    r"[^\W\d_][\w'’.-]*(?: (?:d[aeiou]|du|des|la|le|van|von|der|den|bin|al|el|y"
    r"|[^\W\d_][\w'’.-]*)){1,4}(?:, [A-Z][\w.]+)*"
)
# People answer with a name, too: "Merci Jean", "Thanks Ada".
_GREETINGS: Final = frozenset(
    "merci bravo bonjour bonsoir salut hello hi hey thanks thank great congrats"
    " congratulations félicitations super top excellent cher chère dear love well oui non yes"
    " no so such totally tellement très trop vraiment nice good intéressant interesting".split()
)
_EMPLOYED: Final = re.compile(r" @ ?\w| at [A-Z]| chez [A-ZÀ-Ý]")
_BUTTONS: Final = frozenset({"button", "reply", "bar"})
_LONGEST_HEADLINE: Final = 220
_LONGEST_NAME: Final = 80
_HEADER_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Writing:
    """What one person wrote; the first of a page is its post, the others are comments."""

    text: str
    author: str | None = None
    age: str = ""


@dataclass(slots=True)
class _Section:
    """The lines between two pieces of furniture, under the header before them if any."""

    header: _Header | None = None
    lines: list[str] = field(default_factory=list)
    end: Literal["", "bar", "reply", "button"] = ""

    @property
    def is_empty(self) -> bool:
        return not any(self.lines)


@dataclass(frozen=True, slots=True)
class _Header:
    author: str | None
    age: str
    text: str = ""


def writings(lines: Sequence[Line], *, is_whole: bool = False) -> list[Writing]:
    """Return the post and its comments, in order.

    Under a header (name, headline, age), all lines up to the next button are one comment.
    Without one, blank lines are what tells: in a page that has some, the post is everything
    before the first furniture, and each later block is a comment; in a page that has none,
    each line is one. A post's own buttons (Comment, Repost) end it wherever they are.

    Where post and comments have headers with names, what stands below a post's or a comment's own
    buttons without one is the site's, in whatever words: nobody wrote it. So it is below any button
    of a page that was copied whole.

    Args:
        lines: The lines of the page.
        is_whole: Whether the page was copied whole.
    """
    inner = _trimmed(_counted(lines))
    has_blanks = any(line.kind == "blank" for line in inner)
    found: list[Writing] = []
    sections = [section for section in _sections(inner) if not section.is_empty]
    ends = {"bar", "reply", "button"} if is_whole else {"bar", "reply"}
    named = [section.header is not None and section.header.author for section in sections]
    tells_names = is_whole or (any(named[:1]) and any(named[1:]))
    above = ""
    for section in sections:
        if section.header is None and tells_names and above in ends:
            continue
        found += _divided(section, has_blanks=has_blanks, is_first=not found)
        above = section.end
    return found


def _counted(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines: a number beside a button is a count, any other is text."""
    used = [line for line in lines if line.kind != "blank"]
    place = 0
    for line in lines:
        beside = {each.kind for each in used[max(0, place - 1) : place + 2]}
        place += line.kind != "blank"
        if line.kind == "number":
            kind: Literal["button", "text"] = "button" if beside & _BUTTONS else "text"
            yield replace(line, kind=kind)
        else:
            yield line


def _trimmed(counted: Iterable[Line]) -> list[Line]:
    lines = list(counted)
    used = [place for place, line in enumerate(lines) if line.kind != "blank"]
    return list(lines[used[0] : used[-1] + 1]) if used else []


def _divided(section: _Section, *, has_blanks: bool, is_first: bool) -> list[Writing]:
    text = "\n".join(section.lines).strip()
    one = section.header is not None and (has_blanks or section.end != "")
    if one or (is_first and (has_blanks or section.end == "bar")):
        parts = [text]
    else:
        parts = re.split(r"\n{2,}" if has_blanks else r"\n+", text)
    author, age = (section.header.author, section.header.age) if section.header else (None, "")
    return [Writing(parts[0], author, age), *(Writing(part) for part in parts[1:])]


def _sections(lines: Sequence[Line]) -> Iterator[_Section]:
    section = _Section()
    for item in _with_headers(lines):
        if isinstance(item, _Header):
            yield section
            section = _Section(item, [item.text] if item.text else [])
        elif item.kind in {"text", "blank"}:
            if section.end and item.kind == "text":
                yield section
                section = _Section()
            section.lines.append("" if section.end else item.text)
        elif section.end in {"", "button"} and not (section.is_empty and item.kind == "button"):
            # The first button that tells decides; a neutral one leaves it open, and one
            # between a header and its text ("Follow", "Edited") ends nothing.
            section.end = _end(item)
    yield section


def _end(line: Line) -> Literal["bar", "reply", "button"]:
    if line.kind == "bar":
        return "bar"
    return "reply" if line.kind == "reply" else "button"


def _with_headers(lines: Sequence[Line]) -> list[Line | _Header]:
    """Return the lines with those of a header made one."""
    items: list[Line | _Header] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        above = _open_header(items)
        if line.kind == "mark":
            header, place = _after_mark(lines, place, _name_before(line, items))
            items.append(header)
        elif above is not None and line.kind == "age":
            # It is said twice: to those who see the page, and to those who hear it.
            items[-1] = replace(above, age=above.age or line.age, text=line.text)
        elif above is not None and tells_readers(line.text) and _are_of_one(items):
            pass  # who may see the post
        elif line.kind == "age":
            items.append(_Header(_author_before(items), line.age, line.text))
        elif _is_lone_headline(lines, place):
            before = _last(items)
            named = before is not None and is_name(before.text)
            items.append(_Header(_taken(items) if named else None, ""))
        else:
            items.append(line)
        place += 1
    return items


def _open_header(items: Sequence[Line | _Header]) -> _Header | None:
    """Return the header that ends the items, if no words of it stand there yet."""
    last = items[-1] if items else None
    return last if isinstance(last, _Header) and not last.text else None


def _are_of_one(items: Iterable[Line | _Header]) -> bool:
    return sum(isinstance(each, _Header) for each in items) == 1


def _is_lone_headline(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line is a headline by its looks alone: no age follows that would tell."""
    text = lines[place].text
    if lines[place].kind != "text" or text.count(" | ") < 2 or not is_headline(text):  # noqa: PLR2004
        return False
    kinds = (lines[later].kind for later in range(place + 1, len(lines)))
    return next((kind for kind in kinds if kind != "blank"), "") != "age"


def _after_mark(lines: Sequence[Line], place: int, name: str) -> tuple[_Header, int]:
    """Return the header a mark is part of, and its last line: the age, if one is near."""
    mark = lines[place]
    for end in range(place + 1, min(place + 2 * _HEADER_LINES, len(lines))):
        line = lines[end]
        if line.kind == "age":
            return _Header(name or None, line.age, line.text), end
        is_again = line.kind == "mark" and not line.text and lines[end - 1].kind == "mark"
        is_other = line.kind in {"reply", "bar", "mark"} and not is_again
        if is_other or len(line.text) > _LONGEST_HEADLINE:
            break
    return _Header(name or None, mark.age), place


def _name_before(mark: Line, items: list[Line | _Header]) -> str:
    """Take the name off the items, and its repetition: the page says it to readers, too."""
    last = _last(items)
    above = last.text if last and len(last.text) <= _LONGEST_NAME else ""
    name = mark.text or (_taken(items) if above else "")
    while name and (again := _last(items)) and again.text == name:
        _taken(items)
    return name


def _author_before(items: list[Line | _Header]) -> str | None:
    """Take the lines that tell who wrote what follows an age off the items."""
    last = _last(items)
    if last is None:
        return None
    before = _last(items, 2)
    named = before is not None and is_name(before.text)
    if is_headline(last.text) or (named and _is_short(last.text)):
        _taken(items)
        return _taken(items) if named else None
    return _taken(items) if is_name(last.text) else None


def _last(items: Sequence[Line | _Header], count: int = 1) -> Line | None:
    """Return the last line, or the one before it, if nothing but text is in between."""
    for item in reversed(items):
        if isinstance(item, _Header) or item.kind not in {"text", "blank"}:
            return None
        if item.kind == "text":
            count -= 1
            if not count:
                return item
    return None


def _taken(items: list[Line | _Header]) -> str:
    """Take the last line off the items, and the blank ones after it; there is one."""
    while items:
        item = items.pop()
        if item.text:
            return item.text
    return ""


def is_name(text: str) -> bool:
    """Return whether a line may be a person's name: a few words with capitals, and no greeting."""
    words = text.split()
    return (
        _NAME.fullmatch(text) is not None
        and words[0].lower().rstrip(",") not in _GREETINGS
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )


def is_headline(text: str) -> bool:
    """Return whether a line may be what somebody says of themselves beneath their name."""
    return _is_short(text) and (" | " in text or _EMPLOYED.search(text) is not None)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADLINE and not text.endswith((".", "!", "?", "…"))
