"""Why a line, or one post of a file, is refused, in French."""

from __future__ import annotations

from typing import Final

POSTS: Final = {
    # What a post needs.
    "empty_text": "le texte est vide : écrivez-en un, ou laissez ce message de côté",
    "no_text": "il n’y a pas de « text » ici, seulement {columns} : ajoutez-en un",
    "no_text_of_many": (
        "il n’y a pas de « text » ici, seulement {columns} et {more} autres : ajoutez-en un"
    ),
    "no_text_at_all": "il n’y a pas de « text » ici, ni rien d’autre : ajoutez-en un",
    "empty_audience": "audience : vide ; nommez un public, ou supprimez la clé",
    "own_parent": ("parent_id : un message ne peut pas se commenter lui-même ; nommez-en un autre"),
    "mistyped": "{column} : {value} est {type} ; écrivez-le comme un texte entre guillemets",
    "too_long_value": "{column} : plus de {most:,} caractères ; raccourcissez",
    "half_character": (
        "{column} : {half} est la moitié d’un caractère et ne peut pas être conservé ;"
        " écrivez-le en entier"
    ),
    "not_a_date": (
        "posted_at : « {text} » n’est pas une date ; écrivez 2024-09-26 ou"
        " 2024-09-26T14:03:00+02:00"
    ),
    "date_out_of_range": "posted_at : « {text} » est avant l’an 1 ou après 9999 en UTC",
    "nameless_id": (
        "l’identifiant « {id} » n’est pas formé d’une portée, de deux-points et d’un nom"
    ),
    "taken": (
        "son identifiant « {id} » est déjà pris par la ligne {first} : donnez-lui-en un autre"
    ),
    "taken_elsewhere": (
        "son identifiant « {id} » est déjà pris dans {where} : donnez-lui-en un autre"
    ),
    "others_post": "{id} appartient à d’autres lecteurs",
    # JSON Lines.
    "json_feed": ("c’est un JSON Feed, qui n’est pas lu : donnez le flux RSS ou Atom du même site"),
    "one_document": (
        "c’est un seul document JSON : écrivez plutôt une liste d’objets, ou un objet par ligne"
        " (JSON Lines)"
    ),
    "no_list_fits": (
        "on ne sait d’aucune de ses listes ({lists}) qu’elle contient des mots : sur la ligne"
        " de commande donnez `--column text=NOM`, ou enregistrez la bonne liste seule, en [ …"
        " ], dans un fichier"
    ),
    "several_lists": (
        "plusieurs de ses listes peuvent contenir les messages ({lists}) : sur la ligne de"
        " commande donnez `--column text=NOM` avec un nom que seule l’une d’elles a, ou"
        " enregistrez la bonne seule, en [ … ], dans un fichier"
    ),
    "list_within": (
        "ses messages sont dans la liste {column!r} qu’il contient : enregistrez cette liste"
        " seule, en [ … ], dans un fichier, ou si le texte est à côté d’elle, donnez"
        " `--column text=NOM` en ligne de commande"
    ),
    "entry_not_an_object": ('ce n’est pas un objet : écrivez {{"text": "…"}}, un objet par entrée'),
    "line_not_json": (
        "ce n’est pas du JSON valide ({reason}, au caractère {at}) : corrigez cette ligne, ou"
        " supprimez-la"
    ),
    "line_not_read": (
        "cette ligne n’est pas du JSON valide : refaites l’export, ou laissez-la de côté"
    ),
    "line_long_number": (
        "cette ligne contient un nombre qui a trop de chiffres : corrigez-la, ou supprimez-la"
    ),
    "line_too_deep": ("cette ligne a trop de niveaux d’imbrication : corrigez-la, ou supprimez-la"),
    "not_an_object": 'ce n’est pas un objet : écrivez {{"text": "…"}}, un objet par ligne',
    "too_long_line": "cette ligne dépasse {most} Mo : raccourcissez-la ou découpez-la",
    # Tables.
    "no_text_column": (
        "il n’y a pas de colonne « text », seulement {columns} : nommez ainsi celle du texte,"
        " ou donnez `--column text=NOM` en ligne de commande"
    ),
    "no_text_column_of_many": (
        "il n’y a pas de colonne « text », seulement {columns} et {more} autres : nommez ainsi"
        " celle du texte, ou donnez `--column text=NOM` en ligne de commande"
    ),
    "no_columns": (
        "il n’y a pas de colonne « text », ni aucune autre : nommez ainsi celle du texte"
    ),
    "unsure_columns": (
        "il n’est pas sûr que le texte soit dans {columns} : nommez « text » la colonne du texte,"
        ' ou donnez `--column text="{column}"` en ligne de commande'
    ),
    "no_such_column": (
        "il n’y a pas de colonne « {column} », seulement {columns} : donnez à --column l’une"
        " d’elles, ou son numéro"
    ),
    "unclear_order": (
        "toute la colonne « {column} » ne dit pas si « {date} » commence par le jour ou par le"
        " mois : nommez-la « date (jj/mm) » ou « date (mm/jj) », ou donnez `--dates day-first` ou"
        " `--dates month-first` en ligne de commande"
    ),
    "part_of_export": (
        "c’est une partie d’un export de {platform} : importez l’export entier, car ses autres"
        " fichiers disent qui peut la lire"
    ),
    # Workbooks.
    "no_sheet_reader": (
        "pour lire les classeurs, il manque un paquet : `pip install 'pullquote[tables]'`"
        " l’apporte ; ou enregistrez la feuille en CSV"
    ),
    "broken_workbook": (
        "le classeur ne peut pas être lu ({reason}) : enregistrez-le de nouveau en .xlsx ou .ods,"
        " sans mot de passe, ou sa feuille en CSV"
    ),
    "empty_workbook": "aucune de ses feuilles ne contient rien : laissez-le de côté",
    "too_large_workbook": (
        "ses feuilles dépassent {most:,} Mo une fois décompressées : découpez-le, ou enregistrez"
        " la feuille en CSV"
    ),
    "finely_divided_workbook": (
        "le XML de ses feuilles a plus de {most:,} balises : découpez-le, ou enregistrez chaque"
        " feuille en CSV"
    ),
    "wide_workbook": (
        "ses feuilles s’étendent sur plus de {most:,} cellules : retirez-en ce qui est loin,"
        " ou enregistrez chacune en CSV"
    ),
    "two_text_columns": "il y a deux colonnes « text » : renommez l’une d’elles",
    "wide_row": (
        "cette ligne a {cells} cellules, mais l’en-tête en a {width} : mettez entre guillemets"
        " doubles le texte qui contient le séparateur"
    ),
    "open_quote": (
        "un guillemet double est ouvert ici et n’est pas fermé : fermez-le, ou doublez-le dans un"
        " texte"
    ),
    "broken_row": (
        "cette ligne ne peut pas être lue ({reason}) : mettez le texte entre guillemets doubles,"
        " et doublez ceux qu’il contient"
    ),
    # Front matter.
    "open_front_matter": (
        "l’en-tête YAML ouvert ici n’est pas fermé : terminez-le par une ligne de ---"
    ),
    "front_matter_not_yaml": (
        "l’en-tête n’est pas du YAML valide ({reason}) : mettez la valeur entre guillemets doubles"
    ),
    "front_matter_character": (
        "l’en-tête n’est pas du YAML valide (un caractère interdit) : mettez la valeur entre"
        " guillemets doubles"
    ),
    "front_matter_not_simple": (
        "l’en-tête n’est pas du YAML valide : écrivez des lignes simples comme `author: Nom`"
    ),
    "front_matter_alias": (
        "l’en-tête contient un alias (`*nom`) : écrivez à sa place ce qu’il désigne"
    ),
    "front_matter_empty": (
        "l’en-tête YAML n’a aucun champ : écrivez des lignes comme `author: Nom`"
    ),
}

POST_TERMS: Final = {
    "type.bool": "un booléen",
    "type.list": "une liste",
    "type.object": "un objet",
    "type.number": "un nombre",
}
