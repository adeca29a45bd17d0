"""What is wrong with the databases in files, or with the machine, in German, by the English."""

from __future__ import annotations

from typing import Final

DATABASES: Final = {
    "there are no posts in {place} yet: bring some in with `pullquote import PATH`": (
        "in {place} gibt es noch keine Beiträge: `pullquote import PFAD` holt welche"
    ),
    "another process is using {path}: try again later": (
        "ein anderer Prozess benutzt {path}: versuche es später noch einmal"
    ),
    "the posts are removed, but {place} cannot be rewritten without them at the moment ({reason}):"
    " make room for one more copy there, and give the same command again": (
        "die Beiträge sind entfernt, aber {place} kann im Moment nicht ohne sie neu geschrieben"
        " werden ({reason}): schaffe dort Platz für noch eine Kopie und gib denselben Befehl noch"
        " einmal"
    ),
    "the posts are removed, but another process still uses {place}: give the same command again"
    " later, to take them out of the files too": (
        "die Beiträge sind entfernt, aber ein anderer Prozess benutzt {place} noch: gib denselben"
        " Befehl später noch einmal, damit sie auch aus den Dateien verschwinden"
    ),
    "{path} is damaged ({reason}): {remedy}": "{path} ist beschädigt ({reason}): {remedy}",
    "{path} is damaged ({problems}): {remedy}": "{path} ist beschädigt ({problems}): {remedy}",
    "{path} is damaged (a text is not UTF-8): {remedy}": (
        "{path} ist beschädigt (ein Text ist kein UTF-8): {remedy}"
    ),
    "{path} is damaged (a value is not as it was stored: {kind}): {remedy}": (
        "{path} ist beschädigt (ein Wert ist nicht so, wie er gespeichert wurde: {kind}): {remedy}"
    ),
    "{path} is damaged or not a database ({reason}): {remedy}": (
        "{path} ist beschädigt oder keine Datenbank ({reason}): {remedy}"
    ),
    "{path} cannot be used ({reason})": "{path} kann nicht benutzt werden ({reason})",
    "{path} cannot be used ({reason}): {remedy}": (
        "{path} kann nicht benutzt werden ({reason}): {remedy}"
    ),
    "{path} cannot be used ({reason}): see that its folder exists and can be written": (
        "{path} kann nicht benutzt werden ({reason}): sieh nach, ob es den Ordner gibt und man"
        " darin schreiben darf"
    ),
    "{path} cannot be used ({reason}): see that it can be written, or move it away": (
        "{path} kann nicht benutzt werden ({reason}): sieh nach, ob man hineinschreiben darf, oder"
        " verschiebe es"
    ),
    "{path} cannot be read or written ({reason}): {remedy}": (
        "{path} kann nicht gelesen oder geschrieben werden ({reason}): {remedy}"
    ),
    "{path} cannot be copied ({reason}): {remedy}": (
        "{path} kann nicht kopiert werden ({reason}): {remedy}"
    ),
    "{path} cannot be written ({reason})": "{path} kann nicht geschrieben werden ({reason})",
    "{path} may not be written or read by this account: {remedy}": (
        "dieses Konto darf {path} nicht schreiben oder lesen: {remedy}"
    ),
    "{path} may not be used so by this account ({reason}): {remedy}": (
        "dieses Konto darf {path} so nicht benutzen ({reason}): {remedy}"
    ),
    "the disk of {path} is full: {remedy}": "die Platte von {path} ist voll: {remedy}",
    "{path} is no file, but a folder or a device: move it away, or set PULLQUOTE_DATA elsewhere": (
        "{path} ist keine Datei, sondern ein Ordner oder ein Gerät: schiebe es weg, oder lass"
        " PULLQUOTE_DATA woandershin zeigen"
    ),
    "{path} is empty: {remedy}": "{path} ist leer: {remedy}",
    "{path} is gone, but {journal} is still there: {remedy}": (
        "{path} ist weg, aber {journal} ist noch da: {remedy}"
    ),
    "{path} is a link that leads nowhere: put back what it leads to, or remove it": (
        "{path} ist ein Link, der nirgendwohin führt: lege zurück, wohin er führt, oder entferne"
        " ihn"
    ),
    "{path} is a link: set PULLQUOTE_DATA to where it leads": (
        "{path} ist ein Link: setze PULLQUOTE_DATA dorthin, wohin er führt"
    ),
    "{path} is being written to all the time: check it again later": (
        "in {path} wird ständig geschrieben: prüfe es später noch einmal"
    ),
    "{path} was overwritten while it was in use, or is damaged: {remedy}": (
        "{path} wurde überschrieben, während es benutzt wurde, oder ist beschädigt: {remedy}"
    ),
    "{path} was overwritten while it was in use: restart this process": (
        "{path} wurde überschrieben, während es benutzt wurde: starte diesen Prozess neu"
    ),
    "{path} was overwritten while it was in use: restart this process (what was not yet in the"
    " file is kept in {kept})": (
        "{path} wurde überschrieben, während es benutzt wurde: starte diesen Prozess neu (was noch"
        " nicht in der Datei stand, liegt in {kept})"
    ),
    "{path} was replaced, overwritten or taken away while it was in use: this was not stored": (
        "{path} wurde ersetzt, überschrieben oder weggenommen, während es benutzt wurde: dies wurde"
        " nicht gespeichert"
    ),
    "{path} is gone while it is in use: put it, or a copy of it, back": (
        "{path} ist weg, während es benutzt wird: lege es oder eine Kopie davon zurück"
    ),
    "{path} was replaced while it was in use, without its journal: restart this process": (
        "{path} wurde ersetzt, während es benutzt wurde, ohne sein Journal: starte diesen Prozess"
        " neu"
    ),
    "{path} was replaced while it was in use: from now on the new file is used": (
        "{path} wurde ersetzt, während es benutzt wurde: von jetzt an wird die neue Datei benutzt"
    ),
    "was not made by Pullquote: move it away, or set PULLQUOTE_DATA elsewhere": (
        "stammt nicht von Pullquote: verschiebe es, oder setze PULLQUOTE_DATA woandershin"
    ),
    "was not made by Pullquote: {remedy}": "stammt nicht von Pullquote: {remedy}",
    "was made by a newer Pullquote: update this one": (
        "stammt von einem neueren Pullquote: aktualisiere dieses"
    ),
    "was made by an older Pullquote and cannot be brought up to date here: give a command once"
    " where it may be written": (
        "stammt von einem älteren Pullquote und kann hier nicht aktualisiert werden: gib einmal"
        " einen Befehl, wo man hineinschreiben darf"
    ),
    "put a backup in its place with `pullquote restore`, or move it away and import again": (
        "lege mit `pullquote restore` eine Sicherung an seine Stelle, oder verschiebe es und"
        " importiere noch einmal"
    ),
    "{remedy}; `pullquote export` prints what can still be read": (
        "{remedy}; `pullquote export` gibt aus, was noch zu lesen ist"
    ),
    "`pullquote check` says more; put a backup in its place with `pullquote restore`": (
        "`pullquote check` sagt mehr; lege mit `pullquote restore` eine Sicherung an seine Stelle"
    ),
    "put a backup in its place, or move it away, and what was asked, rated and watched with it": (
        "lege eine Sicherung an seine Stelle, oder verschiebe es, und damit alles Gefragte,"
        " Bewertete und Beobachtete"
    ),
    "nothing was restored, take another backup": (
        "nichts wurde wiederhergestellt, nimm eine andere Sicherung"
    ),
    "{path} holds what the backup does not: make a copy of it if you want to keep it, then give"
    " --force": (
        "{path} enthält, was die Sicherung nicht hat: mache eine Kopie davon, wenn du es behalten"
        " willst, und gib dann --force an"
    ),
    "{path} is damaged, and may hold posts that the backup does not: save what can still be read"
    " with `pullquote export`, or make a copy of it, then give --force": (
        "{path} ist beschädigt, und enthält vielleicht Beiträge, die die Sicherung nicht hat: "
        "rette mit `pullquote export`, was noch gelesen werden kann, oder mache eine Kopie, "
        "und gib dann --force an"
    ),
    "{path} is damaged, and may hold what the backup does not: make a copy of it if you want to"
    " keep it, then give --force": (
        "{path} ist beschädigt, und enthält vielleicht, was die Sicherung nicht hat: mache "
        "eine Kopie davon, wenn du es behalten willst, und gib dann --force an"
    ),
    "{path} is damaged or no database, and may hold what the backup does not: make a copy of it if"
    " you want to keep it, then give --force": (
        "{path} ist beschädigt oder keine Datenbank, und enthält vielleicht, was die Sicherung"
        " nicht hat: mache eine Kopie davon, wenn du es behalten willst, und gib dann --force an"
    ),
    "{path} is gone, but {journal} is still there, and may hold what the backup does not: move it"
    " elsewhere if you want to keep it, and try again, or give --force to have it deleted": (
        "{path} ist weg, aber {journal} ist noch da, und enthält vielleicht, was die Sicherung"
        " nicht hat: schiebe es weg, wenn du es behalten willst, und versuche es noch einmal,"
        " oder gib --force an, damit es gelöscht wird"
    ),
    "{path} was overwritten while it was in use: stop this process, then put a backup"
    " in its place with `pullquote restore`, or move it away with its journal": (
        "{path} wurde überschrieben, während es in Gebrauch war: beende diesen Prozess, und"
        " setze dann mit `pullquote restore` eine Sicherung an seine Stelle, oder schiebe es"
        " mit seinem Journal weg"
    ),
    "{path} was replaced or taken away while it was in use: put the same file back, or"
    " stop this process, then put a backup in its place with `pullquote restore`": (
        "{path} wurde ersetzt oder entfernt, während es in Gebrauch war: lege dieselbe Datei"
        " zurück, oder beende diesen Prozess, und setze dann mit `pullquote restore` eine"
        " Sicherung an ihre Stelle"
    ),
    "another `pullquote run` serves from {folder}: stop it first, or set PULLQUOTE_DATA to another"
    " folder": (
        "ein anderes `pullquote run` bedient von {folder} aus: beende es zuerst, oder setze "
        "PULLQUOTE_DATA auf einen anderen Ordner"
    ),
    "{folder} holds no {posts} or {ledger}: name a folder that a backup made": (
        "{folder} enthält weder {posts} noch {ledger}: nenne einen Ordner, den eine Sicherung"
        " gemacht hat"
    ),
    "{folder} is the data folder itself: name the folder of a backup": (
        "{folder} ist der Datenordner selbst: nenne den Ordner einer Sicherung"
    ),
    "{folder} is already there, and nothing is written over": (
        "{folder} gibt es schon, und nichts wird überschrieben"
    ),
    "another process has {path} open, and nothing was restored: stop the bot and every other"
    " command, then try again": (
        "ein anderer Prozess hat {path} offen, und nichts wurde wiederhergestellt: halte den Bot"
        " und jeden anderen Befehl an, und versuche es noch einmal"
    ),
    "run the command as the account that owns it, or give this one rights to the file and its"
    " folder": (
        "gib den Befehl mit dem Konto, dem es gehört, oder gib diesem Rechte an der Datei und ihrem"
        " Ordner"
    ),
    "{path} lies on a file system that is mounted read-only: {remedy}": (
        "{path} liegt auf einem Dateisystem, das nur lesbar eingehängt ist: {remedy}"
    ),
    "name another folder, or have it mounted for writing": (
        "einen anderen Ordner nennen, oder es beschreibbar einhängen lassen"
    ),
    "give another name, or look at what its folders are": (
        "gib einen anderen Namen, oder sieh nach, was seine Ordner sind"
    ),
    "look at the disk, and at the limits of the process (`ulimit -a`)": (
        "sieh nach der Platte, und nach den Grenzen des Prozesses (`ulimit -a`)"
    ),
    "make room there and give the command again: nothing is half stored": (
        "schaffe dort Platz und gib den Befehl noch einmal: nichts ist halb gespeichert"
    ),
    "there is not enough memory: a question needs some 700 MB of address space with both"
    " models, so allow the process more (`ulimit -v`), or end others": (
        "der Speicher reicht nicht: eine Frage braucht mit beiden Modellen etwa 700 MB"
        " Adressraum, also erlaube dem Prozess mehr (`ulimit -v`), oder beende andere"
    ),
    "a file": "eine Datei",
    "{count:,} of its {pages:,} pages are not in the file": (
        "{count:,} seiner {pages:,} Seiten sind nicht in der Datei"
    ),
    "1 of its {pages:,} pages is not in the file": (
        "1 seiner {pages:,} Seiten ist nicht in der Datei"
    ),
    "its identity is missing": "seine Kennung fehlt",
    "its numbers are none": "seine Zahlen sind keine",
    "its stamps are missing": "seine Stempel fehlen",
    "it is a link that leads nowhere": "es ist ein Link, der nirgendwohin führt",
    "the file is empty": "die Datei ist leer",
    "it is gone, but {journal} is still there": "es ist weg, aber {journal} ist noch da",
    "it has no tables": "es hat keine Tabellen",
    "the -wal file beside it was begun on another content than this": (
        "die -wal-Datei daneben wurde auf einem anderen Inhalt als diesem begonnen"
    ),
    "a name or a text in it is not UTF-8": "ein Name oder ein Text darin ist kein UTF-8",
    "a value in it is not as it was stored: {kind}": (
        "ein Wert darin ist nicht so, wie er gespeichert wurde: {kind}"
    ),
    "row {row} of {table} belongs to nothing in {parent}": (
        "Zeile {row} von {table} gehört zu nichts in {parent}"
    ),
    "{count:,} posts have no passages": "{count:,} Beiträge ohne Abschnitte",
    "{count:,} posts have passages out of order": (
        "{count:,} Beiträge mit Abschnitten in falscher Reihenfolge"
    ),
    "{count:,} passages begin behind their end": "{count:,} Abschnitte beginnen hinter ihrem Ende",
    "{count:,} passages have no vector": "{count:,} Abschnitte ohne Vektor",
    "{count:,} vectors have not the length of their model": (
        "{count:,} Vektoren haben nicht die Länge ihres Modells"
    ),
    "{count:,} vectors are none that a model makes": "{count:,} Vektoren sind von keinem Modell",
    "{count:,} stamps are missing": "{count:,} Stempel fehlen",
    "{count:,} identities are missing": "{count:,} Kennungen fehlen",
    "{count:,} tables may give numbers out again": (
        "{count:,} Tabellen könnten Nummern noch einmal vergeben"
    ),
    "{name} is missing": "{name} fehlt",
    "{name} is not as it was made": "{name} ist nicht so, wie es angelegt wurde",
    "a post is not as it was stored": "ein Beitrag ist nicht so, wie er gespeichert wurde",
    "the post {id!r} is not as it was stored": (
        "der Beitrag {id!r} ist nicht so, wie er gespeichert wurde"
    ),
    "passages of posts for {audience} are labelled for others": (
        "Abschnitte von Beiträgen für {audience} sind für andere gekennzeichnet"
    ),
    "the words are not those of the passages ({reason})": (
        "die Wörter sind nicht die der Abschnitte ({reason})"
    ),
}
