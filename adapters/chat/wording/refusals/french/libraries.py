"""What libraries and the system say of a broken file, in French; else their own words stand."""

from __future__ import annotations

from typing import Final

LIBRARY_TERMS: Final = {
    "reason.File is not a zip file": "ce n’est pas un fichier zip",
    "reason.Compressed file ended before the end-of-stream marker was reached": (
        "il s’arrête trop tôt"
    ),
    "reason.expecting value": "une valeur manque",
    "reason.expecting property name enclosed in double quotes": (
        "un nom entre guillemets doubles manque"
    ),
    "reason.expecting ',' delimiter": "une virgule manque",
    "reason.expecting ':' delimiter": "un deux-points manque",
    "reason.illegal trailing comma before end of object": "une virgule est de trop",
    "reason.illegal trailing comma before end of array": "une virgule est de trop",
    "reason.extra data": "il y a quelque chose après la fin",
    "reason.unterminated string starting at": "un texte n’est pas fermé",
    "reason.invalid control character at": "un caractère de contrôle est interdit",
    "reason.File name too long": "nom de fichier trop long",
    "reason.Input/output error": "erreur d’entrée-sortie",
    "reason.Permission denied": "accès refusé",
}
