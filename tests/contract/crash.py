"""Kill a process that adds pages, again and again, and print what it had acknowledged: `crash.py LEDGER TIMES SEED`.

Each child is a real process that adds pages and writes a line to a pipe as soon as a call of `add` has returned. It is killed (SIGKILL) after a
random time. The last line printed is a JSON object: the pages acknowledged in all, and how many children were killed inside their work.
"""

import json
import os
import random
import signal
import sys
import time
from itertools import pairwise

from reportedly.ledger.store import Store
from reportedly.model.claim import Claim
from reportedly.model.page import Line, Page
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading

CLAIMS = 3
LONGEST = 0.05
"""Seconds after which a child is killed at the latest, counted from when it has opened the ledger; every fourth is killed before or while it opens it."""
OPEN = "open"


def page(child: int, number: int) -> Reading:
    """Make a page that no other child makes, with `CLAIMS` claims."""
    text = "\n".join(
        f"Child {child} page {number} says that Iran delivered drones to Russia, line {line}." for line in range(CLAIMS)
    )
    edges = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    lines = tuple(Line(start, end - 1, "body", "test") for start, end in pairwise(edges))
    claims = tuple(
        Claim(
            "",
            Quote.of(text, line.start, line.end),
            "IR",
            "RU",
            "drones",
            None,
            "uav",
            None,
            "unspecified",
            "delivery",
            "CT+",
            (),
            None,
            1.0,
        )
        for line in lines
    )
    return Reading(Page(f"{child}/{number}", text, lines, url=f"https://example.org/{child}/{number}"), claims)


def child(ledger: str, number: int, acknowledged: int) -> None:
    """Add pages until somebody ends it."""
    store = Store(ledger)
    os.write(acknowledged, f"{OPEN}\n".encode())
    for count in range(10_000):
        added = store.add(page(number, count))
        os.write(acknowledged, f"{added.page_id}\n".encode())


def main() -> None:
    """Start and kill the children one after another."""
    ledger, times, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    Store(ledger).close()  # what has to be imported is imported before the children part
    chance = random.Random(seed)
    seen: list[str] = []
    working = 0
    for number in range(times):
        out, into = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(out)
            child(ledger, number, into)
            os._exit(1)
        os.close(into)
        if number % 4:
            os.read(out, len(OPEN) + 1)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        with os.fdopen(out) as lines:
            got = [line.strip() for line in lines if line.endswith("\n") and line.strip() != OPEN]
        working += bool(got)
        seen += got
    print(json.dumps({"acknowledged": seen, "working": working}))


if __name__ == "__main__":
    main()
