"""Reliability: does a claim of probability 0.7 turn out right seven times in ten?

A claim is *right* where supplier, recipient, category and stage all agree with the gold. Order: read the gold's texts -> pair claims with
the gold -> bins of equal width -> table and Brier score (mean squared difference of probability and outcome; lower is better).

    python -m bench.reliability GOLD...
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.api import read_all
from reportedly.measure.align import align
from reportedly.measure.documents import load_gold, make_run
from reportedly.model.reading import Reading
from reportedly.outputs.gold import gold_document

BINS = 5
Outcome = tuple[float, bool]
"""Probability of a claim, and whether its core was right."""


def outcomes(paths: Sequence[Path]) -> dict[str, list[Outcome]]:
    """Read the gold's texts and judge every claim, by language of the page."""
    gold = load_gold(paths)
    readings = [one for one in read_all(paths) if isinstance(one, Reading)]
    run = make_run([gold_document(one) for one in readings], gold)
    found: dict[str, list[Outcome]] = {}
    for document, reading in zip(gold, readings, strict=True):
        statements = run[document.id].statements
        right = {j for i, j in align(document.statements, statements) if document.statements[i].core == statements[j].core}
        judged = found.setdefault(document.language, [])
        judged.extend((claim.probability, j in right) for j, claim in enumerate(reading.claims))
    return found


def brier(judged: Sequence[Outcome]) -> float:
    """Mean squared difference of probability and outcome; 0 for no claims."""
    return sum((probability - right) ** 2 for probability, right in judged) / len(judged) if judged else 0.0


def table(judged: Sequence[Outcome]) -> Iterator[str]:
    """Lay out one row for each bin that holds claims: bounds, claims, mean probability, share right."""
    yield "| probability | claims | mean | right |"
    yield "|---|---:|---:|---:|"
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [each for each in judged if low <= each[0] < high or (number == BINS - 1 and each[0] == 1.0)]
        if inside:
            mean = sum(probability for probability, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            yield f"| {low:.1f}-{high:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of each language; returns the exit status 0."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("gold", type=Path, nargs="+")
    for language, judged in sorted(outcomes(parser.parse_args(arguments).gold).items()):
        print(f"{language}: {len(judged)} claims, Brier score {brier(judged):.3f}\n")
        print("\n".join(table(judged)), end="\n\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
