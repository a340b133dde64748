"""Make a site with eight members who have signed the charter: `bin/instance run tests/scaled/fill.py`."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people import api as people
from bluegether.policy import site as making
from pathlib import Path
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import os
import transaction


PASSWORD = "Scaled-Trial-2026!"
MEMBERS = 8


def fill(app) -> None:
    """Create the site and its members, once."""
    making.create(app, demo=False, var=Path(os.environ["BLUEGETHER_VAR"]))
    setRequest(app.REQUEST)
    alsoProvides(app.REQUEST, IBluegetherLayer)
    setSite(app[making.SITE])
    if charter.version_in_force() is None:
        create_people()
        in_force()
    for name in ("posts", "comments", "reactions"):  # writers here send more in an hour than people do
        app[making.SITE].portal_registry[f"bluegether.limits.{name}"] = 0
    for number in range(MEMBERS):
        userid = f"membre{number}"
        if people.account(userid) is None:
            values = {
                "fullname": f"Membre {number}",
                "email": f"{userid}@example.org",
                "kind": "consultant",
                "employment": "employee",
            }
            people.create_account(userid, **values, password=PASSWORD, actor="admin")
            charter.sign(userid, outcome="accepted", language="fr")
    transaction.commit()


if "app" in globals():  # `bin/instance run` gives it
    from Testing.makerequest import makerequest

    fill(makerequest(app))  # noqa: F821
