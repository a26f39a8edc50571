"""Check a language pack: its files against their schemas, its frames against each other, and its cases against the reader.

A claim of a case is found where its sentence, parties, category and stage agree; F1 runs over all cases of a pack. Order: files -> words that two
frames claim -> cases.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.model.errors import PackError
from reportedly.model.page import Line, Page, Role
from reportedly.model.quote import Quote
from reportedly.packs import load
from reportedly.packs.calendar import NumberWords, TimeWords
from reportedly.packs.cases import CaseOf, Cases
from reportedly.packs.load import PackFile, read_yaml
from reportedly.packs.schema import CueWords, Frames, Grammar, ItemWords, PackInfo, SourceWords
from reportedly.packs.wording import Wording
from reportedly.reading.reader import read_page
from reportedly.reading.sentences import Sentence, find_sentences

FILES: dict[str, type[PackFile]] = {
    "pack": PackInfo, "items": ItemWords, "frames": Frames, "cues": CueWords, "sources": SourceWords, "times": TimeWords,
    "numbers": NumberWords, "wording": Wording,
}  # fmt: skip
"""Files that every pack has, by name, with their schemas."""
OPTIONAL: dict[str, type[PackFile]] = {"grammar": Grammar, "cases": Cases}
TABLES = frozenset({"parties.csv"})

Signature = tuple[int, str, str, str]
"""Number of the sentence, supplier>recipient, category, stage."""
Sure = tuple[Signature, str]
"""A signature with its certainty."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case with what it expects and what was read."""

    case: CaseOf
    expected: "Counter[Sure]"
    read: "Counter[Sure]"

    @property
    def passes(self) -> bool:
        """Say whether everything was read and nothing else, certainty included."""
        return self.expected == self.read


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a check found: problems in words (empty: none), and the results of the cases."""

    language: str
    problems: tuple[str, ...]
    results: tuple[CaseResult, ...] = ()

    @property
    def f1(self) -> float | None:
        """F1 over the cases, certainty left out; None without cases that claim or were read to claim anything."""
        return f1(self.results)


@contextmanager
def installed(folder: Path) -> Iterator[None]:
    """Let the pack in `folder` stand before all others while the context lasts."""
    before = os.environ.get("REPORTEDLY_PACKS")
    os.environ["REPORTEDLY_PACKS"] = os.pathsep.join(filter(None, (before, str(folder))))
    _forget()
    try:
        yield
    finally:
        if before is None:
            del os.environ["REPORTEDLY_PACKS"]
        else:
            os.environ["REPORTEDLY_PACKS"] = before
        _forget()


def _forget() -> None:
    load.pack_folders.cache_clear()
    load.load_part.cache_clear()


def check_pack(folder: Path) -> PackReport:
    """Check the pack in `folder`, whose name is its ISO 639-1 code.

    Raises: PackError: there is no such folder.
    """
    if not folder.is_dir():
        raise PackError(f"{folder}: no such folder; name the folder of a pack, such as packs/de")
    language = folder.resolve().name
    problems = [*_file_problems(folder), *_frame_problems(folder)]
    if problems or not (folder / "cases.yml").is_file():
        return PackReport(language, tuple(problems))
    with installed(folder.resolve()):
        return PackReport(language, (), tuple(case_results(language)))


def _file_problems(folder: Path) -> Iterator[str]:
    for name in sorted(path.name for path in folder.iterdir() if path.is_file()):
        if name.removesuffix(".yml") not in FILES | OPTIONAL and name not in TABLES:
            yield f"{name}: no such file belongs to a pack"
    for name in sorted(TABLES):
        if not (folder / name).is_file():
            yield f"{name}: missing"
    for name, schema in (FILES | OPTIONAL).items():
        if name in FILES or (folder / f"{name}.yml").is_file():
            try:
                read_yaml(folder / f"{name}.yml", schema)
            except PackError as error:
                yield str(error)


def _frame_problems(folder: Path) -> Iterator[str]:
    """Words that a later frame claims and never gets, because an earlier one of the same class takes them."""
    try:
        frames = read_yaml(folder / "frames.yml", Frames).frames
    except PackError:
        return
    taken: set[tuple[str, str]] = set()
    for frame in frames:
        particular = bool(frame.particle or frame.subject_is)
        for word in frame.words:
            if (word, frame.pos) in taken:
                yield f"frames.yml: {word!r} ({frame.pos}) stands in two frames; only the first is used"
            if not particular:
                taken.add((word, frame.pos))


# -- cases
def case_results(language: str) -> Iterator[CaseResult]:
    """Read every case of an installed pack."""
    for case in read_yaml(load.pack_folder(language) / "cases.yml", Cases).cases:
        yield CaseResult(case, expected(case), _read(case, language))


def page_of(case: CaseOf, language: str) -> Page:
    """Make the page of a case: all body, but for a headline."""
    lines, start = [], 0
    for index, row in enumerate(case.text.split("\n")):
        role: Role = "headline" if case.headline and index == 0 else "body"
        lines.append(Line(start, start + len(row), role, "case", language))
        start += len(row) + 1
    return Page("case", case.text, tuple(lines), published=case.published, language=language)


def number_of(quote: Quote, sentences: Iterable[Sentence]) -> int:
    """Which sentence of the page the evidence lies in, counted from 1; 0 for none."""
    return next((n for n, each in enumerate(sentences, 1) if each.start < quote.end and quote.start < each.end), 0)


def expected(case: CaseOf) -> "Counter[Sure]":
    """What the rows of a case ask for."""
    return Counter(((row[0], row[1], row[4], row[7]), row[8]) for row in case.claims)


def _read(case: CaseOf, language: str) -> "Counter[Sure]":
    page = page_of(case, language)
    sentences = list(find_sentences(page, language))
    found: Counter[Sure] = Counter()
    for claim in read_page(page).claims:
        pair = f"{claim.supplier or '?'}>{claim.recipient or '?'}"
        found[(number_of(claim.evidence, sentences), pair, claim.category, claim.stage), claim.certainty] += 1
    return found


def signatures(claims: "Counter[Sure]") -> "Counter[Signature]":
    """The claims without their certainty."""
    found: Counter[Signature] = Counter()
    for (signature, _), count in claims.items():
        found[signature] += count
    return found


def f1(results: Iterable[CaseResult]) -> float | None:
    """F1 over the signatures of all cases; None where there are none."""
    hits = total = 0
    for result in results:
        gold, run = signatures(result.expected), signatures(result.read)
        hits += (gold & run).total()
        total += gold.total() + run.total()
    return 2 * hits / total if total else None


def told(result: CaseResult) -> str:
    """A case that does not pass, for people: `-` is missing, `+` is too much."""
    gold: Counter[Any] = result.expected
    run: Counter[Any] = result.read
    rows = [f"    - {each}" for each in (gold - run).elements()] + [f"    + {each}" for each in (run - gold).elements()]
    return "\n".join([f"# {result.case.about} | {result.case.text}".replace("\n", " / "), *rows])
