"""`GET @skills?q=&limit=`, `GET @skills/<id>`, `GET @skill-proposals`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import integer
from bluegether.core.kit.query import MAX_BATCH
from bluegether.core.skills import api as skills
from bluegether.core.skills.services.base import Reading


class Get(Reading):
    """Suggestions for `q` in the reader's language, best first; one skill; or the families, without either."""

    def answer(self) -> dict:
        if self.params:
            return self.json(self.named())
        form = self.request.form
        text, limit = form.get("q", ""), integer(form, "limit", default=10, minimum=1, maximum=skills.MAX_LIMIT)
        if not isinstance(text, str):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "q"}), field="q")
        families = form.get("families") in ("1", "true")
        items = self.suggestions(text, limit, families) if text else map(self.short, skills.children()[:MAX_BATCH])
        return {"@id": self.url, "items": list(items)}

    def suggestions(self, text: str, limit: int, families: bool) -> list[dict]:
        return [
            self.short(found.id) | {"spelling": found.spelling, "family": found.family}
            for found in skills.suggest(text, limit=limit, families=families)
        ]


class Proposals(Reading):
    """What members miss, for who manages skills."""

    def answer(self) -> dict:
        return {
            "@id": f"{self.context.absolute_url()}/@skill-proposals",
            "items": [self.item(one) for one in skills.proposals()],
        }

    def item(self, one: skills.Proposed) -> dict:
        people = [{"userid": userid, "when": when.isoformat()} for userid, when in one.people]
        return {"text": one.text, "people": people}
