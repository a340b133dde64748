"""`GET @leads`: mine; `?scope=all` for sales; `@leads/figures`; `@leads/<id>`: one."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import batch
from bluegether.core.kit.service import ReadService
from bluegether.core.leads import api as leads
from bluegether.core.leads.services.base import OfLead
from urllib.parse import urlencode


class Get(OfLead, ReadService):
    """The answer depends on what follows the name."""

    def answer(self) -> dict:
        if self.params == ["figures"]:
            rows = leads.figures(reader=self.userid)
            return {"@id": f"{self.url}/figures", "quarters": [vars(one) for one in rows]}
        if self.params:
            return self.told(leads.lead_of(self.key, self.userid))
        return self.listed()

    def listed(self) -> dict:
        form = self.request.form
        start, size = batch(form)
        if form.get("scope") == "all":
            found = leads.leads(reader=self.userid, states=self.states(form.get("state")), start=start, size=size)
        else:
            found = leads.mine(self.userid, start=start, size=size)
        kept = {name: form[name] for name in ("scope", "state") if form.get(name)}
        more = urlencode(kept | {"b_start": start + size, "b_size": size})
        return {
            "@id": self.url,
            "items": [self.told(one) for one in found.rows],
            "next": f"{self.url}?{more}" if found.more else None,
            "answer_days": leads.answer_days(),
        }

    def states(self, value) -> tuple[str, ...]:
        if value in (None, ""):
            return ()
        if value not in leads.STATES:
            raise Invalid(_("${value} is no choice here.", mapping={"value": str(value)[:40]}), field="state")
        return (value,)
