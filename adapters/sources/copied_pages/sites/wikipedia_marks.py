"""Takes the marks of footnotes off the prose of a copied article, and leaves code as it is.

Copied, a mark is a number in brackets, as is the index of an array: they are told apart by the
word before and by what follows. Where neither tells, the brackets stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_ONE: Final = r"\[ ?(?:\d{1,3}|[a-z]|(?:note|nb|n|anm\.) ?\d{1,2}) ?\]"
_MISSING: Final = (
    r"\[ ?(?:citation needed|clarification needed|when\?|who\?|according to whom\?"
    r"|better source needed|réf\. (?:nécessaire|souhaitée)|cita requerida) ?\]"
)
_MARKS: Final = re.compile(
    rf"(?<=[^\s\[(])(?:(?:{_ONE}|{_MISSING})(?:: ?\d{{1,4}}(?:[-–]\d{{1,4}})?(?![\d:]))?)+",
    re.IGNORECASE,
)
"""Lead to footnotes, with the page in a book, or say that one is missing."""
_LETTER: Final = re.compile(r"\[ ?([a-z]) ?\]", re.IGNORECASE)
_AFTER_SENTENCE: Final = re.compile(rf"[.,;:!?»”\"')]{_ONE}", re.IGNORECASE)
_WORD: Final = re.compile(r"(?:(?P<before>\S+) +)?(?P<word>\w+)$")
_INDEXED: Final = re.compile(
    r"(\w+)\[ ?(?:0+|-\d+|-?\d*:-?\d*|[A-Za-z_]\w* ?[-+*/%] ?\w+|\w{2,}\[.*?\]) ?\]"
)
"""No footnote has such a number."""
_GOES_ON: Final = re.compile(r"\s*(?:[=<>+*/%&|]|:=|-[-=>])|\.\w|[\w(]")
"""So code goes on behind an index."""
_CODE: Final = re.compile(
    r".*[\w\])]\s*(?::=|==|!=|<=|>=|[-+*/]=|->|=>|<-)\s*\S.*|\s*[\w.]+(?:\[[^\]]*\])* = .*"
    r"|.*[=({].*;|.*[{}]"
    r"|\s+(?:for|while|if|else|elif|end|return|def|procedure|function|begin|repeat|until|do|var|let"
    r"|int|void|class|print)\b.*|\s*[\w.]+\(.*\)[:;]?|(?:\s+#|\s*//|\s*/\*).*|\s*\{ .* \}"
)
_SENTENCE: Final = re.compile(rf".*[.!?…][”»\"')]?(?:{_ONE}|{_MISSING})*\s*", re.IGNORECASE)
_INDENTED: Final = re.compile(r"\t| {2}")


def has_footnotes(lines: Sequence[str]) -> bool:
    """Return whether a mark stands right behind a sentence or a part of one, as footnotes do.

    Args:
        lines: The lines of a text.
    """
    return any(map(_AFTER_SENTENCE.search, lines))


def code_lines(lines: Sequence[str]) -> set[int]:
    """Return where code stands: lines in its form, and indented ones that stand together with them.

    Args:
        lines: The lines of a text, with the space before them.
    """
    found = {at for at, line in enumerate(lines) if _is_code(line)}
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if at in found or _INDENTED.match(line):
            run.append(at)
            continue
        if not found.isdisjoint(run):
            found.update(run)
        run = []
    return found


def without_marks(lines: Sequence[str], code: AbstractSet[int]) -> list[str]:
    """Return the lines without marks of footnotes.

    Args:
        lines: The lines of a text.
        code: Where code stands.
    """
    whole = "\n".join(lines)
    indexed = {found[1] for found in _INDEXED.finditer(whole)}
    letters = {found[1].lower() for found in _LETTER.finditer(whole)}

    def taken(marks: re.Match[str]) -> str:
        return marks[0] if _is_index(marks, indexed, letters) else ""

    return [line if at in code else _MARKS.sub(taken, line) for at, line in enumerate(lines)]


def _is_code(line: str) -> bool:
    return _CODE.fullmatch(line) is not None and _SENTENCE.fullmatch(line) is None


def _is_index(marks: re.Match[str], indexed: AbstractSet[str], letters: AbstractSet[str]) -> bool:
    """Return whether brackets may be the index of what stands before them."""
    if re.fullmatch(_MISSING, marks[0], re.IGNORECASE):
        return False
    if _GOES_ON.match(marks.string, marks.end()):
        return True
    for letter in _LETTER.findall(marks[0].lower()):
        if letter != "a" and chr(ord(letter) - 1) not in letters:
            return True  # footnotes are lettered in their order
    found = _WORD.search(marks.string[: marks.start()])
    if found is None:
        return False
    word, before = found["word"], found["before"] or ""
    if word in indexed or "_" in word:
        return True
    is_name = word.isupper() and (before[:1].isupper() or before.lower() == "vitamin")
    return len(word) == 1 and word.isalpha() and not is_name
