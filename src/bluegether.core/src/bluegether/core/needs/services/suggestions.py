"""`@suggestions` of a need: GET all, POST one, PATCH `@suggestions/<key>` to decide."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.needs import api as needs
from bluegether.core.needs.services.base import Reading
from bluegether.core.needs.services.base import Writing


class Told:
    """Mixin: a suggestion as JSON."""

    def told(self, one) -> dict:
        return {
            "@id": f"{self.context.absolute_url()}/@suggestions/{one.key}",
            "key": one.key,
            "by": self.person(one.userid) if one.userid else None,
            "skill": self.skill(one.skill),
            "level": one.level,
            "required": one.required,
            "why": one.why,
            "state": one.state,
            "made": needs.made(one).isoformat(),
            "decided_by": self.person(one.decided_by) if one.decided_by else None,
            "word": one.word,
        }


class Get(Told, Reading):
    """All, those that wait first."""

    def answer(self) -> dict:
        items = [self.told(one) for one in needs.suggestions(self.context, reader=self.userid)]
        return {"@id": f"{self.context.absolute_url()}/@suggestions", "items": items}


class Add(Told, Writing):
    """`skill`, `level`, `required` (true by default), `why`: 201."""

    def answer(self) -> dict:
        body = self.body()
        required = body.get("required", True)
        if not isinstance(required, bool):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "required"}), field="required")
        level = body.get("level")
        made = needs.suggest(
            self.context,
            actor=self.userid,
            skill=self.word(body, "skill"),
            level=level if type(level) is int else None,
            required=required,
            why=self.word(body, "why"),
        )
        self.request.response.setStatus(201)
        return self.told(made)


class Update(Writing):
    """`state` accepted or refused, with `word`: 204."""

    def answer(self):
        body, key = self.body(), self.param()
        if not (key.isascii() and key.isdigit()):
            raise Missing(_("There is no such suggestion."))
        verbs = {"accepted": needs.accept, "refused": needs.refuse}
        verb = verbs.get(self.word(body, "state"))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "state"}), field="state")
        verb(self.context, int(key), actor=self.userid, word=self.word(body, "word"))
        return self.reply_no_content()
