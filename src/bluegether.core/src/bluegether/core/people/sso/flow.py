"""Logging in at the company's provider: there with a state of one's own, back with a proof, then in, or to the charter.

pas.plugins.oidc 2.0.0 only logs an answer whose state is not the browser's own, and looks neither at the nonce nor at
whether the provider has verified the mail address. All three are checked here.
"""

from bluegether.core import _
from bluegether.core.kit import turn
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from bluegether.core.people.gate import refuse
from oic.oic.message import AccessTokenResponse
from oic.oic.message import AuthorizationResponse
from pas.plugins.oidc import utils
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.PlonePAS.events import UserLoggedInEvent
from zope.event import notify
from zope.interface import alsoProvides
from zope.interface import implementer
import hmac
import json
import logging


logger = logging.getLogger(__name__)
COOKIE = "__ac_session"


class NoProof(Invalid):
    """The provider's answer does not prove who it is; nothing more is told to whoever sent it."""

    title = _("The company login did not succeed")

    def __init__(self):
        super().__init__(_("Go back to the login page and try again. If it happens again, tell your administrator."))


@implementer(IOpen)
class Begin(BrowserView):
    """`login`: keep state, nonce and verifier in the browser, go to the provider."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        try:
            session = utils.initialize_session(self.context, self.request)
            client = self.context.get_oauth2_client()
            asked = client.construct_AuthorizationRequest(
                request_args=utils.authorization_flow_args(self.context, session)
            )
            address = asked.request(client.authorization_endpoint)
        except Exception:  # the same libraries
            logger.exception("The provider %s cannot be asked", self.context.getProperty("issuer"))
            raise NoProof() from None
        response.cookies[COOKIE] |= {"http_only": True, "path": self.context.absolute_url_path()}
        return response.redirect(address)


@implementer(IOpen)
class Callback(BrowserView):
    """`callback`: the provider sends the person back here."""

    def __call__(self) -> str:
        turn.leave()
        self.request.response.setHeader("Cache-Control", "no-store")
        self.request.response.expireCookie(COOKIE, path=self.context.absolute_url_path())
        claims = self.claims()
        turn.take("company login")
        alsoProvides(self.request, IDisableCSRFProtection)  # state is what no other site knows
        provider = f"oidc:{self.context.getProperty('issuer')}"
        verified = is_verified(claims, self.context)
        email = str(claims.get("email") or "")
        try:
            userid = people.identify(provider, claims["sub"], email=email, verified=verified)
        except Missing:
            return self.join(people.invited(email, verified=verified))
        refuse(userid)
        return self.enter(userid)

    def claims(self) -> dict:
        """Return what the provider says of the person; raise NoProof for anything that is not beyond doubt."""
        try:
            session = utils.load_existing_session(self.context, self.request)
            return proven(self.context, self.request.environ.get("QUERY_STRING", ""), session)
        except Exception as trouble:  # libraries below raise of many kinds: whatever it is, nothing is proven
            logger.warning("An answer to a company login proves nothing: %r", trouble)
            raise NoProof() from None

    def join(self, token: str) -> str:
        if not token:
            raise Stranger()
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@join?token={token}")

    def enter(self, userid: str) -> str:
        self.context._setup_ticket(userid)
        member = api.user.get(userid=userid)
        notify(UserLoggedInEvent(member.getUser()))
        session = utils.load_existing_session(self.context, self.request)
        return self.request.response.redirect(utils.process_came_from(session))


class Stranger(NotAllowed):
    """The provider knows the person, the portal does not."""

    title = _("You have no account here")
    link_title = _("Ask for an account")

    def __init__(self):
        super().__init__(_("Whoever is invited and accepts the charter has one. You can ask for an invitation."))
        self.link = f"{api.portal.get().absolute_url()}/@@request-account"


class NoService(WriteService):
    """`@login-oidc` of the plug-in, closed: the company login is a page."""

    def answer(self):
        raise Missing(_("Log in at the company on the login page."))


def proven(plugin, query: str, session) -> dict:
    """Return the claims of an answer that belongs to this browser's question; raise otherwise."""
    client = plugin.get_oauth2_client()
    answer = client.parse_response(AuthorizationResponse, info=query, sformat="urlencoded")
    state, nonce = session.get("state"), session.get("nonce")
    if not state or not hmac.compare_digest(str(answer["state"]).encode(), str(state).encode()):
        raise ValueError("the state is not this browser's")
    got = client.do_access_token_request(
        state=answer["state"],
        request_args={
            "code": answer["code"],
            "redirect_uri": plugin.get_redirect_uris()[0],
            "code_verifier": session.get("verifier"),
        },
        authn_method="client_secret_basic",
    )
    if not isinstance(got, AccessTokenResponse):
        raise ValueError(f"no token: {got}")
    token = got["id_token"].to_dict()
    check_token(token, plugin, nonce)
    return token | told_besides(client, answer["state"], token["sub"])


def check_token(token: dict, plugin, nonce: str) -> None:
    """Raise ValueError unless this token, whose signature and time were checked, answers this question of ours."""
    audience = token["aud"] if isinstance(token["aud"], list) else [token["aud"]]
    wrong = {
        "issuer": token["iss"] != plugin.getProperty("issuer"),
        "audience": plugin.getProperty("client_id") not in audience,
        "party": token.get("azp", plugin.getProperty("client_id")) != plugin.getProperty("client_id"),
        "nonce": not nonce or not hmac.compare_digest(str(token.get("nonce")).encode(), nonce.encode()),
        "subject": not isinstance(token["sub"], str) or not token["sub"],
    }
    if any(wrong.values()):
        raise ValueError(f"wrong {[name for name, is_wrong in wrong.items() if is_wrong]}")


def told_besides(client, state: str, subject: str) -> dict:
    """Return what the provider's second answer adds; raise ValueError when it is about somebody else."""
    if not client.userinfo_endpoint:
        return {}
    told = client.do_user_info_request(method="GET", state=state).to_dict()
    if told.get("sub") != subject:
        raise ValueError("the provider tells of another subject")
    return told


def is_verified(claims: dict, plugin) -> bool:
    """Return whether the provider vouches for the mail address."""
    said = claims.get("email_verified", plugin.getProperty("addresses_are_verified"))
    return said is True or (isinstance(said, str) and said.lower() == json.dumps(True))
