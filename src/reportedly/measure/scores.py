"""Precision and recall of a run, measure by measure.

`claim core` counts a claim as found where supplier, recipient, category and stage are right and the evidence overlaps; `claim place` where the
evidence overlaps at all; `slot …` counts values; `page article text` counts the characters of headline, body and caption lines.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.measure.align import align
from reportedly.measure.documents import ARTICLE, SLOTS, Document, Statement

POLARITY = {"CT+": "+", "PR+": "+", "PS+": "+", "CT-": "-", "PR-": "-", "PS-": "-", "UU": "u"}
DIGITS = 4


@dataclass
class Tally:
    """How many were right (`hit`), how many the run gave (`run`), how many the gold has (`gold`)."""

    hit: int = 0
    run: int = 0
    gold: int = 0

    def add(self, hit: int, run: int, gold: int) -> None:
        """Count more."""
        self.hit, self.run, self.gold = self.hit + hit, self.run + run, self.gold + gold

    @property
    def precision(self) -> float:
        """Share of what the run gave that is right; 0 where it gave nothing."""
        return self.hit / self.run if self.run else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def row(self) -> dict[str, float]:
        """Write the measure as numbers, rounded to four digits."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(share, DIGITS) for name, share in shares.items()} | {"gold": self.gold, "pred": self.run}


Scores = dict[str, Tally]


def score(gold: Iterable[Document], run: Mapping[str, Document]) -> Scores:
    """Measure a run; a gold document that the run lacks counts as one where nothing was found."""
    scores: Scores = defaultdict(Tally)
    for document in gold:
        said = run.get(document.id) or Document(document.id)
        _count_claims(scores, document.statements, said.statements)
        _count_page(scores, document, said)
    together = scores["slots together"]
    for name in SLOTS:
        one = scores[f"slot {name}"]
        together.add(one.hit, one.run, one.gold)
    return dict(scores)


def score_languages(gold: Sequence[Document], run: Mapping[str, Document]) -> dict[str, Scores]:
    """Measure each language by itself, in the order of their codes."""
    codes = sorted({document.language for document in gold})
    return {code: score([document for document in gold if document.language == code], run) for code in codes}


def _count_claims(scores: Scores, gold: Sequence[Statement], run: Sequence[Statement]) -> None:
    pairs = [(gold[i], run[j]) for i, j in align(gold, run)]
    size = len(run), len(gold)
    core = [(left, right) for left, right in pairs if left.core == right.core]
    certainties = [(str(left.slots["certainty"]), str(right.slots["certainty"])) for left, right in core]
    scores["claim place"].add(len(pairs), *size)
    scores["claim core"].add(len(core), *size)
    scores["claim core+polarity"].add(sum(POLARITY.get(left) == POLARITY.get(right) for left, right in certainties), *size)
    scores["claim core+certainty"].add(sum(left == right for left, right in certainties), *size)
    for name in SLOTS:
        hits = sum(left.slots[name] is not None and left.slots[name] == right.slots[name] for left, right in pairs)
        scores[f"slot {name}"].add(hits, _given(run, name), _given(gold, name))
    sources = sum(_shared(left.sources, right.sources) for left, right in pairs)
    scores["slot sources"].add(sources, sum(len(one.sources) for one in run), sum(len(one.sources) for one in gold))


def _given(statements: Sequence[Statement], name: str) -> int:
    return sum(one.slots[name] is not None for one in statements)


def _count_page(scores: Scores, gold: Document, run: Document) -> None:
    scores["page cites"].add(_shared(gold.cites, run.cites), len(run.cites), len(gold.cites))
    claims = bool(gold.statements), bool(run.statements)
    scores["page has claims"].add(all(claims), claims[1], claims[0])
    lengths = [len(line) for line in gold.text.split("\n")]
    wanted, kept = _article(gold.roles), _article(run.roles) if len(run.roles) == len(lengths) else set()
    sizes = (sum(lengths[i] for i in lines if i < len(lengths)) for lines in (wanted & kept, kept, wanted))
    scores["page article text"].add(*sizes)


def _article(roles: Sequence[str]) -> set[int]:
    return {number for number, role in enumerate(roles) if role in ARTICLE}


def _shared(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Count what two lists share, repetitions included."""
    return sum((Counter(left) & Counter(right)).values())
