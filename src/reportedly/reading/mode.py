"""Mode: by which kind of bargain (GUIDE.md, "Item, designation, quantity, mode")."""

from reportedly.model.claim import Mode
from reportedly.packs.schema import CueWords
from reportedly.reading.context import SentenceContext
from reportedly.reading.events import Event
from reportedly.reading.items import Item


def read_mode(context: SentenceContext, cues: CueWords, event: Event, item: Item) -> tuple[Mode, str]:
    """The mode of an event and the rule that gave it: technology is licensed, else the frame tells, else a word of the sentence."""
    if item.category == "technology":
        return "licence", "technology"
    if event.mode != "unspecified":
        return event.mode, "frame"
    lower = f" {context.quote.text.lower()} "
    for phrase, mode in cues.mode_cues.items():
        if f" {phrase}" in lower and mode != "unspecified":
            return mode, f"cue {phrase!r}"
    return "unspecified", "nothing says"
