import pytest

from reportedly.ledger.kinds import family_of, kind_of, usual_designation


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Shahed-136", "Shahed"), ("Shahed-131", "Shahed"), ("Geran-2", "Shahed"), ("Geran-1", "Shahed"), ("Shahed", "Shahed"), ("Герань-2", "Shahed"),
        ("JAS 39 Gripen", "Gripen"), ("Gripen E", "Gripen"), ("Fateh-360", "Fath-360"), ("Fath-360", "Fath-360"),
        ("CB90", "Combat Boat 90"), ("Patriot PAC-3", "Patriot"), ("F-16AM/BM", "F-16"), ("Zz-77", "Zz-77"),
    ],
)  # fmt: skip
def test_family(name: str, family: str) -> None:
    assert family_of(name) == (family_of("CB90") if family == "Combat Boat 90" else family)


def test_names_of_one_type_are_one() -> None:
    assert usual_designation("Combat Boat 90") == usual_designation("CB 90") == usual_designation("CB90")


def test_different_types_stay_apart() -> None:
    assert len({family_of(name) for name in ("Su-35", "MiG-29", "Yak-130", "S-400", "Shahed-136", "Mohajer-6")}) == 6


@pytest.mark.parametrize(
    ("designation", "category", "wanted"),
    [
        ("Patriot", "missile", ("air-defence", "Patriot")), ("Patriot", "arms", ("air-defence", "Patriot")), ("Patriot", "component", ("component", "Patriot")),
        ("Shahed-136", "technology", ("technology", "Shahed")), (None, "missile", ("missile", None)), ("Zz-77", "uav", ("uav", "Zz-77")),
    ],
)  # fmt: skip
def test_kind(designation: str | None, category: str, wanted: tuple[str, str | None]) -> None:
    assert kind_of(designation, category) == wanted
