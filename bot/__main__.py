"""The command line: `pullquote`, or `python -m bot`."""

from __future__ import annotations

import io
import logging
import os
import sys
from uuid import uuid4

import typer
from typer.main import get_command

from bot import app, engine_app, logs
from bot.checks import integrity
from bot.cli import ask, console, mcp, root, run, setup
from bot.cli.evaluation import evaluate
from bot.cli.exit_codes import EXPECTED, Exit
from bot.cli.posts import export, forget, import_posts, refine, refresh, reindex, show, unwatch
from bot.cli.translated_help import translate_help
from bot.cli.upkeep import audit, backup, move, report, status
from index.crashes import crashes_as_errors

_log = logging.getLogger(__name__)


def command_line() -> typer.Typer:
    """Return the command line with all its commands."""
    line = typer.Typer(
        name="pullquote",
        help="Answers questions from stored posts, in the posts' own words.",
        epilog="Exit codes: 0 done, 1 done in part, 2 wrong command or question, 3 settings, "
        "4 index, 5 platform, 70 a fault of ours, 130 interrupted.",
        invoke_without_command=True,
        callback=root.root,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    line.command("import")(import_posts.import_posts)
    line.command()(refresh.refresh)
    for command in (ask.ask, ask.search, ask.chat, show.show):
        line.command()(command)
    for command in (
        reindex.reindex,
        refine.refine,
        status.status,
        status.check,
        report.report,
        forget.forget,
        export.export,
    ):
        line.command()(command)
    line.command()(backup.backup)
    line.command()(backup.restore)
    line.command()(move.move)
    line.command()(audit.audit)
    line.command()(unwatch.unwatch)
    line.command("eval")(evaluate.evaluate)
    line.command()(setup.setup)
    for command in (run.run, mcp.mcp):
        line.command()(command)
    return line


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    _survive_any_character()
    # A question's matrix products are small: more threads only cost processor time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logs.configure("WARNING")
    try:
        with crashes_as_errors():
            command = get_command(command_line())
            translate_help(command, sys.argv[1:] if arguments is None else arguments)
            command(arguments, prog_name="pullquote")
    except tuple(kind for kind, _ in EXPECTED) as error:
        console.aside().print(app.told(error), style="red", soft_wrap=True)
        sys.exit(next(code for kind, code in EXPECTED if isinstance(error, kind)))
    except Exception:  # noqa: BLE001 - the person gets an id, the log the details
        error_id = uuid4().hex[:8]
        if found := _damage():  # what was read may have been anything
            _log.info("error %s", error_id, exc_info=True)
            console.aside().print(found, style="red", soft_wrap=True)
            sys.exit(Exit.INDEX)
        _log.exception("error %s", error_id)
        console.aside().print(f"A fault of ours, error {error_id}: please report it.", style="red")
        sys.exit(Exit.FAULT)


def _damage() -> str:
    """Return what is wrong with the files, where that may be why a command failed oddly."""
    try:
        with crashes_as_errors():
            settings = app.load_settings()
            return integrity.any_problem(engine_app.storage(settings), settings)
    except Exception:  # noqa: BLE001 - one fault was logged already
        return ""


def _survive_any_character() -> None:
    """Let a terminal that knows few characters show "?" for the others, instead of failing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
