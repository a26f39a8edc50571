"""A page to read, and a way to run the command line as a user does, in this process."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportedly.cli.main import run as run_main

TEXT = """Oslo hands frigate to Lisbon
Norway delivered a Nansen-class frigate to Portugal on Tuesday, the Portuguese defence ministry said.
The two countries had signed the contract in March 2022, and the navy has trained its crew in Bergen since then.
"""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `reportedly` with these arguments; `stdin` is what stands in standard input, `terminal` says who watches."""

    def _run(*arguments: str | Path, stdin: bytes = b"", terminal: bool = False) -> Ran:
        out, err = io.BytesIO(), io.StringIO()
        stdout = io.TextIOWrapper(out, encoding="ascii", write_through=True)
        monkeypatch.setattr(stdout, "isatty", lambda: terminal)
        for name, stream in (
            ("stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin)))),
            ("stdout", stdout),
            ("stderr", err),
        ):
            monkeypatch.setattr(sys, name, stream)
        monkeypatch.setattr(sys, "argv", ["reportedly", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "120")
        with pytest.raises(SystemExit) as caught:
            run_main()
        code = caught.value.code
        return Ran(code if isinstance(code, int) else 0, out.getvalue().decode("utf-8"), err.getvalue())

    return _run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a page with one clear claim."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
