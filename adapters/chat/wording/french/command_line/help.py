"""What `--help` says in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP: Final[Mapping[str, str]] = {
    "Answers questions from stored posts, in the posts' own words.": (
        "Répond aux questions par les messages conservés, dans leurs propres mots."
    ),
    "Exit codes:": (
        "Codes de sortie : 0 fait, 1 fait en partie, 2 commande ou question incorrecte, 3 réglages,"
        " 4 index, 5 plateforme, 70 une faute de notre part, 130 interrompu."
    ),
    "Show the version.": "Montrer la version.",
    "Install completion for": "Installer la complétion pour ce shell.",
    "Show completion for": "Montrer la complétion pour ce shell, pour la copier ou l’adapter.",
    "Bring posts in:": (
        "Apporter des messages : textes et tableaux, pages et flux, archives des plateformes.\n\n"
        "Le même fichier ou dossier importé de nouveau met à jour ce qui a changé, et retire ce qui"
        " n’y est plus."
    ),
    "Copy everything to another": (
        "Copier les messages et le registre vers une autre base, et vérifier la copie ; ils restent"
        " aussi où ils sont.\n\n"
        "On peut l’arrêter à tout moment : relancée, elle continue. Les réglages restent."
    ),
    "postgresql://… or a data folder.": "postgresql://… ou un dossier de données.",
    "Check as `check` does,": (
        "Vérifier comme `check`, et écrire ce qu’il faut à un mainteneur, sans aucun secret."
    ),
    "A file to write;": "Un fichier à écrire ; rien ne doit s’y trouver.",
    "Files, folders, addresses;": "Fichiers, dossiers, adresses ; - est l’entrée standard.",
    "Call the source this.": "Nommer ainsi la source.",
    "Who may see them:": "Qui peut les voir : une étiquette.",
    "What a column of a table is,": (
        'Ce qu’est une colonne d’un tableau, comme text="Qu’avez-vous aimé ?" ; peut être répété.'
    ),
    "How a table writes dates:": (
        "L’ordre des dates d’un tableau : `day-first` (jour d’abord) ou `month-first`."
    ),
    "Show only what would change.": "Montrer seulement ce qui changerait.",
    "Also what apps wrote": "Aussi ce que des applications ont écrit, dans les exports de chats.",
    "Ask nothing, even before": (
        "Ne rien demander, même avant que des messages partent ou d’aller sur le web."
    ),
    "Also addresses of": "Aussi les adresses de cette machine et de son réseau.",
    "Ask this one no more;": "Ne plus consulter celle-ci ; ses messages restent.",
    "Ask the addresses again": (
        "Consulter de nouveau les adresses importées, et apporter ce qui y est nouveau.\n\n"
        "Ce qu’elles ne montrent plus reste : un flux ne montre que le plus récent."
    ),
    "Answer a question": (
        "Répondre à une question par des extraits des messages, avec auteur, date et lien.\n\n"
        "Des filtres dans la question : from:NOM in:SOURCE since:2024-09-26 until:… kind:comment"
    ),
    "The question;": "La question ; - en lit une par ligne.",
    "How many results at most.": "Combien de résultats au plus.",
    "One line of JSON for a program.": "Une ligne de JSON pour un programme.",
    "Only what readers": (
        "Seulement ce que voient les lecteurs de cette étiquette ; peut être répété."
    ),
    "Only this author's.": "Seulement de cet auteur.",
    "Only this source.": "Seulement de cette source.",
    "From this day on:": "À partir de ce jour : 2024-09-26, 2024-09, hier.",
    "Only up to this day.": "Seulement jusqu’à ce jour.",
    "Only `post` or `comment`.": "Seulement `post` ou `comment`.",
    "Show what is found": (
        "Montrer ce qui est trouvé avant tout choix d’extrait ou refus : un message par ligne, le"
        " meilleur d’abord."
    ),
    "Ask one question after": (
        "Poser une question après l’autre ; /help dit ce qu’on peut taper d’autre."
    ),
    "Tell whether a message of a chat": (
        "Dire si un message d’un chat est conservé, et sinon pourquoi."
    ),
    "The link to a message": "Le lien vers un message d’un chat.",
    "Show one post whole,": "Montrer un message en entier, avec ce qui l’entoure.",
    "The id, as `ask`": "L’id, comme `ask` le montre.",
    "Open its link": "Ouvrir son lien dans le navigateur.",
    "Embed the posts again": (
        "Calculer de nouveau les vecteurs où le modèle ou le découpage ont changé."
    ),
    "Have a better model read": (
        "Faire lire les messages par un meilleur modèle, pour de meilleures réponses ; peut être"
        " arrêté à tout moment."
    ),
    "Everything, changed or not.": "Tout, changé ou non.",
    "Show what is stored:": (
        "Montrer ce qui est conservé : sources, messages, modèle, fraîcheur, taille."
    ),
    "JSON for a program.": "Du JSON pour un programme.",
    "Check settings,": (
        "Vérifier réglages, modèle, base, disque et chats : une ligne chacun, avec le remède."
    ),
    "Remove posts from": (
        "Retirer des messages de la base et de tous ses fichiers.\n\n"
        "Un auteur et un message restent dehors quand leur fichier est importé de nouveau ; une"
        " source peut revenir."
    ),
    "All posts of this name": "Tous les messages de ce nom ou de ce compte.",
    "All posts of this source.": "Tous les messages de cette source.",
    "The post with this id.": "Le message qui a cet id.",
    "Show only what would go.": "Montrer seulement ce qui partirait.",
    "Do not ask first.": "Ne pas demander d’abord.",
    "Copy posts and ledger": (
        "Copier messages et registre dans un nouveau dossier, pendant que le bot tourne, et"
        " vérifier les copies."
    ),
    "A folder to make;": "Un dossier à créer ; rien ne doit s’y trouver.",
    "Put the posts and the ledger": (
        "Remettre en place les messages et le registre d’une sauvegarde ; arrêtez d’abord le bot."
    ),
    "A folder that `backup`": "Un dossier que `backup` a créé.",
    "Replace also what is newer.": "Remplacer aussi ce qui est plus récent.",
    "Print all posts": "Écrire tous les messages en JSONL, que lit `import`.",
    "Show what a question": (
        "Montrer ce que pourrait citer maintenant une question de quelqu’un, ou dans un canal."
    ),
    "Its id on": "Son id sur Discord ou Slack.",
    "Follow channels of a chat": (
        "Ne plus suivre des salons d’un chat ; sans nom, montrer ceux qui sont suivis.\n\n"
        "Leurs messages restent. Un bot qui tourne en tient compte aussitôt."
    ),
    "Its name or id.": "Son nom ou son id.",
    "All channels, those": "Tous les salons, ceux créés plus tard compris.",
    "Measure the answers": (
        "Mesurer les réponses sur des questions dont la réponse est connue.\n\n"
        "Chaque ligne du fichier est un objet avec une question et le post_id du message qui"
        " répond,\nou gold, les mots qui répondent ; ni l’un ni l’autre pour une question sans"
        " réponse."
    ),
    "Read a source's messages again one by one, and count what repeated questions get.": (
        "Relire un par un les messages d’une source, et compter ce qu’obtiennent les questions"
        " répétées."
    ),
    "Replay only the first N messages.": "Ne relire que les N premiers messages.",
    "Print N drafted questions": "Afficher plutôt N questions ébauchées, à corriger.",
    "JSON Lines with": (
        "JSON Lines avec `question`, et `post_id` ou `gold` ; - est l’entrée standard."
    ),
    "Show what is asked,": (
        "Montrer ce qu’on demande, ce qui a sa réponse, et la croissance et la fraîcheur des"
        " messages."
    ),
    "Write a page": "Écrire dans ce fichier une page avec des graphiques.",
    "Set the bot up:": (
        "Régler le bot : demander ce qui manque, l’écrire dans .env, et le vérifier."
    ),
    "Take the settings from": "Prendre les réglages dans ce fichier, et ne rien demander.",
    "Start every platform": (
        "Démarrer chaque plateforme qui a un jeton, jusqu’à ce qu’elle finisse ou soit interrompue."
    ),
    "Answer other assistants": (
        "Répondre à d’autres assistants par le Model Context Protocol, sur l’entrée et la sortie"
        " standard.\n\nSans --audience ils ne trouvent que ce qui est pour tous."
    ),
    "Also what readers": (
        "Aussi ce que voient les lecteurs de cette étiquette ; peut être répété."
    ),
    "Over HTTP on this port": "Par HTTP sur ce port de cette machine ; 0 en prend un libre.",
}
