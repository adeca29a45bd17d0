"""What `eval` says, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Fragen: {questions}, davon {none} ohne Antwort",
    "right_first": "richtiger Beitrag zuerst",
    "right_among": "richtiger Beitrag unter den ersten {most}",
    "reciprocal_rank": "mittlerer reziproker Rang",
    "first_excerpt": "der erste Auszug hat die Worte, die antworten",
    "first_quote": "das erste Zitat, sicher oder nicht, hat die Worte, die antworten",
    "answered": "von denen mit Antwort beantwortet",
    "refused": "von denen mit Antwort nichts zitiert, sicher oder nicht",
    "offered_right": "von denen mit Antwort und ohne Zitat der richtige Beitrag als naher genannt",
    "not_found_recall": "von denen ohne Antwort nicht sicher beantwortet",
    "offered_in_vain": "von denen ohne Antwort und ohne Zitat Beiträge als nahe genannt",
    "not_found_precision": "von den abgewiesenen ohne Antwort",
    "calibration_error": "Kalibrierfehler: Zuversicht gegen das, was so war",
    "calibration": "Zuversicht, Fragen, Anteil mit Antwort",
    "slowest": "langsamste",
    "failed": "misslungen: {count}",
    "expected": "erwartet",
    "got": "bekommen",
    "expected_nothing": "nichts: kein Beitrag antwortet",
    "unsure": "unsicher: {text}",
    "nothing_at": "nichts: abgewiesen, richtiger Beitrag an Stelle {place}",
    "nothing_found": "nichts: abgewiesen, richtiger Beitrag nicht gefunden",
    "replayed": "{messages} Nachrichten, darunter {repeats} Fragen, die schon beantwortet waren",
    "replay.known": "mit dem, wovon bekannt ist, dass es antwortete",
    "replay.alone": "nach der Rangfolge allein",
    "replay.first": "eine Nachricht, die schon antwortete, steht zuerst",
    "replay.among": "eine ist unter den ersten fünf",
    "replay.quoted": "etwas wird sicher zitiert",
    "replay.right": "davon zuerst aus einer solchen Nachricht",
    "no_source": "von {source!r} ist nichts gespeichert: `pullquote status` nennt die Quellen",
    "replay.unasked": (
        "Ungefragt wären {offered:Antwort|Antworten} angeboten worden: von {right} sagen die"
        " Antworten, dass sie passt, von {wrong}, dass eine andere passt, von {untold}"
        " nichts."
    ),
}
