"""Gold and runs made by chance, in the fields of the guide: the words mean nothing, the shapes are all that there can be."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reportedly.model.claim import CATEGORIES, CERTAINTIES, MODES, SOURCE_KINDS, STAGES
from reportedly.model.page import ROLES

Record = dict[str, Any]
PARTIES = ("NO", "PT", "UA", "hezbollah", None)
DATES = ("2024-21", "2024?", "../2026", "XXXX-12", "2022~/..", None)
SPOILED = 0.2
"""Share of the fields of a run that are made anew."""
NAMES = ("The Fjord Herald", "Fjord Herald", "officials", "the Ministry")


def make_claim(chance: random.Random, lines: Sequence[str]) -> Record:
    evidence = chance.choice(lines)
    return {
        "evidence": evidence,
        "supplier": chance.choice(PARTIES),
        "recipient": chance.choice(PARTIES),
        "item": "launchers",
        "designation": chance.choice(("Skua-2", "skua 2", "F 16", "-", None)),
        "category": chance.choice(CATEGORIES[:3]),
        "quantity": chance.choice(({"min": 1, "max": 1}, {"min": 2, "max": None}, None)),
        "mode": chance.choice(MODES),
        "stage": chance.choice(STAGES[:4]),
        "certainty": chance.choice(CERTAINTIES),
        "sources": [
            {"name": chance.choice(NAMES), "kind": chance.choice(SOURCE_KINDS), "party": chance.choice(("NO", None))}
            for _ in range(chance.randrange(3))
        ],
        "when": chance.choice(DATES),
    }


def make_documents(seed: int, count: int = 8) -> list[Record]:
    chance = random.Random(seed)
    documents = []
    for number in range(count):
        lines = [f"Line {i} of {number}, {'x' * chance.randrange(30)}." for i in range(chance.randrange(1, 6))]
        documents.append({
            "id": f"d{number}", "story": "s", "url": None, "outlet": "Herald", "published": None, "title": None,
            "language": chance.choice(("en", "uk")), "text": "\n".join(lines), "roles": [chance.choice(ROLES) for _ in lines],
            "cites": chance.sample(NAMES, chance.randrange(3)), "claims": [make_claim(chance, lines) for _ in range(chance.randrange(5))],
        })  # fmt: skip
    return documents


def make_run(gold: Sequence[Record], seed: int) -> list[Record]:
    """Spoil gold at random: claims dropped, added and changed, spans given or shifted, a page missing, one line's role too many."""
    chance = random.Random(seed)
    run = []
    for document in gold[:-1]:
        text = str(document["text"])
        lines = text.split("\n")
        claims = []
        for claim in document["claims"]:
            said = claim | {name: value for name, value in make_claim(chance, lines).items() if chance.random() < SPOILED}
            if chance.random() < 0.5:
                start = text.find(str(said["evidence"]))
                said["span"] = [max(0, start - chance.randrange(5)), start + chance.randrange(1, 40)]
            if chance.random() < 0.9:
                claims.append(said)
        claims += [make_claim(chance, lines) for _ in range(chance.randrange(2))]
        roles = [chance.choice(ROLES) for _ in lines] + ["body"] * chance.choice((0, 0, 0, 1))
        run.append(
            {
                "id": document["id"],
                "text": text,
                "roles": roles,
                "cites": chance.sample(NAMES, chance.randrange(3)),
                "claims": claims,
            }
        )
    return run


@pytest.fixture(name="make_documents")
def _make_documents() -> Callable[[int], list[Record]]:
    """Make gold from a seed."""
    return make_documents


@pytest.fixture(name="make_run")
def _make_run() -> Callable[[Sequence[Record], int], list[Record]]:
    """Make a run over gold from a seed."""
    return make_run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, Sequence[Record]], Path]:
    """Write records as JSON Lines; returns the path."""

    def _write(name: str, records: Sequence[Record]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        return path

    return _write
