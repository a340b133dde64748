"""Set up, change or take away the company login and the directory of a site; twice is once."""

from bluegether.core import _
from bluegether.core.people.sso.directory import CompanyPasswords
from bluegether.core.people.sso.directory import DIRECTORY
from bluegether.core.people.sso.directory import PLUGIN as PASSWORDS
from plone import api
from Products.CMFCore.ActionInformation import Action
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin


ACTION = "company-login"
LOGIN = "company_login"


def set_up_login(*, issuer: str, client_id: str, client_secret: str, addresses_are_verified: bool = False) -> None:
    """Let people log in at this OpenID Connect provider, with a link on the login page."""
    from bluegether.core.people.sso.oidc import CompanyLogin  # there only with its plug-in

    folder = api.portal.get().acl_users
    if LOGIN not in folder.objectIds():
        folder._setObject(LOGIN, CompanyLogin(LOGIN, CompanyLogin.title))
    folder[LOGIN].manage_changeProperties(
        issuer=issuer.rstrip("/") if issuer.endswith("//") else issuer,
        client_id=client_id,
        client_secret=client_secret,
        addresses_are_verified=addresses_are_verified,
    )
    links = api.portal.get_tool("portal_actions").login
    if ACTION not in links.objectIds():
        links._setObject(ACTION, _link())
        links.moveObjectsToTop([ACTION])


def set_up_directory(
    *, uri: str, bind_dn: str, password: str, base: str, addresses_are_verified: bool = False, **more
) -> None:
    """Let the directory check passwords. `more` are settings of pas.plugins.ldap, dots as double underscores."""
    from pas.plugins.ldap.plugin import LDAPPlugin  # there only with its plug-in

    folder = api.portal.get().acl_users
    if DIRECTORY not in folder.objectIds():
        folder._setObject(DIRECTORY, LDAPPlugin(DIRECTORY, title="The company's directory (settings)"))
    settings = folder[DIRECTORY].settings
    given = {"server.uri": uri, "server.user": bind_dn, "server.password": password, "users.baseDN": base}
    fixed = {"server.roles": [], "groups.baseDN": base}
    settings.update(given | fixed | {name.replace("__", "."): value for name, value in more.items()})
    if PASSWORDS not in folder.objectIds():
        folder._setObject(PASSWORDS, CompanyPasswords())
    folder[PASSWORDS].addresses_are_verified = addresses_are_verified
    if PASSWORDS not in folder.plugins.listPluginIds(IAuthenticationPlugin):
        folder.plugins.activatePlugin(IAuthenticationPlugin, PASSWORDS)


def take_away() -> list[str]:
    """Take both away and return what was there; links of accounts stay, for when they come back."""
    folder = api.portal.get().acl_users
    found = [name for name in (LOGIN, PASSWORDS, DIRECTORY) if name in folder.objectIds()]
    if PASSWORDS in folder.plugins.listPluginIds(IAuthenticationPlugin):
        folder.plugins.deactivatePlugin(IAuthenticationPlugin, PASSWORDS)
    for name in found:
        folder._delObject(name)
    links = api.portal.get_tool("portal_actions").login
    if ACTION in links.objectIds():
        links._delObject(ACTION)
    return found


def _link() -> Action:
    return Action(
        ACTION,
        title=_("Log in with the company account"),
        description="",
        i18n_domain="bluegether",
        url_expr=f"string:${{portal_url}}/acl_users/{LOGIN}/login",
        icon_expr="string:plone.icon.building",
        available_expr="",
        permissions=(),
        visible=True,
    )
