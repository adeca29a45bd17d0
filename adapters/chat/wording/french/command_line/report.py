"""What a report says, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT: Final[Mapping[str, str]] = {
    "title": "Ce qu’on demande et ce qu’on sait",
    "made": "Fait par Pullquote le {day}, en UTC.",
    "decimal": ",",
    "share": "{share}\N{NO-BREAK SPACE}%",
    "seconds": "{seconds}\N{NO-BREAK SPACE}s",
    "posts": "messages",
    "comments": "commentaires",
    "questions": "questions posées",
    "answered_share": "avec réponse",
    "liked": "réponses appréciées",
    "wrong": "réponses dites fausses",
    "posts_over_time": "Les messages dans le temps",
    "no_posts": "Aucun message conservé n’a de date.",
    "questions_over_time": "Les questions dans le temps",
    "answered": "avec réponse",
    "not_answered": "sans réponse",
    "by_week": "Par semaine, nommée par son lundi ; les questions sont gardées {days} jours.",
    "no_questions": "Rien n’a encore été demandé dans un chat.",
    "often": "Les plus demandées",
    "often_note": "Demandées ouvertement ; ce qui l’a été en privé est compté plus haut, pas"
    " montré.",
    "question": "question posée",
    "times": "fois",
    "answered_times": "avec réponse",
    "slow": "Les questions les plus lentes",
    "no_times": "La durée d’une question est notée à partir de maintenant.",
    "private": "(demandée en privé)",
    "took": "durée",
    "day": "jour",
    "sources": "Les sources et leur fraîcheur",
    "source": "d’où",
    "newest": "le plus récent",
    "unknown_day": "sans date",
    "numbers": "Les chiffres",
    "period": "depuis",
    "written": "Écrit dans {file}, que vous seul pouvez lire.",
    "no_report": "{file} existe déjà et n’est pas un rapport : nommez un autre endroit",
    "summary_posts": "Messages : {posts} ; commentaires : {comments} ; le plus récent : {newest}",
    "summary_questions": "Questions depuis le {day} : {asked} ; avec réponse : {share} ; réponses"
    " appréciées : {good}, dites fausses : {bad}",
    "summary_source": "{name} – messages : {posts} ; commentaires : {comments} ; le plus récent :"
    " {newest}",
    "summary_html": "`pullquote report --html rapport.html` écrit une page avec des graphiques.",
    "for_chat": "Ce qu’on demande et ce qu’on sait ici, pour autant que vous puissiez le voir :"
    " ouvrez le fichier dans un navigateur.",
    "in_direct": "La page est dans nos messages directs.",
}
