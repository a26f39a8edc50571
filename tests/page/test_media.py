import pytest

from reportedly.page.media import PRESENTED, known_name, unknown_name
from reportedly.page.outlet import WORD


def first(line: str, name: str, *, known: bool) -> str | None:
    """Read the name that begins where `name` stands in `line`."""
    word = WORD.match(line, line.index(name))
    assert word is not None
    found = known_name(line, word) if known else unknown_name(line, word)
    return found.name if found else None


@pytest.mark.parametrize(
    ("line", "word", "name"),
    [
        ("said Reuters", "Reuters", "Reuters"),
        ("REUTERS", "REUTERS", "REUTERS"),
        ("the reuters of old", "reuters", None),
        ("за словами Рейтера", "Рейтера", "Рейтер"),
        ("сообщил ТАССу", "ТАССу", None),
        ("Kommersant's sources", "Kommersant", "Kommersant"),
    ],
)
def test_names_of_the_lexicon_in_their_forms(line: str, word: str, name: str | None) -> None:
    assert first(line, word, known=True) == name


@pytest.mark.parametrize(
    ("line", "word", "name"),
    [
        ("he told the channel Zorya that", "Zorya", "Zorya"),
        ("he told Diario do Porto that", "Diario", "Diario do Porto"),
        ("the Telegram channel Zorya posted", "Zorya", None),
        ("he told a Lviv newspaper that", "Lviv", None),
        ("he told the Security Council that", "Security", None),
        ("he told Ivan Kim that", "Ivan", None),
        ('the newspaper "No more guns to them," he said', "No", None),
        ("the daily Monday", "Monday", None),
        ("газета «Зоря» пише", "Зоря", "Зоря"),
        ("Осло дає танки — «Зоря»", "Зоря", "Зоря"),
        ("Осло дає танки — Зоря", "Зоря", None),
    ],
)
def test_unknown_names_must_be_presented_as_media(line: str, word: str, name: str | None) -> None:
    assert first(line, word, known=False) == name


def test_every_rule_says_what_it_sees() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in PRESENTED)
