"""Migrations of the ledger's schema (Alembic). A released migration is never changed; the next change is a new file in `versions/`."""
