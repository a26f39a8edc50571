"""Measure the ledger as it grows: `python bench/ledger.py [--pages 200000] [--ledger FILE|URL] [--key]`.

A generated ledger (five claims a page, parties and types by Zipf's law, every tenth page a near-copy of an earlier one) is filled in three steps. Printed are ratios and
growth, one JSON object a line: what one more page costs at the first step and at the last, how long a rebuild takes against n log n and how much memory it needs, and how fast
`deals` answers with two filters and `--as-of` beside the same question in plain SQL. `--key FILE...` scores deals of annotated pages against `bench/deals-key.jsonl` instead.
"""

import argparse
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from sqlalchemy import select, text

from reportedly.ledger.annotated import read_annotated
from reportedly.ledger.connect import reading, writing
from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger, View
from reportedly.ledger.store import add_reading
from reportedly.ledger.tables import claim, link, page
from reportedly.model.claim import CERTAINTIES, STAGES, Claim, Source
from reportedly.model.page import Line, Page
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading
from reportedly.packs.load import REFERENCE, read_table

KEY = Path(__file__).with_name("deals-key.jsonl")
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
CLAIMS = 5
COPIES = 0.1
BATCH = 500
PROBES = 200
"""Pages that are added one by one to measure what one more costs, and questions that are asked."""


def parties() -> list[str]:
    """Codes of states from the reference table, in its order."""
    return [row["party"] for row in read_table(REFERENCE / "parties.csv") if len(row["party"]) == 2]


def types() -> list[tuple[str, str]]:
    """Designations with their categories from the reference tables."""
    return [
        (row["designation"], row["category"])
        for path in sorted((REFERENCE / "systems").glob("*.csv"))
        for row in read_table(path)
    ]


