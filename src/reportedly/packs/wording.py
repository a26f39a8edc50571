"""Schema of `wording.yml`: the words by which the page stage tells an article from what stands around it.

A *phrase* is matched without regard to case, as whole words. `*` stands for any word ending ("subscri*"), ` .. ` for up to
five words between ("cut .. length"); a blank matches any run of blanks. Phrases of all installed packs apply to every page, since
pages mix languages: an English article may carry a Ukrainian cookie notice.
"""

from pydantic import Field

from reportedly.packs.load import PackFile


class Furniture(PackFile):
    """Words of menus, notices and bylines: lines that are no part of any story."""

    start: tuple[str, ...] = ()
    """Phrases with which such a line begins."""
    anywhere: tuple[str, ...] = ()
    """Phrases that give such a line away wherever they stand in it."""
    only: tuple[str, ...] = ()
    """Words that such a line wholly consists of, one or several ("Share | Print")."""
    edge: tuple[str, ...] = ()
    """Phrases that count only above the headline and below the end of the article, since articles use them too."""
    byline: tuple[str, ...] = ()
    """Words before the names of authors ("by", "words:")."""
    networks: tuple[str, ...] = ()
    """Names of social networks and messengers; two in a short line are a row of buttons."""


class Teasing(PackFile):
    """Words of stubs of other stories."""

    start: tuple[str, ...] = ()
    """Phrases with which a stub begins ("read also", "in English:")."""
    heading: tuple[str, ...] = ()
    """Whole lines over a list of stubs ("Other news")."""
    end: tuple[str, ...] = ()
    """Phrases with which a cut-off stub ends ("read more")."""
    label: tuple[str, ...] = ()
    """Labels that open a stub below the end of the article only ("Opinion:", "Video:")."""


class Captions(PackFile):
    """Words of captions under pictures."""

    start: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    """Words that begin a credit after the caption's sentence ("Photo", "Photo by")."""


class DateWords(PackFile):
    """Words of dates."""

    months: tuple[tuple[str, ...], ...] = Field(min_length=12, max_length=12)
    """For each month the phrases that name it, January first ("january", "jan")."""
    weekdays: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    """Words for today and yesterday, as they stand beside a time of day on stubs."""


class MediaWords(PackFile):
    """Words by which a page credits the media it takes its news from."""

    nouns: tuple[str, ...] = ()
    """What a medium is ("newspaper", "channel", "news agency"), in every form that can stand before or after its name."""
    loose: tuple[str, ...] = ()
    """The same for words that also name what is no medium ("agency", "site"): an unknown name beside them needs a cue on its other side."""
    names: tuple[str, ...] = ()
    """Words that occur inside the names of media and mark an unknown name as one ("Times", "TV")."""
    prints: tuple[str, ...] = ()
    """Verbs that in retelling mode only media do ("writes", "reports"); they give even an unknown name away."""
    verbs: tuple[str, ...] = ()
    """Verbs whose subject, in a retelling, is a medium ("reports", "writes")."""
    told: tuple[str, ...] = ()
    """Phrases between a speaker and the medium he spoke to ("told", "in an interview with")."""
    credit: tuple[str, ...] = ()
    """Phrases before the medium whose report is retold ("according to", "citing")."""
    particles: tuple[str, ...] = ()
    """Words written small inside a medium's name that mark a name as one ("della")."""
    endings: tuple[str, ...] = ()
    """Case endings of names, where the language declines them."""
    skip: tuple[str, ...] = ()
    """Words that may stand between a cue and the name ("the", "Swedish"); a `*` stands for any ending."""
    research: tuple[str, ...] = ()
    """Words in a name that make it an institute, not a medium; the lexicon's rows with such a word are no media either."""
    bodies: tuple[str, ...] = ()
    """Words in a name that make it a parliament, court or authority ("committee"): speakers tell them things as they tell media."""
    definite: tuple[str, ...] = ()
    """Articles before the name of an organisation that no person's name has ("the")."""
    indefinite: tuple[str, ...] = ()
    """Articles before a name that is only an adjective ("a Riga daily")."""
    silent: tuple[str, ...] = ()
    """Phrases after a medium's name where it is spoken of and not credited ("reporter was killed")."""
    silent_before: tuple[str, ...] = ()
    """The same before its name ("worked for")."""
    others: tuple[str, ...] = ()
    """Names that stand where media stand but are none: social networks, offices, parliaments."""


class Wording(PackFile):
    """`wording.yml`: all words of the page stage in one language."""

    alphabet: str
    """Every small letter with which the language is written."""
    own: str = ""
    """Small letters that none of the languages usually confused with it uses."""
    furniture: Furniture = Furniture()
    teasing: Teasing = Teasing()
    captions: Captions = Captions()
    dates: DateWords
    media: MediaWords = MediaWords()
