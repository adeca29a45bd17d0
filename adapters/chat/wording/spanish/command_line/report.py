"""What a report says, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT: Final[Mapping[str, str]] = {
    "title": "Qué se pregunta y qué se sabe",
    "made": "Hecho por Pullquote el {day}, en UTC.",
    "decimal": ",",
    "share": "{share}\N{NO-BREAK SPACE}%",
    "seconds": "{seconds}\N{NO-BREAK SPACE}s",
    "posts": "mensajes",
    "comments": "comentarios",
    "questions": "preguntas en chats",
    "answered_share": "con respuesta",
    "liked": "respuestas que gustaron",
    "wrong": "respuestas señaladas como falsas",
    "posts_over_time": "Los mensajes en el tiempo",
    "no_posts": "Ningún mensaje guardado tiene fecha.",
    "questions_over_time": "Las preguntas en el tiempo",
    "answered": "con respuesta",
    "not_answered": "sin respuesta",
    "by_week": "Por semana, cada una por su lunes; las preguntas se guardan {days} días.",
    "no_questions": "Todavía no se ha preguntado nada en un chat.",
    "often": "Las más preguntadas",
    "often_note": "Preguntadas abiertamente; lo preguntado en privado se cuenta arriba, y no se"
    " muestra.",
    "question": "pregunta hecha",
    "times": "veces",
    "answered_times": "con respuesta",
    "slow": "Las preguntas más lentas",
    "no_times": "Cuánto tarda una pregunta se anota desde ahora.",
    "private": "(preguntada en privado)",
    "took": "tardó",
    "day": "día",
    "sources": "Las fuentes y su frescura",
    "source": "de dónde",
    "newest": "el más reciente",
    "unknown_day": "sin fecha",
    "numbers": "Los números",
    "period": "desde",
    "written": "Escrito en {file}, que solo tú puedes leer.",
    "no_report": "{file} ya existe y no es un informe: nombra otro lugar",
    "summary_posts": "Mensajes: {posts}; comentarios: {comments}; el más reciente: {newest}",
    "summary_questions": "Preguntas desde el {day}: {asked}; con respuesta: {share}; respuestas que"
    " gustaron: {good}, señaladas como falsas: {bad}",
    "summary_source": "{name} – mensajes: {posts}; comentarios: {comments}; el más reciente:"
    " {newest}",
    "summary_html": "`pullquote report --html informe.html` escribe una página con gráficos.",
    "for_chat": "Qué se pregunta y qué se sabe aquí, hasta donde puedes verlo: abre el archivo en"
    " un navegador.",
    "in_direct": "La página está en nuestros mensajes directos.",
}
