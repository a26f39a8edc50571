import pytest

from reportedly.ledger.origins import RETOLD, Origin, Teller, find_origin, owner_of, usual_outlet
from reportedly.model.claim import Source

US = Source("US officials", "officials", "US")
WSJ = Source("WSJ", "media")
MINISTRY = Source("Sweden's defence ministry", "government", "SE")
SITE = Teller("p", "Some Site")


def test_first_medium_of_the_chain_is_the_origin() -> None:
    found = find_origin((US, WSJ, Source("Reuters", "media")), SITE)
    assert found == Origin("media:The Wall Street Journal", "owner:news-corp", "credited-medium")


def test_copy_takes_the_origin_of_its_original_but_not_over_a_credit() -> None:
    copy = Teller("p", "Copy Site", original=find_origin((), Teller("first", "Reuters")))
    assert find_origin((), copy) == Origin("media:Reuters", "owner:thomson-reuters", "near-copy")
    assert find_origin((WSJ,), copy).rule == "credited-medium"


def test_public_word_is_one_origin_whoever_carries_it_and_unnamed_officials_are_the_papers_own() -> None:
    first, second = Teller("a", "Paper A"), Teller("b", "Paper B")
    assert find_origin((MINISTRY,), first).name == find_origin((MINISTRY,), second).name == "word:SE"
    assert find_origin((US,), first).name != find_origin((US,), second).name


def test_public_word_stays_its_speakers_when_a_paper_carries_it() -> None:
    assert find_origin((MINISTRY, WSJ), SITE).name == find_origin((MINISTRY,), SITE).name
    assert find_origin((US, MINISTRY, WSJ), SITE).rule == "credited-medium"


def test_state_and_its_media_speak_with_one_voice() -> None:
    state = find_origin((Source("Kremlin", "government", "RU"),), Teller("a", "Reuters")).family
    assert state == find_origin((), Teller("b", "TASS")).family == "state:RU"


def test_own_voice_of_a_page_that_credits_one_medium_for_the_same_is_that_mediums() -> None:
    assert find_origin((), SITE, {"Reuters"}) == Origin("media:Reuters", "owner:thomson-reuters", "page-credit")
    assert find_origin((), SITE, {"Reuters", "CNN"}).rule == "own-report"


def test_own_voice_of_a_page_that_retells_confirms_nothing_but_its_own_sources_do() -> None:
    reteller = Teller("p", "Some Site", retells=True)
    assert find_origin((), reteller) == Origin("media:Some Site", RETOLD, "retelling")
    assert find_origin((US,), reteller) == Origin("media:Some Site", "media:Some Site", "own-report")


def test_a_medium_without_a_name_confirms_nothing() -> None:
    assert find_origin((Source("the outlet", "media"),), SITE).family == RETOLD
    assert find_origin((Source("the Evening Lantern", "media"),), SITE).family == "media:the Evening Lantern"


def test_nobody_known_is_a_family_of_its_own() -> None:
    assert find_origin((), Teller("p", None)) == Origin("page:p", "page:p", "unknown-outlet")


@pytest.mark.parametrize("name", ["WSJ", "The Wall Street Journal", "Wall Street Journal"])
def test_names_of_an_outlet(name: str) -> None:
    assert usual_outlet(name) == "The Wall Street Journal"


def test_channel_in_brackets_is_no_other_outlet() -> None:
    assert usual_outlet("Front Hour (channel)") == "Front Hour"
    assert owner_of("Front Hour") is None
