"""Documents with their statements, as they are compared.

A *document* is one page in the fields of GUIDE.md, from gold or from a run; a *statement* one of its claims, its values brought into the form
in which they are compared: designations as small Latin letters and digits, an unspecified mode as none, dates without qualifiers.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from reportedly.model.errors import SourceError, UsageError

Value = str | tuple[int | None, int | None] | None
SourceKey = tuple[str, ...]
CORE = ("supplier", "recipient", "category", "stage")
"""Slots that must all be right for a claim to count as found."""
SLOTS = {
    "supplier": 2,
    "recipient": 2,
    "category": 2,
    "stage": 2,
    "certainty": 1,
    "designation": 1,
    "quantity": 1,
    "mode": 1,
    "when": 1,
}
"""Slots of a claim and their weights when statements are paired."""
BLIND = "blind"
"""Folder of gold whose sentences nobody may see."""
ARTICLE = frozenset({"headline", "body", "caption"})
"""Roles that make up the text of the article."""


@dataclass(frozen=True)
class Statement:
    """One claim as it is compared: `slots` by name, whom it credits, and the place of its evidence (None: not in the text)."""

    slots: dict[str, Value]
    sources: tuple[SourceKey, ...]
    span: tuple[int, int] | None

    @property
    def core(self) -> tuple[Value, ...]:
        """The values that must be right, in the order of `CORE`."""
        return tuple(self.slots[name] for name in CORE)


@dataclass(frozen=True)
class Document:
    """One page with what is said of it; in a run, `text` and `language` may be empty."""

    id: str
    language: str = ""
    text: str = ""
    roles: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = field(default=())


def is_blind(path: Path) -> bool:
    """Say whether a file lies under a folder whose sentences nobody may see, links followed or not."""
    return any(part.casefold() == BLIND for where in (path.absolute(), path.resolve()) for part in where.parts[:-1])


def load_gold(paths: Sequence[Path]) -> list[Document]:
    """Load gold documents in order.

    Raises: SourceError: a file is missing or a line is no document; UsageError: there is none, or an id stands twice.
    """
    documents = [_document(record, record.get("text"), place) for path in paths for place, record in _records(path)]
    if not documents:
        raise UsageError(f"no gold document in {', '.join(map(str, paths))}")
    if len({document.id for document in documents}) < len(documents):
        raise UsageError("a document's id stands twice in the gold; score such files one by one")
    return documents


def load_run(path: Path, gold: Sequence[Document]) -> dict[str, Document]:
    """Load what a reader said (`--format gold`) of the gold's pages, by id; pages that the gold lacks are left out.

    Raises: SourceError: the file is missing or a line is no document.
    """
    texts = {document.id: document.text for document in gold}
    return {
        record["id"]: _document(record, texts[record["id"]], place) for place, record in _records(path) if record["id"] in texts
    }


def make_run(records: Sequence[dict[str, object]], gold: Sequence[Document]) -> dict[str, Document]:
    """Take what a reader said, as records in the fields of the guide, like `load_run`."""
    texts = {document.id: document.text for document in gold}
    return {str(one["id"]): _document(one, texts[str(one["id"])], "the run") for one in records if one["id"] in texts}


def _records(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each record with its place.

    Raises: SourceError: see `load_gold`.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), "cannot be read as UTF-8 text", "Check the path and the encoding.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"{path}:{number}", _record(line, f"{path}:{number}")


def _record(line: str, place: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise SourceError(place, "not JSON", "Mend this line; a score over part of a file would mislead.") from error
    if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not isinstance(record.get("claims", []), list):
        raise SourceError(
            place, "no document with `id` and `claims`", "Give gold, or the output of `reportedly read --format gold`."
        )
    return record


def _document(record: dict[str, object], text: object, place: str) -> Document:
    if not isinstance(text, str):
        raise SourceError(place, "no field `text`", "Give gold in the fields of the guide.")
    try:
        return Document(
            id=str(record["id"]),
            language=str(record.get("language") or ""),
            text=text,
            roles=tuple(record.get("roles") or ()),  # type: ignore[arg-type]  # what is no list raises TypeError, caught below
            cites=tuple(_name_key(name) for name in record.get("cites") or ()),  # type: ignore[attr-defined]  # as above
            statements=tuple(_statement(claim, text) for claim in record.get("claims", ())),  # type: ignore[attr-defined]  # as above
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SourceError(place, "a field has the wrong type", "Give documents in the fields of the guide.") from error


def _statement(claim: dict[str, object], text: str) -> Statement:
    return Statement({name: _value(claim, name) for name in SLOTS}, tuple(_source_keys(claim)), _span(claim, text))


def _value(claim: dict[str, object], slot: str) -> Value:
    """Bring a slot into the form in which it is compared."""
    found = claim.get(slot)
    if not found or (slot == "mode" and found == "unspecified"):
        return None
    if isinstance(found, dict):
        return found.get("min"), found.get("max")
    if slot == "designation":
        return re.sub(r"[^a-z0-9]", "", str(found).lower()) or None
    return re.sub(r"[~?%]", "", str(found)) if slot == "when" else str(found)


def _span(claim: dict[str, object], text: str) -> tuple[int, int] | None:
    """Find the evidence in the text, `[start, end)` in code points: where the claim says, else where it stands first."""
    given, evidence = claim.get("span"), str(claim.get("evidence") or "")
    if given:
        start, end = cast("tuple[int, int]", given)  # what is no pair raises ValueError or TypeError, reported with its place
        return int(start), int(end)
    start = text.find(evidence) if evidence else -1
    return (start, start + len(evidence)) if start >= 0 else None


def _source_keys(claim: dict[str, object]) -> Iterator[SourceKey]:
    """Write each source as what must agree: media by name, all others by whom they speak for, or by kind."""
    for source in claim.get("sources") or ():  # type: ignore[attr-defined]  # what is no list raises TypeError, reported with its place
        yield ("media", _name_key(source["name"])) if source["kind"] == "media" else (source.get("party") or source["kind"],)


def _name_key(name: str) -> str:
    """Strip a medium's name of everything but its letters and digits, and of its article."""
    return re.sub(r"\W|^the ", "", name.lower())
