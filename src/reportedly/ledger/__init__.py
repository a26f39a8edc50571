"""The ledger: what pages claimed, kept for good, and what follows from it.

*Base* rows (pages, claims, failures, verdicts) are written once and never changed; *derived* rows (places, deals, states) follow from them
and can be thrown away and made again. Start at `ledger.py` (the Python interface), `store.py` (base rows), `derive.py` (derived rows).
"""
