"""What the room's services share: the path behind the name, who asks, how things are told."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import PRIVATE
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.referrals import api as referrals
from datetime import date
from plone import api
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def publishTraverse(self, request, name):
        self.params.append(name)
        if len(self.params) == 2 and name == "consent":
            return self.consent(request)
        return self

    def consent(self, request):
        """Return the candidate's own service: another class, so that its being open opens nothing else."""
        method = request.get("REQUEST_METHOD", "GET")
        found = getMultiAdapter((self.context, request), name=f"{method}_application_json_@referral-consent")
        found.params.append(self.params[0])
        return found

    @property
    def number(self) -> int:
        """Return the id that comes first in the path; raise Missing when it is none."""
        text = self.params[0]
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise referrals.nothing()
        return int(text)

    def nowhere(self) -> Missing:
        return Missing(_("There is nothing at this address."))

    def at(self, *names) -> str:
        return "/".join((f"{api.portal.get().absolute_url()}/@referrals", *(str(name) for name in names)))

    def brief(self, found) -> dict:
        """Return what the referrer sees."""
        return {
            "@id": self.at(found.id),
            "id": str(found.id),
            "reference": referrals.reference(found),
            "kind": found.kind,
            "name": found.name,
            "company": found.company,
            "email": found.email,
            "phone": found.phone,
            "need": found.need,
            "profile": found.profile,
            "state": found.state,
            "stages": [{"stage": step.state, "at": step.at.isoformat()} for step in found.steps],
            "erased": found.erased.isoformat() if found.erased else None,
            "bonuses": [bonus_data(one) for one in referrals.bonuses_of(found, userid=self.userid)],
        }

    def whole(self, found) -> dict:
        """Return what the reader sees: the file too for who handles it."""
        data = self.brief(found)
        if found.by == self.userid and found.dossier is not None:
            data["why"] = found.dossier.why
        if not referrals.can_handle(found, self.userid):
            return data
        return data | self.file(found)

    def file(self, found) -> dict:
        dossier = found.dossier
        data = {"referrer": found.by, "recruiter": found.recruiter, "account": found.userid}
        data["started"] = found.started.isoformat() if found.started else None
        if dossier is None:
            return data
        data |= {"why": dossier.why, "skills": dossier.skills, "words": dossier.words}
        data["cv"] = {"name": dossier.cv.name, "size": dossier.cv.size} if dossier.cv else None
        notes = [{"at": n.at.isoformat(), "by": n.author, "grade": n.grade, "text": n.text} for n in dossier.notes]
        return data | {"notes": notes}


def bonus_data(found) -> dict:
    """Return a bonus for who sees its amount."""
    return {
        "id": str(found.id),
        "milestone": found.rule.milestone,
        "cents": found.rule.cents,
        "on": found.on.isoformat(),
        "state": found.state,
        "rules": found.rules,
    }


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET. What it answers is private: nobody keeps a copy on the way."""

    keeping = PRIVATE


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change: `sent` returns the body with these names only."""


def day(value, field: str) -> date | None:
    """Return an ISO date of a body, None for none; raise Invalid."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(_("This is no date."), field=field) from None


def words(body: dict, *names: str) -> dict[str, str]:
    """Return these names' texts, empty for those left out; raise Invalid for what is no text."""
    found = {name: body.get(name, "") for name in names}
    for name, value in found.items():
        if not isinstance(value, str):
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    return found
