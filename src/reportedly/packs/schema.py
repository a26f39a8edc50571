"""Schemas of the files of a pack that the reading stage uses (docs/how-to/add-a-language.md explains every key).

`pack.yml` says what the language is and how it is parsed; `items.yml` lists head nouns for kinds of weapons; `frames.yml` the words that name
an event of a transfer and who stands where beside them; `cues.yml` modality, polarity and back-reference; `sources.yml` who speaks.
"""

from typing import Literal

from reportedly.model.claim import Category, Certainty, Mode, SourceKind, Stage
from reportedly.packs.load import PackFile

WordClass = Literal["verb", "noun", "adj", "phrase"]
Role = Literal["supplier", "recipient"]
STRUCTURAL = frozenset({"subject", "object", "indirect", "agent", "owner", "adjective", "compound"})
"""Names of grammatical places; any other place in a frame is an adposition (or case) of the language."""


class PackInfo(PackFile):
    """`pack.yml`: the language, its parser and its sentence conventions."""

    language: str
    name: str
    parser: str
    """`spacy:PACKAGE`, `morph:DICTIONARY` (rules over a dictionary of forms, see `grammar.yml`), or `plain` for a language without a parser."""
    lemmas: dict[str, str] = {}
    """Lemmas that the parser gets wrong, by word in lower case."""
    stand_ins: dict[str, str] = {}
    """Words the parser is shown instead of names, by kind of party name; `system` and `systems` for designations."""
    home: str | None = None
    """The state that "we" means where a page speaks in its own voice and its outlet's name does not tell."""
    abbreviations: list[str] = []
    """Words with a full stop after which a sentence goes on ("Gen.")."""
    articles: list[str] = []
    possessives: list[str] = []
    """Endings that make a name an owner ("'s")."""


class ItemWords(PackFile):
    """`items.yml`: head nouns by category; several words match as a sequence of lemmas, the longest first."""

    kinds: dict[Category, list[str]]
    parts: list[str]
    """Nouns for a part of a weapon: with a weapon before or after them they make a `component`."""
    units: list[str] = []
    """Nouns that count a named weapon ("battery", "unit"): they keep its category."""
    bearers: list[str] = []
    """Nouns for the event that follow a weapon ("missile shipment"): they end an item, never head it."""
    plural_only: list[str] = []
    """Head nouns that are goods in the plural alone ("parts", "arms")."""
    generic: list[str] = []
    """Nouns that stand for any weapon named before ("system", "type", "vehicle")."""
    origin: dict[str, Literal["origin", "delivery", "payer"]] = {}
    """Second halves of compounds with a state ("Iranian-made", "U.S.-supplied") and what they say."""
    pronouns: list[str] = []
    """Words that stand for a weapon named before ("them", "it", "ones")."""
    loaded: list[str] = []
    """Adpositions between what carries and what it carries ("a ship with tanks"): then the carrier is no goods."""
    not_items: list[str] = []
    """Phrases that look like items and are none ("missile strike", "drone attack")."""


GrammarCase = Literal["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"]


class Preposition(PackFile):
    """A preposition with its spellings (the first is its name in frames) and the cases it governs."""

    words: list[str]
    cases: list[GrammarCase]


class Grammar(PackFile):
    """`grammar.yml`: the closed classes of a language that is parsed by rules over a dictionary (`parser: morph:...`)."""

    prepositions: list[Preposition]
    nominal: list[str] = []
    """Prepositions that belong to the noun before them rather than to the verb."""
    demonstratives: list[str] = []
    """Words that stand for what was said before ("this"), where no noun follows that agrees."""
    accompanied: list[str] = []
    """Prepositions that with the instrumental belong to the noun before them ("a ship with arms")."""
    controllers: list[str] = []
    """Prepositions of who is to do what the infinitive says ("demand of X to ...")."""
    relatives: list[str]
    """Relative pronouns that agree with their noun."""
    relative_clauses: list[str] = []
    """Relative adverbs ("where")."""
    content: list[str]
    """Conjunctions that open what is said, thought or asked ("that", "whether")."""
    subordinators: list[str] = []
    """Conjunctions of other clauses ("if", "although")."""
    coordinators: list[str]
    negators: list[str]
    """Particles that negate the word after them."""
    predicatives: list[str] = []
    """Words that are the predicate of a clause without a subject ("there is no")."""
    conditional: list[str] = []
    """Particles of the conditional."""
    wishing: list[str] = []
    """Verbs whose conditional is only polite ("would like")."""
    copulas: list[str] = []
    reflexive: list[str] = []
    """Endings of reflexive verbs, which in the imperfective are passives of the verb without them."""
    report_marks: list[str] = []
    """Words before a verb of saying that make its clause an aside ("as ... reports")."""
    adverbs: list[str] = []
    """Adverbs that the dictionary takes for something else as well."""
    letters: dict[str, str] = {}
    """One Latin letter for each letter, for designations spelled letter by letter."""
    endings: list[str] = []
    """Case endings of names."""


