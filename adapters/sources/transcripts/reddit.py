"""Reads a discussion as people copy it from Reddit's page, of today or the old one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.sources.dates.in_lines import AGE
from adapters.sources.left_out_fields import Known
from adapters.sources.transcripts.copied import Copied, copied_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

VERSIONS: Final = "Reddit as of 2023 to 2026, and old.reddit.com, copied from a browser"
"""What this was written for."""

KNOWN: Final = Known(
    "Reddit text",
    VERSIONS,
    {
        "title": "title",
        "words": "text",
        "name": "author",
        "age": "posted_at",
        "flair": "page_furniture",
        "badge": "page_furniture",
        "button": "page_furniture",
        "[deleted]": "deleted_messages",
    },
)
"""What stands in a copied discussion; an age is shown as it is written."""

_EDITED: Final = r"(?:Edited|Modifié|Bearbeitet|Editado)"
_HEAD: Final = re.compile(
    r"(?P<name>(?:[ur]/)?[\w-]{2,25}|\[deleted\])(?:\s+(?:OP|MOD))*"
    rf"\s*[•·]\s*(?P<age>{AGE})(?:\s*[•·]\s*{_EDITED} {AGE})?"
)
_IS_AGE: Final = re.compile(AGE)
_OLD: Final = re.compile(
    rf"\[[-\u2013\u2014+]\]\s*([\w-]{{3,20}}|\[deleted\])(?:\s?\[[A-Z,]{{1,4}}\])*"
    rf"(?:\s+\[score hidden\]|\s+-?[\d.k]+ points?)?\s+({AGE})\*?(?:\s.*)?"
)
_SUBMITTED: Final = re.compile(rf"submitted ({AGE})\*? by ([\w-]{{3,20}}).*")
_NAME: Final = re.compile(r"(?:u/)?([\w-]{3,20}|\[deleted\])")
_PLACE: Final = re.compile(r"r/\w{2,25}")
_BESIDE: Final = re.compile(
    rf"OP|MOD|•|·|{_EDITED} {AGE}"
    r"|Top \d+% (?:Commenter|Poster)|Stickied comment|Profile Badge.*"
)
_ENDS: Final = re.compile(
    r"Upvote|Vote|Vote positif|Voter pour|Votar a favor|Voto positivo"
    r"|Répondre|Antworten|Responder|permalink(?:embed|\s|save|source)?.*|\d+ comments? ?share.*"
    r"|[\d.k]+ more repl(?:y|ies)"
)
_ENDS_OLD: Final = re.compile(
    rf"{_ENDS.pattern}|all \d+ comments|sorted by: ?[\w /()&+]{{1,30}}|no comments \(yet\)"
)
_COMMENTS: Final = re.compile(r"(?:\d+ )?comments?")
"""What the first button below an opening says; "share" is the next."""
_ENDS_NEW: Final = re.compile(rf"{_ENDS.pattern}|u/[\w-]{{3,20}} avatar")
_FLAIR: Final = re.compile(
    r"(?:[^\w\s.,:;!?'\"-]{1,4} ?)?(?:"
    r"(?:(?:Beginner|Quick|Technical|General|Serious) )?(?:Questions?|Discussion)"
    r"|(?:Need )?Help(?: Needed| Wanted| Request)?|(?:Seeking |Need )?Advice(?: Needed| Wanted)?"
    r"|Meta|News|PSA|OC|Solved|Unsolved|Resolved|Answered|Showcase|Tutorial|Tech Support"
    r"|Frage|Fragen|Hilfe|Diskussion|Gelöst|Question simple|Aide|Entraide|Conseils?|Résolu"
    r"|Preguntas?|Ayuda|Dudas?|Discusión|Noticias|Consejos?|Resuelto"
    r")(?: ?[^\w\s.,:;!?'\"-]{1,4})?"
)
"""What an opening is labelled as, in the words of its community: a line below its title."""
_VOTE: Final = re.compile(r"Upvote|Downvote|Vote (?:positif|négatif)|Vot(?:er|ar) .{1,12}")
_HOST: Final = re.compile(r"\([\w.-]+\)$")
_GONE: Final = re.compile(r"\[(?:deleted|removed)\]|Comment (?:deleted|removed) by .{1,30}")


class _Head(NamedTuple):
    """A name and an age: the first and last of their lines, and what they say."""

    start: int
    end: int
    name: str
    age: str


def is_reddit(text: str) -> bool:
    """Tell whether the lines around comments came along: of the old page one, else two of them."""
    lines = _lines(text)
    if any(_OLD.fullmatch(line) for line in lines):
        first = next(line for line in lines if line)
        return bool(_OLD.fullmatch(first)) or any(_SUBMITTED.fullmatch(line) for line in lines)
    return any(map(_VOTE.fullmatch, lines)) and bool(_heads(lines))


def reddit_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the opening, and each comment as a comment on it."""
    lines = _lines(text)
    heads = _heads(lines)
    opening, found = _new(lines, heads) if heads else _old(lines)
    kept = [each for each in found if not _GONE.fullmatch(each.text)]
    labels.leave_out("deleted_messages", len(found) - len(kept))
    said = [*found, opening] if opening is not None else found
    # On the old page, a name and an age stand in one line.
    told = sum(len({each.start, each.end}) for each in heads) or len(said)
    told += sum(bool(each.title) + _filled(each.lines) for each in said)
    is_named = bool(heads) and opening is not None and bool(opening.author)
    labels.leave_out("page_furniture", max(0, _filled(lines) - told - int(is_named)))
    yield from copied_posts(opening, kept, labels)


