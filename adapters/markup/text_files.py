"""Text files that hang on messages: which are read, and how."""

from __future__ import annotations

import codecs
from typing import Final

from bot.text import plain

MOST_BYTES: Final = 256_000
"""What is read of the files of one message: larger ones are left out, they are no messages."""

_ENDINGS: Final = (".txt", ".text", ".md", ".markdown", ".rst", ".log", ".csv", ".tsv")
_PDF: Final = ".pdf"
_DOCUMENTS: Final = (_PDF, ".docx", ".pptx", ".odt")
_MARKED: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def is_text_file(name: str) -> bool:
    """Return whether a file is called like text."""
    return name.lower().endswith(_ENDINGS)


def is_document(name: str) -> bool:
    """Return whether a file is called like a document of an office program, or a PDF."""
    return name.lower().endswith(_DOCUMENTS)


def is_pdf(name: str) -> bool:
    """Return whether a file is called like a PDF."""
    return name.lower().endswith(_PDF)


def holds_words(name: str) -> bool:
    """Return whether a file is called like one that people write words into."""
    return is_text_file(name) or is_document(name)


def decoded(content: bytes) -> str:
    """Return what a text file says: UTF-8, or UTF-16 with its mark; "" for anything else."""
    try:
        text = content.decode(_MARKED.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError:  # no text, or in another encoding: what is guessed is no quote
        return ""
    return plain(text.replace("\r\n", "\n")).strip()
