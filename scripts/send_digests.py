"""Send the mail and push messages of notifications that are due: `bin/instance run scripts/send_digests.py`.

The server's own timer does the same about once a minute; this is for who would rather run it from cron, or see it
done. It needs the database: a database server, or the portal stopped. Ends with status 1 when something still waits.
"""

from bluegether.core.kit import timer
from bluegether.core.kit.address import public_url
from bluegether.core.kit.address import RECORD
from bluegether.core.notifications import api as notifications
from plone.base.interfaces import IPloneSiteRoot
import sys


ROUNDS = 1000
left = 0
for name in [site.getId() for site in app.objectValues() if IPloneSiteRoot.providedBy(site)]:  # noqa: F821
    with timer.inside(app, name) as site:  # noqa: F821 (`app` is what `bin/instance run` gives)
        if not public_url():
            print(f"{name}: set the portal's public address first ({RECORD}), or links in mail lead nowhere")
            left += 1
            continue
        waiting = before = notifications.due_now()
        for _round in range(ROUNDS):
            timer.run_timers(site, "notifications.")
            waiting, last = notifications.due_now(), waiting
            if waiting in (0, last):
                break
        print(f"{name}: {before} people were due, {waiting} still are")
        left += waiting
sys.exit(1 if left else 0)
