"""What the commands say that bring posts in, count them and remove them, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new} neu, {changed} geändert, {unchanged} unverändert, {removed} entfernt,"
    " {refused} abgelehnt",
    "would_be": "Es wären: {counts}",
    "left_out": "{count} ausgelassen: früher vergessen oder gelöscht",
    "refused": "abgelehnt: {problem}",
    "stored_in": "Aufbewahrt in {folder}.",
    "stopped": "Angehalten. Bisher aufbewahrt: {new} neu, {changed} geändert, nichts entfernt. Gib"
    " denselben Befehl noch einmal, um weiterzumachen: nichts wird zweimal aufbewahrt.",
    "fetch": "{where} aus dem Web holen?",
    "needs_yes": "{where} liegt im Web: gib --yes, damit es geholt wird",
    "fetching": "Hole…",
    "addresses": "{asked:Adresse|Adressen} abgefragt, davon {unchanged} unverändert.",
    "no_addresses": "Hier ist keine Adresse bekannt: `pullquote import https://…` bringt eine.",
    "not_known": "refresh fragt {url} nicht ab; abgefragt werden: {known}",
    "stopped_asking": "refresh fragt {url} nicht mehr ab; die Beiträge bleiben.",
    "renamed": (
        "Das ist, was {place} war: die Beiträge bleiben in der Quelle {source}, und"
        " werden nicht zweimal aufbewahrt. --source gibt eine andere."
    ),
    "column_is": ("{name}: {heads}"),
    "column_text": ("Text"),
    "column_title": ("Titel"),
    "column_author": ("Autor"),
    "column_posted_at": ("Datum"),
    "column_url": ("Verweis"),
    "column_id": ("Kennung"),
    "column_parent_id": ("antwortet auf"),
    "column_left_out": ("ausgelassen"),
    "first_rows": ("Die ersten Zeilen wären:"),
    "columns_right": ("Stimmen diese Spalten?"),
    "columns_wrong": (
        "Nichts wurde importiert. Sage, was die Spalten sind, wie in --column"
        ' text="Was gefiel dir?" --column date=Tag'
    ),
    "which_order": ("Ist {date} (1) {day} oder (2) {month}?"),
    "one_or_two": "1 oder 2 eingeben; Strg-C hält an, bevor etwas gespeichert ist.",
    "comparing": "Vergleiche…",
    "searching": "Suche…",
    "needs_yes_to_remove": (
        "Hier kann niemand gefragt werden: --yes angeben, um ohne Frage zu entfernen."
    ),
    "removing": "Entferne…",
    "gone_one": "{count} Beitrag ist nicht mehr in {where} und wird entfernt. Weiter?",
    "gone_many": "{count} Beiträge sind nicht mehr in {where} und werden entfernt. Weiter?",
    "one": "{count} Beitrag",
    "many": "{count} Beiträge",
    "embedded": "Neu berechnete Vektoren: {count}.",
    "stopped_embedding": "Abgebrochen. Fragen werden beantwortet wie zuvor."
    " Gib denselben Befehl noch einmal, um fertig zu werden.",
    "up_to_date": "Alles ist aktuell.",
    "remove": "{posts} von {what} aus der Datenbank und all ihren Dateien entfernen?",
    "remove_post": "{what} ({posts}) aus der Datenbank und all ihren Dateien entfernen?",
    "no_post": "{what}: dieser Beitrag ist hier nicht aufbewahrt.",
    "removed": "Entfernt: {count}.",
    "nothing_of": "Von {what} gibt es hier nichts.",
    "nothing_near": "Von {what} gibt es hier nichts: meinst du {near}?",
    "out_of_files": "Was früher entfernt wurde, ist jetzt auch aus den Dateien verschwunden.",
    "would_remove": "Das würde {posts} entfernen.",
    "and_more": "… und {count} mehr",
    "together": "Es gibt noch, was {what} mit anderen geschrieben hat, und das bleibt:"
    " {authors}. Um auch das zu entfernen, gib --author alle Namen:",
    "which": "Mehrere heißen {what}: gib --author eines ihrer Konten: {accounts}",
    "drafted": "{found:Frage|Fragen} entworfen. Berichtige jede, frage mit eigenen Worten,"
    " und füge einige hinzu, die kein Beitrag beantwortet.",
    "draft_short": "Von {wanted:Frage|Fragen} gaben die Beiträge {found} her: Titel und Fragen mit"
    " Antworten ergeben mehr.",
    "total": "{posts:Beitrag oder Kommentar|Beiträge und Kommentare} in"
    " {passages:Abschnitt|Abschnitten}",
    "in": "im Ordner {folder}",
    "model": "Modell {name}",
    "no_model": "noch keines",
    "changed": "zuletzt geändert {when}, {size} MB",
    "day_one": "vor {count} Tag",
    "day_many": "vor {count} Tagen",
    "hour_one": "vor {count} Stunde",
    "hour_many": "vor {count} Stunden",
    "minute_one": "vor {count} Minute",
    "minute_many": "vor {count} Minuten",
    "now": "gerade eben",
    "old_place": (
        "Die Daten liegen in {folder}, wo eine ältere Version sie abgelegt hat: verschiebe sie"
        " nach {better}, oder setze PULLQUOTE_DATA auf diesen Ordner."
    ),
    "columns_left": (
        "`--column author=SPALTE` (oder title, date, text …) nimmt eine weggelassene Spalte;"
        " `--column author=` nimmt keine."
    ),
}
