"""What is said in French: here, and in `chats/`, `command_line/` and `refusals/`."""

from __future__ import annotations

from typing import Final

from adapters.chat.unread_channels import reasons
from adapters.chat.wording.french.chats.commands import SLASH_COMMANDS
from adapters.chat.wording.french.chats.marked_answers import ANSWERING
from adapters.chat.wording.french.chats.message_fates import FATES
from adapters.chat.wording.french.chats.offers import OFFERING
from adapters.chat.wording.french.chats.open_questions import OPEN_QUESTIONS
from adapters.chat.wording.french.chats.quoting import QUOTING
from adapters.chat.wording.french.chats.ratings import RATINGS
from adapters.chat.wording.french.chats.refused_questions import MENDING
from adapters.chat.wording.french.chats.watching import WATCHING
from adapters.chat.wording.french.chats.workspace_settings import SETTINGS
from adapters.chat.wording.french.command_line.chat_checks import CHAT_CHECKS
from adapters.chat.wording.french.command_line.evaluation import EVALUATION
from adapters.chat.wording.french.command_line.help import HELP
from adapters.chat.wording.french.command_line.posts import COMMANDS
from adapters.chat.wording.french.command_line.posts_on_a_server import SERVER
from adapters.chat.wording.french.command_line.prompts import PROMPT
from adapters.chat.wording.french.command_line.question_files import QUESTION_FILES
from adapters.chat.wording.french.command_line.report import REPORT
from adapters.chat.wording.french.command_line.setting_up import SETUP
from adapters.chat.wording.french.command_line.upkeep import UPKEEP
from adapters.chat.wording.french.command_line.usage import USAGE
from adapters.chat.wording.french.problems import PROBLEMS
from adapters.chat.wording.french.refusals import LIBRARY_WORDS, REFUSAL_TERMS, REFUSALS
from adapters.chat.wording.french.refusals.left_out import IN_CHATS, LEFT_OUT
from adapters.chat.wording.wording_type import Wording

