from __future__ import annotations

import subprocess
import sys

INTERRUPTING = """
import sys, types
parts = types.ModuleType("bot.__main__")
def interrupted(name):
    raise KeyboardInterrupt
parts.__getattr__ = interrupted
sys.modules["bot.__main__"] = parts
from bot.start import main
main()
"""


def test_an_interruption_while_the_parts_load_ends_the_command_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTING], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
