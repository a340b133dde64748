"""What published rules may reward: a feedback (retour d'expérience) that is there for others to read."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.stream import api as stream
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class Feedback:
    """It no longer holds when the post is deleted, by its author or by moderation, or hidden."""

    title = _("I publish a feedback")
    values = {"everyone": (_("For the whole network"), {"yes": _("yes"), "no": _("no")})}

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str) -> tuple[str, str]:
        entry = stream.publication(int(thing)).entry
        if entry is None or not stream.may_see(entry, userid):
            return _("A feedback that is no longer there"), ""
        words = {"text": " ".join(entry.text.split())[:60]}
        return _("Feedback: ${text}…", mapping=words), f"{self.site.absolute_url()}/@@stream/{entry.id}"
