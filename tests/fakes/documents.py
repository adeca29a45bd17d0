"""The documents of the project, as a reader of them sees them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALL = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(
        path
        for folder in ("bench", "examples", "index", "training")
        for path in (ROOT / folder).rglob("*.md")
        if "posts" not in path.parts  # those are examples of what may be imported
    ),
]

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name_of(path: Path) -> str:
    """Return a document's path below the root, as a test's id."""
    return path.relative_to(ROOT).as_posix()


def read(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def unfenced(text: str) -> str:
    """Return a text without its blocks of code."""
    return _FENCED.sub("", text)


def prose(text: str) -> str:
    """Return a text without any code in it."""
    return _CODE.sub("", unfenced(text))


def blocks(text: str) -> list[str]:
    """Return the blocks of code in a text, each without its fences."""
    return [block.partition("\n")[2].rpartition("\n")[0] for block in _FENCED.findall(text)]


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, its own sub-headings included."""
    level = heading.partition(" ")[0]
    after = f"\n{text}".split(f"\n{heading}\n")[1]
    return re.split(rf"\n#{{1,{len(level)}}} ", after)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the rows of a text's tables, without their heads."""
    found, head = [], True
    for line in unfenced(text).splitlines():
        if not line.startswith("|"):
            head = True
        elif set(line) <= set("|- "):
            head = False
        elif not head:
            found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


def spans(text: str) -> list[str]:
    """Return what stands as code in a text, without the signs around it."""
    return [span[1:-1] for span in _CODE.findall(unfenced(text))]


def links(text: str) -> list[str]:
    """Return where the links of a text lead."""
    return _LINK.findall(prose(text))


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives to a text's headings."""
    found: Counter[str] = Counter()
    names = set()
    for heading in _HEADING.findall(unfenced(text)):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        slug = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
        names.add(f"{slug}-{found[slug]}" if found[slug] else slug)
        found[slug] += 1
    return names
