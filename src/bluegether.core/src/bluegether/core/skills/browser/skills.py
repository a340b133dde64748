"""`@@skills`: the families of skills; with `q` what may be meant; with `id` one skill and what is below it."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.skills import api as skills
from bluegether.core.skills import spelling
from bluegether.core.skills.browser.page import Page
from bluegether.core.skills.interfaces import ISkillPeople
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


FOUND = 50
SHOWN = 100
LANGUAGES = {"fr": _("French"), "en": _("English")}


class Skills(Page):
    """Three ways to look at the taxonomy."""

    overview = ViewPageTemplateFile("skills.pt")
    detail = ViewPageTemplateFile("skill.pt")
    found = None
    before = after = None

    def prepare(self) -> None:
        if self.request.form.get("id"):
            self.found = self.named()

    @property
    def index(self):
        return self.overview if self.found is None else self.detail

    @property
    def title(self):
        return _("Skills") if self.found is None else skills.title(self.found.id)

    @property
    def q(self) -> str:
        return self.text("q", 200)

    @property
    def quoted(self) -> str:
        return quote(self.q)

    @property
    def waiting(self) -> int:
        return skills.waiting() if self.may_manage else 0

    @cached_property
    def families(self) -> list[dict]:
        """Return the top of the tree with how much is right below, by title."""
        return self.by_title({"count": len(skills.children(one))} | self.line(one) for one in self.part(""))

    def results(self) -> list[dict]:
        """Return what the text may mean, best first."""
        found = skills.suggest(self.q, limit=FOUND, families=True)
        counts = self.people_counts(one.id for one in found)
        return [
            self.line(one.id) | {"hint": one.spelling, "family": one.family, "people": counts.get(one.id, 0)}
            for one in found
        ]

    @cached_property
    def path(self) -> list[dict]:
        return [self.line(above) for above in reversed(skills.ancestors(self.found.id))]

    @cached_property
    def below(self) -> list[dict]:
        """Return what is right below the skill, by title."""
        ids = self.part(self.found.id)
        counts = self.people_counts(ids)
        lines = [self.line(one) | {"people": counts.get(one, 0), "more": len(skills.children(one))} for one in ids]
        return self.by_title(lines)

    def part(self, above: str) -> list[str]:
        """Return the ids of this page of what stands right below: a family may have thousands."""
        ids = skills.children(above)
        start, size = query.batch(self.request.form, size=SHOWN)
        self.before = self.link(above, b_start=max(0, start - size)) if start else None
        self.after = self.link(above, b_start=start + size) if start + size < len(ids) else None
        return ids[start : start + size]

    def by_title(self, lines) -> list[dict]:
        return sorted(lines, key=lambda line: spelling.key(line["title"]))

    @property
    def other_titles(self) -> list[dict]:
        """Return the titles in other languages that differ."""
        mine = api.portal.get_current_language()[:2]
        shown = skills.title(self.found.id)
        titles = self.found.titles.items()
        return [
            {"language": LANGUAGES[language], "code": language, "title": title}
            for language, title in titles
            if language != mine and title != shown
        ]

    @cached_property
    def people(self) -> dict | None:
        """Return how many people show the skill to everyone and where they are, None without the room that knows."""
        room = ISkillPeople(api.portal.get(), None)
        if room is None:
            return None
        return {"count": self.people_counts([self.found.id]).get(self.found.id, 0), "url": room.url(self.found.id)}

    @property
    def uses(self) -> list[skills.Use]:
        return skills.uses(self.found.id) if self.may_manage else []
