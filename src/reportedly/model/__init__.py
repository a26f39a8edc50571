"""The words of the field as frozen types; nothing here imports anything else of ours.

Pages (`page`), places in their text (`quote`), claims (`claim`), times (`when`), numbers (`quantity`), parties (`party`),
ids from content (`ids`) and the one error tree (`errors`).
"""
