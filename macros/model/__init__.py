"""What the base knows, as typed objects: no files, no HTML, no MkDocs.

felles: the five shared objects (Pastand, Tid, Belop, mangel, Organ). eksempel, kilde, lov …: the kinds of records.
base: Kunnskapsbase, all records by id. funn: a finding. innstillinger: settings of the place.
The definition of every field stands in data/skjema/; a test holds that the classes have the same fields.
"""

from macros.model.base import Kunnskapsbase, UkjentId
from macros.model.funn import Funn, Regel
from macros.model.innstillinger import Innstillinger, Lisens

__all__ = ["Funn", "Innstillinger", "Kunnskapsbase", "Lisens", "Regel", "UkjentId"]
