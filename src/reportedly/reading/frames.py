"""Frames: which words of a sentence name an event of a transfer, and what stands in which place beside them.

Vocabulary: a *trigger* is a word with a frame; a *place* is where an argument stands (subject, object, indirect, agent, owner,
adjective, compound, or an adposition). Frames are written for the active voice: in the passive, the object's place is the grammatical subject
and the subject's is the agent. Order for one trigger: its own children -> places inherited from the clause above -> the gap of a
relative clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, Frame, Frames
from reportedly.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Token, Tree

CLASSES = {"verb": frozenset({"VERB", "AUX"}), "noun": frozenset({"NOUN", "PROPN"}), "adj": frozenset({"ADJ", "VERB", "ADV"})}
OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "advcl"})
LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence with the frame it opens; `tokens` are all token indexes of a phrase."""

    token: Token
    frame: Frame
    tokens: frozenset[int]


@cache
def _frames(language: str) -> tuple[dict[str, list[Frame]], dict[str, Frame]]:
    """Frames by lemma (with those that need a particle first), and frames of phrases by their words."""
    by_lemma: dict[str, list[Frame]] = {}
    phrases: dict[str, Frame] = {}
    for frame in load_part(language, "frames", Frames).frames:
        for word in frame.words:
            if " " in word or frame.pos == "phrase":
                phrases[word.lower()] = frame
            else:
                by_lemma.setdefault(word, []).append(frame)
    for found in by_lemma.values():
        found.sort(key=lambda frame: not frame.particle)
    return by_lemma, phrases


def find_triggers(tree: Tree, language: str) -> list[Trigger]:
    """Find the triggers of a sentence in order; a phrase wins over the words in it."""
    by_lemma, phrases = _frames(language)
    found: list[Trigger] = []
    taken: set[int] = set()
    for first in range(len(tree.tokens)):
        for size in range(LONGEST_PHRASE, 1, -1):
            run = tree.tokens[first : first + size]
            frame = phrases.get(" ".join(token.lower for token in run)) or phrases.get(
                " ".join([run[0].lemma, *(token.lower for token in run[1:])])
            )
            if len(run) == size and frame is not None and not taken.intersection(token.i for token in run):
                head = tree.head_of(run[0].start, run[-1].end) or run[0]
                found.append(Trigger(head, frame, frozenset(token.i for token in run)))
                taken.update(token.i for token in run)
                break
    for token in tree.tokens:
        frame = next((frame for frame in by_lemma.get(token.lemma, ()) if _fits(tree, token, frame)), None)
        if frame is not None and token.i not in taken:
            found.append(Trigger(token, frame, frozenset({token.i})))
    return sorted(found, key=lambda trigger: trigger.token.i)


def _fits(tree: Tree, token: Token, frame: Frame) -> bool:
    if token.rel in {"aux", "aux:pass", "case", "prep"} or token.pos not in CLASSES.get(frame.pos, ()):
        return False
    if frame.pos == "verb" and frame.weak and token.rel == "amod":
        return False
    if frame.subject_is and not any(
        child.rel in {"nsubj", "nsubj:pass", "obl"} and child.lemma in frame.subject_is for child in tree.children(token)
    ):
        return False
    if not frame.particle:
        return True
    beside = {child.lemma for child in tree.children(token) if child.rel in {"compound:prt", "advmod", "prep"}}
    after = tree.tokens[token.i + 1].lemma if token.i + 1 < len(tree.tokens) else ""
    return bool(beside.intersection(frame.particle)) or after in frame.particle


def is_relative(token: Token) -> bool:
    """Say whether a token is a relative pronoun."""
    return "PronType=Rel" in token.feats


