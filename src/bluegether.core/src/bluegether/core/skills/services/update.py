"""`PATCH @skills/<id>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.skills import api as skills
from bluegether.core.skills.services.base import Writing


class Update(Writing):
    """Change `titles`, `synonyms` or `parent`. Answers 200 with the skill."""

    def answer(self) -> dict:
        found, body = self.named(), self.body()
        if not body or not set(body) <= {"titles", "synonyms", "parent"}:
            raise Invalid(_("Send titles, synonyms or parent."))
        if "titles" in body and isinstance(body["titles"], dict):
            body["titles"] = found.titles | body["titles"]
        if "parent" in body:
            body["parent"] = body["parent"] or ""
        skills.update(found.id, actor=self.userid, **body)
        return self.json(skills.skill(found.id))
