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
    "same_text": (
        "il a le texte de la ligne {first} mais en diffère : donnez un identifiant aux deux"
    ),
    "taken": (
        "son identifiant « {id} » est déjà pris par la ligne {first} : donnez-lui-en un autre"
    ),
    "taken_elsewhere": (
        "son identifiant « {id} » est déjà pris dans {where} : donnez-lui-en un autre"
    ),
    "others_post": "{id} appartient à d’autres lecteurs",
    # JSON Lines.
    "one_document": (
        "c’est un seul document JSON : écrivez plutôt un objet par ligne (JSON Lines)"
    ),
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
        "il n’y a pas de colonne « text », seulement {columns} : nommez ainsi celle du texte"
    ),
    "no_text_column_of_many": (
        "il n’y a pas de colonne « text », seulement {columns} et {more} autres : nommez ainsi"
        " celle du texte"
    ),
    "no_columns": (
        "il n’y a pas de colonne « text », ni aucune autre : nommez ainsi celle du texte"
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
