"""What `--help` says in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP: Final[Mapping[str, str]] = {
    "Answers questions from stored posts, in the posts' own words.": (
        "Beantwortet Fragen aus gespeicherten Beiträgen, in deren eigenen Worten."
    ),
    "Exit codes:": (
        "Exit-Codes: 0 fertig, 1 zum Teil fertig, 2 Befehl oder Frage falsch, 3 Einstellungen,"
        " 4 Index, 5 Plattform, 70 ein Fehler von uns, 130 abgebrochen."
    ),
    "Copy everything to another": (
        "Beiträge und Register in eine andere Datenbank kopieren und die Kopie prüfen; sie"
        " bleiben auch, wo sie sind.\n\n"
        "Jederzeit abzubrechen: erneut aufgerufen, geht es weiter. Die Einstellungen bleiben."
    ),
    "postgresql://… or a data folder.": "postgresql://… oder ein Datenordner.",
    "Check as `check` does,": (
        "Prüfen wie `check`, und aufschreiben, was ein Betreuer braucht, ohne Geheimnisse."
    ),
    "A file to write;": "Eine Datei, die geschrieben wird; dort darf noch nichts sein.",
    "Show the version.": "Die Version zeigen.",
    "Install completion for": "Die Vervollständigung für diese Shell einrichten.",
    "Show completion for": (
        "Die Vervollständigung für diese Shell zeigen, um sie zu kopieren oder anzupassen."
    ),
    "Bring posts in:": (
        "Beiträge einlesen: Texte und Tabellen, Seiten und Feeds, Archive der Plattformen.\n\n"
        "Dieselbe Datei oder derselbe Ordner, noch einmal eingelesen, bringt auf den neuen Stand,"
        " was sich geändert hat, und nimmt heraus, was nicht mehr darin steht."
    ),
    "Files, folders, addresses;": "Dateien, Ordner, Adressen; - ist die Standardeingabe.",
    "Call the source this.": "Die Quelle so nennen.",
    "Who may see them:": "Wer sie sehen darf: ein Kennzeichen.",
    "What a column of a table is,": (
        'Was eine Spalte einer Tabelle ist, wie text="Was hat gefallen?"; mehrfach möglich.'
    ),
    "How a table writes dates:": (
        "Wie eine Tabelle Daten schreibt: `day-first` (Tag zuerst) oder `month-first`."
    ),
    "Show only what would change.": "Nur zeigen, was sich ändern würde.",
    "Also what apps wrote": "Auch was Apps in den Exporten von Chats geschrieben haben.",
    "Ask nothing, even before": (
        "Nichts fragen, auch nicht bevor Beiträge wegfallen oder das Web gefragt wird."
    ),
    "Also addresses of": "Auch Adressen dieses Rechners und seines Netzes.",
    "Ask this one no more;": "Diese nicht mehr abfragen; ihre Beiträge bleiben.",
    "Ask the addresses again": (
        "Die eingelesenen Adressen noch einmal abfragen und einlesen, was dort neu ist.\n\n"
        "Was sie nicht mehr zeigen, bleibt: ein Feed zeigt nur das Neueste."
    ),
    "Answer a question": (
        "Eine Frage mit Auszügen aus den Beiträgen beantworten, mit Autor, Datum und Link.\n\n"
        "In der Frage gehen Filter: from:NAME in:QUELLE since:2024-09-26 until:… kind:comment"
    ),
    "The question;": "Die Frage; - liest eine je Zeile.",
    "How many results at most.": "Wie viele Ergebnisse höchstens.",
    "One line of JSON for a program.": "Eine Zeile JSON für ein Programm.",
    "Only what readers": "Nur was Leser mit diesem Kennzeichen sehen; mehrfach möglich.",
    "Only this author's.": "Nur von diesem Autor.",
    "Only this source.": "Nur aus dieser Quelle.",
    "From this day on:": "Ab diesem Tag: 2024-09-26, 2024-09, gestern.",
    "Only up to this day.": "Nur bis zu diesem Tag.",
    "Only `post` or `comment`.": "Nur `post` oder `comment`.",
    "Show what is found": (
        "Zeigen, was gefunden wird, bevor ein Auszug gewählt oder abgelehnt wird: ein Beitrag je"
        " Zeile, der beste zuerst."
    ),
    "Ask one question after": (
        "Eine Frage nach der anderen stellen; /help sagt, was man sonst eingeben kann."
    ),
    "Tell whether a message of a chat": (
        "Sagen, ob eine Nachricht eines Chats gespeichert ist, und sonst, warum nicht."
    ),
    "The link to a message": "Der Link zu einer Nachricht eines Chats.",
    "Show one post whole,": "Einen Beitrag ganz zeigen, mit dem, was um ihn steht.",
    "The id, as `ask`": "Die Id, wie `ask` sie zeigt.",
    "Open its link": "Seinen Link im Browser öffnen.",
    "Embed the posts again": (
        "Die Vektoren neu berechnen, wo sich das Modell oder das Zerlegen geändert hat."
    ),
    "Have a better model read": (
        "Die Beiträge von einem besseren Modell lesen lassen, für bessere Antworten; lässt sich"
        " jederzeit abbrechen."
    ),
    "Everything, changed or not.": "Alles, ob geändert oder nicht.",
    "Show what is stored:": (
        "Zeigen, was gespeichert ist: Quellen, Beiträge, Modell, wie neu, wie groß."
    ),
    "JSON for a program.": "JSON für ein Programm.",
    "Check settings,": (
        "Einstellungen, Modell, Datenbank, Platte und Chats prüfen: je eine Zeile, mit Abhilfe."
    ),
    "Remove posts from": (
        "Beiträge aus der Datenbank und allen ihren Dateien entfernen.\n\n"
        "Ein Autor und ein Beitrag bleiben draußen, wenn ihre Datei noch einmal eingelesen wird;"
        " eine Quelle darf wiederkommen."
    ),
    "All posts of this name": "Alle Beiträge dieses Namens oder Kontos.",
    "All posts of this source.": "Alle Beiträge dieser Quelle.",
    "The post with this id.": "Der Beitrag mit dieser Id.",
    "Show only what would go.": "Nur zeigen, was wegfiele.",
    "Do not ask first.": "Vorher nicht fragen.",
    "Copy posts and ledger": (
        "Beiträge und Register in einen neuen Ordner kopieren, während der Bot läuft, und die"
        " Kopien prüfen."
    ),
    "A folder to make;": "Ein neuer Ordner; dort darf nichts sein.",
    "Put the posts and the ledger": (
        "Die Beiträge und das Register einer Sicherung zurückspielen; erst den Bot anhalten."
    ),
    "A folder that `backup`": "Ein Ordner, den `backup` angelegt hat.",
    "Replace also what is newer.": "Auch ersetzen, was neuer ist.",
    "Print all posts": "Alle Beiträge als JSONL ausgeben, das `import` liest.",
    "Show what a question": (
        "Zeigen, was eine Frage von jemandem oder in einem Kanal jetzt zitieren könnte."
    ),
    "Its id on": "Seine Id auf Discord oder Slack.",
    "Follow channels of a chat": (
        "Kanälen eines Chats nicht mehr folgen; ohne Namen zeigen, welchen gefolgt wird.\n\n"
        "Ihre Beiträge bleiben. Ein laufender Bot hält sich sofort daran."
    ),
    "Its name or id.": "Sein Name oder seine Id.",
    "All channels, those": "Alle Kanäle, auch solche, die später entstehen.",
    "Measure the answers": (
        "Die Antworten an Fragen messen, deren Antwort bekannt ist.\n\n"
        "Jede Zeile der Datei ist ein Objekt mit einer Frage und der post_id des Beitrags, der"
        " antwortet,\noder gold, den Worten, die antworten; keines von beiden bei einer Frage ohne"
        " Antwort."
    ),
    "Read a source's messages again one by one, and count what repeated questions get.": (
        "Die Nachrichten einer Quelle eine nach der anderen noch einmal lesen, und zählen, was"
        " wiederholte Fragen bekommen."
    ),
    "Replay only the first N messages.": "Nur die ersten N Nachrichten lesen.",
    "Print N drafted questions": "Stattdessen N entworfene Fragen ausgeben, zum Verbessern.",
    "JSON Lines with": (
        "JSON Lines mit `question`, und `post_id` oder `gold`; - ist die Standardeingabe."
    ),
    "Show what is asked,": (
        "Zeigen, was gefragt und was beantwortet wird, und wie die Beiträge wachsen und wie neu"
        " sie sind."
    ),
    "Write a page": "Eine Seite mit Diagrammen in diese Datei schreiben.",
    "Set the bot up:": "Den Bot einrichten: fragen, was fehlt, es in .env schreiben und prüfen.",
    "Take the settings from": "Die Einstellungen aus dieser Datei nehmen und nichts fragen.",
    "Start every platform": (
        "Jede Plattform starten, die ein Token hat, bis sie endet oder abgebrochen wird."
    ),
    "Answer other assistants": (
        "Anderen Assistenten über das Model Context Protocol antworten, auf Standardein- und"
        " -ausgabe.\n\nOhne --audience finden sie nur, was für alle ist."
    ),
    "Also what readers": "Auch was Leser mit diesem Kennzeichen sehen; mehrfach möglich.",
    "Over HTTP on this port": "Über HTTP auf diesem Port dieses Rechners; 0 nimmt einen freien.",
}
