"""Answers of the ledger for people: short tables, and a deal with its timeline and quotes. Nothing of a page is taken for markup."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.ledger.ledger import View
from reportedly.ledger.timeline import as_happened, find_contradictions
from reportedly.model.deal import Contradiction, Deal, Drift, Event, OriginSummary
from reportedly.outputs.table import safe

SHORT = 8
"""Digits of an id that are shown; six are enough to name it."""
MARKS = {True: "!", False: ""}


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Lay rows out in columns without lines."""
    made = Table(*heads, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        made.add_row(*(Text(safe("" if cell is None else str(cell))) for cell in row))
    return made


def deals_table(deals: Iterable[Deal]) -> Table:
    """Lay out deals, one a line; `!` marks a state that is contested."""
    heads = ("deal", "parties", "goods", "stage", "", "pages", "origins", "first", "last")
    return table(heads, (_deal_row(one) for one in deals))


def _deal_row(deal: Deal) -> tuple[object, ...]:
    state = deal.state
    return (
        deal.id[:SHORT], parties(deal), goods(deal), state.stage or "-", MARKS[state.contested], state.pages, f"{state.independent}/{state.origins}",
        deal.first_day, deal.last_day,
    )  # fmt: skip


def parties(deal: Deal) -> str:
    """Write who gives to whom."""
    return f"{deal.supplier or '?'} → {deal.recipient or '?'}"


def goods(deal: Deal) -> str:
    """Write the families of a deal, and its category."""
    return f"{', '.join(deal.families)} ({deal.category})" if deal.families else deal.category


def deal_parts(view: View, deal: Deal, as_of: str | None, *, happened: bool) -> Iterator[RenderableType]:
    """Lay out a deal: its state, its timeline with quotes, its origins, and what contradicts what."""
    events = view.events(deal.id, as_of)
    yield Text(f"{parties(deal)}: {goods(deal)}", style="bold")
    yield Text(
        f"deal {deal.id}; {deal.state.stage or '-'}{' (contested)' if deal.state.contested else ''} as of {deal.state.day}"
    )
    yield Text("")
    for event in as_happened(events) if happened else events:
        yield from event_parts(event)
    yield Text("")
    yield origins_table(view.origins(deal.id, as_of))
    found = find_contradictions(events)
    if found:
        yield Text("")
        yield contradictions_table((deal, one) for one in found)


def event_parts(event: Event) -> Iterator[Text]:
    """Write an event in two or three lines: what, by whose word, in which words."""
    number = f" {event.quantity}" if event.quantity is not None else ""
    name = f" [{event.designation}]" if event.designation else ""
    head = f"{event.day}  {event.stage} {event.certainty}{number} {event.item}{name}"
    yield Text(safe(head + (f", {event.when}" if event.when else "")), style="cyan")
    said = " ← ".join(one.name for one in reversed(event.sources))
    yield Text(
        safe(f"    {event.grade}  {event.outlet or '-'}{' ← ' + said if said else ''}  ({event.origin}: {event.origin_rule})")
    )
    yield Text(safe(f"    “{' '.join(event.quote.text.split())}”"), style="dim")


def origins_table(origins: Iterable[OriginSummary]) -> Table:
    """Lay out origins; `-` marks one that does not vouch for the deal."""
    heads = ("origin", "", "family", "pages", "claims", "rule")
    rows = (
        (one.origin, "+" if one.vouches else "-", one.family, len(one.pages), one.claims, ", ".join(one.rules)) for one in origins
    )
    return table(heads, rows)


def contradictions_table(found: Iterable[tuple[Deal, Contradiction]]) -> Table:
    """Lay out contradictions with both quotes."""
    heads = ("deal", "", "what", "earlier", "later")
    rows = (
        (
            deal.id[:SHORT],
            one.kind,
            f"{one.field}: {one.reason}",
            f"{one.earlier.day} {one.earlier.quote.text}",
            f"{one.later.day} {one.later.quote.text}",
        )
        for deal, one in found
    )
    return table(heads, rows)


def drift_table(found: Iterable[Drift]) -> Table:
    """Lay out what a retelling changed, both quotes side by side."""
    rows = (
        (
            one.change,
            one.reason,
            one.original.quote.text if one.original else "",
            one.retelling.quote.text if one.retelling else "",
        )
        for one in found
    )
    return table(("change", "what", "original", "retelling"), rows)
