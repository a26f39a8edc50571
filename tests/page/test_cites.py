import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import Line, Role
from reportedly.page.cites import LINE_MAX, find_cites

CASES = [
    ("Norway has shipped twelve howitzers, the daily Fjordavisen wrote on Monday.", ["Fjordavisen"]),
    ("In an interview published by Le Monde, the minister confirmed it.", ["Le Monde"]),
    ("The general told Kanal 9 that the tanks had come.", ["Kanal 9"]),
    ("Speaking to Radio Karpaty, he ruled it out.", ["Radio Karpaty"]),
    ("Baltic Wire, a Riga news site, reported the sale first.", ["Baltic Wire"]),
    ("A Polish portal, Obrona24, says the order was cancelled.", ["Obrona24"]),
    ("WSJ: Iran readies missiles for Russia", ["WSJ"]),
    ("Iran readies missiles for Russia, WSJ says", ["WSJ"]),
    ("Iran readies missiles for Russia (Reuters)", ["Reuters"]),
    ("Seoul sends shells - Dong-A Ilbo", ["Dong-A Ilbo"]),
    ("The shipment was first reported by the Nordic Observer.", ["Nordic Observer"]),
    ("Sources told the Kyiv Messenger that six jets would follow.", ["Kyiv Messenger"]),
    ("As Nikkei Asia has learned, Tokyo is ready.", ["Nikkei Asia"]),
    ("Al Jazeera's correspondent was hurt in the strike.", []),
    ("A Reuters reporter was wounded in Kharkiv.", []),
    ("The minister wrote on X that the tanks would come.", []),
    ("He told parliament that the deal is off.", []),
    ("He told Putin that the deal is off.", []),
    ("Minister Anna Berg told Congress on Monday.", []),
    ("Rheinmetall told investors that it sold tanks.", []),
    ("According to SIPRI, exports grew.", []),
    ("According to Lockheed Martin, the jets are ready.", []),
    ("The Institute for the Study of War wrote on Friday that the missiles came.", []),
    (
        "Citing two Western officials, The New York Times reported that Iran sent missiles. NYT adds that launchers are missing.",
        ["The New York Times"],
    ),
    ("The FT said so. The Financial Times has seen the document.", ["The Financial Times"]),
    ("Kommersant's sources in the ministry say the contract is signed.", ["Kommersant"]),
    ("The report in Der Spiegel caused a stir.", ["Der Spiegel"]),
    ("Bloomberg, quoting people close to the talks, said the missiles would go in May.", ["Bloomberg"]),
    ("State broadcaster RTV Pannonia showed the tanks.", ["RTV Pannonia"]),
    ("The Telegram channel Sky Watchers posted a video.", []),
    ("That is what the newspaper Dagens Krönika has found out.", ["Dagens Krönika"]),
    ("Tehran denies the report by Politico.", ["Politico"]),
    ("The Yemen Chronicle quotes a Houthi spokesman as saying so.", ["Yemen Chronicle"]),
    ("The deal was signed on Monday, reports Jutarnji Glasnik.", ["Jutarnji Glasnik"]),
    ("The Pentagon press secretary told reporters on Tuesday.", []),
    ("In time the focus will shift to the times ahead.", []),
    ("The Sun rises over the Guardian-class ship.", []),
    ("Berlin will send them soon, writes Süddeutsche Zeitung.", ["Süddeutsche Zeitung"]),
    ("Про це повідомляє Reuters із посиланням на чиновників.", ["Reuters"]),
    ("Як пише «Північний вісник», Осло передало гармати.", ["Північний вісник"]),
    ("За даними The Wall Street Journal, Іран готує ракети.", ["The Wall Street Journal"]),
    ("Міністр сказав виданню «Дніпровська хвиля», що танків не буде.", ["Дніпровська хвиля"]),
    ("Міністр сказав «Шахтарю», що гри не буде.", []),
    ("Іран передав ракети, пише WSJ", ["WSJ"]),
    ("Польща передала танки — Bloomberg", ["Bloomberg"]),
    ("Польща передала танки — Туск", []),
    ("Про це він сказав в інтерв'ю телеканалу «Сьомий».", ["Сьомий"]),
    ("«Укроборонпром» повідомив про контракт.", []),
    ("За даними Rheinmetall, завод відкрито.", []),
    ("Журналіст Bild загинув.", []),
    ("Газета «Більд» пише, що Берлін згоден.", ["Більд"]),
    ("Агентство Reuters раніше писало про угоду.", ["Reuters"]),
    ("Об этом сообщает «Коммерсантъ» со ссылкой на источники.", ["Коммерсантъ"]),
    ("По данным газеты «Уральский гудок», партия ушла.", ["Уральский гудок"]),
    ("Как пишет The Times, ракеты уже в пути.", ["The Times"]),
    ("Источник «Интерфакса» подтвердил поставку.", ["Интерфакс"]),
    ("Глава «Рособоронэкспорта» сообщил ТАСС, что контракт подписан.", ["ТАСС"]),
    ("Радиостанция «Голос степи» передала, что танки ушли.", ["Голос степи"]),
    ("Телеграм-канал «Рыбак» сообщил о колонне.", []),
    ("Анкара отгрузила дроны — «Аль-Манар»", ["Аль-Манар"]),
    ("«Уралвагонзавод» сообщил, что передал танки.", []),
    ("Это интервью Bild вышло во вторник.", ["Bild"]),
    ("Пише CNN з посиланням на розвідку.", ["CNN"]),
    ("Джерела Axios кажуть, що угоди нема.", ["Axios"]),
    ("В эфире канала Al Hadath представитель хуситов сказал иначе.", ["Al Hadath"]),
    ("СМИ: КНДР поставила орудия", []),
]


