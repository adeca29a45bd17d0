"""What is wrong between a chat platform and the bot, in French, by the English."""

from __future__ import annotations

from typing import Final

PLATFORMS: Final = {
    "Discord does not accept DISCORD_TOKEN: copy it again from the Bot page of your application"
    " in the developer portal.": (
        "Discord n’accepte pas DISCORD_TOKEN : copiez-le de nouveau depuis la page Bot de votre"
        " application dans le portail des développeurs."
    ),
    "Discord does not let the bot read messages: turn on Message Content Intent on the Bot page"
    " of your application in the developer portal.": (
        "Discord ne laisse pas le bot lire les messages : activez Message Content Intent sur la"
        " page Bot de votre application dans le portail des développeurs."
    ),
    "Discord cannot be reached or has ended the connection ({reason}): see that discord.com can"
    " be reached from here, and start again.": (
        "Discord est injoignable ou a coupé la connexion ({reason}) : vérifiez que discord.com est"
        " joignable d’ici, et recommencez."
    ),
    "DISCORD_TOKEN is not accepted: copy it from the Bot page": (
        "DISCORD_TOKEN n’est pas accepté : copiez-le depuis la page Bot"
    ),
    "{url} does not answer as Slack does: see what stands between (a proxy, a "
    "firewall, a page to sign in), and SLACK_API_URL": (
        "{url} ne répond pas comme Slack : voyez ce qui se trouve entre les deux (un "
        "proxy, un pare-feu, une page de connexion), et SLACK_API_URL"
    ),
    "what it says is no JSON of Discord’s": ("ce qu’il dit n’est pas du JSON de Discord"),
    "the gateway {url} does not open ({reason}): see what stands between, and "
    "DISCORD_GATEWAY_URL": (
        "la passerelle {url} ne s’ouvre pas ({reason}) : voyez ce qui se trouve entre "
        "les deux, et DISCORD_GATEWAY_URL"
    ),
    "Discord cannot be reached ({reason}): try again later": (
        "Discord est injoignable ({reason}) : réessayez plus tard"
    ),
    "Discord does not let an answer be corrected ({reason})": (
        "Discord ne laisse pas corriger une réponse ({reason})"
    ),
    "DISCORD_SHARDS is {own} here and {other} in another process: give each shard"
    " to one process, and all processes the same number of shards": (
        "DISCORD_SHARDS est {own} ici et {other} dans un autre processus : donnez chaque shard à un"
        " seul processus, et à tous le même nombre de shards"
    ),
    "a server is not available": "un serveur n’est pas disponible",
    "the channel of the digest is gone": "le salon du résumé n’existe plus",
    "the digest could not be posted ({reason})": "le résumé n’a pas pu être publié ({reason})",
    "Slack does not tell who reads it ({reason})": "Slack ne dit pas qui le lit ({reason})",
    "Slack does not tell who reads an answer ({reason})": (
        "Slack ne dit pas qui lit une réponse ({reason})"
    ),
    "Slack does not tell where an answer is ({reason})": (
        "Slack ne dit pas où est une réponse ({reason})"
    ),
    "Slack does not tell: {reason}": "Slack ne le dit pas : {reason}",
    "cannot listen on {host}:{port} ({reason})": (
        "impossible d’écouter sur {host}:{port} ({reason})"
    ),
    "SLACK_ENCRYPTION_KEY does not open the stored tokens: set the key they were stored with, or"
    " install the app again": (
        "SLACK_ENCRYPTION_KEY n’ouvre pas les jetons conservés : mettez la clé avec laquelle ils"
        " l’ont été, ou réinstallez l’app"
    ),
    "Slack lets us not write there ({reason})": "Slack ne nous laisse pas y écrire ({reason})",
    "the message was deleted": "le message a été supprimé",
    "Slack took no message": "Slack n’a pas pris de message",
    "Slack took no message ({reason})": "Slack n’a pas pris de message ({reason})",
    "Slack took no reply ({reason})": "Slack n’a pas pris de réponse ({reason})",
    "Slack took no message away ({reason})": "Slack n’a retiré aucun message ({reason})",
    "Slack took no file ({reason})": "Slack n’a pas pris de fichier ({reason})",
    "whether a message was stored is not known ({reason})": (
        "on ne sait pas si un message a été enregistré ({reason})"
    ),
    "Slack does not open Socket Mode ({reason})": "Slack n’ouvre pas Socket Mode ({reason})",
    "no answer": "pas de réponse",
    "Slack does not accept SLACK_APP_TOKEN ({reason}): make one with the scope connections:write"
    " under “Basic Information”, and switch Socket Mode on": (
        "Slack n’accepte pas SLACK_APP_TOKEN ({reason}) : faites-en un avec le droit"
        " connections:write sous « Basic Information », et activez Socket Mode"
    ),
    "Slack does not accept SLACK_BOT_TOKEN ({reason}): copy it again from “OAuth & Permissions”": (
        "Slack n’accepte pas SLACK_BOT_TOKEN ({reason}) : copiez-le de nouveau depuis « OAuth &"
        " Permissions »"
    ),
    "Slack cannot be reached ({reason}): see that it can be reached from here, and try again": (
        "Slack est injoignable ({reason}) : vérifiez qu’il est joignable d’ici, et recommencez"
    ),
    "Slack cannot be reached at {url} ({reason}): {remedy}": (
        "Slack est injoignable à {url} ({reason}) : {remedy}"
    ),
    "see that it can be reached from here, and try again": (
        "vérifiez qu’il est joignable d’ici, et recommencez"
    ),
    "{url} does not answer as Discord does ({reason}): see what stands between (a "
    "proxy, a firewall, a page to sign in), and DISCORD_API_URL.": (
        "{url} ne répond pas comme Discord ({reason}) : voyez ce qui se trouve entre "
        "les deux (un proxy, un pare-feu, une page de connexion), et DISCORD_API_URL."
    ),
    "Slack cannot be reached at {url}: it, or what stands between, answers with no word of"
    " Slack's; try again later": (
        "Slack est injoignable à {url} : lui, ou ce qui se trouve entre vous, répond sans un mot de"
        " Slack ; réessayez plus tard"
    ),
    "the app is not installed in {team}": "l’app n’est pas installée dans {team}",
    "The app was removed from its Slack workspace: install it again, and set SLACK_BOT_TOKEN to"
    " the new token": (
        "L’app a été retirée de son espace Slack : réinstallez-la, et mettez le nouveau jeton dans"
        " SLACK_BOT_TOKEN"
    ),
    "{name} is kept outside of {platform}: share the file itself": (
        "{name} est conservé hors de {platform} : partagez le fichier lui-même"
    ),
    "{platform} does not let me read {name}": "{platform} ne me laisse pas lire {name}",
    "{platform} does not let me read it ({reason})": (
        "{platform} ne me laisse pas le lire ({reason})"
    ),
    "{platform} takes no file from me without the right {right}": (
        "{platform} n’accepte de moi aucun fichier sans le droit {right}"
    ),
    "the channel is not watched any more, or cannot be seen": (
        "le salon n’est plus suivi, ou ne peut pas être vu"
    ),
}
