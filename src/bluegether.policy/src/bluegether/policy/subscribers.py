"""What happens when a server process opens the database: refuse demo accounts in production, take up the mail queue."""

from bluegether.policy import demo
from bluegether.policy.site import ADMIN
from bluegether.policy.site import mail_queue
from bluegether.policy.site import SITE
from bluegether.policy.site import state
from contextlib import contextmanager
from pathlib import Path
from zope.component import adapter
from zope.component.hooks import setSite
from zope.processlifetime import IDatabaseOpenedWithRoot
import os
import transaction


REFUSAL = (
    "BlueGether: production refuses to start, because accounts with the public demo password are there: {names}. "
    "Start with PROFILE=development, delete or change them, or begin with an empty var/ and DEMO=no."
)


@adapter(IDatabaseOpenedWithRoot)
def check_database(event) -> None:
    """Look at the site once per process, before the first request."""
    with opened(event.database) as app:
        if os.environ.get("BLUEGETHER_PRODUCTION"):
            refuse_demo_accounts(app)
        if SITE in app.objectIds() and os.environ.get("BLUEGETHER_VAR"):
            take_up_mail(app[SITE], Path(os.environ["BLUEGETHER_VAR"]))


@contextmanager
def opened(database):
    """Give the application object of this database and leave nothing open behind."""
    connection = database.open()
    try:
        yield connection.root().get("Application")
    finally:
        transaction.abort()
        setSite(None)
        connection.close()


def refuse_demo_accounts(app) -> None:
    """End the process with one clear line when the public password opens an account."""
    names = demo_accounts(app) if app is not None else []
    if names:
        raise SystemExit(REFUSAL.format(names=", ".join(names)))


def demo_accounts(app) -> list[str]:
    """Return the demo accounts that are there, and whoever else of them the public password still lets in."""
    if SITE not in app.objectIds():
        return []
    site = app[SITE]
    setSite(site)
    found = state(site)
    created = set((found.demo_accounts or ()) if found is not None else ())
    users = site.acl_users.source_users
    here = sorted((created | set(demo.ACCOUNTS)) & set(users.listUserIds()))
    names = [name for name in here if name in created or password_is_public(users, name)]
    root = getattr(app.acl_users, "users", None)
    return [ADMIN, *names] if root is not None and password_is_public(root, ADMIN) else names


def password_is_public(users, userid: str) -> bool:
    """Return whether the public password opens this account of a plug-in of the user folder."""
    if userid not in users.listUserIds():
        return False
    credentials = {"login": users.getLoginForUserId(userid), "password": demo.PASSWORD}
    return users.authenticateCredentials(credentials) is not None


def take_up_mail(site, var: Path) -> None:
    """Send what an earlier process left in the queue; follow var/ when the checkout was moved."""
    setSite(site)
    host = getattr(site, "MailHost", None)
    if host is None or not getattr(host, "smtp_queue", False):
        return
    if host.smtp_queue_directory != str(var / "mailqueue"):
        mail_queue(site, var)
        transaction.commit()
    if not os.environ.get("MAILHOST_QUEUE_ONLY"):
        host._startQueueProcessorThread()
