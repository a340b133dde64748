"""The tab of a space: its publications, with the rules of use beside the box."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import Viewing
from bluegether.core.stream.browser.showing import OF_SPACE
from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(ISpaceSection)
@adapter(ISpace, IBluegetherLayer)
class StreamSection(Viewing):
    """The first page; the link below it, and the box, lead to the stream's own pages of this space."""

    index = ViewPageTemplateFile("space.pt")
    order = 10
    title = _("Stream")
    cursor = None

    def __init__(self, context, request):
        super().__init__(api.portal.get(), request)
        self.space = context
        self.uid = IUUID(context)

    def available(self) -> bool:
        return spaces.may_see(self.uid, self.userid)

    def render(self) -> str:
        return self.index()

    @cached_property
    def wanted(self) -> stream.View:
        return stream.view("space", self.uid)

    @property
    def may_post(self) -> bool:
        return spaces.may_post(self.uid, self.userid)

    @property
    def audience_value(self) -> str:
        return f"{OF_SPACE}{self.uid}"

    @property
    def is_member(self) -> bool:
        return bool(spaces.role(self.uid, self.userid))

    @property
    def followed(self) -> bool:
        return self.uid in stream.choices(self.userid).spaces

    def rules(self) -> list[str]:
        return [line for line in (self.space.rules or "").splitlines() if line.strip()]
