"""From files, folders and standard input to raw pages: nothing here decides what a page says.

Order: `files` finds the inputs and opens them (compressed or not) -> by what the content is, one page or, through `jsonl`, a collection.
What cannot be read becomes a `Failure` with its reason and what to do next; the other inputs are still read.
"""
