"""`@candidates` of a need: sales see all and decide; a member sees their own, applies (POST) and withdraws (PATCH)."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.needs import api as needs
from bluegether.core.needs.services.base import Reading
from bluegether.core.needs.services.base import Writing


class Told:
    """Mixin: a candidate as JSON; what sales keep for themselves only to sales."""

    def told(self, one) -> dict:
        found = {
            "@id": f"{self.context.absolute_url()}/@candidates/{one.userid}",
            "person": self.person(one.userid),
            "state": one.state,
            "revision": one.revision,
            "message": one.message,
        }
        if not needs.can_handle(self.userid):
            return found
        steps = [
            {"when": moment.isoformat(), "by": actor, "state": state, "word": word}
            for moment, actor, state, word in one.history
        ]
        return found | {
            "reason": one.reason,
            "naming": one.naming,
            "next_states": list(needs.next_states(one)),
            "history": steps,
        }


class Get(Told, Reading):
    """All for sales, one's own for everybody else."""

    def answer(self) -> dict:
        if needs.can_handle(self.userid):
            found = needs.candidates(self.context, reader=self.userid)
        else:
            mine = needs.mine(self.context, self.userid)
            found = [mine] if mine is not None else []
        url = f"{self.context.absolute_url()}/@candidates"
        return {"@id": url, "items": [self.told(one) for one in found]}


class Add(Told, Writing):
    """Apply oneself (`message`), or put somebody forward (`userid`): 201."""

    def answer(self) -> dict:
        body = self.body()
        userid = self.word(body, "userid")
        if userid and userid != self.userid:
            made = needs.put_forward(self.context, userid, actor=self.userid)
        else:
            made = needs.apply(self.context, actor=self.userid, message=self.word(body, "message"))
        self.request.response.setStatus(201)
        return self.told(made)


class Update(Told, Writing):
    """`state`, with the `revision` that was seen, `reason`, `naming`; one's own only to `withdrawn`."""

    def answer(self) -> dict:
        body, userid = self.body(), self.param()
        state = self.word(body, "state")
        if userid == self.userid and state == "withdrawn":
            needs.withdraw(self.context, actor=self.userid)
            return self.told(needs.candidate(self.context, userid))
        revision = body.get("revision")
        if type(revision) is not int:
            raise Invalid(_("${name} must be a whole number.", mapping={"name": "revision"}), field="revision")
        values = {name: self.word(body, name) for name in ("reason", "naming")}
        return self.told(
            needs.move_candidate(self.context, userid, state, actor=self.userid, revision=revision, **values)
        )
