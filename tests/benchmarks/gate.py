"""What the gates cost per request with 10,000 members: `bin/python-bluegether tests/benchmarks/gate.py`.

Prints the median CPU time in microseconds of the charter's gate for someone who signed, for someone who must sign (an
open page, where the gate looks longest) and for a visitor; of the gate of who has no access for someone who has it, and
for someone suspended who leaves. Builds its own site in memory; asserts nothing.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from bluegether.core.charter import api as charter
from bluegether.core.charter import gate as charter_gate
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.annotation import store
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people import api as people
from bluegether.core.people import gate as people_gate
from bluegether.core.people.storage import Closing
from bluegether.core.people.storage import Closings
from bluegether.core.people.storage import CLOSINGS_KEY
from bluegether.core.testing import INTEGRATION
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.testing import Layer
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.logout import LogoutView
from statistics import median
from types import SimpleNamespace
from zope.interface import alsoProvides
import logging
import time


MEMBERS = 10_000
BATCHES = 200
PER_BATCH = 100


def sign_everybody() -> None:
    """Let 10,000 people sign the version in force."""
    for number in range(MEMBERS):
        charter.sign(f"membre{number}", outcome="accepted", language="fr")


def close_many() -> None:
    """Let there be 10,000 people whose access is over, and one suspended."""
    closings = store(api.portal.get(), CLOSINGS_KEY, Closings)
    for number in range(MEMBERS):
        closings.people[f"membre{number}"] = Closing(f"membre{number}")
    people.suspend("animatrice", until=datetime.now(UTC) + timedelta(days=1), reason="Mesure", actor="rh")


def cost(hold, event) -> float:
    """Return the median CPU time of the gate in microseconds."""
    found = []
    for _batch in range(BATCHES):
        start = time.process_time_ns()
        for _time in range(PER_BATCH):
            hold(event)
        found.append((time.process_time_ns() - start) / PER_BATCH / 1000)
    return median(found)


def measure(portal) -> dict[str, float]:
    """Return who -> microseconds."""
    request = portal.REQUEST
    alsoProvides(request, IBluegetherLayer)
    event = SimpleNamespace(request=request)
    found = {}
    for gate, who, userid, view in (
        (charter_gate, "charter, signed", "consultante", LoginForm),
        (charter_gate, "charter, must sign, open page", "direction", LoginForm),
        (charter_gate, "charter, visitor", None, LoginForm),
        (people_gate, "access, has it", "consultante", LoginForm),
        (people_gate, "access, suspended, way out", "animatrice", LogoutView),
    ):
        request.set("PUBLISHED", view(portal, request))
        noSecurityManager()
        if userid:
            newSecurityManager(None, portal.acl_users.getUserById(userid))
        found[who] = cost(gate.hold, event)
    return found


def main() -> None:
    """Set a site up, measure, print."""
    logging.disable(logging.CRITICAL)
    layers = ordered(INTEGRATION)  # the test layers know how to make a site in memory
    for layer in layers:
        layer.setUp()
    for layer in layers:
        layer.testSetUp()
    portal = INTEGRATION["portal"]
    with api.env.adopt_roles(["Manager"]):
        create_people("animatrice", "direction", "consultante", "rh")
        in_force()
        sign_everybody()
        close_many()
        charter.sign("consultante", outcome="accepted", language="fr")
    for who, microseconds in measure(portal).items():
        print(f"gate, {MEMBERS} members, {who}: {microseconds:.1f} µs of CPU per request (median)")


def ordered(top) -> list:
    """Return the layer and all that it stands on, the lowest first."""
    found: list = []

    def visit(layer) -> None:
        for base in layer.__bases__:
            if isinstance(base, Layer) and base not in found:
                visit(base)
        found.append(layer)

    visit(top)
    return found


if __name__ == "__main__":
    main()
