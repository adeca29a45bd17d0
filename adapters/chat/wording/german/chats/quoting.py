"""What is said of where posts may be quoted, and of answers that go, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTING: Final[Mapping[str, str]] = {
    "cited": "„{words}“",
    "together": (
        "Weitere Beiträge nennen {name} neben anderen und bleiben: {authors}. Um auch sie"
        " zu entfernen, gib alle ihre Namen als Person an."
    ),
    "nothing_by": "Von {name} finde ich nichts, was das beantwortet.",
    "none_readable": "Es gibt noch keine Beiträge, die du lesen darfst.",
    "withheld.guests": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil Gäste"
        " mitlesen: Drück auf „{button}“."
    ),
    "withheld.outsiders": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil Leute aus"
        " anderen Workspaces mitlesen: Drück auf „{button}“."
    ),
    "withheld.others": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil nicht alle"
        " hier sie lesen dürfen: Drück auf „{button}“."
    ),
    "withheld.elsewhere": (
        "Beiträge beantworten „{question}“, aber ich darf sie in {channel} nicht zitieren, weil"
        " nicht alle dort sie lesen dürfen: Drück auf „{button}“."
    ),
    "withheld.age": (
        "Beiträge beantworten „{question}“, aber ich darf sie hier nicht zitieren, weil sie eine"
        " Altersbeschränkung haben: Frag mich in einer Direktnachricht."
    ),
    "withheld.age_elsewhere": (
        "Beiträge beantworten „{question}“, aber ich darf sie in {channel} nicht zitieren, weil sie"
        " eine Altersbeschränkung haben: Drück auf „{button}“."
    ),
    "nothing_stored": "Von {channel} ist nichts gespeichert: /posts watch nimmt es auf.",
    "nothing_yet": "{channel} wird verfolgt, aber noch ist nichts davon gespeichert.",
    "open": "Alle, die hier lesen, dürfen {channel} lesen: Seine Beiträge werden hier zitiert.",
    "closed": "Was in {channel} steht, wird hier nicht zitiert:",
    "everyone": "• Mitglieder ohne Rolle sehen diesen Kanal, ihnen fehlt aber dort „{needed}“.",
    "role": "• Wer die Rolle {names} hat, sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "pair": "• Wer beide Rollen hat ({names}), sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "member": "• {names}: sieht diesen Kanal, dort fehlt aber „{needed}“.",
    "history": "• Nicht alle, die ihn sehen, dürfen seinen Verlauf lesen, sondern nur Neues.",
    "age_restricted": "• Er hat eine Altersbeschränkung, dieser Kanal nicht.",
    "private": "• Er ist privat: Er wird nur dort zitiert, und seinen Mitgliedern allein.",
    "guests": "• Hier lesen Gäste mit: {names}.",
    "outsiders": "• Hier lesen Leute aus anderen Workspaces mit.",
    "unknown": "• Ich kann nicht herausfinden, wer hier mitliest.",
    "more": "{names} und {count} weitere",
    "remedy": "Sie müssen {channel} lesen können oder diesen Kanal nicht sehen.",
    "needed.view_channel": "Kanal ansehen",
    "needed.read_message_history": "Nachrichtenverlauf anzeigen",
    "needed.connect": "Verbinden",
    "why_searched": (
        "Gesucht in {posts:Beitrag, den alle hier lesen dürfen|Beiträgen, die alle hier lesen"
        " dürfen} ({passages:Abschnitt|Abschnitte}), zuletzt geändert {when}."
    ),
    "take_away": "Wegnehmen",
    "not_yours": "Nur wer gefragt hat, kann diese Antwort wegnehmen.",
    "correcting": (
        "Meine Antworten, die es zitieren, werden berichtigt: {count}. Ich sage, wenn es fertig"
        " ist."
    ),
    "corrected": "Alle meine Antworten, die es zitierten, sind berichtigt.",
    "what_of": "{title}?",
}
