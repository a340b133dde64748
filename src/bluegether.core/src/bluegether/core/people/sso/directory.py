"""Passwords that the company's directory (LDAP, Active Directory) checks, for accounts of the portal.

The plug-in of pas.plugins.ldap holds the settings and asks the directory; it is active for nothing, so that the people
of the directory are no users here, have no roles and are found in no list. This plug-in lets in who has an account.
"""

from bluegether.core.kit.errors import BluegetherError
from bluegether.core.people import api as people
from contextlib import contextmanager
from plone.protect.utils import safeWrite
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.globalrequest import getRequest
from zope.interface import implementer
import logging
import time


PLUGIN = "company_passwords"
DIRECTORY = "company_directory"
PAUSE = 60  # seconds
_away_until: dict[tuple, float] = {}  # path of the settings -> when to ask again, by this process's clock
logger = logging.getLogger(__name__)


@implementer(IAuthenticationPlugin)
class CompanyPasswords(BasePlugin):
    """Asks the directory, then the portal whose account it is."""

    meta_type = "BlueGether company passwords"
    directory = DIRECTORY
    addresses_are_verified = False  # only administrators write the directory's mail addresses

    _properties = (
        {"id": "title", "type": "string", "mode": "w", "label": "Title"},
        {
            "id": "addresses_are_verified",
            "type": "boolean",
            "mode": "w",
            "label": "Only administrators of the directory can change its mail addresses",
        },
    )

    def __init__(self, plugin_id: str = PLUGIN, title: str = "Passwords of the company's directory"):
        self._setId(plugin_id)
        self.title = title

    def authenticateCredentials(self, credentials) -> tuple[str, str] | None:
        """Return the account's user id and its own login name, which sessions are made for; None for everybody else."""
        login, password = credentials.get("login"), credentials.get("password")
        if not login or not password:  # an empty password binds as nobody, and succeeds
            return None
        own = self._getPAS().source_users
        if own.authenticateCredentials(credentials) is not None:  # let in by that plug-in: no directory is needed
            return None
        userid = self._ask(login, password)
        return (userid, own.getLoginForUserId(userid)) if userid else None

    def _ask(self, login: str, password: str) -> str:
        """Return whose account it is by the directory's word, empty for nobody's."""
        subject, email = self._told(login, password)
        provider = f"ldap:{self.directory}"
        known = people.identified(provider, subject) if subject else ""
        request = getRequest()
        # The first time writes: at a login form or service, never while a page is read.
        if known or not subject or request is None or request.get("REQUEST_METHOD") != "POST":
            return known
        try:
            with _safely(request):
                return people.identify(provider, subject, email=email, verified=self.addresses_are_verified)
        except BluegetherError:
            return ""

    def _told(self, login: str, password: str) -> tuple[str, str]:
        """Return (subject, mail address) of whose password it is; a directory that is away is left alone a while."""
        plugin = getattr(self._getPAS(), self.directory, None)
        if plugin is None or time.monotonic() < _away_until.get(plugin.getPhysicalPath(), 0):
            return "", ""
        try:
            users = plugin.users
            subject = users.authenticate(login, password) if users is not None else None
            email = (users[subject].attrs.get("email") or "") if subject else ""
        except Exception:  # the libraries below raise of many kinds when a server is away
            logger.exception("The directory cannot be asked; not asking again for %s s", PAUSE)
            _away_until[plugin.getPhysicalPath()] = time.monotonic() + PAUSE
            return "", ""
        return subject or "", email[0] if isinstance(email, list) else email


@contextmanager
def _safely(request):
    """Tell plone.protect that what is written here is meant: the password came in this very request."""
    jar = request["PARENTS"][-1]._p_jar
    before = {id(one) for one in jar._registered_objects}
    yield
    for one in jar._registered_objects:
        if id(one) not in before:
            safeWrite(one, request)
