"""Why a document is refused, in French."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = {
    "no_document_reader": (
        "pour lire les PDF, il manque un paquet : `pip install 'pullquote[files]'` l’apporte ; "
        "ou enregistrez-le en texte"
    ),
    "broken_document": (
        "le document ne peut pas être lu ({reason}) : enregistrez-le de nouveau en .docx, "
        ".odt, .pptx ou PDF, ou en texte"
    ),
    "locked_document": "le PDF est protégé par un mot de passe : enregistrez-le sans",
    "wordless_document": (
        "il ne contient aucun mot, peut-être des images de mots : faites reconnaître le "
        "texte par un programme (OCR) et enregistrez-le de nouveau"
    ),
    "too_large_document": (
        "il se décompresse en bien plus que les documents de sa taille : découpez-le, ou "
        "enregistrez-le en texte"
    ),
    "slow_document": (
        "sa lecture prend plus de {most:,} secondes de processeur : découpez-le, ou "
        "enregistrez-le en texte"
    ),
}
