"""`GET @endorsements/<user id>`, `GET @experts?skill=`."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.services.base import Reading
from bluegether.core.kit import query
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills


class Endorsements(Reading):
    """The skills of a person that I see, who endorses them, and why the person is an expert or not."""

    def answer(self) -> dict:
        owner = self.params[0] if len(self.params) == 1 else self.userid if not self.params else ""
        person = people.person(owner)
        if person is None or not people.sees_person(person, self.userid):
            raise Missing(_("There is no such person."))
        items = [self.item(found) for found in expertise.endorsed(owner, reader=self.userid)]
        return {"@id": f"{self.site_url}/@endorsements/{owner}", "items": items}

    def item(self, found: expertise.Endorsed) -> dict:
        endorsements = [
            self.person(one.endorser)
            | {"since": one.moment.isoformat(), "experience": one.experience, "left": one.left}
            for one in found.endorsements
        ]
        return {"skill": self.skill(found.skill), "level": found.level, "mine": found.mine is not None} | {
            "why": self.why(found.reason),
            "endorsements": endorsements,
        }


class Experts(Reading):
    """Experts in `skill` (id or any spelling) or below it, `b_size` of them from `b_start`; and the rules."""

    def answer(self) -> dict:
        wanted = self.request.form.get("skill")
        skill_id = skills.resolve(wanted) if isinstance(wanted, str) else ""
        if not skill_id:
            raise Missing(_("This skill does not exist (any more)."), field="skill")
        start, size = query.batch(self.request.form)
        page = expertise.experts(skill_id, reader=self.userid, start=start, size=size)
        items = [self.person(one.userid) | {"skill": self.skill(one.skill), "why": self.why(one)} for one in page.items]
        return {
            "@id": f"{self.site_url}/@experts?skill={skill_id}",
            "skill": self.skill(skill_id),
            "items": items,
            "more": page.more,
        }
