"""What libraries and the system say of a broken file, in German, by how they begin to say it.

They begin in lower case here. What is not here is left out of the sentence.
"""

from __future__ import annotations

from typing import Final

_CUT_OFF: Final = "es endet zu früh"
_COMPRESSED: Final = "seine gepackten Daten sind beschädigt"
_HEADER: Final = "ein Kopf ist beschädigt"
_LIST: Final = "sein Verzeichnis ist beschädigt"
_METHOD: Final = "wie es gepackt ist, wird nicht unterstützt"
_COMMA: Final = "ein Komma ist zu viel"
_AFTER: Final = "hinter dem Ende steht noch etwas"
_ESCAPE: Final = "auf einen Rückstrich folgt ein Zeichen, das nicht passt"
_CONTROL: Final = "ein Steuerzeichen ist nicht erlaubt"
_OPEN_TEXT: Final = "ein Text ist nicht geschlossen"
_COLON: Final = "ein Doppelpunkt fehlt"
_MISPLACED: Final = "ein Element steht am falschen Platz"
_CHARACTER: Final = "ein Zeichen ist an dieser Stelle nicht erlaubt"

_ARCHIVES: Final = {
    "file is not a zip file": "es ist keine Zip-Datei",
    "bad magic number for central directory": _LIST,
    "bad offset for central directory": _LIST,
    "truncated central directory": _LIST,
    "corrupt extra field": _LIST,
    "bad magic number for file header": _HEADER,
    "truncated file header": _HEADER,
    "file name in directory": "ein Name steht darin auf zwei Arten",
    "bad crc-32": "seine Prüfsumme stimmt nicht",
    "crc check failed": "seine Prüfsumme stimmt nicht",
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
    "not a gzip": "es ist keine Gzip-Datei",
}
_JSON: Final = {
    "expecting value": "ein Wert fehlt",
    "expecting property name": "ein Name in doppelten Anführungszeichen fehlt",
    "expecting ',' delimiter": "ein Komma fehlt",
    "expecting ':' delimiter": _COLON,
    "illegal trailing comma": _COMMA,
    "extra data": _AFTER,
    "unterminated string": _OPEN_TEXT,
    "invalid control character": _CONTROL,
    "invalid \\": _ESCAPE,
    "unexpected utf-8 bom": "davor steht eine Bytefolge-Marke (BOM)",
    "parse error: premature eof": _CUT_OFF,
    "parse error: trailing garbage": _AFTER,
    "parse error: invalid object key": "ein Name in doppelten Anführungszeichen fehlt",
    "parse error: object key and value must be separated": _COLON,
    "parse error: after key and value": "ein Komma oder eine geschweifte Klammer fehlt",
    "parse error: after array element": "ein Komma oder eine eckige Klammer fehlt",
    "parse error: unallowed token": _MISPLACED,
    "lexical error: invalid char in": _CHARACTER,
    "lexical error: invalid string": _CHARACTER,
    "lexical error: invalid bytes in utf8": "ein Text ist kein UTF-8",
    "lexical error: invalid character inside string": _CONTROL,
    "lexical error: inside a string": _ESCAPE,
    "lexical error: invalid (non-hex)": _ESCAPE,
    "lexical error: malformed number": "eine Zahl ist falsch geschrieben",
}
_XML: Final = {
    "syntax error": "ein Syntaxfehler",
    "no element found": _CUT_OFF,
    "not well-formed": _CHARACTER,
    "unclosed token": "ein Tag ist nicht geschlossen",
    "unclosed cdata": "ein CDATA-Abschnitt ist nicht geschlossen",
    "mismatched tag": "ein schließendes Tag passt nicht zum offenen",
    "duplicate attribute": "ein Attribut steht zweimal da",
    "junk after document element": _AFTER,
    "undefined entity": "eine Entität ist nicht definiert",
    "unbound prefix": "ein Präfix ist nicht deklariert",
    "reference to invalid character number": "eine Nummer bezeichnet kein Zeichen",
    "xml or text declaration not at start": "die XML-Deklaration steht nicht am Anfang",
    "xml declaration not well-formed": "die XML-Deklaration ist falsch gebildet",
    "unknown encoding": "seine Kodierung ist unbekannt",
}
_YAML: Final = {
    "mapping values are not allowed here": "ein Doppelpunkt ist zu viel",
    "mapping keys are not allowed here": _MISPLACED,
    "sequence entries are not allowed here": "ein Bindestrich steht am falschen Platz",
    "expected ',' or ']'": "eine eckige Klammer ist nicht geschlossen",
    "expected ',' or '}'": "eine geschweifte Klammer ist nicht geschlossen",
    "expected <block end>": _MISPLACED,
    "expected the node content": "ein Wert fehlt",
    "expected alphabetic or numeric character": "hinter & oder * fehlt ein Name",
    "could not find expected ':'": _COLON,
    "found undefined alias": "ein Alias (*) bezeichnet nichts",
    "found undefined tag handle": "eine Marke (!) bezeichnet nichts",
    "found character '\\t'": "ein Tabulator taugt nicht als Einrückung",
    "found character": _CHARACTER,
    "found unknown escape character": _ESCAPE,
    "found unexpected end of stream": _OPEN_TEXT,
    "found unexpected document separator": _OPEN_TEXT,
    "found duplicate": "ein Name steht zweimal da",
}
_TABLES: Final = {
    f"'{delimiter}' expected after": "ein Anführungszeichen schließt nicht die ganze Zelle"
    for delimiter in ",;\t|"
}
_WORKBOOKS: Final = {
    "two of its sheets are one": "zwei seiner Blätter sind eines",
    "cannot detect file format": "es ist keine Arbeitsmappe",
}
_SYSTEM: Final = {
    "file too large": "Datei zu groß",
    "disk quota exceeded": "für dieses Konto ist kein Platz mehr",
    "file name too long": "Dateiname zu lang",
    "input/output error": "Ein-/Ausgabefehler",
    "permission denied": "Zugriff verweigert",
    "operation not permitted": "Zugriff verweigert",
    "no such file or directory": "keine Datei und kein Ordner dieses Namens",
    "not a directory": "es ist kein Ordner",
    "is a directory": "es ist ein Ordner",
    "too many levels of symbolic links": "ein Link führt zu sich selbst",
    "too many open files": "zu viele offene Dateien",
    "stale file handle": "das Netzlaufwerk hat sich geändert",
    "no such device or address": "das Gerät ist nicht da",
    "no space left on device": "kein Platz mehr",
    "read-only file system": "diese Platte ist nur lesbar",
    "address already in use": "die Adresse ist schon belegt",
    "file exists": "es gibt es schon",
    "'utf-8' codec can't decode": "ein Byte ist kein UTF-8",
    "cannot connect to host": "keine Verbindung",
    "cannot assign requested address": "diese Adresse gehört nicht hierher",
}
_DATABASES: Final = {
    "database disk image is malformed": "sein Inhalt ist zerstört",
    "*** in database": "sein Aufbau ist zerstört",
    "tree ": "sein Aufbau ist zerstört",
    "file is not a database": "es ist keine Datenbank",
    "disk i/o error": "Ein-/Ausgabefehler",
    "unable to open database file": "die Datei lässt sich nicht öffnen",
    "attempt to write a readonly database": "es ist nur lesbar",
    "database or disk is full": "die Platte ist voll",
    "database is locked": "ein anderer Prozess benutzt es",
    "no such table": "eine Tabelle fehlt",
    "no such column": "eine Spalte fehlt",
    "wrong # of entries in index": "ein Index passt nicht zu seinen Zeilen",
    "row ": "ein Index passt nicht zu seinen Zeilen",
    "malformed inverted index": "der Wortindex ist zerstört",
    "out of memory": "der Speicher reicht nicht",
    "couldn't get a connection": "keine Verbindung",
    "connection failed": "keine Verbindung",
    "connection is bad": "keine Verbindung",
}
_MODELS: Final = {
    "we couldn't connect to": "huggingface.co ist nicht zu erreichen",
    "repo id must": "kein Modell im Netz heißt so",
    "error while deserializing header": "die Datei seiner Gewichte ist beschädigt",
}

LIBRARY_WORDS: Final = (
    _ARCHIVES | _JSON | _XML | _YAML | _TABLES | _WORKBOOKS | _SYSTEM | _DATABASES | _MODELS
)
