"""What an import leaves out of a file on purpose, in French, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "bot_messages": "messages d’applications ({count:,})",
    "notices": "annonces du service lui-même ({count:,})",
    "forgotten": "des messages oubliés, ou dont l’auteur l’a été ({count:,})",
    "kept_out": "messages que leurs auteurs excluent ({count:,})",
    "message_links": "messages vers lesquels un lien mène ({count:,})",
    "file_contents": "fichiers dont les mots manquent ici ({count:,})",
    "channel_bots": "messages d’applications ({count:,} ; suivre le salon avec bots:yes les garde)",
    "channels_of_apps": (
        "tout {name}, écrit par des applications ({count:,} ; `pullquote import --apps` le garde)"
    ),
    "other_channels_of_apps": (
        "tout d’autres salons, écrit par des applications ({count:,} ; `pullquote import --apps` le"
        " garde)"
    ),
    "reposts": "republications ({count:,})",
    "wordless": "messages sans un mot ({count:,})",
    "drafts": "brouillons ({count:,})",
    "private_posts": "publications privées ou protégées par un mot de passe ({count:,})",
    "old_versions": "versions antérieures ({count:,})",
    "direct_messages": "messages privés ({count:,})",
    "attachments": "fichiers et images ({count:,})",
    "polls": "sondages ({count:,})",
    "forwards": "messages transférés, écrits par d’autres ({count:,})",
    "deleted_messages": "messages supprimés ({count:,})",
    "unreadable_messages": "messages chiffrés ou illisibles ({count:,})",
    "unclear_dates": "dates dont on ne distingue pas le jour du mois ({count:,})",
    "slackdump_names": (
        "les noms d’auteurs ({count:,}), absents d’une copie de slackdump (mettez à côté la liste"
        " que `slackdump list users` écrit)"
    ),
    "others_messages": (
        "ce que d’autres ont écrit dans {count:salon|salon|salons}, car un paquet de données de"
        " Discord ne contient que vos messages (invitez le robot, et entrez-y `/posts watch`)"
    ),
    "unknown_fields": "champs plus récents que le lecteur de {name} ({count:,})",
    "deleted": "messages supprimés ({count:,})",
    "articles": "articles non lus ({count:,})",
    "alt_texts": "descriptions d’images ({count:,})",
    "lone_notes": "longs textes dont le message est inconnu ({count:,})",
    "nameless": "enregistrements sans identifiant ({count:,})",
    "no_records": "entrées qui ne sont pas des enregistrements ({count:,})",
    "list_records": "personnes et salons listés sans identifiant ou sans nom ({count:,})",
    "unlisted_channels": "messages de salons qui ne sont dans aucune liste ({count:,})",
    "other_records": "autres enregistrements avec du texte ({count:,})",
    "members": "le fichier {name} de l’archive ({count:,})",
    "other_members": "d’autres fichiers de l’archive ({count:,})",
    "wordless_pages": "pages sans mots lisibles ({count:,})",
    "margin_comments": "commentaires en marge de documents ({count:,})",
    "tracked_deletions": "mots supprimés en suivi des modifications ({count:,})",
    "headers_and_footers": "en-têtes et pieds de page de documents ({count:,})",
    "hidden_text": "textes et diapositives masqués ({count:,})",
    "inserted_files": "fichiers insérés en entier ({count:,})",
    "symbols": "signes inconnus de polices de symboles ({count:,})",
    "charts": "graphiques dans des documents ({count:,})",
    "form_fields": "champs remplis de formulaires PDF ({count:,})",
    "links": "liens qui ne sont pas des adresses du web ({count:,})",
    "link_previews": "aperçus de liens ({count:,})",
    "invitations": "messages d’invitation ({count:,})",
    "recommendations": "recommandations ({count:,})",
    "profile_texts": "textes du profil ({count:,})",
    "adverts": "publicités, avec les commentaires dessous ({count:,})",
    "summaries": "résumés à côté du texte entier ({count:,})",
    "columns": "la colonne {name} ({count:,})",
    "other_columns": "d’autres colonnes ({count:,})",
    "fields": "le champ {name} au-dessus du texte ({count:,})",
    "other_fields": "d’autres champs au-dessus du texte ({count:,})",
    "rows_without_text": "lignes sans texte ({count:,})",
    "lines_above_heads": "lignes au-dessus des titres de colonnes ({count:,})",
    "repeated_rows": "lignes et courriels répétés ({count:,})",
    "sheets": "la feuille masquée {name} ({count:,})",
    "wordless_sheets": "la feuille {name}, sans texte ({count:,})",
    "other_wordless_sheets": "d’autres feuilles sans texte ({count:,})",
    "other_sheets": "d’autres feuilles masquées ({count:,})",
    "page_furniture": "lignes de la page autour de ce que l’on a écrit ({count:,})",
    "dates": "dates indéchiffrables ({count:,})",
    "quotes": "citations d’autrui ({count:,})",
    "comments": "commentaires d’autrui, non lus ici ({count:,})",
    "passages": "passages de la page à côté de ceux qui sont des publications ({count:,})",
    "signatures": "signatures sous les messages ({count:,})",
    "list_notices": "ce que les listes de diffusion ajoutent aux courriels ({count:,})",
    "beside_the_list": "{name} à côté de la liste ({count:,})",
    "more_beside_the_list": "d’autres données à côté de la liste ({count:,})",
    "tables_beside": (
        "le tableau {name}, peut-être de LinkedIn ({count:,} ; "
        "`pullquote import` avec son chemin le lit)"
    ),
    "other_tables_beside": "d’autres tableaux peut-être de LinkedIn ({count:,})",
}

IN_CHATS: Final = {
    "channels_of_apps": (
        "tout {name}, écrit par des applications ({count:,} ; seule la personne qui gère ce bot"
        " peut le faire entrer, avec `pullquote import --apps`)"
    ),
    "other_channels_of_apps": (
        "tout d’autres salons, écrit par des applications ({count:,} ; seule la personne qui gère"
        " ce bot peut le faire entrer, avec `pullquote import --apps`)"
    ),
    "tables_beside": (
        "le tableau {name}, peut-être de LinkedIn ({count:,} ; envoyé seul, il est lu)"
    ),
}
"""What stands there in a chat, where nobody enters a command of the command line."""
