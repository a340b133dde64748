"""Create the site: `bin/instance run scripts/create_site.py yes|no` (with or without demo content)."""

from bluegether.policy import site
from pathlib import Path
import os
import sys


var = Path(os.environ["BLUEGETHER_VAR"])
site.create(app, demo=sys.argv[-1] == "yes", var=var)  # noqa: F821 (`app` is what `bin/instance run` gives)
