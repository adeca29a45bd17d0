"""What the commands say that look after the posts and at them, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_UPKEEP: Final[Mapping[str, str]] = {
    "source": "source",
    "posts": "posts",
    "comments": "comments",
    "newest": "newest",
    "read_by": "second model {name}, has read {done} of {total} passages",
    "refined": "Read by {name}: {done} of {total} passages.",
    "refine_more": (
        "Better answers need {count} passages more to be read: `pullquote refine` goes on."
    ),
    "refine_failed": "The second model read nothing more ({reason}): run `pullquote refine`.",
    "no_post": "There is no post {id} here: `pullquote search` shows the ids.",
    "no_link": "The post {id} has no link that a browser opens.",
    "no_browser": "No browser could be started: open {url} yourself.",
    "may_see": "{name} may see:",
    "nobody": (
        "Nobody is known as {id}: set the token of its platform, and see whether the bot can "
        "see it."
    ),
    "total": "{posts:post or comment|posts and comments}",
    "loading": "Loading the model…",
    "looking": "Looking through the posts…",
    "ok": "ok",
    "fail": "FAIL",
    "settings": "settings",
    "model": "model",
    "refining": "refining",
    "database": "database",
    "disk": "disk",
    "ledger": "ledger",
    "rights": "rights",
    "chats": "chats",
    "settings_fine": "data in {folder}, model {model}",
    "model_fine": "{name}, {dimension} dimensions",
    "model_wrong": "{problem}: correct {variable}",
    "refining_none": "none: {reason}",
    "database_none": "no posts yet: bring some in with `pullquote import PATH`",
    "database_older": (
        "whole, of an older version: the next command that opens it brings it up to date; an "
        "older Pullquote cannot read it then, so back it up before"
    ),
    "database_other": "made with {model}, not with EMBEDDING_MODEL: run `pullquote reindex`",
    "ledger_fine": "whole",
    "ledger_none": "nothing asked in a chat yet",
    "chats_not_yet": "not looked at before the ledger is whole again",
    "chats_not": "not looked at: {problem}",
    "disk_free": "{free} MB free",
    "disk_full": "{free} MB free: make room, {least} MB are the least",
    "backing_up": "Copying and checking…",
    "backed_up": (
        "{files}: copied to {folder} and checked. What is forgotten from now on stays in this copy."
    ),
    "restoring": "Checking and restoring…",
    "restored": (
        "{files}: restored from {folder}. What was forgotten since is back: forget it again."
    ),
    "bundle_written": "{path}: versions, settings, sizes, counts; no post, name or token. Read it.",
    "not_in_backup": "{files}: not in the backup, left as it was.",
    "rights_fine": "{folder} and what is in it are for its owner alone",
    "rights_open": "others have rights to {path} (mode {mode}): {command}",
    "rights_shared": (
        "give PULLQUOTE_DATA a folder of its own, or, if others need it not, {command}"
    ),
}

FRENCH_UPKEEP: Final[Mapping[str, str]] = {
    "source": "source d’où",
    "posts": "messages",
    "comments": "commentaires",
    "newest": "le plus récent",
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

SPANISH_UPKEEP: Final[Mapping[str, str]] = {
    "source": "fuente",
    "posts": "mensajes",
    "comments": "comentarios",
    "newest": "el más reciente",
    "read_by": "segundo modelo {name}, ha leído {done} de {total} pasajes",
    "refined": "Leídos por {name}: {done} de {total} pasajes.",
    "refine_more": (
        "Para mejores respuestas hay que leer {count} pasajes más: `pullquote refine` sigue."
    ),
    "refine_failed": (
        "El segundo modelo no ha leído nada más ({reason}): ejecuta `pullquote refine`."
    ),
    "no_post": "Aquí no hay ningún mensaje {id}: `pullquote search` muestra los identificadores.",
    "no_link": "El mensaje {id} no tiene un enlace que abra un navegador.",
    "no_browser": "No se pudo abrir ningún navegador: abre {url} tú mismo.",
    "may_see": "{name} puede ver:",
    "nobody": (
        "No se conoce a nadie como {id}: pon el token de su plataforma, y mira si el bot puede "
        "verlo."
    ),
    "total": "{posts:mensaje o comentario|mensajes y comentarios}",
    "loading": "Cargando el modelo…",
    "looking": "Revisando los mensajes…",
    "ok": "bien",
    "fail": "FALLO",
    "settings": "ajustes",
    "model": "modelo",
    "refining": "segundo modelo",
    "database": "base de datos",
    "disk": "disco",
    "ledger": "registro",
    "rights": "permisos",
    "chats": "los chats",
    "settings_fine": "datos en {folder}, modelo {model}",
    "model_fine": "{name}, de {dimension} dimensiones",
    "model_wrong": "{problem}: corrige {variable}",
    "refining_none": "ninguno: {reason}",
    "database_none": "todavía no hay mensajes: `pullquote import RUTA` los trae",
    "database_older": (
        "entera, de una versión anterior: la próxima orden que la abra la pondrá al día; un "
        "Pullquote anterior ya no podrá leerla, así que haz antes una copia"
    ),
    "database_other": "hecha con {model}, no con EMBEDDING_MODEL: ejecuta `pullquote reindex`",
    "ledger_fine": "entero",
    "ledger_none": "todavía no se ha preguntado nada en un chat",
    "chats_not_yet": "no se miran hasta que el registro esté entero otra vez",
    "chats_not": "no se han mirado: {problem}",
    "disk_free": "{free} MB libres",
    "disk_full": "{free} MB libres: haz sitio, hacen falta al menos {least} MB",
    "backing_up": "Copiando y comprobando…",
    "backed_up": (
        "{files}: copiado en {folder} y comprobado. Lo que se olvide a partir de ahora sigue en "
        "esta copia."
    ),
    "restoring": "Comprobando y restaurando…",
    "restored": (
        "{files}: restaurado desde {folder}. Lo que se olvidó desde entonces ha vuelto: olvídalo "
        "de nuevo."
    ),
    "bundle_written": "{path}: versiones, ajustes, tamaños; ni mensajes, nombres ni tokens. Léalo.",
    "not_in_backup": "{files}: no está en la copia, se deja como estaba.",
    "rights_fine": "{folder} y lo que contiene son solo de su dueño",
    "rights_open": "otros tienen permisos sobre {path} (modo {mode}): {command}",
    "rights_shared": (
        "da a PULLQUOTE_DATA una carpeta propia o, si otros no la necesitan, {command}"
    ),
}

GERMAN_UPKEEP: Final[Mapping[str, str]] = {
    "source": "Quelle",
    "posts": "Beiträge",
    "comments": "Kommentare",
    "newest": "neuester",
    "read_by": "zweites Modell {name}, hat {done} von {total} Abschnitten gelesen",
    "refined": "Von {name} gelesen: {done} von {total} Abschnitten.",
    "refine_more": (
        "Für bessere Antworten sind noch {count} Abschnitte zu lesen: `pullquote refine` macht "
        "weiter."
    ),
    "refine_failed": (
        "Das zweite Modell hat nichts weiter gelesen ({reason}): starte `pullquote refine`."
    ),
    "no_post": "Hier gibt es keinen Beitrag {id}: `pullquote search` zeigt die Kennungen.",
    "no_link": "Der Beitrag {id} hat keinen Verweis, den ein Browser öffnet.",
    "no_browser": "Kein Browser ließ sich starten: öffne {url} selbst.",
    "may_see": "{name} darf sehen:",
    "nobody": (
        "Niemand ist als {id} bekannt: setze das Token der Plattform, und sieh nach, ob der Bot "
        "ihn sehen kann."
    ),
    "total": "{posts:Beitrag oder Kommentar|Beiträge und Kommentare}",
    "loading": "Lade das Modell…",
    "looking": "Sehe die Beiträge durch…",
    "ok": "gut",
    "fail": "FEHLER",
    "settings": "Einstellungen",
    "model": "Modell",
    "refining": "zweites Modell",
    "database": "Datenbank",
    "disk": "Platte",
    "ledger": "Register",
    "rights": "Rechte",
    "chats": "Chats",
    "settings_fine": "Daten in {folder}, Modell {model}",
    "model_fine": "{name}, {dimension} Dimensionen",
    "model_wrong": "{problem}: berichtige {variable}",
    "refining_none": "keines: {reason}",
    "database_none": "noch keine Beiträge: `pullquote import PFAD` holt welche",
    "database_older": (
        "heil, von einer älteren Version: der nächste Befehl, der sie öffnet, bringt sie auf "
        "den neuen Stand; ein älteres Pullquote kann sie dann nicht lesen, sichere sie also "
        "vorher"
    ),
    "database_other": "mit {model} gemacht, nicht mit EMBEDDING_MODEL: starte `pullquote reindex`",
    "ledger_fine": "heil",
    "ledger_none": "in einem Chat wurde noch nichts gefragt",
    "chats_not_yet": "nicht angesehen, ehe das Register wieder heil ist",
    "chats_not": "nicht angesehen: {problem}",
    "disk_free": "{free} MB frei",
    "disk_full": "{free} MB frei: schaffe Platz, {least} MB sind das Mindeste",
    "backing_up": "Wird kopiert und geprüft…",
    "backed_up": (
        "{files}: nach {folder} kopiert und geprüft. Was von jetzt an vergessen wird, bleibt in "
        "dieser Kopie."
    ),
    "restoring": "Wird geprüft und zurückgeholt…",
    "restored": (
        "{files}: aus {folder} zurückgeholt. Was seitdem vergessen wurde, ist wieder da: vergiss "
        "es noch einmal."
    ),
    "bundle_written": "{path}: Versionen, Einstellungen, Größen; kein Text, Name, Token. Lesen!",
    "not_in_backup": "{files}: nicht in der Sicherung, unverändert gelassen.",
    "rights_fine": "{folder} und der Inhalt gehören nur dem Besitzer",
    "rights_open": "andere haben Rechte an {path} (Modus {mode}): {command}",
    "rights_shared": (
        "gib PULLQUOTE_DATA einen eigenen Ordner oder, wenn andere ihn nicht brauchen, {command}"
    ),
}
