"""What is said of one message: whether it is stored, and why it is not, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FATES: Final[Mapping[str, str]] = {
    "stored": "Gespeichert, in {passages:Abschnitt|Abschnitten}, lesbar für {readers}.",
    "everyone": "alle",
    "readers": "alle, die {source} lesen dürfen",
    "forgotten": (
        "Nicht gespeichert: Es, oder alles von seinem Autor, wurde vergessen und wird nie"
        " wieder gespeichert."
    ),
    "deleted": (
        "Nicht gespeichert: Es wurde im Kanal gelöscht, durch 🚫 herausgehalten oder seither"
        " entfernt."
    ),
    "not_watched": "Nicht gesehen: Der Kanal wird nicht verfolgt. /posts watch nimmt ihn auf.",
    "lost": (
        "Nicht gesehen: Ich kann den Kanal nicht lesen ({error}). Lass mich dort wieder hinein."
    ),
    "unread": (
        "Noch nicht gesehen: Der Kanal ist erst bis zu einer späteren Nachricht zurück"
        " gelesen. /posts watch fährt damit fort."
    ),
    "later": (
        "Noch nicht gesehen: Es ist neuer als das, was vom Kanal gelesen wurde. Es wird"
        " binnen eines Tages gelesen, mit /posts watch sofort."
    ),
    "unknown": (
        "Nicht gespeichert, obwohl der Kanal darüber hinaus gelesen wurde: ausgelassen oder"
        " verpasst. /posts status zählt, was ausgelassen wird; /posts watch liest den Kanal"
        " noch einmal."
    ),
    "bot_messages": (
        "Ausgelassen: Eine App hat es geschrieben. /posts watch mit bots behält, was Apps"
        " schreiben."
    ),
    "notices": (
        "Ausgelassen: Es ist ein Hinweis des Chats, etwa auf einen Beitritt, und niemand hat"
        " es geschrieben."
    ),
    "kept_out": "Ausgelassen: Der Autor oder das Thema des Kanals hält es durch 🚫 heraus.",
    "wordless": "Ausgelassen: Es hat keine Worte.",
    "question": "Ausgelassen: Es fragt mich etwas, oder ich habe es geschrieben.",
    "no_link": (
        "{link} ist kein Link zu einer Nachricht von Discord oder Slack: Kopiere den Link aus"
        " dem Menü der Nachricht."
    ),
}
