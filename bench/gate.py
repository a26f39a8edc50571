"""The quality gate: measure the reader on gold and refuse a drop.

A *set* is a group of gold files, a *floor* the F1 below which a measure of a language must not fall; `floors.json` holds the floors and the digest
of the gold that they were measured on. Order: gold of each set -> read and score -> table -> compare with the floors. Blind gold is only scored.

    python -m bench.gate [--gold FOLDER]                 measure, and fail where a figure fell
    python -m bench.gate --repin [--accept-drop]         write the figures as the new floors; lower one only when asked by name
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from reportedly.api import read_all
from reportedly.measure.documents import load_gold, make_run
from reportedly.measure.scores import score_languages
from reportedly.model.reading import Reading
from reportedly.outputs.gold import gold_document

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
GOLD = HERE.parent.parent / "shared" / "gold"
SAMPLES = HERE.parent / "samples" / "expected.jsonl"
SETS = {"seed": ("seed.jsonl",), "dev": ("dev/*.jsonl",), "blind": ("blind/*.jsonl",)}
NOISE = 0.002
"""Fall of an F1 that counts as none: parsers may round otherwise on another processor."""
MAIN = ("claim core", "claim core+certainty", "slots together", "slot sources", "page article text", "page cites")

Figures = dict[str, dict[str, float]]
"""F1 by language and measure."""


class FloorLowered(Exception):  # noqa: N818 - what happened, not what went wrong
    """Some floor would fall; the message names each."""


def gold_files(folder: Path) -> dict[str, list[Path]]:
    """List the files of each set that is there; the samples of the repository always are."""
    found = {name: sorted(path for pattern in patterns for path in folder.glob(pattern)) for name, patterns in SETS.items()}
    return {name: paths for name, paths in ({"samples": [SAMPLES]} | found).items() if paths and paths[0].is_file()}


def digest(paths: Sequence[Path]) -> str:
    """Tell one state of the gold from another."""
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def measure(paths: Sequence[Path]) -> Figures:
    """Read the gold's texts and score them."""
    gold = load_gold(paths)
    run = make_run([gold_document(one) for one in read_all(paths) if isinstance(one, Reading)], gold)
    languages = score_languages(gold, run)
    return {
        code: {name: tally.row()["f1"] for name, tally in sorted(scores.items()) if tally.gold}
        for code, scores in languages.items()
    }


def drops(floors: Mapping[str, Mapping[str, float]], measured: Figures) -> list[str]:
    """Name each measure that fell below its floor by more than `NOISE`."""
    return [
        f"{code} {name}: {measured.get(code, {}).get(name, 0.0):.3f}, floor {floor:.3f}"
        for code, measures in floors.items()
        for name, floor in measures.items()
        if measured.get(code, {}).get(name, 0.0) < floor - NOISE
    ]


def repin(floors: Mapping[str, Mapping[str, float]], measured: Figures, *, accept_drop: bool = False) -> Figures:
    """Make new floors of what was measured.

    Raises: FloorLowered: a floor would fall, and nobody asked for that.
    """
    lowered = drops(floors, measured)
    if lowered and not accept_drop:
        raise FloorLowered("; ".join(lowered))
    return measured


def table(sets: Mapping[str, Figures]) -> Iterator[str]:
    """Lay the main figures out in Markdown, F1 in each cell."""
    yield f"| set | language | {' | '.join(MAIN)} |"
    yield f"|---|---|{'---:|' * len(MAIN)}"
    for name, languages in sets.items():
        for code, measures in languages.items():
            cells = (f"{measures[one]:.2f}" if one in measures else "-" for one in MAIN)
            yield f"| {name} | {code} | {' | '.join(cells)} |"


def compare(
    pinned: Mapping[str, dict[str, object]], measured: Mapping[str, Figures], files: Mapping[str, list[Path]]
) -> list[str]:
    """Say what fell, set by set; a set whose gold is another one than that of its floors must be pinned anew."""
    troubles = []
    for name, figures in measured.items():
        floor = pinned.get(name)
        if floor is None or floor["digest"] != digest(files[name]):
            troubles.append(f"{name}: the floors were not measured on this gold; pin them anew with --repin")
        else:
            troubles += [f"{name}: {one}" for one in drops(floor["f1"], figures)]  # type: ignore[arg-type]  # written by `pin`
    return troubles


def pin(path: Path, measured: Mapping[str, Figures], files: Mapping[str, list[Path]], *, accept_drop: bool) -> None:
    """Write new floors for the sets that were measured; other sets keep theirs.

    Raises: FloorLowered: see `repin`.
    """
    pinned = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for name, figures in measured.items():
        now = digest(files[name])
        same = name in pinned and pinned[name]["digest"] == now
        pinned[name] = {"digest": now, "f1": repin(pinned[name]["f1"] if same else {}, figures, accept_drop=accept_drop)}
    path.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; returns the exit status: 0, or 1 where a figure fell."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the gold (default: ../shared/gold)")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--repin", action="store_true", help="write the figures as the new floors")
    parser.add_argument("--accept-drop", action="store_true", help="with --repin: let floors fall")
    options = parser.parse_args(arguments)
    files = gold_files(options.gold)
    for name in SETS.keys() - files.keys():
        print(f"{name}: no gold at {options.gold}, not measured", file=sys.stderr)
    measured = {name: measure(paths) for name, paths in files.items()}
    print("\n".join(table(measured)))
    if options.repin:
        try:
            pin(options.floors, measured, files, accept_drop=options.accept_drop)
        except FloorLowered as lowered:
            print(f"not pinned: {lowered}. To let them fall: --accept-drop", file=sys.stderr)
            return 1
        return 0
    troubles = compare(json.loads(options.floors.read_text(encoding="utf-8")), measured, files)
    print("\n".join(troubles), file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
