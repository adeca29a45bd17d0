"""What is said in German: here, and in `chats/`, `command_line/` and `refusals/`."""

from __future__ import annotations

from typing import Final

from adapters.chat.unread_channels import reasons
from adapters.chat.wording.german.chats.commands import SLASH_COMMANDS
from adapters.chat.wording.german.chats.marked_answers import ANSWERING
from adapters.chat.wording.german.chats.message_fates import FATES
from adapters.chat.wording.german.chats.offers import OFFERING
from adapters.chat.wording.german.chats.open_questions import OPEN_QUESTIONS
from adapters.chat.wording.german.chats.quoting import QUOTING
from adapters.chat.wording.german.chats.ratings import RATINGS
from adapters.chat.wording.german.chats.refused_questions import MENDING
from adapters.chat.wording.german.chats.watching import WATCHING
from adapters.chat.wording.german.chats.workspace_settings import SETTINGS
from adapters.chat.wording.german.command_line.chat_checks import CHAT_CHECKS
from adapters.chat.wording.german.command_line.evaluation import EVALUATION
from adapters.chat.wording.german.command_line.help import HELP
from adapters.chat.wording.german.command_line.posts import COMMANDS
from adapters.chat.wording.german.command_line.posts_on_a_server import SERVER
from adapters.chat.wording.german.command_line.prompts import PROMPT
from adapters.chat.wording.german.command_line.question_files import QUESTION_FILES
from adapters.chat.wording.german.command_line.report import REPORT
from adapters.chat.wording.german.command_line.setting_up import SETUP
from adapters.chat.wording.german.command_line.upkeep import UPKEEP
from adapters.chat.wording.german.command_line.usage import USAGE
from adapters.chat.wording.german.problems import PROBLEMS
from adapters.chat.wording.german.refusals import LIBRARY_WORDS, REFUSAL_TERMS, REFUSALS
from adapters.chat.wording.german.refusals.left_out import IN_CHATS, LEFT_OUT
from adapters.chat.wording.wording_type import Wording

