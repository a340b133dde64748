"""`@@skill-proposals`: what members miss, for who keeps the list."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


NAMES = 5
NEAR = 3


class Proposals(Page):
    """Each proposal is added, noted as a spelling of a skill that is there, or dismissed."""

    index = ViewPageTemplateFile("proposals.pt")
    title = _("Skills that members miss")

    def rows(self) -> list[dict]:
        return [self.row(one) for one in skills.proposals()]

    def row(self, one: skills.Proposed) -> dict:
        near = skills.suggest(one.text, limit=NEAR)
        return {
            "text": one.text,
            "count": len(one.people),
            "names": ", ".join(self.name(userid) for userid, _when in one.people[:NAMES]),
            "last": api.portal.get_localized_time(local(one.people[0][1])),
            "near": ", ".join(suggestion.title for suggestion in near),
            "add": f"{self.site_url}/@@skill-edit?{urlencode({'title_fr': one.text})}",
        }

    def name(self, userid: str) -> str:
        user = api.user.get(userid=userid)
        return (user.getProperty("fullname") or userid) if user is not None else userid

    def post(self) -> str:
        text = self.text("text")
        if self.request.form.get("dismiss"):
            skills.dismiss(text, actor=self.userid)
            self.say(_("The proposal is off the list; who made it is told."))
            return self.url
        found = skills.existing(self.chosen("skill", _("This skill does not exist (any more).")))
        skills.update(found.id, synonyms=[*found.synonyms, text], actor=self.userid)
        self.say(_("Noted as another spelling; who proposed it is told."))
        return self.url
