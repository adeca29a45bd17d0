"""What stands around the help of the command line, and what was typed wrongly, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

USAGE: Final[Mapping[str, str]] = {
    "usage": "Utilisation : ",
    "options": "Options ",
    "arguments": "Arguments ",
    "commands": "Commandes ",
    "metavar_options": "[OPTIONS]",
    "metavar_command": "COMMANDE [ARGUMENTS]...",
    "type_str": "TEXTE",
    "type_int": "NOMBRE",
    "type_path": "CHEMIN",
    "help": "Montrer cette aide.",
    "required": "nécessaire",
    "default": "par défaut : {value}",
    "see_help": "`{command} -h` dit ce qu’on peut taper.",
    "no_option": "Il n’y a pas d’option {name}.",
    "no_option_near": "Il n’y a pas d’option {name} : vouliez-vous dire {near} ?",
    "no_command": "Il n’y a pas de commande {name}.",
    "no_command_near": "Il n’y a pas de commande {name} : vouliez-vous dire {near} ?",
    "no_command_given": "Il manque une commande.",
    "missing": "Il manque {name}.",
    "no_value": "{name} demande une valeur à sa suite.",
    "no_value_taken": "{name} ne prend pas de valeur.",
    "too_much": "C’est trop : {name}. Mettez entre guillemets ce qui a des espaces.",
    "wrong_value": "{name} : {problem}.",
    "no_number": "il faut un nombre entier",
    "too_small": "le minimum est {limit}",
    "too_large": "le maximum est {limit}",
    "empty": "c’est vide (une variable non définie ?) : {remedy}",
    "empty_option": "omettez l’option, ou donnez-lui une valeur",
    "empty_audience": "nommez un public, ou `everyone`",
    "empty_path": "nommez un fichier ou un dossier, ou `.` pour celui-ci",
    "no_column": "{value} n’est pas NOM=COLONNE, avec pour NOM {known}",
    "no_order": "{value} n’est ni day-first ni month-first",
    "forget_what": "donnez --author, --source ou --post, et un seul d’entre eux",
    "folder_there": "il y a déjà quelque chose à {path} : nommez un dossier qui n’existe pas",
    "file_there": "il y a déjà quelque chose à {path} : nommez un fichier qui n’existe pas",
    "audit_whom": "nommez un compte ou un canal par son id, comme 1234567 ou C0AB12",
    "stopped": "Arrêté.",
    "fault": "Une faute de notre part, erreur {error_id} : signalez-la, s’il vous plaît.",
    "no_platform": "Aucune plateforme n’est réglée : donnez DISCORD_TOKEN, ou SLACK_BOT_TOKEN et"
    " SLACK_APP_TOKEN (`pullquote setup` les demande). `pullquote chat` répond ici.",
    "serving": "Au service de {names}. Ctrl-C y met fin.",
    "standing_by": "{name} : un autre processus s’en charge ; celui-ci prend la relève s’il"
    " s’arrête.",
    "and": " et ",
    "left": "reste",
    "importing": "Import",
    "refining": "Lecture",
    "embedding": "Calcul",
    "unit_posts": "messages",
    "asking": "Questions",
    "unit_questions": "questions",
    "unit_passages": "passages",
    "unit_messages": "messages",
    "moving": "Copie",
    "by_words": "mots",
    "by_meaning": "sens",
    "by_post": "message",
    "by_question": "question",
}
