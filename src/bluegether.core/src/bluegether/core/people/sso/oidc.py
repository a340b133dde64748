"""The plug-in of pas.plugins.oidc with what it leaves open closed: it makes no users, and lets nobody in by itself."""

from bluegether.core.people.gate import NoAccount
from oic.oic import Client
from oic.oic.message import RegistrationResponse
from oic.utils.authn.client import CLIENT_AUTHN_METHOD
from pas.plugins.oidc.plugins import IOIDCPlugin
from pas.plugins.oidc.plugins import OIDCPlugin
from zope.interface import implementer


PLUGIN = "company_login"


class ICompanyLogin(IOIDCPlugin):
    """Our plug-in: its views are ours."""


@implementer(ICompanyLogin)
class CompanyLogin(OIDCPlugin):
    """Keeps the provider's settings and speaks to it; who it lets in is decided in `flow`."""

    meta_type = "BlueGether company login"
    title = "Company login (OpenID Connect)"
    create_user = False
    create_groups = False
    create_ticket = True
    create_restapi_ticket = False
    use_pkce = True
    scope = ("openid", "profile", "email")
    addresses_are_verified = False  # the provider gives only addresses of the company and does not say so (Entra ID)

    _properties = (
        {"id": "title", "type": "string", "mode": "w", "label": "Title"},
        {"id": "issuer", "type": "string", "mode": "w", "label": "Issuer, exactly as the provider writes it"},
        {"id": "client_id", "type": "string", "mode": "w", "label": "Client id"},
        {"id": "client_secret", "type": "string", "mode": "w", "label": "Client secret"},
        {"id": "scope", "type": "lines", "mode": "w", "label": "Scopes"},
        {
            "id": "addresses_are_verified",
            "type": "boolean",
            "mode": "w",
            "label": "Every mail address of this provider is verified, though it does not say so",
        },
    )

    def getProperty(self, name: str, default=None):
        """What is no property here is fixed by the class, whatever a form or an older object says."""
        return super().getProperty(name, default) if self.hasProperty(name) else getattr(CompanyLogin, name, default)

    def get_redirect_uris(self) -> list[str]:
        return [f"{self.absolute_url()}/callback"]

    def get_oauth2_client(self) -> Client:
        """Return a client that takes the provider's word only as the issuer that was configured."""
        client = Client(client_authn_method=CLIENT_AUTHN_METHOD)
        client.provider_config(self.getProperty("issuer"))
        settings = {name: self.getProperty(name) for name in ("client_id", "client_secret")}
        client.store_registration_info(RegistrationResponse(**settings))
        return client

    def rememberIdentity(self, userinfo):
        """Never: the way in is `flow.Callback`, which checks more."""
        raise NoAccount()

    def challenge(self, request, response) -> bool:
        """Leave it to the portal's login form, which has a link to here."""
        return False