def page(*pairs: tuple[Role, str]) -> tuple[str, list[Line]]:
    lines, start = [], 0
    for role, words in pairs:
        lines.append(Line(start, start + len(words), role, ""))
        start += len(words) + 1
    return "\n".join(words for _, words in pairs), lines


def keys(names: list[str] | tuple[str, ...]) -> list[str]:
    return [re.sub(r"\W|^the ", "", name.lower()) for name in names]


@pytest.mark.parametrize(("text", "cites"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_sentence_credits(text: str, cites: list[str]) -> None:
    assert keys(find_cites(*page(("body", text)))) == keys(cites)


def test_media_come_in_order_of_first_mention_each_once() -> None:
    text, lines = page(
        ("headline", "Oslo sends guns - Bloomberg"),
        ("body", "Reuters reported it. Bloomberg adds that twelve are ready, Reuters says."),
    )
    assert find_cites(text, lines) == ("Bloomberg", "Reuters")


def test_the_fullest_name_on_the_page_is_given() -> None:
    text, lines = page(("headline", "Oslo sends guns - WSJ"), ("body", "The Wall Street Journal had it from two officials."))
    assert find_cites(text, lines) == ("The Wall Street Journal",)


def test_the_page_never_cites_itself() -> None:
    text, lines = page(("body", "Two officials told Reuters so, Bloomberg reports."))
    assert find_cites(text, lines, "Reuters") == ("Bloomberg",)


def test_the_agency_of_the_dateline_speaks_itself_where_the_outlet_is_unknown() -> None:
    text, lines = page(("body", "OSLO (Reuters) - Norway sends guns, Bloomberg writes."))
    assert find_cites(text, lines) == ("Bloomberg",)
    assert find_cites(text, lines, "Fjord Times") == ("Reuters", "Bloomberg")


@pytest.mark.parametrize("role", ["teaser", "boilerplate", "caption"])
def test_only_headline_and_body_count(role: Role) -> None:
    assert find_cites(*page((role, "Oslo sends guns, Reuters reports."))) == ()


def test_a_line_without_end_is_read_in_part() -> None:
    long = "x " * LINE_MAX
    assert find_cites(*page(("body", f"Reuters reports. {long} Bloomberg reports."))) == ("Reuters",)


@given(st.text(max_size=300))
def test_names_given_stand_on_the_page_or_in_the_lexicon(text: str) -> None:
    flat = text.replace("\n", " ")
    assert all(name.strip() for name in find_cites(*page(("body", flat))))
