"""Morphology: the readings of a single word, in Universal Dependencies terms.

Vocabulary: a *reading* is one of the ways a form can be understood (lemma, part of speech, case, number, ...). Analyses come from
pymorphy3 and its dictionaries (grammemes of OpenCorpora, http://opencorpora.org/dict.php?act=gram), words they lack are guessed by
their endings. Order: dictionary tag -> part of speech and features -> lemma of the verb for participles. Words stand alone here;
which reading holds in a sentence is decided by `phrases`.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reportedly.model.errors import PackError

CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "voct": "Voc", "gen2": "Gen", "gen1": "Gen", "acc2": "Acc", "loc2": "Loc", "loc1": "Loc"}  # fmt: skip
"""Cases of the dictionaries and of Universal Dependencies."""
ALL_CASES = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})
CLASSES = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB",
    "NUMR": "NUM", "NUMB": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
"""Parts of speech of the dictionaries and of Universal Dependencies."""
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
RARE = 0.02
"""Readings less probable than this are left out (only dictionaries with frequencies tell)."""
CACHED = 60_000
"""Words whose readings are kept; a day of news in one language has fewer forms."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a form: UD part of speech, case ("" where it has none), number, gender, other UD features."""

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    animate: bool = False
    name: bool = False
    known: bool = True
    score: float = 1.0
    feats: frozenset[str] = frozenset()

    def has(self, feature: str) -> bool:
        """Say whether the reading has a feature ("Tense=Fut")."""
        return feature in self.feats


@cache
def analyser(dictionary: str) -> Any:
    """Load pymorphy3 with one dictionary, once.

    Raises: PackError: the analyser or the dictionary is not installed; the message names the extra.
    """
    try:
        import pymorphy3  # noqa: PLC0415 - pages in other languages need not pay for it

        return pymorphy3.MorphAnalyzer(lang=dictionary)
    except (ImportError, ValueError) as error:
        raise PackError(f"the dictionary for {dictionary!r} is not installed: pip install 'reportedly[{dictionary}]'") from error


@lru_cache(maxsize=CACHED)
def readings(form: str, dictionary: str) -> tuple[Reading, ...]:
    """Every reading of a form, the likeliest first; a form without letters or in another script has none.

    Raises: PackError: the dictionary is not installed.
    """
    if not form[:1].isalpha() or form[0].isascii():
        return ()
    found: dict[tuple[object, ...], Reading] = {}
    for parse in analyser(dictionary).parse(form):
        if parse.score < RARE and found:
            continue
        reading = _reading(parse, dictionary)
        if reading is not None:
            found.setdefault((reading.lemma, reading.pos, reading.case, reading.number, reading.gender, reading.feats), reading)
    return tuple(found.values())


def _reading(parse: Any, dictionary: str) -> Reading | None:
    grammemes = parse.tag.grammemes
    pos = CLASSES.get(str(parse.tag.POS))
    if pos is None:
        return None
    feats = _features(grammemes, str(parse.tag.POS))
    if "VerbForm=Part" in feats:
        pos = "VERB"
    case = next((CASES[grammeme] for grammeme in grammemes if grammeme in CASES), "")
    if not case and pos in {"NOUN", "ADJ", "PRON", "NUM"} and "Variant=Short" not in feats:
        case = "Nom"
    personal = bool({"pers", "1per", "2per", "3per", "anim", "inan"} & set(grammemes))
    if ("Apro" in grammemes and pos == "ADJ") or (pos == "PRON" and not personal):
        pos = "DET"
    gender = next((GENDERS[grammeme] for grammeme in grammemes if grammeme in GENDERS), "")
    number = "Plur" if "plur" in grammemes else "Sing" if "sing" in grammemes or gender else ""
    lemma = parse.normal_form
    if "VerbForm=Part" in feats and str(parse.tag.POS) == "ADJF":
        lemma = _verb_of(lemma, dictionary)
    return Reading(
        lemma, pos, case, number, gender if number != "Plur" else "", "anim" in grammemes, bool(NAMES & set(grammemes)), parse.is_known,
        float(parse.score), feats,
    )  # fmt: skip


def _features(grammemes: Any, pos: str) -> frozenset[str]:
    found = {f"Tense={TENSES[each]}" for each in grammemes if each in TENSES}
    participle = pos in {"PRTF", "PRTS"} or (pos == "ADJF" and "pssv" in grammemes)
    if participle:
        found |= {"VerbForm=Part", "Voice=Pass" if "pssv" in grammemes else "Voice=Act"}
    elif pos == "INFN" or "infn" in grammemes:
        found.add("VerbForm=Inf")
    elif pos == "GRND":
        found.add("VerbForm=Conv")
    elif "Impe" in grammemes and pos == "VERB":
        found |= {"VerbForm=Fin", "Voice=Pass", "Person=0"}
    elif pos == "VERB":
        found.add("VerbForm=Fin")
    if pos in {"PRTS", "ADJS"}:
        found.add("Variant=Short")
    if pos == "PRED":
        found.add("VerbForm=Pred")
    if "perf" in grammemes:
        found.add("Aspect=Perf")
    if "impf" in grammemes:
        found.add("Aspect=Imp")
    found |= {f"Person={each[0]}" for each in grammemes if each in {"1per", "2per", "3per"}}
    if "impr" in grammemes:
        found.add("Mood=Imp")
    return frozenset(found)


@lru_cache(maxsize=CACHED)
def _verb_of(participle: str, dictionary: str) -> str:
    """The verb of a passive participle that the dictionary lists as an adjective: that of its impersonal form, which ends in -o."""
    stem = participle[:-2]
    for parse in analyser(dictionary).parse(stem + "о"):
        if "Impe" in parse.tag.grammemes:
            return str(parse.normal_form)
    return participle


@lru_cache(maxsize=CACHED)
def lemmas(form: str, dictionary: str) -> frozenset[str]:
    """The form in lower case and every dictionary form it may belong to."""
    return frozenset({form.lower(), *(reading.lemma for reading in readings(form, dictionary))})
