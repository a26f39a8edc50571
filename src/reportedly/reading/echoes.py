"""Echoes: claims that a sentence makes by pointing back, or beside what its verb says.

A denial or admission of "it", "the accusation" repeats the last claims with another certainty and source. A report that is denied is
a claim of its own. A compound ("U.S.-supplied") says that the goods were delivered, whatever the verb says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.claim import Basis, Certainty, Claim, Stage
from reportedly.reading.attribution import Attribution
from reportedly.reading.claims import Values, build_claim, claim_id
from reportedly.reading.context import SentenceContext
from reportedly.reading.goods import Draft
from reportedly.reading.items import Item
from reportedly.reading.roles import Caster
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token

MOVES = frozenset({"delivery", "shipment", "agreement", "use"})
"""Stages of a claim that a bare denial can be about."""


def report_itself(context: SentenceContext, denial: Claim, noun: Token) -> Claim:
    """What was denied was a report: it is a claim of its own (GUIDE.md, "Certainty"), possible where nobody is named for it."""
    source = context.namer.source(noun)
    sources = (source,) if source is not None and source.kind in {"media", "sources"} else ()
    certainty: Certainty = "CT+" if sources and sources[0].kind == "media" else "PS+"
    claim = replace(denial, certainty=certainty, sources=sources)
    return replace(claim, id=claim_id(context, claim))


def supplied_goods(context: SentenceContext, caster: Caster, state: PageState, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """Deliveries that compounds say ("UAE-supplied Pantsirs")."""
    for item in context.items:
        if item.origin is None or item.origin_says != "delivery":
            continue
        used = next((draft for draft in drafts if draft.item is item), None)
        if used is not None and used.event.stage == "delivery":
            continue
        holder = _holder(context, caster, state, item, used)
        if holder is not None and holder != item.origin:
            basis = (Basis("supplier", "compound", item.quote), Basis("stage", "compound", item.quote))
            yield build_claim(context, item, Values(item.origin, holder, "unspecified", "delivery", "CT+", basis=basis))


def _holder(context: SentenceContext, caster: Caster, state: PageState, item: Item, used: Draft | None) -> str | None:
    if used is not None:
        cast = caster.cast(used.event, item)
        if cast.recipient:
            return cast.recipient[0].party
    named = [mention.party for mention in context.parties if mention.end <= item.quote.start and mention.party != item.origin]
    return named[0] if named else state.pair_for(item.designation, item.category)[1]


def pointing_back(context: SentenceContext, caster: Caster, state: PageState) -> Iterator[Claim]:
    """The last claims again, denied or admitted by whoever speaks now."""
    for attribution in context.attributions:
        verb = attribution.verb
        if verb is None or verb.pos != "VERB" or not _points_back(context, caster, verb):
            continue
        seen: set[tuple[object, ...]] = set()
        for claim in state.last_claims:
            key = (claim.supplier, claim.recipient, claim.category)
            if key not in seen and claim.stage in MOVES:
                seen.add(key)
                yield _again(context, caster, claim, attribution, verb)


def _again(context: SentenceContext, caster: Caster, claim: Claim, attribution: Attribution, verb: Token) -> Claim:
    certainty: Certainty = "CT+" if verb.lemma in caster.cues.admitting else "CT-"
    stage: Stage = "delivery" if claim.stage in {"shipment", "use"} else claim.stage
    basis = (Basis("stage", f"{verb.text!r} points back to an earlier claim", context.quote_of(verb)),)
    again = replace(
        claim, evidence=context.quote, certainty=certainty, stage=stage, sources=attribution.chain, when=None, quantity=None,
        probability=0.5, basis=basis,
    )  # fmt: skip
    return replace(again, id=claim_id(context, again))


def _points_back(context: SentenceContext, caster: Caster, verb: Token) -> bool:
    """Denied or admitted is a noun for what was said before, or a pronoun; or what was said is called untrue."""
    low, high = context.tree.subtree(verb)
    if any(token.lemma in caster.cues.denying or token.lower in caster.cues.denying for token in context.tree.tokens[low:high]):
        return True
    if context.verbs.get(verb.lemma) != "CT-" and verb.lemma not in caster.cues.admitting:
        return False
    objects = [child for child in context.tree.children(verb) if child.rel in {"obj", "xcomp", "ccomp", "attr", "nsubj:pass"}]
    return any(child.lemma in caster.cues.denied_nouns or child.lower in caster.cues.denied_nouns for child in objects)
