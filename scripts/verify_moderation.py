"""Verify the log of moderation: `bin/instance run scripts/verify_moderation.py [site id]`.

Exit code 0: whole; 1: altered, with each fault on a line.
"""

from bluegether.core.moderation import api as moderation
from zope.component.hooks import setSite
import sys


site_id = sys.argv[-1] if not sys.argv[-1].endswith(".py") else "bluegether"
site = app.unrestrictedTraverse(site_id)  # noqa: F821 (`app` is what `bin/instance run` gives)
setSite(site)
found = moderation.verify()
for problem in found.problems:
    print(f"record {problem.seq}: {problem.kind}")
print(f"{found.count} records, head {found.head}: {'whole' if found.whole else 'ALTERED'}")
sys.exit(0 if found.whole else 1)
