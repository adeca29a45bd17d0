"""What is said of the settings of a server or workspace, and of its digest, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final[Mapping[str, str]] = {
    "title": "Einstellungen hier",
    "answers_in": "Ich antworte offen: {value}",
    "quiet_in": "Stille Kanäle: {value}",
    "goes_on": "Threads gehen weiter: {value}",
    "language": "Meine Sprache: {value}",
    "admins": "Betreut von den Admins hier, und von: {value}",
    "keep_days": "Fragen werden aufbewahrt: {value}",
    "digest_in": "Wöchentliche Übersicht unbeantworteter Fragen: {value}",
    "trusted": "Wem ich glaube, was geantwortet hat: {value}",
    "helps_in": "Ungefragt angebotene Antworten: {value}",
    "trust.now": (
        "Ab jetzt verlässlich: {value}. Ihr ✅ an einer Antwort und „{menu}“"
        " sagen, was geantwortet hat."
    ),
    "trust.stopped": (
        "Nicht mehr verlässlich: {value}. Was sie dadurch markierten, ist zurückgenommen."
    ),
    "trust.how": (
        "/posts trust @gruppe @person verlässt sich auf sie, /posts trust off @gruppe nicht mehr."
    ),
    "trust.unknown": (
        "Auf „{value}“ kann hier niemand bauen: nenne eine Rolle, eine Gruppe oder eine Person."
    ),
    "everywhere": "in jedem Kanal",
    "none": "keine",
    "nobody": "niemandem sonst",
    "without_mention": "ohne Erwähnung",
    "with_mention": "nur mit Erwähnung",
    "reader": "die dessen, der liest oder fragt",
    "days": "{count:Tag|Tage}",
    "kept_as_all": "so lange, wie der will, der mich betreibt",
    "hidden": "ein Kanal, den du nicht liest",
    "saved": "Das gilt von jetzt an.",
    "all": "alles",
    "how": "Ändere eine mit den Optionen von /posts settings; die Option reset setzt eine zurück.",
    "how_form": (
        "Ändere sie mit dem Formular von /posts settings; /posts settings reset setzt alle zurück."
    ),
    "unknown": "„{value}“ ist hier kein Kanal und keine Person: schreibe #Kanal oder @Person.",
    "not_written": "In {channel} darf ich nicht schreiben: lass mich hinein und wähle noch einmal.",
    "shown_by_owner": (
        "Wen du genannt hast, sieht /posts, sobald der Besitzer es zeigt: Servereinstellungen,"
        " Integrationen."
    ),
    "no_member": (
        "{person} ist kein volles Mitglied dieses Workspace: Gäste, Leute von außerhalb"
        " und Bots können sich nicht um die Beiträge kümmern."
    ),
    "unknown_name": "Es gibt keine Einstellung „{value}“: nenne eine von {known}.",
    "no_days": (
        "„{value}“ ist keine Zahl von Tagen zwischen 1 und {most}: Schreibe eine, etwa 30, oder"
        " lass das Feld leer, um Fragen so lange aufzubewahren, wie mein Betreiber es vorsieht."
    ),
    "quiet": "In diesem Kanal antworte ich nicht: frag mich direkt, oder mit /ask, nur für dich.",
    "digest_lost": (
        "ich darf die wöchentliche Übersicht dort nicht schreiben: "
        "wähle mit /posts settings einen anderen Kanal, oder lass mich dort schreiben."
    ),
    "digest_lost_in": "Der Kanal der wöchentlichen Übersicht – {lost}",
    "digest": "Seit der letzten Übersicht gefragt, und von nichts beantwortet:",
    "digest_more": "Weitere solche Fragen, die hier alle sehen dürfen: {count}.",
    "digest_how": "Ein Admin beantwortet sie mit /posts unanswered.",
}

SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Wie ich mich hier verhalte: wo ich antworte, Sprache, Admins, Übersicht",
    "posts.pinned": "Die Antworten, die Admins an Fragen hefteten, und wie man sie abnimmt",
    "posts.trust": "Wessen ✅ sagt, welche Nachricht antwortete: eine Rolle oder Person",
    "trust.who": "Die Rolle oder Person",
    "trust.stop": "Sich nicht mehr auf sie verlassen und zurücknehmen, was sie dadurch markierten",
    "settings.answers_in": "Offen nur in diesen Kanälen antworten: #eins #zwei",
    "settings.quiet_in": "In diesen Kanälen still sein: #eins #zwei",
    "settings.goes_on": "Fragen in meinen Threads ohne Erwähnung annehmen",
    "settings.language": "Die Sprache meiner eigenen Worte",
    "settings.admins": "Wer die Beiträge neben den Admins betreut: @eins @zwei",
    "settings.keep_days": "Wie viele Tage Fragen aufbewahrt werden",
    "settings.digest_in": "Wo jede Woche stehen soll, was nichts beantwortet hat",
    "settings.reset": "Eine auf den Anfang zurücksetzen, oder alles",
}
