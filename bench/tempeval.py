"""Measure `find_times` on TempEval-3 platinum (UzZaman et al. 2013), with the method of its official scorer.

The corpus is not part of this repository. It lies in `data/TempEval3/Evaluation/te3-platinum` of
github.com/qiangning/StructTempRel-EMNLP17:

    python bench/tempeval.py --data path/to/te3-platinum

Method: a time matches where it shares a character with a gold TIMEX3 of the text (relaxed) or has its very characters (strict),
one to one; the creation time counts for neither side. Value F1 is relaxed F1 times the share of matched gold times with the
same `value`. No tense is given to `find_times`, since the corpus has no parses. Published value F1: HeidelTime-t .776, NavyTime
.710, ManTIME-4 .690, SUTime .674.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from reportedly.reading.times import TimeSpan, find_times

LANGUAGE = "en"
PARTS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2"}
REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
SENTENCE = re.compile(r"[^\n]+?(?:(?<=[a-z0-9)\"”'][.?!])(?=\s+[\"“'A-Z0-9])|(?=\n)|\Z)")


@dataclass(frozen=True)
class Timex:
    """A time of the text: half-open characters, its words and its TIMEX3 value."""

    start: int
    end: int
    words: str
    value: str


@dataclass
class Counts:
    """Totals over all files."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def f1(self, matched: int) -> float:
        """F1 of `matched` pairs."""
        return 2 * matched / (self.gold + self.found) if self.gold + self.found else 1.0

    @property
    def value_f1(self) -> float:
        """Relaxed F1 times the share of matched times with the right value."""
        return self.f1(self.relaxed) * self.value / self.relaxed if self.relaxed else 0.0


def read_tml(path: Path) -> tuple[str, str, list[Timex]]:
    """Read a TimeML file: its creation time, its plain text and the times marked in it."""
    root = ET.parse(path).getroot()  # noqa: S314 - the benchmark's own files, named by the user
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if body is None or created is None:
        raise ValueError(f"{path}: no TEXT or no creation time")
    gold: list[Timex] = []
    text = _walk(body, "", gold)
    return created.get("value", ""), text, gold


def _walk(node: ET.Element, text: str, gold: list[Timex]) -> str:
    """Append the text of a node and of what follows inside it; note each TIMEX3 with its place."""
    start = len(text)
    text += node.text or ""
    for child in node:
        text = _walk(child, text, gold) + (child.tail or "")
    if node.tag == "TIMEX3":
        gold.append(Timex(start, len(text), text[start:], node.get("value", "")))
    return text


def timex_value(span: TimeSpan) -> str:
    """Write the value of a time as TIMEX3 does (TimeML 1.2.1)."""
    if span.edtf is None:
        return span.length or REFERENCES.get(span.direction or "", "PXD" if span.kind == "duration" else "XXXX-XX-XX")
    begin, _, end = span.edtf.partition("/")
    if begin == "..":
        begin, end = end, ".."
    if end not in {"", ".."}:
        return _week(begin, end)
    if re.fullmatch(r"\d{2}(\dX|XX)", begin):
        return begin.rstrip("X")
    return f"{begin[:5]}{PARTS[begin[5:]]}" if begin[5:] in PARTS else begin


def _week(begin: str, end: str) -> str:
    """Write an interval: a week as its number, a weekend with its mark, all else by its first day."""
    if len(begin) != 10 or len(end) != 10:
        return begin
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    year, number, weekday = first.isocalendar()
    if last.isoweekday() != 7 or last - first > timedelta(days=6):
        return begin
    return {1: f"{year}-W{number:02}", 6: f"{year}-W{number:02}-WE"}.get(weekday, begin)


def find_all(text: str, created: str) -> Iterator[Timex]:
    """Find the times of a whole text, a sentence at a time."""
    for sentence in SENTENCE.finditer(text):
        for span in find_times(text, sentence.start(), sentence.end(), created, LANGUAGE):
            yield Timex(span.quote.start, span.quote.end, span.quote.text, timex_value(span))


def score(gold: list[Timex], found: list[Timex], counts: Counts, *, verbose: bool) -> None:
    """Match the times of one file, each at most once, and add to `counts`."""
    counts.gold += len(gold)
    counts.found += len(found)
    left = list(found)
    for one in gold:
        match = next((other for other in left if other.start < one.end and one.start < other.end), None)
        if match is None:
            note = "missed"
        else:
            left.remove(match)
            counts.relaxed += 1
            counts.strict += (match.start, match.end) == (one.start, one.end)
            counts.value += match.value == one.value
            note = "" if match.value == one.value else f"read {match.words!r} as {match.value}"
        if verbose and note:
            print(f"  {one.words!r} {one.value}: {note}")
    for other in left if verbose else []:
        print(f"  {other.words!r} {other.value}: not in gold")


def main(arguments: list[str] | None = None) -> int:
    """Run over a folder of .tml files and print the scores; says so and ends well where the corpus is absent."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the .tml files")
    parser.add_argument("--verbose", action="store_true", help="print every error")
    options = parser.parse_args(arguments)
    paths = sorted(options.data.glob("*.tml"))
    if not paths:
        print(f"skipped: no .tml files in {options.data}")
        return 0
    counts = Counts()
    for path in paths:
        created, text, gold = read_tml(path)
        score(gold, list(find_all(text, created)), counts, verbose=options.verbose)
    print(f"{len(paths)} files, {counts.gold} times, {counts.found} found")
    print(f"relaxed F1 {counts.f1(counts.relaxed):.4f}  strict F1 {counts.f1(counts.strict):.4f}  value F1 {counts.value_f1:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
