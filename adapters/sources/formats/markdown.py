"""Reads a Markdown file, with or without front matter, as one post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml  # type: ignore[import-untyped]  # comes with python-frontmatter
from frontmatter.default_handlers import YAMLHandler

from adapters.sources.dates.parsing import parse_date
from adapters.sources.formats.front_matter_heads import divided_yaml, opens_yaml, toml_head
from adapters.sources.formats.unshown import shown
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post
from adapters.sources.tables.columns.dates import moment
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_HEADING: Final = re.compile(r"^# +(?P<title>\S.*)$", re.MULTILINE)
_FENCED: Final = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
# What is taken from front matter; an `id` or a `parent_id` there is another program's.
_FIELDS: Final = ("title", "author", "url", "audience")
_CREATED: Final = ("published", "created", "created_at")
"""Where other programs say when a note was written, in the order in which they are asked."""
_READ: Final = frozenset({*_FIELDS, "date", "posted_at", *_CREATED})
_NULL: Final = frozenset({"null", "~"})
"""So YAML writes that nothing stands there."""
_ADDRESS: Final = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
"""A link to another note, with the words that are shown for it."""

KNOWN: Final = Known(
    "Markdown",
    "",
    {
        "text": "text",
        "title": "title",
        "author": "author",
        "authors": "author",
        "date": "posted_at",
        "posted_at": "posted_at",
        "created": "posted_at",
        "url": "url",
        "picture": "alt_texts",
        "hidden": "hidden_text",
        "*": "fields",
    },
    frozenset({"audience"}),
)
"""What a file may hold: its text, and its front matter; other fields of that are counted."""


class _AliasError(ValueError):
    """An alias in front matter.

    Args:
        line: Where it stands, counted from 0.
    """

    def __init__(self, line: int) -> None:
        self.line = line


class _Loader(yaml.BaseLoader):  # type: ignore[misc]  # it has no types
    """Every value stays the text it is: dates are read by our own rules."""

    def compose_node(self, parent: object, index: object) -> object:
        if self.check_event(yaml.AliasEvent):
            # Lists of aliases grow tenfold with each line.
            raise _AliasError(self.peek_event().start_mark.line)
        return super().compose_node(parent, index)


def has_front_matter(text: str) -> bool:
    """Return whether the text begins with fields between lines of dashes, or of pluses (TOML)."""
    return opens_yaml(text) or toml_head(text) is not None


def markdown_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the text as one post, titled by its front matter or else by its first heading.

    A heading that opens the text and is its title is not repeated in it; everything else is
    kept as it was written, markup included.
    """
    try:
        fields, body = _front_matter(text, labels)
    except PostFormatError as error:
        yield error
        return
    if not fields.get("author") and isinstance(_named(fields.get("authors")), str):
        fields["author"] = fields.pop("authors")
    source = fields.get("source")
    if not fields.get("url") and isinstance(source, str) and _ADDRESS.match(source):
        fields["url"] = fields.pop("source")  # so Obsidian's clipper names the page
    for name, value in fields.items():
        # A `text` there is another one than the text below.
        if name not in _READ and str(value or "").strip():
            labels.leave_out_named("fields", "other_fields", str(name))
    date = _dated(fields, labels) or _created(fields, labels)
    row = {name: fields.get(name) for name in _FIELDS} | {"author": _named(fields.get("author"))}
    row["title"], body = _titled(row["title"], shown(body, labels).strip())
    row |= {"id": labels.name, "text": body, "posted_at": date}
    yield to_post(row, labels, None)


def _front_matter(text: str, labels: Labels) -> tuple[dict[str, object], str]:
    if not opens_yaml(text):
        return toml_head(text) or ({}, text)
    divided = divided_yaml(text)
    if divided is None:
        raise PostFormatError(labels.file, "open_front_matter", 1)
    matter, body = divided
    begins = 1
    try:
        fields = YAMLHandler().load(matter, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = begins + mark.line if mark else None
        reason = getattr(error, "problem", None)
        if not reason:
            raise PostFormatError(labels.file, "front_matter_character", line) from error
        raise PostFormatError(labels.file, "front_matter_not_yaml", line, reason=reason) from error
    except _AliasError as error:
        raise PostFormatError(labels.file, "front_matter_alias", begins + error.line) from error
    except (ValueError, OverflowError, RecursionError) as error:
        raise PostFormatError(labels.file, "front_matter_not_simple", begins) from error
    if not isinstance(fields, dict):
        raise PostFormatError(labels.file, "front_matter_empty", begins)
    return fields, body


def _created(fields: Mapping[str, object], labels: Labels) -> str:
    """Return when another program says that a note was written; "" where it cannot be told."""
    for name in _CREATED:
        if said := fields.get(name):
            found = moment(said, None)
            labels.leave_out("dates", int(found is None))
            return found.isoformat() if found else ""
    return ""


def _dated(fields: Mapping[str, object], labels: Labels) -> object:
    """Return the date that is given; what has two orders of day and month costs the date alone."""
    said = fields.get("date") or fields.get("posted_at")
    if not isinstance(said, str):
        return said
    try:
        parse_date(said)
    except WrongValue:
        if found := moment(said, None):
            return found.isoformat()
        if moment(said, "day-first") is None:
            return said  # what is wrong with it is told
        labels.leave_out("unclear_dates")
        return ""
    return said


def _named(author: object) -> object:
    """Return who is named, one after the other where a list names several; else what stands there.

    A name may be a link to a note, or stand in an object beside an address.
    """
    if isinstance(author, str):
        return _bare(author)
    if isinstance(author, dict):
        return _name(author) or author
    if not isinstance(author, list):
        return author
    names = [_name(each) for each in author]
    if None in names:
        return author
    return ", ".join(dict.fromkeys(filter(None, names)))


def _name(one: object) -> str | None:
    """Return one name; "" where nobody is named, None for what is none.

    `[[Name]]` without quotes is a list within a list.
    """
    while isinstance(one, list) and len(one) == 1:
        one = one[0]
    if isinstance(one, dict):
        parts = (one.get(each) for each in ("given", "family"))
        joined = " ".join(each for each in parts if isinstance(each, str))
        one = one.get("name") or joined or None
    return _bare(one) if isinstance(one, str) else None


def _bare(name: str) -> str:
    return "" if name.lower() in _NULL else _LINK.sub(r"\1", name).strip()


def _titled(title: object, body: str) -> tuple[object, str]:
    """Return the title, and the body without the heading that only repeats it."""
    # Blanked and not cut, so that a heading is found where it stands in the body.
    prose = _FENCED.sub(lambda fenced: " " * len(fenced[0]), body)
    heading = _HEADING.search(prose)
    if heading is None:
        return title, body
    words = heading["title"].rstrip(" #")
    rest = body[heading.end() :].strip()
    repeats = heading.start() == 0 and title in (None, "", words) and rest
    return title or words, rest if repeats else body
