"""Which language a line is written in: script first, then letters that only one language has, then letter statistics.

A *script* is Latin, Cyrillic or other. Letters come from the packs (`alphabet`, `own` in `wording.yml`); where they do not decide,
py3langid (Barbaresi 2022, after Lui & Baldwin 2012), restricted to the installed packs and languages that are common on news pages.
"""

import re
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from reportedly.page.words import wordings

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
CYRILLIC = re.compile(r"[Ѐ-ԯ]")
LETTER = re.compile(r"[^\W\d_]")
COMMON_LATIN = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "ro",
    "hu",
    "tr",
    "sv",
    "no",
    "da",
    "fi",
    "et",
    "lv",
    "lt",
    "hr",
    "sl",
    "az",
    "id",
    "vi",
)
COMMON_CYRILLIC = ("uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "mn")
COMMON_OTHER = ("ar", "fa", "he", "el", "hy", "ka", "zh", "ja", "ko", "hi", "ur", "th", "am", "ps")
MIN_LETTERS = 12
"""Letters below which statistics say nothing; found on headlines of the RUWA set, where shorter ones were guessed wrong in 1 of 4."""
MIN_PRIOR_LETTERS = 5
"""Letters from which a line that could be in the page's language is taken for it."""
SURE_LETTERS = 25
"""Letters from which a Latin line is taken for another language than the page's on statistics alone; goes with `SURE`."""
SURE = 0.9
CYRILLIC_SHARE = 0.3
"""Share of Cyrillic letters from which a line with many Latin names is Cyrillic: designations and media names stay Latin there."""
SAMPLE = 2000
"""Code points of a line that are looked at: more never changed the answer."""


def script_of(text: str) -> str:
    """Say which script a text is written in: `latin`, `cyrillic`, `other`, or the empty string where it has no letters."""
    sample = text[:SAMPLE]
    letters, latin, cyrillic = len(LETTER.findall(sample)), len(LATIN.findall(sample)), len(CYRILLIC.findall(sample))
    if not letters:
        return ""
    if cyrillic >= CYRILLIC_SHARE * letters:
        return "cyrillic"
    return "latin" if latin * 2 >= letters else "other"


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    """Load the model of py3langid for a choice of languages, once."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in codes if code in set(identifier.labels)])
    return identifier


def guess(text: str, codes: tuple[str, ...]) -> tuple[str, float]:
    """Guess among `codes` by letter statistics; returns the language and a probability in [0, 1]."""
    language, probability = _identifier(codes).classify(text[:SAMPLE])
    return str(language), float(probability)


def read_language(text: str, prior: str | None = None) -> str | None:
    """Read the language of a line, leaning to the page's language `prior` where nothing speaks against it.

    Returns: ISO 639-1, or None where the line is too short or has no letters to tell.
    """
    script = script_of(text)
    if not script:
        return None
    if script == "cyrillic":
        return _read_cyrillic(text, prior)
    letters = len(LETTER.findall(text[:SAMPLE]))
    if script == "other":
        return guess(text, COMMON_OTHER)[0]
    return _read_latin(text, letters, prior)


def _read_cyrillic(text: str, prior: str | None) -> str | None:
    """Count letters that only one installed language has; statistics decide among the rest."""
    sample = text[:SAMPLE].lower()
    counts = Counter(CYRILLIC.findall(sample))
    known = {code: pack for code, pack in wordings().items() if CYRILLIC.match(pack.alphabet)}
    total = sum(counts.values())
    fits = {code: total - sum(counts[letter] for letter in pack.alphabet) for code, pack in known.items()}
    owned = {code: sum(counts[letter] for letter in pack.own) for code, pack in known.items()}
    foreign = sum(count for letter, count in counts.items() if not any(letter in pack.alphabet for pack in known.values()))
    if foreign and foreign * 50 >= total:
        return guess(text, tuple(code for code in COMMON_CYRILLIC if code not in known or not fits[code]))[0]
    best = max(owned, key=lambda code: (owned[code], -fits[code]), default=None)
    if best is not None and owned[best] > max((n for code, n in owned.items() if code != best), default=0):
        return _confirmed(text, best, total) if len(set(known[best].own) & counts.keys()) == 1 else best
    if prior in known and total < SURE_LETTERS * 2:
        return prior if total >= MIN_PRIOR_LETTERS else None
    return guess(text, COMMON_CYRILLIC)[0] if total >= MIN_LETTERS else None


def _confirmed(text: str, language: str, letters: int) -> str:
    """Ask statistics whether a single telling letter tells right: neighbours share it (the hard sign is Bulgarian too)."""
    if letters < SURE_LETTERS:
        return language
    other, probability = guess(text, COMMON_CYRILLIC)
    return other if probability >= SURE and other not in wordings() else language


def _read_latin(text: str, letters: int, prior: str | None) -> str | None:
    """Let statistics speak; against the page's own language only where they are sure."""
    if letters < MIN_LETTERS:
        return None
    language, probability = guess(text, COMMON_LATIN)
    if prior not in COMMON_LATIN or language == prior:
        return language
    sure = letters >= SURE_LETTERS and probability >= SURE
    return language if sure else prior


def page_language(lines: list[str]) -> str | None:
    """Read the language of the article: that of most letters among the longer lines.

    Returns: ISO 639-1, or None where no line has enough letters.
    """
    weights: Counter[str] = Counter()
    for line in sorted(lines, key=len, reverse=True)[:40]:
        language = read_language(line)
        if language is not None:
            weights[language] += min(len(line), SAMPLE)
    return weights.most_common(1)[0][0] if weights else None
