"""Create a BlueGether site, whole, in one transaction; complete one that is half-made, never delete it."""

from AccessControl.SecurityManagement import newSecurityManager
from bluegether.core.notifications.api import ensure_secrets
from bluegether.policy import demo as demo_content
from bluegether.policy import structure
from bluegether.policy.interfaces import ISiteState
from pathlib import Path
from plone import api
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from zope.component import queryUtility
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import os
import secrets
import transaction


SITE = "bluegether"
ADMIN = "admin"
PROFILE = "bluegether.policy:default"
NOTE = "accounts.txt"


def create(app, *, demo: bool, var: Path) -> bool:
    """Create or complete the site and note its accounts in `var`; return False when there was nothing to do.

    The marker of completion is written last, in the same transaction: a run that is cut off leaves nothing.
    """
    if completed(app):
        return False
    app = makerequest(app)
    setRequest(app.REQUEST)
    password = demo_content.PASSWORD if demo else secrets.token_urlsafe(12)
    give_admin(app, password)
    site = bare_site(app)
    setSite(site)
    site.portal_setup.runAllImportStepsFromProfile(f"profile-{PROFILE}")
    structure.ensure(site)
    mail_queue(site, var)
    if demo:
        # Nothing leaves a demo: what would is looked at on the page `@@mailbox`.
        api.portal.set_registry_record("plone.smtp_host", "")
    ensure_secrets()
    text = demo_content.build(site) if demo else f"Administrateur : {ADMIN} / {password}\n"
    version = site.portal_setup.getLastVersionForProfile(PROFILE)
    state(site).completed = ".".join(version)
    note(var, text)
    transaction.commit()
    return True


def completed(app) -> bool:
    """Return whether the site is there and its creation ended."""
    if SITE not in app.objectIds():
        return False
    setSite(app[SITE])
    found = state(app[SITE])
    return found is not None and bool(found.completed)


def state(site):
    """Return the site's own record of its making, or None while the profile is not installed."""
    registry = queryUtility(IRegistry, context=site)
    if registry is None or "bluegether.policy.completed" not in registry:
        return None
    return registry.forInterface(ISiteState, prefix="bluegether.policy", check=False)


def give_admin(app, password: str) -> None:
    """Give the administrator of the Zope root this password and act in their name."""
    root = app.acl_users
    plugin = getattr(root, "users", None)
    if plugin is None:  # Zope's plain user folder: the first Plone site replaces it
        if root.getUserById(ADMIN) is not None:
            root._doDelUsers([ADMIN])
        root._doAddUser(ADMIN, password, ["Manager"], [])
    else:
        if ADMIN not in plugin.listUserIds():
            plugin.addUser(ADMIN, ADMIN, password)
        plugin.updateUserPassword(ADMIN, password)
        root.roles.assignRoleToPrincipal("Manager", ADMIN)
    newSecurityManager(None, root.getUserById(ADMIN).__of__(root))


def bare_site(app):
    """Return the Plone site, created when it is missing."""
    if SITE in app.objectIds():
        return app[SITE]
    return addPloneSite(
        app,
        SITE,
        title="BlueGether",
        distribution_name="classic",
        setup_content=False,
        default_language="fr",
        portal_timezone="Europe/Paris",
    )


def mail_queue(site, var: Path) -> None:
    """Queue mail on disk, so that nothing waits for, or fails with, the mail server."""
    queue = var / "mailqueue"
    queue.parent.mkdir(parents=True, exist_ok=True)
    site.MailHost.smtp_queue = True
    site.MailHost.smtp_queue_directory = str(queue)


def note(var: Path, text: str) -> None:
    """Write the accounts where only the owner of the checkout reads them."""
    path = var / NOTE
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(descriptor, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        handle.write(text)
