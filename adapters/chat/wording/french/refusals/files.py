"""Why a file or folder as a whole is refused, in French."""

from __future__ import annotations

from typing import Final

FILES: Final = {
    # Files and folders.
    "no_such_file": "aucun fichier ni dossier de ce nom : vérifiez l’orthographe",
    "no_files": (
        "ne contient aucun fichier : rien n’est supprimé ; `pullquote forget --source` supprime"
        " des messages"
    ),
    "path_not_readable": "impossible à lire ({reason}) : vérifiez le chemin et ses droits d’accès",
    "path_not_utf8": "son chemin n’est pas en UTF-8 : renommez-le",
    "folder_not_readable": (
        "ce dossier ne peut pas être lu ({reason}) : autorisez sa lecture, ou laissez-le de côté"
    ),
    "not_regular_file": "ce n’est pas un fichier ordinaire : retirez-le du dossier",
    "not_readable": "impossible à lire ({reason}) : réessayez, ou laissez-le de côté",
    "not_allowed": (
        "sa lecture n’est pas autorisée : changez ses droits d’accès, ou laissez-le de côté"
    ),
    "gone": "il n’existe plus : refaites l’import sans lui",
    "too_slow": ("impossible à lire en {seconds:g} secondes : découpez-le, ou laissez-le de côté"),
    "too_much_memory": (
        "sa lecture demande plus de {most:,} Mo de mémoire : découpez-le, ou laissez-le de côté"
    ),
    "reader_failed": (
        "sa lecture a échoué (code {status}) : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "reader_fault": (
        "sa lecture a échoué par notre faute, erreur {error_id} : signalez-le-nous, et laissez-le"
        " de côté"
    ),
    # What a file holds.
    "empty_file": "le fichier est vide : écrivez-y un message, ou laissez-le de côté",
    "binary": (
        "c’est un fichier binaire et non du texte : enregistrez son texte en UTF-8, ou laissez-le"
        " de côté"
    ),
    "not_text": (
        "c’est {content} et non du texte : enregistrez son texte en UTF-8, ou laissez-le de côté"
    ),
    "safari_archive": (
        "c’est une archive web de Safari : enregistrez-y plutôt la page comme source"
    ),
    "slackdump_list": (
        "c’est une liste de comptes ou de canaux écrite par slackdump, sans messages : mettez-la à"
        " côté des copies et importez leur dossier"
    ),
    "slackdump_transcript": (
        "c’est le texte d’une copie de slackdump, qui ne dit pas qui peut le lire : importez le"
        " fichier .json du même canal, qui est à côté (`slackdump dump` l’écrit)"
    ),
    "slackdump_database": (
        "c’est une base de données de slackdump : faites-en un export (`slackdump convert -f"
        " export`)"
    ),
    "too_large_post": "il dépasse {most} Mo, c’est trop pour un seul message : découpez-le",
    "too_large_page": "il dépasse {most} Mo, c’est trop pour une seule page : découpez-la",
    "too_large_transcript": (
        "il dépasse {most} Mo, c’est trop pour une conversation : exportez-en moins de jours"
        " à la fois"
    ),
    # Encodings.
    "utf16": "il semble être en UTF-16 et non en UTF-8 : enregistrez-le en UTF-8",
    "not_utf8": (
        "l’octet {byte} {part} n’est pas de l’UTF-8 (le texte semble être {encoding}) :"
        " enregistrez le fichier en UTF-8"
    ),
    "cut_off": (
        "l’octet {byte} {part} commence un caractère tronqué : rétablissez la fin du fichier, ou"
        " enregistrez-le en UTF-8"
    ),
    "western_lines": (
        "à partir d’ici il n’est plus en UTF-8, mais semble être en Windows-1252 :"
        " enregistrez-le en UTF-8"
    ),
    "foreign_lines": (
        "à partir d’ici il n’est plus en UTF-8, mais semble être dans un autre encodage :"
        " enregistrez-le en UTF-8"
    ),
    "unknown_encoding": "son encodage « {name} » est inconnu : enregistrez-le en UTF-8",
    # Feeds and pages.
    "declares_entities": "il déclare ses propres entités : enregistrez-le de nouveau",
    "broken_feed": (
        "le flux ne peut pas être lu ({reason}) : enregistrez-le de nouveau, ou laissez-le de côté"
    ),
    "malformed_feed": ("le flux est mal formé ({reason}) : ce qui peut en être lu est conservé"),
    "empty_feed": "le flux n’a aucune entrée : laissez-le de côté",
    "too_many_tags": (
        "il a {tags:,} balises et {lines:,} lignes et signes comme &amp; pour peu de texte :"
        " enregistrez-le avec moins d’entrées"
    ),
    "too_many_damaged_tags": (
        "il est mal formé, et a {tags:,} balises et {lines:,} lignes et signes comme &amp; pour"
        " peu de texte : enregistrez-le de nouveau, ou avec moins d’entrées"
    ),
    "too_many_attributes": (
        "un élément du flux a plus de {most:,} attributs : enregistrez-le de nouveau sans eux"
    ),
    "too_many_namespaces": (
        "le flux déclare plus de {most:,} espaces de noms : enregistrez-le de nouveau sans ceux"
        " dont il n’a pas besoin"
    ),
    "untold_authors": (
        "trop de ses éléments sont imbriqués pour distinguer qui a écrit quoi : elle forme un seul"
        " message, sans auteur"
    ),
    "many_authors": (
        "elle nomme des auteurs plus de {most:,} fois, trop souvent pour distinguer qui a écrit"
        " quoi : elle forme un seul message, sans auteur"
    ),
    "nested_page": (
        "à partir d’un certain endroit elle est trop imbriquée : ce qui précède est conservé"
    ),
    "too_many_pasted_lines": (
        "il semble copié de LinkedIn, mais compte {count:,} lignes, plus de {most:,} : découpez-le"
    ),
    "too_many_columns": "elle a plus de {most:,} colonnes : divisez-la",
    "too_many_rows": (
        "plus de {most:,} rangées ne contiennent presque rien : à partir d’ici le fichier est"
        " laissé de côté, découpez-le"
    ),
    "too_many_refused": (
        "{most:,} refus de suite : à partir d’ici le fichier est laissé de côté, corrigez-le"
    ),
    "too_many_parts": (
        "il contient plus de {most:,} parties, comme aucune page enregistrée : "
        "enregistrez-la à nouveau, en HTML"
    ),
    "no_page_within": "il ne contient pas de page lisible : enregistrez-la à nouveau, en HTML",
    "page_checks": (
        "le site vérifie ici qu’une personne est là, et ne montre pas la page : ouvrez-la"
        " dans un navigateur et enregistrez-la de là"
    ),
    "page_signs_in": (
        "le site demande ici de se connecter, et ne montre pas la page : ouvrez-la dans"
        " un navigateur, connectez-vous et enregistrez-la de là"
    ),
    "empty_page": "la page ne contient rien : enregistrez-la de nouveau, ou laissez-la de côté",
}

FILE_TERMS: Final = {
    "part.line": "de cette ligne",
    "part.file": "du fichier",
    "part.page": "de la page",
    "part.feed": "du flux",
    "part.member": "de ce fichier",
    "encoding.western": "en Windows-1252",
    "encoding.other": "dans un autre encodage",
    "content.archive": "une archive ou un document bureautique",
    "content.office": "un ancien document bureautique, ou un document à mot de passe",
    "content.image": "une image",
    "content.compressed": "un fichier compressé",
    "content.database": "une base de données",
}
