"""Why a document is refused, in German."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = {
    "no_document_reader": (
        "PDF und Texte von Büroprogrammen zu lesen braucht Pakete, die hier fehlen: `pip "
        "install 'pullquote[files]'` bringt sie; oder speichere es als Text"
    ),
    "broken_document": (
        "das Dokument ist nicht lesbar ({reason}): speichere es noch einmal als .docx, .odt, "
        ".pptx oder PDF, oder als Text"
    ),
    "locked_document": "das PDF ist mit einem Passwort gesperrt: speichere es ohne",
    "wordless_document": (
        "es enthält keine Worte, vielleicht Bilder von Worten: lass ein Programm den Text "
        "erkennen (OCR) und speichere es noch einmal"
    ),
    "too_large_document": (
        "sein Text wird ausgepackt größer als {most:,} MB: teile es, oder speichere es als Text"
    ),
}
