"""Hostile pages, made in code: each name says what is wrong with the page."""

PARAGRAPH = "<p>Sweden has handed over twelve howitzers to Ukraine, the ministry said on Monday.</p>"
HTML = {
    "nested ten thousand deep": "<html><body>" + "<div>" * 10_000 + PARAGRAPH * 3,
    "nested and never closed": "<div><b>" * 50_000 + "Sweden has handed over twelve howitzers. " * 3,
    "a million letters in one paragraph": "<html><body><p>" + "word " * 200_000 + "</p></body></html>",
    "nothing but a menu": "<html><body><ul>" + "<li><a href='/x'>Section</a></li>" * 2_000 + "</ul></body></html>",
    "open angle brackets": "<html><body>" + PARAGRAPH + "<" * 50_000,
    "ten thousand attributes": "<html><body " + "a='b' " * 10_000 + ">" + PARAGRAPH,
    "a title without end": PARAGRAPH + "<title>" + "x" * 200_000,
}
"""HTML pages that hold text."""
EMPTY_HTML = {
    "no body": "<html></html>",
    "scripts only": "<html><body><script>var page = 1;</script></body></html>",
    "headings without words": "<h1>" * 5_000,
}
PLAIN = {
    "a million letters in one line": "a" * 1_000_000,
    "a million words in capitals": "The Big Name Of " * 60_000,
    "parentheses": "(" * 300_000,
    "full stops": ". " * 300_000,
    "blanks": " " * 500_000 + "x",
    "dates": "May 12, " * 60_000,
    "menus": "Home | News | " * 40_000,
    "line ends": "\n" * 20_000 + "x",
    "quotation marks": '"' * 200_000,
    "addresses": "a." * 200_000 + "@",
}
"""Plain texts that a careless pattern takes hours for."""
