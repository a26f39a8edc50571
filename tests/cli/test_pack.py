from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportedly.packs.load import pack_folder

Run = Callable[..., Any]


def test_a_pack_of_ours_is_checked(run: Run) -> None:
    ran = run("pack", "check", str(pack_folder("ru")))
    assert "cases read as they ask" in ran.out
    assert "F1 over the cases" in ran.out


def test_a_broken_pack_is_named_and_the_status_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    ran = run("pack", "check", str(tmp_path / "xx"))
    assert ran.status == 1
    assert "frames.yml: no such file" in ran.out


def test_a_missing_folder_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("pack", "check", str(tmp_path / "xx")).status == 2