GERMAN: Final = Wording(
    language="de",
    nothing_found="Nichts in den Beiträgen beantwortet das.",
    nothing_in_filters="Mit diesen Filtern beantwortet das nichts: versuche es ohne sie.",
    nothing_more="Die Beiträge sagen nicht mehr, als oben zitiert ist.",
    nearest="Die nächsten Beiträge:",
    unsure="Ich bin nicht sicher, ob das antwortet, aber es kommt am nächsten:",
    narrowed="Auf {filters} eingegrenzt, wie gefragt. Mit from:anyone wird überall gesucht.",
    unknown_author="unbekannt",
    age="{age}, als es kopiert wurde",
    post="Beitrag",
    comment="Kommentar",
    around={
        "above": "Kommentiert",
        "before": "Davor",
        "after": "Danach",
        "comments": "Kommentare",
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
    languages={
        "en": "auf Englisch",
        "fr": "auf Französisch",
        "es": "auf Spanisch",
        "de": "auf Deutsch",
    },
    page="{page} von {pages}",
    welcome="Frage, was die Beiträge wissen. Eine leere Zeile oder Strg-D beendet.",
    mend=MENDING,
    ratings=RATINGS,
    open_questions=OPEN_QUESTIONS,
    failed="Bei uns ist etwas schiefgegangen (Fehler {error_id}).",
    unusable=(
        "Was ich aufbewahre, ist gerade nicht nutzbar: wer mich betreibt, findet den Grund im"
        " Protokoll (Fehler {error_id})."
    ),
    not_readable="es konnte nicht gelesen werden",
    unavailable={
        "IndexMissing": "Es gibt noch keine Beiträge, die ich hier zitieren darf: ein Admin kann"
        " mit /posts watch oder /posts import welche holen.",
        "IndexLocked": "Die Beiträge werden gerade geschrieben: versuche es später wieder.",
        "RemovalOwed": "Die Beiträge sind entfernt, aber noch nicht aus den Dateien auf der"
        " Festplatte: gib denselben Befehl später noch einmal.",
        "LedgerBusy": "Was gemerkt wird, wird gerade geschrieben: gib denselben Befehl später noch"
        " einmal.",
        "NotWatched": "der Kanal wird nicht verfolgt, oder ich sehe ihn nicht: /posts watch nimmt"
        " ihn auf.",
        "ChannelClosed": "{platform} lässt mich ihn nicht lesen ({reason}). Lass mich den Kanal"
        " und seinen Verlauf sehen, dann nutze /posts watch noch einmal.",
        "FileElsewhere": "{name} liegt außerhalb von {platform}: teile die Datei selbst.",
        "FileClosed": "{platform} lässt mich {name} nicht lesen: schicke sie mir direkt.",
        "FileNotTaken": "{platform} nimmt ohne das Recht „{right}“ keine Datei von mir: gib es mir"
        " und frage noch einmal.",
    },
    expired="Diese Frage wird nicht mehr aufbewahrt: stelle sie noch einmal.",
    asked_in_vain="Bei dieser Frage wurde ich unterbrochen: stelle sie bitte noch einmal.",
    corrected="Berichtigt: ein hier zitierter Beitrag wurde geändert oder entfernt.",
    withdrawn="vom Autor entfernt",
    gone="nicht mehr hier",
    how_to_ask=(
        "Frag mich etwas: ich antworte aus den hier aufbewahrten Beiträgen, in ihren eigenen"
        " Worten, mit Autor, Datum und Link. Erwähne mich, schreib mir direkt oder nutze /ask."
    ),
    how_to_command=(
        "Um einen Befehl wie /posts status zu geben, beginne eine leere Nachricht mit / und wähle"
        " ihn aus der Liste; in einer Nachricht an mich ist er nur Text."
    ),
    searching="sucht…",
    answered_in_private="Dort darf ich nicht schreiben, darum hier die Antwort auf „{question}“.",
    open_post="Beitrag {number} öffnen",
    more="Mehr",
    back="Zurück",
    share="Im Kanal teilen",
    only_me="Nur für mich",
    why="Warum diese Antwort?",
    shared_by="{name} hat gefragt: „{question}“",
    withheld="Nicht gezeigt, weil es hier nicht alle lesen dürfen: {count}.",
    nothing_shared="Nicht geteilt: nichts davon dürfen hier alle lesen.",
    beyond="Noch {count}, was nur du sehen kannst:",
    nothing_beyond="Du siehst dazu nicht mehr als alle hier.",
    thanks="Danke, notiert.",
    wrong_title="Was war falsch?",
    wrong_label="Was wolltest du finden?",
    why_searched=(
        "Gesucht in {posts:Beitrag, den du lesen darfst|Beiträgen, die du lesen darfst}"
        " ({passages:Abschnitt|Abschnitte}), zuletzt geändert {when}."
    ),
    why_found="{number}: gefunden {how}.",
    why_not_found="Kein Abschnitt kam nah genug, um zitiert zu werden.",
    why_context="Gelesen nach der Frage davor: „{question}“",
    why_filters="Eingegrenzt auf {filters}.",
    found_by={
        "words": "an seinen Wörtern",
        "meaning": "an seinem Sinn",
        "post": "über den Beitrag, den er kommentiert",
        "question": "über die Frage, die er beantwortet",
    },
    related="Ähnliche Beiträge:",
    by_person="Beiträge von {name}:",
    nothing_by_person="Von {name} gibt es nichts, was du lesen darfst.",
    settings=SETTINGS,
    commands=SLASH_COMMANDS,
    help=(
        "Ich antworte mit den Worten der aufbewahrten Beiträge, mit Autor, Datum und Link.\n"
        "• Erwähne mich mit einer Frage, schreib mir direkt oder nutze `/ask`.\n"
        "• Antworte auf eine meiner Antworten, um weiterzufragen: „und wer hat ihn ersetzt?“\n"
        '• Grenze ein: `from:ada in:#news since:2024-09-26 kind:comment`, `from:"Ada Lovelace"`.\n'
        "• `/ask` kann nur dir antworten; teile die Antwort danach, wenn du willst.\n"
        "• `/forget-me` entfernt deine eigenen Beiträge.\n"
        "Niemand sieht durch mich, was er nicht selbst lesen darf."
    ),
    admins_only="Das können nur Personen, die hier die Beiträge verwalten dürfen.",
    servers_only="Das geht nur auf einem Server oder in einem Workspace.",
    watching=WATCHING,
    import_offer="{name} importieren?",
    importing="Import von {name}",
    reading="Lese {name}",
    embedding="Berechne die Vektoren",
    remaining=" · noch {time}",
    finished=(
        "Fertig: {new} neu, {changed} geändert, {unchanged} unverändert, {removed} entfernt,"
        " {refused} abgelehnt."
    ),
    left_out="{left_out} ausgelassen: früher vergessen oder gelöscht.",
    parts={
        "page": "Seite hinter einem Link",
        "forwarded": "weitergeleitet",
        "mail": "E-Mail",
        "file": "angehängtes Dokument",
    },
    columns_read="Gelesene Spalten: {kinds}.",
    column_kinds={
        "author_column": "Autor aus {name}",
        "date_column": "Datum aus {name}",
        "title_column": "Titel aus {name}",
    },
    left_out_of_files="Vom Inhalt ausgelassen: {kinds}.",
    left_out_kinds=LEFT_OUT,
    left_out_in_chats=IN_CHATS,
    cancelled="Angehalten. Bisher aufbewahrt: {new} neu, {changed} geändert. Nichts ist verloren.",
    interrupted="Unterbrochen: es geht weiter, sobald ich zurück bin.",
    would_be=(
        "Noch ist nichts aufbewahrt. Es wären: {new} neu, {changed} geändert, {unchanged}"
        " unverändert, {removed} entfernt, {refused} abgelehnt."
    ),
    would_remove=(
        "Eine frühere Datei dieses Namens hatte"
        " {removed:Beitrag, der in dieser fehlt|Beiträge, die in dieser fehlen}."
        " Ist es eine neuere Fassung der Datei, oder eine andere?"
    ),
    go_on_removing="Importieren, {removed} entfernen",
    go_on_adding="Importieren, nichts entfernen",
    go_on="Importieren",
    offer_is_over="Das ist vorbei: schicke die Datei noch einmal.",
    dry_run_choice="Was geschehen soll",
    dry_run_no="Importieren; vor dem Entfernen fragen",
    dry_run_yes="Nur zeigen, was sich ändern würde",
    job_failed="Das ist fehlgeschlagen: {problem}",
    cancel="Abbrechen",
    too_large="{name} hat {size} MB: hier sind {most} MB das Meiste. Nutze `pullquote import`.",
    not_fetched="{name} war nicht abzurufen oder ist weg: schicke die Datei noch einmal.",
    already_running="Das läuft schon.",
    refused_in={
        "file": "{file}: {problem}",
        "line": "{file}, Zeile {number}: {problem}",
        "row": "{file}, Zeile {number} der Tabelle: {problem}",
        "entry": "{file}, Eintrag {number}: {problem}",
    },
    refusals=REFUSALS,
    refusal_terms=REFUSAL_TERMS,
    library_words=LIBRARY_WORDS,
    library_place="Zeile {line}, Spalte {column}",
    problems=PROBLEMS,
    thousands=".",
    status_nothing="Es gibt noch keine Beiträge: /posts watch oder /posts import holt welche.",
    status_source=(
        "{name}: {posts:Beitrag|Beiträge}, {comments:Kommentar|Kommentare}, neuester {newest},"
        " ältester {oldest}"
    ),
    status_total=(
        "{posts:Beitrag|Beiträge} in {passages:Abschnitt|Abschnitten}, zuletzt geändert {when}."
    ),
    status_import="Datei {name}: {left_out}",
    status_channel="{name}: erfasst bis {when}",
    status_never_read="{name}: noch nicht gelesen",
    status_error="{name}: {error}",
    status_refining="Die Antworten werden besser: {share} der Abschnitte sind neu gelesen{rest}.",
    status_unrefined="`pip install 'pullquote[e5]'` neben dem Bot gibt bessere Antworten.",
    unanswered="Ohne Antwort:",
    unanswered_none="Jede Frage hat ihre Antwort gefunden.",
    unanswered_item="„{question}“ (so viele haben gefragt: {times})",
    answer="Antworten",
    dismiss="Verwerfen",
    answer_title="Eine Frage beantworten",
    answer_label="Deine Antwort wird ein Beitrag",
    answer_given="{name} hat deine Frage „{question}“ beantwortet:",
    answer_kept=(
        "Danke: es ist jetzt ein Beitrag, und {count:Person, die gefragt hat, erfährt|Personen,"
        " die gefragt haben, erfahren} es."
    ),
    answer_for="Wer deine Antwort lesen darf: {readers}.",
    readers_server="alle Mitglieder dieses Servers",
    readers_workspace="alle vollen Mitglieder dieses Workspace, ohne Gäste",
    told_here="Benachrichtigt in {place}: {names}.",
    told_directly="Direkt benachrichtigt: {names}.",
    told_if_allowed="Wer gefragt hat, erfährt es, falls er sie lesen darf.",
    not_told_hidden="Nicht benachrichtigt, weil sie es nicht lesen dürfen: {count}.",
    not_told_unreachable="Nicht benachrichtigt, weil sie nicht erreichbar sind: {count}.",
    dismissed="Verworfen.",
    send="Senden",
    close="Schließen",
    ask_title="Die Beiträge fragen",
    import_title="Beiträge importieren",
    import_for="Wer die Beiträge sehen darf, wo die Datei nicht sagt, dass es weniger sind",
    for_members="Alle vollen Mitglieder dieses Workspace",
    for_channel="Nur die Mitglieder dieses Kanals",
    for_everyone="Alle, die mich fragen können",
    your_questions="Deine letzten Fragen",
    no_questions="Du hast mich noch nichts gefragt.",
    suggestions="Frag mich nach einem davon, oder nach etwas anderem:",
    forget_what="Nenne eine Person, eine Quelle oder einen Beitrag.",
    forget_which="Mehrere heißen {name}. Erwähne eine davon: {accounts}",
    forget_nothing="Von {what} gibt es hier nichts.",
    forget_confirm=(
        "Das entfernt {count:Beitrag|Beiträge} von {what} aus allem, was ich aufbewahre."
    ),
    forget_no_post="{what}: diesen Beitrag bewahre ich nicht auf.",
    forget_post_confirm=(
        "Das entfernt {what} ({count:Beitrag|Beiträge}) aus allem, was ich aufbewahre."
    ),
    forget_me_confirm=(
        "Das entfernt, was du geschrieben ({count:Beitrag|Beiträge}) und gefragt hast;"
        " kein Beitrag von dir wird wieder aufbewahrt, und was du von jetzt an fragst, steht auf"
        " keiner Liste und ist nach zwei Tagen vergessen."
    ),
    forget="Entfernen",
    forgotten="Entfernt: {count}.",
    forgotten_me=(
        "Erledigt: {count:Beitrag ist|Beiträge sind} weg, und kein Beitrag von dir wird wieder"
        " aufbewahrt. Was du von jetzt an fragst, steht auf keiner Liste und ist nach zwei Tagen"
        " vergessen."
    ),
    still_quoted=(
        "Antworten von mir, die ich gerade nicht ändern kann: {count}. Ich versuche es, bis es"
        " geht."
    ),
    kept="Es wurde nichts entfernt.",
)
