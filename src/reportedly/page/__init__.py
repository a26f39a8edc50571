"""From the bytes of a source to a `Page`: text, one role for each line, language, date, outlet, and the media it credits.

Order: `decode` (bytes to text) -> `html` (markup to lines, with what the markup says about the page) -> `language` -> `roles` (with the
facts about each line from `blocks`) -> `date`, `outlet`, `cites`. `build` puts them together. `words` holds the phrases of all
installed packs, compiled; nothing here contains a word of any language.
"""