class Frame(PackFile):
    """Words that name one event of a transfer, and who stands where beside them (written for the active voice)."""

    words: list[str]
    pos: WordClass
    stage: Stage
    ongoing: Stage | None = None
    """Stage in the progressive ("is delivering")."""
    operator: bool = False
    """True: the event is done to another event ("suspend deliveries"); its stage replaces the inner one's."""
    actor: Role | None = None
    """Which side a verb that governs this noun has as its subject ("order" is placed by the recipient)."""
    mode: Mode = "unspecified"
    certainty: Certainty = "CT+"
    particle: list[str] = []
    """The word must come with one of these ("hand" with "over")."""
    supplier: list[str] = []
    recipient: list[str] = []
    item: list[str] = []
    beneficiary: list[str] = []
    """Places of a third party that the goods are paid for: the payer then is the supplier, the mode is aid."""
    requires: list[Role] = []
    """Roles that the frame's own places must fill, or there is no event."""
    foreign: bool = False
    """True: read only when the sentence gives the goods an origin other than the recipient."""
    alone: bool = False
    """For frames with `over`: goods as their object make an event too ("announced military aid")."""
    subject_is: list[str] = []
    """Lemmas one of which must be the subject ("the package comprises")."""
    firm: bool = False
    """True: an approval of it is still this event (a package that is approved is an agreement)."""
    weak: bool = False
    """True: an everyday word; an item and a party must stand beside it in the sentence."""
    over: list[Stage] = []
    """For operators: the stages of inner events it can be done to; empty means any. With a list, an inner event is needed."""
    note: str = ""


class Frames(PackFile):
    """`frames.yml`."""

    frames: list[Frame]


class Embedder(PackFile):
    """Words that colour how sure the clause below them is."""

    words: list[str]
    certainty: Certainty
    pos: WordClass = "verb"


class CueWords(PackFile):
    """`cues.yml`: modality, polarity, questions and back-reference."""

    modals: dict[str, Certainty]
    adverbs: dict[str, Certainty]
    embedders: list[Embedder]
    plans: list[str] = []
    """Embedders of intention whose negation says that it is not so ("no plans to")."""
    negators: list[str]
    undecided: list[str]
    """Conjunctions that leave their clause open ("if", "whether")."""
    future: list[str] = []
    """Auxiliaries of the future."""
    infinitive: list[str] = []
    """Marks of the infinitive ("to")."""
    refusing: list[str] = []
    """Future and ability words whose negation by the giver is a refusal ("will", "can")."""
    together: list[str] = []
    """Words that add goods to goods without "and" ("together with")."""
    contrast: list[str] = []
    """Words that turn a negated list round ("no guns, but shells")."""
    both_sides: list[str] = []
    """Phrases for both sides of a war or deal ("either side", "both countries")."""
    both_parties: list[str] = []
    """Phrases for both parties of the deal under discussion ("both countries")."""
    we: list[str] = []
    """First person: the speaker's own side."""
    his_country: list[str] = []
    """Phrases for the speaker's or the last named country ("his country")."""
    mode_cues: dict[str, Mode] = {}
    """Words in the sentence that tell the mode whatever the verb says ("in exchange")."""
    domestic: list[str] = []
    """Words that mark a purchase from a state's own industry."""
    contextual: dict[str, list[str]] = {}
    """Words that mean the first of these parties that the page names otherwise ("the North")."""
    lead_in: list[str] = []
    """Endings of a line that opens a list of goods (":")."""
    object_control: list[str] = []
    """Adpositions before a verbal noun whose doer is the object of the verb above ("accuse Iran of supplying")."""
    report_nouns: list[str] = []
    """Nouns for what others report: who rejects it leaves two claims, the report's and the denial's."""
    denying: list[str] = []
    """Words that call a report untrue ("fake")."""
    denied_nouns: list[str] = []
    """Nouns for what another said ("accusation", "report"): denied or admitted, they stand for the last claim."""
    admitting: list[str] = []
    """Verbs whose speaker concedes what was said before."""
    including: list[str] = []
    """Words between an umbrella and its list ("including")."""
    headline_gap: list[str] = []
    """Marks between a headline's speaker and what he says (":")."""


class SourceNoun(PackFile):
    """Nouns that name a kind of source."""

    words: list[str]
    kind: SourceKind
    plural: SourceKind | None = None
    """Kind of the plural, where it differs."""


class SourceWords(PackFile):
    """`sources.yml`: who says so."""

    verbs: dict[str, Certainty]
    """Verbs of saying by lemma, and how sure their clause is thereby."""
    according: list[str]
    """Phrases before a source ("according to")."""
    back: list[str] = []
    """Phrases that point back to the last source by themselves ("by his own words")."""
    citing: list[str] = []
    """Phrases by which one source names its own, which is nearer the origin ("citing")."""
    nouns: list[SourceNoun]
    carriers: list[str] = []
    """Words that point back to the last source ("he", "the report")."""
    written_in: list[str] = []
    """Places of what something stands in, where a verb of saying has no subject ("it says in the letter")."""
    named: list[str] = []
    """Verbs whose object is whom the source told it ("tell")."""
