"""Create the site: `bin/instance run scripts/create_site.py yes|no` (with or without demo content)."""

from bluegether.policy import site
import sys


site.create(app, demo=sys.argv[-1] == "yes")  # noqa: F821 (`app` is what `bin/instance run` gives)
