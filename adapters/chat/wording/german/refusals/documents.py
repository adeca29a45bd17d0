"""Why a document is refused, in German."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = {
    "no_document_reader": (
        "PDF zu lesen braucht ein Paket, das hier fehlt: `pip install 'pullquote[files]'` "
        "bringt es; oder speichere es als Text"
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
        "es wird ausgepackt weit größer als Dokumente seiner Größe: teile es, oder speichere es "
        "als Text"
    ),
    "slow_document": (
        "es zu lesen braucht mehr als {most:,} Sekunden Rechenzeit: teile es, oder speichere es "
        "als Text"
    ),
}