def _lines(text: str) -> list[str]:
    return [line.strip(" \t\u00a0\u200e") for line in text.split("\n")]


def _filled(lines: Sequence[str]) -> int:
    return sum(map(bool, lines))


def _heads(lines: Sequence[str]) -> list[_Head]:
    """Return where a name or a community stands above an age, or in one line with it."""
    filled = [at for at in range(len(lines)) if lines[at]]
    found: list[_Head] = []
    for place, at in enumerate(filled):
        if head := _HEAD.fullmatch(lines[at]):
            found.append(_Head(at, at, head["name"], head["age"]))
        elif _IS_AGE.fullmatch(lines[at]):
            above = _above(lines, filled, place)
            if above is not None and (not found or found[-1].end < above):
                found.append(_Head(above, at, lines[above], lines[at]))
    return found


def _above(lines: Sequence[str], filled: Sequence[int], place: int) -> int | None:
    """Return where a name or a community stands above an age, with dots and badges between."""
    for each in range(place - 1, max(-1, place - 7), -1):
        line = lines[filled[each]]
        if not _BESIDE.fullmatch(line):
            is_name = _NAME.fullmatch(line) or _PLACE.fullmatch(line)
            return filled[each] if is_name else None
    return None


def _new(lines: Sequence[str], heads: Sequence[_Head]) -> tuple[Copied | None, list[Copied]]:
    opening: Copied | None = None
    found: list[Copied] = []
    ends = [*(each.start for each in heads[1:]), len(lines)]
    for head, end in zip(heads, ends, strict=True):
        body = _until_end(lines[head.end + 1 : end])
        if _PLACE.fullmatch(head.name):
            opening = _opening(head.age, body)
        else:
            found.append(Copied(head.name.removeprefix("u/"), head.age, lines=body))
    return opening, found


def _until_end(lines: Sequence[str]) -> list[str]:
    """Return the words below an age, without the badges before and the buttons after them."""
    begin = 0
    while begin < len(lines) and (not lines[begin] or _BESIDE.fullmatch(lines[begin])):
        begin += 1
    end = begin
    while end < len(lines) and not _ENDS_NEW.fullmatch(lines[end]):
        end += 1
    return list(lines[begin:end])


def _opening(age: str, body: list[str]) -> Copied:
    """Return the opening, below whose age its author and its title stand."""
    filled = [at for at, line in enumerate(body) if line]
    author = body[filled[0]] if filled else ""
    if not _NAME.fullmatch(author):
        author, filled = "", [-1, *filled]
    title = body[filled[1]] if len(filled) > 1 else ""
    labelled = len(filled) > 3 and _FLAIR.fullmatch(body[filled[2]])  # noqa: PLR2004 -- words follow
    below = body[filled[2 if labelled else 1] + 1 :] if len(filled) > 1 else []
    return Copied(author.removeprefix("u/"), age, title=title, lines=below)


def _old(lines: Sequence[str]) -> tuple[Copied | None, list[Copied]]:
    opening: Copied | None = None
    found: list[Copied] = []
    current: Copied | None = None
    last = ""
    below = _filled_below(lines)
    for at, line in enumerate(lines):
        is_button = below[at] == "share" and _COMMENTS.fullmatch(line)
        if head := _OLD.fullmatch(line):
            current = Copied(head[1], head[2])
            found.append(current)
        elif submitted := _SUBMITTED.fullmatch(line):
            title = _HOST.sub("", last).rstrip()
            current = opening = Copied(submitted[2], submitted[1], title=title)
        elif is_button or _ENDS_OLD.fullmatch(line):
            current = None
        elif current is not None:
            current.lines.append(line)
        last = line or last
    return opening, found


def _filled_below(lines: Sequence[str]) -> list[str]:
    """Return for each line the next one below it that is not empty; "" for none."""
    below, found = "", []
    for line in reversed(lines):
        found.append(below)
        below = line or below
    return found[::-1]
