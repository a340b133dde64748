"""Needs made of what other rooms were told, such as leads."""

from bluegether.core.kit.interfaces import INeedMaker
from bluegether.core.needs import api
from bluegether.core.needs.interfaces import SALES
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from textwrap import shorten
from zope.component import adapter
from zope.interface import implementer


TITLE = 80  # signs


@implementer(INeedMaker)
@adapter(IPloneSiteRoot)
class NeedMaker:
    """A draft that the actor follows, for sales alone until they say otherwise: what was heard may name the client."""

    def __init__(self, site):
        self.site = site

    def make_need(self, *, actor: str, client: str, company: str, background: str) -> str:
        title = shorten(background, TITLE, placeholder="…")
        named = {"client": client} if client else {"client_name": company}
        return IUUID(api.create_need(actor=actor, title=title, background=background, audience=SALES, **named))
