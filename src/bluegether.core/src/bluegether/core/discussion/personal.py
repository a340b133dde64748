"""What discussion holds about a person beside their comments: the content that they follow."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Content followed, by its UID."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return {"follows": list(discussion.followed(userid))}

    def erase(self, userid: str) -> None:
        discussion.forget(userid)