class Generator:
    """Makes pages that look like news to the ledger; the same seed gives the same pages."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - made-up pages, no secrets
        self.parties, self.types = parties(), types()
        self.words = [f"w{number:x}" for number in range(20_000)]
        self.recent: list[str] = []

    def zipf(self, size: int) -> int:
        """Draw a rank below `size`; low ranks are much likelier."""
        return min(int(size ** self.chance.random()) - 1, size - 1)

    def page(self, number: int) -> Reading:
        """Make one page with its claims."""
        copied = bool(self.recent) and self.chance.random() < COPIES
        body = self.chance.choice(self.recent) if copied else " ".join(self.chance.choices(self.words, k=80))
        self.recent = [*self.recent[-200:], body]
        sentences = [f"Sentence {number} {place} tells of it." for place in range(CLAIMS)]
        whole = "\n".join([*sentences, body])
        starts = [sum(len(one) + 1 for one in [*sentences, body][:place]) for place in range(CLAIMS + 1)]
        lines = tuple(
            Line(start, start + len(one), "body", "made") for start, one in zip(starts, [*sentences, body], strict=True)
        )
        day = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        made = Page(
            f"made/{number}",
            whole,
            lines,
            url=f"https://example.org/{number}",
            outlet=f"Outlet {self.zipf(300)}",
            published=day.isoformat(),
        )
        return Reading(made, tuple(self.claims(whole, lines, day)))

    def claims(self, whole: str, lines: Sequence[Line], day: date) -> Iterator[Claim]:
        """Make the claims of one page: mostly about one pair of parties."""
        supplier, recipient = self.pair()
        for line in lines[:CLAIMS]:
            if self.chance.random() < 0.3:
                supplier, recipient = self.pair()
            name, category = self.types[self.zipf(len(self.types))]
            named = self.chance.random() < 0.7
            yield Claim(
                id="", evidence=Quote.of(whole, line.start, line.end), supplier=supplier, recipient=recipient, item="weapons",
                designation=name if named else None, category=category, mode="unspecified",  # type: ignore[arg-type]  # from the table
                quantity=Quantity(self.zipf(500) + 1, None) if self.chance.random() < 0.3 else None,
                stage=self.chance.choice(STAGES), certainty=self.chance.choices(CERTAINTIES, weights=(6, 3, 2, 2, 1, 1, 1))[0],
                sources=(Source(f"Paper {self.zipf(50)}", "media"),) if self.chance.random() < 0.3 else (),
                when=day.isoformat()[:7] if self.chance.random() < 0.4 else None, probability=0.8,
            )  # fmt: skip

    def pair(self) -> tuple[str, str]:
        """Draw two different parties."""
        supplier = self.parties[self.zipf(len(self.parties))]
        while (recipient := self.parties[self.zipf(len(self.parties))]) == supplier:
            pass
        return supplier, recipient


def fill(ledger: Ledger, generator: Generator, start: int, end: int) -> None:
    """Put in pages `[start, end)`, many in a transaction."""
    for first in range(start, end, BATCH):
        with writing(ledger.store.engine) as connection:
            for number in range(first, min(first + BATCH, end)):
                add_reading(connection, generator.page(number))


def cost_of_one(ledger: Ledger, generator: Generator, start: int) -> dict[str, float]:
    """Add pages one by one; give the median milliseconds of `add`, and of `add` with `settle`."""
    plain, settled = [], []
    for number in range(start, start + PROBES):
        made = generator.page(number)
        began = time.perf_counter()
        ledger.add(made)
        plain.append(time.perf_counter() - began)
        ledger.settle()
        settled.append(time.perf_counter() - began)
    return {"add_ms": round(statistics.median(plain) * 1000, 2), "add_and_settle_ms": round(statistics.median(settled) * 1000, 2)}


def timed_rebuild(place: str) -> dict[str, float]:
    """Rebuild in a process of its own; give its seconds and its largest memory in MiB."""
    command = [sys.executable, __file__, "--rebuild", "--ledger", place]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very script
    return dict(json.loads(run.stdout))


def rebuild_here(place: str) -> None:
    """Rebuild and print what it took."""
    with Ledger(place) as ledger:
        began = time.perf_counter()
        ledger.rebuild()
        taken = time.perf_counter() - began
    print(
        json.dumps({"seconds": round(taken, 1), "memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)})
    )


def questions(place: str, generator: Generator) -> dict[str, float]:
    """Ask for deals with two filters as of a day, and the same in plain SQL; give the 95th percentiles in milliseconds."""
    ours, plain = [], []
    with View(place) as view:
        for _ in range(PROBES):
            supplier, recipient = generator.pair()
            day = (FIRST_DAY + timedelta(days=generator.chance.randrange(DAYS))).isoformat()
            began = time.perf_counter()
            view.deals(Filters(supplier=supplier, recipient=recipient, as_of=day))
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            with reading(view.engine) as connection:
                connection.execute(text(SQL), {"supplier": supplier, "recipient": recipient, "day": day}).all()
            plain.append(time.perf_counter() - began)
    return {"deals_p95_ms": _p95(ours), "sql_p95_ms": _p95(plain)}


SQL = """
SELECT d.id, s.* FROM deal d JOIN deal_state s ON s.deal_id = d.id
WHERE d.supplier = :supplier AND d.recipient = :recipient AND d.first_day <= :day AND s.day <= :day AND (s.until IS NULL OR s.until > :day)
"""


def _p95(seconds: Sequence[float]) -> float:
    return round(statistics.quantiles(seconds, n=20)[-1] * 1000, 2)


def grow(place: str, pages: int) -> None:
    """Fill the ledger and print what was measured."""
    generator = Generator(1)
    steps = [pages // 20, pages // 10, pages]
    costs, rebuilds, done = [], [], 0
    with Ledger(place) as ledger:
        for step in steps:
            fill(ledger, generator, done, step)
            rebuilds.append(timed_rebuild(place))
            costs.append(cost_of_one(ledger, generator, step))
            done = step + PROBES
            print(json.dumps({"pages": step, "claims": step * CLAIMS, "rebuild": rebuilds[-1], **costs[-1]}), flush=True)
    few, many = steps[1] * CLAIMS, steps[2] * CLAIMS
    linear = (many * math.log(many)) / (few * math.log(few))
    print(
        json.dumps(
            {
                "add_ratio": round(costs[-1]["add_ms"] / costs[0]["add_ms"], 2),
                "settle_ratio": round(costs[-1]["add_and_settle_ms"] / costs[0]["add_and_settle_ms"], 2),
                "rebuild_over_n_log_n": round(rebuilds[-1]["seconds"] / rebuilds[1]["seconds"] / linear, 2),
                **questions(place, generator),
            }
        )
    )


def score(paths: Sequence[str]) -> dict[str, float]:
    """Score "same deal" over all pairs of claims of annotated pages against the key. Returns: precision, recall and F1."""
    key = {(one["page"], one["claim"]): one["deal"] for one in map(json.loads, KEY.read_text(encoding="utf-8").splitlines())}
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "key.db")
        with Ledger(place) as ledger:
            list(ledger.add_all(read_annotated(paths)))
        with View(place) as view, reading(view.engine) as connection:
            chosen = select(page.c.name, claim.c.position, link.c.deal_id).join(claim, claim.c.page_id == page.c.id)
            found = {(row[0], row[1]): row[2] for row in connection.execute(chosen.join(link, link.c.claim_id == claim.c.id))}
    pairs = [
        (key[left] == key[right], found[left] == found[right]) for left, right in combinations(sorted(set(key) & set(found)), 2)
    ]
    both = sum(wanted and given for wanted, given in pairs)
    precision, recall = both / sum(given for _, given in pairs), both / sum(wanted for wanted, _ in pairs)
    return {"claims": len(key), "precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--ledger", default=None)
    parser.add_argument("--rebuild", action="store_true")
    parser.add_argument("--key", nargs="+", metavar="GOLD")
    chosen = parser.parse_args()
    if chosen.key:
        print(json.dumps({name: round(value, 3) for name, value in score(chosen.key).items()}))
    elif chosen.rebuild:
        rebuild_here(chosen.ledger)
    else:
        with tempfile.TemporaryDirectory() as folder:
            grow(chosen.ledger or str(Path(folder) / "bench.db"), chosen.pages)


if __name__ == "__main__":
    main()
