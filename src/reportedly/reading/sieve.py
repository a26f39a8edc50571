"""Sieve: which drafts are no claim, and why (GUIDE.md, "What is not a claim").

Each rule looks at one draft with its cast and answers whether it refuses it; its docstring is the reason that people read beside the
declined sentence. Order: nobody named -> everyday words alone -> no border crossed -> one party only.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.reading.cast import Cast
from reportedly.reading.context import SentenceContext
from reportedly.reading.goods import Draft
from reportedly.reading.state import PageState

IN_SENTENCE = frozenset({"frame", "origin", "near", "operator"})
"""Ways in which a sentence itself tells the supplier."""


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with what the rules look at; `stated` counts the roles that the sentence itself filled."""

    context: SentenceContext
    state: PageState
    draft: Draft
    cast: Cast
    stated: int


def nobody(case: Case) -> bool:
    """Nobody is named who gives or gets it."""
    return not case.cast.supplier and not case.cast.recipient


def everyday_word(case: Case) -> bool:
    """An everyday verb with goods left out does not make a transfer."""
    frame, draft = case.draft.event.innermost, case.draft
    return frame.weak and frame.pos == "verb" and draft.item.pronoun and case.stated < 2 and draft.way == "state"


def no_party(case: Case) -> bool:
    """An everyday word without a party does not make a transfer."""
    return (
        case.draft.event.innermost.weak
        and case.stated == 0
        and not case.state.pairs
        and not (case.state.first and case.state.first.pairs)
    )


def place_missing(case: Case) -> bool:
    """The place that this word needs is not filled."""
    return any(case.cast.ways.get(role) != "frame" for role in case.draft.event.innermost.requires)


def same_party(case: Case) -> bool:
    """Giver and getter are the same: no border, no transfer."""
    return case.cast.domestic


def home_maker(case: Case) -> bool:
    """Bought from a maker of its own country."""
    home = {each.party for each in case.cast.recipient}
    makers = {mention.party for mention in case.context.parties if mention.kind == "maker"}
    if not home and case.cast.ways.get("supplier") == "frame":
        named = {mention.party for mention in case.context.parties if mention.kind != "maker"}
        return {each.party for each in case.cast.supplier} <= makers & named
    return case.cast.ways.get("supplier") not in IN_SENTENCE and bool(makers & home)


def own_type(case: Case) -> bool:
    """Nobody else is named, and the getter makes the type itself."""
    system, home = case.draft.item.system, {each.party for each in case.cast.recipient}
    stated = case.cast.ways.get("supplier") in IN_SENTENCE
    return system is not None and not stated and home == set(system.countries)


def home_goods(case: Case) -> bool:
    """Goods of the getter's own make."""
    home = {each.party for each in case.cast.recipient}
    return case.draft.item.origin in home and case.cast.ways.get("supplier") not in IN_SENTENCE


def no_origin(case: Case) -> bool:
    """Goods of unknown or home origin."""
    origin, home = case.draft.item.origin, {each.party for each in case.cast.recipient}
    return case.draft.event.innermost.foreign and (origin is None or origin in home or not home)


def own_arms(case: Case) -> bool:
    """An army with its own weapons, or weapons of unknown origin, makes no transfer."""
    if case.draft.event.stage != "use":
        return False
    item, cast = case.draft.item, case.cast
    if item.origin is not None and item.origin not in {each.party for each in cast.recipient}:
        return False
    if cast.ways.get("supplier") in {"frame", "near"}:
        return False
    foreign_type = item.system is not None and bool(cast.recipient) and cast.recipient[0].party not in item.system.countries
    return not (foreign_type and cast.ways.get("recipient") == "frame")


def one_party(case: Case) -> bool:
    """Only one party can be made out, and not in the sentence itself."""
    return len(case.cast.parties) == 1 and case.draft.event.stage not in {"refusal", "suspension"} and case.stated < 1


RULES: tuple[Callable[[Case], bool], ...] = (
    nobody, everyday_word, no_party, place_missing, same_party, home_maker, home_goods, own_type, no_origin, own_arms, one_party,
)  # fmt: skip
"""In this order: the first that refuses gives the reason."""


def refuse(context: SentenceContext, state: PageState, draft: Draft, cast: Cast) -> tuple[str, str] | None:
    """Why a draft is no claim: the rule's name and its words; None where it is one."""
    stated = sum(cast.ways.get(role) not in {None, "page", "maker"} for role in ("supplier", "recipient"))
    case = Case(context, state, draft, cast, stated)
    rule = next((rule for rule in RULES if rule(case)), None)
    if rule is None:
        return None
    return rule.__name__.replace("_", "-"), f"{draft.event.trigger.token.text!r}: {rule.__doc__}"
