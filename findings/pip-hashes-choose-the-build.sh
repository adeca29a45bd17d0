#!/usr/bin/env bash
# pip 26.3: hashes decide which of several allowed builds is taken, not only whether it may be.
# A file whose index tells an allowed hash comes before any file in a folder of --find-links,
# which tells none, even where the folder's file has the higher version (1.0+local > 1.0) and its
# hash is allowed too. Expected: the same choice as without hashes, then checked.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
pip="$folder/env/bin/pip"
"$pip" install --quiet pip==26.3 hatchling==1.33.0
"$pip" --version

for version in 1.0 1.0+local; do
    mkdir -p "$folder/source/module"
    touch "$folder/source/module/__init__.py"
    cat > "$folder/source/pyproject.toml" <<TOML
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "twobuilds"
version = "$version"
[tool.hatch.build.targets.wheel]
packages = ["module"]
TOML
    "$pip" wheel --quiet --no-deps --no-build-isolation --wheel-dir "$folder/all" "$folder/source"
done

mkdir -p "$folder/wheels" "$folder/index/twobuilds"
mv "$folder"/all/*+local*.whl "$folder/wheels/"
wheel=$(basename "$folder"/all/*.whl)
mv "$folder/all/$wheel" "$folder/index/twobuilds/"
sum() { sha256sum "$1" | cut -d ' ' -f 1; }
of_index=$(sum "$folder/index/twobuilds/$wheel")
of_folder=$(sum "$folder"/wheels/*.whl)
echo "<a href=\"$wheel#sha256=$of_index\">$wheel</a>" > "$folder/index/twobuilds/index.html"

echo 'twobuilds==1.0' > "$folder/plain.txt"
echo "twobuilds==1.0 --hash=sha256:$of_index --hash=sha256:$of_folder" > "$folder/hashed.txt"
taken() {
    "$pip" install --dry-run --no-deps --index-url "file://$folder/index" \
        --find-links "$folder/wheels" --requirement "$1" | grep -o 'Would install .*'
}
without=$(taken "$folder/plain.txt")
with=$(taken "$folder/hashed.txt")
echo "without hashes: $without"
echo "with hashes:    $with"
[[ "$without" == *+local && "$with" != *+local ]] || {
    echo "pip has changed" >&2
    exit 1
}
