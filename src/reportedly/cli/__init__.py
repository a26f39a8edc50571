"""The command line, one file a command group: each command parses what it was given, calls one function, and prints.

`main` joins the commands and turns errors into exit statuses; `output` writes to the terminal or a pipe; `options` holds what commands share.
"""
