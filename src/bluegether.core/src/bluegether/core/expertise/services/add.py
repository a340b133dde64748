"""`POST @endorsements`, `POST @endorsements/ask`, `POST @endorsements/decline`."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.services.base import Writing
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.skills import api as skills


class Add(Writing):
    """Endorse (`person`, `skill`, `experience` or `mission`), ask (`skill`, `colleague`), decline: 201, 201, 204."""

    def answer(self):
        acts = {(): self.endorse, ("ask",): self.ask, ("decline",): self.decline}
        act = acts.get(tuple(self.params))
        if act is None:
            raise Missing(_("There is nothing at this address."))
        return act(self.body())

    def endorse(self, body: dict) -> dict:
        owner, skill_id = self.texts(body, "person", "skill")
        experience = self.optional(body, "experience")
        if self.optional(body, "mission"):
            experience = expertise.mission_key(body["mission"])
        expertise.endorse(owner, skill_id, actor=self.userid, experience=experience)
        self.request.response.setStatus(201)
        found = expertise.reason(owner, skill_id, reader=self.userid)
        return {"person": self.person(owner), "skill": self.skill(skills.resolve(skill_id)), "why": self.why(found)}

    def ask(self, body: dict) -> dict:
        skill_id, colleague = self.texts(body, "skill", "colleague")
        expertise.ask(skill_id, actor=self.userid, colleague=colleague)
        self.request.response.setStatus(201)
        return {"colleague": self.person(colleague), "skill": self.skill(skills.resolve(skill_id))}

    def decline(self, body: dict):
        asker, skill_id = self.texts(body, "person", "skill")
        expertise.decline(asker, skill_id, actor=self.userid)
        return self.reply_no_content()

    def optional(self, body: dict, name: str) -> str:
        """Return a text of the body, empty without one; raise Invalid for something else."""
        if not isinstance(body.get(name) or "", str):
            raise Invalid(_("The text must be plain text."), field=name)
        return body.get(name) or ""

    def texts(self, body: dict, *names: str) -> list[str]:
        """Return these values of the body; raise Invalid for what is missing or no text."""
        for name in names:
            if not isinstance(body.get(name), str) or not body[name]:
                raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return [body[name] for name in names]
