"""What is said in Spanish: here, and in `chats/`, `command_line/` and `refusals/`."""

from __future__ import annotations

from typing import Final

from adapters.chat.unread_channels import reasons
from adapters.chat.wording.spanish.chats.commands import SLASH_COMMANDS
from adapters.chat.wording.spanish.chats.marked_answers import ANSWERING
from adapters.chat.wording.spanish.chats.message_fates import FATES
from adapters.chat.wording.spanish.chats.offers import OFFERING
from adapters.chat.wording.spanish.chats.open_questions import OPEN_QUESTIONS
from adapters.chat.wording.spanish.chats.quoting import QUOTING
from adapters.chat.wording.spanish.chats.ratings import RATINGS
from adapters.chat.wording.spanish.chats.refused_questions import MENDING
from adapters.chat.wording.spanish.chats.watching import WATCHING
from adapters.chat.wording.spanish.chats.workspace_settings import SETTINGS
from adapters.chat.wording.spanish.command_line.chat_checks import CHAT_CHECKS
from adapters.chat.wording.spanish.command_line.evaluation import EVALUATION
from adapters.chat.wording.spanish.command_line.help import HELP
from adapters.chat.wording.spanish.command_line.posts import COMMANDS
from adapters.chat.wording.spanish.command_line.posts_on_a_server import SERVER
from adapters.chat.wording.spanish.command_line.prompts import PROMPT
from adapters.chat.wording.spanish.command_line.question_files import QUESTION_FILES
from adapters.chat.wording.spanish.command_line.report import REPORT
from adapters.chat.wording.spanish.command_line.setting_up import SETUP
from adapters.chat.wording.spanish.command_line.upkeep import UPKEEP
from adapters.chat.wording.spanish.command_line.usage import USAGE
from adapters.chat.wording.spanish.problems import PROBLEMS
from adapters.chat.wording.spanish.refusals import LIBRARY_WORDS, REFUSAL_TERMS, REFUSALS
from adapters.chat.wording.spanish.refusals.left_out import IN_CHATS, LEFT_OUT
from adapters.chat.wording.wording_type import Wording

