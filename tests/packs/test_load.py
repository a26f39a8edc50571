"""Finding packs and reading their files: what breaks a schema is an error that names the key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model.errors import PackError
from reportedly.packs import load
from reportedly.packs.load import (
    BUILT_IN,
    REFERENCE,
    PackFile,
    languages,
    load_part,
    pack_folder,
    pack_folders,
    read_table,
    read_yaml,
)
from reportedly.packs.schema import PackInfo


class Words(PackFile):
    """A file of a pack."""

    words: tuple[str, ...] = ()
    lent: bool = False


@pytest.fixture
def fresh() -> Iterator[None]:
    """Packs are looked for once per process: look anew before and after."""
    pack_folders.cache_clear()
    yield
    pack_folders.cache_clear()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_packs_are_found() -> None:
    assert {"en", "uk", "ru"} <= set(languages())
    assert languages() == sorted(languages())
    assert all((pack_folder(language) / "pack.yml").is_file() for language in languages())
    assert REFERENCE.parent == BUILT_IN
    assert "reference" not in languages()


@pytest.mark.parametrize("language", languages())
def test_a_pack_says_its_own_language(language: str) -> None:
    assert load_part(language, "pack", PackInfo).language == language


def test_an_unknown_language_says_what_is_installed() -> None:
    with pytest.raises(PackError, match=r"'xx'.*en"):
        pack_folder("xx")


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("nested", [True, False])
def test_packs_of_the_environment_come_later_and_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nested: bool) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    write(folder / "pack.yml", "language: en\nname: Ours\nparser: plain\n")
    monkeypatch.setenv("REPORTEDLY_PACKS", str(tmp_path if nested else folder))
    assert pack_folder("en") == folder
    assert "uk" in languages()


@pytest.mark.usefixtures("fresh")
def test_a_folder_without_a_pack_file_is_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fi").mkdir()
    monkeypatch.setenv("REPORTEDLY_PACKS", str(tmp_path))
    assert "fi" not in languages()


def test_only_true_and_false_are_truth_values(tmp_path: Path) -> None:
    path = write(tmp_path / "words.yml", "words: [no, on, yes, off, 'true']\nlent: true\n")
    assert read_yaml(path, Words) == Words(words=("no", "on", "yes", "off", "true"), lent=True)


def test_an_empty_file_has_the_defaults(tmp_path: Path) -> None:
    assert read_yaml(write(tmp_path / "words.yml", ""), Words) == Words()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wrods: [a]", "wrods"),
        ("words: {a: b}", "words"),
        ("words: [a", "not YAML"),
        ("lent: [1]\nwrods: []", "2 problems"),
    ],
)
def test_a_broken_file_names_its_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PackError, match=message) as raised:
        read_yaml(write(tmp_path / "words.yml", text), Words)
    assert "words.yml" in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.yml: no such file"):
        read_yaml(tmp_path / "none.yml", Words)


def test_a_file_is_read_once() -> None:
    assert load_part("en", "pack", PackInfo) is load_part("en", "pack", PackInfo)


def test_a_pack_file_is_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Words().lent = True


def test_cells_are_stripped(tmp_path: Path) -> None:
    assert list(read_table(write(tmp_path / "t.csv", "a,b\n x , y \n"))) == [{"a": "x", "b": "y"}]


@pytest.mark.parametrize("row", ["1", "1,2,3"])
def test_a_row_of_another_length_is_an_error(tmp_path: Path, row: str) -> None:
    with pytest.raises(PackError, match=r"t\.csv:3: 2 cells expected"):
        list(read_table(write(tmp_path / "t.csv", f"a,b\n1,2\n{row}\n")))


def test_entry_points_bring_packs(monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    class Entry:
        name = "fi"
        value = "reportedly.packs"

    del fresh
    monkeypatch.setattr(load, "entry_points", lambda *, group: [Entry()] if group == "reportedly.packs" else [])
    assert pack_folder("fi") == BUILT_IN