class Places:
    """Finds what stands in a place beside a trigger of one sentence."""

    def __init__(self, tree: Tree, language: str) -> None:
        self.tree = tree
        cues = load_part(language, "cues", CueWords)
        self.object_control = cues.object_control
        self.urging = frozenset(word for each in cues.embedders if each.certainty == "UU" for word in each.words)

    def find(self, token: Token, place: str) -> list[Token]:
        """Return the tokens in `place` of `token`, with their coordinated words, in order of closeness."""
        found = list(self._find(token, place))
        return [each for head in found for each in self.tree.conjuncts(head)]

    def _find(self, token: Token, place: str) -> Iterator[Token]:
        children = self.tree.children(token)
        match place:
            case "subject":
                head = self.tree.head(token)
                if self.passive(token):
                    yield from (child for child in children if child.rel == "obl:agent")
                elif token.pos == "NOUN" and token.rel in {"obl", "nmod"} and head is not None and head.pos == "AUX":
                    yield from (child for child in self.tree.children(head) if child.rel in {"nsubj", "attr"})
                else:
                    yield from self.subjects(token)
            case "agent":
                yield from (child for child in children if child.rel == "obl:agent")
            case "object":
                if self.passive(token) and not self._retained(token):
                    yield from self.subjects(token)
                yield from (child for child in children if child.rel == "obj")
                head = self.tree.head(token)
                if token.pos == "NOUN" and token.rel == "obl" and head is not None:
                    yield from (child for child in self.tree.children(head) if child.rel == "obj")
                yield from self._gap(token)
            case "indirect":
                yield from (child for child in children if child.rel == "iobj")
                if self._retained(token):
                    yield from self.subjects(token)
                yield from self._squeezed(token)
            case "owner":
                yield from (child for child in children if child.rel == "nmod:poss")
            case "adjective":
                yield from (child for child in children if child.rel in {"amod", "nmod", "compound"} and not child.case)
            case "compound":
                yield from (child for child in children if child.rel in {"compound", "amod"})
            case _:
                yield from self._marked(token, place)

    def _retained(self, token: Token) -> bool:
        """Say whether a passive keeps its object: then the subject is who gets ("Quito was sent two boats")."""
        return self.passive(token) and any(child.rel in {"obj", "attr"} for child in self.tree.children(token))

    def _squeezed(self, token: Token) -> Iterator[Token]:
        """A getter that the parser took for part of the goods right after the verb ("send Lebanon mortars")."""
        for child in self.tree.children(token):
            if child.rel == "obj":
                for below in self.tree.children(child):
                    if below.i == token.i + 1 and below.pos == "PROPN" and below.rel in {"compound", "nmod", "amod"}:
                        yield below

    def _marked(self, token: Token, adposition: str) -> Iterator[Token]:
        """Words marked by an adposition: on the trigger, on its objects (attachment is a parser's weak side), on a shared head."""
        carriers = [token]
        for child in self.tree.children(token):
            if child.rel in {"obj", "nsubj:pass", "attr", "iobj"} or (
                child.rel in OBLIQUE and child.pos in {"NOUN", "PROPN", "NUM"}
            ):
                carriers.extend(self.tree.conjuncts(child))
        for carrier in carriers:
            for child in self.tree.children(carrier):
                if child.rel in OBLIQUE and (child.case == adposition or child.case.split(" ")[-1:] == [adposition]):
                    head = self.tree.head(token)
                    yield head if is_relative(child) and token.rel == "acl:relcl" and head is not None else child

    def passive(self, token: Token) -> bool:
        """Say whether a verb stands in the passive (or is a passive participle after its noun)."""
        children = self.tree.children(token)
        if "Voice=Pass" in token.feats or any(child.rel in {"aux:pass", "nsubj:pass"} for child in children):
            return True
        if token.rel == "conj":
            head = self.tree.head(token)
            own = any(child.rel in SUBJECTS for child in children)
            return head is not None and not own and token.pos == "VERB" and "VerbForm=Part" in token.feats and self.passive(head)
        participle = "VerbForm=Part" in token.feats and not {"Aspect=Prog", "Voice=Act"} & token.feats
        return participle and token.rel in {"acl", "amod", "advcl"} and not any(child.rel == "obj" for child in children)

    def subjects(self, token: Token, depth: int = 0) -> list[Token]:
        """The grammatical subjects of a verb, its own or inherited; relative pronouns are replaced by their noun."""
        own = [child for child in self.tree.children(token) if child.rel in SUBJECTS | PASSIVE_SUBJECTS]
        head = self.tree.head(token)
        if own:
            relative = token.rel == "acl:relcl" and head is not None and any(is_relative(child) for child in own)
            return [head] if relative and head is not None else own
        if head is None or depth > 6:
            return []
        if token.rel in {"acl", "acl:relcl"}:
            if token.rel == "acl" and "VerbForm=Inf" in token.feats | {
                f for c in self.tree.children(token) for f in c.feats if c.rel == "aux"
            }:
                return self._controller(head, depth)
            return [head]
        if token.rel == "amod":
            return [head]
        if token.rel in {"xcomp", "ccomp"}:
            objects = [child for child in self.tree.children(head) if child.rel in {"obj", "iobj"} and child.i < token.i]
            return objects or self.subjects(head, depth + 1)
        urged = head.lemma in self.urging and "VerbForm=Inf" in token.feats
        if token.rel == "advcl" and (urged or token.case.split(" ")[-1] in self.object_control):
            objects = [
                child for child in self.tree.children(head) if child.rel in {"obj", "iobj", "nsubj:pass"} and child.i < token.i
            ]
            if objects:
                return objects
        if token.rel in {"conj", "advcl", "obl", "root"}:
            return self.subjects(head, depth + 1) if head.pos in {"VERB", "AUX", "ADJ"} else self._controller(head, depth)
        return []

    def _controller(self, noun: Token, depth: int) -> list[Token]:
        """Who a noun's infinitive is about: its owner, else the subject of the verb it depends on."""
        owners = [child for child in self.tree.children(noun) if child.rel == "nmod:poss"]
        head = self.tree.head(noun)
        if owners:
            return owners
        if head is not None and head.pos in {"VERB", "AUX"}:
            return self.subjects(head, depth + 1)
        return [noun] if noun.pos == "PROPN" else []

    def _gap(self, token: Token) -> Iterator[Token]:
        """The noun that a relative clause or a passive participle says something about, where it is the missing object."""
        head = self.tree.head(token)
        if token.rel != "acl:relcl" or head is None or self.passive(token):
            return
        if not any(child.rel == "obj" and child.pos != "PRON" for child in self.tree.children(token)):
            subjects = [child for child in self.tree.children(token) if child.rel in SUBJECTS]
            if subjects and not any(is_relative(child) for child in subjects):
                yield head
