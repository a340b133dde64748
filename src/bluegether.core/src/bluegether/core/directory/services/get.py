"""`GET @people`, `GET @people-suggest`, `GET @saved-searches`, `GET @skills-map`: what the pages show."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.services.json import hit_data
from bluegether.core.directory.services.json import search_data
from bluegether.core.kit import query
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.service import ReadService
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPeopleListing
from bluegether.core.skills import api as skills
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


class Reading(ReadService):
    """Who asks."""

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""


@implementer(IPeopleListing)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class PeopleListing:
    """A page of the people who fit: filters as in the address of the directory's page, `b_start`, `b_size`."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    def answer(self) -> dict:
        form = self.request.form
        criteria, sort = directory.checked(form), directory.sorting(form)
        start, size = query.batch(form)
        found = directory.search(self.userid, criteria, sort=sort, start=start, size=size)
        return {
            "@id": self.address(criteria, sort, start, size),
            "items_total": found.total,
            "items": [hit_data(hit) for hit in directory.hits(found.rows, self.userid, criteria)],
            "batching": self.batching(criteria, sort, start, size, found.total),
        }

    def address(self, criteria, sort: str, start: int, size: int) -> str:
        more = {"sort": sort, "b_start": str(start) if start else "", "b_size": str(size)}
        return f"{self.context.absolute_url()}/@people?{directory.query(criteria, **more)}"

    def batching(self, criteria, sort: str, start: int, size: int, total: int) -> dict:
        """Return the addresses of the pages around this one."""
        found = {"first": self.address(criteria, sort, 0, size)}
        if start:
            found["prev"] = self.address(criteria, sort, max(0, start - size), size)
        if start + size < total:
            found["next"] = self.address(criteria, sort, start + size, size)
        return found


class Suggest(Reading):
    """What the text typed may mean: people and skills, for the box of the directory; people alone with `people=1`."""

    def answer(self) -> dict:
        text = self.request.form.get("q", "")
        found = directory.suggest(self.userid, text if isinstance(text, str) else "")
        said = translate(_("Skill"), context=self.request)
        persons = [self.person(*one) for one in found.people]
        return {
            "@id": f"{self.context.absolute_url()}/@people-suggest",
            "items": [
                *persons,
                *({"id": one, "title": title, "family": said, "kind": "skill"} for one, title in self.skills(found)),
            ],
        }

    def person(self, userid: str, name: str, job: str) -> dict:
        """Return somebody; `spelling`, which suggestions show beside, says until when they are away."""
        note = people.away_note(userid)
        away = translate(note, context=self.request) if note else ""
        return {"id": userid, "title": name, "family": job, "kind": "person"} | ({"spelling": away} if away else {})

    def skills(self, found) -> tuple:
        return () if self.request.form.get("people") else found.skills


class SearchesGet(Reading):
    """The searches that one keeps."""

    def answer(self) -> dict:
        url = f"{self.context.absolute_url()}/@saved-searches"
        return {"@id": url, "items": [search_data(one, url) for one in directory.saved(self.userid)]}


class MapGet(Reading):
    """Numbers of people by skill and unit; null where fewer than three would be told."""

    def answer(self) -> dict:
        form = self.request.form
        ((skill_id, level),) = directory.checked(form).skills[:1] or (("", 1),)
        found = directory.skills_map(skill_id, level=level)
        return {
            "@id": f"{self.context.absolute_url()}/@skills-map",
            "units": [{"id": unit, "title": title} for unit, title in found.units],
            "items": [
                {"skill": row.skill_id, "title": skills.title(row.skill_id), "counts": list(row.counts)}
                for row in found.rows
            ],
        }
