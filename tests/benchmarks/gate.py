"""What the charter gate costs per request with 10,000 members: `bin/python-bluegether tests/benchmarks/gate.py`.

Prints the median CPU time in microseconds for someone who signed, for someone who must sign (an open page, where
the gate looks longest) and for a visitor. Builds its own site in memory; asserts nothing.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from bluegether.core.charter import api as charter
from bluegether.core.charter import gate
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.testing import Layer
from Products.CMFPlone.browser.login.login import LoginForm
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


def cost(event) -> float:
    """Return the median CPU time of the gate in microseconds."""
    found = []
    for _batch in range(BATCHES):
        start = time.process_time_ns()
        for _time in range(PER_BATCH):
            gate.hold(event)
        found.append((time.process_time_ns() - start) / PER_BATCH / 1000)
    return median(found)


def measure(portal) -> dict[str, float]:
    """Return who -> microseconds."""
    request = portal.REQUEST
    alsoProvides(request, IBluegetherLayer)
    request.set("PUBLISHED", LoginForm(portal, request))
    event = SimpleNamespace(request=request)
    found = {}
    for who, userid in (("signed", "consultante"), ("must sign, open page", "direction"), ("visitor", None)):
        noSecurityManager()
        if userid:
            newSecurityManager(None, portal.acl_users.getUserById(userid))
        found[who] = cost(event)
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
        create_people("animatrice", "direction", "consultante")
        in_force()
        sign_everybody()
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