SPANISH: Final = Wording(
    language="es",
    nothing_found="Nada en los mensajes responde a eso.",
    nothing_in_filters="Nada responde a eso con estos filtros: prueba sin ellos.",
    nothing_more="Los mensajes no dicen más que lo que está citado arriba.",
    nearest="Los más cercanos:",
    unsure="No estoy seguro de que esto responda, pero es lo más cercano:",
    narrowed="Limitado a {filters}, según la pregunta. Añade from:anyone para buscar en todo.",
    unknown_author="autor desconocido",
    age="{age} cuando se copió",
    post="mensaje",
    comment="comentario",
    around={
        "above": "Comenta",
        "before": "Justo antes",
        "after": "Justo después",
        "comments": "Comentarios",
    },
    prompt=PROMPT,
    quoting=QUOTING,
    answering=ANSWERING,
    offering=OFFERING,
    fates=FATES,
    command_line=COMMANDS,
    setting_up=SETUP,
    upkeep={**UPKEEP, **SERVER},
    evaluation=EVALUATION,
    usage=USAGE,
    chat_checks={**CHAT_CHECKS, **reasons(WATCHING)},
    question_files=QUESTION_FILES,
    help_texts=HELP,
    report=REPORT,
    languages={"en": "en inglés", "fr": "en francés", "es": "en español", "de": "en alemán"},
    page="{page} de {pages}",
    welcome="Pregunta lo que saben los mensajes. Una línea vacía o Ctrl-D termina.",
    mend=MENDING,
    ratings=RATINGS,
    open_questions=OPEN_QUESTIONS,
    failed="Algo ha fallado por nuestra parte (error {error_id}).",
    unusable=(
        "Lo que guardo no se puede usar ahora mismo: quien me administra encuentra el motivo en el"
        " registro (error {error_id})."
    ),
    not_readable="no se ha podido leer",
    unavailable={
        "IndexMissing": "Todavía no hay mensajes que pueda citar aquí: un administrador puede"
        " traerlos con /posts watch o /posts import.",
        "IndexLocked": "Los mensajes se están escribiendo ahora: inténtalo más tarde.",
        "RemovalOwed": "Los mensajes se han eliminado, pero todavía no de los archivos del disco:"
        " repite la misma orden más tarde.",
        "LedgerBusy": "Lo que se recuerda se está escribiendo ahora: repite la misma orden más"
        " tarde.",
        "NotWatched": "el canal no se sigue, o no puedo verlo: /posts watch lo retoma.",
        "ChannelClosed": "{platform} no me deja leerlo ({reason}). Déjame ver el canal y su"
        " historial, y usa de nuevo /posts watch.",
        "FileElsewhere": "{name} está guardado fuera de {platform}: comparte el propio archivo.",
        "FileClosed": "{platform} no me deja leer {name}: envíamelo directamente.",
        "FileNotTaken": "{platform} no acepta archivos míos sin el permiso «{right}»: dámelo y"
        " vuelve a pedirlo.",
    },
    expired="Esa pregunta ya no se conserva: hazla de nuevo.",
    asked_in_vain="Me interrumpieron con esa pregunta: hazla de nuevo, por favor.",
    corrected="Corregido: un mensaje citado aquí se ha cambiado o eliminado.",
    withdrawn="eliminado por su autor",
    gone="ya no está aquí",
    how_to_ask=(
        "Pregúntame algo: respondo con los mensajes guardados aquí, palabra por palabra, con autor,"
        " fecha y enlace. Mencióname, escríbeme directamente o usa /ask."
    ),
    how_to_command=(
        "Para usar un comando como /posts status, empieza un mensaje vacío con / y elígelo en la"
        " lista; en un mensaje dirigido a mí no es más que texto."
    ),
    searching="está buscando…",
    answered_in_private="Allí no puedo escribir, así que aquí va la respuesta a «{question}».",
    open_post="Abrir el mensaje {number}",
    more="Más",
    back="Atrás",
    share="Compartir en el canal",
    only_me="Solo para mí",
    why="¿Por qué esta respuesta?",
    shared_by="{name} preguntó: «{question}»",
    withheld="No se muestra, porque no todos aquí pueden leerlo: {count}.",
    nothing_shared="No se ha compartido: no todos aquí pueden leer alguna parte.",
    beyond="{count} más, que solo tú puedes ver:",
    nothing_beyond="No ves nada más sobre esto que los demás aquí.",
    thanks="Gracias, anotado.",
    wrong_title="¿Qué estaba mal?",
    wrong_label="¿Qué esperabas encontrar?",
    why_searched=(
        "He buscado en {posts:mensaje que puedes leer|mensajes que puedes leer}"
        " ({passages:pasaje|pasajes}), último cambio {when}."
    ),
    why_found="{number}: encontrado {how}.",
    why_not_found="Ningún pasaje era lo bastante cercano para citarlo.",
    why_context="Leída después de la pregunta anterior: «{question}»",
    why_filters="Limitado a {filters}.",
    found_by={
        "words": "por sus palabras",
        "meaning": "por su sentido",
        "post": "por el mensaje que comenta",
        "question": "por la pregunta a la que responde",
    },
    related="Mensajes parecidos a ese:",
    by_person="Mensajes de {name}:",
    nothing_by_person="No hay nada de {name} que puedas leer.",
    settings=SETTINGS,
    commands=SLASH_COMMANDS,
    help=(
        "Respondo con las palabras de los mensajes guardados, con autor, fecha y enlace.\n"
        "• Mencióname con una pregunta, escríbeme directamente o usa `/ask`.\n"
        "• Responde a una de mis respuestas para seguir: «¿y quién lo sustituyó?»\n"
        '• Limita: `from:ada in:#news since:2024-09-26 kind:comment`, `from:"Ada Lovelace"`.\n'
        "• `/ask` puede responderte solo a ti; comparte después la respuesta si quieres.\n"
        "• `/forget-me` elimina tus propios mensajes.\n"
        "Nadie ve a través de mí lo que no puede leer por sí mismo."
    ),
    admins_only="Solo quienes pueden administrar los mensajes aquí pueden hacer eso.",
    servers_only="Eso funciona solo en un servidor o espacio de trabajo.",
    watching=WATCHING,
    import_offer="¿Importar {name}?",
    importing="Importando {name}",
    reading="Leyendo {name}",
    embedding="Calculando los vectores",
    remaining=" · faltan {time}",
    finished=(
        "Hecho: {new:nuevo|nuevos}, {changed:cambiado|cambiados}, {unchanged} sin cambios,"
        " {removed:eliminado|eliminados}, {refused:rechazado|rechazados}."
    ),
    left_out="{left_out:omitido, olvidado o eliminado|omitidos, olvidados o eliminados} antes.",
    parts={
        "page": "página tras un enlace",
        "forwarded": "reenviado",
        "mail": "correo",
        "file": "documento adjunto",
    },
    columns_read="Columnas leídas: {kinds}.",
    column_kinds={
        "author_column": "autor en {name}",
        "date_column": "fecha en {name}",
        "title_column": "título en {name}",
    },
    left_out_of_files="Omitido de su contenido: {kinds}.",
    left_out_kinds=LEFT_OUT,
    left_out_in_chats=IN_CHATS,
    cancelled=(
        "Detenido. Guardado hasta ahora: {new:nuevo|nuevos}, {changed:cambiado|cambiados}."
        " No se ha perdido nada."
    ),
    interrupted="Interrumpido: sigue en cuanto yo vuelva.",
    would_be=(
        "Todavía no se ha guardado nada. Sería: {new:nuevo|nuevos}, {changed:cambiado|cambiados},"
        " {unchanged} sin cambios, {removed:eliminado|eliminados},"
        " {refused:rechazado|rechazados}."
    ),
    would_remove=(
        "Un archivo anterior con este nombre tenía {removed:mensaje que no está|mensajes que no"
        " están} en este. ¿Es una versión más nueva de ese archivo, u otro archivo?"
    ),
    go_on_removing="Importar y eliminar {removed}",
    go_on_adding="Importar sin eliminar nada",
    go_on="Importar",
    offer_is_over="Eso ya pasó: envía el archivo de nuevo.",
    dry_run_choice="Qué hacer",
    dry_run_no="Importar; preguntar antes de eliminar",
    dry_run_yes="Mostrar solo lo que cambiaría",
    job_failed="Ha fallado: {problem}",
    cancel="Cancelar",
    too_large="{name} tiene {size} MB: aquí {most} MB son el máximo. Usa `pullquote import`.",
    not_fetched="{name} no se pudo descargar o ya no existe: envíalo de nuevo.",
    already_running="Eso ya está en marcha.",
    refused_in={
        "file": "{file}: {problem}",
        "line": "{file}, línea {number}: {problem}",
        "row": "{file}, fila {number}: {problem}",
        "entry": "{file}, entrada {number}: {problem}",
    },
    refusals=REFUSALS,
    refusal_terms=REFUSAL_TERMS,
    library_words=LIBRARY_WORDS,
    library_place="línea {line}, columna {column}",
    problems=PROBLEMS,
    thousands=".",
    status_nothing="Todavía no hay mensajes: /posts watch o /posts import los trae.",
    status_source=(
        "{name}: {posts:mensaje|mensajes}, {comments:comentario|comentarios},"
        " el más reciente {newest}, el más antiguo {oldest}"
    ),
    status_total=("{posts:mensaje|mensajes} en {passages:pasaje|pasajes}, último cambio {when}."),
    status_import="archivo {name}: {left_out}",
    status_channel="{name}: indexado hasta {when}",
    status_never_read="{name}: todavía sin leer",
    status_error="{name}: {error}",
    status_refining="Las respuestas mejoran: {share} de los pasajes se han releído{rest}.",
    status_unrefined="`pip install 'pullquote[e5]'` junto al bot da mejores respuestas.",
    unanswered="Sin respuesta:",
    unanswered_none="Cada pregunta encontró su respuesta.",
    unanswered_item="«{question}» (personas que la hicieron: {times})",
    answer="Responder",
    dismiss="Descartar",
    answer_title="Responder",
    answer_label="Tu respuesta será un mensaje",
    answer_given="{name} respondió a tu pregunta «{question}»:",
    answer_kept=(
        "Gracias: ya es un mensaje, y {count:persona que preguntó lo sabe|personas que preguntaron"
        " lo saben}."
    ),
    answer_for="Quién puede leer tu respuesta: {readers}.",
    readers_server="todos los miembros de este servidor",
    readers_workspace="todos los miembros plenos de este espacio, sin los invitados",
    told_here="Avisados en {place}: {names}.",
    told_directly="Avisados directamente: {names}.",
    told_if_allowed="Se avisa a quien preguntó, si puede leerla.",
    not_told_hidden="Sin avisar, porque no pueden leerla: {count}.",
    not_told_unreachable="Sin avisar, porque no se les puede escribir: {count}.",
    dismissed="Descartada.",
    send="Enviar",
    close="Cerrar",
    ask_title="Preguntar",
    import_title="Importar mensajes",
    import_for="Quién puede ver los mensajes, salvo los que el archivo reserva a menos gente",
    for_members="Todos los miembros plenos de este espacio",
    for_channel="Solo los miembros de este canal",
    for_everyone="Todos los que pueden preguntarme",
    your_questions="Tus últimas preguntas",
    no_questions="Todavía no me has preguntado nada.",
    suggestions="Pregúntame por uno de estos temas, o por cualquier otro:",
    forget_what="Nombra una persona, una fuente o un mensaje.",
    forget_which="Varias personas se llaman {name}. Menciona una: {accounts}",
    forget_nothing="Aquí no hay nada de {what}.",
    forget_confirm="Esto elimina {count:mensaje|mensajes} de {what} de todo lo que guardo.",
    forget_no_post="{what}: este mensaje no está guardado aquí.",
    forget_post_confirm="Esto elimina {what} ({count:mensaje|mensajes}) de todo lo que guardo.",
    forget_me_confirm=(
        "Esto elimina lo que escribiste ({count:mensaje|mensajes}) y lo que preguntaste;"
        " no se volverá a guardar ningún mensaje tuyo, y lo que preguntes desde ahora no estará en"
        " ninguna lista y se olvidará en dos días."
    ),
    forget="Eliminar",
    forgotten="Eliminados: {count}.",
    forgotten_me=(
        "Hecho: {count:mensaje eliminado|mensajes eliminados}, y no se volverá a guardar ningún"
        " mensaje tuyo. Lo que preguntes desde ahora no estará en ninguna lista y se olvidará en"
        " dos días."
    ),
    still_quoted=(
        "Respuestas mías que ahora no puedo cambiar: {count}. Lo intento hasta que pueda."
    ),
    kept="No se ha eliminado nada.",
)
