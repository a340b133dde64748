"""What the bell costs beside a page of plain Plone: `bin/python-bluegether tests/benchmarks/notifications.py`.

Makes two sites in memory, one of BlueGether and a plain one, and asks both through the publisher, as a server does:
CPU per request, median, for a person with no notice, with 10 and with 10,000, and with ten comments (the dearest to
ask). Then what an urgent message to 10,000 people costs its writer, and the timer. The target is a tenth of a page.
"""

from AccessControl.SecurityManagement import newSecurityManager
from bluegether.core.discussion import api as discussion
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications import storage
from bluegether.core.notifications.testing import create_page
from bluegether.core.notifications.testing import create_people
from bluegether.core.notifications.testing import PASSWORD
from bluegether.core.people.storage import Account
from bluegether.core.people.storage import KEY
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from datetime import datetime
from datetime import UTC
from io import BytesIO
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing import Layer
from Products.CMFPlone.factory import addPloneSite
from statistics import median
from zope.component.hooks import setSite
from zope.configuration import xmlconfig
from zope.globalrequest import setRequest
from ZPublisher.WSGIPublisher import publish_module
import base64
import logging
import plone.classicui
import sys
import time
import transaction


TIMES, WARM = 60, 5
MANY = 10_000
SHARE = 0.1


def ask(path: str, userid: str, password: str) -> tuple[str, bytes]:
    """Ask for a page as a server would and return its status and body."""
    login = base64.b64encode(f"{userid}:{password}".encode()).decode()
    status: list[str] = []
    environ = {
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "HTTP_AUTHORIZATION": f"Basic {login}",
        "HTTP_ACCEPT": "text/html",
    }
    body = b"".join(publish_module(environ, lambda line, _headers, _info=None: status.append(line)))
    return status[0], body


def cost(path: str, userid: str = SITE_OWNER_NAME, password: str = SITE_OWNER_PASSWORD) -> float:
    """Return the median CPU milliseconds of this request."""
    found = []
    for number in range(TIMES + WARM):
        began = time.process_time()
        status, _body = ask(path, userid, password)
        if number >= WARM:
            found.append((time.process_time() - began) * 1000)
        assert status.startswith("200"), (path, status)
    return median(found)


def fill(portal) -> None:
    """Give one person ten notices, another 10,000, a third ten comments."""
    api.portal.set_registry_record("bluegether.notifications.kept_most", 20_000)
    with stream.silence():
        create_people()
    for number in range(10):
        stream.post(f"{number} @ana", author="bob")
    page = create_page(portal, owner="ana")
    with api.env.adopt_user(username="bob"):
        for number in range(10):
            discussion.write(page, f"{number} @zoe", userid="bob")
    transaction.commit()
    for number in range(MANY):
        stream.post(f"{number} @bob", author="ana")
    transaction.commit()


def crowd(portal) -> None:
    """Let there be 10,000 accounts, without logins: only what an audience looks at."""
    kept = portal.__annotations__[KEY]
    for number in range(MANY):
        userid = f"membre{number:05}"
        kept.accounts[userid] = Account(
            userid,
            fullname=userid,
            kind="consultant",
            employment="employee",
            unit="lyon",
            job="",
            arrived=datetime(2026, 1, 5, tzinfo=UTC),
        )
        kept.names[(userid, userid)] = ("consultant", "lyon", userid)
    transaction.commit()


def enter(portal) -> None:
    """Be in the site again, which the publisher leaves after each request."""
    setSite(portal)
    newSecurityManager(None, portal.__parent__.acl_users.getUser(SITE_OWNER_NAME).__of__(portal.__parent__.acl_users))
    setRequest(portal.REQUEST)
    transaction.begin()


def seconds(action) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def main() -> None:
    """Set two sites up, measure, print."""
    logging.disable(logging.CRITICAL)
    for layer in ordered(FUNCTIONAL):
        layer.setUp()
    for layer in ordered(FUNCTIONAL):
        layer.testSetUp()
    portal, app = FUNCTIONAL["portal"], FUNCTIONAL["app"]
    setSite(None)
    newSecurityManager(None, app.acl_users.getUser(SITE_OWNER_NAME).__of__(app.acl_users))
    xmlconfig.file("configure.zcml", plone.classicui, context=FUNCTIONAL["configurationContext"])
    addPloneSite(app, "plain", title="Plone", distribution_name="classic", setup_content=True, default_language="fr")
    transaction.commit()
    plain = cost("/plain")
    print(f"a page of plain Plone: {plain:.1f} ms of CPU")
    enter(portal)
    fill(portal)
    for who, userid in (("nothing", "carl"), ("10 notices", "ana"), (f"{MANY} notices", "bob"), ("10 comments", "zoe")):
        show(who, cost("/plone/@@notifications-badge", userid, PASSWORD), plain)
    enter(portal)
    crowd(portal)
    with api.env.adopt_roles(["Manager"]):
        told = seconds(lambda: notifications.announce(title="Panne", text="Panne", userid="ana"))
    transaction.commit()
    spread = seconds(notifications.spread)
    batch = seconds(lambda: notifications.send_due(100))
    print(f"an urgent message to {MANY} people: {told * 1000:.1f} ms for its writer,")
    print(f"  {spread * 1000:.0f} ms once for the timer, {batch * 10:.1f} ms for each person's mail")
    assert len(storage.trees().mailboxes) == 3


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


def show(who: str, milliseconds: float, plain: float) -> None:
    share = milliseconds / plain
    verdict = "ok" if share <= SHARE else "TOO SLOW"
    print(f"the bell, {who}: {milliseconds:.2f} ms, {share:.3f} of the page (target {SHARE})  {verdict}", flush=True)


if __name__ == "__main__":
    main()
