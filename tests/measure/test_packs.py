import shutil
from pathlib import Path

import pytest

from reportedly.measure.packs import check_pack
from reportedly.model.errors import PackError
from reportedly.packs.load import languages, pack_folder, pack_folders


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A pack of our own to break: a copy of the English one with two cases."""
    folder = tmp_path / "xx"
    shutil.copytree(pack_folder("en"), folder)
    (folder / "cases.yml").write_text(
        "cases:\n"
        "- about: active\n  text: Norway sent Chile six howitzers.\n  must: true\n"
        '  claims: [[1, "NO>CL", howitzers, "", artillery, "6", unspecified, delivery, "CT+", "", ""]]\n'
        "- about: attack\n  text: Six howitzers fired at the town.\n  claims: []\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("language", languages())
def test_a_pack_of_ours_has_no_problems(language: str) -> None:
    assert check_pack(pack_folder(language)).problems == ()


def test_a_pack_in_any_folder_reads_its_own_cases(copy: Path) -> None:
    report = check_pack(copy)
    assert report.language == "xx"
    assert report.problems == ()
    assert [result.passes for result in report.results] == [True, True]
    assert report.f1 == 1.0
    assert "xx" not in pack_folders(), "the pack was installed for the check alone"


def test_a_case_that_is_not_read_is_told(copy: Path) -> None:
    text = (copy / "cases.yml").read_text(encoding="utf-8").replace("NO>CL", "CL>NO")
    (copy / "cases.yml").write_text(text, encoding="utf-8")
    report = check_pack(copy)
    assert [result.passes for result in report.results] == [False, True]
    assert report.f1 == 0.0


def test_unknown_files_keys_and_words_in_two_frames_are_problems(copy: Path) -> None:
    (copy / "verbs.yml").write_text("give: 1\n", encoding="utf-8")
    (copy / "items.yml").write_text("kinds: {}\nparts: []\nnouns: []\n", encoding="utf-8")
    frame = "- {words: [sell], pos: verb, stage: agreement}\n"
    (copy / "frames.yml").write_text(f"frames:\n{frame}{frame}", encoding="utf-8")
    (copy / "parties.csv").unlink()
    problems = "\n".join(check_pack(copy).problems)
    for each in ("verbs.yml: no such file", "items.yml: nouns", "'sell' (verb) stands in two frames", "parties.csv: missing"):
        assert each in problems


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such folder"):
        check_pack(tmp_path / "de")
