"""What every REST service of ours shares: errors as JSON, writes outside plone.protect's forms check."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import transaction


PRIVATE = "private, no-store"


@implementer(IPublishTraverse)
class WithPath:
    """Collects what follows the service's name in the address: `@people/zoe` has the params ["zoe"]."""

    @property
    def params(self) -> list[str]:
        return self.__dict__.setdefault("_params", [])

    def publishTraverse(self, _request, name):
        self.params.append(name)
        return self

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()


class ReadService(Service):
    """A GET: `answer()` returns JSON-compatible data; a BluegetherError becomes its status and a JSON body."""

    keeping = ""  # Cache-Control; "" leaves it to the site

    def answer(self):
        raise NotImplementedError

    def reply(self):
        if self.keeping:
            self.request.response.setHeader("Cache-Control", self.keeping)
        try:
            return self.answer()
        except BluegetherError as error:
            return self.refuse(error)

    def refuse(self, error: BluegetherError) -> dict:
        """Return the error as a body and set its status; what the request changed is undone."""
        transaction.doom()
        self.request.response.setStatus(error.status)
        for name, value in error.headers.items():
            self.request.response.setHeader(name, value)
        message = translate(error.message, context=self.request)
        return {"type": type(error).__name__, "message": message, "field": error.field} | error.details


class WriteService(ReadService):
    """A POST, PATCH or DELETE: the token in the header or the JSON body stands for plone.protect's form token."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        return super().reply()

    def body(self) -> dict:
        """Return the request's JSON object; raise Invalid when it is none."""
        try:
            data = json_body(self.request)
        except DeserializationError:
            raise Invalid(_("The request's body is not JSON.")) from None
        if not isinstance(data, dict):
            raise Invalid(_("The request's body must be a JSON object."))
        return data

    def sent(self, *names: str) -> dict:
        """Return the body, which may hold these names only; raise Invalid, naming another."""
        body = self.body()
        unknown = sorted(set(body) - set(names))
        if unknown:
            raise Invalid(_("${name} cannot be read.", mapping={"name": unknown[0][:40]}), field=unknown[0][:40])
        return body
