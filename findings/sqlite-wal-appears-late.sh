#!/usr/bin/env bash
# SQLite 3.54.1 (bundled by apsw 3.54.1.0): turning a database to write-ahead logging answers "wal"
# while its folder still holds the database alone. Only the next statement that reads makes the
# -wal and -shm files. Whoever notes which files a fresh connection has (to tell later whether
# they were replaced), or backs them up together, finds them missing, though the mode is on.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet apsw==3.54.1.0

"$folder/env/bin/python" - "$folder" <<'PYTHON'
import pathlib
import sys

import apsw

folder = pathlib.Path(sys.argv[1]) / "data"
folder.mkdir()
print("SQLite", apsw.sqlite_lib_version())


def files() -> list[str]:
    return sorted(file.name for file in folder.iterdir())


connection = apsw.Connection(str(folder / "posts.db"))
connection.execute("CREATE TABLE posts (text); INSERT INTO posts VALUES ('bread')")
((mode,),) = connection.execute("PRAGMA journal_mode = WAL").fetchall()
turned = files()
print("after the pragma:", mode, turned)
connection.execute("PRAGMA schema_version").fetchall()
read = files()
print("after the next statement:", read)
if (mode, turned) != ("wal", ["posts.db"]) or read != ["posts.db", "posts.db-shm", "posts.db-wal"]:
    sys.exit("SQLite has changed")
PYTHON
