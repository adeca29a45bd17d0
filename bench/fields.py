"""Prints what becomes of each field that people write into, format by format.

    python -m bench.fields > docs/fields.md

The tables are those that the readers keep: `KNOWN` beside each.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

import adapters.sources
from adapters.markup import discord_message, slack_message
from adapters.sources.left_out_fields import LEFT_OUT, Known

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = """\
# Fields

What becomes of every field that a person can write into, as the tables in the code say it; \
`python -m bench.fields` prints this page. A field that is left out is counted, and named at the \
end of the import; one that no table knows is named there once, in a feed where it holds words, \
and also within the parts whose other fields are listed below, within Slack's blocks, and in a \
message without a word. Other fields are not looked into. Of pages, copied pages, documents and \
e-mails only what their tables name is looked at.

"""

_SAID: Final = {"page_furniture": "lines of the page around what people wrote"}
"""What is said of a field that is left out, where its name says too little."""

LIVE: Final = (
    Known("Discord, live", "", discord_message.FIELDS),
    Known("Slack, live", "", slack_message.FIELDS),
)
"""The messages of watched channels."""


def known() -> list[Known]:
    """Return what each reader knows of its format, by the format's name."""
    modules = walk_packages(adapters.sources.__path__, "adapters.sources.")
    tables = (vars(import_module(each.name)).get("KNOWN") for each in modules)
    found = {each.format: each for each in tables if isinstance(each, Known)}
    return [found[name] for name in sorted(found)]


def page() -> str:
    """Return the page, in Markdown."""
    tables = [*known(), *LIVE]
    rows = "".join(map(_row, tables))
    head = "| format | fields people write into | read | left out and counted | others known |\n"
    sections = "".join("".join(_section(each)) for each in tables)
    return f"{HEAD}{head}|---|---|---|---|---|\n{rows}{sections}"


def _row(table: Known) -> str:
    left_out = sum(fate in LEFT_OUT for fate in table.fields.values())
    read = len(table.fields) - left_out
    others = len(table.beside)
    return f"| {table.format} | {len(table.fields)} | {read} | {left_out} | {others} |\n"


def _section(table: Known) -> Iterator[str]:
    yield f"\n## {table.format}\n\n"
    if table.versions:
        yield f"Written for {table.versions}.\n\n"
    yield "| field | becomes |\n|---|---|\n"
    for path, fate in table.fields.items():
        said = f"left out: {_SAID.get(fate, fate.replace('_', ' '))}" if fate in LEFT_OUT else fate
        yield f"| `{path}` | {said.replace('posted_at', 'date').replace('parent_id', 'parent')} |\n"
    if table.beside:
        names = ", ".join(f"`{each}`" for each in sorted(table.beside) if each)
        yield f"\nOther fields, in which nobody writes: {names}.\n"
    for path, within in table.within.items():
        names = ", ".join(f"`{each}`" for each in sorted(within))
        yield f"\nOther fields of `{path}`: {names}.\n"


if __name__ == "__main__":
    print(page(), end="")
