"""`@@directory`, the page of `<portal>/people`: search, filters, faces or a list."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory import vocabularies as words
from bluegether.core.directory.browser.filters import Filters
from bluegether.core.directory.browser.hits import HitsPage
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.kit import query
from bluegether.core.kit.clock import now
from bluegether.core.skills import api as skills
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 24
NEAR = 5
TOP_SKILLS = 6


class Directory(Filters, HitsPage):
    """Everything that is looked for is in the address; a skill that is typed is added to it by a redirect."""

    index = ViewPageTemplateFile("directory.pt")
    title = _("Directory")
    missed = ""
    least = "1"

    def show(self):
        typed = self.text("add_skill", 100)
        if typed:
            found = skills.find(typed) or skills.current(typed)
            if found:
                return self.request.response.redirect(self.with_skill(found))
            self.missed, self.least = typed, self.choice("level", words.LEAST) or "1"
        self.start, self.size = query.batch(self.request.form, size=SIZE)
        self.found = directory.search(self.userid, self.criteria, sort=self.sort, start=self.start, size=self.size)
        return self.page()

    def with_skill(self, skill_id: str) -> str:
        """Return the address of this search with one skill more."""
        level = self.choice("level", words.LEAST) or "1"
        if level == "expert":
            return self.address(replace(self.criteria, expert=skill_id))
        others = tuple(pair for pair in self.criteria.skills if pair[0] != skill_id)
        return self.address(replace(self.criteria, skills=(*others, (skill_id, int(level)))))

    @cached_property
    def hits(self) -> list[directory.Hit]:
        return directory.hits(self.found.rows, self.userid, self.criteria)

    def near(self) -> list[dict]:
        """Return skills whose spelling is near to the one that was typed and is none."""
        return [self.skill_link(one.id, one.title) for one in skills.suggest(self.missed, limit=NEAR)]

    def meant_skill(self) -> dict | None:
        """Return the skill that the text in the search box names: who looks for Python may mean who knows it."""
        found = skills.find(self.criteria.text) if self.criteria.text else ""
        return self.skill_link(found, skills.title(found)) if found else None

    def skill_link(self, skill_id: str, title: str) -> dict:
        criteria = replace(self.criteria, text="", skills=(*self.criteria.skills, (skill_id, 1)))
        return {"title": title, "url": self.address(criteria)}

    def shortened(self, hit: directory.Hit) -> list:
        return list(hit.skills[:TOP_SKILLS])

    def available(self, hit: directory.Hit) -> dict | None:
        """Return when somebody is free, as the reader may know it."""
        day = hit.fields.get("available_from")
        if day is None:
            return None
        return {"day": self.day(day), "iso": day.isoformat(), "now": day <= now().date()}

    def turning(self) -> dict | None:
        shown = {"sort": self.sort, "view": "" if self.view == "faces" else self.view}
        size = {} if self.size == SIZE else {"b_size": str(self.size)}
        return self.pager(
            self.directory_url, self.found.total, self.start, self.size, directory.query(self.criteria, **shown, **size)
        )

    def may_export(self) -> bool:
        return self.found.total > 0 and directory.can_export(self.userid)

    def searches(self) -> list[dict]:
        """Return the reader's saved searches."""
        found = directory.saved(self.userid)
        return [{"name": one.name, "url": f"{self.directory_url}?{one.query}"} for one in found if directory.works(one)]

    def narrowed(self) -> bool:
        """Return whether anything is looked for."""
        return self.criteria != Criteria()
