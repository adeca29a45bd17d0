"""Why a document is refused, in Spanish."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = {
    "no_document_reader": (
        "leer PDF necesita un paquete que aquí no está: `pip install 'pullquote[files]'` lo "
        "trae; o guárdalo como texto"
    ),
    "broken_document": (
        "el documento no se puede leer ({reason}): guárdalo de nuevo como .docx, .odt, .pptx "
        "o PDF, o como texto"
    ),
    "locked_document": "el PDF está cerrado con contraseña: guárdalo sin ella",
    "wordless_document": (
        "no contiene palabras, quizá imágenes de palabras: haz que un programa reconozca el "
        "texto (OCR) y guárdalo de nuevo"
    ),
    "too_large_document": (
        "se descomprime a mucho más que los documentos de su tamaño: divídelo, o guárdalo como "
        "texto"
    ),
    "slow_document": (
        "leerlo lleva más de {most:,} segundos de procesador: divídelo, o guárdalo como texto"
    ),
}
