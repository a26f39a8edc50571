"""Every file of every installed pack follows its schema, and its words fit together."""

import re

import pytest
from pydantic import ValidationError

from reportedly.model.claim import CATEGORIES, STAGES
from reportedly.packs.load import BUILT_IN, PackFile, languages, load_part, pack_folder, read_table
from reportedly.packs.schema import STRUCTURAL, CueWords, Embedder, Frame, Frames, Grammar, ItemWords, PackInfo, SourceWords

FILES: dict[str, type[PackFile]] = {
    "pack": PackInfo,
    "items": ItemWords,
    "frames": Frames,
    "cues": CueWords,
    "sources": SourceWords,
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", FILES)
def test_every_file_follows_its_schema(language: str, name: str) -> None:
    assert load_part(language, name, FILES[name])


@pytest.mark.parametrize("language", languages())
def test_a_language_parsed_by_rules_has_a_grammar(language: str) -> None:
    rules = load_part(language, "pack", PackInfo).parser.startswith("morph:")
    assert (pack_folder(language) / "grammar.yml").is_file() == rules
    if rules:
        assert load_part(language, "grammar", Grammar).negators


@pytest.mark.parametrize("language", languages())
def test_the_frames_reach_every_stage(language: str) -> None:
    frames = load_part(language, "frames", Frames).frames
    assert {frame.stage for frame in frames} == set(STAGES)
    assert all(frame.words for frame in frames)


@pytest.mark.parametrize("language", languages())
def test_a_frame_names_places_and_not_phrases(language: str) -> None:
    for frame in load_part(language, "frames", Frames).frames:
        places = [*frame.supplier, *frame.recipient, *frame.item, *frame.beneficiary]
        assert all(place and (place in STRUCTURAL or place == place.strip().lower()) for place in places), frame.words


@pytest.mark.parametrize("language", languages())
def test_there_is_a_noun_for_every_category(language: str) -> None:
    assert set(load_part(language, "items", ItemWords).kinds) == set(CATEGORIES)


@pytest.mark.parametrize("language", languages())
def test_parties_have_a_form_a_code_and_a_kind(language: str) -> None:
    rows = list(read_table(pack_folder(language) / "parties.csv"))
    assert len(rows) > 100
    assert all(row["form"] and row["kind"] for row in rows)


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        (Frame, {"words": ["x"], "pos": "verb", "stage": "handover"}),
        (Frame, {"words": ["x"], "pos": "verb", "stage": "delivery", "giver": ["subject"]}),
        (Frame, {"words": ["x"], "pos": "pronoun", "stage": "delivery"}),
        (Embedder, {"words": ["x"], "certainty": "maybe"}),
        (ItemWords, {"kinds": {"spoon": ["x"]}, "parts": []}),
        (PackInfo, {"language": "xx", "name": "X"}),
    ],
)
def test_a_schema_refuses_what_it_does_not_know(schema: type[PackFile], values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        schema.model_validate(values)


@pytest.mark.parametrize("schema", [PackInfo, ItemWords, Frame, CueWords, SourceWords, Grammar])
def test_every_key_is_read_by_the_program(schema: type[PackFile]) -> None:
    notes = {"note", "name", "language"}  # for people
    code = "\n".join(path.read_text(encoding="utf-8") for path in BUILT_IN.parent.rglob("*.py"))
    unread = [key for key in schema.model_fields if key not in notes and not re.search(rf'\.{key}\b|"{key}"', code)]
    assert not unread, f"a linguist would fill {unread} in for nothing"
