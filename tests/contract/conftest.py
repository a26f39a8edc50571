"""Ledgers on both databases: every test that asks for `place` runs on SQLite and on a real PostgreSQL server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from reportedly.model.claim import Claim, Source
from reportedly.model.page import Line, Page
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading

MISSING = "no PostgreSQL server programs (Debian: apt-get install postgresql); CI must have them"


def server_programs() -> Path | None:
    """Find initdb and pg_ctl: Debian keeps them off the path."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((one for one in places if (one / "initdb").is_file() and (one / "pg_ctl").is_file()), None)


def as_server(*command: str) -> None:
    """Run a command as a user that PostgreSQL accepts: it refuses root."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL server of our own on a socket in a folder of its own, and stop it at the end."""
    programs = server_programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="rp", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    try:
        as_server(
            str(programs / "initdb"), "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        as_server(str(programs / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -h ''", "start")
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            as_server(str(programs / "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """Make an empty database on the server."""
    name = f"ledger_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    engine.dispose()
    yield server.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Name an empty ledger on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return str(request.getfixturevalue("database"))


def make_reading(text: str, *claims: dict[str, object], **page: object) -> Reading:
    """Make a reading whose lines are all body text; each claim names its differences from a plain one."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    lines = tuple(Line(start, end - 1, "body", "test") for start, end in pairwise(starts))
    known: dict[str, object] = {"url": None, "outlet": "Example Wire", "published": "2024-01-04", "language": "en"} | page
    made = Page(id=str(known.pop("id", "example")), text=text, lines=lines, **known)  # type: ignore[arg-type]  # a table of fields
    return Reading(made, tuple(make_claim(text, **one) for one in claims))


def make_claim(text: str, **fields: object) -> Claim:
    """Make a claim on the words `evidence` (the whole text where not given)."""
    words = str(fields.pop("evidence", text))
    start = text.index(words)
    sources = tuple(Source(*one) for one in fields.pop("sources", ()))  # type: ignore[attr-defined]
    quantity = fields.pop("quantity", None)
    plain: dict[str, object] = {
        "supplier": "IR", "recipient": "RU", "item": "drones", "designation": None, "category": "uav", "mode": "unspecified",
        "stage": "delivery", "certainty": "CT+", "when": None, "probability": 0.9,
    }  # fmt: skip
    return Claim(
        id="", evidence=Quote.of(text, start, start + len(words)), sources=sources,
        quantity=None if quantity is None else Quantity(*quantity), **(plain | fields),  # type: ignore[arg-type,misc]
    )  # fmt: skip


@pytest.fixture
def reading_of() -> object:
    """Hand out `make_reading` (test folders are no packages)."""
    return make_reading
