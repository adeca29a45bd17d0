"""What the commands say that bring posts in, count them and remove them, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new} new, {changed} changed, {unchanged} unchanged, {removed} removed, {refused}"
    " refused",
    "would_be": "Would be: {counts}",
    "left_out": "{count} left out: forgotten or deleted earlier",
    "refused": "refused: {problem}",
    "stored_in": "Stored in {folder}.",
    "stopped": "Stopped. Stored so far: {new} new, {changed} changed, and nothing removed. Give the"
    " same command again to go on: what is stored is not read in twice.",
    "comparing": "Comparing…",
    "searching": "Searching…",
    "removing": "Removing…",
    "gone_one": "{count} post is no longer in {where} and will be removed. Go on?",
    "gone_many": "{count} posts are no longer in {where} and will be removed. Go on?",
    "one": "{count} post",
    "many": "{count} posts",
    "no_posts": "there are no posts in {folder} yet: bring some in with `pullquote import PATH`",
    "embedded": "Embedded again: {count}.",
    "up_to_date": "Everything is up to date.",
    "remove": "Remove {posts} of {what} from the database and all its files?",
    "removed": "Removed: {count}.",
    "nothing_of": "There is nothing of {what} here.",
    "nothing_near": "There is nothing of {what} here: did you mean {near}?",
    "out_of_files": "What was removed before is now gone from the files too.",
    "would_remove": "Would remove {posts}.",
    "and_more": "… and {count} more",
    "which": "Several people are called {what}: give --author one of their accounts: {accounts}",
    "total": "{posts} posts and comments in {passages} passages",
    "in": "in {folder}",
    "model": "model {name}",
    "no_model": "none yet",
    "changed": "last changed {when}, {size} MB",
    "day_one": "{count} day ago",
    "day_many": "{count} days ago",
    "hour_one": "{count} hour ago",
    "hour_many": "{count} hours ago",
    "minute_one": "{count} minute ago",
    "minute_many": "{count} minutes ago",
    "now": "just now",
}

FRENCH_COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new} nouveaux, {changed} modifiés, {unchanged} inchangés, {removed} retirés,"
    " {refused} refusés",
    "would_be": "Ce serait : {counts}",
    "left_out": "{count} laissés de côté : oubliés ou supprimés auparavant",
    "refused": "refusé : {problem}",
    "stored_in": "Conservé dans {folder}.",
    "stopped": "Arrêté. Conservés jusqu’ici : {new} nouveaux, {changed} modifiés, rien de retiré."
    " Donnez de nouveau la même commande pour continuer : rien n’est conservé deux fois.",
    "comparing": "Comparaison…",
    "searching": "Recherche…",
    "removing": "Suppression…",
    "gone_one": "{count} message n’est plus dans {where} et sera retiré. Continuer ?",
    "gone_many": "{count} messages ne sont plus dans {where} et seront retirés. Continuer ?",
    "one": "{count} message",
    "many": "{count} messages",
    "no_posts": "pas encore de messages dans {folder} : `pullquote import CHEMIN` en apporte",
    "embedded": "Plongés de nouveau : {count}.",
    "up_to_date": "Tout est à jour.",
    "remove": "Retirer {posts} de {what} de la base et de tous ses fichiers ?",
    "removed": "Retirés : {count}.",
    "nothing_of": "Il n’y a rien de {what} ici.",
    "nothing_near": "Il n’y a rien de {what} ici : vouliez-vous dire {near} ?",
    "out_of_files": "Ce qui fut retiré avant a maintenant quitté les fichiers aussi.",
    "would_remove": "Cela retirerait {posts}.",
    "and_more": "… et {count} de plus",
    "which": "Plusieurs personnes s’appellent {what} : donnez à --author l’un de leurs comptes :"
    " {accounts}",
    "total": "{posts} messages et commentaires en {passages} passages",
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
}
