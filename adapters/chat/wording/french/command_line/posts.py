"""What the commands say that bring posts in, count them and remove them, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new:nouveau|nouveau|nouveaux}, {changed:modifié|modifié|modifiés},"
    " {unchanged:inchangé|inchangé|inchangés}, {removed:retiré|retiré|retirés},"
    " {refused:refusé|refusé|refusés}",
    "would_be": "Ce serait : {counts}",
    "left_out": "{count:laissé|laissé|laissés} de côté : oubli ou suppression d’auparavant",
    "refused": "refusé : {problem}",
    "stored_in": "Conservé dans {folder}.",
    "renamed": "C’est ce qu’était {place} : ses messages restent dans la source {source}, et ne"
    " sont pas conservés deux fois. --source en donne une autre.",
    "stopped": "Arrêté. Conservés jusqu’ici : {new:nouveau|nouveau|nouveaux},"
    " {changed:modifié|modifié|modifiés}, rien de retiré."
    " Donnez de nouveau la même commande pour continuer : rien n’est conservé deux fois.",
    "column_is": "{name} : {heads}",
    "column_text": "texte",
    "column_title": "titre",
    "column_author": "auteur",
    "column_posted_at": "jour",
    "column_url": "lien",
    "column_id": "identifiant",
    "column_parent_id": "répond à",
    "column_left_out": "laissé de côté",
    "first_rows": "Les premières lignes seraient :",
    "columns_right": "Ces colonnes sont-elles les bonnes ?",
    "columns_wrong": "Rien n’a été importé. Dites ce que sont les colonnes, par exemple"
    ' --column text="Qu’avez-vous aimé ?" --column date=Jour',
    "which_order": "{date}, est-ce (1) {day} ou (2) {month} ?",
    "one_or_two": "Tapez 1 ou 2 ; Ctrl-C arrête avant que rien ne soit conservé.",
    "comparing": "Comparaison…",
    "searching": "Recherche…",
    "needs_yes_to_remove": (
        "Personne ne peut répondre ici : donnez --yes pour supprimer sans demander."
    ),
    "removing": "Suppression…",
    "gone_one": "{count} message n’est plus dans {where} et sera retiré. Continuer ?",
    "gone_many": "{count} messages ne sont plus dans {where} et seront retirés. Continuer ?",
    "fetch": "Aller chercher {where} sur le web ?",
    "needs_yes": "{where} est sur le web : donnez --yes pour aller l’y chercher",
    "fetching": "Récupération…",
    "addresses": "{asked:adresse consultée|adresses consultées}, dont {unchanged} sans changement.",
    "no_addresses": "Aucune adresse n’est connue ici : `pullquote import https://…` en apporte.",
    "not_known": "refresh ne consulte pas {url} ; voici ce qu’il consulte : {known}",
    "stopped_asking": "refresh ne consulte plus {url} ; ses messages restent.",
    "one": "{count} message",
    "many": "{count} messages",
    "embedded": "Plongés de nouveau : {count}.",
    "stopped_embedding": "Arrêté. Les questions reçoivent des réponses comme avant."
    " Redonnez la même commande pour finir.",
    "up_to_date": "Tout est à jour.",
    "remove": "Retirer {posts} de {what} de la base et de tous ses fichiers ?",
    "remove_post": "Retirer {what} ({posts}) de la base et de tous ses fichiers ?",
    "no_post": "{what} : ce message n’est pas conservé ici.",
    "removed": "Retirés : {count}.",
    "nothing_of": "Il n’y a rien de {what} ici.",
    "nothing_near": "Il n’y a rien de {what} ici : vouliez-vous dire {near} ?",
    "out_of_files": "Ce qui fut retiré avant a maintenant quitté les fichiers aussi.",
    "would_remove": "Cela retirerait {posts}.",
    "and_more": "… et {count} de plus",
    "together": "Il y a aussi ce que {what} a écrit avec d’autres, et cela reste : {authors}."
    " Pour le retirer aussi, donnez tous les noms à --author :",
    "which": "Plusieurs personnes s’appellent {what} : donnez à --author l’un de leurs comptes :"
    " {accounts}",
    "drafted": "{found:question ébauchée|questions ébauchées}. Corrigez chacune, dites-la avec vos"
    " mots, et ajoutez-en auxquelles aucun message ne répond.",
    "draft_short": "Sur {wanted:question|questions}, les messages en ont donné {found} : des titres"
    " et des questions avec réponses en donnent plus.",
    "total": "{posts:message ou commentaire|messages et commentaires} en"
    " {passages:passage|passages}",
    "in": "dans {folder}",
    "model": "modèle {name}",
    "no_model": "aucun encore",
    "changed": "dernier changement {when}, {size} Mo",
    "day_one": "il y a {count} jour",
    "day_many": "il y a {count} jours",
    "hour_one": "il y a {count} heure",
    "hour_many": "il y a {count} heures",
    "minute_one": "il y a {count} minute",
    "minute_many": "il y a {count} minutes",
    "now": "à l’instant",
    "old_place": (
        "Les données sont dans {folder}, où une version plus ancienne les a mises : déplacez-les"
        " dans {better}, ou donnez ce dossier à PULLQUOTE_DATA."
    ),
    "columns_left": (
        "`--column author=COLONNE` (ou title, date, text …) prend une colonne laissée de côté ;"
        " `--column author=` n’en prend aucune."
    ),
}
