"""Collections of pages: JSON Lines with the document fields of GUIDE.md.

A *record* is one line: an object with `text`, and optionally `id`, `story`, `url`, `outlet`, `published`, `language`, `title` (text or
null). Other fields, such as the roles and claims of a gold file, are left alone. A line that is no record is a `Failure`; the next is read.
"""

import json
from collections.abc import Iterable, Iterator

from reportedly.model.page import RawPage
from reportedly.model.reading import Failure

FIELDS = ("id", "url", "outlet", "published", "language", "title", "story")
"""Fields of a record that `RawPage` carries on, each text or null."""


def read_records(lines: Iterable[bytes], place: str) -> Iterator[RawPage | Failure]:
    """Read one page or failure for each line that is not blank; places are `place:number`, counted from 1."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_record(line, f"{place}:{number}")


def read_record(line: bytes, place: str) -> RawPage | Failure:
    """Read one line of a collection."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Failure(place, f"not UTF-8 at byte {error.start + 1} of the line", "Write the file as UTF-8.")
    except json.JSONDecodeError as error:
        return Failure(
            place, f"not JSON: {error.msg} at column {error.colno}", "Mend or remove this line; the other lines were read."
        )
    except (RecursionError, ValueError):
        return Failure(
            place,
            "not JSON that can be read: nested too deep or a number too long",
            "Remove this line; the other lines were read.",
        )
    return _raw_page(record, place)


def _raw_page(record: object, place: str) -> RawPage | Failure:
    if not isinstance(record, dict):
        return Failure(place, "not an object", "Each line must be an object with the field `text`.")
    text = record.get("text")
    if not isinstance(text, str):
        return Failure(place, "no field `text`, or it is not text", "Put the page as plain text into the field `text`.")
    wrong = [name for name in FIELDS if not isinstance(record.get(name), str | None)]
    if wrong:
        return Failure(place, f"field `{wrong[0]}` is not text", f"Write `{wrong[0]}` as text or null.")
    known = {name: record.get(name) or None for name in FIELDS}
    return RawPage(place, text.encode("utf-8", "replace"), "text/plain", **known)
