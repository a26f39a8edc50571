"""A sentence as tokens on a dependency tree in Universal Dependencies terms.

Adpositions do not stand between words: `token.case` holds the adposition (or chain of them) that marks a noun, as UD's `case`
child would, and the noun hangs from the word that governs it. A parser of another grammar is converted on the way in (`parse`).
A sentence without a parse has every token under the root (`rel` "dep"): order is then all there is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word: half-open code-point span in the page's text, UD part of speech, relation and head (-1 for a root)."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    rel: str
    head: int
    case: str = ""
    feats: frozenset[str] = field(default=frozenset())

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Tree:
    """The tokens of one sentence and the ways between them."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens

    @cached_property
    def _children(self) -> list[list[Token]]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                found[token.head].append(token)
        return found

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """First and last+1 token index of every token's subtree."""
        spans = [(token.i, token.i + 1) for token in self.tokens]
        for token in self.tokens:
            for above in self.ancestors(token):
                low, high = spans[above.i]
                spans[above.i] = (min(low, token.i), max(high, token.i + 1))
        return spans

    def children(self, token: Token) -> list[Token]:
        """The words that hang from `token`, in order."""
        return self._children[token.i]

    def head(self, token: Token) -> Token | None:
        """The word that `token` hangs from; None for a root."""
        return self.tokens[token.head] if token.head >= 0 else None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The words above `token`, nearest first."""
        seen = {token.i}
        while token.head >= 0 and token.head not in seen:
            seen.add(token.head)
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[int, int]:
        """Half-open range of token indexes that `token` and all below it reach over."""
        return self._spans[token.i]

    def below(self, token: Token, above: Token) -> bool:
        """Say whether `token` stands below (or is) `above`."""
        return token.i == above.i or any(other.i == above.i for other in self.ancestors(token))

    def at(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the code-point span `[start, end)`."""
        low = bisect_right(self._ends, start)
        high = bisect_left(self._starts, end)
        return list(self.tokens[low:high])

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def head_of(self, start: int, end: int) -> Token | None:
        """The token of the span whose head lies outside it (the last one where several do); None for an empty span."""
        inside = self.at(start, end)
        indexes = {token.i for token in inside}
        tops = [token for token in inside if token.head not in indexes]
        return tops[-1] if tops else None

    def conjuncts(self, token: Token) -> list[Token]:
        """`token` and all words coordinated below it, in order."""
        found = [token]
        for child in self.children(token):
            if child.rel == "conj":
                found.extend(self.conjuncts(child))
        return found
