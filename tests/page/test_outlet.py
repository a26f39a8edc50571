import pytest

from reportedly.model.page import RawPage
from reportedly.page import outlet as module
from reportedly.page.outlet import domain_outlet, outlets, read_outlet, same_outlet


def test_the_lexicon_knows_domains_and_their_subdomains() -> None:
    assert domain_outlet("https://www.reuters.com/world/x") == "Reuters"
    assert domain_outlet("https://example.org/x") is None
    assert domain_outlet("http://[broken") is None
    assert domain_outlet(None) is None


def test_what_the_source_knew_beats_the_domain_and_the_domain_the_markup() -> None:
    raw = RawPage("p", b"x", "text/html", url="https://www.reuters.com/a", outlet="Herald")
    assert read_outlet(raw, "Site") == "Herald"
    assert read_outlet(RawPage("p", b"x", "text/html", url="https://www.reuters.com/a"), "Site") == "Reuters"
    assert read_outlet(RawPage("p", b"x", "text/html"), " Site ") == "Site"
    assert read_outlet(RawPage("p", b"x", "text/html")) is None


def test_names_of_one_outlet_are_one() -> None:
    assert same_outlet("WSJ", "The Wall Street Journal")
    assert same_outlet("Kyiv-Wire", "Kyiv Wire")
    assert not same_outlet("Reuters", "Bloomberg")


def test_institutes_are_no_media() -> None:
    _, aliases, institutes = outlets()
    assert "sipri" in institutes
    assert all(alias.name != "SIPRI" for alias in aliases)


def test_everyday_words_are_vague() -> None:
    names = {alias.name: alias.vague for alias in outlets()[1]}
    assert names["Reuters"] is False
    assert names["Focus"] is True


@pytest.mark.usefixtures("_no_table")
def test_without_the_table_nothing_is_known() -> None:
    assert outlets() == ({}, (), frozenset())
    assert same_outlet("Kyiv Wire", "Kyiv-Wire")


@pytest.fixture
def _no_table(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> object:
    monkeypatch.setattr(module, "TABLE", tmp_path / "none.csv")  # type: ignore[operator]
    for cached in (module.outlets, module.aliases_by_first_word):
        cached.cache_clear()
    yield
    for cached in (module.outlets, module.aliases_by_first_word):
        cached.cache_clear()
