"""What libraries and the system say of a broken file, in French, by how they begin to say it.

They begin in lower case here. What is not here is left out of the sentence.
"""

from __future__ import annotations

from typing import Final

_CUT_OFF: Final = "il s’arrête trop tôt"
_COMPRESSED: Final = "ses données compressées sont endommagées"
_HEADER: Final = "un en-tête est endommagé"
_LIST: Final = "son sommaire est endommagé"
_METHOD: Final = "la façon dont il est compressé n’est pas prise en charge"
_COMMA: Final = "une virgule est de trop"
_AFTER: Final = "il y a quelque chose après la fin"
_ESCAPE: Final = "une barre oblique inverse est suivie d’un caractère qui ne convient pas"
_CONTROL: Final = "un caractère de contrôle est interdit"
_OPEN_TEXT: Final = "un texte n’est pas fermé"
_COLON: Final = "un deux-points manque"
_MISPLACED: Final = "un élément n’est pas à sa place"
_CHARACTER: Final = "un caractère n’est pas permis à cet endroit"

_ARCHIVES: Final = {
    "file is not a zip file": "ce n’est pas un fichier zip",
    "bad magic number for central directory": _LIST,
    "bad offset for central directory": _LIST,
    "truncated central directory": _LIST,
    "corrupt extra field": _LIST,
    "bad magic number for file header": _HEADER,
    "truncated file header": _HEADER,
    "file name in directory": "un nom y est écrit de deux façons",
    "bad crc-32": "sa somme de contrôle est fausse",
    "crc check failed": "sa somme de contrôle est fausse",
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
    "not a gzip": "ce n’est pas un fichier gzip",
}
_JSON: Final = {
    "expecting value": "une valeur manque",
    "expecting property name": "un nom entre guillemets doubles manque",
    "expecting ',' delimiter": "une virgule manque",
    "expecting ':' delimiter": _COLON,
    "illegal trailing comma": _COMMA,
    "extra data": _AFTER,
    "unterminated string": _OPEN_TEXT,
    "invalid control character": _CONTROL,
    "invalid \\": _ESCAPE,
    "unexpected utf-8 bom": "une marque d’ordre des octets (BOM) précède",
    "parse error: premature eof": _CUT_OFF,
    "parse error: trailing garbage": _AFTER,
    "parse error: invalid object key": "un nom entre guillemets doubles manque",
    "parse error: object key and value must be separated": _COLON,
    "parse error: after key and value": "une virgule ou une accolade manque",
    "parse error: after array element": "une virgule ou un crochet manque",
    "parse error: unallowed token": _MISPLACED,
    "lexical error: invalid char in": _CHARACTER,
    "lexical error: invalid string": _CHARACTER,
    "lexical error: invalid bytes in utf8": "un texte n’est pas de l’UTF-8",
    "lexical error: invalid character inside string": _CONTROL,
    "lexical error: inside a string": _ESCAPE,
    "lexical error: invalid (non-hex)": _ESCAPE,
    "lexical error: malformed number": "un nombre est mal écrit",
}
_XML: Final = {
    "syntax error": "une faute de syntaxe",
    "no element found": _CUT_OFF,
    "not well-formed": _CHARACTER,
    "unclosed token": "une balise n’est pas fermée",
    "unclosed cdata": "une section CDATA n’est pas fermée",
    "mismatched tag": "une balise fermante ne correspond pas à celle qui est ouverte",
    "duplicate attribute": "un attribut est donné deux fois",
    "junk after document element": _AFTER,
    "undefined entity": "une entité n’est pas définie",
    "unbound prefix": "un préfixe n’est pas déclaré",
    "reference to invalid character number": "un numéro ne désigne aucun caractère",
    "xml or text declaration not at start": "la déclaration XML n’est pas au début",
    "xml declaration not well-formed": "la déclaration XML est mal formée",
    "unknown encoding": "son encodage est inconnu",
}
_YAML: Final = {
    "mapping values are not allowed here": "un deux-points est de trop",
    "mapping keys are not allowed here": _MISPLACED,
    "sequence entries are not allowed here": "un tiret n’est pas à sa place",
    "expected ',' or ']'": "un crochet n’est pas fermé",
    "expected ',' or '}'": "une accolade n’est pas fermée",
    "expected <block end>": _MISPLACED,
    "expected the node content": "une valeur manque",
    "expected alphabetic or numeric character": "un nom manque après & ou *",
    "could not find expected ':'": _COLON,
    "found undefined alias": "un alias (*) ne désigne rien",
    "found undefined tag handle": "une étiquette (!) ne désigne rien",
    "found character '\\t'": "une tabulation ne peut pas servir de retrait",
    "found character": _CHARACTER,
    "found unknown escape character": _ESCAPE,
    "found unexpected end of stream": _OPEN_TEXT,
    "found unexpected document separator": _OPEN_TEXT,
    "found duplicate": "un nom est donné deux fois",
}
_TABLES: Final = {
    f"'{delimiter}' expected after": "un guillemet ne ferme pas toute la cellule"
    for delimiter in ",;\t|"
}
_WORKBOOKS: Final = {
    "two of its sheets are one": "deux de ses feuilles n’en font qu’une",
    "cannot detect file format": "ce n’est pas un classeur",
}
_SYSTEM: Final = {
    "file too large": "fichier trop grand",
    "disk quota exceeded": "il n’y a plus de place pour ce compte",
    "file name too long": "nom de fichier trop long",
    "input/output error": "erreur d’entrée-sortie",
    "permission denied": "accès refusé",
    "operation not permitted": "accès refusé",
    "no such file or directory": "aucun fichier ni dossier de ce nom",
    "not a directory": "ce n’est pas un dossier",
    "is a directory": "c’est un dossier",
    "too many levels of symbolic links": "un lien mène à lui-même",
    "too many open files": "trop de fichiers ouverts",
    "stale file handle": "le volume réseau a changé",
    "no such device or address": "l’appareil n’est pas là",
    "no space left on device": "il n’y a plus de place",
    "read-only file system": "ce disque ne peut qu’être lu",
    "address already in use": "l’adresse est déjà prise",
    "file exists": "il existe déjà",
    "'utf-8' codec can't decode": "un octet n’est pas de l’UTF-8",
    "cannot connect to host": "connexion impossible",
    "cannot assign requested address": "cette adresse n’est pas d’ici",
}
_DATABASES: Final = {
    "database disk image is malformed": "son contenu est corrompu",
    "*** in database": "sa structure est corrompue",
    "tree ": "sa structure est corrompue",
    "file is not a database": "ce n’est pas une base de données",
    "disk i/o error": "erreur d’entrée-sortie",
    "unable to open database file": "le fichier ne peut pas être ouvert",
    "attempt to write a readonly database": "il ne peut qu’être lu",
    "database or disk is full": "le disque est plein",
    "database is locked": "un autre processus l’utilise",
    "no such table": "une table manque",
    "no such column": "une colonne manque",
    "wrong # of entries in index": "un index ne va pas avec ses rangées",
    "row ": "un index ne va pas avec ses rangées",
    "malformed inverted index": "l’index des mots est corrompu",
    "out of memory": "la mémoire ne suffit pas",
    "couldn't get a connection": "connexion impossible",
    "connection failed": "connexion impossible",
    "connection is bad": "connexion impossible",
}
_MODELS: Final = {
    "we couldn't connect to": "huggingface.co est injoignable",
    "repo id must": "aucun modèle en ligne ne s’appelle ainsi",
    "error while deserializing header": "le fichier de ses poids est endommagé",
}

LIBRARY_WORDS: Final = (
    _ARCHIVES | _JSON | _XML | _YAML | _TABLES | _WORKBOOKS | _SYSTEM | _DATABASES | _MODELS
)
