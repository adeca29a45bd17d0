"""What stands around the help of the command line, and what was typed wrongly, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

USAGE: Final[Mapping[str, str]] = {
    "usage": "Uso: ",
    "options": "Opciones",
    "arguments": "Argumentos",
    "commands": "Órdenes",
    "metavar_options": "[OPCIONES]",
    "metavar_command": "ORDEN [ARGUMENTOS]...",
    "type_str": "TEXTO",
    "type_int": "NÚMERO",
    "type_path": "RUTA",
    "help": "Mostrar esta ayuda.",
    "required": "necesario",
    "default": "por defecto: {value}",
    "see_help": "`{command} -h` dice qué se puede escribir.",
    "no_option": "No hay ninguna opción {name}.",
    "no_option_near": "No hay ninguna opción {name}: ¿quiso decir {near}?",
    "no_command": "No hay ninguna orden {name}.",
    "no_command_near": "No hay ninguna orden {name}: ¿quiso decir {near}?",
    "no_command_given": "Falta una orden.",
    "missing": "Falta {name}.",
    "no_value": "{name} necesita un valor detrás.",
    "no_value_taken": "{name} no admite ningún valor.",
    "too_much": "Esto sobra: {name}. Lo que tiene espacios va entre comillas.",
    "wrong_value": "{name}: {problem}.",
    "no_number": "hace falta un número entero",
    "too_small": "lo mínimo es {limit}",
    "too_large": "lo máximo es {limit}",
    "empty": "está vacío (¿una variable sin definir?): {remedy}",
    "empty_option": "omita la opción, o dele un valor",
    "empty_audience": "nombre un público, o `everyone`",
    "empty_path": "nombre un archivo o una carpeta, o `.` para esta",
    "no_column": "{value} no es NOMBRE=COLUMNA, con NOMBRE uno de {known}",
    "no_order": "{value} no es ni day-first ni month-first",
    "forget_what": "dé --author, --source o --post, y solo uno de ellos",
    "folder_there": "{path} ya existe: nombre una carpeta que no exista",
    "audit_whom": "nombre una cuenta o un canal por su id, como 1234567 o C0AB12",
    "stopped": "Interrumpido.",
    "fault": "Un fallo nuestro, error {error_id}: por favor, comuníquelo.",
    "no_platform": "No hay ninguna plataforma configurada: dé DISCORD_TOKEN, o SLACK_BOT_TOKEN y"
    " SLACK_APP_TOKEN (`pullquote setup` los pide). `pullquote chat` responde aquí.",
    "serving": "En servicio: {names}. Ctrl-C lo termina.",
    "and": " y ",
    "left": "queda",
    "importing": "Importación",
    "refining": "Lectura",
    "embedding": "Cálculo",
    "unit_posts": "mensajes",
    "asking": "Preguntas",
    "unit_questions": "preguntas",
    "unit_passages": "pasajes",
    "by_words": "palabras",
    "by_meaning": "sentido",
    "by_post": "mensaje",
}
