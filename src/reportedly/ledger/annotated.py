"""Pages that a person has read: documents in the fields of GUIDE.md, taken as they are (`add --gold`).

A document gives text, roles and claims; nothing is read again. Its claims get probability 1 and the place of their evidence in the text.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.model.claim import Claim, Source
from reportedly.model.errors import SourceError
from reportedly.model.ids import content_id
from reportedly.model.page import Line, Page
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Failure, Reading

RULE = "annotated"
ADVICE = "Give documents in the fields of the guide, as `reportedly read --format gold` writes them."


def read_annotated(paths: Sequence[str]) -> Iterator[Reading | Failure]:
    """Read annotated documents of JSON Lines files in order; a line that is none gives a `Failure`."""
    for path in paths:
        try:
            lines = Path(path).read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            yield Failure(path, f"cannot be read as UTF-8 text: {error}", "Check the path and the encoding.")
            continue
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read_line(line, f"{path}:{number}")


def _read_line(line: str, place: str) -> Reading | Failure:
    try:
        return annotated_reading(json.loads(line), place)
    except SourceError as error:
        return Failure(error.place, error.reason, error.advice)
    except json.JSONDecodeError as error:
        return Failure(place, f"not JSON: {error.msg}", ADVICE)


def annotated_reading(record: Mapping[str, Any], place: str = "") -> Reading:
    """Make a reading of one annotated document.

    Raises: SourceError: a field is missing or has the wrong type, the roles do not fit the lines, or evidence is not in the text.
    """
    try:
        page = _page(record, place)
        return Reading(page, tuple(_claim(one, page, place) for one in record["claims"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SourceError(place, f"no annotated document ({type(error).__name__}: {error})", ADVICE) from error


def _page(record: Mapping[str, Any], place: str) -> Page:
    known: dict[str, Any] = {name: record.get(name) for name in ("url", "outlet", "published", "language", "title", "story")}
    lines = tuple(_lines(record["text"], record["roles"]))
    return Page(
        record.get("id") or content_id(record["text"]), record["text"], lines, **known, cites=tuple(record["cites"]), place=place
    )


def _lines(text: str, roles: Sequence[Any]) -> Iterator[Line]:
    start = 0
    for line, role in zip(text.split("\n"), roles, strict=True):
        yield Line(start, start + len(line), role, RULE)
        start += len(line) + 1


def _claim(record: Mapping[str, Any], page: Page, place: str) -> Claim:
    span = record.get("span")
    start = span[0] if span else page.text.find(record["evidence"])
    if start < 0:
        raise SourceError(place, f"evidence that is not in the text: {record['evidence'][:60]!r}", ADVICE)
    quantity = record["quantity"]
    sources = tuple(Source(one["name"], one["kind"], one.get("party")) for one in record["sources"])
    return Claim(
        id="", evidence=Quote.of(page.text, start, start + len(record["evidence"])), supplier=record["supplier"],
        recipient=record["recipient"], item=record["item"], designation=record["designation"], category=record["category"],
        quantity=None if quantity is None else Quantity(quantity["min"], quantity["max"]), mode=record["mode"], stage=record["stage"],
        certainty=record["certainty"], sources=sources, when=record["when"], probability=1.0,
    )  # fmt: skip
