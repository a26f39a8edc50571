"""Derived rows: copies, places, links, deals and their states."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.types import TypeEngine

revision = "0002"
down_revision: str | None = "0001"


def key() -> TypeEngine[str]:
    """Make the type of ids, days and codes: text that compares by its bytes."""
    return sa.String().with_variant(VARCHAR(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the derived tables, and list every page as pending: its derived rows are made when the ledger is next written to."""
    op.create_table(
        "copy",
        sa.Column("page_id", key(), primary_key=True),
        sa.Column("original", key(), nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
    )
    op.create_index("ix_copy_original", "copy", ["original"])
    op.create_table(
        "place",
        sa.Column("claim_id", key(), primary_key=True),
        sa.Column("page_id", key(), nullable=False),
        sa.Column("day", key(), nullable=False),
        sa.Column("until", key()),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("beside", key(), nullable=False),
        sa.Column("thread", key(), nullable=False),
        sa.Column("kind", key()),
        sa.Column("origin", key(), nullable=False),
        sa.Column("family", key(), nullable=False),
        sa.Column("origin_rule", key(), nullable=False),
    )
    op.create_index("ix_place_thread", "place", ["thread", "day", "page_id", "position"])
    op.create_index("ix_place_page_id", "place", ["page_id"])
    op.create_index("ix_place_day", "place", ["day"])
    op.create_table(
        "link",
        sa.Column("claim_id", key(), primary_key=True),
        sa.Column("deal_id", key(), nullable=False),
        sa.Column("other", key()),
        sa.Column("weight", sa.Float),
        sa.Column("findings", sa.Text),
    )
    op.create_index("ix_link_deal_id", "link", ["deal_id"])
    op.create_table(
        "deal",
        sa.Column("id", key(), primary_key=True),
        sa.Column("thread", key(), nullable=False),
        sa.Column("supplier", key()),
        sa.Column("recipient", key()),
        sa.Column("category", key(), nullable=False),
        sa.Column("first_day", key(), nullable=False),
        sa.Column("last_day", key(), nullable=False),
    )
    op.create_index("ix_deal_supplier_recipient", "deal", ["supplier", "recipient"])
    op.create_index("ix_deal_recipient", "deal", ["recipient"])
    op.create_index("ix_deal_thread", "deal", ["thread"])
    op.create_index("ix_deal_category", "deal", ["category"])
    op.create_index("ix_deal_first_day", "deal", ["first_day"])
    op.create_table(
        "deal_kind",
        sa.Column("deal_id", key(), primary_key=True),
        sa.Column("name", key(), primary_key=True),
        sa.Column("day", key(), nullable=False),
    )
    op.create_index("ix_deal_kind_name", "deal_kind", ["name"])
    op.create_table(
        "deal_state",
        sa.Column("deal_id", key(), primary_key=True),
        sa.Column("day", key(), primary_key=True),
        sa.Column("until", key()),
        sa.Column("stage", key()),
        sa.Column("contested", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("independent", sa.Integer, nullable=False),
    )
    op.create_index("ix_deal_state_day", "deal_state", ["day"])
    op.execute("INSERT INTO pending (page_id) SELECT id FROM page WHERE id NOT IN (SELECT page_id FROM pending)")
