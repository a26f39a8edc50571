"""Rules for the source as a whole: sizes, names, documentation, and a test for each module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "reportedly"
MODULES = sorted(SRC.rglob("*.py"))
MAX_LINES = 400
MAX_FUNCTION = 80
"""A migration is one list of tables, written once and never changed, and may be longer."""
DRAWERS = frozenset({"util", "utils", "misc", "helper", "helpers", "common", "tools"})
"""Names under which anything can be filed, so that nothing is found."""


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_there_are_modules() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_or_function_is_a_giant(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    giants = [
        one.name
        for one in functions(path)
        if "migrations" not in path.parts and (one.end_lineno or one.lineno) - one.lineno >= MAX_FUNCTION
    ]
    assert giants == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_a_drawer(path: Path) -> None:
    assert DRAWERS.isdisjoint(path.relative_to(SRC).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_broad_except(path: Path) -> None:
    handlers = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ExceptHandler)]
    broad = [
        node.lineno
        for node in handlers
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
    ]
    assert broad == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_test_can_fail(path: Path) -> None:
    """A test asserts something, or expects an error."""
    text = path.read_text(encoding="utf-8")
    tests = [one for one in functions(path) if one.name.startswith("test_")]
    idle = [
        one.name
        for one in tests
        if not any(word in (ast.get_source_segment(text, one) or "") for word in ("assert ", "pytest.raises", "assert_"))
    ]
    assert tests
    assert idle == []
