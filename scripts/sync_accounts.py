"""Sync accounts with the HR file: `bin/instance run scripts/sync_accounts.py FILE [--apply] [--many] [--site ID]`.

Without --apply nothing changes: what would happen is printed. Exit code 0: every line could be done (or needs nothing);
1: some lines were left out, each named; 2: nothing was done at all.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import UnrestrictedUser
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people import api as people
from pathlib import Path
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.i18n import translate
from zope.interface import alsoProvides
import argparse
import sys
import transaction


ACTOR = "SIRH"
BATCH = 100  # lines between two commits: an interruption leaves whole lines, and the next run goes on


def say(message) -> str:
    """Return a message of the portal in English."""
    return translate(message, target_language="en")


class HrSystem(UnrestrictedUser):
    """Who acts: no account of the portal can have this user id, so what it did is told from what people did."""

    def getId(self) -> str:
        return ACTOR


def enter(app, site_id: str):
    """Enter the site as the HR system and return the site."""
    root = makerequest(app)
    alsoProvides(root.REQUEST, IBluegetherLayer)
    setRequest(root.REQUEST)
    site = root.unrestrictedTraverse(site_id)
    setSite(site)
    newSecurityManager(root.REQUEST, HrSystem(ACTOR, "", ["Manager"], []).__of__(site.acl_users))
    return site


def tell(item) -> None:
    """Print a line that is changed, waits or is refused."""
    details = [f"{name}: {old or '-'} -> {new or '-'}" for name, (old, new) in item.changes.items()]
    details += [f"{problem.column}: {say(problem.reason)}" for problem in item.problems]
    print(f"line {item.number}: {item.act}: {item.name}: " + "; ".join([*details, *map(say, item.remarks)]))


def apply(site, plan, *, many: bool) -> None:
    """Do the plan, committing every BATCH lines."""
    for number, item in enumerate(people.apply_sync(plan, actor=ACTOR, many=many), start=1):
        if item.problems:
            tell(item)
        if not number % BATCH:
            transaction.commit()
            site._p_jar.cacheGC()
    transaction.commit()


def main(app, arguments: list[str]) -> int:
    """Read the file, print the plan, do it when told to."""
    parser = argparse.ArgumentParser(prog="sync_accounts.py")
    parser.add_argument("file", type=Path)
    parser.add_argument("--apply", action="store_true")
    parser.add_argument("--many", action="store_true", help="so many departures are meant")
    parser.add_argument("--site", default="bluegether")
    options = parser.parse_args(arguments)
    try:
        site = enter(app, options.site)
        plan = people.plan_sync(options.file.read_bytes(), actor=ACTOR)
        for item in plan.items:
            if item.act != "same":
                tell(item)
        if options.apply and plan.to_do():
            apply(site, plan, many=options.many)
    except (BluegetherError, OSError, KeyError) as error:
        transaction.abort()
        print(f"sync_accounts: {say(error.message) if isinstance(error, BluegetherError) else error}", file=sys.stderr)
        return 2
    counts = plan.counts()
    print(", ".join(f"{name} {count}" for name, count in counts.items()) + ("" if options.apply else " (dry run)"))
    return 1 if counts["refused"] else 0


if __name__ == "__main__":
    here = next(place for place, name in enumerate(sys.argv) if name.endswith("sync_accounts.py"))
    sys.exit(main(app, sys.argv[here + 1 :]))  # noqa: F821 (`app` is what `bin/instance run` gives)
