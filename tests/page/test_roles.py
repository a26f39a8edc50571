"""Each case is a page of invented lines; the letters say the roles that its lines must get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import ROLES
from reportedly.page.language import page_language
from reportedly.page.roles import read_roles

A = "Sweden has handed over twelve howitzers to Ukraine, the defence ministry in Stockholm said on Monday after a meeting of ministers."
B = "The guns had been promised in March, but spare parts were late, and the crews needed three more weeks of training in Boden."
U = "Швеція передала Україні дванадцять гаубиць, повідомило у понеділок міністерство оборони у Стокгольмі після засідання уряду."
R = "Швеция передала Украине двенадцать гаубиц, сообщило в понедельник министерство обороны в Стокгольме после заседания правительства."
LETTERS = {"headline": "h", "body": "b", "caption": "c", "teaser": "t", "boilerplate": "x"}
PAGES = {
    "page_of_a_daily": (
        [
            "Sign in",
            "Menu",
            "Sweden sends howitzers",
            "Emma Holm",
            "March 3, 2024 at 10:14 a.m. EST",
            A,
            B,
            "Emma Holm is our Nordic correspondent.",
            "Tags: Sweden, artillery, Ukraine",
            "3 Comments",
            "Top stories",
            "Storm hits Bergen",
            "Why the krona is falling",
        ],
        "xxhxxbbxxxttt",
        "Sweden sends howitzers",
    ),
    "short_page": (
        [
            "Sweden sends howitzers",
            "Published: 3 Mar 2024 10:14 | Updated: 3 Mar 2024 11:00",
            A,
            "Howitzers at Boden. © Jan Ek/TT",
            B,
            "Like what you read? Support our journalism with a small donation.",
            "Reuters, AFP",
        ],
        "hxbbbxx",
        None,
    ),
    "ukrainian_page": (
        [
            "Швеція передала гаубиці",
            "3 березня 2024, 10:14",
            "Фото: пресслужба",
            U,
            "Нагадаємо, у лютому Стокгольм передав снаряди.",
            "Читайте також:",
            "У Бергені шторм",
            "Підписуйтесь на нас у Facebook",
            "Більше новин про війну — у нашому Telegram",
        ],
        "hxcbbttxt",
        None,
    ),
    "ukrainian_menu_above": (
        [
            "Головна Новини Війна Економіка",
            "Швеція передала гаубиці",
            U,
            "«Ми дамо ще», — сказав міністр.",
            "Якщо ви знайшли помилку, виділіть фрагмент і натисніть Ctrl+Enter.",
            "Шторм у Бергені зупинив поїзди",
            "Шведи рятують лося: відео",
            "Погода на завтра: дощ",
        ],
        "xhbbxttt",
        None,
    ),
    "russian_page": (
        [
            "Швеция передала гаубицы",
            "Фото: ТТ",
            R,
            "Как сообщалось ранее, в феврале Стокгольм передал снаряды.",
            "Напомним, речь о десятом пакете.",
            "Читайте нас в Telegram",
            "У Києві відкрили нову станцію метро",
            "Шторм в Бергене: поезда стоят",
        ],
        "hcbbbxtt",
        None,
    ),
    "live_blog": (
        [
            "LIVE",
            "Ukraine war live",
            "10:05",
            "Sweden hands over guns, minister says.",
            "09:40",
            "Two drones hit a depot near Kursk.",
            "09:12",
            "Talks in Oslo go on.",
        ],
        "xhxbxbxb",
        None,
    ),
    "numbered_headings": (
        [
            "Five things to know about the Archer deal",
            "1. The price",
            A,
            "2. The crew",
            B,
            "3. What next?",
            "Nobody knows, says the ministry.",
        ],
        "hbbbbbb",
        None,
    ),
    "menu_one_entry_a_line": (
        [
            "- Home",
            "- World",
            "- Sport",
            "Sweden sends howitzers",
            "By Emma Holm, Stockholm correspondent",
            A,
            B,
            "- Related: The krona is falling",
            "- Watch: Storm in Bergen",
        ],
        "xxxhxbbtt",
        None,
    ),
    "pointers_inside": (
        [
            "Sweden sends howitzers",
            A,
            "Read more: Norway buys tanks from Seoul",
            B,
            "READ MORE",
            "Norway buys tanks from Seoul",
            "Finland orders drones",
            B + " It was cold.",
            "Cookie settings",
        ],
        "hbtbtttbx",
        None,
    ),
    "bulleted_list": (
        [
            "Sweden sends howitzers",
            A,
            "The following items were handed over:",
            "• 12 Archer howitzers",
            "• 3,000 shells",
            "• 40 trucks",
            B,
        ],
        "hbbbbbb",
        None,
    ),
    "plain_list": (
        [
            "Sweden sends howitzers",
            A,
            "The following items were handed over:",
            "12 Archer howitzers",
            "3,000 shells",
            "40 trucks",
        ],
        "hbbbbb",
        None,
    ),
    "questions_and_answers": (
        ["Q&A: Archer in Ukraine", "What has Sweden sent?", A, "When will the rest come?", B],
        "hbbbb",
        None,
    ),
    "cut_off_stubs": (
        ["Sweden sends howitzers", A, B, "Storm in Bergen stops trains… Read more", "Krona falls to a record low… Read more"],
        "hbbtt",
        None,
    ),
    "dated_stubs": (
        ["Sweden sends howitzers", A, B, "12 May 2023", "Norway buys tanks", "11 May 2023", "Finland orders drones"],
        "hbbxtxt",
        None,
    ),
    "press_notice": (
        [
            "Повідомлення для преси",
            "Міністерство оборони",
            "Швеція передала гаубиці",
            "м. Київ, 3 березня 2024 року",
            U,
            "Довідка: гаубиця Archer має калібр 155 мм.",
            "Контактна особа: Олена Кім, +380 44 000 00 00",
        ],
        "xxhxbbx",
        "Швеція передала гаубиці",
    ),
    "telegram_post": (
        [
            "⚡️Швеция передала гаубицы",
            "🇸🇪 Двенадцать орудий уже под Харьковом",
            "💬 Минобороны: «Стволов хватит»",
            "@kanal_test",
            "Подписаться",
        ],
        "hbbxx",
        None,
    ),
    "heading_above_and_authors_below": (
        [
            "Новости дня",
            "Швеция передала гаубицы",
            R,
            "Автор: Ирина Ким",
            "Редактор: П. Ли",
            "Теги: Швеция, гаубицы",
            "Ещё по теме",
            "Норвегия купила танки",
            "Загрузить ещё",
        ],
        "xhbxxxttx",
        None,
    ),
    "share_buttons_one_a_line": (
        [
            "Sweden sends howitzers",
            "Reading time: 2 min",
            "A+ A-",
            A,
            B,
            "WhatsApp",
            "Facebook",
            "Print",
            "© Nordic News 2024. Reproduction prohibited.",
        ],
        "hxxbbxxxx",
        None,
    ),
    "short_last_sentences": (
        ["Sweden sends howitzers", A, B, '"We are glad, " the colonel added.', "The ministry gave no date"],
        "hbbbt",
        None,
    ),
    "standfirst": (["Sweden sends howitzers", "Stockholm hands over a dozen Archers; Kyiv asks for more", A, B], "hbbb", None),
    "no_headline": ([A, B, "Ви можете підтримати нас на Patreon.", "Всі права захищені"], "bbtx", None),
}


def roles(lines: list[str], title: str | None = None, outlet: str | None = None) -> str:
    found = read_roles("\n".join(lines), page_language(lines), title, outlet)
    assert all(line.reason for line in found)
    return "".join(LETTERS[line.role] for line in found)


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    lines, expected, title = PAGES[name]
    assert roles(lines, title) == expected


def test_the_title_makes_the_headline_and_what_stands_above_is_furniture() -> None:
    lines = ["Nordic desk", "A long read for the weekend", "Sweden sends howitzers", A, B]
    assert roles(lines, "Sweden sends howitzers - Fjord Gazette") == "xxhbb"


def test_a_line_about_the_outlet_is_no_headline() -> None:
    lines = ["Fjord Gazette - independent since 1901", "Sweden sends howitzers", A, B]
    assert roles(lines, outlet="Fjord Gazette") == "xhbb"


def test_a_channel_may_head_its_post_with_its_name() -> None:
    lines = [
        "🌊 Fjord Watch | digest",
        "🇸🇪 Sweden has handed over twelve howitzers to Ukraine, no crews yet",
        "🇳🇴 Norway is silent about its own guns",
        "🇫🇮 Finland sends shells",
    ]
    assert roles(lines, outlet="Fjord Watch (channel)") == "hbbb"


def test_names_under_the_headline_are_a_byline() -> None:
    assert roles(["Sweden sends howitzers", "Ada Holm, Stockholm", A, B]) == "hxbb"
    assert roles(["Sweden sends howitzers", "By Ada Holm and Jan Ek, our correspondents", A, B]) == "hxbb"


def test_a_dateline_alone_is_furniture_even_without_a_year() -> None:
    assert roles(["Sweden sends howitzers", "STOCKHOLM, May 3 (BW)", A, B]) == "hxbb"


def test_a_subheading_is_body_and_the_same_words_below_the_article_are_not() -> None:
    assert roles(["Sweden sends howitzers", A, "What comes next", B]) == "hbbb"
    assert roles(["Sweden sends howitzers", A, B, "What comes next"]) == "hbbt"


def test_a_page_of_nothing_but_menus_has_no_article() -> None:
    assert set(roles(["Home | News | Sport", "About | Contact", "Cookies"])) == {"x"}


def test_a_button_that_comes_again_and_again_is_furniture() -> None:
    assert roles(["Sweden sends howitzers", A, "Zoom in", B, "Zoom in", B, "Zoom in", A]) == "hbxbxbxb"


def test_links_in_capitals_between_paragraphs_are_teasers() -> None:
    assert roles(["Sweden sends howitzers", A, "NORWAY TO BUY TANKS FROM SEOUL NEXT YEAR", B]) == "hbtb"


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=60), min_size=1, max_size=12))
def test_every_line_gets_one_role_and_lines_tile_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read_roles(text, None)
    assert [text[line.start : line.end] for line in found] == lines
    assert all(line.role in ROLES and line.reason for line in found)
