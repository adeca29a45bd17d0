"""What the commands say that look after the posts and at them, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UPKEEP: Final[Mapping[str, str]] = {
    "source": "provenance",
    "posts": "messages",
    "comments": "commentaires",
    "newest": "le plus récent",
    "oldest": "le plus ancien",
    "read_by": "second modèle {name}, a lu {done} passages sur {total}",
    "refined": "Lus par {name} : {done} passages sur {total}.",
    "refine_more": (
        "De meilleures réponses demandent de lire encore {count} passages : `pullquote refine` "
        "continue."
    ),
    "refine_failed": "Le second modèle n’a rien lu de plus ({reason}) : lancez `pullquote refine`.",
    "no_post": "Il n’y a pas de message {id} ici : `pullquote search` montre les identifiants.",
    "no_link": "Le message {id} n’a pas de lien qu’un navigateur ouvre.",
    "no_browser": "Aucun navigateur n’a pu être lancé : ouvrez {url} vous-même.",
    "may_see": "{name} peut voir :",
    "nobody": (
        "Personne n’est connu comme {id} : donnez le jeton de sa plateforme, et voyez si le bot "
        "peut le voir."
    ),
    "total": "{posts:message ou commentaire|messages et commentaires}",
    "loading": "Chargement du modèle…",
    "looking": "Examen des messages…",
    "ok": "bon",
    "fail": "ÉCHEC",
    "settings": "réglages",
    "model": "modèle",
    "refining": "second modèle",
    "database": "base",
    "disk": "disque",
    "ledger": "registre",
    "rights": "droits",
    "chats": "les chats",
    "settings_fine": "données dans {folder}, modèle {model}",
    "model_fine": "{name}, en {dimension} dimensions",
    "model_wrong": "{problem} : corrigez {variable}",
    "refining_none": "aucun : {reason}",
    "database_none": "pas encore de messages : `pullquote import CHEMIN` en apporte",
    "database_older": (
        "entière, d’une version plus ancienne : la prochaine commande qui l’ouvre la met à jour "
        "; un Pullquote plus ancien ne pourra plus la lire, sauvegardez-la donc avant"
    ),
    "database_other": "faite avec {model}, pas avec EMBEDDING_MODEL : lancez `pullquote reindex`",
    "ledger_fine": "entier",
    "ledger_none": "rien n’a encore été demandé dans un chat",
    "chats_not_yet": "pas examinés avant que le registre soit de nouveau entier",
    "chats_not": "pas examinés : {problem}",
    "disk_free": "{free} Mo libres",
    "disk_full": "{free} Mo libres : faites de la place, il en faut au moins {least}",
    "backing_up": "Copie et vérification…",
    "backed_up": (
        "{files} : copié dans {folder} et vérifié. Ce qui sera oublié désormais reste dans cette "
        "copie."
    ),
    "restoring": "Vérification et restauration…",
    "restored": (
        "{files} : restauré depuis {folder}. Ce qui fut oublié depuis est de retour : oubliez-le "
        "de nouveau."
    ),
    "bundle_written": "{path} : versions, réglages, tailles ; ni texte, ni nom, ni jeton. Relisez.",
    "not_in_backup": "{files} : absent de la sauvegarde, laissé tel quel.",
    "rights_fine": "{folder} et son contenu ne sont que pour leur propriétaire",
    "rights_open": "d’autres ont des droits sur {path} (mode {mode}) : {command}",
    "rights_shared": (
        "donnez à PULLQUOTE_DATA un dossier à lui, ou, si les autres n’en ont pas besoin, {command}"
    ),
}
