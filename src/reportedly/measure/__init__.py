"""How well pages are read, measured against gold in the fields of GUIDE.md.

Order: `documents` loads gold and a run (what a reader said of the same pages) -> `align` pairs their statements where the evidence overlaps ->
`scores` counts precision and recall, `confusion` which value was taken for which -> `compare` sets two runs side by side.
Precision, recall and F1 are in [0, 1]. The measures and their names are those of the project's reference scorer, figure for figure.
"""
