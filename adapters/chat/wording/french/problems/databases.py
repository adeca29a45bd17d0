"""What is wrong with the databases in files, or with the machine, in French, by the English."""

from __future__ import annotations

from typing import Final

DATABASES: Final = {
    "there are no posts in {place} yet: bring some in with `pullquote import PATH`": (
        "pas encore de messages dans {place} : `pullquote import CHEMIN` en apporte"
    ),
    "another process is using {path}: try again later": (
        "un autre processus utilise {path} : réessayez plus tard"
    ),
    "the posts are removed, but {place} cannot be rewritten without them at the moment ({reason}):"
    " make room for one more copy there, and give the same command again": (
        "les messages sont supprimés, mais {place} ne peut pas être réécrit sans eux pour le moment"
        " ({reason}) : faites-y de la place pour une copie de plus, et redonnez la même commande"
    ),
    "the posts are removed, but another process still uses {place}: give the same command again"
    " later, to take them out of the files too": (
        "les messages sont supprimés, mais un autre processus utilise encore {place} : redonnez la"
        " même commande plus tard, pour les ôter aussi des fichiers"
    ),
    "{path} is damaged ({reason}): {remedy}": "{path} est endommagé ({reason}) : {remedy}",
    "{path} is damaged ({problems}): {remedy}": "{path} est endommagé ({problems}) : {remedy}",
    "{path} is damaged (a text is not UTF-8): {remedy}": (
        "{path} est endommagé (un texte n’est pas de l’UTF-8) : {remedy}"
    ),
    "{path} is damaged (a value is not as it was stored: {kind}): {remedy}": (
        "{path} est endommagé (une valeur n’est pas telle qu’elle a été conservée : {kind}) :"
        " {remedy}"
    ),
    "{path} is damaged or not a database ({reason}): {remedy}": (
        "{path} est endommagé ou n’est pas une base de données ({reason}) : {remedy}"
    ),
    "{path} cannot be used ({reason})": "{path} ne peut pas être utilisé ({reason})",
    "{path} cannot be used ({reason}): {remedy}": (
        "{path} ne peut pas être utilisé ({reason}) : {remedy}"
    ),
    "{path} cannot be used ({reason}): see that its folder exists and can be written": (
        "{path} ne peut pas être utilisé ({reason}) : vérifiez que son dossier existe et qu’on peut"
        " y écrire"
    ),
    "{path} cannot be used ({reason}): see that it can be written, or move it away": (
        "{path} ne peut pas être utilisé ({reason}) : vérifiez qu’on peut y écrire, ou déplacez-le"
    ),
    "{path} cannot be read or written ({reason}): {remedy}": (
        "{path} ne peut être ni lu ni écrit ({reason}) : {remedy}"
    ),
    "{path} cannot be copied ({reason}): {remedy}": (
        "{path} ne peut pas être copié ({reason}) : {remedy}"
    ),
    "{path} cannot be written ({reason})": "{path} ne peut pas être écrit ({reason})",
    "{path} may not be written or read by this account: {remedy}": (
        "ce compte n’a le droit ni d’écrire ni de lire {path} : {remedy}"
    ),
    "{path} may not be used so by this account ({reason}): {remedy}": (
        "ce compte n’a pas le droit d’utiliser ainsi {path} ({reason}) : {remedy}"
    ),
    "the disk of {path} is full: {remedy}": "le disque de {path} est plein : {remedy}",
    "{path} is no file, but a folder or a device: move it away, or set PULLQUOTE_DATA elsewhere": (
        "{path} n’est pas un fichier, mais un dossier ou un périphérique : déplacez-le, ou faites"
        " pointer PULLQUOTE_DATA ailleurs"
    ),
    "{path} is empty: {remedy}": "{path} est vide : {remedy}",
    "{path} is gone, but {journal} is still there: {remedy}": (
        "{path} n’existe plus, mais {journal} est encore là : {remedy}"
    ),
    "{path} is a link that leads nowhere: put back what it leads to, or remove it": (
        "{path} est un lien qui ne mène nulle part : rétablissez ce à quoi il mène, ou supprimez-le"
    ),
    "{path} is a link: set PULLQUOTE_DATA to where it leads": (
        "{path} est un lien : faites pointer PULLQUOTE_DATA là où il mène"
    ),
    "{path} is being written to all the time: check it again later": (
        "{path} est sans cesse modifié : vérifiez-le de nouveau plus tard"
    ),
    "{path} was overwritten while it was in use, or is damaged: {remedy}": (
        "{path} a été écrasé pendant qu’il servait, ou est endommagé : {remedy}"
    ),
    "{path} was overwritten while it was in use: restart this process": (
        "{path} a été écrasé pendant qu’il servait : relancez ce processus"
    ),
    "{path} was overwritten while it was in use: restart this process (what was not yet in the"
    " file is kept in {kept})": (
        "{path} a été écrasé pendant qu’il servait : relancez ce processus (ce qui n’était pas"
        " encore dans le fichier est conservé dans {kept})"
    ),
    "{path} was replaced, overwritten or taken away while it was in use: this was not stored": (
        "{path} a été remplacé, écrasé ou retiré pendant qu’il servait : ceci n’a pas été conservé"
    ),
    "{path} is gone while it is in use: put it, or a copy of it, back": (
        "{path} a disparu pendant qu’il servait : remettez-le, ou une copie, à sa place"
    ),
    "{path} was replaced while it was in use, without its journal: restart this process": (
        "{path} a été remplacé pendant qu’il servait, sans son journal : relancez ce processus"
    ),
    "{path} was replaced while it was in use: from now on the new file is used": (
        "{path} a été remplacé pendant qu’il servait : désormais le nouveau fichier sert"
    ),
    "was not made by Pullquote: move it away, or set PULLQUOTE_DATA elsewhere": (
        "n’a pas été fait par Pullquote : déplacez-le, ou faites pointer PULLQUOTE_DATA ailleurs"
    ),
    "was not made by Pullquote: {remedy}": "n’a pas été fait par Pullquote : {remedy}",
    "was made by a newer Pullquote: update this one": (
        "a été fait par un Pullquote plus récent : mettez celui-ci à jour"
    ),
    "was made by an older Pullquote and cannot be brought up to date here: give a command once"
    " where it may be written": (
        "a été fait par un Pullquote plus ancien et ne peut pas être mis à jour ici : donnez une"
        " fois une commande là où l’on peut y écrire"
    ),
    "put a backup in its place with `pullquote restore`, or move it away and import again": (
        "mettez une sauvegarde à sa place avec `pullquote restore`, ou déplacez-le et refaites"
        " l’import"
    ),
    "{remedy}; `pullquote export` prints what can still be read": (
        "{remedy} ; `pullquote export` montre ce qui peut encore être lu"
    ),
    "`pullquote check` says more; put a backup in its place with `pullquote restore`": (
        "`pullquote check` en dit plus ; mettez une sauvegarde à sa place avec `pullquote restore`"
    ),
    "put a backup in its place, or move it away, and what was asked, rated and watched with it": (
        "mettez une sauvegarde à sa place, ou déplacez-le, et avec lui ce qui a été demandé, noté"
        " et suivi"
    ),
    "nothing was restored, take another backup": (
        "rien n’a été restauré, prenez une autre sauvegarde"
    ),
    "{path} holds what the backup does not: make a copy of it if you want to keep it, then give"
    " --force": (
        "{path} contient ce que la sauvegarde n’a pas : faites-en une copie si vous voulez le"
        " garder, puis ajoutez --force"
    ),
    "{path} is damaged, and may hold posts that the backup does not: save what can still be read"
    " with `pullquote export`, or make a copy of it, then give --force": (
        "{path} est endommagé, et contient peut-être des messages que la sauvegarde n’a pas : "
        "gardez ce qui peut encore être lu avec `pullquote export`, ou faites-en une copie, "
        "puis ajoutez --force"
    ),
    "{path} is damaged, and may hold what the backup does not: make a copy of it if you want to"
    " keep it, then give --force": (
        "{path} est endommagé, et contient peut-être ce que la sauvegarde n’a pas : faites-en "
        "une copie si vous voulez le garder, puis ajoutez --force"
    ),
    "{path} is damaged or no database, and may hold what the backup does not: make a copy of it if"
    " you want to keep it, then give --force": (
        "{path} est endommagé ou n’est pas une base de données, et contient peut-être ce que la"
        " sauvegarde n’a pas : faites-en une copie si vous voulez le garder, puis ajoutez --force"
    ),
    "{path} is gone, but {journal} is still there, and may hold what the backup does not: move it"
    " elsewhere if you want to keep it, and try again, or give --force to have it deleted": (
        "{path} n’existe plus, mais {journal} est encore là, et contient peut-être ce que la"
        " sauvegarde n’a pas : déplacez-le si vous voulez le garder, et réessayez, ou ajoutez"
        " --force pour le supprimer"
    ),
    "{path} was overwritten while it was in use: stop this process, then put a backup"
    " in its place with `pullquote restore`, or move it away with its journal": (
        "{path} a été écrasé alors qu’il était utilisé : arrêtez ce processus, puis mettez une"
        " sauvegarde à sa place avec `pullquote restore`, ou déplacez-le avec son journal"
    ),
    "{path} was replaced or taken away while it was in use: put the same file back, or"
    " stop this process, then put a backup in its place with `pullquote restore`": (
        "{path} a été remplacé ou enlevé alors qu’il était utilisé : remettez le même fichier, ou"
        " arrêtez ce processus, puis mettez une sauvegarde à sa place avec `pullquote restore`"
    ),
    "another `pullquote run` serves from {folder}: stop it first, or set PULLQUOTE_DATA to another"
    " folder": (
        "un autre `pullquote run` sert depuis {folder} : arrêtez-le d’abord, ou donnez un "
        "autre dossier à PULLQUOTE_DATA"
    ),
    "{folder} holds no {posts} or {ledger}: name a folder that a backup made": (
        "{folder} ne contient ni {posts} ni {ledger} : nommez un dossier fait par une sauvegarde"
    ),
    "{folder} is the data folder itself: name the folder of a backup": (
        "{folder} est le dossier de données lui-même : nommez celui d’une sauvegarde"
    ),
    "{folder} is already there, and nothing is written over": (
        "{folder} existe déjà, et rien n’est écrasé"
    ),
    "another process has {path} open, and nothing was restored: stop the bot and every other"
    " command, then try again": (
        "un autre processus a ouvert {path}, et rien n’a été restauré : arrêtez le bot et toute"
        " autre commande, puis réessayez"
    ),
    "run the command as the account that owns it, or give this one rights to the file and its"
    " folder": (
        "donnez la commande depuis le compte qui le possède, ou donnez à celui-ci des droits sur le"
        " fichier et son dossier"
    ),
    "{path} lies on a file system that is mounted read-only: {remedy}": (
        "{path} est sur un système de fichiers monté en lecture seule : {remedy}"
    ),
    "name another folder, or have it mounted for writing": (
        "nommez un autre dossier, ou faites-le monter en écriture"
    ),
    "give another name, or look at what its folders are": (
        "donnez un autre nom, ou regardez ce que sont ses dossiers"
    ),
    "look at the disk, and at the limits of the process (`ulimit -a`)": (
        "vérifiez le disque, et les limites du processus (`ulimit -a`)"
    ),
    "make room there and give the command again: nothing is half stored": (
        "faites-y de la place et redonnez la commande : rien n’est conservé à moitié"
    ),
    "there is not enough memory: a question needs some 700 MB of address space with both"
    " models, so allow the process more (`ulimit -v`), or end others": (
        "la mémoire ne suffit pas : une question demande quelque 700 Mo d’espace d’adressage avec"
        " les deux modèles, accordez-en donc plus au processus (`ulimit -v`), ou terminez-en"
        " d’autres"
    ),
    "a file": "un fichier",
    "{count:,} of its {pages:,} pages are not in the file": (
        "{count:,} de ses {pages:,} pages ne sont pas dans le fichier"
    ),
    "1 of its {pages:,} pages is not in the file": (
        "1 de ses {pages:,} pages n’est pas dans le fichier"
    ),
    "its identity is missing": "son identité manque",
    "its numbers are none": "ses nombres n’en sont pas",
    "its stamps are missing": "ses marques manquent",
    "it is a link that leads nowhere": "c’est un lien qui ne mène nulle part",
    "the file is empty": "le fichier est vide",
    "it is gone, but {journal} is still there": "il n’existe plus, mais {journal} est encore là",
    "it has no tables": "il n’a aucune table",
    "the -wal file beside it was begun on another content than this": (
        "le fichier -wal à côté de lui a été commencé sur un autre contenu que celui-ci"
    ),
    "a name or a text in it is not UTF-8": "un nom ou un texte n’y est pas de l’UTF-8",
    "a value in it is not as it was stored: {kind}": (
        "une valeur n’y est pas telle qu’elle a été conservée : {kind}"
    ),
    "row {row} of {table} belongs to nothing in {parent}": (
        "la rangée {row} de {table} ne dépend de rien dans {parent}"
    ),
    "{count:,} posts have no passages": "{count:,} messages sans passage",
    "{count:,} posts have passages out of order": "{count:,} messages aux passages en désordre",
    "{count:,} passages begin behind their end": "{count:,} passages commencent après leur fin",
    "{count:,} passages have no vector": "{count:,} passages sans vecteur",
    "{count:,} vectors have not the length of their model": (
        "{count:,} vecteurs n’ont pas la longueur de leur modèle"
    ),
    "{count:,} vectors are none that a model makes": "{count:,} vecteurs ne sont d’aucun modèle",
    "{count:,} stamps are missing": "{count:,} marques manquent",
    "{count:,} identities are missing": "{count:,} identités manquent",
    "{count:,} tables may give numbers out again": (
        "{count:,} tables risquent de redonner des numéros"
    ),
    "{name} is missing": "{name} manque",
    "{name} is not as it was made": "{name} n’est pas tel qu’il a été fait",
    "a post is not as it was stored": "un message n’est pas tel qu’il a été conservé",
    "the post {id!r} is not as it was stored": (
        "le message {id!r} n’est pas tel qu’il a été conservé"
    ),
    "passages of posts for {audience} are labelled for others": (
        "des passages de messages pour {audience} sont marqués pour d’autres"
    ),
    "the words are not those of the passages ({reason})": (
        "les mots ne sont pas ceux des passages ({reason})"
    ),
}
