"""`POST @skills`, `POST @skills/<id>/merge`, `POST @skill-proposals`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.skills import api as skills
from bluegether.core.skills.services.base import Writing


FIELDS = {"id", "titles", "parent", "synonyms"}


class Add(Writing):
    """Add a skill (`titles`, and optionally `parent`, `synonyms`, `id`): 201. Merge one `into` another: 200."""

    def answer(self) -> dict:
        if self.params:
            return self.merge()
        body = self.body()
        if not set(body) <= FIELDS:
            raise Invalid(_("Send titles, parent, synonyms or id."))
        values = {"parent": body.get("parent") or "", "synonyms": body.get("synonyms") or ()}
        added = skills.add(body.get("titles"), skill_id=body.get("id") or "", actor=self.userid, **values)
        found = self.json(skills.skill(added))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", found["@id"])
        return found

    def merge(self) -> dict:
        if len(self.params) != 2 or self.params[1] != "merge":
            raise Missing(_("There is nothing at this address."))
        old, into = self.named(2), self.body().get("into")
        if not isinstance(into, str) or not skills.resolve(into):
            raise Invalid(_("Say which skill takes over: its id or a spelling."), field="into")
        skills.merge(old.id, skills.resolve(into), actor=self.userid)
        return self.json(skills.skill(old.id))


class Propose(Writing):
    """Note a missing skill, `{"text": ...}`: 201."""

    def answer(self) -> dict:
        text = skills.propose(self.body().get("text", ""), userid=self.userid)
        self.request.response.setStatus(201)
        return {"text": text}
