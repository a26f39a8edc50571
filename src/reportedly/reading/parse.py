"""Parse sentences into trees.

`spacy:PACKAGE` runs a spaCy pipeline and converts its English labels (ClearNLP style) to Universal Dependencies: prepositions
become the `case` of their noun, passive subjects and agents get UD names. Known names (designations, parties) are merged into
one token before parsing, because a parser reads "Leopard 2 tanks" as two tanks otherwise. `morph:DICTIONARY` parses by rules over a
dictionary of forms (`shallow`); `plain` keeps words in order without a tree.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reportedly.model.errors import PackError
from reportedly.packs.load import load_part
from reportedly.packs.schema import PackInfo
from reportedly.reading.inflect import dictionary_of
from reportedly.reading.morphology import analyser
from reportedly.reading.shallow import parse_shallow
from reportedly.reading.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

Span = tuple[int, int]

RELATIONS = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "poss": "nmod:poss",
    "relcl": "acl:relcl", "prt": "compound:prt", "acomp": "xcomp", "oprd": "xcomp", "ROOT": "root", "neg": "neg", "npadvmod": "obl:mod",
    "pcomp": "advcl", "attr": "attr",
}  # fmt: skip
"""ClearNLP labels and their UD names; labels not listed are the same in both."""

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
"""Penn Treebank tags of relative (and interrogative) pronouns, which the model leaves without a feature."""

MAX_TOKENS = 400
"""Words of one sentence that are parsed; what lies beyond is kept as words without a tree (a parser's cost grows with length)."""


def parse(
    sentences: Sequence[tuple[str, int, Sequence[Span]]], language: str, stand_ins: Mapping[Span, str] | None = None
) -> Iterator[Tree]:
    """Parse sentences given as (text, offset in the page, spans to merge, in code points of the page) into trees, in order.

    `stand_ins` gives for merged spans a word that the parser knows: it sees that word, the tree keeps the page's own.

    Raises: PackError: the pack names a parser that is not installed or not known.
    """
    kind, _, package = load_part(language, "pack", PackInfo).parser.partition(":")
    if kind == "spacy":
        return _parse_spacy(sentences, language, package, stand_ins or {})
    if kind == "morph":
        return (parse_shallow(text, offset, merges, language, package) for text, offset, merges in sentences)
    if kind == "plain":
        return (_plain(text, offset, merges) for text, offset, merges in sentences)
    raise PackError(f"pack {language!r}: no parser {kind!r}; known: spacy:PACKAGE, morph:DICTIONARY, plain")


def missing(language: str) -> str | None:
    """What a language lacks to be parsed, in words for people; None where nothing is missing."""
    dictionary = dictionary_of(language)
    if dictionary is None:
        return None
    try:
        analyser(dictionary)
    except PackError as error:
        return str(error)
    return None


@cache
def pipeline(package: str) -> "Language":
    """Load a spaCy pipeline once, without the parts that are not used here.

    Raises: PackError: the package is not installed; the message says how to get it.
    """
    import spacy  # noqa: PLC0415 - half a second that pages in other languages need not pay

    try:
        return spacy.load(package, exclude=["ner", "senter"])
    except OSError as error:
        raise PackError(f"parser {package!r} is not installed; reinstall reportedly with its dependencies") from error


def _parse_spacy(
    sentences: Sequence[tuple[str, int, Sequence[Span]]], language: str, package: str, stand_ins: Mapping[Span, str]
) -> Iterator[Tree]:
    nlp = pipeline(package)
    lemmas = load_part(language, "pack", PackInfo).lemmas

    def documents() -> Iterable[tuple["Doc", tuple["Doc", int]]]:
        for text, offset, merges in sentences:
            written = nlp.make_doc(text)
            _merge(written, [(start - offset, end - offset) for start, end in merges])
            seen = _seen(written, offset, stand_ins)
            for index in range(1, len(seen)):
                seen[index].is_sent_start = index % MAX_TOKENS == 0
            yield seen, (written, offset)

    for parsed, (written, offset) in nlp.pipe(documents(), as_tuples=True, batch_size=64):
        yield Tree(tuple(_convert(parsed, written, offset, lemmas)))


def _seen(written: "Doc", offset: int, stand_ins: Mapping[Span, str]) -> "Doc":
    """What the parser is shown: the same tokens, with stand-ins for names it does not know."""
    from spacy.tokens import Doc  # noqa: PLC0415 - see `pipeline`

    words = []
    for token in written:
        start = offset + token.idx
        words.append(stand_ins.get((start, start + len(token.text)), token.text))
    return Doc(written.vocab, words=words, spaces=[bool(token.whitespace_) for token in written])


def _merge(doc: "Doc", spans: Sequence[Span]) -> None:
    with doc.retokenize() as retokenizer:
        taken = -1
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            span = doc.char_span(start, end, alignment_mode="contract")
            if span is not None and len(span) > 1 and span.start > taken:
                retokenizer.merge(span)
                taken = span.end - 1


def _convert(doc: "Doc", written: "Doc", offset: int, lemmas: Mapping[str, str]) -> Iterator[Token]:
    """Turn spaCy's tokens into ours: prepositions into `case`, labels into UD's."""
    for token in doc:
        rel, head, case = RELATIONS.get(token.dep_, token.dep_), token.head, ""
        if token.dep_ in {"pobj", "pcomp"}:
            head, case, rel = _through_prepositions(token)
        feats = frozenset(str(token.morph).split("|")) - {""}
        if token.tag_ in RELATIVE_TAGS:
            feats |= {"PronType=Rel"}
        own = written[token.i]
        lemma = _lemma(token) if own.text == token.text else own.lower_
        yield Token(
            i=token.i, start=offset + own.idx, end=offset + own.idx + len(own.text), text=own.text, lemma=lemmas.get(own.lower_, lemma),
            pos=token.pos_, rel=rel, head=-1 if head.i == token.i else head.i, case=case, feats=feats,
        )  # fmt: skip


def _through_prepositions(token: "SpacyToken") -> tuple["SpacyToken", str, str]:
    """Head, case and UD relation of a preposition's object: climb over the chain of prepositions."""
    words: list[str] = []
    above: Any = token.head
    agent = False
    while (
        above.dep_ in {"prep", "agent", "dative", "pcomp"}
        and above.head.i != above.i
        and above.pos_ in {"ADP", "SCONJ", "VERB", "ADV", "ADJ"}
    ):
        if above.pos_ == "VERB" and above.dep_ != "prep":
            break
        words.insert(0, above.lower_)
        agent = agent or above.dep_ == "agent"
        above = above.head
    if not words:
        words = [above.lower_]
        above = above.head
    if token.dep_ == "pcomp":
        return above, " ".join(words), "advcl"
    if agent:
        return above, " ".join(words), "obl:agent"
    return above, " ".join(words), "nmod" if above.pos_ in {"NOUN", "PROPN", "PRON"} else "obl"


def _lemma(token: "SpacyToken") -> str:
    if token.pos_ in {"PROPN", "NUM"} and not token.text.islower():
        return token.text.lower()
    return token.lemma_.lower()


_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


def _plain(text: str, offset: int, merges: Sequence[Span]) -> Tree:
    spans = [(match.start() + offset, match.end() + offset) for match in _WORD.finditer(text)]
    kept = [span for span in spans if not any(span[0] < end and start < span[1] for start, end in merges)] + list(merges)
    tokens = []
    for index, (start, end) in enumerate(sorted(set(kept))):
        word = text[start - offset : end - offset]
        tokens.append(Token(index, start, end, word, word.lower(), "X", "dep", -1))
    return Tree(tuple(tokens))
