"""Check the directory's index, or make it anew: `bin/instance run scripts/directory_index.py [--rebuild]`.

Exit code 0: it is what people's own records say; 1: it is not, with each difference on a line. `--rebuild` makes it
anew and saves it.
"""

from bluegether.core.directory import api as directory
from zope.component.hooks import setSite
import sys
import transaction


setSite(app.unrestrictedTraverse("bluegether"))  # noqa: F821 (`app` is what `bin/instance run` gives)
if "--rebuild" in sys.argv:
    print(f"{directory.rebuild()} people")
    transaction.commit()
found = directory.differences()
for difference in found:
    print(difference)
print("DIFFERENT" if found else "whole")
sys.exit(1 if found else 0)
