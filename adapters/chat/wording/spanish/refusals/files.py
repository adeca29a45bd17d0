"""Why a file or folder as a whole is refused, in Spanish."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    # Files and folders.
    "no_such_file": "no existe tal archivo o carpeta: revisa cómo está escrito",
    "no_files": (
        "no contiene archivos: no se quita nada; `pullquote forget --source` elimina mensajes"
    ),
    "path_not_readable": "no se puede leer ({reason}): revisa la ruta y sus permisos",
    "path_not_utf8": "su ruta no es UTF-8: cámbiale el nombre",
    "folder_not_readable": "esta carpeta no se puede leer ({reason}): permítelo o déjala fuera",
    "not_regular_file": "no es un archivo normal: déjalo fuera de la carpeta",
    "not_readable": "no se puede leer ({reason}): inténtalo de nuevo o déjalo fuera",
    "not_allowed": "no está permitido leerlo: cambia sus permisos o déjalo fuera",
    "gone": "ya no está: importa de nuevo sin él",
    "too_slow": "no se pudo leer en {seconds:g} segundos: divídelo o déjalo fuera",
    "too_much_memory": "leerlo ocupa más de {most:,} MB de memoria: divídelo o déjalo fuera",
    "reader_fault": (
        "su lectura ha fallado por culpa nuestra, error {error_id}: avísanos y déjalo fuera"
    ),
    "reader_failed": (
        "su lectura ha fallado (con el estado {status}): obtenlo de nuevo o déjalo fuera"
    ),
    # What a file holds.
    "empty_file": "el archivo está vacío: escribe un mensaje en él o déjalo fuera",
    "binary": "es binario, no texto: guarda su texto como UTF-8 o déjalo fuera",
    "not_text": "es {content}, no texto: guarda su texto como UTF-8 o déjalo fuera",
    "safari_archive": (
        "es un archivo web de Safari: guarda allí la página como código fuente en su lugar"
    ),
    "slackdump_list": (
        "es una lista de cuentas o canales que escribió slackdump, sin mensajes: ponla junto a los"
        " volcados e importa su carpeta"
    ),
    "slackdump_transcript": (
        "es el texto de un volcado de slackdump, que no dice quién puede leerlo: importa el archivo"
        " .json del mismo canal, que está a su lado (`slackdump dump` lo escribe)"
    ),
    "slackdump_database": (
        "es una base de datos de slackdump: expórtala (`slackdump convert -f export`)"
    ),
    "too_large_post": "ocupa más de {most} MB, demasiado para un mensaje: divídelo",
    "too_large_page": "ocupa más de {most} MB, demasiado para una página: divídela",
    "too_large_transcript": (
        "ocupa más de {most} MB, demasiado para una conversación: exporta menos días de una vez"
    ),
    # Encodings.
    "utf16": "parece UTF-16 y no es UTF-8: guárdalo como UTF-8",
    "not_utf8": (
        "el byte {byte} {part} no es UTF-8 (parece {encoding}): guarda el archivo como UTF-8"
    ),
    "cut_off": (
        "el byte {byte} {part} empieza un carácter cortado: recupera el final del archivo o"
        " guárdalo como UTF-8"
    ),
    "western_lines": "desde aquí no es UTF-8, sino que parece Windows-1252: guárdalo como UTF-8",
    "foreign_lines": (
        "desde aquí no es UTF-8, sino que parece otra codificación: guárdalo como UTF-8"
    ),
    "unknown_encoding": "su codificación {name!r} no se conoce: guárdalo como UTF-8",
    # Feeds and pages.
    "declares_entities": "declara entidades propias: guárdalo de nuevo",
    "broken_feed": "el feed no se puede leer ({reason}): guárdalo de nuevo o déjalo fuera",
    "malformed_feed": "el feed no está bien formado ({reason}): se toma lo que se puede leer",
    "empty_feed": "el feed no tiene entradas: déjalo fuera",
    "too_many_tags": (
        "tiene {tags:,} etiquetas y {lines:,} líneas y signos como &amp; en torno a poco texto:"
        " guárdalo con menos entradas"
    ),
    "too_many_damaged_tags": (
        "no está bien formado, y tiene {tags:,} etiquetas y {lines:,} líneas y signos como &amp; en"
        " torno a poco texto: guárdalo de nuevo, o con menos entradas"
    ),
    "too_many_columns": "tiene más de {most:,} columnas: divídela",
    "too_many_rows": (
        "más de {most:,} filas apenas contienen nada, así que desde aquí el archivo se deja fuera:"
        " divídelo"
    ),
    "too_many_attributes": (
        "un elemento del feed tiene más de {most:,} atributos: guárdalo de nuevo sin ellos"
    ),
    "too_many_namespaces": (
        "el feed declara más de {most:,} espacios de nombres: guárdalo de nuevo sin los que no"
        " necesita"
    ),
    "untold_authors": (
        "tiene demasiados elementos anidados para distinguir quién ha escrito qué: es un solo"
        " mensaje, sin autor"
    ),
    "many_authors": (
        "nombra autores más de {most:,} veces, demasiadas para distinguir quién ha escrito qué:"
        " es un solo mensaje, sin autor"
    ),
    "nested_page": ("desde algún punto está anidada a demasiada profundidad: se toma lo anterior"),
    "too_many_pasted_lines": (
        "parece copiado de LinkedIn, pero tiene {count:,} líneas, más de {most:,}: divídelo"
    ),
    "too_many_refused": (
        "{most:,} seguidas se rechazaron, así que desde aquí el archivo se deja fuera: corrígelo"
    ),
    "too_many_parts": (
        "contiene más de {most:,} partes, como ninguna página guardada: "
        "guárdala de nuevo, como HTML"
    ),
    "no_page_within": "no contiene ninguna página legible: guárdala de nuevo, como HTML",
    "page_checks": (
        "el sitio comprueba aquí que haya una persona, y no muestra la página: ábrela en"
        " un navegador y guárdala desde ahí"
    ),
    "page_signs_in": (
        "el sitio pide aquí iniciar sesión, y no muestra la página: ábrela en un"
        " navegador, inicia sesión y guárdala desde ahí"
    ),
    "empty_page": "la página no contiene nada: guárdala de nuevo o déjala fuera",
}

FILE_TERMS: Final = {
    "part.line": "de esta línea",
    "part.file": "del archivo",
    "part.page": "de la página",
    "part.feed": "del feed",
    "part.member": "de este archivo",
    "encoding.western": "la codificación Windows-1252",
    "encoding.other": "otra codificación",
    "content.office": "un documento de oficina antiguo, o con contraseña",
    "content.archive": "un archivo comprimido o un documento de oficina",
    "content.image": "una imagen",
    "content.compressed": "un fichero comprimido",
    "content.database": "una base de datos",
}
