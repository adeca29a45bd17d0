"""The command line: `pullquote`, or `python -m bot`."""

from __future__ import annotations

import logging
import os
import sys
from uuid import uuid4

import typer
from typer.main import get_command

from bot import logs
from bot.checks import integrity
from bot.cli import ask, console, mcp, root, run, setup, streams
from bot.cli.completion import translate_completion
from bot.cli.evaluation import evaluate
from bot.cli.exit_codes import EXPECTED, Exit
from bot.cli.posts import (
    export,
    forget,
    import_posts,
    refine,
    refresh,
    reindex,
    show,
    unwatch,
    why,
)
from bot.cli.translated_help import translate_help
from bot.cli.upkeep import audit, backup, doctor, move, report, status
from bot.cli.usage_errors import usage_error
from bot.cli.validation import refuse_little_memory, refuse_negations, refuse_undecodable
from bot.composition import app, engine_app, ledger_app, words_app
from index.crashes import crashes_as_errors
from index.error_sentences import NOTHING, Told
from index.system_errors import is_of_name, system_refusal

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
    for command in (ask.ask, ask.search, ask.chat, show.show, why.why):
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
    line.command()(doctor.doctor)
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
    streams.prepare()
    # A question's matrix products are small: more threads only cost processor time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    logs.configure("WARNING")
    console.speak_in_log(is_wanted=False)
    try:
        with crashes_as_errors():
            typed = sys.argv[1:] if arguments is None else arguments
            refuse_undecodable(typed)
            refuse_negations(typed)
            refuse_little_memory(typed)
            command = get_command(command_line())
            translate_help(command, typed)
            translate_completion(command)
            # Not standalone: what is wrong with the command is said in the reader's language.
            ended = command(arguments, prog_name="pullquote", standalone_mode=False)
        if ended == Exit.INTERRUPTED and not isinstance(ended, Exit):  # the framework's own
            console.aside().tell(words_app.usage_words()["stopped"])
        sys.exit(ended if isinstance(ended, int) else Exit.DONE)
    except typer.Abort:
        console.aside().tell(words_app.usage_words()["stopped"])
        sys.exit(Exit.PARTLY)
    except typer.TyperException as error:
        console.aside().tell(usage_error(error))
        sys.exit(error.exit_code)
    except tuple(kind for kind, _ in EXPECTED) as error:
        console.aside().tell(app.told(error), style="red")
        sys.exit(next(code for kind, code in EXPECTED if isinstance(error, kind)))
    except Exception as error:  # noqa: BLE001 - the person gets an id, the log the details
        sys.exit(_tell_fault(error))


def _tell_fault(error: Exception) -> Exit:
    """Say what went wrong that nobody expected: of the machine, of the files, or of ours."""
    error_id = uuid4().hex[:8]
    if (
        found := system_refusal(error, streams.refused_output(error)) or _damage()
    ):  # what was read may have been anything
        _log.info("error %s", error_id, exc_info=error)
        console.aside().tell(words_app.problem(found), style="red")
        return Exit.USAGE if is_of_name(error) else Exit.INDEX
    _log.error("error %s", error_id, exc_info=error)
    said = words_app.usage_words()["fault"].format(error_id=error_id)
    console.aside().tell(said, style="red")
    return Exit.FAULT


def _damage() -> Told:
    """Return what is wrong with the files, where that may be why a command failed oddly."""
    try:
        with crashes_as_errors():
            settings = app.load_settings()
            return integrity.any_problem(engine_app.storage(settings), ledger_app.storage(settings))
    except Exception:  # noqa: BLE001 - one fault was logged already
        return NOTHING


if __name__ == "__main__":
    main()
