"""`@@experts?skill=`: who is an expert in a skill or in what stands below it, and why; `@@experts-rules`: the rules."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.browser.page import Page
from bluegether.core.expertise.browser.page import reason_words
from bluegether.core.kit import query
from bluegether.core.skills import api as skills
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 24
NEAR = 5


class Experts(Page):
    """The finder."""

    index = ViewPageTemplateFile("experts.pt")

    @cached_property
    def skill(self) -> str:
        """Return the id of the skill that is looked for."""
        text = self.text("skill")
        return skills.current(text) or skills.find(text)

    @property
    def title(self):
        if not self.skill:
            return _("Find an expert")
        return _("Experts: ${skill}", mapping={"skill": skills.title(self.skill)})

    @property
    def typed(self) -> str:
        return skills.title(self.skill) if self.skill else self.text("skill")

    def near(self) -> list[dict]:
        """Return skills that may have been meant."""
        found = skills.suggest(self.text("skill"), limit=NEAR, families=True)
        return [{"title": one.title, "url": self.address("experts", skill=one.id)} for one in found]

    def families(self) -> list[dict]:
        """Return where to begin."""
        lines = [
            {"title": skills.title(one), "url": self.address("experts", skill=one)}
            for one in skills.children()
            if skills.is_family(one)
        ]
        return sorted(lines, key=lambda line: skills.key(line["title"]))

    @cached_property
    def page(self) -> dict:
        start, size = query.batch(self.request.form, size=SIZE)
        found = expertise.experts(self.skill, reader=self.userid, start=start, size=size)
        before = self.address("experts", skill=self.skill, b_start=max(0, start - size)) if start else None
        after = self.address("experts", skill=self.skill, b_start=start + size) if found.more else None
        return {"rows": [self.row(one) for one in found.items], "before": before, "after": after}

    def row(self, one: expertise.Reason) -> dict:
        return {
            "face": self.face(one.userid),
            "skill": skills.title(one.skill),
            "other": one.skill != self.skill,
            "why": reason_words(one),
        }


class Rules(Page):
    """The rules with the numbers of today."""

    index = ViewPageTemplateFile("rules.pt")
    title = _("Who is an expert")

    def rules(self) -> dict:
        found = expertise.published()
        return {
            "level": self.level(found.level),
            "endorsements": found.endorsements,
            "answers": found.answers,
            "days": expertise.setting("ask_days"),
        }
