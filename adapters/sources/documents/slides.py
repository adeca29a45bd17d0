"""Reads the text of slides of PowerPoint (.pptx)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from adapters.sources.file_defaults import Labels


def slides_text(data: bytes, labels: Labels) -> str:
    """Return what its slides say, each with its notes; slides without a word are counted.

    Raises:
        ImportError: The reader is not installed.
    """
    from pptx import Presentation  # noqa: PLC0415 -- an extra

    slides = [
        "\n\n".join(filter(None, (each.strip() for each in _said(slide))))
        for slide in Presentation(io.BytesIO(data)).slides
    ]
    labels.leave_out("wordless_pages", sum(not slide for slide in slides))
    return "\n\n".join(filter(None, slides))


def _said(slide: Any) -> Iterator[str]:
    yield from _shapes(slide.shapes)
    if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame) is not None:
        yield notes.text


def _shapes(shapes: Iterable[Any]) -> Iterator[str]:
    left = list(shapes)[::-1]
    while left:
        shape = left.pop()
        left += list(getattr(shape, "shapes", ()))[::-1]
        if shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", "\n")
        elif getattr(shape, "has_table", False):
            rows = ((" ".join(cell.text.split()) for cell in row.cells) for row in shape.table.rows)
            yield "\n".join(" | ".join(row) for row in rows)
