"""Tables of the ledger, as SQLAlchemy Core describes them for both databases.

Vocabulary: *base* tables (`page`, `claim`, `failure`, `verdict`, `band`) hold what was given and are only ever appended to; *derived* tables
(`copy`, `place`, `link`, `deal`, `deal_kind`, `deal_state`) are made from them; `pending` lists pages whose derived rows are still to be made.
A *day* is text `YYYY-MM-DD`, a *stamp* ISO 8601 in UTC; ids and days compare by their bytes on both databases.
The migrations make these tables; a test compares the two.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)


def key() -> TypeEngine[str]:
    """Make the type of ids, days and codes: text that compares by its bytes."""
    return String().with_variant(VARCHAR(collation="C"), "postgresql")


page = Table(
    "page",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", key(), nullable=False, unique=True),
    Column("identity", key(), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("name", key(), nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", key()),
    Column("day", key(), nullable=False),
    Column("language", key()),
    Column("title", Text),
    Column("story", Text),
    Column("place", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("cites", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("declined", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("added_at", key(), nullable=False),
    Index("ix_page_identity", "identity", "revision", unique=True),
    Index("ix_page_name", "name"),
    Index("ix_page_day", "day"),
)

claim = Table(
    "claim",
    metadata,
    Column("id", key(), primary_key=True),
    Column("page_id", key(), ForeignKey("page.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("supplier", key()),
    Column("recipient", key()),
    Column("item", Text, nullable=False),
    Column("designation", Text),
    Column("category", key(), nullable=False),
    Column("least", Integer),
    Column("most", Integer),
    Column("mode", key(), nullable=False),
    Column("stage", key(), nullable=False),
    Column("certainty", key(), nullable=False),
    Column("happened", key()),
    Column("probability", Float, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("sources", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Index("ix_claim_page_id_position", "page_id", "position", unique=True),
)

failure = Table(
    "failure",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", key(), nullable=False, unique=True),
    Column("place", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("failed_at", key(), nullable=False),
)

verdict = Table(
    "verdict",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", key(), nullable=False, unique=True),
    Column("kind", key(), nullable=False),
    Column("target", key(), nullable=False),
    Column("detail", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided_at", key(), nullable=False),
)

band = Table(
    "band",
    metadata,
    Column("bucket", key(), primary_key=True),
    Column("day", key(), primary_key=True),
    Column("page_id", key(), ForeignKey("page.id"), primary_key=True),
)

pending = Table("pending", metadata, Column("page_id", key(), primary_key=True))

copy = Table(
    "copy",
    metadata,
    Column("page_id", key(), primary_key=True),
    Column("original", key(), nullable=False),
    Column("likeness", Float, nullable=False),
    Index("ix_copy_original", "original"),
)

place = Table(
    "place",
    metadata,
    Column("claim_id", key(), primary_key=True),
    Column("page_id", key(), nullable=False),
    Column("day", key(), nullable=False),
    Column("until", key()),
    Column("position", Integer, nullable=False),
    Column("beside", key(), nullable=False),
    Column("thread", key(), nullable=False),
    Column("kind", key()),
    Column("origin", key(), nullable=False),
    Column("family", key(), nullable=False),
    Column("origin_rule", key(), nullable=False),
    Index("ix_place_thread", "thread", "day", "page_id", "position"),
    Index("ix_place_page_id", "page_id"),
    Index("ix_place_day", "day"),
)

link = Table(
    "link",
    metadata,
    Column("claim_id", key(), primary_key=True),
    Column("deal_id", key(), nullable=False),
    Column("other", key()),
    Column("weight", Float),
    Column("findings", Text),
    Index("ix_link_deal_id", "deal_id"),
)

deal = Table(
    "deal",
    metadata,
    Column("id", key(), primary_key=True),
    Column("thread", key(), nullable=False),
    Column("supplier", key()),
    Column("recipient", key()),
    Column("category", key(), nullable=False),
    Column("first_day", key(), nullable=False),
    Column("last_day", key(), nullable=False),
    Index("ix_deal_supplier_recipient", "supplier", "recipient"),
    Index("ix_deal_recipient", "recipient"),
    Index("ix_deal_thread", "thread"),
    Index("ix_deal_category", "category"),
    Index("ix_deal_first_day", "first_day"),
)

deal_kind = Table(
    "deal_kind",
    metadata,
    Column("deal_id", key(), primary_key=True),
    Column("name", key(), primary_key=True),
    Column("day", key(), nullable=False),
    Index("ix_deal_kind_name", "name"),
)

deal_state = Table(
    "deal_state",
    metadata,
    Column("deal_id", key(), primary_key=True),
    Column("day", key(), primary_key=True),
    Column("until", key()),
    Column("stage", key()),
    Column("contested", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Index("ix_deal_state_day", "day"),
)

BASE = (page, claim, failure, verdict, band)
DERIVED = (copy, place, link, deal, deal_kind, deal_state)