FRENCH: Final = Wording(
    language="fr",
    nothing_found="Rien dans les messages ne répond à cela.",
    nothing_in_filters="Rien n’y répond avec ces filtres : essayez sans eux.",
    nothing_more="Les messages n’en disent pas plus que ce qui est cité plus haut.",
    nearest="Les plus proches :",
    unsure="Je ne suis pas sûr que cela y réponde, mais c’est le plus proche :",
    narrowed="Restreint à {filters}, d’après la question. Ajoutez from:anyone pour tout chercher.",
    unknown_author="auteur inconnu",
    age="{age} au moment de la copie",
    post="message",
    comment="commentaire",
    around={
        "above": "Il commente",
        "before": "Juste avant",
        "after": "Juste après",
        "comments": "Commentaires",
    },
    prompt=PROMPT,
    quoting=QUOTING,
    answering=ANSWERING,
    offering=OFFERING,
    fates=FATES,
    command_line=COMMANDS,
    setting_up=SETUP,
    upkeep={**UPKEEP, **SERVER},
    evaluation=EVALUATION,
    usage=USAGE,
    chat_checks={**CHAT_CHECKS, **reasons(WATCHING)},
    question_files=QUESTION_FILES,
    help_texts=HELP,
    report=REPORT,
    languages={"en": "en anglais", "fr": "en français", "es": "en espagnol", "de": "en allemand"},
    page="{page} sur {pages}",
    welcome="Demandez ce que savent les messages. Une ligne vide ou Ctrl-D pour finir.",
    mend=MENDING,
    ratings=RATINGS,
    open_questions=OPEN_QUESTIONS,
    failed="Quelque chose a échoué de notre côté (erreur {error_id}).",
    unusable=(
        "Ce que je conserve est inutilisable pour l’instant : la raison est dans le journal de"
        " qui m’héberge (erreur {error_id})."
    ),
    not_readable="la lecture a échoué",
    unavailable={
        "IndexMissing": "Pas encore de messages que je puisse citer ici : un admin peut en apporter"
        " avec /posts watch ou /posts import.",
        "IndexLocked": "Les messages sont en cours d’écriture : réessayez plus tard.",
        "RemovalOwed": "Les messages sont supprimés, mais pas encore des fichiers sur le disque :"
        " redonnez la même commande plus tard.",
        "LedgerBusy": "Ce qui est retenu est en cours d’écriture : redonnez la même commande plus"
        " tard.",
        "NotWatched": "le salon n’est pas suivi, ou je ne le vois pas : /posts watch le reprend.",
        "ChannelClosed": "{platform} ne me laisse pas le lire ({reason}). Laissez-moi voir le"
        " salon et son historique, puis utilisez de nouveau /posts watch.",
        "FileElsewhere": "{name} est conservé hors de {platform} : partagez le fichier lui-même.",
        "FileClosed": "{platform} ne me laisse pas lire {name} : envoyez-le-moi directement.",
        "FileNotTaken": "{platform} ne prend aucun fichier de moi sans le droit « {right} » :"
        " donnez-le-moi, puis redemandez.",
    },
    expired="Cette question n’est plus conservée : posez-la de nouveau.",
    asked_in_vain="J’ai été interrompu pendant cette question : posez-la de nouveau.",
    corrected="Corrigé : un message cité ici a été modifié ou supprimé.",
    withdrawn="retiré par son auteur",
    gone="plus disponible ici",
    how_to_ask=(
        "Posez-moi une question : je réponds avec les messages gardés ici, mot pour mot, avec"
        " auteur, date et lien. Mentionnez-moi, écrivez-moi directement, ou utilisez /ask."
    ),
    how_to_command=(
        "Pour utiliser une commande comme /posts status, commencez un message vide par / et"
        " choisissez-la dans la liste ; dans un message qui m’est adressé, ce n’est que du texte."
    ),
    searching="cherche…",
    answered_in_private="Je n’ai pas le droit d’écrire là-bas ; voici la réponse à « {question} ».",
    open_post="Ouvrir le message {number}",
    more="Suite",
    back="Retour",
    share="Partager dans le salon",
    only_me="Pour moi seul",
    why="Pourquoi cette réponse ?",
    shared_by="{name} a demandé : « {question} »",
    withheld="Gardés privés, car tous ici n’ont pas le droit de les lire : {count}.",
    nothing_shared="Rien n’est partagé : tous ici n’ont le droit d’en lire aucune partie.",
    beyond="{count} de plus, que vous seul pouvez voir :",
    nothing_beyond="Vous n’en voyez pas plus que tout le monde ici.",
    thanks="Merci, c’est noté.",
    wrong_title="Que manquait-il ?",
    wrong_label="Qu’espériez-vous trouver ?",
    why_searched=(
        "Cherché dans {posts:message|message|messages} que vous pouvez lire"
        " ({passages:passage|passage|passages}), dernier changement {when}."
    ),
    why_found="{number} : trouvé {how}.",
    why_not_found="Aucun passage n’était assez proche pour être cité.",
    why_context="Lue après la question précédente : « {question} »",
    why_filters="Restreint à {filters}.",
    found_by={
        "words": "par ses mots",
        "meaning": "par son sens",
        "post": "par le message qu’il commente",
        "question": "par la question à laquelle il répond",
    },
    related="Des messages proches de celui-là :",
    by_person="Messages de {name} :",
    nothing_by_person="Il n’y a rien de {name} que vous puissiez lire.",
    settings=SETTINGS,
    commands=SLASH_COMMANDS,
    help=(
        "Je réponds avec les mots mêmes des messages conservés : auteur, date et lien.\n"
        "• Mentionnez-moi avec une question, écrivez-moi en privé, ou utilisez `/ask`.\n"
        "• Répondez à l’une de mes réponses pour continuer : « et qui l’a remplacé ? »\n"
        '• Précisez : `from:ada in:#infos since:2024-09-26 kind:comment`, `from:"Ada Lovelace"`.\n'
        "• `/ask` peut ne répondre qu’à vous ; partagez ensuite la réponse si vous voulez.\n"
        "• `/forget-me` supprime vos propres messages.\n"
        "Personne ne voit à travers moi ce qu’il n’a pas le droit de lire lui-même."
    ),
    admins_only="Seules les personnes qui gèrent les messages ici peuvent faire cela.",
    servers_only="Cela ne marche que dans un serveur ou un espace de travail.",
    watching=WATCHING,
    import_offer="Importer {name} ?",
    importing="Import de {name}",
    reading="Lecture de {name}",
    embedding="Calcul des vecteurs",
    remaining=" · encore {time}",
    finished=(
        "Terminé : {new:nouveau|nouveau|nouveaux}, {changed:modifié|modifié|modifiés},"
        " {unchanged:inchangé|inchangé|inchangés}, {removed:supprimé|supprimé|supprimés},"
        " {refused:refusé|refusé|refusés}."
    ),
    left_out=(
        "{left_out:laissé de côté, oublié ou supprimé|laissés de côté, oubliés ou supprimés}"
        " auparavant."
    ),
    parts={
        "page": "page derrière un lien",
        "forwarded": "transféré",
        "mail": "courriel",
        "file": "fichier joint",
    },
    columns_read="Colonnes lues : {kinds}.",
    column_kinds={
        "author_column": "auteur dans {name}",
        "date_column": "date dans {name}",
        "title_column": "titre dans {name}",
    },
    left_out_of_files="Laissé de côté dans le contenu : {kinds}.",
    left_out_kinds=LEFT_OUT,
    left_out_in_chats=IN_CHATS,
    cancelled=(
        "Arrêté. Conservés : {new:nouveau|nouveau|nouveaux},"
        " {changed:modifié|modifié|modifiés}. Rien n’est perdu."
    ),
    interrupted="Interrompu : je reprends dès mon retour.",
    would_be=(
        "Rien n’est encore conservé. Ce serait : {new:nouveau|nouveau|nouveaux},"
        " {changed:modifié|modifié|modifiés}, {unchanged:inchangé|inchangé|inchangés},"
        " {removed:supprimé|supprimé|supprimés}, {refused:refusé|refusé|refusés}."
    ),
    would_remove=(
        "Un fichier précédent de ce nom contenait"
        " {removed:message qui manque|messages qui manquent} dans celui-ci."
        " Est-ce une nouvelle version de ce fichier, ou un autre fichier ?"
    ),
    go_on_removing="Importer, en supprimer {removed}",
    go_on_adding="Importer sans rien supprimer",
    go_on="Importer",
    offer_is_over="C’est passé : envoyez de nouveau le fichier.",
    dry_run_choice="Que faire",
    dry_run_no="Importer ; demander avant de supprimer",
    dry_run_yes="Montrer seulement ce qui changerait",
    job_failed="Échec : {problem}",
    cancel="Annuler",
    too_large="{name} fait {size} Mo : {most} Mo au plus ici. Utilisez `pullquote import`.",
    not_fetched="{name} n’a pas pu être récupéré, ou n’existe plus : envoyez-le de nouveau.",
    already_running="C’est déjà en cours.",
    refused_in={
        "file": "{file} : {problem}",
        "line": "{file}, ligne {number} : {problem}",
        "entry": "{file}, entrée {number} : {problem}",
        "row": "{file}, ligne {number} : {problem}",
    },
    refusals=REFUSALS,
    refusal_terms=REFUSAL_TERMS,
    library_words=LIBRARY_WORDS,
    library_place="ligne {line}, colonne {column}",
    problems=PROBLEMS,
    thousands="\N{NARROW NO-BREAK SPACE}",
    status_nothing="Pas encore de messages : /posts watch ou /posts import en apporte.",
    status_source=(
        "{name} : {posts:message|message|messages},"
        " {comments:commentaire|commentaire|commentaires}, le plus récent {newest},"
        " le plus ancien {oldest}"
    ),
    status_total=(
        "{posts:message|message|messages} en {passages:passage|passage|passages},"
        " dernier changement {when}."
    ),
    status_import="fichier {name} : {left_out}",
    status_channel="{name} : indexé jusqu’à {when}",
    status_never_read="{name} : pas encore lu",
    status_error="{name} : {error}",
    status_refining="Les réponses s’améliorent : {share} des passages sont relus{rest}.",
    status_unrefined="`pip install 'pullquote[e5]'` auprès du bot améliore les réponses.",
    unanswered="Restées sans réponse :",
    unanswered_none="Chaque question a trouvé sa réponse.",
    unanswered_item="« {question} » (personnes qui l’ont posée : {times})",
    answer="Répondre",
    dismiss="Écarter",
    answer_title="Répondre",
    answer_label="Votre réponse devient un message",
    answer_given="{name} a répondu à votre question « {question} » :",
    answer_kept=(
        "Merci : c’est un message désormais, et"
        " {count:personne est prévenue|personne est prévenue|personnes sont prévenues}."
    ),
    answer_for="Qui peut lire votre réponse : {readers}.",
    readers_server="tous les membres de ce serveur",
    readers_workspace="tous les membres à part entière de cet espace, sans les invités",
    told_here="Prévenus dans {place} : {names}.",
    told_directly="Prévenus directement : {names}.",
    told_if_allowed="Qui l’a posée est prévenu, s’il a le droit de la lire.",
    not_told_hidden="Non prévenus, car ils n’ont pas le droit de la lire : {count}.",
    not_told_unreachable="Non prévenus, car injoignables : {count}.",
    dismissed="Écartée.",
    send="Envoyer",
    close="Fermer",
    ask_title="Interroger les messages",
    import_title="Importer des messages",
    import_for="Qui peut voir les messages, sauf ceux que le fichier réserve à moins de monde",
    for_members="Tous les membres à part entière de cet espace",
    for_channel="Seulement les membres de ce canal",
    for_everyone="Tous ceux qui peuvent m’interroger",
    your_questions="Vos dernières questions",
    no_questions="Vous ne m’avez encore rien demandé.",
    suggestions="Demandez-moi l’un de ces sujets, ou autre chose :",
    forget_what="Indiquez une personne, une source ou un message.",
    forget_which="Plusieurs personnes s’appellent {name}. Mentionnez-en une : {accounts}",
    forget_nothing="Il n’y a rien de {what} ici.",
    forget_confirm=(
        "Cela supprime {count:message|message|messages} de {what} de tout ce que je conserve."
    ),
    forget_no_post="{what} : ce message n’est pas conservé ici.",
    forget_post_confirm=(
        "Cela supprime {what} ({count:message|message|messages}) de tout ce que je conserve."
    ),
    forget_me_confirm=(
        "Cela supprime ce que vous avez écrit ({count:message|message|messages}) et demandé ; "
        "aucun message de vous ne sera plus conservé, et ce que vous demanderez désormais ne sera "
        "sur aucune liste et sera oublié en deux jours."
    ),
    forget="Supprimer",
    forgotten="Supprimés : {count}.",
    forgotten_me=(
        "C’est fait : {count:message supprimé|message supprimé|messages supprimés},"
        " et aucun message de vous ne sera plus conservé. Ce que vous demanderez désormais ne sera"
        " sur aucune liste et sera oublié en deux jours."
    ),
    still_quoted=(
        "Réponses que je ne peux pas modifier pour l’instant : {count}. Je réessaie jusqu’à ce"
        " que ce soit fait."
    ),
    kept="Rien n’a été supprimé.",
)
