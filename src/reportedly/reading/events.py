"""Events: what a sentence says happens, at which stage and how surely, before anybody is named.

An event starts at a trigger and climbs: an operator above it ("suspend" over "deliveries") replaces the stage, a word that embeds it
("plans to", "denies that") changes how sure it is, a verb of saying is noted for attribution. What an event has climbed
through is its `levels`; their arguments fill its roles later. Triggers below another event's level are used up by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.model.claim import Certainty, Mode, Stage
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, Frame, SourceWords
from reportedly.reading.certainty import Value, embedding, judge, negated_argument
from reportedly.reading.frames import Places, Trigger
from reportedly.reading.tree import Token, Tree

COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "nmod", "nsubj:pass", "nsubj", "csubj", "acl", "attr", "obl", "advcl", "parataxis", "dep", "nmod:poss"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Level:
    """A word an event has climbed through, and its frame where it is a trigger."""

    token: Token
    frame: Frame | None


@dataclass(frozen=True, slots=True)
class Event:
    """What a sentence says happens: trigger, levels (innermost first), stage, how sure, and verbs of saying above it."""

    trigger: Trigger
    levels: tuple[Level, ...]
    stage: Stage
    value: Value
    mode: Mode
    reports: tuple[Token, ...] = ()
    used: frozenset[int] = field(default=frozenset())
    reported: Token | None = None
    """The noun for what others report, where the event hangs from one ("claims that")."""

    @property
    def innermost(self) -> Frame:
        """The frame of the transfer itself."""
        return self.trigger.frame


class Climber:
    """Builds the events of one sentence."""

    def __init__(self, tree: Tree, triggers: Sequence[Trigger], language: str) -> None:
        self.tree = tree
        self.places = Places(tree, language)
        self.language = language
        self.triggers = {trigger.token.i: trigger for trigger in triggers}
        self.cues = load_part(language, "cues", CueWords)
        self.verbs = load_part(language, "sources", SourceWords).verbs

    def events(self) -> list[Event]:
        """Every event of the sentence that is not used up by another, in order."""
        found = [self._climb(trigger) for trigger in self.triggers.values() if not trigger.frame.over]
        used = {index for event in found for index in event.used}
        return [event for event in found if event.trigger.token.i not in used]

    def _climb(self, trigger: Trigger) -> Event:
        state = _State(trigger, self._own_stage(trigger.token, trigger.frame))
        state.value = self._judge(trigger.token, state.value)
        if trigger.frame.certainty != "CT+":
            state.value = state.value.under(trigger.frame.certainty)
        token = trigger.token
        for above in self.tree.ancestors(token):
            if not self._step(state, token, above):
                break
            token = above
        stage, value = self._refusal(state)
        return Event(trigger, tuple(state.levels), stage, value, state.mode, tuple(state.reports), frozenset(state.used), state.reported)

    def _own_stage(self, token: Token, frame: Frame) -> Stage:
        auxiliaries = [child for child in self.tree.children(token) if child.rel in {"aux", "aux:pass"}]
        progressive = "Aspect=Prog" in token.feats or any("Aspect=Prog" in child.feats for child in auxiliaries)
        if frame.ongoing and progressive and auxiliaries and token.rel not in {"amod", "acl"}:
            return frame.ongoing
        return frame.stage

    def _judge(self, token: Token, value: Value) -> Value:
        value = judge(self.tree, token, value, self.language)
        for child in self.tree.children(token):
            if child.rel in {"obj", "nsubj", "nsubj:pass", "attr", "obl", "iobj"} and (cue := negated_argument(self.tree, child, self.language)):
                value = value.flipped(cue)
                break
        return self._headline(token, value)

    def _headline(self, token: Token, value: Value) -> Value:
        """An infinitive that depends on the subject alone ("Berlin to supply Kyiv") is a plan."""
        marked = any(child.lower in self.cues.infinitive for child in self.tree.children(token) if child.rel == "aux")
        head = self.tree.head(token)
        top = head is None or (token.rel in {"acl", "relcl"} and head.pos == "PROPN" and head.rel == "root")
        return value.weaker("PR") if marked and top and token.pos == "VERB" else value

    def _step(self, state: "_State", token: Token, above: Token) -> bool:
        """Climb from `token` to `above`; False ends the climb."""
        if token.rel == "conj":
            own = [child for child in self.tree.children(token) if child.rel in {"aux", "nsubj", "nsubj:pass"}]
            if not own and token.pos == above.pos and token.pos == "VERB":
                state.value = judge(self.tree, above, state.value, self.language)
            return True
        if token.rel not in COMPLEMENTS:
            return False
        if above.lemma in self.cues.report_nouns and above.pos == "NOUN":
            state.reported = above
            state.levels.append(Level(above, None))
            return True
        says = above.lemma in self.verbs and above.pos in {"VERB", "AUX"} and token.rel in {"ccomp", "parataxis", "dep"}
        trigger = self.triggers.get(above.i)
        if not says and trigger is not None and self._operates(trigger, state, token):
            self._operate(state, trigger)
            return True
        if above.pos == "AUX" and token.rel == "xcomp" and any(child.lower in self.cues.infinitive for child in self.tree.children(token)):
            state.value = state.value.weaker("PR", above)
            return True
        beside = self._beside_copula(above) if above.pos == "AUX" and token.rel in {"advcl", "xcomp", "ccomp"} else None
        if beside is not None and self._operates(beside, state, token):
            self._operate(state, beside)
            return True
        certainty = self.verbs[above.lemma] if says else embedding(above, self.language)
        if says and certainty == "CT+":
            certainty = None
        if above.pos == "AUX" and token.rel in {"ccomp", "nsubj", "csubj"} and certainty is None:
            certainty = self._copular(above)
            if certainty is not None:
                self._embed(state, above, certainty)
                return True
        if certainty is not None and token.rel not in {"nsubj"} - ({"nsubj"} if above.pos == "ADJ" else set()):
            self._embed(state, above, certainty)
        if above.lemma in self.verbs and above.pos in {"VERB", "AUX"} and token.rel in {"ccomp", "xcomp", "parataxis", "advcl", "dep", "obj", "obl"}:
            state.reports.append(above)
            if certainty is None and token.rel in {"ccomp", "xcomp", "obj"}:
                self._embed(state, above, self.verbs[above.lemma])
            state.levels.append(Level(above, None))
            return True
        if certainty is not None:
            state.levels.append(Level(above, None))
            return True
        return token.rel in {"xcomp", "ccomp", "nmod", "obj"} and above.pos in {"VERB", "NOUN", "AUX", "ADJ"} and above.i not in self.triggers

    def _beside_copula(self, copula: Token) -> Trigger | None:
        """An operator that is the predicate of a copula ("is in talks to buy")."""
        found = (self.triggers.get(child.i) for child in self.tree.children(copula) if child.rel in {"obl", "attr", "xcomp"})
        return next((each for each in found if each is not None and each.frame.operator), None)

    def _copular(self, copula: Token) -> Certainty | None:
        """The certainty of a predicate adjective beside a clause ("it is unlikely that")."""
        found = (embedding(child, self.language) for child in self.tree.children(copula) if child.rel in {"xcomp", "attr"})
        return next((each for each in found if each is not None), None)

    def _operates(self, trigger: Trigger, state: "_State", token: Token) -> bool:
        frame = trigger.frame
        if trigger.token.lemma in self.verbs and self.verbs[trigger.token.lemma] == "CT-" and (token.lemma in self.cues.report_nouns or state.reported):
            return False
        if token.rel in {"nsubj", "csubj"} and not (frame.over or trigger.token.pos == "ADJ" or "subject" in frame.item):
            return False
        if frame.operator:
            return not frame.over or state.stage in frame.over
        light = token.pos in NOUNS and trigger.token.pos == "VERB" and (token.rel in {"obj", "nsubj:pass"} or "subject" in frame.item)
        return light and state.stage != frame.stage or (light and frame.stage == state.stage)

    def _operate(self, state: "_State", trigger: Trigger) -> None:
        frame = trigger.frame
        keeps = frame.stage == "agreement" and state.stage == "agreement"
        if frame.stage == "approval" and state.trigger.frame.firm and trigger.token.i < state.trigger.token.i:
            state.levels.append(Level(trigger.token, frame))
            state.used.add(trigger.token.i)
            return
        state.value = self._judge(trigger.token, Value(cues=state.value.cues) if not keeps else state.value)
        if frame.certainty != "CT+":
            state.value = state.value.under(frame.certainty)
        state.stage = self._own_stage(trigger.token, frame)
        state.mode = state.mode if state.mode != "unspecified" else frame.mode
        state.levels.append(Level(trigger.token, frame))
        state.used.add(trigger.token.i)

    def _embed(self, state: "_State", above: Token, certainty: str) -> None:
        before = state.value
        state.value = state.value.under(certainty, above)  # type: ignore[arg-type]  # from a checked pack
        negated = judge(self.tree, above, Value(), self.language)
        if not negated.positive and certainty == "PR+" and above.lemma in self._plans:
            state.value = Value("CT", not before.positive, cues=before.cues)
        elif not negated.positive and certainty == "CT-":
            state.value = Value("PS", before.positive, cues=before.cues)
        else:
            state.value = self._judge(above, state.value)

    @property
    def _plans(self) -> frozenset[str]:
        return frozenset(self.cues.plans)

    def _refusal(self, state: "_State") -> tuple[Stage, Value]:
        """A giver's "will not" or "cannot" is a refusal (GUIDE.md, "Stage")."""
        frame, value = state.trigger.frame, state.value
        gives = "subject" in frame.supplier or any(level.frame is not None and "subject" in level.frame.supplier for level in state.levels)
        if value.refusing and not value.positive and gives and state.stage in {"delivery", "shipment", "agreement"}:
            return "refusal", Value(cues=value.cues)
        return state.stage, value


class _State:
    """What is known on the way up (only while climbing)."""

    def __init__(self, trigger: Trigger, stage: Stage) -> None:
        self.trigger = trigger
        self.stage = stage
        self.mode: Mode = trigger.frame.mode
        self.value = Value()
        self.levels: list[Level] = [Level(trigger.token, trigger.frame)]
        self.reports: list[Token] = []
        self.used: set[int] = set()
        self.reported: Token | None = None
