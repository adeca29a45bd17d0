"""Why an archive, or a part of one, is refused, in French."""

from __future__ import annotations

from typing import Final

ARCHIVES: Final = {
    # Archives.
    "unknown_archive": (
        "c’est un fichier compressé, mais pas une archive connue (de Slack, Discord, LinkedIn,"
        " Mastodon, X, WhatsApp, Zulip ou Mattermost) : décompressez-le, ou laissez-le de côté"
    ),
    "unknown_member": (
        "il n’appartient à aucune archive connue : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "broken": ("il est endommagé ({reason}) : récupérez-le de nouveau, ou laissez-le de côté"),
    "ends_early": (
        "il est endommagé (il s’arrête trop tôt) : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "endless_header": "il est endommagé (un en-tête sans fin) : récupérez-le de nouveau",
    "encrypted": (
        "il est chiffré : décompressez l’archive avec son mot de passe et indiquez le dossier"
    ),
    "packed_twice": (
        "il est compressé deux fois : décompressez-le une fois, et importez ce qui en sort"
    ),
    "bomb": (
        "une fois décompressé il fait plus de {most} fois sa taille, comme une bombe de"
        " décompression : laissez-le de côté"
    ),
    "bomb_within": (
        "une fois décompressé il fait plus de {most} fois sa taille, comme une bombe de"
        " décompression : il est laissé de côté"
    ),
    "leads_out": "son nom mène hors de l’archive : il est laissé de côté",
    "more_lead_out": (
        "{more:,} autres de ses noms mènent hors de l’archive : ils sont laissés de côté"
    ),
    "not_regular_member": "ce n’est pas un fichier ordinaire : il est laissé de côté",
    "too_large_piece": (
        "lui, ou l’un de ses enregistrements, dépasse {most:,} Mo : découpez-le, ou laissez-le de"
        " côté"
    ),
    "too_large_member": "il dépasse {most:,} Mo : découpez-le",
    "too_large_archive": "avec lui l’archive dépasse {most:,} Mo : découpez-la",
    "too_many_members": (
        "il contient plus de {most:,} fichiers : décompressez-le et indiquez ses dossiers"
    ),
    "too_many_headers": (
        "il a plus de {most:,} en-têtes : décompressez-le et indiquez ses dossiers"
    ),
    # The JSON in archives.
    "member_not_utf8": (
        "son octet {byte} n’est pas de l’UTF-8 : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "member_not_json": (
        "ce n’est pas du JSON valide ({reason}, à la ligne {at}) : récupérez-le de nouveau,"
        " ou laissez-le de côté"
    ),
    "member_too_deep": (
        "il a trop de niveaux d’imbrication : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "json_breaks": (
        "à partir d’un endroit ce n’est plus du JSON valide ({reason}) : ce qui précède est"
        " conservé"
    ),
    "json_ends_early": (
        "à partir d’un endroit ce n’est plus du JSON valide (il s’arrête trop tôt) : ce qui"
        " précède est conservé"
    ),
    "json_too_deep": (
        "à partir d’un endroit ce n’est plus du JSON valide (trop de niveaux d’imbrication) : ce"
        " qui précède est conservé"
    ),
    "json_no_list": (
        "à partir d’un endroit ce n’est plus du JSON valide (il ne contient pas de liste) : ce"
        " qui précède est conservé"
    ),
    "json_no_list_named": (
        "à partir d’un endroit ce n’est plus du JSON valide (il ne contient pas de liste {key}) :"
        " ce qui précède est conservé"
    ),
    # What platforms export.
    "direct_messages": (
        "il contient des messages privés, qui ne sont jamais lus : laissez-le de côté"
    ),
    "unlisted_folder": (
        "aucune liste de canaux ne dit qui peut lire ce dossier : il est laissé de côté"
    ),
    "no_messages": (
        "ce n’est pas une liste de messages : récupérez-le de nouveau, ou laissez-le de côté"
    ),
    "not_a_moment": ("son ts « {ts} » n’indique aucun moment : refaites l’export"),
    "unknown_table": (
        "ce n’est pas un tableau connu de messages ou de commentaires : récupérez-le de"
        " nouveau, ou laissez-le de côté"
    ),
    "broken_table": (
        "ce n’est pas un tableau lisible ({reason}) : récupérez-le de nouveau, ou laissez-le"
        " de côté"
    ),
    "unread_dates": ("dates illisibles : {count:,} (« {date} ») ; ces messages restent sans date"),
    "open_quote_in_row": (
        "la ligne {row} a {cells} cellules, mais l’en-tête en a {width} : un guillemet de son"
        " texte n’est pas fermé"
    ),
}
