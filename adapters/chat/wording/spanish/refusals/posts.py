"""Why a line, or one post of a file, is refused, in Spanish."""

from __future__ import annotations

from typing import Final

POSTS: Final = {
    # What a post needs.
    "empty_text": "el texto está vacío: escribe uno o deja fuera este mensaje",
    "no_text": "aquí no hay 'text', solo {columns}: añádelo",
    "no_text_of_many": "aquí no hay 'text', solo {columns} y {more} más: añádelo",
    "no_text_at_all": "aquí no hay 'text' ni nada más: añádelo",
    "empty_audience": "audience: está vacío: nombra una audiencia o quita la clave",
    "own_parent": "parent_id: un mensaje no puede comentarse a sí mismo: nombra otro",
    "mistyped": "{column}: {value} es {type}: escríbelo como texto entre comillas",
    "too_long_value": "{column}: tiene más de {most:,} caracteres: acórtalo",
    "half_character": (
        "{column}: {half} es medio carácter y no se puede guardar: escríbelo entero"
    ),
    "not_a_date": (
        "posted_at: {text!r} no es una fecha: escríbela como 2024-09-26 o 2024-09-26T14:03:00+02:00"
    ),
    "date_out_of_range": "posted_at: {text!r} es anterior al año 1 o posterior al 9999 en UTC",
    "nameless_id": "el id {id!r} no es un ámbito, dos puntos y un nombre",
    "taken": "su id {id!r} ya lo tiene la línea {first}: dale otro",
    "taken_elsewhere": "su id {id!r} ya está en {where}: dale otro",
    "others_post": "{id} es de otros lectores",
    # JSON Lines.
    "json_feed": ("es un JSON Feed, que no se lee: da el canal RSS o Atom del mismo sitio"),
    "one_document": "es un solo documento JSON: escribe un objeto por línea (JSON Lines)",
    "line_not_json": (
        "esto no es JSON válido ({reason}, en el carácter {at}): corrígelo o déjalo fuera"
    ),
    "line_not_read": (
        "esta línea no es JSON válido: obtén la exportación de nuevo o deja fuera la línea"
    ),
    "line_long_number": (
        "esta línea tiene un número con demasiadas cifras: corrígelo o déjalo fuera"
    ),
    "line_too_deep": "esta línea está anidada a demasiada profundidad: corrígela o déjala fuera",
    "not_an_object": 'esto no es un objeto: escribe {{"text": "…"}}, un objeto por línea',
    "too_long_line": "esta línea ocupa más de {most} MB: acórtala o divídela",
    # Tables.
    "no_text_column": "no hay columna 'text', solo {columns}: nombra la que lo tiene",
    "no_text_column_of_many": (
        "no hay columna 'text', solo {columns} y {more} más: nombra la que lo tiene"
    ),
    "no_columns": "no hay columna 'text' ni ninguna otra: nombra la que lo tiene",
    "two_text_columns": "hay dos columnas 'text': dale otro nombre a una",
    "wide_row": (
        "esta fila tiene {cells} celdas, pero la cabecera tiene {width}: pon entre comillas dobles"
        " el texto que lleva el separador"
    ),
    "open_quote": (
        "aquí se abren unas comillas dobles que no se cierran: ciérralas, o dóblalas dentro de un"
        " texto"
    ),
    "broken_row": (
        "esta fila no se puede leer ({reason}): pon el texto entre comillas dobles, y dobla las"
        " comillas que lleve dentro"
    ),
    "no_list_fits": (
        "no se sabe de ninguna de sus listas ({lists}) que contenga palabras: en la línea de"
        " comandos da `--column text=NOMBRE`, o guarda la lista correcta sola, como [ … ], en"
        " un archivo"
    ),
    "several_lists": (
        "varias de sus listas pueden contener los mensajes ({lists}): en la línea de comandos"
        " da `--column text=NOMBRE` con un nombre que solo tenga una de ellas, o guarda la"
        " correcta sola, como [ … ], en un archivo"
    ),
    "list_within": (
        "sus mensajes están en la lista {column!r} que contiene: guarda esa lista sola, como ["
        " … ], en un archivo, o si el texto está junto a ella, da `--column text=NOMBRE` en la"
        " línea de órdenes"
    ),
    "entry_not_an_object": ('esto no es un objeto: escribe {{"text": "…"}}, un objeto por entrada'),
    "unsure_columns": (
        "no es seguro que el texto esté en {columns}: llama 'text' a la columna que lo"
        ' tiene, o en la línea de órdenes da `--column text="{column}"`'
    ),
    "no_such_column": (
        "no hay columna {column!r}, solo {columns}: da a --column una de ellas, o su número"
    ),
    "unclear_order": (
        "si {date!r} empieza por el día o por el mes no queda claro en toda la columna"
        " {column!r}: llámala 'date (dd/mm)' o 'date (mm/dd)', o en la línea de"
        " órdenes da `--dates day-first` o `--dates month-first`"
    ),
    "part_of_export": (
        "es una parte de una exportación de {platform}: impórtala entera, pues sus"
        " otros archivos dicen quién puede leerlo"
    ),
    "no_sheet_reader": (
        "leer hojas de cálculo necesita un paquete que aquí no está: `pip install"
        " 'pullquote[tables]'` lo trae; o guarda la hoja como CSV"
    ),
    "broken_workbook": (
        "la hoja de cálculo no se puede leer ({reason}): guárdala de nuevo como .xlsx"
        " u .ods, sin contraseña, o su hoja como CSV"
    ),
    "empty_workbook": ("ninguna de sus hojas contiene nada: déjala fuera"),
    "too_large_workbook": (
        "sus hojas se descomprimen a más de {most:,} MB: divídela, o guarda la hoja como CSV"
    ),
    "finely_divided_workbook": (
        "el XML de sus hojas tiene más de {most:,} etiquetas: divídela, o guarda cada hoja como CSV"
    ),
    "wide_workbook": (
        "sus hojas se extienden por más de {most:,} celdas: quita lo que está"
        " lejos, o guarda cada una como CSV"
    ),
    # Front matter.
    "open_front_matter": "la cabecera que se abre aquí no se cierra: termínala con una línea ---",
    "front_matter_not_yaml": (
        "la cabecera no es YAML válido ({reason}): pon el valor entre comillas dobles"
    ),
    "front_matter_character": (
        "la cabecera no es YAML válido (un carácter no permitido): pon el valor entre comillas"
        " dobles"
    ),
    "front_matter_not_simple": (
        "la cabecera no es YAML válido: escribe líneas simples como `author: Nombre`"
    ),
    "front_matter_alias": (
        "la cabecera tiene un alias (`*nombre`): escribe en su lugar lo que representa"
    ),
    "front_matter_empty": "la cabecera no tiene campos: escribe líneas como `author: Nombre`",
}

POST_TERMS: Final = {
    "type.bool": "verdadero o falso",
    "type.list": "una lista",
    "type.object": "un objeto",
    "type.number": "un número",
}
