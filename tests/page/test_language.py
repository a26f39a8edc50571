import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.page.language import page_language, read_language, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Норвегія передала два фрегати румунському флоту", "uk"),
        ("Новые фрегаты румынского флота пришли в Констанцу", "ru"),
        ("Romania has received two frigates from Norway", "en"),
        ("Rumänien erhält zwei Fregatten aus Norwegen, sagt der Minister", "de"),
        ("La Roumanie a reçu deux frégates de la Norvège cette semaine", "fr"),
        ("Румъния получи две фрегати от Норвегия, каза министърът на отбраната", "bg"),
        ("Румынія атрымала два фрэгаты, сказаў міністр абароны краіны ў аўторак", "be"),
    ],
)
def test_whole_lines_are_told_apart(text: str, language: str) -> None:
    assert read_language(text) == language


@pytest.mark.parametrize("text", ["", "12:40", "—", "NATO", "Фото"])
def test_lines_too_short_have_no_language(text: str) -> None:
    assert read_language(text) is None


def test_designations_in_latin_letters_leave_a_line_cyrillic() -> None:
    assert read_language("Прилетіли F-16AM, Mirage 2000-5F і Patriot PAC-3 MSE") == "uk"


def test_letters_of_one_language_beat_the_language_of_the_page() -> None:
    assert read_language("Три мёртвых дрона", "uk") == "ru"
    assert read_language("Літак над містом", "ru") == "uk"


def test_a_line_without_telling_letters_leans_to_the_page() -> None:
    assert read_language("Танк на причеп поставлено", "uk") == "uk"
    assert read_language("Танк на причеп поставлен", "ru") == "ru"


def test_names_do_not_make_an_english_line_foreign() -> None:
    assert read_language("Kongsberg, Saab and Nexter in Gdynia", "en") == "en"


def test_the_page_has_the_language_of_most_of_its_text() -> None:
    lines = ["Romania has received two frigates from Norway, the ministry said.", "Читайте також: фрегати", "Cookies"]
    assert page_language(lines) == "en"
    assert page_language(["12", "—"]) is None


@given(st.text())
def test_any_text_has_a_script_or_none(text: str) -> None:
    assert script_of(text) in {"", "latin", "cyrillic", "other"}
    found = read_language(text)
    assert found is None or len(found) in {2, 3}
