"""Claims on a terminal: a heading for each page, and for each claim what it says, who says it, and the words it rests on.

A claim's *head* lines up with those of the other claims of its page: number, parties, goods, stage, certainty, time, probability. Below it
stand its sources from the origin on and its evidence, with the words for the weapon in bold. Nothing of a page is taken for markup, and
control characters, which could steer a terminal, are shown as `�`.
"""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text

from reportedly.model.claim import Basis, Claim, Declined, Source
from reportedly.model.page import Page, Role
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading

Part = Text | Padding
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters except the line feed, and the bidirectional overrides that can make a line read otherwise than it is."""
INDENT = 4
"""Columns by which what belongs to a claim stands in."""
UNKNOWN = "?"
ROLE_STYLES: dict[Role, str] = {
    "headline": "bold green",
    "body": "green",
    "caption": "cyan",
    "teaser": "yellow",
    "boilerplate": "dim",
}


def safe(text: str) -> str:
    """Replace what could steer a terminal, one for one."""
    return CONTROL.sub("�", text)


def reading_parts(reading: Reading, *, explain: bool = False) -> Iterator[Part]:
    """Lay out one page: heading, claims; with `explain` what each field rests on, and the sentences that were declined."""
    yield _heading(reading.page)
    heads = [_head(number, claim) for number, claim in enumerate(reading.claims, 1)]
    widths = [max(map(cell_len, column)) for column in zip(*heads, strict=True)]
    for claim, head in zip(reading.claims, heads, strict=True):
        yield Text("  ".join(_pad(cell, width) for cell, width in zip(head, widths, strict=True)).rstrip(), style="cyan")
        yield from _details(claim, explain=explain)
    if not reading.claims:
        yield Text("no claim of an arms transfer", style="dim")
    if explain:
        yield from _declined(reading.declined)
    yield Text("")


def _heading(page: Page) -> Text:
    facts = [page.outlet or "outlet unknown", page.published or "date unknown", page.language or "language unknown"]
    if page.cites:
        facts.append(f"credits {', '.join(page.cites)}")
    heading = Text(safe(page.title or page.id), style="bold")
    return heading.append(f"\n{safe(page.place)} | {safe(' | '.join(facts))}", style="not bold dim")


def _head(number: int, claim: Claim) -> tuple[str, ...]:
    """Write the cells of a claim's first line."""
    goods = claim.designation or claim.item
    if claim.quantity is not None:
        goods = f"{claim.quantity} x {goods}"
    return (
        f"{number:>2}",
        f"{claim.supplier or UNKNOWN} → {claim.recipient or UNKNOWN}",
        safe(f"{goods} ({claim.category})"),
        claim.stage if claim.mode == "unspecified" else f"{claim.stage}, {claim.mode}",
        claim.certainty,
        claim.when or "-",
        f"{claim.probability:.2f}",
    )


def _pad(cell: str, width: int) -> str:
    return cell + " " * (width - cell_len(cell))


def _details(claim: Claim, *, explain: bool) -> Iterator[Part]:
    """Lay out what stands below a claim's first line."""
    if claim.sources:
        yield _inset(Text(f"says {' > '.join(map(_source, claim.sources))}", style="green"))
    if explain:
        for basis in claim.basis:
            yield _inset(Text(f"{basis.field:<12} {_why(basis)}", style="dim"))
    yield _inset(_evidence(claim))


def _source(source: Source) -> str:
    named = source.kind if source.party is None else f"{source.kind}, {source.party}"
    return safe(f"{source.name} ({named})")


def _why(basis: Basis) -> str:
    """Say which rule gave a field its value, and on which words."""
    return safe(basis.rule if basis.quote is None else f"{basis.rule}: {_place(basis.quote)}")


def _place(quote: Quote) -> str:
    return f"“{quote.text}” [{quote.start}, {quote.end})"


def _evidence(claim: Claim) -> Text:
    """Write the evidence with the words for the weapon in bold."""
    words = Text(safe(claim.evidence.text))
    if claim.item:
        words.highlight_words([claim.item], "bold")
    return Text("“").append_text(words).append("”")


def _declined(declined: Sequence[Declined]) -> Iterator[Part]:
    if declined:
        yield Text("declined", style="bold")
    for one in declined:
        yield _inset(Text(safe(f"{one.reason}: {one.detail}"), style="yellow"))
        yield _inset(Text(safe(_place(one.quote)), style="dim"))


def _inset(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, INDENT))


def page_parts(page: Page) -> Iterator[Part]:
    """Lay out the page stage alone: each line with its role, its language and the reason for the role, cut to the width of the terminal."""
    yield _heading(page)
    for note in page.notes:
        yield Text(safe(f"note: {note}"), style="yellow")
    width = max((len(line.reason) for line in page.lines), default=0)
    for line in page.lines:
        shown = Text(f"{line.role:<11} {line.language or '-':<2} ", ROLE_STYLES[line.role], no_wrap=True, overflow="ellipsis")
        shown.append(f"{safe(line.reason):<{width}} ", style="dim").append(safe(page.text[line.start : line.end]))
        yield shown
    yield Text("")
