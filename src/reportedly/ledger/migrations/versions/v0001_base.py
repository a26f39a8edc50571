"""Base rows: pages with their claims, failures and verdicts, and the search over pages."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision: str | None = None


def key() -> TypeEngine[str]:
    """Make the type of ids, days and codes: text that compares by its bytes."""
    return sa.String().with_variant(VARCHAR(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the base tables."""
    op.create_table(
        "page",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", key(), nullable=False, unique=True),
        sa.Column("identity", key(), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("name", key(), nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", key()),
        sa.Column("day", key(), nullable=False),
        sa.Column("language", key()),
        sa.Column("title", sa.Text),
        sa.Column("story", sa.Text),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("lines", sa.Text, nullable=False),
        sa.Column("cites", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("declined", sa.Text, nullable=False),
        sa.Column("signature", sa.Text, nullable=False),
        sa.Column("added_at", key(), nullable=False),
    )
    op.create_index("ix_page_identity", "page", ["identity", "revision"], unique=True)
    op.create_index("ix_page_name", "page", ["name"])
    op.create_index("ix_page_day", "page", ["day"])
    op.create_table(
        "claim",
        sa.Column("id", key(), primary_key=True),
        sa.Column("page_id", key(), sa.ForeignKey("page.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("supplier", key()),
        sa.Column("recipient", key()),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("designation", sa.Text),
        sa.Column("category", key(), nullable=False),
        sa.Column("least", sa.Integer),
        sa.Column("most", sa.Integer),
        sa.Column("mode", key(), nullable=False),
        sa.Column("stage", key(), nullable=False),
        sa.Column("certainty", key(), nullable=False),
        sa.Column("happened", key()),
        sa.Column("probability", sa.Float, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
    )
    op.create_index("ix_claim_page_id_position", "claim", ["page_id", "position"], unique=True)
    op.create_table(
        "failure",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", key(), nullable=False, unique=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
        sa.Column("failed_at", key(), nullable=False),
    )
    op.create_table(
        "verdict",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", key(), nullable=False, unique=True),
        sa.Column("kind", key(), nullable=False),
        sa.Column("target", key(), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("decided_at", key(), nullable=False),
    )
    op.create_table(
        "band",
        sa.Column("bucket", key(), primary_key=True),
        sa.Column("day", key(), primary_key=True),
        sa.Column("page_id", key(), sa.ForeignKey("page.id"), primary_key=True),
    )
    op.create_table(
        "pending",
        sa.Column("page_id", key(), primary_key=True),
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute("CREATE TABLE page_search (seq INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_page_search_words ON page_search USING gin (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE page_search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')")
