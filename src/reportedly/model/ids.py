"""Ids come from content and say which parts count: the same words, read alike, give the same id in every run."""

from hashlib import blake2b

SEPARATOR = "\x1f"
"""Unit separator: it cannot stand in a page's text (the page stage drops control characters)."""


def content_id(*parts: str | int | None) -> str:
    """Hash `parts` in order into 20 hexadecimal digits (80 bits); None and the empty string count alike."""
    joined = SEPARATOR.join("" if part is None else str(part) for part in parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
