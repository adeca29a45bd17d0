"""What commands and their options are described as in chats, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.wording.german.chats.offers import OFFER_COMMANDS
from adapters.chat.wording.german.chats.workspace_settings import SETTINGS_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

SLASH_COMMANDS: Final[Mapping[str, str]] = {
    "ask": "Eine Frage aus den aufbewahrten Beiträgen beantworten, in deren Worten",
    "ask.question": "Was möchtest du wissen?",
    "ask.person": "Nur, was dieses Mitglied geschrieben hat",
    "ask.channel": "Nur, was in diesem Kanal geschrieben wurde",
    "ask.from": "Nur, was diese Person geschrieben hat",
    "ask.in": "Nur aus dieser Quelle",
    "ask.since": "Nicht älter als dieser Tag: 2024-09-26",
    "ask.until": "Nicht neuer als dieser Tag: 2024-09-26",
    "ask.kind": "Nur Beiträge, oder nur Kommentare",
    "ask.twice": "{name}: steht hier zweimal: lass eins von beiden stehen.",
    "ask.private": "Die Antwort nur mir zeigen",
    "help": "Was ich kann, und wie",
    "menu.related": "Ähnliche Beiträge finden",
    "menu.earlier": "Frühere Antworten auf so etwas",
    "menu.answer": "Als Antwort markieren",
    "menu.pin": "Als Antwort anheften",
    "menu.fate": "Ist das gespeichert?",
    "menu.person": "Beiträge dieser Person",
    "forget-me": "Meine Beiträge entfernen und nie wieder aufbewahren",
    "posts": "Sich um die aufbewahrten Beiträge kümmern",
    "posts.watch": "Die Nachrichten eines Kanals aufbewahren, alte und neue",
    "posts.unwatch": "Einem Kanal nicht mehr folgen",
    "posts.import": "Beiträge aus einer Datei oder einem Archiv holen",
    "posts.reindex": "Die Vektoren nach einem Wechsel des Modells neu berechnen",
    "posts.status": "Was aufbewahrt ist, und wie aktuell",
    "posts.report": "Was gefragt und beantwortet wird, als Seite mit Diagrammen nur für dich",
    "posts.unanswered": "Fragen, die nichts beantwortet hat",
    "posts.ratings": "Wie Antworten bewertet wurden, mit den Worten unter 👎 und dem Zitierten",
    "posts.why": "Warum ein Kanal hier nicht zitiert wird, und wer im Weg steht",
    **SETTINGS_COMMANDS,
    **OFFER_COMMANDS,
    "posts.forget": "Die Beiträge einer Person, eine Quelle oder einen Beitrag entfernen",
    "watch.channel": "Welcher Kanal, oder welche Kategorie",
    "watch.more": "Weitere Kanäle, als Erwähnung: #eins #zwei",
    "watch.public": "Alle öffentlichen Kanäle",
    "watch.later": "Auch die, die später entstehen",
    "watch.bots": "Auch aufbewahren, was Bots, Webhooks und Workflows dort schreiben",
    "unwatch.channel": "Welcher Kanal: Name, Erwähnung oder Id",
    "unwatch.all": "Alle Kanäle, die hier verfolgt werden",
    "why.channel": "Der Kanal, der hier nicht zitiert wird",
    "import.file": "Text, Markdown, JSONL, CSV oder ein Archiv",
    "import.source": "Wie die Quelle heißen soll",
    "import.dry_run": "Nur zeigen, was sich ändern würde",
    "forget.person": "Alles von dieser Person: ein Name oder eine Erwähnung",
    "forget.source": "Alles aus dieser Quelle",
    "forget.post": "Der Link oder die Id eines Beitrags",
}
