"""What is wrong with a server, or with a move, in French, by the English."""

from __future__ import annotations

from typing import Final

SERVERS: Final = {
    "{package} is not installed: `pip install 'pullquote[postgres]'` brings it": (
        "{package} n’est pas installé : `pip install 'pullquote[postgres]'` l’apporte"
    ),
    "PULLQUOTE_DATABASE is no address of a database: give one like"
    " postgresql://ROLE:PASSWORD@HOST/DATABASE": (
        "PULLQUOTE_DATABASE n’est pas l’adresse d’une base : donnez-en une comme"
        " postgresql://RÔLE:MOT_DE_PASSE@HÔTE/BASE"
    ),
    "restore the server's own backup, or drop the schema `pullquote` and import again": (
        "restaurez la sauvegarde du serveur, ou supprimez le schéma `pullquote` et refaites"
        " l’import"
    ),
    "see that the server runs and PULLQUOTE_DATABASE names it": (
        "vérifiez que le serveur tourne et que PULLQUOTE_DATABASE le nomme"
    ),
    "have PULLQUOTE_DATABASE name the server that may be written, or its role may write": (
        "faites que PULLQUOTE_DATABASE nomme le serveur où l’on peut écrire, ou que son rôle en ait"
        " le droit"
    ),
    "end others that use the server, or look at its limits": (
        "arrêtez ce qui utilise aussi le serveur, ou regardez ses limites"
    ),
    "make the role that PULLQUOTE_DATABASE names the owner of the database": (
        "faites du rôle que nomme PULLQUOTE_DATABASE le propriétaire de la base"
    ),
    "it lacks {names}": "il y manque {names}",
    "{place} is kept by an older server: use PostgreSQL 15 or newer": (
        "{place} est sur un serveur trop ancien : prenez PostgreSQL 15 ou plus récent"
    ),
    "{place} keeps texts as {encoding}: make one with ENCODING 'UTF8' TEMPLATE template0": (
        "{place} garde les textes en {encoding} : faites-en une avec ENCODING 'UTF8' TEMPLATE"
        " template0"
    ),
    "{place} has pgvector {version}, 0.8 or newer is needed: run ALTER EXTENSION vector UPDATE"
    " there": (
        "{place} a pgvector {version}, il faut 0.8 ou plus récent : exécutez-y ALTER EXTENSION"
        " vector UPDATE"
    ),
    "{place} was made by a newer version: update Pullquote": (
        "{place} a été fait par une version plus récente : mettez Pullquote à jour"
    ),
    "{place} lacks pgvector ({reason}): have whoever looks after the server run CREATE EXTENSION"
    " vector there": (
        "il manque pgvector à {place} ({reason}) : faites exécuter CREATE EXTENSION vector à qui"
        " s’occupe du serveur"
    ),
    "{name}… has more than {most:,} bytes, too many for PostgreSQL to look up: give the post a"
    " shorter id, account or folder": (
        "{name}… fait plus de {most:,} octets, trop pour que PostgreSQL le retrouve : donnez au"
        " message un id, un compte ou un dossier plus court"
    ),
    "{count:,} passages are labelled for others than their post": (
        "{count:,} passages marqués pour d’autres que leur message"
    ),
    "{count:,} vectors are labelled for others than their passage": (
        "{count:,} vecteurs marqués pour d’autres que leur passage"
    ),
    "{count:,} words are not those of the passages": "{count:,} mots ne sont pas ceux des passages",
    "{count:,} counts of words are not those of the postings": (
        "{count:,} comptes de mots ne sont pas ceux de la liste"
    ),
    "{count:,} labels do not count their passages": (
        "{count:,} étiquettes ne comptent pas leurs passages"
    ),
    "{count:,} answers are known in no way that there is": (
        "{count:,} réponses connues d’aucune façon qui existe"
    ),
    "{count:,} answers are known twice in one way": (
        "{count:,} réponses connues deux fois de la même façon"
    ),
    "{count:,} numbers may be given out again": "{count:,} numéros risquent d’être redonnés",
    "{place} was made by an older version: run `pullquote reindex` first": (
        "{place} a été fait par une version plus ancienne : lancez d’abord `pullquote reindex`"
    ),
    "{place} holds posts already: name an empty database": (
        "{place} contient déjà des messages : nommez une base vide"
    ),
    "{place} has other passages of {id} than it should: run `pullquote reindex --full` first": (
        "{place} a d’autres passages de {id} qu’il ne devrait : lancez d’abord `pullquote reindex"
        " --full`"
    ),
    "{here} and {there} have not the same {what}: give the same command again": (
        "{here} et {there} n’ont pas les mêmes données ({what}) : redonnez la même commande"
    ),
    "restore the server's own backup, or drop the schema `{schema}`, and what was asked, rated and"
    " watched with it": (
        "restaurez la sauvegarde du serveur, ou supprimez le schéma `{schema}`, et avec lui ce qui"
        " a été demandé, noté et suivi"
    ),
    "its ledger lacks {names}": "il manque {names} à son registre",
    "{place} holds the ledger of a newer version: update Pullquote": (
        "{place} contient le registre d’une version plus récente : mettez Pullquote à jour"
    ),
    "{place} holds a ledger already: name an empty database or folder": (
        "{place} contient déjà un registre : nommez une base ou un dossier vide"
    ),
    "the ledger does not answer": "le registre ne répond pas",
    "posts": "messages",
    "model": "modèle",
    "vectors": "vecteurs",
    "answered questions": "questions répondues",
    "answers": "réponses",
    "marks": "marques",
    "suppressed names": "noms écartés",
    "deleted messages": "messages supprimés",
    "titles": "titres",
    "notes": "notes",
}
