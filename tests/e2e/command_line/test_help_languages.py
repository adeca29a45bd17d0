"""The help, and what is said of a wrong command, in each language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.main import get_command

from adapters.chat.wording.languages import WORDINGS
from bot.__main__ import command_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

WORDING_OF: Final = {each.language: each for each in WORDINGS}
FOREIGN: Final = sorted(WORDING_OF.keys() - {"en"})
COMMANDS: Final = sorted(get_command(command_line()).commands)  # type: ignore[attr-defined]
FRAME: Final = re.compile(
    r"Usage|Options:|Commands|Arguments:|Show this|required|default:|<str>|<int|<path>|COMMAND \["
    r"|[{}]|There is|did you mean|No such|Missing|Invalid|Error|Try '|Input should|needs a value"
    r"|is too"
)


@pytest.fixture(params=FOREIGN)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", f"{request.param}_XX.UTF-8")
    return str(request.param)


def texts_of_help() -> set[str]:
    """All that the help of all commands says in English, but for the framework's own words."""
    group: Any = get_command(command_line())
    commands = [group, *group.commands.values()]
    told = [text for each in commands for text in (each.help, each.epilog) if text]
    return {*told, *(each.help for one in commands for each in one.params if each.help)}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_every_text_of_the_help_is_in_each_language_and_no_other_is(foreign: str) -> None:
    english, texts = texts_of_help(), WORDING_OF[foreign].help_texts
    known = {each: [key for key in texts if each.startswith(key)] for each in english}
    assert {each for each, keys in known.items() if not keys} == set()
    assert {max(keys, key=len) for keys in known.values()} == set(texts)


@pytest.mark.parametrize("arguments", [(), ("-h",), ("ask", "-h"), ("forget", "--help")])
def test_help_and_its_frame_are_said_in_the_readers_language(
    pullquote: Pullquote, language: str, arguments: tuple[str, ...]
) -> None:
    said = pullquote(*arguments).out

    assert said.startswith(WORDING_OF[language].usage["usage"])
    assert WORDING_OF[language].usage["help"] in said
    assert FRAME.findall(said.replace("Options :", "").replace("Arguments :", "")) == []


def test_what_may_be_typed_is_named_in_the_readers_language(
    pullquote: Pullquote, language: str
) -> None:
    say = WORDING_OF[language].usage
    for command in COMMANDS:
        said = pullquote(command, "--help").out
        names = {each.lower() for each in re.findall(r"[A-ZÄÖÜÉÓ]{3,}", frame_of(said))}
        own = {
            each.lower()
            for key in say
            if key.startswith(("metavar", "type_"))
            for each in re.findall(r"[A-ZÄÖÜÉÓ]{3,}", say[key])
        }
        assert names <= own
        assert re.search(r"[{}]|\.\.\.|<=|>=", frame_of(said)) is None


def frame_of(said: str) -> str:
    """The first line of a help, and what stands before the texts of its rows."""
    rows = re.findall(r"^  (\S+(?: \S+)?)  ", said, re.MULTILINE)
    return "\n".join([said.partition("\n\n")[0], *rows, *re.findall(r"\[[^\]\n]*\]", said)])


@pytest.mark.parametrize(
    "arguments",
    [
        ("asq",),
        ("no-such-thing",),
        ("ask", "--lim", "3", "x"),
        ("ask", "--zzz", "x"),
        ("ask",),
        ("ask", "--limit", "x", "y"),
        ("ask", "--limit", "0", "y"),
        ("ask", "--limit", "999", "y"),
        ("ask", "--limit"),
        ("ask", "--json=3", "x"),
        ("show", "a", "b"),
        ("ask", "x", "--audience", ""),
        ("import", "x", "--dates", "z"),
        ("import", "x", "--column", "z"),
        ("forget",),
        ("backup", "."),
        ("audit", "--as", "x"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_is_explained_in_the_readers_language(
    pullquote: Pullquote, language: str, arguments: tuple[str, ...]
) -> None:
    result = pullquote(*arguments)

    assert result.code == 2
    assert FRAME.findall(result.err) == []
    if arguments[1:] not in {("--limit",), ("--json=3", "x")}:  # of these no command is known
        assert result.err.startswith(WORDING_OF[language].usage["usage"])
        assert WORDING_OF[language].usage["see_help"].split("`")[2] in result.err


@pytest.mark.parametrize("arguments", [("dance",), ("ask", "--limit", "x", "y")])
def test_a_wrong_command_gets_one_sentence_and_the_remedy(
    pullquote: Pullquote, arguments: tuple[str, ...]
) -> None:
    said = pullquote(*arguments).err.rstrip().split("\n")

    assert said[0].startswith("Usage: pullquote")
    assert said[2] in {"There is no command 'dance'.", "'--limit': a whole number is needed."}
    assert said[3].endswith("-h` tells what may be typed.")


def test_what_starts_and_searches_speaks_the_readers_language(
    pullquote: Pullquote, language: str
) -> None:
    say = WORDING_OF[language].usage
    served = pullquote("run")
    assert (served.code, served.err) == (3, f"{say['no_platform']}\n")
    pullquote("import", "-", stdin="The bees swarm in May.")
    assert f"({say['by_words']}+{say['by_meaning']})" in pullquote("search", "bees swarm").out


@pytest.mark.parametrize(
    ("line", "what"), [("{", "not_json"), ("[1]", "not_object"), ('{"gold": 3}', "not_text")]
)
def test_a_wrong_file_of_questions_is_explained_in_the_readers_language(
    pullquote: Pullquote, language: str, line: str, what: str
) -> None:
    say = WORDING_OF[language].question_files
    Path("questions.jsonl").write_text(f"{line}\n")

    wrong = pullquote("eval", "questions.jsonl")
    gone = pullquote("eval", "nowhere.jsonl")

    place = say["line"].format(file="questions.jsonl", line=1)
    assert (wrong.code, gone.code) == (2, 2)
    assert wrong.err.strip() == say[what].format(where=place, name="gold")
    assert gone.err.strip() == say["not_there"].format(where="nowhere.jsonl")
    assert pullquote("eval").err.strip() == say["file_or_draft"]


@pytest.mark.parametrize("command", [(), ("ask",), ("import",), ("setup",)])
def test_help_keeps_to_a_narrow_terminal_and_cuts_no_sentence(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = pullquote(*command, "--help").out
    assert max(map(len, said.splitlines())) <= 40
    assert "..." not in said.partition("\n\n")[2]
