"""Build one claim from what was found for it; shared by all that make claims."""

from dataclasses import dataclass

from reportedly.model.claim import Basis, Certainty, Claim, Mode, Source, Stage
from reportedly.model.ids import content_id
from reportedly.reading.context import SentenceContext
from reportedly.reading.items import Item


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a claim besides its goods; parties are codes or None, `when` is EDTF or None."""

    supplier: str | None
    recipient: str | None
    mode: Mode
    stage: Stage
    certainty: Certainty
    sources: tuple[Source, ...] = ()
    when: str | None = None
    probability: float = 0.6
    basis: tuple[Basis, ...] = ()


def build_claim(context: SentenceContext, item: Item, values: Values) -> Claim:
    """Make the claim; its id counts page, sentence, parties, item, stage and certainty."""
    quote = context.quote
    parts = (quote.start, quote.end, values.supplier, values.recipient, item.quote.text, values.stage, values.certainty)
    return Claim(
        id=content_id(context.page_id, *parts), evidence=quote, supplier=values.supplier, recipient=values.recipient,
        item=item.quote.text, designation=context.full_name(item), category=item.category, quantity=item.quantity, mode=values.mode,
        stage=values.stage, certainty=values.certainty, sources=values.sources, when=values.when,
        probability=values.probability, basis=values.basis,
    )  # fmt: skip


def claim_id(context: SentenceContext, claim: Claim) -> str:
    """The id of a claim whose stage or certainty was changed."""
    quote = claim.evidence
    return content_id(
        context.page_id, quote.start, quote.end, claim.supplier, claim.recipient, claim.item, claim.stage, claim.certainty
    )
