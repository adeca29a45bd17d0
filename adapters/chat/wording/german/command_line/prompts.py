"""What `chat` says beside its answers, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "jn",
    "welcome": "Frage, was die Beiträge wissen. /help sagt, was sonst geht; Strg-D beendet.",
    "help": (
        "/more      die nächsten Auszüge der letzten Antwort\n"
        "/open 2    den Link von Auszug 2 öffnen\n"
        "/why       wie die letzte Antwort gefunden wurde\n"
        "/from NAME nur, was NAME geschrieben hat, bis zu /from allein\n"
        "/quit      beenden; auch Strg-D und Strg-C\n"
        'Filter in einer Frage: from:ada from:"Ada Lovelace" in:news since:2024-09 kind:comment;'
        " Tab ergänzt sie."
    ),
    "ask_something": "Frag mich etwas, worauf die Beiträge antworten können.",
    "small_talk": "Frag mich etwas, das die Beiträge wissen können; /help sagt, was geht.",
    "more": "{count} weitere: /more",
    "no_more": "Das war alles.",
    "searching": "Suche…",
    "no_answer": "Frage zuerst etwas.",
    "no_excerpt": "Die letzte Antwort hat keinen Auszug {number}.",
    "no_link": "Auszug {number} hat keinen Link, den ein Browser öffnet; er steht in {id}.",
    "no_browser": "Es ließ sich kein Browser starten: öffne {url} selbst.",
    "opened": "Öffne {url}",
    "from_still": "Gesucht wird nur, was {name} schrieb: /from allein hebt das auf.",
    "from": "Nur, was {name} geschrieben hat; /from allein hebt das auf.",
    "from_all": "Was alle geschrieben haben.",
    "unknown": "{typed} kenne ich nicht: /help sagt, was geht.",
}
