"""From a page to its claims, without a word of any language: the words are in `packs/`.

Order: gate (which sentences) -> sentences -> typed spans (parties, systems, quantities, times) -> parse -> frames (events) ->
certainty -> attribution -> state of the page (who is meant) -> assemble (claims). `reader` walks a page through it.
"""
