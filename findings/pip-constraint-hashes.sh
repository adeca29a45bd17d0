#!/usr/bin/env bash
# pip 26.3: a hash in a constraints file is no mere constraint. It turns hash checking on for
# everything that the command installs. A requirement by name passes, pinned and checked by the
# constraints alone; the project itself, a folder, is refused, and so is its editable install.
# Expected from the documentation of constraints: that they only say which versions are taken.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
pip="$folder/env/bin/pip"
"$pip" install --quiet pip==26.3
"$pip" --version

mkdir -p "$folder/project/module"
touch "$folder/project/module/__init__.py"
cat > "$folder/project/pyproject.toml" <<'TOML'
[build-system]
requires = ["hatchling==1.33.0"]
build-backend = "hatchling.build"
[project]
name = "hashless"
version = "1"
dependencies = ["idna>=3"]
[tool.hatch.build.targets.wheel]
packages = ["module"]
TOML

"$pip" download --quiet --no-deps --dest "$folder/files" idna==3.20
hash=$("$pip" hash "$folder"/files/idna-3.20* | grep -o 'sha256:[0-9a-f]*')
echo 'idna==3.20' > "$folder/plain.txt"
echo "idna==3.20 --hash=$hash" > "$folder/hashed.txt"

"$pip" install --quiet --constraint "$folder/plain.txt" "$folder/project"
echo 'constraints without a hash: the project is installed'
"$pip" uninstall --quiet --yes hashless idna

"$pip" install --quiet --constraint "$folder/hashed.txt" idna
echo 'constraints with a hash: a requirement by name, unpinned, is installed'

for how in "" --editable; do
    if "$pip" install --quiet --constraint "$folder/hashed.txt" $how "$folder/project" 2> "$folder/said"; then
        echo "pip has changed: the project is installed ($how)" >&2
        exit 1
    fi
    grep -qiE "hash" "$folder/said"
    echo "constraints with a hash: the project is refused: $(grep -m1 ERROR "$folder/said")"
done
