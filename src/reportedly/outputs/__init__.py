"""From readings to what people and programs take away; every module makes one format and reads nothing but model types.

`gold` is the interchange format of GUIDE.md, `record` everything we know as JSON, `tabular` a row a claim, `table` the terminal.
"""
