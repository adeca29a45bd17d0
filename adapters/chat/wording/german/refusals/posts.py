"""Why a line, or one post of a file, is refused, in German."""

from __future__ import annotations

from typing import Final

POSTS: Final = {
    # What a post needs.
    "empty_text": "der Text ist leer: schreibe einen, oder lass diesen Beitrag weg",
    "no_text": "hier gibt es kein 'text', nur {columns}: füge es hinzu",
    "no_text_of_many": "hier gibt es kein 'text', nur {columns} und {more} mehr: füge es hinzu",
    "no_text_at_all": "hier gibt es kein 'text' und auch sonst nichts: füge es hinzu",
    "empty_audience": "audience: ist leer: nenne eine Leserschaft, oder lass den Schlüssel weg",
    "own_parent": "parent_id: ein Beitrag kann nicht sich selbst kommentieren: nenne einen anderen",
    "mistyped": "{column}: {value} ist {type}: schreibe es als Text in Anführungszeichen",
    "too_long_value": "{column}: ist länger als {most:,} Zeichen: kürze es",
    "half_character": (
        "{column}: {half} ist ein halbes Zeichen und lässt sich nicht aufbewahren: schreibe das"
        " ganze"
    ),
    "not_a_date": (
        "posted_at: {text!r} ist kein Datum: schreibe es als 2024-09-26 oder"
        " 2024-09-26T14:03:00+02:00"
    ),
    "date_out_of_range": "posted_at: {text!r} liegt vor dem Jahr 1 oder nach 9999 in UTC",
    "nameless_id": "die Id {id!r} ist kein Bereich, Doppelpunkt und Name",
    "taken": "die Id {id!r} hat schon Zeile {first}: gib ihm eine andere",
    "taken_elsewhere": "die Id {id!r} steht schon in {where}: gib ihm eine andere",
    "others_post": "{id} gehört anderen Lesern",
    # JSON Lines.
    "json_feed": (
        "es ist ein JSON Feed, der nicht gelesen wird: gib den RSS- oder Atom-Feed derselben"
        " Seite an"
    ),
    "one_document": "es ist ein einziges JSON-Dokument: schreibe ein Objekt je Zeile (JSON Lines)",
    "line_not_json": (
        "das ist kein gültiges JSON ({reason}, bei Zeichen {at}): berichtige es, oder lass es weg"
    ),
    "line_not_read": (
        "diese Zeile ist kein gültiges JSON: hole den Export noch einmal, oder lass die Zeile weg"
    ),
    "line_long_number": (
        "in dieser Zeile steht eine Zahl mit zu vielen Ziffern: berichtige sie, oder lass sie weg"
    ),
    "line_too_deep": "diese Zeile ist zu tief verschachtelt: berichtige sie, oder lass sie weg",
    "not_an_object": 'das ist kein Objekt: schreibe {{"text": "…"}}, ein Objekt je Zeile',
    "too_long_line": "diese Zeile ist länger als {most} MB: kürze oder teile sie",
    # Tables.
    "no_text_column": "es gibt keine Spalte 'text', nur {columns}: nenne die mit dem Text",
    "no_text_column_of_many": (
        "es gibt keine Spalte 'text', nur {columns} und {more} mehr: nenne die mit dem Text"
    ),
    "no_columns": "es gibt keine Spalte 'text' und auch keine andere: nenne die mit dem Text",
    "two_text_columns": "es gibt zwei Spalten 'text': gib einer einen anderen Namen",
    "wide_row": (
        "diese Zeile hat {cells} Zellen, aber der Kopf hat {width}: setze Text mit dem"
        " Trennzeichen in doppelte Anführungszeichen"
    ),
    "open_quote": (
        "hier öffnet ein doppeltes Anführungszeichen, das nicht geschlossen wird: schließe es,"
        " oder verdopple es in einem Text"
    ),
    "broken_row": (
        "diese Zeile ist nicht lesbar ({reason}): setze den Text in doppelte Anführungszeichen,"
        " und verdopple die darin"
    ),
    "no_list_fits": (
        "von keiner seiner Listen ({lists}) ist bekannt, dass sie Worte enthält: gib auf der"
        " Befehlszeile `--column text=NAME`, oder speichere die richtige Liste allein, als [ …"
        " ], in einer Datei"
    ),
    "several_lists": (
        "mehrere seiner Listen können die Beiträge enthalten ({lists}): gib auf der"
        " Befehlszeile `--column text=NAME` mit einem Namen, den nur eine von ihnen hat, oder"
        " speichere die richtige allein, als [ … ], in einer Datei"
    ),
    "list_within": (
        "seine Beiträge stehen in der Liste {column!r} darin: speichere nur diese Liste, als ["
        " … ], in einer Datei, oder gib, wenn der Text daneben steht, auf der Befehlszeile"
        " `--column text=NAME`"
    ),
    "entry_not_an_object": ('das ist kein Objekt: schreibe {{"text": "…"}}, ein Objekt je Eintrag'),
    "unsure_columns": (
        "es ist nicht sicher, dass der Text in {columns} steht: nenne die Spalte mit"
        " dem Text 'text', oder gib auf der Befehlszeile `--column text=\"{column}\"`"
    ),
    "no_such_column": (
        "es gibt keine Spalte {column!r}, nur {columns}: gib --column eine davon, oder ihre Nummer"
    ),
    "unclear_order": (
        "ob {date!r} mit dem Tag oder dem Monat beginnt, ist aus der ganzen Spalte"
        " {column!r} nicht klar: nenne sie 'date (dd/mm)' oder 'date (mm/dd)', oder"
        " gib auf der Befehlszeile `--dates day-first` oder `--dates month-first`"
    ),
    "part_of_export": (
        "es ist ein Teil eines Exports von {platform}: importiere ihn ganz, denn die"
        " anderen Dateien sagen, wer es lesen darf"
    ),
    "no_sheet_reader": (
        "Tabellenmappen zu lesen braucht ein Paket, das hier fehlt: `pip install"
        " 'pullquote[tables]'` bringt es; oder speichere das Blatt als CSV"
    ),
    "broken_workbook": (
        "die Mappe ist nicht lesbar ({reason}): speichere sie noch einmal als .xlsx"
        " oder .ods, ohne Passwort, oder ihr Blatt als CSV"
    ),
    "empty_workbook": ("keines ihrer Blätter enthält etwas: lass sie weg"),
    "too_large_workbook": (
        "ihre Blätter werden ausgepackt größer als {most:,} MB: teile sie, oder"
        " speichere das Blatt als CSV"
    ),
    "finely_divided_workbook": (
        "das XML ihrer Blätter hat mehr als {most:,} Tags: teile sie, oder speichere jedes"
        " Blatt als CSV"
    ),
    "wide_workbook": (
        "ihre Blätter reichen über mehr als {most:,} Zellen: nimm heraus, was"
        " weit weg steht, oder speichere jedes als CSV"
    ),
    # Front matter.
    "open_front_matter": (
        "der Vorspann, der hier beginnt, ist nicht geschlossen: beende ihn mit einer Zeile ---"
    ),
    "front_matter_not_yaml": (
        "der Vorspann ist kein gültiges YAML ({reason}): setze den Wert in doppelte"
        " Anführungszeichen"
    ),
    "front_matter_character": (
        "der Vorspann ist kein gültiges YAML (ein Zeichen ist nicht erlaubt): setze den Wert in"
        " doppelte Anführungszeichen"
    ),
    "front_matter_not_simple": (
        "der Vorspann ist kein gültiges YAML: schreibe einfache Zeilen wie `author: Name`"
    ),
    "front_matter_alias": (
        "der Vorspann enthält einen Alias (`*name`): schreibe an seine Stelle, wofür er steht"
    ),
    "front_matter_empty": "der Vorspann hat keine Felder: schreibe Zeilen wie `author: Name`",
}

POST_TERMS: Final = {
    "type.bool": "wahr oder falsch",
    "type.list": "eine Liste",
    "type.object": "ein Objekt",
    "type.number": "eine Zahl",
}
