"""`PATCH @leads/<id>`: a step (`step`, `reason`, `seen`: the revision), or a note of sales (`note`)."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.service import WriteService
from bluegether.core.leads import api as leads
from bluegether.core.leads.services.base import OfLead


class Update(OfLead, WriteService):
    """200 with the lead as it is then."""

    def answer(self) -> dict:
        data, key = self.body(), self.key
        leads.lead_of(key, self.userid)
        if "note" in data:
            leads.note(key, data["note"], actor=self.userid)
        elif "step" in data:
            leads.move(key, str(data["step"]), actor=self.userid, reason=data.get("reason"), seen=self.seen(data))
        else:
            raise Invalid(_("Say a step or a note."), field="step")
        return self.told(leads.lead_of(key, self.userid))

    def seen(self, data: dict) -> int | None:
        value = data.get("seen")
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise Invalid(_("${name} must be a whole number.", mapping={"name": "seen"}), field="seen")
        return value
