import pytest

from reportedly.page.blocks import read_blocks
from reportedly.page.signs import SIGNS, Context, edge_notice, is_outlet_line, read_sign
from reportedly.page.words import all_words


def sign(line: str, language: str = "en") -> tuple[str, str] | None:
    (block,) = read_blocks(line, language, all_words())
    return read_sign(block, Context(language, None, None, all_words()))


@pytest.mark.parametrize(
    ("line", "language", "role"),
    [
        ("", "en", "boilerplate"),
        ("We use cookies to improve this site.", "en", "boilerplate"),
        ("Spotted a typo? Select it and press Ctrl+Enter", "en", "boilerplate"),
        ("Home | World | Defence | Sport", "en", "boilerplate"),
        ("Share", "en", "boilerplate"),
        ("Facebook  Telegram  Viber", "en", "boilerplate"),
        ("(Reporting by Ada Holm; editing by Jan Ek)", "en", "boilerplate"),
        ("1 204   18:40", "en", "boilerplate"),
        ("👁 12.5K", "en", "boilerplate"),
        ("12 Comments", "en", None),
        ("Підпишіться на нашу розсилку", "uk", "boilerplate"),
        ("Нашли опечатку? Выделите её и нажмите Ctrl+Enter", "ru", "boilerplate"),
        ("Сайт використовує файли cookie", "en", "boilerplate"),
        ("Read also: Norway buys tanks", "en", "teaser"),
        ("Related news", "en", "teaser"),
        ("Читайте також: Норвегія купує танки", "uk", "teaser"),
        ("Норвегія купує танки у Кореї", "en", "teaser"),
        ("Norwegen kauft Panzer in Südkorea, sagt der Minister in Oslo", "en", "teaser"),
        ("Новый танк вышел на полигон", "uk", "teaser"),
        ("Tanks for Norway come by ship in May and… Read more", "en", "teaser"),
        ("Photo: a tank at a fair", "en", "caption"),
        ("A tank at a fair in Oslo. Photo: Ada Holm", "en", "caption"),
        ("Танк на виставці. Фото: Олена Кім", "uk", "caption"),
        ("A tank at a fair (Ada Holm/AP)", "en", "caption"),
        ("A tank at a fair, file picture", "en", "caption"),
        ("Norway buys tanks", "en", None),
        ("The tanks", "en", None),
        ("Norway paid for the tanks in advance, an official told the newspaper.", "en", None),
        (
            "He promised to share the plans and to follow us to the end, and he kept his word, "
            + "as all who were there say, " * 4
            + "to the last day.",
            "en",
            None,
        ),
    ],
)
def test_lines_carry_signs(line: str, language: str, role: str | None) -> None:
    found = sign(line, language)
    assert (found[0] if found else None) == role
    assert found is None or found[1]


def test_a_long_sentence_with_words_of_a_notice_is_no_notice() -> None:
    line = (
        "Share prices of the yard rose after the order, and the minister said that more such orders would follow "
        + "in the coming years " * 3
        + "."
    )
    assert sign(line) is None


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        ("Write to desk@example.org", "an address"),
        ("Press service, +46 00 123 45 67", "a telephone number"),
        ("(AH/JE)", "credits or marks of the outlet"),
        ("The Fjord Gazette, founded 1901. Printed daily.", "names the outlet itself"),
        ("Two ships left the port.", None),
        ('"Ask our newsroom," he said.', None),
    ],
)
def test_notices_at_the_edges(line: str, notice: str | None) -> None:
    (block,) = read_blocks(line, "en", all_words())
    assert edge_notice(block, Context("en", None, "Fjord Gazette", all_words())) == notice


def test_a_channel_is_named_without_what_stands_in_parentheses() -> None:
    (block,) = read_blocks("Fjord Watch | digest", "en", all_words())
    assert is_outlet_line(block, Context("en", None, "Fjord Watch (channel)", all_words()))
    assert not is_outlet_line(block, Context("en", None, None, all_words()))


def test_every_sign_says_what_it_sees() -> None:
    assert all(one.__doc__ and one.__doc__.endswith(".") for one in SIGNS)
