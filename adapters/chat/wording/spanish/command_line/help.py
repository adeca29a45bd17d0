"""What `--help` says in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP: Final[Mapping[str, str]] = {
    "Answers questions from stored posts, in the posts' own words.": (
        "Responde a preguntas con los mensajes guardados, en sus propias palabras."
    ),
    "Exit codes:": (
        "Códigos de salida: 0 hecho, 1 hecho en parte, 2 orden o pregunta incorrecta,"
        " 3 configuración, 4 índice, 5 plataforma, 70 un fallo nuestro, 130 interrumpido."
    ),
    "Copy everything to another": (
        "Copiar los mensajes y el registro a otra base, y comprobar la copia; también se quedan"
        " donde están.\n\n"
        "Se puede parar en cualquier momento: al repetirla, sigue. Los ajustes no cambian."
    ),
    "postgresql://… or a data folder.": "postgresql://… o una carpeta de datos.",
    "Check as `check` does,": (
        "Comprobar como `check`, y escribir lo que necesita quien mantiene el bot, sin secretos."
    ),
    "A file to write;": "Un archivo que escribir; no debe haber nada allí.",
    "Show the version.": "Mostrar la versión.",
    "Install completion for": "Instalar el autocompletado para este shell.",
    "Show completion for": (
        "Mostrar el autocompletado para este shell, para copiarlo o adaptarlo."
    ),
    "Bring posts in:": (
        "Traer mensajes: textos y tablas, páginas y canales web, archivos de las plataformas.\n\n"
        "El mismo archivo o carpeta, importado de nuevo, actualiza lo que cambió y quita lo que ya"
        " no está en él."
    ),
    "Files, folders, addresses;": "Archivos, carpetas, direcciones; - es la entrada estándar.",
    "Call the source this.": "Llamar así a la fuente.",
    "Who may see them:": "Quién puede verlos: una etiqueta.",
    "What a column of a table is,": (
        'Qué es una columna de una tabla, como text="¿Qué le gustó?"; puede repetirse.'
    ),
    "How a table writes dates:": (
        "Cómo escribe una tabla las fechas: `day-first` (primero el día) o `month-first`."
    ),
    "Show only what would change.": "Mostrar solo lo que cambiaría.",
    "Also what apps wrote": "También lo que escribieron aplicaciones, en exportaciones de chats.",
    "Ask nothing, even before": (
        "No preguntar nada, ni antes de que se quiten mensajes o se consulte la web."
    ),
    "Also addresses of": "También direcciones de esta máquina y de su red.",
    "Ask this one no more;": "No consultar más esta; sus mensajes se quedan.",
    "Ask the addresses again": (
        "Consultar de nuevo las direcciones importadas y traer lo que hay de nuevo.\n\n"
        "Lo que ya no muestran se queda: un canal web muestra solo lo más reciente."
    ),
    "Answer a question": (
        "Responder a una pregunta con extractos de los mensajes, con autor, fecha y enlace.\n\n"
        "En la pregunta caben filtros: from:NOMBRE in:FUENTE since:2024-09-26 until:…"
        " kind:comment"
    ),
    "The question;": "La pregunta; - lee una por línea.",
    "How many results at most.": "Cuántos resultados como máximo.",
    "One line of JSON for a program.": "Una línea de JSON para un programa.",
    "Only what readers": "Solo lo que ven los lectores con esta etiqueta; puede repetirse.",
    "Only this author's.": "Solo de este autor.",
    "Only this source.": "Solo de esta fuente.",
    "From this day on:": "Desde este día: 2024-09-26, 2024-09, ayer.",
    "Only up to this day.": "Solo hasta este día.",
    "Only `post` or `comment`.": "Solo `post` o `comment`.",
    "Show what is found": (
        "Mostrar lo que se halla antes de elegir o rechazar extractos: un mensaje por línea, el"
        " mejor primero."
    ),
    "Ask one question after": (
        "Hacer una pregunta tras otra; /help dice qué más se puede escribir."
    ),
    "Tell whether a message of a chat": (
        "Decir si un mensaje de un chat está guardado y, si no, por qué."
    ),
    "The link to a message": "El enlace a un mensaje de un chat.",
    "Show one post whole,": "Mostrar un mensaje entero, con lo que lo rodea.",
    "The id, as `ask`": "El id, como lo muestra `ask`.",
    "Open its link": "Abrir su enlace en el navegador.",
    "Embed the posts again": (
        "Calcular de nuevo los vectores donde cambió el modelo o la división."
    ),
    "Have a better model read": (
        "Hacer que un modelo mejor lea los mensajes, para mejores respuestas; puede detenerse en"
        " cualquier momento."
    ),
    "Everything, changed or not.": "Todo, haya cambiado o no.",
    "Show what is stored:": (
        "Mostrar lo que está guardado: fuentes, mensajes, modelo, novedad, tamaño."
    ),
    "JSON for a program.": "JSON para un programa.",
    "Check settings,": (
        "Revisar configuración, modelo, base, disco y chats: una línea cada uno, con el remedio."
    ),
    "Remove posts from": (
        "Quitar mensajes de la base y de todos sus archivos.\n\n"
        "Un autor y un mensaje quedan fuera cuando su archivo se importa de nuevo; una fuente"
        " puede volver."
    ),
    "All posts of this name": "Todos los mensajes de este nombre o cuenta.",
    "All posts of this source.": "Todos los mensajes de esta fuente.",
    "The post with this id.": "El mensaje con este id.",
    "Show only what would go.": "Mostrar solo lo que se quitaría.",
    "Do not ask first.": "No preguntar antes.",
    "Copy posts and ledger": (
        "Copiar mensajes y registro en una carpeta nueva, mientras el bot funciona, y comprobar"
        " las copias."
    ),
    "A folder to make;": "Una carpeta nueva; no puede haber nada ahí.",
    "Put the posts and the ledger": (
        "Restaurar los mensajes y el registro de una copia; detenga antes el bot."
    ),
    "A folder that `backup`": "Una carpeta que hizo `backup`.",
    "Replace also what is newer.": "Reemplazar también lo que es más nuevo.",
    "Print all posts": "Escribir todos los mensajes en JSONL, que lee `import`.",
    "Show what a question": (
        "Mostrar qué podría citar ahora una pregunta de alguien, o en un canal."
    ),
    "Its id on": "Su id en Discord o Slack.",
    "Follow channels of a chat": (
        "Dejar de seguir canales de un chat; sin nombre, mostrar los que se siguen.\n\n"
        "Sus mensajes se quedan. Un bot en marcha lo respeta al momento."
    ),
    "Its name or id.": "Su nombre o id.",
    "All channels, those": "Todos los canales, incluso los que se creen después.",
    "Measure the answers": (
        "Medir las respuestas con preguntas cuya respuesta se conoce.\n\n"
        "Cada línea del archivo es un objeto con una pregunta y el post_id del mensaje que"
        " responde,\no gold, las palabras que responden; ninguno de los dos en una pregunta sin"
        " respuesta."
    ),
    "Read a source's messages again one by one, and count what repeated questions get.": (
        "Releer uno a uno los mensajes de una fuente, y contar qué obtienen las preguntas"
        " repetidas."
    ),
    "Replay only the first N messages.": "Releer solo los N primeros mensajes.",
    "Print N drafted questions": "Escribir en cambio N preguntas esbozadas, para corregirlas.",
    "JSON Lines with": "JSON Lines con `question`, y `post_id` o `gold`; - es la entrada estándar.",
    "Show what is asked,": (
        "Mostrar qué se pregunta, qué tiene respuesta, y cómo crecen y qué tan recientes son los"
        " mensajes."
    ),
    "Write a page": "Escribir en este archivo una página con gráficos.",
    "Set the bot up:": (
        "Configurar el bot: preguntar lo que falta, escribirlo en .env y comprobarlo."
    ),
    "Take the settings from": "Tomar la configuración de este archivo y no preguntar nada.",
    "Start every platform": (
        "Iniciar cada plataforma que tiene un token, hasta que termine o se interrumpa."
    ),
    "Answer other assistants": (
        "Responder a otros asistentes por el Model Context Protocol, por la entrada y la salida"
        " estándar.\n\nSin --audience hallan solo lo que es para todos."
    ),
    "Also what readers": "También lo que ven los lectores con esta etiqueta; puede repetirse.",
    "Over HTTP on this port": "Por HTTP en este puerto de esta máquina; 0 toma uno libre.",
}
