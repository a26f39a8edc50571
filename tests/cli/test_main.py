import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from docs.generate import find_commands

import reportedly
from reportedly.cli.main import app

Run = Callable[..., Any]
COMMANDS = sorted(name for name, _ in find_commands(typer.main.get_command(app)))


def test_version(run: Run) -> None:
    assert run("--version").out == f"reportedly {reportedly.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_an_example(run: Run, command: str) -> None:
    ran = run(*command.split(), "--help")
    assert ran.status == 0
    assert f"reportedly {command} " in ran.out.split("Example", 1)[1]


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["read", "--nonsense"], ["read", "x", "--format", "nonsense"], ["read", "x", "--min-probability", "2"],
                  ["read", "x", "--published", "yesterday"], ["score", "missing.jsonl"]]
)  # fmt: skip
def test_wrong_usage_gives_status_two(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_closes_the_pipe_has_got_what_it_wanted(page: Path) -> None:
    command = [sys.executable, "-m", "reportedly.cli", "read", *[str(page)] * 30, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"["
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_installed_command_is_this_one() -> None:
    ran = subprocess.run([sys.executable, "-m", "reportedly.cli", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"reportedly {reportedly.__version__}\n"
