"""What stands around the help of the command line, and what was typed wrongly, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

USAGE: Final[Mapping[str, str]] = {
    "usage": "Aufruf: ",
    "options": "Optionen",
    "arguments": "Argumente",
    "commands": "Befehle",
    "metavar_options": "[OPTIONEN]",
    "metavar_command": "BEFEHL [ARGUMENTE]...",
    "type_str": "TEXT",
    "type_int": "ZAHL",
    "type_path": "PFAD",
    "help": "Diese Hilfe zeigen.",
    "required": "nötig",
    "default": "Vorgabe: {value}",
    "see_help": "`{command} -h` sagt, was man eingeben kann.",
    "no_option": "Es gibt keine Option {name}.",
    "no_option_near": "Es gibt keine Option {name}: Ist {near} gemeint?",
    "no_command": "Es gibt keinen Befehl {name}.",
    "no_command_near": "Es gibt keinen Befehl {name}: Ist {near} gemeint?",
    "no_command_given": "Es fehlt ein Befehl.",
    "missing": "Es fehlt {name}.",
    "no_value": "{name} braucht danach einen Wert.",
    "no_value_taken": "{name} nimmt keinen Wert.",
    "too_much": "Das ist zu viel: {name}. Was Leerzeichen hat, gehört in Anführungszeichen.",
    "wrong_value": "{name}: {problem}.",
    "no_number": "eine ganze Zahl ist nötig",
    "too_small": "das Mindeste ist {limit}",
    "too_large": "das Höchste ist {limit}",
    "empty": "es ist leer (eine Variable, die nicht gesetzt ist?): {remedy}",
    "empty_option": "die Option weglassen oder einen Wert angeben",
    "empty_audience": "einen Leserkreis nennen, oder `everyone`",
    "empty_path": "eine Datei oder einen Ordner nennen, oder `.` für diesen",
    "no_column": "{value} ist nicht NAME=SPALTE, mit NAME aus {known}",
    "no_order": "{value} ist weder day-first noch month-first",
    "forget_what": "--author, --source oder --post angeben, und nur eines davon",
    "folder_there": "{path} gibt es schon: einen Ordner nennen, den es nicht gibt",
    "audit_whom": "ein Konto oder einen Kanal mit seiner Id nennen, wie 1234567 oder C0AB12",
    "stopped": "Abgebrochen.",
    "fault": "Ein Fehler von uns, Fehler {error_id}: bitte melden.",
    "no_platform": "Keine Plattform ist eingerichtet: DISCORD_TOKEN angeben, oder SLACK_BOT_TOKEN"
    " und SLACK_APP_TOKEN (`pullquote setup` fragt danach). `pullquote chat` antwortet hier.",
    "serving": "In Betrieb: {names}. Strg-C beendet es.",
    "and": " und ",
    "left": "übrig",
    "importing": "Import",
    "refining": "Lesen",
    "embedding": "Berechnen",
    "unit_posts": "Beiträge",
    "asking": "Fragen",
    "unit_questions": "Fragen",
    "unit_passages": "Abschnitte",
    "by_words": "Worte",
    "by_meaning": "Bedeutung",
    "by_post": "Beitrag",
}
