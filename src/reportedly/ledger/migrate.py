"""Bring the schema of a ledger up to date, inside one transaction; a ledger from a newer program is refused.

Order: which revision the ledger is at -> the migrations after it, each with its record in `alembic_version`.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from reportedly.ledger.connect import reading, writing
from reportedly.model.errors import UsageError

FOLDER = Path(__file__).parent / "migrations"


def newest() -> str:
    """Name the newest revision that this program knows."""
    return ScriptDirectory(str(FOLDER)).get_current_head() or ""


def revision_of(connection: Connection) -> str | None:
    """Name the revision that a ledger is at; None for an empty database."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine, target: str = "head") -> None:
    """Run the migrations that a ledger still lacks; does nothing where it is up to date.

    Raises: UsageError: the ledger was made by a newer program.
    """
    with reading(engine) as connection:
        found = revision_of(connection)
    if found == newest():
        return
    with writing(engine) as connection:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        _refuse_newer(revision_of(connection))
        command.upgrade(config, target)


def require_current(engine: Engine) -> None:
    """Refuse to read a ledger whose schema is not ours.

    Raises: UsageError: the ledger is empty, old or newer; the message says what to do.
    """
    with reading(engine) as connection:
        found = revision_of(connection)
    if found == newest():
        return
    _refuse_newer(found)
    raise UsageError(
        f"{engine.url.render_as_string()} has the schema {found or 'of no ledger'}; bring it up to {newest()}: reportedly ledger check"
    )


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}
    if found is not None and found not in known:
        raise UsageError(f"the ledger has schema {found}, newer than this program's {newest()}; install a newer reportedly")
