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

COMPLEMENTS = frozenset(
    {
        "xcomp",
        "ccomp",
        "obj",
        "nmod",
        "nsubj:pass",
        "nsubj",
        "csubj",
        "acl",
        "attr",
        "obl",
        "advcl",
        "parataxis",
        "dep",
        "nmod:poss",
    }
)
REPORTED = frozenset({"ccomp", "xcomp", "parataxis", "advcl", "dep", "obj", "obl"})
"""Relations of what is said to the verb of saying."""
THROUGH = frozenset({"xcomp", "ccomp", "nmod", "obj"})
"""Relations through which a climb goes on over a word that says nothing of its own."""
PROGRESSIVE = frozenset({"Aspect=Prog", "VerbForm=Ger"})
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})


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
        found = [
            self._climb(trigger)
            for trigger in self.triggers.values()
            if (not trigger.frame.over or trigger.frame.alone) and not self._elsewhere(trigger)
        ]
        used = {index for event in found for index in event.used}
        return [event for event in found if event.trigger.token.i not in used]

    def _elsewhere(self, trigger: Trigger) -> bool:
        """An operator over a clause that is no transfer is none either ("allowed the bombers to fly over")."""
        if trigger.frame.stage != "approval" or trigger.token.pos != "VERB":
            return False
        clauses = [
            child for child in self.tree.children(trigger.token) if child.rel in {"xcomp", "ccomp"} and child.pos == "VERB"
        ]
        return bool(clauses) and not any(self.tree.below(token, clause) for clause in clauses for token in self._trigger_tokens)

    @property
    def _trigger_tokens(self) -> list[Token]:
        return [trigger.token for trigger in self.triggers.values()]

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
        return Event(
            trigger, tuple(state.levels), stage, value, state.mode, tuple(state.reports), frozenset(state.used), state.reported
        )

    def _own_stage(self, token: Token, frame: Frame) -> Stage:
        auxiliaries = [child for child in self.tree.children(token) if child.rel in {"aux", "aux:pass"}]
        progressive = "Aspect=Prog" in token.feats or any(
            PROGRESSIVE & child.feats and child.rel == "aux:pass" for child in auxiliaries
        )
        finite = "VerbForm=Fin" in token.feats and not any(child.rel == "neg" for child in self.tree.children(token))
        if frame.ongoing and progressive and (auxiliaries or finite) and token.rel not in {"amod", "acl"}:
            return frame.ongoing
        accused = token.rel == "advcl" and token.case in self.cues.object_control[:1] and "Aspect=Prog" in token.feats
        if frame.ongoing and accused and not auxiliaries:
            return frame.ongoing
        return frame.stage

    def _judge(self, token: Token, value: Value) -> Value:
        value = judge(self.tree, token, value, self.language)
        for child in self.tree.children(token):
            if child.rel in {"obj", "nsubj", "nsubj:pass", "attr", "obl", "iobj"} and (
                cue := negated_argument(self.tree, child, self.language)
            ):
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
        """Climb from `token` to `above` by the first rule that knows the way; False ends the climb."""
        if token.rel == "conj":
            self._conjunct(state, token, above)
            return True
        if token.rel not in COMPLEMENTS:
            return False
        rules = (self._report_noun, self._operator, self._copula, self._rumour, self._embedder)
        if any(rule(state, token, above) for rule in rules):
            return True
        if token.rel == "obj" and above.pos == "VERB" and token.pos in NOUNS:
            state.value = judge(self.tree, above, state.value, self.language)
            state.used.add(above.i)
            return any(level.frame is not None and level.frame.operator for level in state.levels) or above.i not in self.triggers
        return token.rel in THROUGH and above.pos in {"VERB", "NOUN", "AUX", "ADJ"} and above.i not in self.triggers

    def _conjunct(self, state: "_State", token: Token, above: Token) -> None:
        """A second verb shares the auxiliaries of the first where it has none of its own."""
        own = [child for child in self.tree.children(token) if child.rel in {"aux", "nsubj", "nsubj:pass"}]
        if not own and token.pos == above.pos and token.pos == "VERB":
            state.value = judge(self.tree, above, state.value, self.language)

    def _says(self, token: Token, above: Token) -> bool:
        return above.lemma in self.verbs and above.pos in VERBS and token.rel in {"ccomp", "parataxis", "dep"}

    def _report_noun(self, state: "_State", token: Token, above: Token) -> bool:
        del token
        if above.lemma not in self.cues.report_nouns or above.pos != "NOUN":
            return False
        state.reported = above
        state.levels.append(Level(above, None))
        return True

    def _operator(self, state: "_State", token: Token, above: Token) -> bool:
        trigger = self.triggers.get(above.i)
        if self._says(token, above) or trigger is None or not self._operates(trigger, state, token):
            return False
        self._operate(state, trigger)
        return True

    def _copula(self, state: "_State", token: Token, above: Token) -> bool:
        """A predicate over the clause: plans ("is to supply"), talks ("is in talks to buy"), doubts ("it is unlikely that")."""
        if above.pos != "AUX":
            return False
        if token.rel == "xcomp" and any(child.lower in self.cues.infinitive for child in self.tree.children(token)):
            state.value = state.value.weaker("PR", above)
            return True
        beside = self._beside_copula(above) if token.rel in {"advcl", "xcomp", "ccomp"} else None
        if beside is not None and self._operates(beside, state, token):
            self._operate(state, beside)
            return True
        certainty = self._copular(above) if token.rel in {"ccomp", "nsubj", "csubj"} else None
        if certainty is not None:
            self._embed(state, above, certainty)
        return certainty is not None

    def _rumour(self, state: "_State", token: Token, above: Token) -> bool:
        """A verb of saying in the passive with nobody named who says makes it possible, no more."""
        if (
            above.lemma not in self.verbs
            or above.pos != "VERB"
            or token.rel not in {"xcomp", "advcl", "ccomp"}
            or not self._nobody(above)
        ):
            return False
        state.value = state.value.weaker("PS", above)
        state.levels.append(Level(above, None))
        return True

    def _embedder(self, state: "_State", token: Token, above: Token) -> bool:
        """A word that colours its clause, or a verb of saying."""
        certainty = self.verbs[above.lemma] if self._says(token, above) else embedding(above, self.language)
        if certainty == "CT+" and self._says(token, above):
            certainty = None
        if certainty is not None and (token.rel != "nsubj" or above.pos == "ADJ"):
            self._embed(state, above, certainty)
        reports = above.lemma in self.verbs and above.pos in VERBS and token.rel in REPORTED
        if reports:
            state.reports.append(above)
            if certainty is None and token.rel in {"ccomp", "xcomp", "obj"}:
                self._embed(state, above, self.verbs[above.lemma])
        if reports or certainty is not None:
            state.levels.append(Level(above, None))
        return reports or certainty is not None

    def _beside_copula(self, copula: Token) -> Trigger | None:
        """An operator that is the predicate of a copula ("is in talks to buy")."""
        found = (self.triggers.get(child.i) for child in self.tree.children(copula) if child.rel in {"obl", "attr", "xcomp"})
        return next((each for each in found if each is not None and each.frame.operator), None)

    def _nobody(self, verb: Token) -> bool:
        """Say whether a verb of saying stands in the passive with nobody named who says ("is accused of")."""
        return (
            self.places.passive(verb)
            and not self.places.find(verb, "agent")
            and any(child.rel == "nsubj:pass" for child in self.tree.children(verb))
        )

    def _copular(self, copula: Token) -> Certainty | None:
        """The certainty of a predicate adjective beside a clause ("it is unlikely that")."""
        found = (embedding(child, self.language) for child in self.tree.children(copula) if child.rel in {"xcomp", "attr"})
        return next((each for each in found if each is not None), None)

    def _operates(self, trigger: Trigger, state: "_State", token: Token) -> bool:
        frame = trigger.frame
        if (
            trigger.token.lemma in self.verbs
            and self.verbs[trigger.token.lemma] == "CT-"
            and (token.lemma in self.cues.report_nouns or state.reported)
        ):
            return False
        if token.rel in {"nsubj", "csubj"} and not (frame.over or trigger.token.pos == "ADJ" or "subject" in frame.item):
            return False
        if frame.operator:
            if state.stage == "use":
                return False
            return not frame.over or state.stage in frame.over
        if token.rel == "obj" and any(level.frame is not None and level.frame.operator for level in state.levels):
            return False
        light = (
            token.pos in NOUNS and trigger.token.pos == "VERB" and (token.rel in {"obj", "nsubj:pass"} or "subject" in frame.item)
        )
        return (light and state.stage != frame.stage) or (light and frame.stage == state.stage)

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
        if certainty == "UU" and state.stage in {"delivery", "agreement", "shipment"}:
            state.stage = "interest"
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
        gives = "subject" in frame.supplier or any(
            level.frame is not None and "subject" in level.frame.supplier for level in state.levels
        )
        if value.refusing and not value.positive and gives and state.stage in {"delivery", "shipment", "agreement"}:
            return "refusal", Value(cues=value.cues)
        if state.stage == "approval" and not value.positive and any(self._once(level) for level in state.levels):
            return "refusal", Value(cues=value.cues)
        if value.strength == "UU" and state.stage in {"suspension", "cancellation"}:
            return "refusal", value
        return state.stage, value

    def _once(self, level: Level) -> bool:
        """Say whether a level is an approval in the perfective: not given once, it was refused."""
        return (
            level.frame is not None and level.frame.stage == "approval" and {"Aspect=Perf", "VerbForm=Fin"} <= level.token.feats
        )


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
