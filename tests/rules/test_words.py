"""No word of a natural language stands in the stages: words live in packs, where a linguist can edit them.

Every string of a stage's code, except docstrings and messages to people, is compared with the words of all installed packs. A string that
is also a name of our own (a field, a value of the guide, a key of a pack, a grammatical relation) is no word list, nor is an alphabet
(`[a-zà-ÿ]`); the few others are listed in `ALLOWED`, each with its reason.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from reportedly.packs.load import REFERENCE, WordLoader, languages, pack_folder, read_table
from reportedly.packs.schema import STRUCTURAL

CASES = frozenset({"nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative"})
"""Cases, which stand in a frame where another language has an adposition."""

SRC = Path(__file__).resolve().parents[2] / "src" / "reportedly"
STAGES = [path for stage in ("page", "reading", "sources") for path in sorted((SRC / stage).glob("*.py"))]
MESSAGES = frozenset(
    {"SourceError", "PackError", "UsageError", "ValueError", "KeyError", "Declined", "Failure", "Basis", "NotImplementedError"}
)
"""Calls whose strings are said to people, not compared with a page."""
CODED = ("kind", "category", "class")
"""Columns of tables that hold codes of ours."""
TAG = re.compile(r"[A-Z]{2,5}\$?")
"""Codes of the field: parts of speech (UPOS, Penn Treebank), certainties (FactBank), letters of a type's designation."""
ISO_639_1 = "ar az bg cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk mn nl pl ps pt ro ru sk sl sr sv th tr uk ur vi zh"
"""Codes of languages; those that are frequent words of English (`be`, `no`, `am`) are left out."""
ALLOWED = {
    "page": {
        "any", "menu", "time",  # names of marks at the start of a line, and of a reason
        "be", "no",  # ISO 639-1
        "style",  # an element of HTML
    },
    "reading": {
        "both", "list", "person",  # ways in which a party or an item was found, shown by --explain
        "contract",  # a value that spaCy asks for
        "pres",  # a value of Tense in Universal Dependencies
        "times",  # name of a pack file
    },
    "sources": set(),
}  # fmt: skip
"""Strings that a pack lists as words and that mean something else in a stage."""
WORD = re.compile(r"[^\W\d_]{2,}")
FOREIGN = re.compile(r"[^\W\d_a-zA-Z]{2,}")


def leaves(value: object) -> Iterator[str]:
    """Yield every text of a pack file, keys of word maps included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(key)
            yield from leaves(one)


def pack_words() -> frozenset[str]:
    """All single words that the lists of the installed packs name, in small letters."""
    found = set()
    for language in languages():
        folder = pack_folder(language)
        for path in folder.glob("*.yml"):
            found |= {text.casefold() for text in leaves(yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader))}  # noqa: S506 - a safe loader
        found |= {row["form"].casefold() for row in read_table(folder / "parties.csv")}
    return frozenset(word for word in found if WORD.fullmatch(word))


def own_names() -> frozenset[str]:
    """Names of our own that a pack may also list: fields, parameters and values of a `Literal`, columns and kinds of tables, places in a frame."""
    names = {node for path in SRC.rglob("*.py") for node in identifiers(ast.parse(path.read_text(encoding="utf-8")))}
    for path in (SRC / "packs").rglob("*.csv"):
        rows = list(read_table(path))
        names |= set(rows[0]) | {row[column] for row in rows for column in CODED if column in row}
    return frozenset(name.casefold() for name in names | STRUCTURAL | CASES)


def identifiers(tree: ast.AST) -> Iterator[str]:
    """Yield names of fields and parameters, and the values of literal types."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            yield from (str(one.value) for one in ast.walk(node.slice) if isinstance(one, ast.Constant))


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield strings that are neither docstrings nor messages."""
    quiet = {id(inner) for node in ast.walk(tree) if is_said(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield node


def is_said(node: ast.AST) -> bool:
    """Say whether the strings inside are docstrings (statements of their own) or messages."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MESSAGES


WORDS = pack_words() - own_names()
ALPHABET = re.compile(r"\[[^\]]*\]|[^\W\d_]-[^\W\d_]")


def offences(source: str, stage: str = "") -> list[str]:
    """List the strings of a module that are words of a pack, are in no Latin script, or are patterns with a pack's words between bars."""
    found = []
    words = WORDS - ALLOWED.get(stage, set())
    for node in strings(ast.parse(source)):
        text = str(node.value)
        parts = [text] if "|" not in text else WORD.findall(text)
        found += [f"line {node.lineno}: {part!r}" for part in parts if part.casefold() in words and not is_code(part)]
        found += [f"line {node.lineno}: {part!r}" for part in FOREIGN.findall(ALPHABET.sub("", text))]
    return found


def is_code(text: str) -> bool:
    """Say whether a string is a tag of the field, or the code of a language or party that the reference data or ISO 639-1 know."""
    return TAG.fullmatch(text) is not None or text in CODES


CODES = frozenset(row["party"] for row in read_table(REFERENCE / "parties.csv")) | frozenset(ISO_639_1.split())


@pytest.mark.parametrize("path", STAGES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_no_word_of_a_language_stands_in_a_stage(path: Path) -> None:
    assert offences(path.read_text(encoding="utf-8"), path.parent.name) == []


@pytest.mark.parametrize(
    "source",
    [
        'X = {"deliver"}',
        'X = re.compile(r"(?:may|might)\\b")',
        'if word == "Kyiv": pass',
        'X = "ракета"',
        'def f(a="howitzer"): pass',
    ],
)
def test_the_rule_sees_words(source: str) -> None:
    assert offences(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""May deliver."""',
        'X = "supplier"',
        'X = r"[^|]+"',
        'raise PackError("deliver")',
        'def f():\n    """Deliver."""',
        'X = "nsubj:pass"',
    ],
)
def test_the_rule_leaves_our_own_names_alone(source: str) -> None:
    assert offences(source) == []


@pytest.mark.parametrize("stage", sorted(ALLOWED))
def test_no_exemption_outlives_its_use(stage: str) -> None:
    found = {
        offence.split("'")[1].casefold()
        for path in STAGES
        if path.parent.name == stage
        for offence in offences(path.read_text(encoding="utf-8"))
    }
    assert ALLOWED[stage] <= found
