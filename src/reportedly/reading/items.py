"""Items: the words of a sentence that name goods of a transfer.

Vocabulary: a *head noun* names a kind ("missiles"), a *designation* a type ("Su-35"), a *part* makes a component ("drone engines"), a
*unit* counts a type ("Patriot batteries"), a *bearer* is the event after the goods ("missile shipments"), a *pronoun* stands for goods
named before. Order: head nouns and designations -> join what stands together -> parts of weapons -> origin -> quantity -> pronouns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from reportedly.model.claim import Category
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.packs.load import load_part
from reportedly.packs.schema import ItemWords
from reportedly.reading.inflect import dictionary_form
from reportedly.reading.systems import System, SystemMention
from reportedly.reading.tree import Token, Tree

PART_GAP = 4
"""Words at most between a part and its weapon that are quoted as one ("engines for Shahed-type drones")."""
CLOSING = {"«": "»", "„": "“", "“": "”"}
"""Quotation marks that close what a name's first one opened."""
LONGEST = 5
"""Words of the longest head noun in a pack."""
OWN_CATEGORY = frozenset({"component", "technology", "ammunition", "sensor"})
"""Head nouns of these categories keep them beside a designation ("F-16 engines"); others take the type's ("Patriot missiles")."""
TELLING = frozenset({"uav", "aircraft", "helicopter", "armour", "ship", "missile", "small-arms", "artillery", "sensor"})
"""Head nouns of these categories tell another type of the same name apart ("Viper helicopters" are no jets)."""
LAUNCHERS = frozenset({"air-defence", "artillery", "small-arms", "ammunition"})
"""Types whose missiles and launchers share their name and category."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "VERB", "SYM", "ADV"})


@dataclass(frozen=True, slots=True)
class Item:
    """Goods named in a sentence.

    `head` is the index of its head token; `designation` and `system` are None for a bare kind; `general` marks words that stand for
    something named before ("the system"); `origin` is the party an adjective or compound gives ("Iranian drones"), `origin_says` what it says.
    """

    quote: Quote
    head: int
    category: Category
    designation: str | None = None
    system: System | None = None
    general: bool = False
    pronoun: bool = False
    origin: str | None = None
    origin_says: str = "origin"
    quantity: Quantity | None = None
    tokens: frozenset[int] = field(default=frozenset())


@cache
def head_nouns(language: str) -> dict[str, Category]:
    """Head nouns of a pack by their words in lower case, hyphens as spaces."""
    words = load_part(language, "items", ItemWords)
    return {form: category for category, nouns in words.kinds.items() for noun in nouns for form in _written(noun, language)}


@cache
def _not_items(language: str) -> frozenset[str]:
    return frozenset(form for words in load_part(language, "items", ItemWords).not_items for form in _written(words, language))


def _written(words: str, language: str) -> tuple[str, ...]:
    """How a phrase of the pack is compared: as it stands, and with every word in its dictionary form."""
    return _flat(words), _flat(dictionary_form(words, language))


def _flat(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def find_items(text: str, tree: Tree, systems: Sequence[SystemMention], language: str, *, believed: bool) -> list[Item]:
    """Find the goods named in one sentence, in order. `systems` are the types named in it; `believed`: unsafe names count as well."""
    words = load_part(language, "items", ItemWords)
    kinds = _kinds(tree, language)
    named = [each for each in _named(tree, systems) if believed or not each[2].unsafe or _anchored(tree, each, kinds, words)]
    items = _joined(text, tree, kinds, named, language)
    return sorted(_unloaded(_with_parts(items, tree, text, words), tree, words), key=lambda item: item.quote.start)


def _unloaded(items: list[Item], tree: Tree, words: ItemWords) -> list[Item]:
    """Leave out what only carries the goods ("a ship with tanks")."""
    loads = {child.head for item in items if (child := tree.tokens[item.head]).case in words.loaded and child.rel == "nmod"}
    return [item for item in items if item.head not in loads]


def _kinds(tree: Tree, language: str) -> list[tuple[int, int, Category]]:
    """Token ranges [first, last] of head nouns, longest first, without overlaps."""
    nouns, barred = head_nouns(language), _not_items(language)
    singular_barred = frozenset(load_part(language, "items", ItemWords).plural_only)
    general = frozenset(load_part(language, "items", ItemWords).generic)
    found: list[tuple[int, int, Category]] = []
    taken: set[int] = set()
    tokens = tree.tokens
    for size in range(LONGEST, 0, -1):
        for first in range(len(tokens) - size + 1):
            run = range(first, first + size)
            if (
                taken.intersection(run)
                or tokens[first + size - 1].pos not in NOMINAL
                or (size > 1 and tokens[first + size - 1].pos == "VERB")
            ):
                continue
            if size == 1 and tokens[first].lower in singular_barred:
                continue
            if any(_flat(form) in barred for form in _forms(tokens, first, size)):
                taken.update(run)
                continue
            match = next((nouns[form] for form in map(_flat, _forms(tokens, first, size)) if form in nouns), None)
            if match is None and size == 1 and tokens[first].lemma in general and tokens[first].pos == "NOUN":
                match = "arms"
            if match is not None and not (size == 1 and tokens[first].pos in {"VERB", "ADJ", "ADV"}):
                found.append((first, first + size - 1, match))
                taken.update(run)
    return found


def _forms(tokens: Sequence[Token], first: int, size: int) -> set[str]:
    run = tokens[first : first + size]
    before = [token.lower for token in run[:-1]]
    last = run[-1]
    found = {" ".join([*before, last.lemma]), " ".join([*before, last.lower]), " ".join(token.lemma for token in run)}
    if size == 1 and "-" in last.lemma and "Head=First" in last.feats:
        found.add(last.lemma.split("-")[0])
    return found


def _named(tree: Tree, systems: Sequence[SystemMention]) -> list[tuple[int, int, SystemMention]]:
    found = []
    for mention in systems:
        inside = tree.at(mention.start, mention.end)
        if inside:
            found.append((inside[0].i, inside[-1].i, mention))
    return found


def _joined(
    text: str,
    tree: Tree,
    kinds: list[tuple[int, int, Category]],
    named: list[tuple[int, int, SystemMention]],
    language: str,
) -> list[Item]:
    """Join a designation with the head noun or unit that stands beside it; the rest stand alone."""
    words = load_part(language, "items", ItemWords)
    items, used = [], set()
    for first, last, mention in named:
        noun = _noun_after(tree, last, kinds, words) or _noun_before(tree, first, kinds)
        low, high, category, other = first, last, mention.system.category, False
        if noun is not None:
            used.add(noun[0])
            low, high = min(low, noun[0]), max(high, noun[1])
            if noun[2] in OWN_CATEGORY and category != "air-defence":
                category = noun[2]
            elif (
                noun[2] is not None and noun[2] not in {category, "arms"} and not (noun[2] == "missile" and category in LAUNCHERS)
            ):
                fitting = next((system for system in mention.others if system.category == noun[2]), None)
                if fitting is not None:
                    mention = replace(mention, system=fitting)
                    category = fitting.category
                elif mention.unsafe and noun[2] in TELLING:
                    category, other = noun[2], True
        item = _item(text, tree, low, high, category, mention)
        items.append(replace(item, system=None) if other else item)
    for first, last, category in kinds:
        if first not in used and not any(low <= first <= high for low, high, _ in named):
            general = (
                first == last
                and tree.tokens[last].lemma in words.generic
                and _flat(tree.tokens[last].lemma) not in head_nouns(language)
            )
            items.append(replace(_item(text, tree, first, last, category, None), general=general))
    return items


def _anchored(
    tree: Tree, named: tuple[int, int, SystemMention], kinds: list[tuple[int, int, Category]], words: ItemWords
) -> bool:
    """Say whether a head noun, a unit or a number beside a name makes it goods."""
    first, last, _ = named
    noun = _noun_after(tree, last, kinds, words) or _noun_before(tree, first, kinds)
    return noun is not None or _counted(tree, first)


def _counted(tree: Tree, first: int) -> bool:
    """A number or plural ending beside an unsafe name makes it goods."""
    token = tree.tokens[first]
    return (first > 0 and tree.tokens[first - 1].pos == "NUM") or token.lower.endswith("s")


def _noun_after(
    tree: Tree, last: int, kinds: list[tuple[int, int, Category]], words: ItemWords
) -> tuple[int, int, Category | None] | None:
    """A head noun, unit or part within three words to the right, with only modifiers between."""
    for at in range(last + 1, min(last + 5, len(tree.tokens))):
        for first, end, category in kinds:
            if first == at:
                return first, end, category
        token = tree.tokens[at]
        if token.lemma in words.units:
            return at, at, None
        if (
            token.pos not in {"ADJ", "NOUN", "PROPN", "PUNCT", "NUM"}
            or token.text in {",", ";", ":", "(", "."}
            or token.lemma in words.bearers
        ):
            return None
    return None


def _noun_before(tree: Tree, first: int, kinds: list[tuple[int, int, Category]]) -> tuple[int, int, Category] | None:
    """A head noun right before a designation ("howitzers M1989"), quotes aside; articles and commas part them."""
    at = first - 1
    while at >= 0 and tree.tokens[at].pos == "PUNCT" and tree.tokens[at].text not in {",", ";", ":", "(", ")", "."}:
        at -= 1
    return next(((low, high, category) for low, high, category in kinds if high == at), None)


def _item(text: str, tree: Tree, low: int, high: int, category: Category, mention: SystemMention | None) -> Item:
    start, end = tree.tokens[low].start, tree.tokens[high].end
    head = tree.head_of(start, end)
    if text[end : end + 1] == CLOSING.get(next((mark for mark in text[start:end] if mark in CLOSING), "")):
        end += 1
    return Item(
        quote=Quote.of(text, start, end),
        head=head.i if head else high,
        category=category,
        designation=None if mention is None else mention.name,
        system=None if mention is None else mention.system,
        tokens=frozenset(range(low, high + 1)),
    )


def _with_parts(items: list[Item], tree: Tree, text: str, words: ItemWords) -> list[Item]:
    """A part before or after a weapon makes one component with the weapon's designation ("engines for Shaheds")."""
    kept = list(items)
    for item in items:
        head = tree.tokens[item.head]
        if item.category != "component" and head.lemma not in words.parts:
            continue
        whole = next(
            (other for other in kept if other is not item and other.category != "component" and _whole_of(tree, head, other)),
            None,
        )
        if whole is None:
            continue
        low, high = min(item.tokens | whole.tokens), max(item.tokens | whole.tokens)
        apart = high - low - len(item.tokens) - len(whole.tokens) > PART_GAP
        joined = replace(
            item,
            category="component",
            designation=item.designation or whole.designation,
            system=item.system or whole.system,
            quote=item.quote if apart else Quote.of(text, tree.tokens[low].start, tree.tokens[high].end),
            tokens=item.tokens | whole.tokens,
        )
        kept = [other for other in kept if other is not whole and other is not item] + [joined]
    return kept


def _whole_of(tree: Tree, part: Token, other: Item) -> bool:
    token = tree.tokens[other.head]
    return token.head == part.i and (
        token.rel in {"compound", "amod", "nmod:poss"} or (token.rel == "nmod" and abs(token.i - part.i) < 6)
    )
