"""`@@skill-merge?id=`: let another skill take over this one; first what would follow, then the deed."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Merge(Page):
    """Two steps in one page: choose, then confirm."""

    index = ViewPageTemplateFile("merge.pt")
    title = _("Merge a skill into another")
    into = None

    def prepare(self) -> None:
        self.found = self.named()

    @property
    def fields(self) -> list[dict]:
        return [
            self.field(
                "into",
                label=_("Skill that takes over"),
                required=True,
                suggest=f"{self.site_url}/@skills?families=1",
                help=_("Any spelling of it."),
            )
        ]

    def post(self) -> str:
        into = self.chosen("into", _("This skill does not exist (any more)."))
        if not into or into == self.found.id:
            raise Invalid(_("Choose another skill: this one cannot be merged with itself."), field="into")
        if not self.request.form.get("confirm"):
            self.into = skills.skill(into)
            return ""
        skills.merge(self.found.id, into, actor=self.userid)
        self.say(_("Merged: everything that named one names the other now."))
        return self.link(into)

    def follows(self) -> dict:
        """Return what the merge takes along."""
        return {
            "spellings": ", ".join(dict.fromkeys([*self.found.titles.values(), *self.found.synonyms])),
            "below": len(skills.children(self.found.id)),
            "uses": skills.uses(self.found.id),
        }

    def name(self, found: skills.Entry) -> str:
        return skills.title(found.id)
