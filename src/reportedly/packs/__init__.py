"""Languages and reference facts as data: everything that is said in words of a language stands here and nowhere else.

`load` finds and validates a pack's files against the schemas beside it; `reference/` holds what is true in every language
(weapon types, makers, outlets, parties).
"""
