"""What a report says, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT: Final[Mapping[str, str]] = {
    "title": "Was gefragt wird und was bekannt ist",
    "made": "Von Pullquote am {day} gemacht, in UTC.",
    "decimal": ",",
    "share": "{share}\N{NO-BREAK SPACE}%",
    "seconds": "{seconds}\N{NO-BREAK SPACE}s",
    "posts": "Beiträge",
    "comments": "Kommentare",
    "questions": "Fragen in Chats",
    "answered_share": "beantwortet",
    "liked": "gelobte Antworten",
    "wrong": "Antworten, die falsch genannt wurden",
    "posts_over_time": "Beiträge im Lauf der Zeit",
    "no_posts": "Kein aufbewahrter Beitrag hat ein Datum.",
    "questions_over_time": "Fragen im Lauf der Zeit",
    "answered": "beantwortet",
    "not_answered": "nicht beantwortet",
    "by_week": "Je Woche, nach ihrem Montag benannt; Fragen bleiben {days} Tage.",
    "no_questions": "In einem Chat wurde noch nichts gefragt.",
    "often": "Am häufigsten gefragt",
    "often_note": "Offen gefragt; was unter vier Augen gefragt wurde, ist oben gezählt und nicht"
    " gezeigt.",
    "question": "gestellte Frage",
    "times": "Mal",
    "answered_times": "beantwortet",
    "slow": "Die langsamsten Fragen",
    "no_times": "Wie lange eine Frage dauert, wird ab jetzt notiert.",
    "private": "(unter vier Augen gefragt)",
    "took": "dauerte",
    "day": "Tag",
    "sources": "Quellen, und wie aktuell sie sind",
    "source": "woher",
    "newest": "neuester",
    "unknown_day": "ohne Datum",
    "numbers": "Die Zahlen",
    "period": "seit",
    "written": "In {file} geschrieben, was nur du lesen kannst.",
    "no_report": "{file} gibt es schon und ist kein Bericht: nenne einen anderen Ort",
    "summary_posts": "Beiträge: {posts}; Kommentare: {comments}; neuester: {newest}",
    "summary_questions": "Fragen seit {day}: {asked}; beantwortet: {share}; gelobte Antworten:"
    " {good}, falsch genannte: {bad}",
    "summary_source": "{name} – Beiträge: {posts}; Kommentare: {comments}; neuester: {newest}",
    "summary_html": "`pullquote report --html bericht.html` schreibt eine Seite mit Diagrammen.",
    "for_chat": "Was hier gefragt wird und bekannt ist, soweit du es sehen darfst: öffne die Datei"
    " in einem Browser.",
    "in_direct": "Die Seite liegt in unseren Direktnachrichten.",
}
