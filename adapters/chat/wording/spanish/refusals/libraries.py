"""What libraries and the system say of a broken file, in Spanish, by how they begin to say it.

They begin in lower case here. What is not here is left out of the sentence.
"""

from __future__ import annotations

from typing import Final

_CUT_OFF: Final = "acaba demasiado pronto"
_COMPRESSED: Final = "sus datos comprimidos están dañados"
_HEADER: Final = "una cabecera está dañada"
_LIST: Final = "su índice está dañado"
_METHOD: Final = "su forma de compresión no se admite"
_COMMA: Final = "sobra una coma"
_AFTER: Final = "hay algo después del final"
_ESCAPE: Final = "a una barra invertida le sigue un carácter que no vale"
_CONTROL: Final = "un carácter de control no está permitido"
_OPEN_TEXT: Final = "un texto no está cerrado"
_COLON: Final = "faltan dos puntos"
_MISPLACED: Final = "un elemento no está en su sitio"
_CHARACTER: Final = "un carácter no está permitido en ese lugar"

_ARCHIVES: Final = {
    "file is not a zip file": "no es un archivo zip",
    "bad magic number for central directory": _LIST,
    "bad offset for central directory": _LIST,
    "truncated central directory": _LIST,
    "corrupt extra field": _LIST,
    "bad magic number for file header": _HEADER,
    "truncated file header": _HEADER,
    "file name in directory": "un nombre está escrito de dos formas",
    "bad crc-32": "su suma de comprobación no coincide",
    "crc check failed": "su suma de comprobación no coincide",
    "error -": _COMPRESSED,
    "invalid compressed data": _COMPRESSED,
    "invalid data stream": _COMPRESSED,
    "corrupt input data": _COMPRESSED,
    "zlib error": _COMPRESSED,
    "compression type": _METHOD,
    "that compression method": _METHOD,
    "unsupported compression method": _METHOD,
    "unknown compression": _METHOD,
    "zip file version": _METHOD,
    "compressed file ended before": _CUT_OFF,
    "unexpected end of data": _CUT_OFF,
    "truncated header": _CUT_OFF,
    "invalid header": _HEADER,
    "bad checksum": _HEADER,
    "not a gzip": "no es un archivo gzip",
}
_JSON: Final = {
    "expecting value": "falta un valor",
    "expecting property name": "falta un nombre entre comillas dobles",
    "expecting ',' delimiter": "falta una coma",
    "expecting ':' delimiter": _COLON,
    "illegal trailing comma": _COMMA,
    "extra data": _AFTER,
    "unterminated string": _OPEN_TEXT,
    "invalid control character": _CONTROL,
    "invalid \\": _ESCAPE,
    "unexpected utf-8 bom": "hay una marca de orden de bytes (BOM) al principio",
    "parse error: premature eof": _CUT_OFF,
    "parse error: trailing garbage": _AFTER,
    "parse error: invalid object key": "falta un nombre entre comillas dobles",
    "parse error: object key and value must be separated": _COLON,
    "parse error: after key and value": "falta una coma o una llave",
    "parse error: after array element": "falta una coma o un corchete",
    "parse error: unallowed token": _MISPLACED,
    "lexical error: invalid char in": _CHARACTER,
    "lexical error: invalid string": _CHARACTER,
    "lexical error: invalid bytes in utf8": "un texto no es UTF-8",
    "lexical error: invalid character inside string": _CONTROL,
    "lexical error: inside a string": _ESCAPE,
    "lexical error: invalid (non-hex)": _ESCAPE,
    "lexical error: malformed number": "un número está mal escrito",
}
_XML: Final = {
    "syntax error": "un error de sintaxis",
    "no element found": _CUT_OFF,
    "not well-formed": _CHARACTER,
    "unclosed token": "una etiqueta no está cerrada",
    "unclosed cdata": "una sección CDATA no está cerrada",
    "mismatched tag": "una etiqueta de cierre no corresponde a la abierta",
    "duplicate attribute": "un atributo aparece dos veces",
    "junk after document element": _AFTER,
    "undefined entity": "una entidad no está definida",
    "unbound prefix": "un prefijo no está declarado",
    "reference to invalid character number": "un número no designa ningún carácter",
    "xml or text declaration not at start": "la declaración XML no está al principio",
    "xml declaration not well-formed": "la declaración XML está mal formada",
    "unknown encoding": "su codificación es desconocida",
}
_YAML: Final = {
    "mapping values are not allowed here": "sobran dos puntos",
    "mapping keys are not allowed here": _MISPLACED,
    "sequence entries are not allowed here": "un guion no está en su sitio",
    "expected ',' or ']'": "un corchete no está cerrado",
    "expected ',' or '}'": "una llave no está cerrada",
    "expected <block end>": _MISPLACED,
    "expected the node content": "falta un valor",
    "expected alphabetic or numeric character": "falta un nombre después de & o *",
    "could not find expected ':'": _COLON,
    "found undefined alias": "un alias (*) no designa nada",
    "found undefined tag handle": "una etiqueta (!) no designa nada",
    "found character '\\t'": "un tabulador no sirve de sangría",
    "found character": _CHARACTER,
    "found unknown escape character": _ESCAPE,
    "found unexpected end of stream": _OPEN_TEXT,
    "found unexpected document separator": _OPEN_TEXT,
    "found duplicate": "un nombre aparece dos veces",
}
_TABLES: Final = {
    f"'{delimiter}' expected after": "una comilla no cierra toda la celda" for delimiter in ",;\t|"
}
_WORKBOOKS: Final = {
    "two of its sheets are one": "dos de sus hojas son una",
    "cannot detect file format": "no es un libro de hojas",
}
_SYSTEM: Final = {
    "file too large": "archivo demasiado grande",
    "disk quota exceeded": "a esta cuenta no le queda sitio",
    "file name too long": "nombre de archivo demasiado largo",
    "input/output error": "error de entrada y salida",
    "permission denied": "acceso denegado",
    "operation not permitted": "acceso denegado",
    "no such file or directory": "no hay ningún archivo ni carpeta con ese nombre",
    "not a directory": "no es una carpeta",
    "is a directory": "es una carpeta",
    "too many levels of symbolic links": "un enlace lleva a sí mismo",
    "too many open files": "demasiados archivos abiertos",
    "stale file handle": "el volumen de red ha cambiado",
    "no such device or address": "el dispositivo no está",
    "no space left on device": "no queda sitio",
    "read-only file system": "este disco solo se puede leer",
    "address already in use": "la dirección ya está ocupada",
    "file exists": "ya existe",
    "'utf-8' codec can't decode": "un byte no es UTF-8",
    "cannot connect to host": "no hay conexión",
    "cannot assign requested address": "esa dirección no es de aquí",
}
_DATABASES: Final = {
    "database disk image is malformed": "su contenido está corrompido",
    "*** in database": "su estructura está corrompida",
    "tree ": "su estructura está corrompida",
    "file is not a database": "no es una base de datos",
    "disk i/o error": "error de entrada y salida",
    "unable to open database file": "el archivo no se puede abrir",
    "attempt to write a readonly database": "solo se puede leer",
    "database or disk is full": "el disco está lleno",
    "database is locked": "otro proceso lo usa",
    "no such table": "falta una tabla",
    "no such column": "falta una columna",
    "wrong # of entries in index": "un índice no concuerda con sus filas",
    "row ": "un índice no concuerda con sus filas",
    "malformed inverted index": "el índice de palabras está corrompido",
    "out of memory": "no hay memoria suficiente",
    "couldn't get a connection": "no hay conexión",
    "connection failed": "no hay conexión",
    "connection is bad": "no hay conexión",
}
_MODELS: Final = {
    "we couldn't connect to": "no se puede llegar a huggingface.co",
    "repo id must": "ningún modelo en línea se llama así",
    "error while deserializing header": "el archivo de sus pesos está dañado",
}

LIBRARY_WORDS: Final = (
    _ARCHIVES | _JSON | _XML | _YAML | _TABLES | _WORKBOOKS | _SYSTEM | _DATABASES | _MODELS
)
