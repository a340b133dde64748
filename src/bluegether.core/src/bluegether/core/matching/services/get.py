"""`GET @matching`: needs for me; `@matching/needs/<uid>`: who fits; `@matching/needs/<uid>/<userid>`: why."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.query import integer
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WithPath
from bluegether.core.matching import api as matching
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone import api
from urllib.parse import urlencode
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


SIZE = 20


@implementer(IPublishTraverse)
class Get(WithPath, ReadService):
    """The answer depends on what follows the name."""

    @property
    def url(self) -> str:
        return "/".join((self.context.absolute_url(), "@matching", *self.params))

    def answer(self) -> dict:
        if not self.params:
            return self.for_me()
        if self.params[0] != "needs" or not 2 <= len(self.params) <= 3:
            raise Missing(_("There is nothing at this address."))
        requirement = self.requirement()
        if len(self.params) == 3:
            return self.match(matching.explain(requirement, self.params[2], reader=self.userid))
        return self.ranking(requirement)

    def requirement(self) -> matching.Requirement:
        """Return what the need asks for; who may not see the need is told that it is not there."""
        found = matching.requirement(self.params[1])
        if found is None or not matching.seen_needs([self.params[1]]):
            raise Missing(_("There is no such need, or it is closed."))
        return found

    def for_me(self) -> dict:
        """Return the needs that fit the reader, with links to them."""
        if not self.userid or api.user.get(userid=self.userid) is None:
            raise NotAllowed(_("You may not do this."))
        limit = integer(self.request.form, "limit", default=SIZE, minimum=1, maximum=matching.MAX_LIMIT)
        seen = matching.seen_needs()
        found = matching.needs_for(self.userid, limit, only=seen.__contains__)
        return {"@id": self.url, "items": [{"need": self.need(seen[uid]), **self.match(match)} for uid, match in found]}

    def need(self, brain) -> dict:
        return {"@id": brain.getURL(), "UID": brain.UID, "title": brain.Title}

    def ranking(self, requirement: matching.Requirement) -> dict:
        limit = integer(self.request.form, "limit", default=SIZE, minimum=1, maximum=matching.MAX_LIMIT)
        cursor = self.request.form.get("cursor", "")
        found = matching.rank(requirement, reader=self.userid, limit=limit, cursor=cursor)
        more = f"{self.url}?{urlencode({'limit': limit, 'cursor': found.cursor})}" if found.cursor else None
        return {
            "@id": self.url,
            "items": [self.match(one) for one in found.rows],
            "items_total": found.total,
            "next": more,
            "excluded": [self.match(one) for one in found.excluded],
            "excluded_total": found.excluded_total,
        }

    def match(self, match: matching.Match) -> dict:
        """Return a match as JSON: every number with its reason."""
        return {
            "person": self.person(match.userid),
            "score": match.score,
            "parts": [
                {
                    "name": part.name,
                    "title": self.say(part.title),
                    "weight": part.weight,
                    "value": round(part.value, 4),
                    "known": part.known,
                    "why": self.say(part.why),
                }
                for part in match.parts
            ],
            "skills": [self.skill(fit) for fit in match.skills],
            "missing": [fit.skill_id for fit in match.missing],
            "excluded_by": [{"name": one.name, "why": self.say(one.why)} for one in match.excluded_by],
            "forecast": [
                {"start": one.start.isoformat(), "end": one.end.isoformat(), "share": one.share}
                for one in match.forecast
            ],
        }

    def person(self, userid: str) -> dict:
        account = people.account(userid)
        return {"@id": f"{self.context.absolute_url()}/people/{userid}", "userid": userid, "fullname": account.fullname}

    def skill(self, fit) -> dict:
        return {
            "skill": fit.skill_id,
            "title": skills.title(fit.skill_id),
            "required": fit.required,
            "asked": fit.asked,
            "own": fit.own,
            "near": fit.near,
            "counted": round(fit.counted, 4),
        }

    def say(self, text) -> str:
        return translate(text, context=self.request)
