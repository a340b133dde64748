"""Create a BlueGether site, whole, in one transaction."""

from AccessControl.SecurityManagement import newSecurityManager
from bluegether.policy import demo as demo_content
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import os
import secrets
import transaction


SITE = "bluegether"
ADMIN = "admin"


def create(app, *, demo: bool) -> None:
    """Create the site with or without demo content, unless it is there; note its accounts in BLUEGETHER_VAR."""
    if SITE in app.objectIds():
        return
    app = makerequest(app)
    setRequest(app.REQUEST)
    password = demo_content.PASSWORD if demo else secrets.token_urlsafe(12)
    root = app.acl_users
    if root.getUserById(ADMIN) is not None:
        root._doDelUsers([ADMIN])
    root._doAddUser(ADMIN, password, ["Manager"], [])
    newSecurityManager(None, root.getUserById(ADMIN).__of__(root))
    site = addPloneSite(
        app,
        SITE,
        title="BlueGether",
        distribution_name="classic",
        setup_content=False,
        default_language="fr",
        portal_timezone="Europe/Paris",
    )
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile("profile-bluegether.policy:default")
    note = demo_content.build(site) if demo else f"Administrator: {ADMIN} / {password}\n"
    transaction.commit()
    with open(os.path.join(os.environ["BLUEGETHER_VAR"], "accounts.txt"), "w") as handle:
        handle.write(note)
