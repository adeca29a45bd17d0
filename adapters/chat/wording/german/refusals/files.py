"""Why a file or folder as a whole is refused, in German."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    # Files and folders.
    "no_such_file": "diese Datei oder diesen Ordner gibt es nicht: prüfe die Schreibweise",
    "no_files": (
        "enthält keine Dateien: nichts wird entfernt; `pullquote forget --source` entfernt Beiträge"
    ),
    "path_not_readable": "es ist nicht lesbar ({reason}): prüfe den Pfad und seine Rechte",
    "path_not_utf8": "der Pfad ist kein UTF-8: benenne ihn um",
    "folder_not_readable": "dieser Ordner ist unlesbar ({reason}): erlaube es, oder lass ihn weg",
    "not_regular_file": "es ist keine gewöhnliche Datei: nimm sie aus dem Ordner",
    "not_readable": "es ist nicht lesbar ({reason}): versuche es noch einmal, oder lass es weg",
    "not_allowed": "es darf nicht gelesen werden: ändere die Rechte, oder lass es weg",
    "gone": "es ist nicht mehr da: importiere noch einmal ohne es",
    "too_slow": ("es war in {seconds:g} Sekunden nicht zu lesen: teile es, oder lass es weg"),
    "too_much_memory": (
        "es zu lesen braucht mehr als {most:,} MB Speicher: teile es, oder lass es weg"
    ),
    "reader_fault": (
        "das Lesen ist durch unsere Schuld fehlgeschlagen, Fehler {error_id}: melde es uns bitte,"
        " und lass es weg"
    ),
    "reader_failed": (
        "das Lesen ist fehlgeschlagen (mit Status {status}): hole es noch einmal, oder lass es weg"
    ),
    # What a file holds.
    "empty_file": "die Datei ist leer: schreibe einen Beitrag hinein, oder lass sie weg",
    "binary": "es ist binär und kein Text: speichere den Text als UTF-8, oder lass es weg",
    "not_text": "es ist {content} und kein Text: speichere den Text als UTF-8, oder lass es weg",
    "safari_archive": ("es ist ein Webarchiv von Safari: speichere die Seite dort als Quelltext"),
    "slackdump_list": (
        "es ist eine Liste von Konten oder Kanälen, die slackdump schrieb, ohne Beiträge: lege sie"
        " neben die Abzüge und importiere deren Ordner"
    ),
    "slackdump_transcript": (
        "es ist der Text eines Abzugs von slackdump, der nicht sagt, wer ihn lesen darf: importiere"
        " die .json-Datei desselben Kanals, die daneben liegt (`slackdump dump` schreibt sie)"
    ),
    "slackdump_database": (
        "es ist eine Datenbank von slackdump: exportiere sie (`slackdump convert -f export`)"
    ),
    "too_large_post": "es ist größer als {most} MB, zu groß für einen Beitrag: teile es",
    "too_large_page": "es ist größer als {most} MB, zu groß für eine Seite: teile es",
    "too_large_transcript": (
        "es ist größer als {most} MB, zu groß für ein Gespräch: exportiere weniger Tage auf einmal"
    ),
    # Encodings.
    "utf16": "es sieht nach UTF-16 aus und ist kein UTF-8: speichere es als UTF-8",
    "not_utf8": (
        "Byte {byte} {part} ist kein UTF-8 (es sieht nach {encoding} aus): speichere die Datei als"
        " UTF-8"
    ),
    "cut_off": (
        "Byte {byte} {part} beginnt ein abgeschnittenes Zeichen: stelle das Ende der Datei wieder"
        " her, oder speichere sie als UTF-8"
    ),
    "western_lines": (
        "ab hier ist es kein UTF-8, sondern sieht nach Windows-1252 aus: speichere es als UTF-8"
    ),
    "foreign_lines": (
        "ab hier ist es kein UTF-8, sondern sieht nach einer anderen Kodierung aus: speichere es"
        " als UTF-8"
    ),
    "unknown_encoding": "die Kodierung {name!r} ist nicht bekannt: speichere es als UTF-8",
    # Feeds and pages.
    "declares_entities": "es deklariert eigene Entitäten: speichere es noch einmal",
    "broken_feed": (
        "der Feed ist nicht lesbar ({reason}): speichere ihn noch einmal, oder lass ihn weg"
    ),
    "malformed_feed": (
        "der Feed ist nicht wohlgeformt ({reason}): genommen wird, was davon lesbar ist"
    ),
    "empty_feed": "der Feed hat keine Einträge: lass ihn weg",
    "too_many_tags": (
        "es hat {tags:,} Tags und {lines:,} Zeilen und Zeichen wie &amp; um wenig Text: speichere"
        " es mit weniger Einträgen"
    ),
    "too_many_damaged_tags": (
        "es ist nicht wohlgeformt, und hat {tags:,} Tags und {lines:,} Zeilen und Zeichen wie"
        " &amp; um wenig Text: speichere es noch einmal, oder mit weniger Einträgen"
    ),
    "too_many_columns": "sie hat mehr als {most:,} Spalten: teile sie",
    "too_many_rows": (
        "mehr als {most:,} Zeilen enthalten kaum etwas, darum wird die Datei ab hier ausgelassen:"
        " teile sie"
    ),
    "too_many_attributes": (
        "ein Element des Feeds hat mehr als {most:,} Attribute: speichere ihn noch einmal ohne sie"
    ),
    "too_many_namespaces": (
        "der Feed deklariert mehr als {most:,} Namensräume: speichere ihn noch einmal ohne die, die"
        " er nicht braucht"
    ),
    "untold_authors": (
        "zu viele ihrer Elemente sind ineinander verschachtelt, um zu unterscheiden, wer was"
        " geschrieben hat: sie ist ein einziger Beitrag, ohne Autor"
    ),
    "many_authors": (
        "sie nennt öfter als {most:,}-mal einen Autor, zu oft, um zu unterscheiden, wer was"
        " geschrieben hat: sie ist ein einziger Beitrag, ohne Autor"
    ),
    "nested_page": (
        "ab einer Stelle ist sie zu tief verschachtelt: genommen wird, was davor steht"
    ),
    "too_many_pasted_lines": (
        "es sieht nach einer Kopie aus LinkedIn aus, hat aber {count:,} Zeilen, mehr als {most:,}:"
        " teile es"
    ),
    "too_many_refused": (
        "{most:,} nacheinander wurden abgelehnt, darum wird die Datei ab hier ausgelassen:"
        " berichtige sie"
    ),
    "too_many_parts": (
        "es hat mehr als {most:,} Teile, wie keine gespeicherte Seite: "
        "speichere sie noch einmal, als HTML"
    ),
    "no_page_within": "es enthält keine lesbare Seite: speichere sie noch einmal, als HTML",
    "page_checks": (
        "die Website prüft hier, ob ein Mensch da ist, und zeigt die Seite nicht: öffne"
        " sie in einem Browser, und speichere sie von dort"
    ),
    "page_signs_in": (
        "die Website verlangt hier eine Anmeldung und zeigt die Seite nicht: öffne sie"
        " in einem Browser, melde dich an, und speichere sie von dort"
    ),
    "empty_page": "die Seite enthält nichts: speichere sie noch einmal, oder lass sie weg",
}

FILE_TERMS: Final = {
    "part.line": "dieser Zeile",
    "part.file": "der Datei",
    "part.page": "der Seite",
    "part.feed": "des Feeds",
    "part.member": "davon",
    "encoding.western": "der Kodierung Windows-1252",
    "encoding.other": "einer anderen Kodierung",
    "content.office": "ein altes Office-Dokument, oder eines mit Passwort",
    "content.archive": "ein Archiv oder ein Office-Dokument",
    "content.image": "ein Bild",
    "content.compressed": "eine gepackte Datei",
    "content.database": "eine Datenbank",
}
