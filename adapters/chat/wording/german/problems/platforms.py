"""What is wrong between a chat platform and the bot, in German, by the English."""

from __future__ import annotations

from typing import Final

PLATFORMS: Final = {
    "Discord does not accept DISCORD_TOKEN: copy it again from the Bot page of your application"
    " in the developer portal.": (
        "Discord nimmt DISCORD_TOKEN nicht an: kopiere es noch einmal von der Seite „Bot“ deiner"
        " Anwendung im Entwicklerportal."
    ),
    "Discord does not let the bot read messages: turn on Message Content Intent on the Bot page"
    " of your application in the developer portal.": (
        "Discord lässt den Bot keine Nachrichten lesen: schalte Message Content Intent auf der"
        " Seite „Bot“ deiner Anwendung im Entwicklerportal ein."
    ),
    "Discord cannot be reached or has ended the connection ({reason}): see that discord.com can"
    " be reached from here, and start again.": (
        "Discord ist nicht zu erreichen oder hat die Verbindung beendet ({reason}): sieh nach, ob"
        " discord.com von hier zu erreichen ist, und starte noch einmal."
    ),
    "DISCORD_TOKEN is not accepted: copy it from the Bot page": (
        "DISCORD_TOKEN wird nicht angenommen: kopiere es von der Seite „Bot“"
    ),
    "{url} does not answer as Slack does: see what stands between (a proxy, a "
    "firewall, a page to sign in), and SLACK_API_URL": (
        "{url} antwortet nicht wie Slack: sieh nach, was dazwischen steht (ein Proxy, "
        "eine Firewall, eine Anmeldeseite), und nach SLACK_API_URL"
    ),
    "what it says is no JSON of Discord’s": ("was es sagt, ist kein JSON von Discord"),
    "the gateway {url} does not open ({reason}): see what stands between, and "
    "DISCORD_GATEWAY_URL": (
        "das Gateway {url} öffnet sich nicht ({reason}): sieh nach, was dazwischen "
        "steht, und nach DISCORD_GATEWAY_URL"
    ),
    "Discord cannot be reached ({reason}): try again later": (
        "Discord ist nicht zu erreichen ({reason}): versuche es später noch einmal"
    ),
    "Discord does not let an answer be corrected ({reason})": (
        "Discord lässt eine Antwort nicht berichtigen ({reason})"
    ),
    "DISCORD_SHARDS is {own} here and {other} in another process: give each shard"
    " to one process, and all processes the same number of shards": (
        "DISCORD_SHARDS ist hier {own} und in einem anderen Prozess {other}: Gib jeden Shard"
        " einem einzigen Prozess, und allen dieselbe Zahl von Shards"
    ),
    "a server is not available": "ein Server ist nicht verfügbar",
    "the channel of the digest is gone": "der Kanal der Übersicht ist weg",
    "the digest could not be posted ({reason})": (
        "die Übersicht konnte nicht gepostet werden ({reason})"
    ),
    "Slack does not tell who reads it ({reason})": "Slack sagt nicht, wer es liest ({reason})",
    "Slack does not tell who reads an answer ({reason})": (
        "Slack sagt nicht, wer eine Antwort liest ({reason})"
    ),
    "Slack does not tell where an answer is ({reason})": (
        "Slack sagt nicht, wo eine Antwort ist ({reason})"
    ),
    "Slack does not tell: {reason}": "Slack sagt es nicht: {reason}",
    "cannot listen on {host}:{port} ({reason})": (
        "auf {host}:{port} kann nichts lauschen ({reason})"
    ),
    "SLACK_ENCRYPTION_KEY does not open the stored tokens: set the key they were stored with, or"
    " install the app again": (
        "SLACK_ENCRYPTION_KEY öffnet die gespeicherten Token nicht: setze den Schlüssel, mit dem"
        " sie gespeichert wurden, oder installiere die App noch einmal"
    ),
    "Slack lets us not write there ({reason})": "Slack lässt uns dort nicht schreiben ({reason})",
    "the message was deleted": "die Nachricht wurde gelöscht",
    "Slack took no message": "Slack hat keine Nachricht angenommen",
    "Slack took no message ({reason})": "Slack hat keine Nachricht angenommen ({reason})",
    "Slack took no reply ({reason})": "Slack hat keine Antwort angenommen ({reason})",
    "Slack took no message away ({reason})": "Slack hat keine Nachricht entfernt ({reason})",
    "Slack took no file ({reason})": "Slack hat keine Datei angenommen ({reason})",
    "whether a message was stored is not known ({reason})": (
        "ob eine Nachricht gespeichert wurde, ist unbekannt ({reason})"
    ),
    "Slack does not open Socket Mode ({reason})": "Slack öffnet Socket Mode nicht ({reason})",
    "no answer": "keine Antwort",
    "Slack does not accept SLACK_APP_TOKEN ({reason}): make one with the scope connections:write"
    " under “Basic Information”, and switch Socket Mode on": (
        "Slack nimmt SLACK_APP_TOKEN nicht an ({reason}): mache eines mit dem Recht"
        " connections:write unter „Basic Information“, und schalte Socket Mode ein"
    ),
    "Slack does not accept SLACK_BOT_TOKEN ({reason}): copy it again from “OAuth & Permissions”": (
        "Slack nimmt SLACK_BOT_TOKEN nicht an ({reason}): kopiere es noch einmal von „OAuth &"
        " Permissions“"
    ),
    "Slack cannot be reached ({reason}): see that it can be reached from here, and try again": (
        "Slack ist nicht erreichbar ({reason}): prüfe, ob es von hier aus erreichbar "
        "ist, und versuche es noch einmal"
    ),
    "Slack cannot be reached at {url} ({reason}): {remedy}": (
        "Slack ist unter {url} nicht erreichbar ({reason}): {remedy}"
    ),
    "see that it can be reached from here, and try again": (
        "prüfe, ob es von hier aus erreichbar ist, und versuche es noch einmal"
    ),
    "{url} does not answer as Discord does ({reason}): see what stands between (a "
    "proxy, a firewall, a page to sign in), and DISCORD_API_URL.": (
        "{url} antwortet nicht wie Discord ({reason}): sieh nach, was dazwischen "
        "steht (ein Proxy, eine Firewall, eine Anmeldeseite), und nach "
        "DISCORD_API_URL."
    ),
    "Slack cannot be reached at {url}: it, or what stands between, answers with no word of"
    " Slack's; try again later": (
        "Slack ist unter {url} nicht zu erreichen: es, oder was dazwischen liegt, antwortet nicht"
        " wie Slack; versuche es später noch einmal"
    ),
    "the app is not installed in {team}": "die App ist in {team} nicht installiert",
    "The app was removed from its Slack workspace: install it again, and set SLACK_BOT_TOKEN to"
    " the new token": (
        "Die App wurde aus ihrem Slack-Arbeitsbereich entfernt: installiere sie noch einmal, und"
        " setze SLACK_BOT_TOKEN auf das neue Token"
    ),
    "{name} is kept outside of {platform}: share the file itself": (
        "{name} liegt außerhalb von {platform}: teile die Datei selbst"
    ),
    "{platform} does not let me read {name}": "{platform} lässt mich {name} nicht lesen",
    "{platform} does not let me read it ({reason})": (
        "{platform} lässt mich ihn nicht lesen ({reason})"
    ),
    "{platform} takes no file from me without the right {right}": (
        "{platform} nimmt ohne das Recht {right} keine Datei von mir an"
    ),
    "the channel is not watched any more, or cannot be seen": (
        "der Kanal wird nicht mehr beobachtet oder ist nicht zu sehen"
    ),
}
