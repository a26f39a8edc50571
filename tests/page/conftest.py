"""Pages of the page stage's tests: all invented."""

import pytest

from reportedly.packs.load import languages
from reportedly.page.language import read_language
from reportedly.page.roles import read_roles

BODY = (
    "Sweden has handed over twelve howitzers to Ukraine, the defence ministry in Stockholm said on Monday.",
    "The guns had been promised in March, but the crews needed three more weeks of training in Boden.",
)


@pytest.fixture(scope="session")
def body() -> tuple[str, str]:
    """Two lines of an article."""
    return BODY


@pytest.fixture(scope="session", autouse=True)
def _packs() -> None:
    """The tests speak English, Ukrainian and Russian."""
    missing = {"en", "uk", "ru"} - set(languages())
    assert not missing, f"packs are missing: {missing}"
    for text in ("An English sentence.", "Очень простое предложение.", "جملة عربية بسيطة للغاية"):
        read_language(text)  # the first call loads the model, which takes longer than a property test may
    read_roles("A line", "en")
