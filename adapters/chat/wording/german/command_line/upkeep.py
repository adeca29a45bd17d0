"""What the commands say that look after the posts and at them, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UPKEEP: Final[Mapping[str, str]] = {
    "source": "Quelle",
    "posts": "Beiträge",
    "comments": "Kommentare",
    "newest": "neuester",
    "oldest": "ältester",
    "read_by": "zweites Modell {name}, hat {done} von {total} Abschnitten gelesen",
    "refined": "Von {name} gelesen: {done} von {total} Abschnitten.",
    "refine_more": (
        "Für bessere Antworten sind noch {count} Abschnitte zu lesen: `pullquote refine` macht "
        "weiter."
    ),
    "refine_failed": (
        "Das zweite Modell hat nichts weiter gelesen ({reason}): starte `pullquote refine`."
    ),
    "no_post": "Hier gibt es keinen Beitrag {id}: `pullquote search` zeigt die Kennungen.",
    "no_link": "Der Beitrag {id} hat keinen Verweis, den ein Browser öffnet.",
    "no_browser": "Kein Browser ließ sich starten: öffne {url} selbst.",
    "may_see": "{name} darf sehen:",
    "nobody": (
        "Niemand ist als {id} bekannt: setze das Token der Plattform, und sieh nach, ob der Bot "
        "ihn sehen kann."
    ),
    "total": "{posts:Beitrag oder Kommentar|Beiträge und Kommentare}",
    "loading": "Lade das Modell…",
    "looking": "Sehe die Beiträge durch…",
    "ok": "gut",
    "fail": "FEHLER",
    "settings": "Einstellungen",
    "model": "Modell",
    "refining": "zweites Modell",
    "database": "Datenbank",
    "disk": "Platte",
    "ledger": "Register",
    "rights": "Rechte",
    "chats": "Chats",
    "settings_fine": "Daten in {folder}, Modell {model}",
    "model_fine": "{name}, {dimension} Dimensionen",
    "model_wrong": "{problem}: berichtige {variable}",
    "refining_none": "keines: {reason}",
    "database_none": "noch keine Beiträge: `pullquote import PFAD` holt welche",
    "database_older": (
        "heil, von einer älteren Version: der nächste Befehl, der sie öffnet, bringt sie auf "
        "den neuen Stand; ein älteres Pullquote kann sie dann nicht lesen, sichere sie also "
        "vorher"
    ),
    "database_other": "mit {model} gemacht, nicht mit EMBEDDING_MODEL: starte `pullquote reindex`",
    "ledger_fine": "heil",
    "ledger_none": "in einem Chat wurde noch nichts gefragt",
    "chats_not_yet": "nicht angesehen, ehe das Register wieder heil ist",
    "chats_not": "nicht angesehen: {problem}",
    "disk_free": "{free} MB frei",
    "disk_full": "{free} MB frei: schaffe Platz, {least} MB sind das Mindeste",
    "backing_up": "Wird kopiert und geprüft…",
    "backed_up": (
        "{files}: nach {folder} kopiert und geprüft. Was von jetzt an vergessen wird, bleibt in "
        "dieser Kopie."
    ),
    "restoring": "Wird geprüft und zurückgeholt…",
    "restored": (
        "{files}: aus {folder} zurückgeholt. Was seitdem vergessen wurde, ist wieder da: vergiss "
        "es noch einmal."
    ),
    "bundle_written": "{path}: Versionen, Einstellungen, Größen; kein Text, Name, Token. Lesen!",
    "not_in_backup": "{files}: nicht in der Sicherung, unverändert gelassen.",
    "rights_fine": "{folder} und der Inhalt gehören nur dem Besitzer",
    "rights_open": "andere haben Rechte an {path} (Modus {mode}): {command}",
    "rights_shared": (
        "gib PULLQUOTE_DATA einen eigenen Ordner oder, wenn andere ihn nicht brauchen, {command}"
    ),
}
