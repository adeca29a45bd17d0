"""`pullquote` without a command: its help and its version."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer


def root(
    context: typer.Context,
    *,
    tells_version: Annotated[
        bool, typer.Option("--version", help="Show the version.", is_eager=True)
    ] = False,
) -> None:
    """Print the help, or the version, where no command is given."""
    if tells_version:
        typer.echo(f"pullquote {version('pullquote')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
