"""`@@endorsement-ask?skill=`: look for a colleague and ask them to endorse one of my skills."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.browser.page import Page
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


SHOWN = 12


class Ask(Page):
    """Without a name, the colleagues of my unit and my manager are offered."""

    index = ViewPageTemplateFile("ask.pt")

    def __call__(self) -> str:
        self.found = expertise.reason(self.userid, self.text("skill"), reader=self.userid)
        if self.found is None:
            raise NotFound()
        return super().__call__()

    @property
    def title(self):
        return _("Ask for an endorsement: ${skill}", mapping={"skill": skills.title(self.found.skill)})

    @property
    def q(self) -> str:
        return self.text("q")

    def colleagues(self) -> list[dict]:
        """Return whom I may mean, with whether I can ask them now."""
        asked = expertise.asked_of(self.userid, self.found.skill)
        mine = expertise.endorsed(self.userid, reader=self.userid)
        endorsers = {one.endorser for found in mine if found.skill == self.found.skill for one in found.endorsements}
        return [
            self.face(userid) | {"asked": userid in asked, "endorses": userid in endorsers}
            for userid in self.userids()
            if userid != self.userid
        ]

    def userids(self) -> list[str]:
        """Return the user ids that the search finds, or those next to me."""
        if self.q:
            batch = people.accounts(text=self.q, size=SHOWN)
            return [row.userid for row in batch.rows if row.kind != "client" and people.has_access(row.userid)]
        account = people.account(self.userid)
        near = [account.manager, *people.team(self.userid)] if account is not None else []
        if account is not None and account.unit:
            near += [row.userid for row in people.accounts(unit=account.unit, size=SHOWN).rows]
        return [userid for userid in dict.fromkeys(near) if userid and people.has_access(userid)][:SHOWN]

    def post(self) -> str:
        expertise.ask(self.found.skill, actor=self.userid, colleague=self.text("colleague"))
        self.say(_("Your colleague is asked."))
        return self.address("endorsement-ask", skill=self.found.skill)
