"""Near-copies: how much of their article text two pages share, estimated by MinHash (Broder 1997) over runs of words.

Vocabulary: a *shingle* is a run of `WORDS` words in small letters; a *signature* the `NUMBERS` smallest hashes of a page's shingles; a
*bucket* the hash of one *band* of the signature: pages that share a bucket are compared.
"""

import re
from collections.abc import Iterator, Sequence

from rensa import RMinHash

from reportedly.model.ids import content_id
from reportedly.model.page import READ_ROLES, Page

WORDS = 4
NUMBERS = 64
BANDS = 8
LEAST_WORDS = 20
"""Shorter articles have no signature: two tickers of one line are alike by chance."""
ALIKE = 0.5
"""Least share of common shingles (Jaccard) of a near-copy. With 8 bands of 8, pairs at 0.8 are compared with probability 0.8, at 0.9 with 0.99."""
SEED = 42
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Cut a text into words in small letters, without punctuation; the same for search and for likeness."""
    return _WORD.findall(text.casefold())


def signature(page: Page) -> tuple[int, ...]:
    """Compute the signature of the lines that can carry a claim; empty where they have fewer than `LEAST_WORDS` words."""
    words = words_of("\n".join(page.text[line.start : line.end] for line in page.lines if line.role in READ_ROLES))
    if len(words) < LEAST_WORDS:
        return ()
    sketch = RMinHash(num_perm=NUMBERS, seed=SEED)
    sketch.update([" ".join(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1)])
    return tuple(sketch.digest())


def buckets(numbers: Sequence[int]) -> Iterator[str]:
    """Name the bucket of each band of a signature."""
    size = NUMBERS // BANDS
    for number in range(BANDS if numbers else 0):
        yield content_id("band", number, *numbers[number * size : (number + 1) * size])


def likeness(left: Sequence[int], right: Sequence[int]) -> float:
    """Estimate the Jaccard likeness of two pages, in [0, 1]; 0 where one has no signature."""
    if not left or not right:
        return 0.0
    return sum(one == other for one, other in zip(left, right, strict=True)) / NUMBERS
