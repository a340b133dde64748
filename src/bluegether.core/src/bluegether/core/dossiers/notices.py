"""What a person is told: that somebody made a dossier of them, that their profile is to be looked at."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.people import api as people
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class MadeKind:
    """Somebody made a dossier of the person; `thing` is `<user id>/<key>`. The excerpt says what for."""

    category = "dossiers"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        of, _slash, key = thing.partition("/")
        if of != userid or not key.isdecimal():
            return None
        entry = dossiers.made_entry(userid, int(key))
        if entry is None:
            return None
        maker = people.account(entry.maker)
        names = list(actors) or [maker.fullname if maker is not None else _("Somebody")]
        text = _("${name} made a skills profile of you", mapping={"name": names[0]})
        return Said(text, f"{self.site.absolute_url()}/@@dossier#made", entry.purpose)


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class RefreshKind:
    """The profile is to be looked at; `thing` is `<user id>/<why>`."""

    category = "dossiers"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        of, _slash, why = thing.partition("/")
        if of != userid or not dossiers.is_asked(userid):
            return None
        text = (
            _("Your skills and experiences have not changed for a long time: are they still right?")
            if why == "age"
            else _("A mission has ended: add it to your experiences while you remember it well.")
        )
        return Said(text, f"{self.site.absolute_url()}/@@dossier#fresh")
