#!/usr/bin/env bash
# typer 0.29.2: it holds a copy of click (`typer._click`), and no longer needs the package. Where
# click is installed too, for another package, code that was right for years goes on without a word
# and does nothing: `except click.ClickException` around a command lets typer's errors through, its
# `Abort` is not click's, and `click.get_current_context()` inside a command finds no context.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet typer==0.29.2 click==8.5.1

"$folder/env/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import requires

import click
import typer

app = typer.Typer()


@app.command()
def greet(name: str) -> None:
    context = click.get_current_context(silent=True)
    print("inside a command click.get_current_context() is", context)
    seen["context"] = context


@app.command()
def leave() -> None:
    raise typer.Abort


seen: dict[str, object] = {"context": "none asked"}
app(["greet", "Ada"], standalone_mode=False)
for arguments in (["greet"], ["leave"]):
    try:
        app(arguments, standalone_mode=False)
    except (click.ClickException, click.exceptions.Abort) as error:
        seen[arguments[0]] = f"caught as click's: {type(error).__name__}"
    except Exception as error:  # noqa: BLE001 - which class it has is what is asked
        kind = type(error)
        seen[arguments[0]] = f"not click's: {kind.__module__}.{kind.__qualname__}"
    print(arguments, seen[arguments[0]])
needs = [each for each in requires("typer") or [] if each.lower().startswith("click")]
print("typer", typer.__version__, "asks for click:", needs or "no")
told = (seen["context"], str(seen["greet"])[:9], str(seen["leave"])[:9], needs)
if told != (None, "not click", "not click", []):
    sys.exit("typer has changed")
PYTHON
